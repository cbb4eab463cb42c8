/** Refused rows as a user has them: exported from a project file as a workbook, corrected there, and read again. */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { geweigerdWerkmap } from '../../electron/exchange/geweigerdwerkmap.ts';
import { openBron } from '../../electron/exchange/lezen/bron.ts';
import { Importgang, type Importkeuzes } from '../../electron/service/importgang.ts';
import { openTabellen } from '../../electron/service/taken/importtaken.ts';
import type { Projectbestand } from '../../electron/store/index.ts';
import type { Importstand } from '../../models/contract/import.ts';
import type { Profiel } from '../../models/invoer/types.ts';
import { werkmap } from '../unit/invoer/werkmap.ts';

type Cel = string | number | null;
const TAAK = { signal: new AbortController().signal, voortgang: (): void => {} };

/** Reads files into a project file, and keeps them when that can be. */
export async function leesIn(bestand: Projectbestand, paden: string[], keuzes: Importkeuzes = {}, profiel: Profiel = {}): Promise<{ stand: Importstand; leveringen: number[] }> {
  const gang = new Importgang(bestand, paden, { vandaag: '2026-06-01', onbekendeNamen: 'weigeren', ...keuzes });
  try {
    const stand = await gang.lees(profiel, TAAK);
    return { stand, leveringen: stand.kanUitvoeren ? gang.bewaar() : [] };
  } finally {
    gang.breekAf();
  }
}

/** The workbook of rows that are refused now, as sheets of cells. */
export async function geweigerdeBladen(bestand: Projectbestand, map: string): Promise<{ naam: string; rijen: Cel[][] }[]> {
  const pad = join(map, 'export.xlsx');
  writeFileSync(pad, await geweigerdWerkmap(openTabellen(bestand, undefined)));
  const bron = await openBron(pad);
  const bladen: { naam: string; rijen: Cel[][] }[] = [];
  for (const blad of bron.bladen) {
    const rijen: Cel[][] = [];
    for await (const stapel of blad.rijen()) for (const { cellen } of stapel) rijen.push(cellen.map((cel) => cel as Cel));
    bladen.push({ naam: blad.naam ?? '', rijen });
  }
  await bron.sluit();
  return bladen;
}

/** The same workbook after `verbeter` had every row, by its number in the source and its headings. A row for which it gives null is removed. */
export async function verbeterdeWerkmap(bestand: Projectbestand, pad: string, verbeter: (rij: number, waarden: Record<string, Cel>) => Record<string, Cel> | null): Promise<string> {
  const bladen = await geweigerdeBladen(bestand, join(pad, '..'));
  const nieuw = bladen.map(({ naam, rijen: [koppen = [], ...rijen] }) => ({
    naam,
    rijen: [koppen, ...rijen.flatMap((cellen) => {
      const waarden = Object.fromEntries(koppen.map((kop, i) => [String(kop), cellen[i] ?? null]));
      const verbeterd = verbeter(Number(waarden['Rij in bronbestand']), waarden);
      return verbeterd === null ? [] : [koppen.map((kop) => verbeterd[String(kop)] ?? null)];
    })],
  }));
  writeFileSync(pad, werkmap({ bladen: nieuw }));
  return basename(pad);
}
