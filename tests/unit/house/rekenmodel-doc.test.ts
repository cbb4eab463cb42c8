import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../models/project/types.ts';
import { valideer } from '../../../models/project/valideren.ts';
import { bereken } from '../../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';

/** docs/rekenmodel.md promises that its figures are those of the program and that each sum can be followed with a calculator. */
const lees = (pad: string): string => readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8');
const doc = lees('docs/rekenmodel.md');

function project(): Project {
  const uitslag = valideer(JSON.parse(lees('tests/cases/klein.json')));
  if (!uitslag.ok) throw new Error(uitslag.fouten[0]?.tekst);
  return uitslag.project;
}
async function berekening() {
  const uitslag = await bereken(project());
  if (!uitslag.ok) throw new Error(uitslag.fouten[0]?.tekst);
  return uitslag.berekening;
}

const getal = (x: number, decimalen = 2): string =>
  x.toLocaleString('nl-NL', { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen }).replace('-', '−');
const rij = (naam: string, reeks: readonly number[] | undefined, decimalen = 2): string => `| ${naam} | ${(reeks ?? []).map((x) => getal(x, decimalen)).join(' | ')} |`;

/** The value of a sum of + − × ÷ in Dutch notation. */
function uitgerekend(som: string): number {
  return som.split(/ (?=[+−] )/).reduce((totaal, term) => {
    const teken = term.startsWith('− ') ? -1 : 1;
    const delen = term.replace(/^[+−] /, '').split(/ (?=[×÷] )/);
    return totaal + teken * delen.reduce((product, deel) => {
      const x = Number(deel.replace(/^[×÷] /, '').replaceAll('.', '').replace(',', '.').replace('−', '-'));
      if (Number.isNaN(x)) throw new Error(`geen getal: ${deel} in ${som}`);
      return deel.startsWith('÷') ? product / x : product * x;
    }, 1);
  }, 0);
}

describe('docs/rekenmodel.md', () => {
  const sommen = [...doc.matchAll(/`([\d.,]+(?: [−+×÷] [\d.,]+)+) = (−?[\d.,]+)`/g)].map(([, som, uitkomst]) => ({ som: som ?? '', uitkomst: uitkomst ?? '' }));

  it('has sums to follow, and none that is overlooked', () => expect(sommen.length).toBe([...doc.matchAll(/`\d[^`]* = [^`]*`/g)].length));

  it.each(sommen)('$som = $uitkomst', ({ som, uitkomst }) => {
    const decimalen = uitkomst.split(',')[1]?.length ?? 0;
    expect(getal(uitgerekend(som), decimalen)).toBe(uitkomst);
  });

  it('states the basis of the engine', () => {
    const p = project();
    const { cellen } = bereidVoor(p);
    const gevonden = cellen.basis.map((basis, i) => `${p.gemeenten[cellen.gemeente[i] ?? -1]?.naam} ${p.producten[cellen.product[i] ?? -1]?.code} ${getal(basis)}`);
    expect(gevonden.sort()).toEqual(['Borne BEG 24.000,00', 'Hengelo BEG 120.000,00', 'Hengelo BEH 36.000,00']);
    for (const bedrag of ['`12 × 10.000,00 = 120.000,00`', '`6 × 4.000,00 = 24.000,00`', '`12 × 3.000,00 = 36.000,00`']) expect(doc).toContain(bedrag);
  });

  it('states the uitstroom of the engine', async () => {
    const q = (await berekening()).uitstroom['2025-08']?.['BEG'] ?? [];
    expect(new Set(q.slice(0, 11)).size).toBe(1);
    expect(new Set(q.slice(11, 17)).size).toBe(1);
    expect(new Set(q.slice(17)).size).toBe(1);
    expect(doc).toContain(rij('q van BEG', [q[0] ?? -1, q[11] ?? -1, q[17] ?? -1], 4));
  });

  it('states every outcome of the engine', async () => {
    const { jaren, nul, scenarios } = await berekening();
    const a = scenarios['a'];
    expect(doc).toContain(`| nulscenario | ${jaren.join(' | ')} |`);
    const tabellen: [kop: string, rijen: string[]][] = [
      ['nulscenario', [rij('Hengelo', nul.perGemeente['GM0164']), rij('Borne', nul.perGemeente['GM0147']), rij('samen', nul.perJaar)]],
      ['vrijvalfactor', [rij('BEG', a?.vrijval['bouwsteen']?.['BEG'], 4), rij('BEH', a?.vrijval['bouwsteen']?.['BEH'], 4)]],
      ['blijft individueel', [rij('Hengelo', a?.individueel['GM0164']), rij('Borne', a?.individueel['GM0147'])]],
      ['collectief', [rij('team', a?.collectief)]],
      ['bijdrage', [rij('Hengelo', a?.bijdragen['GM0164']), rij('Borne', a?.bijdragen['GM0147']), rij('Hengelo, afgerond', a?.bijdragenAfgerond['GM0164'], 0), rij('Borne, afgerond', a?.bijdragenAfgerond['GM0147'], 0)]],
      ['effect', [rij('Hengelo', a?.effect.perGemeente['GM0164']), rij('Borne', a?.effect.perGemeente['GM0147']), rij('samen', a?.effect.perJaar), rij('cumulatief', a?.effect.cumulatief)]],
    ];
    for (const [kop, rijen] of tabellen) expect(doc).toContain([`| ${kop} | 2027 | 2028 | 2029 | 2030 |`, '| --- | ---: | ---: | ---: | ---: |', ...rijen, ''].join('\n'));
    expect(a?.terugverdienmaand).toBeNull();
    expect(getal(a?.ncw ?? 0)).toBe('66.942,86');
  });
});
