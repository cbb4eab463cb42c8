/** Outcomes for people: nulscenario, scenario and effect per gemeente and year. */
import type { Project } from '../../models/project/types.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { deelnemersVan } from '../../models/project/standaard.ts';
import type { Berekening, Reeks } from '../../models/rekenen/types.ts';
import { effect, heel, tabel } from './tabel.ts';

const opgeteld = (reeksen: readonly Reeks[], jaren: number): Reeks => Array.from({ length: jaren }, (_, y) => reeksen.reduce((som, reeks) => som + (reeks[y] ?? 0), 0));
const metTotaal = (reeks: Reeks): Reeks => [...reeks, reeks.reduce((som, x) => som + x, 0)];
const maand = (jjjjmm: string): string => new Date(`${jjjjmm}-01T00:00:00Z`).toLocaleDateString('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

type Keuze = 'nul' | 'scenario' | 'effect';
const blok = (naam: string, reeks: (keuze: Keuze) => Reeks): string[][] => [
  [naam],
  ['  nulscenario', ...metTotaal(reeks('nul')).map(heel)],
  ['  scenario', ...metTotaal(reeks('scenario')).map(heel)],
  ['  effect', ...metTotaal(reeks('effect')).map(effect)],
];

/** Table of one scenario: three lines per participant and for all of them, and what it comes down to. In whole euros. */
export function uitkomstentabel(project: Project, berekening: Berekening, id: string): string {
  const uitkomst = berekening.scenarios[id];
  if (!uitkomst) throw new Error(`scenario ${id} is niet doorgerekend`);
  const scenario = volledigScenario(project, id);
  const nul = uitkomst.nul ?? berekening.nul;
  const Y = berekening.jaren.length;
  const deelnemers = deelnemersVan(project, scenario);
  const bron = { nul: nul.perGemeente, scenario: uitkomst.totaal.perGemeente, effect: uitkomst.effect.perGemeente };
  const naamVan = (code: string): string => project.gemeenten.find((g) => g.code === code)?.naam ?? code;
  const rijen = [
    ['', ...berekening.jaren.map(String), 'samen'],
    null,
    ...deelnemers.flatMap((code) => blok(naamVan(code), (keuze) => bron[keuze][code] ?? [])),
    null,
    ...blok('Deelnemers samen', (keuze) => opgeteld(deelnemers.map((code) => bron[keuze][code] ?? []), Y)),
  ];
  const terug = uitkomst.terugverdienmaand === null ? 'niet terugverdiend binnen deze jaren' : `terugverdiend in ${maand(uitkomst.terugverdienmaand)}`;
  const zonder = Object.values(uitkomst.zonderToegang).reduce((som, n) => som + n, 0);
  const slot = [`Voor gemeenten ${terug}; contante waarde ${effect(uitkomst.ncw)}, over alle dragers ${effect(uitkomst.ncwAlleDragers)}.`];
  if (zonder > 0) slot.push(`${heel(zonder)} leerlingen op deze scholen hebben geen toegang, omdat hun gemeente niet deelneemt.`);
  return [scenario.naam, tabel(rijen), ...slot].join('\n');
}
