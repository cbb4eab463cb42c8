/** Use case: a workbook that others changed comes back, and becomes a new scenario (voorstel.md, Proof). */
import { kort } from '../../models/beslissen/woorden.ts';
import type { Eenheid, Invoerverschil } from '../../models/contract/voorstel.ts';
import { alsVerschil, volledigScenario } from '../../models/project/scenario.ts';
import type { Melding, Project, Scenario } from '../../models/project/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import { scenariovingerafdruk } from '../../models/project/vingerafdruk.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { datum, euroCent, procent } from '../../templates/pdf/woorden.ts';
import { datumVan } from '../../templates/voorstel/opzet.ts';
import { SCHEIDING } from '../../templates/voorstel/verantwoording.ts';
import { leesWerkmap, Werkmapfout, type GelezenWerkmap } from '../exchange/werkmap/lezen.ts';
import { verschillenMet } from '../exchange/werkmap/verschillen.ts';
import { bouwWerkmap, type Voorstelopties } from './voorstel.ts';

export interface Terugresultaat {
  ok: true;
  /** As differences from the scenario of the workbook, not yet in the project. */
  scenario: Scenario;
  /** What was changed in input cells. */
  verschillen: Invoerverschil[];
  /** Reported, not read: changes outside the input cells, and inputs that belong to the project. */
  buitenInvoer: string[];
}

/** Sheets that say how and when the workbook was made. */
const NIET_VERGELEKEN = new Set(['Verantwoording', 'Gevoeligheid']);
/** More changes outside the input cells than this: rows or columns were moved, and nothing can be told apart any more. */
const MEESTE_BUITEN_INVOER = 200;

/**
 * @param project valid, the one that the workbook was made from; @param bestandsnaam names the new scenario
 * @returns the scenario that its inputs describe, or why it is refused: no workbook of ours (V02), another version (V03), another project or other data (V04),
 * moved about (V05), no change (V06), or faults of the new scenario (P…)
 */
export async function leesVoorstelTerug(bytes: Uint8Array, project: Project, bestandsnaam: string, opties: Voorstelopties): Promise<Terugresultaat | { ok: false; fouten: Melding[] }> {
  const weiger = (code: string, tekst: string): { ok: false; fouten: Melding[] } => ({ ok: false, fouten: [{ code, pad: bestandsnaam, tekst }] });
  let gelezen: GelezenWerkmap;
  try {
    gelezen = leesWerkmap(bytes);
  } catch (fout) {
    if (fout instanceof Werkmapfout) return weiger('V02', `${fout.message} Kies de werkmap die met het programma is gemaakt.`);
    throw fout;
  }
  const tekstVan = (naam: string): string => {
    const plek = gelezen.namen.get(naam);
    return String((plek && gelezen.bladen.get(plek.blad)?.get(plek.cel)?.waarde) ?? '');
  };
  const [id, vingerafdruk, gemaaktMet] = ['ScenarioId', 'Vingerafdruk', 'GemaaktMet'].map(tekstVan) as [string, string, string];
  if (id === '' || vingerafdruk === '') return weiger('V02', 'Dit is geen werkmap van een voorstel: de kenmerken op het blad Verantwoording ontbreken. Kies de werkmap die met het programma is gemaakt.');
  if (gemaaktMet !== opties.programma) return weiger('V03', `De werkmap is gemaakt met ${gemaaktMet || 'een onbekende versie'}, dit is ${opties.programma}. Maak het voorstel opnieuw en neem de wijzigingen over.`);
  const ander = 'De werkmap hoort bij een ander project, of de gegevens of uitgangspunten zijn sindsdien gewijzigd. Open het project waarmee zij is gemaakt, of maak het voorstel opnieuw.';
  if (!project.scenarios.some((s) => s.id === id)) return weiger('V04', ander);
  const origineel = volledigScenario(project, id);
  if (scenariovingerafdruk(project, bereidVoor(project), origineel) !== vingerafdruk) return weiger('V04', ander);

  const naast = tekstVan('ScenariosErnaast').split(SCHEIDING).filter((s) => project.scenarios.some((x) => x.id === s));
  const opgebouwd = await bouwWerkmap(project, id, { ...opties, naast });
  if (!opgebouwd.ok) return opgebouwd;
  const { invoer, buitenInvoer } = verschillenMet(opgebouwd.voorstel.werkmap, gelezen, NIET_VERGELEKEN);
  if (buitenInvoer.length > MEESTE_BUITEN_INVOER) return weiger('V05', 'Op de bladen zijn rijen of kolommen verplaatst of verwijderd; wat is gewijzigd is niet meer vast te stellen. Neem de wijzigingen over in de oorspronkelijke werkmap.');

  const naam = bestandsnaam.replace(/\.xlsx$/i, '');
  const nieuw = { ...structuredClone(origineel), id: vrijeId(project, naam), naam };
  const verschillen: Terugresultaat['verschillen'] = [];
  for (const { doel, van: was, naar, eenheid } of invoer) {
    const verschil: Invoerverschil = { plaats: doel.plaats, van: alsWaarde(was, eenheid), naar: alsWaarde(naar, eenheid), ...(eenheid && { eenheid }) };
    if (doel.pas) {
      doel.pas(nieuw, naar);
      verschillen.push(verschil);
    } else buitenInvoer.push(`${doel.plaats}: ${inWoorden(verschil.van, eenheid)} is gewijzigd in ${inWoorden(verschil.naar, eenheid)}; dit geldt voor het hele project en staat niet in een scenario. Wijzig het in het programma.`);
  }
  if (verschillen.length === 0) return weiger('V06', buitenInvoer.length > 0 ? `In de gele cellen is niets gewijzigd dat in een scenario past. Wel gewijzigd: ${buitenInvoer.slice(0, 5).join(' ')}` : 'In de werkmap is niets gewijzigd.');
  const scenario = alsVerschil(project, origineel, nieuw);
  const geldig = valideer({ ...project, scenarios: [...project.scenarios, scenario] });
  return geldig.ok ? { ok: true, scenario, verschillen, buitenInvoer } : { ok: false, fouten: geldig.fouten };
}

/** A date of the workbook is a number of days; empty stays empty. */
const alsWaarde = (waarde: number | string, eenheid: Eenheid | undefined): number | string => (eenheid === 'datum' && typeof waarde === 'number' ? datumVan(waarde) : waarde);

/** For a sentence. */
function inWoorden(waarde: number | string, eenheid: Eenheid | undefined): string {
  if (waarde === '') return 'leeg';
  if (typeof waarde === 'string') return eenheid === 'datum' ? datum(waarde) : waarde;
  if (eenheid === 'aandeel') return procent(waarde, 2);
  if (eenheid === 'euro') return euroCent(waarde);
  return eenheid === undefined ? kort(waarde) : `${kort(waarde)} ${eenheid}`;
}

/** An id made of the name that no scenario has yet. */
function vrijeId(project: Project, naam: string): string {
  const basis = naam.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'teruggelezen';
  for (let n = 1; ; n++) {
    const id = n === 1 ? basis : `${basis}-${n}`;
    if (!project.scenarios.some((s) => s.id === id)) return id;
  }
}
