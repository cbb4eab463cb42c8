/** Use case: the Excel workbook of a scenario (voorstel.md), proven right before it is handed over. */
import type { Uitgave } from '../../models/bescherming/eerder.ts';
import type { Beschermingsinstellingen, Lezer } from '../../models/bescherming/instellingen.ts';
import type { Meld } from '../../models/bescherming/publiceer.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { scenariovingerafdruk } from '../../models/project/vingerafdruk.ts';
import { waarschuwingen } from '../../models/project/waarschuwingen.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import type { Gevoeligheidgegevens } from '../../templates/voorstel/gevoeligheid.ts';
import { bevatVoorbeeld, type Verantwoordinggegevens } from '../../templates/voorstel/opzet.ts';
import { verschillenMetRekenkern } from '../../templates/voorstel/vergelijken.ts';
import { bouwVoorstel, type Voorstel } from '../../templates/voorstel/voorstel.ts';
import { werkmapBytes } from '../exchange/werkmap/schrijven.ts';
import { bouwPubliekeWerkmap, type Publiceerder } from './publicatie.ts';
import { gevoeligheidVoorWerkmap } from './voorstelgevoeligheid.ts';
import { bezwaren } from './voorstelgrenzen.ts';

export interface Voorstelopties {
  /** When it is made, for the properties of the file; equal input and moment give equal bytes. */
  moment: Date;
  /** Name and version of this program. */
  programma: string;
  /** Other scenarios to set beside it; default the first three others of the project. */
  naast?: readonly string[];
  /** The legal ground on which it is shared. */
  grondslag?: string;
  /** What was delivered, for the sheet Verantwoording. */
  leveringen?: Verantwoordinggegevens['leveringen'];
  /** Of what may be published; for `intern` there is nothing to protect. */
  instellingen?: Beschermingsinstellingen;
  /** For others than intern: all that went out before; undefined where nothing is kept of that. */
  eerder?: readonly Uitgave[] | undefined;
  /** For others than intern (`Publicatieopties`). */
  meld?: Meld | undefined;
  publiceerder?: Publiceerder | undefined;
  /** What the program found about uncertain assumptions, for the sheet Gevoeligheid. */
  gevoeligheid?: Gevoeligheidgegevens;
}
/** @property voorVolgende for others than intern: must be kept before it goes out, and given as `eerder` to every next one */
export type Voorstelresultaat = { ok: true; werkmap: Uint8Array; waarschuwingen: Melding[]; voorVolgende?: Uitgave } | { ok: false; fouten: Melding[] };
export type Opgebouwd = { ok: true; voorstel: Voorstel; waarschuwingen: Melding[] } | { ok: false; fouten: Melding[] };

/** Scenarios beside the proposal that still can be told apart in a table. */
const MEESTE_NAAST = 3;

/**
 * Makes the workbook of one scenario. Every outcome in it is held against the calculation before anything is given back.
 * @param project valid (`valideer`)
 * @param opties `lezer` is who will read it, never assumed: `intern` gets everything, the others what may be published and nothing else
 * @returns the bytes of the .xlsx, or why it cannot be made: faults of the calculation (P21, P22), no such scenario (P06), too large for a workbook (V01),
 * figures that cannot be kept hidden from this reader (B03)
 * @throws Error if workbook and calculation disagree: a fault of this program
 */
export async function maakVoorstel(project: Project, scenarioId: string, { lezer, ...opties }: Omit<Voorstelopties, 'gevoeligheid'> & { lezer: Lezer }): Promise<Voorstelresultaat> {
  if (lezer !== 'intern') {
    const publiek = await bouwPubliekeWerkmap(project, scenarioId, lezer, opties);
    return publiek.ok ? { ok: true, werkmap: await werkmapBytes(publiek.werkmap), waarschuwingen: publiek.waarschuwingen, voorVolgende: publiek.voorVolgende } : publiek;
  }
  const bestaat = bezwaren(project, [scenarioId]).length === 0;
  const gevoeligheid = bestaat ? await gevoeligheidVoorWerkmap(project, scenarioId, opties.moment.toISOString().slice(0, 10)) : undefined;
  const opgebouwd = await bouwWerkmap(project, scenarioId, { ...opties, ...(gevoeligheid && { gevoeligheid }) });
  return opgebouwd.ok ? { ok: true, werkmap: await werkmapBytes(opgebouwd.voorstel.werkmap), waarschuwingen: opgebouwd.waarschuwingen } : opgebouwd;
}

/** The workbook as data, held against the engine: what `maakVoorstel` writes, and what a workbook that comes back is held against. */
export async function bouwWerkmap(project: Project, scenarioId: string, opties: Voorstelopties): Promise<Opgebouwd> {
  const naast = opties.naast ?? project.scenarios.map((s) => s.id).filter((id) => id !== scenarioId).slice(0, MEESTE_NAAST);
  const kanNiet = bezwaren(project, [scenarioId, ...naast]);
  if (kanNiet.length > 0) return { ok: false, fouten: kanNiet };

  const voorbereiding = bereidVoor(project);
  const resultaat = await berekenVoorbereid(project, voorbereiding, { scenarios: [scenarioId, ...naast] });
  if (!resultaat.ok) return resultaat;
  const { berekening } = resultaat;
  const scenario = volledigScenario(project, scenarioId);
  const { formules } = await leesFormules([scenario]);
  // What concerns a scenario that is not in the workbook is left out.
  const erin = new Set([scenarioId, ...naast]);
  const meldingen = [...waarschuwingen(project), ...berekening.waarschuwingen].filter(({ pad }) => {
    const nummer = /^scenarios\[(\d+)\]/.exec(pad)?.[1];
    return nummer === undefined || erin.has(project.scenarios[Number(nummer)]?.id ?? '');
  });
  const kenmerk = { programma: opties.programma, vingerafdruk: scenariovingerafdruk(project, voorbereiding, scenario), gemaakt: opties.moment.toISOString() };

  const voorstel = bouwVoorstel(
    { project, voorbereiding, scenario, formules },
    {
      berekening, naast: naast.map((id) => volledigScenario(project, id)), ...(opties.gevoeligheid && { gevoeligheid: opties.gevoeligheid }),
      verantwoording: { ...kenmerk, gemaakt: kenmerk.gemaakt.slice(0, 10), lezer: 'intern gebruik door de deelnemende gemeenten', grondslag: opties.grondslag ?? '', leveringen: opties.leveringen ?? [], aantallen: rijenPerGemeente(project), waarschuwingen: meldingen },
    },
    {
      ...kenmerk, titel: `${project.naam} · ${scenario.naam}`,
      markering: [...(bevatVoorbeeld({ project, scenario }) ? ['VOORBEELD – bedragen fictief'] : []), 'intern: vertrouwelijk – herleidbaar'].join(' · '),
    },
  );
  const verschillen = verschillenMetRekenkern(voorstel.werkmap, project, berekening, berekening.scenarios[scenarioId] as NonNullable<(typeof berekening.scenarios)[string]>);
  if (verschillen.length > 0) throw new Error(`De werkmap rekent anders dan de rekenkern; er is geen bestand gemaakt.\n${verschillen.slice(0, 10).join('\n')}`);
  return { ok: true, voorstel, waarschuwingen: meldingen };
}

function rijenPerGemeente(project: Project): Verantwoordinggegevens['aantallen'] {
  const soorten = { indicaties: project.indicaties, declaraties: project.declaraties ?? [], aggregaten: project.aggregaten ?? [], leerlingen: project.leerlingen };
  return Object.entries(soorten).flatMap(([soort, rijen]) => {
    const perGemeente = new Map<string, number>();
    for (const { gemeente } of rijen) perGemeente.set(gemeente, (perGemeente.get(gemeente) ?? 0) + 1);
    return project.gemeenten.filter((g) => perGemeente.has(g.code)).map((g) => ({ soort, gemeente: g.naam, rijen: perGemeente.get(g.code) as number }));
  });
}
