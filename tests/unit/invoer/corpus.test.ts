import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importeerBestanden, type Importuitkomst } from '../../../electron/service/importeren.ts';
import { controleer } from '../../../models/invoer/boekhouding.ts';
import { MELDINGEN } from '../../../models/invoer/meldingen.ts';
import type { Bestandsrapport } from '../../../models/invoer/types.ts';
import { type Geval, type Tabelverwachting, VANDAAG } from './corpus.ts';

const map = new URL('../../fixtures/import/', import.meta.url).pathname;
const namen = readdirSync(map).filter((n) => n.endsWith('.verwacht.json')).map((n) => n.slice(0, -'.verwacht.json'.length));
const lees = (naam: string): unknown => JSON.parse(readFileSync(join(map, naam), 'utf8'));

type Verwacht = Geval['verwacht'] & { wat: string; opdracht: Omit<Geval, 'naam' | 'wat' | 'bestanden' | 'verwacht'> & { bestanden: string[] } };

/** Pseudonyms are random: the first becomes `j1`, the second `j2`, … */
function metVasteNamen(project: unknown): unknown {
  const namen_ = new Map<string, string>();
  return JSON.parse(JSON.stringify(project), (sleutel, waarde: unknown) => {
    if (sleutel !== 'jeugdige' || typeof waarde !== 'string') return waarde;
    if (!namen_.has(waarde)) namen_.set(waarde, `j${namen_.size + 1}`);
    return namen_.get(waarde);
  });
}

function kort(r: Bestandsrapport): Tabelverwachting & { bestand: string } {
  const tekst = (rij: number | null, kolom: string | null): string => (rij === null && kolom === null ? '' : ` ${rij ?? '-'} ${kolom ?? '-'}`);
  return {
    bestand: r.bestand, blad: r.blad, soort: r.soort, gelezen: r.gelezen, koppen: r.koppen, leeg: r.leeg, totalen: r.totalen, geaccepteerd: r.geaccepteerd, geweigerd: r.geweigerd,
    bedrag: [r.bedragGelezen, r.bedragGeaccepteerd, r.bedragGeweigerd], bedragOnleesbaar: r.bedragOnleesbaar,
    meldingen: r.meldingen.map((m) => `${m.code}${tekst(m.rij, m.kolom)}`).toSorted(), weggelaten: r.weggelaten,
    verschillen: r.controletotalen.filter((c) => !c.klopt).map((c) => [c.rij, c.kolom, c.bestand, c.berekend]),
  };
}

async function voerUit(verwacht: Verwacht): Promise<Importuitkomst> {
  const { bestanden, leegProject, ...rest } = verwacht.opdracht;
  const project = leegProject === true ? undefined : (lees('basis.project.json') as NonNullable<Parameters<typeof importeerBestanden>[0]['project']>);
  return importeerBestanden({ bestanden: bestanden.map((b) => join(map, b)), project, vandaag: VANDAAG, ...rest });
}

test('the corpus is there', () => {
  expect(namen.length).toBeGreaterThan(100);
});

describe('the corpus of import', () => {
  test.each(namen)('%s', async (naam) => {
    const verwacht = lees(`${naam}.verwacht.json`) as Verwacht;
    const uitkomst = await voerUit(verwacht);
    const { bestanden } = verwacht.opdracht;
    expect(uitkomst.vragen.map((v) => `${v.vraag} ${v.kolom ?? '-'}`)).toEqual(verwacht.vragen ?? []);
    expect(uitkomst.rapport.bestanden.map(kort)).toEqual(verwacht.tabellen.map((t) => ({
      bestand: bestanden[0], blad: null, leeg: 0, totalen: 0, geweigerd: 0, bedrag: [0, 0, 0], bedragOnleesbaar: 0, weggelaten: [], verschillen: [], ...t, meldingen: (t.meldingen ?? []).toSorted(),
    })));
    if (verwacht.project === null) expect(uitkomst.project).toBeUndefined();
    else for (const [sleutel, waarde] of Object.entries(verwacht.project ?? {})) expect({ [sleutel]: (metVasteNamen(uitkomst.project ?? {}) as Record<string, unknown>)[sleutel] }).toEqual({ [sleutel]: waarde });

    for (const r of uitkomst.rapport.bestanden) {
      controleer(r);
      for (const m of r.meldingen) {
        expect(m.niveau).toBe(MELDINGEN[m.code as keyof typeof MELDINGEN]);
        // A sentence: where, what, and what to do.
        expect(m.tekst).toContain(m.bestand);
        expect(m.tekst).toMatch(/\.$/);
        if (m.rij !== null) expect(m.tekst).toContain(`rij ${m.rij}`);
      }
    }
    const alles = JSON.stringify([uitkomst, ...uitkomst.vragen.map((v) => v.tekst)]);
    expect(alles).not.toMatch(/123456782|111222333|123\.456\.782|voorbeeld\.nl|Voorbeeld [AB]"/);
  });
});
