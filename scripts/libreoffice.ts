/** LibreOffice as the independent calculator: it opens workbooks, calculates every formula anew and gives the values. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Without this setting LibreOffice keeps the values that stand in the file, whatever the file asks for: a test without it proves nothing. */
const ALTIJD_HERREKENEN = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const heeftLibreOffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
export const ZONDER_LIBREOFFICE = heeftLibreOffice ? '' : ' (overgeslagen: LibreOffice ontbreekt, installeer libreoffice-calc)';

/** Opens workbooks with LibreOffice, all in one go, and returns them as it saves them, in the same order. */
export async function herreken(werkmappen: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const map = mkdtempSync(join(tmpdir(), 'herreken-'));
  try {
    const profiel = join(map, 'profiel', 'user');
    mkdirSync(profiel, { recursive: true });
    writeFileSync(join(profiel, 'registrymodifications.xcu'), ALTIJD_HERREKENEN);
    const bronnen = werkmappen.map((bytes, i) => {
      const pad = join(map, `w${i}.xlsx`);
      writeFileSync(pad, bytes);
      return pad;
    });
    const uit = join(map, 'uit');
    await promisify(execFile)('soffice', [`-env:UserInstallation=${pathToFileURL(join(map, 'profiel')).href}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', uit, ...bronnen], { timeout: 300_000, env: { ...process.env, HOME: map } });
    return werkmappen.map((_, i) => readFileSync(join(uit, `w${i}.xlsx`)));
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
