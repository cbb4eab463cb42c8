/** Projects for the command line: a project file (`.arrangement`) and a portable project (JSON) alike. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { openProject, type Projectbestand } from '../../electron/store/index.ts';
import { heeftInhoud, leesJson } from './bestand.ts';
import { Gebruikersfout } from './opdracht.ts';

const KENMERK = 'SQLite format 3\u0000';

/** Whether a path is a project file: by what is in it, or by its name when there is nothing yet. */
export async function isProjectbestand(pad: string): Promise<boolean> {
  if (!(await heeftInhoud(pad))) return extname(pad).toLowerCase() === '.arrangement';
  const greep = await open(pad, 'r');
  try {
    const { buffer, bytesRead } = await greep.read(Buffer.alloc(KENMERK.length), 0, KENMERK.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === KENMERK;
  } finally {
    await greep.close();
  }
}

/** Opens a project file, works on it, and closes it. @throws Opslagfout; Gebruikersfout when it cannot be written and must be */
export async function metProjectbestand<T>(pad: string, doel: 'lezen' | 'schrijven', werk: (bestand: Projectbestand) => T | Promise<T>): Promise<T> {
  const bestand = await openProject(pad, { alleenLezen: doel === 'lezen' });
  try {
    eisSchrijfbaar(bestand, doel);
    return await werk(bestand);
  } finally {
    await bestand.sluit();
  }
}

function eisSchrijfbaar({ alleenLezen }: Projectbestand, doel: 'lezen' | 'schrijven'): void {
  if (doel === 'schrijven' && alleenLezen) throw new Gebruikersfout(alleenLezen.tekst);
}

/** The project file of a command that works on those only. */
export async function eisProjectbestand(pad: string): Promise<string> {
  if (!(await heeftInhoud(pad))) throw new Gebruikersfout(`${pad} bestaat niet.`);
  if (!(await isProjectbestand(pad))) throw new Gebruikersfout(`${pad} is geen projectbestand (.arrangement). Maak er een van met arrangeren importeer ${pad} --project P.arrangement.`);
  return pad;
}

/** A portable project, as JSON has it or out of a project file; not yet validated. */
export async function leesProjectinhoud(pad: string): Promise<unknown> {
  return (await isProjectbestand(pad)) ? metProjectbestand(pad, 'lezen', (bestand) => bestand.project()) : leesJson(pad);
}
