/**
 * Refused rows that are corrected, in whatever part and in however many goes, give what the corrected file would have given at once: the same rows and the same
 * basis, to the cent; and rows and euros of the delivery and its repairs add up.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakProject, type Projectbestand } from '../../electron/store/index.ts';
import type { Project } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { leesIn, verbeterdeWerkmap } from '../hulp/geweigerd.ts';
import { kaal } from '../store/hulp.ts';

let map = '';
beforeAll(() => void (map = mkdtempSync(join(tmpdir(), 'herstel-'))));
afterAll(() => rmSync(map, { recursive: true, force: true }));

const SOORTEN = {
  indicaties: ['Jeugdige', 'School', 'Gemeente', 'Product', 'Start', 'Eind', 'Kosten per jaar', 'Aanbieder', 'Toewijzingnummer'],
  declaraties: ['Jeugdige', 'School', 'Gemeente', 'Product', 'Maand', 'Bedrag', 'Aanbieder', 'Toewijzingnummer'],
} as const;
type Soort = keyof typeof SOORTEN;
type Regel = Record<string, string>;

/** What may be wrong with a row, with the heading that it is in; `dubbel` makes it the same as one before it. */
const FOUTEN = ['geen', 'geen', 'datum', 'bedrag', 'school', 'geenSchool', 'gemeente', 'eind', 'dubbel'] as const;
type Fout = (typeof FOUTEN)[number];
const KEUZES = ['goed', 'blijft', 'anders', 'weg'] as const;

const rij = fc.record({
  school: fc.constantFrom('VSO de Bouwsteen', 'SBO de Batavier'), gemeente: fc.constantFrom('Hengelo', 'Borne'), product: fc.constantFrom('BEG', 'BEH'),
  maand: fc.integer({ min: 1, max: 9 }), centen: fc.integer({ min: 1, max: 9_999_999 }), jeugdige: fc.integer({ min: 1, max: 6 }), nummer: fc.boolean(),
  fout: fc.constantFrom(...FOUTEN), eerst: fc.constantFrom(...KEUZES), daarna: fc.constantFrom(...KEUZES),
});
type Rij = typeof rij extends fc.Arbitrary<infer T> ? T : never;

/** The row as it was meant; its number and its day are its own. */
function goed(soort: Soort, r: Rij, i: number): Regel {
  const bedrag = `${Math.floor(r.centen / 100)},${String(r.centen % 100).padStart(2, '0')}`;
  const gedeeld = { Jeugdige: `C${r.jeugdige}`, School: r.school, Gemeente: r.gemeente, Product: r.product, Aanbieder: `Aanbieder ${i}`, Toewijzingnummer: r.nummer ? `T${i}` : '' };
  return soort === 'indicaties' ? { ...gedeeld, Start: `01-0${r.maand}-2025`, Eind: r.centen % 3 === 0 ? '' : `28-0${r.maand}-2027`, 'Kosten per jaar': bedrag } : { ...gedeeld, Maand: `2025-0${r.maand}`, Bedrag: bedrag };
}

function bedorven(soort: Soort, regel: Regel, fout: Fout): Regel {
  const datum = soort === 'indicaties' ? 'Start' : 'Maand';
  const bedrag = soort === 'indicaties' ? 'Kosten per jaar' : 'Bedrag';
  switch (fout) {
    case 'datum': return { ...regel, [datum]: '31-02-2025' };
    case 'bedrag': return { ...regel, [bedrag]: 'n.v.t.' };
    case 'school': return { ...regel, School: 'Elders' };
    case 'geenSchool': return { ...regel, School: '' };
    case 'gemeente': return { ...regel, Gemeente: 'Nergenshuizen' };
    case 'eind': return soort === 'indicaties' ? { ...regel, Eind: '01-01-2020' } : { ...regel, Maand: 'ooit' };
    default: return regel;
  }
}

const csv = (soort: Soort, regels: readonly Regel[]): string => [SOORTEN[soort].join(';'), ...regels.map((r) => SOORTEN[soort].map((kop) => r[kop] ?? '').join(';')), ''].join('\n');

/** What of a project does not depend on the order of its rows or on the pseudonyms of an import. */
function inhoud({ indicaties, declaraties = [] }: Project): unknown {
  const zonder = (rijen: readonly object[]): string[] => rijen.map((r) => JSON.stringify({ ...r, jeugdige: undefined })).sort();
  return [zonder(indicaties), zonder(declaraties)];
}
/** Basis and uitstroom in whole cents. */
function basis(project: Project): unknown {
  const { scholen: _s, ...rest } = bereidVoor(project) as unknown as Record<string, unknown>;
  return JSON.parse(JSON.stringify(rest, (_, w: unknown) => (typeof w === 'number' ? Math.round(w * 100) : w instanceof Float64Array ? Array.from(w, (x) => Math.round(x * 100)) : w)));
}
const jeugdigen = ({ indicaties, declaraties = [] }: Project): number => new Set([...indicaties, ...declaraties].map((r) => r.jeugdige)).size;

let nummer = 0;
const nieuw = async (soort: Soort, eerder: string): Promise<Projectbestand> => {
  const leeg = kaal();
  const bestand = await maakProject(join(map, `${++nummer}.arrangement`), { ...leeg, uitgangspunten: { ...leeg.uitgangspunten, basis: soort } });
  await leesIn(bestand, [eerder]);
  return bestand;
};

describe.each(['indicaties', 'declaraties'] as const)('verbeterde %s', (soort) => {
  it('zijn samen wat het verbeterde bestand in één keer is', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(rij, { minLength: 1, maxLength: 12 }), fc.array(rij, { maxLength: 3 }), async (rijen, eerder) => {
      const regels: Regel[] = [];
      const fouten = new Map<number, Regel>();
      rijen.forEach((r, i) => {
        const regel = goed(soort, r, i);
        const bron = r.fout === 'dubbel' ? regels.findIndex((_, k) => !fouten.has(k)) : -1;
        const kapot = bron >= 0 ? regels[bron]! : bedorven(soort, regel, r.fout);
        if (kapot !== regel) fouten.set(i, regel);
        regels.push(kapot);
      });
      const [oud, pad, heel] = ['oud', soort, 'heel'].map((naam) => join(map, `${naam}.csv`)) as [string, string, string];
      writeFileSync(oud, csv(soort, eerder.map((r, i) => ({ ...goed(soort, r, i + 100), Gemeente: r.gemeente }))));
      writeFileSync(pad, csv(soort, regels));

      const bestand = await nieuw(soort, oud);
      const ineens = await nieuw(soort, oud);
      try {
        const eerst = await leesIn(bestand, [pad]);
        if (eerst.leveringen.length === 0) return;
        const nu = [...regels];
        const keren: { pad: string; n: number }[] = [];
        for (const keer of ['eerst', 'daarna'] as const) {
          const boek = join(map, `${keer}.xlsx`);
          const open = (await leesOpen(bestand)).length;
          if (open === 0) break;
          let n = 0;
          const wil = new Map<number, Regel>();
          await verbeterdeWerkmap(bestand, boek, (bronrij, waarden) => {
            const i = bronrij - 2;
            const keuze = rijen[i]![keer];
            if (keuze === 'weg') return null;
            if (keuze === 'blijft') return waarden;
            const regel = keuze === 'goed' ? fouten.get(i)! : bedorven(soort, fouten.get(i)!, 'bedrag');
            if (keuze === 'goed') n++;
            wil.set(i, regel);
            // Who a child is was not kept: what stands there stays.
            return { ...waarden, ...Object.fromEntries(SOORTEN[soort].map((kop) => [kop, kop === 'Jeugdige' ? (waarden[kop] ?? null) : regel[kop] === '' ? null : (regel[kop] ?? null)])) };
          });
          const { stand, leveringen } = await leesIn(bestand, [boek]);
          expect(leveringen.length).toBe(n > 0 ? 1 : 0);
          expect(await leesOpen(bestand)).toHaveLength(open - n);
          if (n === 0) continue;
          for (const [i, regel] of wil) {
            nu[i] = { ...regel, Jeugdige: regels[i]!['Jeugdige']! };
          }
          const rapport = stand.bladen[0]!.rapport!;
          const { samen, hersteld } = rapport.herstel!;
          expect([hersteld, samen.geaccepteerd + samen.geweigerd, samen.geweigerd]).toEqual([n, rijen.length, open - n]);
          expect(Math.round(100 * (samen.bedragGeaccepteerd + samen.bedragGeweigerd))).toBe(Math.round(100 * samen.bedragGelezen));
          keren.push({ pad: boek, n });
          // The same once more does nothing.
          const voor = bestand.log(1)[0]?.id;
          expect((await leesIn(bestand, [boek])).leveringen).toEqual([]);
          expect(bestand.log(1)[0]?.id).toBe(voor);
        }
        writeFileSync(heel, csv(soort, nu));
        const alles = (await leesIn(ineens, [heel])).stand.bladen[0]!.rapport!;
        expect(inhoud(bestand.project())).toEqual(inhoud(ineens.project()));
        expect(basis(bestand.project())).toEqual(basis(ineens.project()));
        expect(jeugdigen(bestand.project())).toBe(jeugdigen(ineens.project()));
        expect((await leesOpen(bestand)).length).toBe(alles.geweigerd);
        bestand.controleer();
        // Undone in turn, it is what it was before.
        for (const _ of keren) bestand.ongedaan();
        expect((await leesOpen(bestand)).length).toBe(fouten.size);
      } finally {
        await bestand.sluit({ reservekopie: false });
        await ineens.sluit({ reservekopie: false });
      }
    }), { numRuns: Number(process.env['HERSTEL_KEREN'] ?? 25) });
  });
});

const leesOpen = async (bestand: Projectbestand): Promise<number[]> => bestand.leveringen().filter((l) => l.bestand !== 'oud.csv').flatMap((l) => bestand.geweigerd(l.id).filter((g) => !g.hersteld).map((g) => g.rij));
