/**
 * kill −9 at random moments: the file opens, is whole, and has lost nothing but the change in flight. Twenty-four times here; `KILL_KEREN=200` for more.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lijstReservekopieen, maakProject, openProject, type Projectbestand } from '../../electron/store/index.ts';
import { versieVan, VERSIE } from '../../electron/store/migraties.ts';
import { controleerReservekopie, reservemap } from '../../electron/store/reservekopie.ts';
import { openLeesdb } from '../../electron/store/verbinding.ts';
import { bericht, eigenMap, einde, geweigerdeRij, indicatie, kind, klein, vasteOmgeving } from './hulp.ts';
import { maakOud } from './oud.ts';

const KEREN = Number(process.env['KILL_KEREN'] ?? 24);

interface Proef {
  /** Makes what the child works on. @returns its arguments after the task */
  begin(map: string): Promise<string[]>;
  /** Milliseconds within which it is killed, counted from its start. */
  binnen: number;
  /** What must hold, given the last thing that the child said was done (−1: nothing). */
  na(argumenten: string[], gedaan: number): Promise<void>;
}

async function gemaakt(map: string, project = klein()): Promise<string> {
  const pad = join(map, 'p.arrangement');
  await (await maakProject(pad, project)).sluit({ reservekopie: false });
  return pad;
}

/** Opens it as its next user does, checks all of it, and that nothing unfinished is left beside it. */
async function heel(pad: string, kijk: (bestand: Projectbestand) => void): Promise<void> {
  const bestand = await openProject(pad);
  try {
    expect(bestand.alleenLezen).toBeUndefined();
    bestand.controleer();
    kijk(bestand);
    const rest = readdirSync(dirname(pad)).filter((naam) => naam.startsWith(`.${basename(pad)}`));
    expect(rest).toEqual([]);
  } finally {
    await bestand.sluit({ reservekopie: false });
  }
}
const naamNa = (gedaan: number): (string | undefined)[] => [gedaan < 0 ? klein().naam : `naam ${gedaan}`, `naam ${gedaan + 1}`];

const PROEVEN: Record<string, Proef> = {
  wijzigen: {
    begin: async (map) => [await gemaakt(map)],
    binnen: 150,
    na: ([pad], gedaan) =>
      heel(pad!, (bestand) => {
        const { naam, uitgangspunten } = bestand.project();
        expect(naamNa(gedaan)).toContain(naam);
        // Both parts of a change, or neither.
        if (naam.startsWith('naam ')) expect(uitgangspunten.jaren).toBe(1 + (Number(naam.slice(5)) % 30));
        expect(bestand.log(1)[0]?.omschrijving.replace('wijziging', 'naam')).toBe(naam === klein().naam ? `indicaties uit project.json` : naam);
      }),
  },
  importeren: {
    begin: async (map) => [await gemaakt(map)],
    binnen: 400,
    na: ([pad], gedaan) =>
      heel(pad!, (bestand) => {
        const aantal = bestand.leveringen().length - 1;
        expect([gedaan + 1, gedaan + 2]).toContain(aantal);
        const vanHengelo = bestand.project().indicaties.filter((rij) => rij.gemeente === 'GM0164');
        if (aantal === 0) expect(vanHengelo).toEqual(klein().indicaties.filter((rij) => rij.gemeente === 'GM0164'));
        else expect([vanHengelo.length, new Set(vanHengelo.map((rij) => rij.kostenPerJaar))]).toEqual([4000, new Set([aantal - 1])]);
      }),
  },
  herstellenVanRijen: {
    async begin(map) {
      const pad = await gemaakt(map);
      const bestand = await openProject(pad);
      const invoer = bestand.invoer();
      invoer.begin({ soort: 'indicaties', bestand: 'a.csv', controlegetal: 'a' });
      invoer.rijen('indicaties', [indicatie({ kostenPerJaar: 0 })]);
      invoer.geweigerd([...Array.from({ length: 2000 }, (_, i) => geweigerdeRij(i + 2)), geweigerdeRij(100_000)]);
      invoer.einde(null);
      invoer.bewaar();
      await bestand.sluit({ reservekopie: false });
      return [pad];
    },
    binnen: 400,
    na: ([pad], gedaan) =>
      heel(pad!, (bestand) => {
        const [bron] = bestand.leveringen().filter((l) => l.bestand === 'a.csv');
        const aantal = bestand.leveringen().filter((l) => l.herstelt === bron!.id).length;
        expect([gedaan + 1, gedaan + 2]).toContain(aantal);
        expect([bron!.hersteld, bron!.geweigerd, bron!.staat]).toEqual([aantal, 2001 - aantal, 'geldig']);
        // Rows of each repair are there whole, beside those of the delivery, and the row that was refused again is as it was last.
        expect(bestand.project().indicaties.filter((rij) => rij.gemeente === 'GM0164').length).toBe(1 + 400 * aantal);
        const geweigerd = bestand.geweigerd(bron!.id);
        expect(geweigerd.filter(({ hersteld }) => hersteld).map(({ rij }) => rij)).toEqual(Array.from({ length: aantal }, (_, i) => i + 2));
        if (aantal > 0) expect(geweigerd.at(-1)?.waarden).toEqual({ poging: aantal - 1 });
      }),
  },
  migreren: {
    begin: async (map) => {
      const pad = join(map, 'p.arrangement');
      maakOud(pad, 30, { ...klein(), indicaties: Array.from({ length: 20_000 }, (_, i) => indicatie({ kostenPerJaar: i })) }, 2000);
      return [pad];
    },
    binnen: 500,
    async na([pad]) {
      const db = openLeesdb(pad!);
      expect([30, VERSIE]).toContain(versieVan(db));
      db.close();
      await heel(pad!, (bestand) => {
        expect(bestand.project().indicaties.length).toBe(20_000);
        expect(bestand.lijst('profielen').length).toBe(2000);
      });
    },
  },
  reservekopie: {
    begin: async (map) => [await gemaakt(map)],
    binnen: 400,
    async na([pad], gedaan) {
      await heel(pad!, (bestand) => expect(naamNa(gedaan)).toContain(bestand.project().naam));
      const kopieen = lijstReservekopieen(pad!);
      expect(kopieen.length).toBeGreaterThanOrEqual(Math.min(10, gedaan + 1));
      for (const kopie of kopieen) controleerReservekopie(kopie.pad);
      if (existsSync(reservemap(pad!))) expect(readdirSync(reservemap(pad!)).filter((naam) => naam.startsWith('.'))).toEqual([]);
    },
  },
  bewaren: {
    begin: async (map) => [await gemaakt(map), join(map, 'ander.arrangement')],
    binnen: 400,
    async na([pad, doel], gedaan) {
      await heel(pad!, (bestand) => expect(naamNa(gedaan)).toContain(bestand.project().naam));
      if (gedaan >= 0 || existsSync(doel!)) await heel(doel!, (bestand) => expect(naamNa(gedaan)).toContain(bestand.project().naam));
    },
  },
  maken: {
    begin: async (map) => [await gemaakt(map), join(map, 'ander.arrangement')],
    binnen: 400,
    async na([pad, doel], gedaan) {
      await heel(pad!, (bestand) => expect(bestand.project()).toStrictEqual(klein()));
      if (gedaan >= 0 || existsSync(doel!)) await heel(doel!, (bestand) => expect(bestand.project()).toStrictEqual({ ...klein(), naam: bestand.project().naam }));
      if (existsSync(doel!)) await heel(doel!, (bestand) => expect(naamNa(gedaan)).toContain(bestand.project().naam));
    },
  },
  herstellen: {
    async begin(map) {
      const pad = join(map, 'p.arrangement');
      const bestand = await maakProject(pad, klein(), { omgeving: vasteOmgeving() });
      await bestand.reservekopie();
      bestand.wijzig('naam', (p) => { p.naam = 'tweede'; });
      await bestand.reservekopie();
      await bestand.sluit({ reservekopie: false });
      return [pad];
    },
    binnen: 400,
    async na([pad]) {
      await heel(pad!, (bestand) => expect(['tweede', klein().naam]).toContain(bestand.project().naam));
      for (const kopie of lijstReservekopieen(pad!)) controleerReservekopie(kopie.pad);
    },
  },
};

describe.each(Object.entries(PROEVEN))('gedood tijdens %s', (taak, proef) => {
  const keren = Math.ceil(KEREN / Object.keys(PROEVEN).length);
  it(`${keren} keer`, async () => {
    expect.hasAssertions();
    for (let keer = 0; keer < keren; keer++) {
      const argumenten = await proef.begin(eigenMap());
      const werker = kind('werker', [taak, ...argumenten]);
      let gedaan = await bericht<number>(werker);
      werker.on('message', (n) => { gedaan = n as number; });
      const na = Math.random() * proef.binnen;
      await new Promise((klaar) => setTimeout(klaar, na));
      werker.kill('SIGKILL');
      await einde(werker);
      // Messages that were on their way when it died.
      await new Promise(setImmediate);
      try {
        await proef.na(argumenten, gedaan);
      } catch (fout) {
        throw new Error(`${taak}, killed after ${na.toFixed(1)} ms with ${gedaan} done: ${(fout as Error).message}`, { cause: fout });
      }
    }
  });
});
