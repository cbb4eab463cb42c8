/** Reading and writing files for the command line: errors of the file system become sentences, and a file is written whole or not at all. */
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Gebruikersfout } from './opdracht.ts';

const OORZAKEN: Record<string, string> = {
  ENOENT: 'bestaat niet',
  EACCES: 'mag niet worden geopend (geen rechten)',
  EPERM: 'mag niet worden geopend (geen rechten)',
  EISDIR: 'is een map, geen bestand',
  ENOTDIR: 'ligt niet in een map',
  EEXIST: 'bestaat al en is geen map',
  ENOSPC: 'past niet meer op de schijf: maak ruimte vrij',
  EROFS: 'staat op een schijf waarop niet geschreven kan worden',
  EBUSY: 'is in gebruik: sluit het in het andere programma',
  ENAMETOOLONG: 'heeft een te lange naam',
  ERR_STRING_TOO_LONG: 'is te groot om als één JSON te lezen: maak een project met een deel',
};

/** Turns an error of the file system into a sentence about this path; other errors pass unchanged. */
function alsGebruikersfout(fout: unknown, pad: string): unknown {
  const oorzaak = fout instanceof Error && 'code' in fout ? OORZAKEN[String(fout.code)] : undefined;
  return oorzaak ? new Gebruikersfout(`${pad} ${oorzaak}.`) : fout;
}

/** What stands at a path, or undefined if nothing does. */
async function watErIs(pad: string): Promise<Stats | undefined> {
  try {
    return await stat(pad);
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && fout.code === 'ENOENT') return undefined;
    throw fout;
  }
}

/** Whether there is a file with something in it that writing to `pad` would replace; a device or pipe holds nothing. */
export async function heeftInhoud(pad: string): Promise<boolean> {
  const bestaand = await watErIs(pad);
  return bestaand !== undefined && bestaand.isFile() && bestaand.size > 0;
}

/** The text of a file in UTF-8, without a byte order mark. */
export async function leesTekst(pad: string): Promise<string> {
  try {
    const tekst = await readFile(pad, 'utf8');
    return tekst.startsWith('\uFEFF') ? tekst.slice(1) : tekst;
  } catch (fout) {
    throw alsGebruikersfout(fout, pad);
  }
}

/** Where JSON stops being valid, as far as the parser tells. */
function plaatsVan(fout: SyntaxError, tekst: string): string {
  const positie = fout.message.includes('end of JSON') ? tekst.length : Number(/at position (\d+)/.exec(fout.message)?.[1] ?? Number.NaN);
  if (Number.isNaN(positie)) return '';
  const regels = tekst.slice(0, positie).split('\n');
  return `regel ${regels.length}, teken ${(regels.at(-1)?.length ?? 0) + 1}`;
}

/** The JSON of a file. What is not JSON is fault P01, with the place. */
export async function leesJson(pad: string): Promise<unknown> {
  const tekst = await leesTekst(pad);
  try {
    return JSON.parse(tekst);
  } catch (fout) {
    if (!(fout instanceof SyntaxError)) throw fout;
    throw new Gebruikersfout(`${pad} is geen JSON.`, [{ code: 'P01', pad: plaatsVan(fout, tekst), tekst: 'De JSON is niet geldig. Herstel het bestand, of sla het project opnieuw op als overdraagbaar project.' }]);
  }
}

/** Throws a sentence when `pad` cannot be read as a file. */
export async function controleerInvoer(pad: string): Promise<void> {
  try {
    await access(pad, constants.R_OK);
    if ((await stat(pad)).isDirectory()) throw new Gebruikersfout(`${pad} is een map; geef de bestanden zelf.`);
  } catch (fout) {
    throw alsGebruikersfout(fout, pad);
  }
}

/** Throws a sentence when `pad` cannot become a file: said before the work is done, not after. */
export async function controleerDoel(pad: string): Promise<void> {
  const map = dirname(pad);
  try {
    if (!(await stat(map)).isDirectory()) throw new Gebruikersfout(`${map} is geen map.`);
  } catch (fout) {
    throw alsGebruikersfout(fout, map);
  }
  if ((await watErIs(pad))?.isDirectory()) throw new Gebruikersfout(`${pad} is een map; geef de naam van een bestand.`);
}

/** Makes a folder, with those above it; it may be there already. */
export async function maakMap(pad: string): Promise<void> {
  try {
    await mkdir(pad, { recursive: true });
  } catch (fout) {
    throw alsGebruikersfout(fout, pad);
  }
}

/** What can be written: all at once, or piece by piece where it is too long for one string. */
export type Inhoud = string | Uint8Array | Iterable<string>;

/** Writes a file whole or not at all: to a temporary file beside it first, which then takes its place. What is new only its owner may read. A device or pipe is written to as it is. */
export async function schrijf(pad: string, inhoud: Inhoud): Promise<void> {
  try {
    const bestaand = await watErIs(pad);
    if (bestaand && !bestaand.isFile()) {
      await writeFile(pad, inhoud);
      return;
    }
    const doel = bestaand ? await realpath(pad) : pad;
    const tijdelijk = join(dirname(doel), `.${basename(doel)}.${randomUUID()}.tmp`);
    try {
      const bestand = await open(tijdelijk, 'wx', bestaand?.mode ?? 0o600);
      try {
        await bestand.writeFile(inhoud);
        await bestand.sync();
      } finally {
        await bestand.close();
      }
      await rename(tijdelijk, doel);
    } catch (fout) {
      await rm(tijdelijk, { force: true });
      throw fout;
    }
  } catch (fout) {
    throw alsGebruikersfout(fout, pad);
  }
}
