/** Use case: the Excel workbook of a scenario (voorstel.md), proven right before it is handed over. */
import { createHash } from 'node:crypto';
import { volledigScenario } from '../../models/project/scenario.ts';
import { horizonVan } from '../../models/project/standaard.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { bevatVoorbeeld, GRENZEN } from '../../templates/voorstel/opzet.ts';
import { verschillenMetRekenkern } from '../../templates/voorstel/vergelijken.ts';
import { bouwVoorstel } from '../../templates/voorstel/voorstel.ts';
import { werkmapBytes } from '../exchange/werkmap/schrijven.ts';

export interface Voorstelopties {
  /** When it is made, for the properties of the file; equal input and moment give equal bytes. */
  moment: Date;
  /** Name and version of this program. */
  programma: string;
}
export type Voorstelresultaat = { ok: true; werkmap: Uint8Array } | { ok: false; fouten: Melding[] };

/**
 * Makes the workbook of one scenario. Every outcome in it is held against the calculation before anything is given back.
 * @param project valid (`valideer`)
 * @returns the bytes of the .xlsx, or why it cannot be made: faults of the calculation (P21, P22), no such scenario (P06), too large for a workbook (V01)
 * @throws Error if workbook and calculation disagree: a fault of this program
 */
export async function maakVoorstel(project: Project, scenarioId: string, opties: Voorstelopties): Promise<Voorstelresultaat> {
  if (!project.scenarios.some((s) => s.id === scenarioId)) {
    return { ok: false, fouten: [{ code: 'P06', pad: 'scenarios', tekst: `Het project heeft geen scenario '${scenarioId}'. Kies uit ${project.scenarios.map((s) => `'${s.id}'`).join(', ') || 'geen enkel: maak eerst een scenario'}.` }] };
  }
  const teGroot = overGrenzen(project);
  if (teGroot.length > 0) return { ok: false, fouten: teGroot };

  const voorbereiding = bereidVoor(project);
  const resultaat = await berekenVoorbereid(project, voorbereiding, { scenarios: [scenarioId] });
  if (!resultaat.ok) return resultaat;
  const { berekening } = resultaat;
  const scenario = volledigScenario(project, scenarioId);
  const { formules } = await leesFormules([scenario]);

  const { werkmap } = bouwVoorstel({ project, voorbereiding, scenario, formules }, {
    markering: [...(bevatVoorbeeld({ project, scenario }) ? ['VOORBEELD – bedragen fictief'] : []), 'intern: vertrouwelijk – herleidbaar'].join(' · '),
    titel: `${project.naam} · ${scenario.naam}`,
    vingerafdruk: vingerafdruk({ voorbereiding, scenario, project }),
    programma: opties.programma,
    gemaakt: opties.moment.toISOString(),
  });
  const verschillen = verschillenMetRekenkern(werkmap, berekening, berekening.scenarios[scenarioId] as NonNullable<(typeof berekening.scenarios)[string]>);
  if (verschillen.length > 0) throw new Error(`De werkmap rekent anders dan de rekenkern; er is geen bestand gemaakt.\n${verschillen.slice(0, 10).join('\n')}`);
  return { ok: true, werkmap: await werkmapBytes(werkmap) };
}

/** Up to where a workbook stays readable (voorstel.md, Proof). */
function overGrenzen(project: Project): Melding[] {
  const aantallen = { scholen: project.scholen.length, gemeenten: project.gemeenten.length, producten: project.producten.length, jaren: horizonVan(project.uitgangspunten).length };
  return (Object.keys(GRENZEN) as (keyof typeof GRENZEN)[]).filter((soort) => aantallen[soort] > GRENZEN[soort]).map((soort) => ({
    code: 'V01', pad: soort === 'jaren' ? 'uitgangspunten.jaren' : soort,
    tekst: `Een werkmap kan ${GRENZEN[soort]} ${soort} bevatten en dit project heeft er ${aantallen[soort]}. Maak een project met een deel, bijvoorbeeld één deelregio, en maak daarvan het voorstel.`,
  }));
}

/** SHA-256 over what the figures follow from: the prepared data, the assumptions and the scenario, whatever the order of keys. */
function vingerafdruk({ voorbereiding, scenario, project }: { voorbereiding: unknown; scenario: unknown; project: Project }): string {
  const { indicaties: _i, declaraties: _d, aggregaten: _a, scenarios: _s, ...uitgangspunten } = project;
  const geordend = (_sleutel: string, waarde: unknown): unknown =>
    typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde) ? Object.fromEntries(Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1))) : waarde;
  return createHash('sha256').update(JSON.stringify({ voorbereiding, scenario, uitgangspunten }, geordend)).digest('hex');
}
