import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { voorbeeldbestanden } from '../../../scripts/voorbeeld/maken.ts';
import nieuwsbrief from '../../../templates/voorbeeld/nieuwsbrief.json' with { type: 'json' };
import { Toeval } from '../../../templates/voorbeeld/toeval.ts';
import { jeugdigenPerSchool, PEILDATUM, toewijzingen } from '../../../templates/voorbeeld/toewijzingen.ts';

const map = fileURLToPath(new URL('../../../templates/voorbeeld/bestanden', import.meta.url));

describe('the files of the example', () => {
  it('are what the generator makes, byte for byte', async () => {
    const gemaakt = await voorbeeldbestanden();
    expect(readdirSync(map).sort()).toEqual([...gemaakt.keys()].sort());
    for (const [naam, inhoud] of gemaakt) expect({ naam, gelijk: Buffer.from(inhoud).equals(readFileSync(join(map, naam))) }).toEqual({ naam, gelijk: true });
  });

  it('keep the numbers of the newsletter, and its total that does not add up', () => {
    const som = (getallen: number[]): number => getallen.reduce((a, b) => a + b, 0);
    nieuwsbrief.gemeenten.forEach((_, g) => expect(som(nieuwsbrief.scholen.map((s) => s.leerlingen[g] ?? 0))).toBe(nieuwsbrief.kolomtotalen[g]));
    expect(nieuwsbrief.scholen.filter((s) => som(s.leerlingen) !== s.totaal).map((s) => [s.id, som(s.leerlingen), s.totaal])).toEqual([['batavier', 206, 212]]);
    expect(som(nieuwsbrief.scholen.map((s) => s.totaal))).toBe(nieuwsbrief.totaal);
  });

  it.each([[0, 387], [1, 68], [2, 67]])('gemeente %d has %d jeugdigen with a running indicatie, as many per school as its share says', (gemeente, aantal) => {
    const lopend = toewijzingen(gemeente).filter(({ start, eind }) => start <= PEILDATUM && (eind === null || eind >= PEILDATUM));
    expect(new Set(lopend.map((t) => t.client)).size).toBe(aantal);
    const perSchool = nieuwsbrief.scholen.map((s) => new Set(lopend.filter((t) => t.school === s.id).map((t) => t.client)).size);
    expect(perSchool).toEqual(jeugdigenPerSchool(gemeente));
    nieuwsbrief.scholen.forEach((s, i) => expect(Math.abs((perSchool[i] ?? 0) - (s.leerlingen[gemeente] ?? 0) * s.jeugdhulp)).toBeLessThan(1));
  });

  it('hold indicaties that ended in the year before peildatum, from which uitstroom is measured', () => {
    for (const gemeente of [0, 1, 2]) expect(toewijzingen(gemeente).filter(({ eind }) => eind !== null && eind < PEILDATUM && eind >= '2025-10-01').length).toBeGreaterThan(50);
  });

  it('say on every sheet and row of amounts that they are invented', async () => {
    const gemaakt = await voorbeeldbestanden();
    for (const naam of ['indicaties-borne.csv', 'indicaties-overige-gemeenten.csv']) {
      const [, ...rijen] = Buffer.from(gemaakt.get(naam) ?? []).toString('utf8').trimEnd().split('\r\n');
      expect(rijen.filter((rij) => !rij.includes('VOORBEELD – bedragen fictief'))).toEqual([]);
    }
    const [, ...rijen] = new TextDecoder('windows-1252').decode(gemaakt.get('indicaties-hengelo.csv')).trimEnd().split('\r\n');
    expect(rijen.filter((rij) => !rij.endsWith(';VOORBEELD – bedragen fictief'))).toEqual([]);
  });
});

describe('Toeval', () => {
  it('gives the same row for the same seed, and another for another', () => {
    const rij = (zaad: number): number[] => {
      const toeval = new Toeval(zaad);
      return Array.from({ length: 5 }, () => toeval.geheel(0, 999_999));
    };
    expect(rij(1)).toEqual(rij(1));
    expect(rij(1)).not.toEqual(rij(2));
  });

  it('is even, stays within its bounds and follows weights', () => {
    const toeval = new Toeval(7);
    const geteld = [0, 0, 0, 0];
    const gewogen = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 40_000; i++) {
      const g = toeval.geheel(3, 6) - 3;
      geteld[g] = (geteld[g] ?? 0) + 1;
      gewogen[toeval.kiesNaarGewicht({ a: 3, b: 1, c: 0 })] += 1;
    }
    expect(geteld).toHaveLength(4);
    for (const n of geteld) expect(Math.abs(n - 10_000)).toBeLessThan(400);
    expect(Math.abs(gewogen.a - 30_000)).toBeLessThan(400);
    expect(gewogen.c).toBe(0);
    expect(() => toeval.kies([])).toThrow('lege lijst');
  });
});
