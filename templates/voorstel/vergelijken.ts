/** Holds the outcomes of the workbook against those of the engine: a workbook that says something else is not handed over. */
import type { Berekening, ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { totalenPerDeelregio, totalenPerSchoolgroep, type Groepstotaal } from '../../models/rekenen/groepen.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import { GROEPSOORTEN, type Groepsoort } from './groepen.ts';
import { naamdeel } from './opzet.ts';
import type { Werkmap } from './werkmap.ts';

/** Half a cent, and room for the order of additions in large amounts (rekenmodel 8). */
const speling = (bedrag: number): number => 0.005 + 1e-9 * Math.abs(bedrag);

/** What the engine says about the cells with a name. Rounded contributions have to be equal, everything else within half a cent. */
export function uitkomstenOpNaam({ scholen, gemeenten }: Pick<ProjectZonderRijen, 'scholen' | 'gemeenten'>, berekening: Pick<Berekening, 'jaren' | 'nul'>, uitkomst: ScenarioUitkomst): Map<string, { waarde: number; exact: boolean }> {
  const uit = new Map<string, { waarde: number; exact: boolean }>();
  const reeks = (naam: string, waarden: readonly number[], exact = false): void => berekening.jaren.forEach((jaar, y) => uit.set(`${naam}_${jaar}`, { waarde: waarden[y] as number, exact }));
  const nul = uitkomst.nul ?? berekening.nul;
  reeks('Nul', nul.perJaar);
  reeks('Totaal', uitkomst.totaal.perJaar);
  reeks('Effect', uitkomst.effect.perJaar);
  reeks('EffectCumulatief', uitkomst.effect.cumulatief);
  for (const [code, waarden] of Object.entries(uitkomst.effect.perGemeente)) reeks(`Effect_${naamdeel(code)}`, waarden);
  for (const [code, waarden] of Object.entries(uitkomst.bijdragen)) reeks(`Bijdrage_${naamdeel(code)}`, waarden);
  for (const [code, waarden] of Object.entries(uitkomst.bijdragenAfgerond)) reeks(`BijdrageAfgerond_${naamdeel(code)}`, waarden, true);
  const groepen: Record<Groepsoort, Groepstotaal[]> = {
    samenwerkingsverband: totalenPerSchoolgroep(scholen, 'samenwerkingsverband', nul, uitkomst.totaal), bestuur: totalenPerSchoolgroep(scholen, 'bestuur', nul, uitkomst.totaal), deelregio: totalenPerDeelregio(gemeenten, nul, uitkomst.totaal),
  };
  for (const [soort, totalen] of Object.entries(groepen) as [Groepsoort, Groepstotaal[]][]) if (totalen.some((t) => t.naam !== undefined)) totalen.forEach((t, i) => reeks(`Effect${GROEPSOORTEN[soort].prefix}_${i + 1}`, t.effect));
  uit.set('Ncw', { waarde: uitkomst.ncw, exact: false });
  return uit;
}

/** One line per cell that differs; empty if workbook and engine agree. */
export function verschillenMetRekenkern(werkmap: Werkmap, project: Pick<ProjectZonderRijen, 'scholen' | 'gemeenten'>, berekening: Pick<Berekening, 'jaren' | 'nul'>, uitkomst: ScenarioUitkomst): string[] {
  return [...uitkomstenOpNaam(project, berekening, uitkomst)].flatMap(([naam, { waarde, exact }]) => {
    const hier = werkmap.waardeVan(naam);
    // Written so that a text or NaN is a difference.
    return typeof hier === 'number' && Math.abs(hier - waarde) <= (exact ? 0 : speling(waarde)) ? [] : [`${naam}: werkmap ${String(hier)}, rekenkern ${waarde}`];
  });
}
