/** project → file → project is the same project, in every list, order and odd field; and what is prepared from the file is what is prepared from it. */
import * as fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject } from '../../electron/store/index.ts';
import type { Projectopbouw } from '../../models/invoer/types.ts';
import type { Project } from '../../models/project/types.ts';
import { bereidVoor, voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { parameters } from '../hulp/wet.ts';
import { willekeurigProject } from '../hulp/willekeurig.ts';
import { eigenMap, klein, lees, straksDicht } from './hulp.ts';

/** As JSON has it: absent where undefined. */
const alsJson = <T>(waarde: T): T => JSON.parse(JSON.stringify(waarde)) as T;

async function heenEnTerug(project: Projectopbouw): Promise<Project> {
  const pad = join(eigenMap(), 'p.arrangement');
  const bestand = await maakProject(pad, project);
  const meteen = bestand.project();
  await bestand.sluit({ reservekopie: false });
  const weer = straksDicht(await openProject(pad));
  expect(weer.project()).toStrictEqual(meteen);
  return meteen;
}

describe('draagbaar project', () => {
  it.each(['klein', 'twente', 'aggregaat', 'randen-1', 'randen-2', 'randen-3'])('%s blijft gelijk en geeft dezelfde voorbereiding', async (naam) => {
    const project = lees(naam);
    const bestand = straksDicht(await maakProject(join(eigenMap(), 'p.arrangement'), project));
    expect(bestand.project()).toStrictEqual(project);
    expect(bestand.voorbereiding(voorbereider)).toStrictEqual(bereidVoor(project));
    bestand.controleer();
  });

  it('elk willekeurig project blijft gelijk en geeft dezelfde voorbereiding', async () => {
    await fc.assert(
      fc.asyncProperty(willekeurigProject(), async (willekeurig) => {
        const project = alsJson(willekeurig);
        const bestand = await maakProject(join(eigenMap(), 'p.arrangement'), project);
        try {
          expect(bestand.project()).toStrictEqual(project);
          expect(bestand.voorbereiding(voorbereider)).toStrictEqual(bereidVoor(project));
        } finally {
          await bestand.sluit({ reservekopie: false });
        }
      }),
      parameters(25),
    );
  });

  it('bewaart herkomst, null, lege lijsten, onbekende velden en de volgorde van alles', async () => {
    const herkomst = { bedrag: { bron: 'begroting', datum: '2026-01-01', status: 'aanname' as const } };
    const k = klein();
    const project = {
      ...k,
      herkomst,
      gemeenten: k.gemeenten.toReversed(),
      scholen: k.scholen.map((school) => ({ ...school, herkomst })),
      leerlingen: [...k.leerlingen, ...k.leerlingen.slice(0, 1)],
      dragers: [],
      declaraties: [],
      bestaandeArrangementen: [{ school: 'batavier', jaarbedrag: 2 }, { school: 'bouwsteen', jaarbedrag: 1, start: null }, { school: 'batavier', jaarbedrag: 3 }],
      indicaties: [...k.indicaties.map((rij) => ({ ...rij, herkomst })), { school: 'batavier', gemeente: 'GM0147', product: 'BEH', start: '2026-01-01', eind: null, kostenPerJaar: 0.1 + 0.2, ietsNieuws: [1] }],
      ietsAnders: { a: 1 },
    } as unknown as Project;
    expect(await heenEnTerug(project)).toStrictEqual(project);
  });

  it('bewaart ook een project in opbouw, zonder wat het nog niet heeft', async () => {
    const opbouw: Projectopbouw = { formaat: 'collectief-arrangeren/1', naam: 'in opbouw', scholen: [] };
    expect(await heenEnTerug(opbouw)).toStrictEqual(opbouw);
  });

  it('weigert rijen die iets noemen wat het project niet heeft, en laat dan niets achter', async () => {
    const map = eigenMap();
    await expect(maakProject(join(map, 'p.arrangement'), { ...klein(), producten: [] })).rejects.toThrow(/^Product BEG, BEH komen voor in geladen rijen/);
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(map)).toEqual([]);
  });
});
