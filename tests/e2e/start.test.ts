/** `npm start` where there is no screen or no Electron, as a user meets it; and a program that is killed while a project is open. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Antwoord } from '../../models/contract/antwoord.ts';
import { PADEN, SLEUTELKOP, VENSTERKOP } from '../../models/contract/http.ts';
import type { Invoer, Methodenaam, Uitvoer } from '../../models/contract/methoden.ts';
import { zorgVoorPagina } from '../../scripts/bouw/pagina.ts';
import { verwacht } from '../contract/verwacht.ts';
import { WORTEL } from './hulp.ts';

const electronmap = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const ADRES = /http:\/\/127\.0\.0\.1:\d+\/#\S+/;

let thuis: string;
const gestart: ChildProcess[] = [];
beforeAll(() => zorgVoorPagina(WORTEL));
beforeEach(() => {
  thuis = mkdtempSync(join(tmpdir(), 'arrangement-start-'));
});
afterEach(() => {
  for (const kind of gestart.splice(0)) kind.kill('SIGKILL');
  rmSync(thuis, { recursive: true, force: true });
});

interface Proces { kind: ChildProcess; tekst: string; roep<N extends Methodenaam>(methode: N, invoer: Invoer<N>): Promise<Antwoord<Uitvoer<N>>>; einde: Promise<number | null> }

/** Starts the program with settings of its own, and waits until it says where it is. */
async function start(argumenten: string[], omgeving: Record<string, string> = {}): Promise<Proces> {
  const { DISPLAY: _d, WAYLAND_DISPLAY: _w, ...overig } = process.env;
  const kind = spawn(process.execPath, ['scripts/start.ts', ...argumenten], { cwd: WORTEL, env: { ...overig, XDG_CONFIG_HOME: thuis, ...omgeving } });
  gestart.push(kind);
  let tekst = '';
  const einde = new Promise<number | null>((klaar) => kind.on('close', klaar));
  const adres = await new Promise<string>((klaar, mis) => {
    const lees = (deel: Buffer): void => {
      tekst += deel.toString();
      const gevonden = ADRES.exec(tekst)?.[0];
      if (gevonden !== undefined) klaar(gevonden);
    };
    kind.stdout.on('data', lees);
    kind.stderr.on('data', lees);
    void einde.then((code) => mis(new Error(`ended with ${code}: ${tekst}`)));
  });
  const [basis, sleutel] = adres.split('/#') as [string, string];
  return {
    kind, einde,
    get tekst() {
      return tekst;
    },
    roep: async (methode, invoer) => (await fetch(basis + PADEN.dienst, { method: 'POST', headers: { [SLEUTELKOP]: sleutel, [VENSTERKOP]: 'venster-proef' }, body: JSON.stringify({ methode, invoer }) })).json() as never,
  };
}

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  it('without a screen says so, gives the address and goes on until it is stopped', async () => {
    const { kind, tekst, roep, einde } = await start([]);
    expect(tekst).toContain('Er is hier geen scherm');
    verwacht(await roep('project.openVoorbeeld', {}));
    const [recent] = verwacht(await roep('start.recent', {}));
    kind.kill('SIGTERM');
    expect(await einde).toBe(0);
    expect(existsSync(join(recent?.map as string, `${recent?.bestand}-slot`))).toBe(false);
  });

  it.skipIf(existsSync(join(electronmap, 'path.txt')))('where Electron cannot be had says so in one sentence and goes on in the browser', async () => {
    const { tekst } = await start([], { DISPLAY: ':99', PATH: '/nergens', ELECTRON_MIRROR: 'http://127.0.0.1:9/', npm_config_electron_mirror: 'http://127.0.0.1:9/' });
    expect(tekst).toContain('Electron is hier niet en kan niet worden opgehaald; de app opent daarom in de browser.');
    expect(tekst).not.toMatch(/Error|at .*:\d+:\d+/);
  });

  it('that is killed loses nothing: the project opens again as it was, and says what happened', async () => {
    const eerste = await start(['--web']);
    verwacht(await eerste.roep('project.openVoorbeeld', {}));
    const { stand } = verwacht(await eerste.roep('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Net voor het einde' }], omschrijving: 'Naam' }));
    eerste.kind.kill('SIGKILL');
    await eerste.einde;
    const tweede = await start(['--web']);
    const [recent] = verwacht(await tweede.roep('start.recent', {}));
    const weer = verwacht(await tweede.roep('project.open', { bron: { soort: 'recent', id: recent?.id as string } }));
    expect(weer.stand).toMatchObject({ alleenLezen: false, revisie: stand.revisie, project: { naam: 'Net voor het einde' }, meldingen: [expect.stringContaining('onverwacht gestopt')] });
  });
});
