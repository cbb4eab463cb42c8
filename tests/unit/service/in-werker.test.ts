/** The thread of a window dies: whoever waited hears so, the window is told, and the next call has a new thread. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Gebeurtenis } from '../../../models/contract/gebeurtenis.ts';
import type { Methodenaam } from '../../../models/contract/methoden.ts';
import { inWerker } from '../../../electron/service/in-werker.ts';
import { Venster } from '../../../electron/service/venster.ts';

const VALT_OM = new URL('../../fixtures/werker/valt-om.mjs', import.meta.url);
const ECHT = new URL('../../../electron/service/werker.ts', import.meta.url);

let map: string;
let gebeurtenissen: Gebeurtenis[];
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'arrangement-werker-'));
  gebeurtenissen = [];
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

const open = (programma: URL): Venster => new Venster({ soort: 'web', versie: '0', gegevensmap: map, voorbeeldmap: map }, inWerker(programma), (g) => gebeurtenissen.push(g));
const roep = async (venster: Venster, methode: Methodenaam, invoer: unknown = {}): Promise<{ ok: boolean; fout?: { code: string; tekst: string }; value?: unknown }> =>
  JSON.parse(await venster.roep(JSON.stringify({ methode, invoer }))) as never;

describe('a thread that dies', () => {
  it.each(['project.stand', 'project.sluit'] as const)('ends the call that waited (%s) and tells the window, once', async (methode) => {
    const venster = open(VALT_OM);
    const antwoord = await roep(venster, methode);
    expect(antwoord).toMatchObject({ ok: false, fout: { code: 'intern', tekst: expect.stringContaining('open het project opnieuw') as string } });
    expect(gebeurtenissen).toMatchObject([{ soort: 'verloren' }]);
    // The window itself goes on, and so does a new thread.
    expect(await roep(venster, 'start.recent')).toEqual({ ok: true, value: [] });
    expect((await roep(venster, methode)).fout?.code).toBe('intern');
    await venster.sluit();
  });
});

it('that dies while its window closes lets it close, and leaves a line in the log', async () => {
  const venster = open(VALT_OM);
  expect((await roep(venster, 'vastgesteld.lijst')).ok).toBe(true);
  const pad = venster.grepen.nieuwPad('a.json');
  await venster.sluit();
  expect(existsSync(join(pad, '..'))).toBe(false);
  expect(readFileSync(join(map, 'fouten.log'), 'utf8')).toContain('Dienstfout');
});

describe('a thread', () => {
  it('is not there before it is needed, and gone when its window is', async () => {
    const venster = open(ECHT);
    const draden: Worker[] = [];
    const tel = (draad: Worker): void => void draden.push(draad);
    process.on('worker', tel);
    await roep(venster, 'app.info');
    expect(draden).toHaveLength(0);
    await roep(venster, 'project.sluit');
    await roep(venster, 'project.stand');
    expect(draden).toHaveLength(1);
    process.off('worker', tel);
    const einde = new Promise((klaar) => draden[0]?.once('exit', klaar));
    await venster.sluit();
    await einde;
    expect(gebeurtenissen).toEqual([]);
  });

  it('handles calls in the order in which they came', async () => {
    const venster = open(ECHT);
    const nieuw = { naam: 'Proef', uitgangspunten: { peildatum: '2027-01-01', begrotingsjaar: 2028, maximaleLooptijd: 36 } };
    const [gemaakt, gewijzigd, stand, dicht, erna] = await Promise.all([
      roep(venster, 'project.nieuw', nieuw),
      roep(venster, 'project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Anders' }], omschrijving: 'Naam' }),
      roep(venster, 'project.stand'),
      roep(venster, 'project.sluit'),
      roep(venster, 'project.stand'),
    ]);
    expect([gemaakt, gewijzigd, stand, dicht].map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(stand).toMatchObject({ value: { stand: { project: { naam: 'Anders' } } } });
    expect(erna.fout?.code).toBe('geenProject');
    await venster.sluit();
  });
});
