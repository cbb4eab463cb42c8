/** Calls to the program: one function, whatever lies behind the bridge. Faults are thrown as `Dienstfout`, with the sentence for the user. */
import type { Antwoord, Fout, Foutcode } from '../../models/contract/antwoord.ts';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import { BRUGNAAM, type Brug } from '../../models/contract/brug.ts';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import type { Invoer, Methodenaam, Uitvoer } from '../../models/contract/methoden.ts';
import { httpBrug } from './http.ts';

export class Dienstfout extends Error {
  readonly code: Foutcode;
  readonly details: unknown;
  constructor(fout: Fout) {
    super(fout.tekst);
    this.code = fout.code;
    this.details = fout.details;
  }
}

const inShell = (globalThis as Record<string, unknown>)[BRUGNAAM] as Brug | undefined;
const overHttp = inShell ? undefined : httpBrug();
const brug: Brug = inShell ?? (overHttp as Brug);

function opened<T>(text: string): T {
  const antwoord = JSON.parse(text) as Antwoord<T>;
  if (antwoord.ok) return antwoord.value;
  throw new Dienstfout(antwoord.fout);
}

/** @param taak for what may take longer: progress is told under it, and `taak.annuleer` stops it */
export async function roep<N extends Methodenaam>(methode: N, invoer: Invoer<N>, taak?: string): Promise<Uitvoer<N>> {
  return opened(await brug.roep(JSON.stringify(taak === undefined ? { methode, invoer } : { methode, invoer, taak })));
}

/** Handles for files that the user dropped or chose. */
export const neemBestanden = async (bestanden: readonly File[]): Promise<Bestandsgreep[]> => opened(await brug.neem(bestanden));

const ontvangers = new Set<(gebeurtenis: Gebeurtenis) => void>();
let stream: (() => void) | undefined;
/** Events of the program; one stream serves all who listen. Gives the function that stops it. */
export function luister(ontvang: (gebeurtenis: Gebeurtenis) => void): () => void {
  ontvangers.add(ontvang);
  // The stream itself stays: the window lives for as long as it does.
  stream ??= brug.luister((text) => {
    const gebeurtenis = JSON.parse(text) as Gebeurtenis;
    for (const o of ontvangers) o(gebeurtenis);
  });
  return () => ontvangers.delete(ontvang);
}

/** Gives what a method made to the user: a dialog in the shell, a download in a browser. The name it got, or undefined when cancelled. */
export async function bewaar(bestand: Bestandsgreep): Promise<string | undefined> {
  if (!overHttp) return (await roep('bestand.bewaar', { greep: bestand.greep }))?.naam;
  const fetched = await overHttp.haal(bestand.greep);
  download(typeof fetched === 'string' ? opened<never>(fetched) : fetched, bestand.naam);
  return bestand.naam;
}

/** Gives several to the user: in a folder that is asked in the shell, as one package in a browser. What it is called, or undefined when cancelled. */
export async function bewaarAlle(bestanden: readonly Bestandsgreep[], naam: string): Promise<string | undefined> {
  const grepen = bestanden.map(({ greep }) => greep);
  if (!overHttp) return (await roep('bestand.bewaarAlle', { grepen, naam }))?.map;
  return bewaar(await roep('bestand.bundel', { grepen, naam }));
}

/** A download of something that the page itself made. */
export function download(blob: Blob, naam: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
