/**
 * `npm start`: builds what is needed and opens the app in Electron. Where its binary cannot be had, or with `--web`, the same app opens in the browser of
 * this machine; without a screen it says at which address it can be found, and goes on.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gegevensmap } from '../electron/web/gegevensmap.ts';
import { startWeb } from '../electron/web/server.ts';
import { inWerker } from '../electron/service/in-werker.ts';
import pakket from '../package.json' with { type: 'json' };
import { paginamap, zorgVoorPagina } from './bouw/pagina.ts';
import { bouwProgramma } from './bouw/programma.ts';
import { draaiElectron, vindElectron } from './bouw/electron.ts';

const wortel = fileURLToPath(new URL('..', import.meta.url));
const { values: { web = false } } = parseArgs({ options: { web: { type: 'boolean' } } });
const heeftScherm = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

await zorgVoorPagina(wortel, () => console.log('De pagina wordt gebouwd…'));
if (!web && !heeftScherm) console.log('Er is hier geen scherm om Electron in te openen; de app is te bereiken met een browser op deze machine.');
if (web || !heeftScherm || !(await inElectron())) await inBrowser();

/** Whether the app ran in Electron; if not, why is said in one sentence. */
async function inElectron(): Promise<boolean> {
  const electron = await vindElectron(wortel);
  if (electron === undefined) {
    console.log('Electron is hier niet en kan niet worden opgehaald; de app opent daarom in de browser.');
    return false;
  }
  await bouwProgramma(wortel);
  if (await draaiElectron(electron, wortel)) return true;
  console.log('Electron kan hier niet starten; de app opent daarom in de browser.');
  return false;
}

async function inBrowser(): Promise<void> {
  const server = await startWeb({
    versie: pakket.version,
    gegevensmap: gegevensmap(),
    voorbeeldmap: fileURLToPath(new URL('../templates/voorbeeld', import.meta.url)),
    paginamap: paginamap(wortel),
    maakKant: inWerker(new URL('../electron/service/werker.ts', import.meta.url)),
  });
  const stop = (): void => {
    console.log('\nHet programma stopt; alles is bewaard.');
    void server.sluit().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (heeftScherm) openBrowser(server.eenmaligAdres());
  console.log(`Collectief Arrangeren staat op ${server.adres}\nDit adres is alleen op deze machine te openen en geldt tot het programma stopt (Ctrl+C).`);
}

function openBrowser(adres: string): void {
  const [opdracht, ...argumenten] = { win32: ['rundll32', 'url.dll,FileProtocolHandler'], darwin: ['open'] }[process.platform as string] ?? ['xdg-open'];
  const kind = spawn(opdracht as string, [...argumenten, adres], { stdio: 'ignore', detached: true });
  const mislukt = (): void => console.log('De browser opent niet vanzelf; open het adres zelf.');
  kind.on('error', mislukt);
  kind.on('exit', (code) => code !== 0 && mislukt());
  kind.unref();
}
