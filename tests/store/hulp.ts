/** What tests of the project file share: a folder of their own, a clock that ticks, small invented projects, and other processes. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect } from 'vitest';
import { Opslagfout, type Opslagfoutcode, type Projectbestand } from '../../electron/store/index.ts';
import type { Omgeving } from '../../electron/store/omgeving.ts';
import type { Bladplan, GeweigerdeRij } from '../../models/invoer/types.ts';
import type { Declaratie, Indicatie, Project } from '../../models/project/types.ts';

const mappen: string[] = [];
const open: Projectbestand[] = [];

/** A new folder that is gone after the test. */
export function eigenMap(): string {
  const map = mkdtempSync(join(tmpdir(), 'arrangement-'));
  mappen.push(map);
  return map;
}
/** Closes it after the test, if the test did not. */
export function straksDicht(bestand: Projectbestand): Projectbestand {
  open.push(bestand);
  return bestand;
}
afterEach(async () => {
  for (const bestand of open.splice(0)) await bestand.sluit({ reservekopie: false });
  for (const map of mappen.splice(0)) rmSync(map, { recursive: true, force: true });
});

/** A clock that goes on a minute at every look, and names that count. */
export function vasteOmgeving(over: Partial<Omgeving> = {}): Omgeving {
  let minuten = 0;
  let naam = 0;
  return { nu: () => new Date(Date.UTC(2026, 10, 21, 9, minuten++)), toeval: () => `t${naam++}-${process.pid}`, machine: 'deze-machine', pid: process.pid, ...over };
}

export const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;
/** Two gemeenten, two scholen, two producten (fictief). */
export const klein = (): Project => lees('klein');
/** The same without rows. */
export const kaal = (): Project => ({ ...klein(), indicaties: [] });

/** An invented indicatie at the first school of `klein`. */
export const indicatie = (over: Partial<Indicatie> & { toewijzingnummer?: string } = {}): Indicatie & { toewijzingnummer?: string } =>
  ({ school: 'bouwsteen', gemeente: 'GM0164', product: 'BEG', start: '2026-01-01', kostenPerJaar: 12_000, ...over });
export const declaratie = (over: Partial<Declaratie> = {}): Declaratie => ({ school: 'bouwsteen', gemeente: 'GM0164', product: 'BEG', maand: '2026-01-01', bedrag: 1000, ...over });

/** Loads rows as one delivery and keeps it. @returns its id */
export function laad(bestand: Projectbestand, soort: 'indicaties' | 'declaraties', rijen: (Indicatie | Declaratie)[], over: { controlegetal?: string; gemeenten?: string[] } = {}): number {
  const invoer = bestand.invoer();
  invoer.begin({ soort, bestand: `${over.controlegetal ?? soort}.csv`, controlegetal: over.controlegetal ?? soort, gemeenten: over.gemeenten });
  invoer.rijen(soort, rijen as never[]);
  invoer.einde(null);
  return invoer.bewaar()[0]?.id ?? 0;
}

/** What says that a table repairs refused rows of the delivery with this checksum. */
export const herstelplan = (controlegetal: string, soort: 'indicaties' | 'declaraties' = 'indicaties', over: Partial<Bladplan> = {}): Bladplan => ({
  bestand: 'h.xlsx', blad: null, soort, indeling: 'rijen', koprij: 1, kolommen: [], vast: {}, splitsingen: [], herstel: { van: { bestand: `${controlegetal}.csv`, blad: null, soort, controlegetal }, bronrij: 1, kenmerk: 3 }, ...over,
});
/** A refused row as a reader hands it over. */
export const geweigerdeRij = (rij: number, over: Partial<GeweigerdeRij> = {}): GeweigerdeRij => ({
  bestand: 'a.csv', blad: null, rij, waarden: { Start: '31-02-2026', Bedrag: 100 }, meldingen: [{ code: 'I03', niveau: 'fout', bestand: 'a.csv', blad: null, rij, kolom: 'Start', tekst: 'Geen datum.' }], bedrag: 100, ...over,
});
/** Loads a repair: rows that come in, with the refused rows that they were, and those that are refused again. @returns its id */
export function herstel(bestand: Projectbestand, van: string, rijen: (Indicatie | Declaratie)[], hersteld: number[], opnieuw: GeweigerdeRij[] = [], over: { soort?: 'indicaties' | 'declaraties'; controlegetal?: string } = {}): number {
  const { soort = 'indicaties', controlegetal = `herstel van ${van} ${hersteld.join()}` } = over;
  const invoer = bestand.invoer();
  invoer.begin({ soort, bestand: 'h.xlsx', controlegetal, plan: herstelplan(van, soort) });
  invoer.rijen(soort, rijen as never[]);
  invoer.geweigerd(opnieuw);
  invoer.hersteld(hersteld);
  invoer.einde(null);
  return invoer.bewaar()[0]?.id ?? 0;
}

/** Fails unless `werk` throws an Opslagfout with this code, and gives it. */
export async function verwachtFout(code: Opslagfoutcode, werk: () => unknown): Promise<Opslagfout> {
  try {
    await werk();
  } catch (fout) {
    expect(fout).toBeInstanceOf(Opslagfout);
    expect((fout as Opslagfout).code).toBe(code);
    return fout as Opslagfout;
  }
  throw new Error(`no fault; expected ${code}`);
}

/** Another process: a file of `tests/store/kind` with arguments. */
export function kind(naam: string, argumenten: readonly string[], over: { uid?: number } = {}): ChildProcess {
  return fork(fileURLToPath(new URL(`kind/${naam}.ts`, import.meta.url)), argumenten, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], ...over });
}
/** The next message of a child; fails when it ends without one. */
export const bericht = <T>(van: ChildProcess): Promise<T> =>
  new Promise((klaar, mislukt) => {
    van.once('message', (inhoud) => klaar(inhoud as T));
    van.once('exit', (code) => mislukt(new Error(`the child ended with ${code}`)));
    van.once('error', mislukt);
  });
export const einde = (van: ChildProcess): Promise<void> => new Promise((klaar) => (van.exitCode !== null || van.signalCode !== null ? klaar() : van.once('exit', () => klaar())));

/** Every byte of every file below a folder. */
export function alleBytes(map: string): Buffer {
  return Buffer.concat(readdirSync(map, { recursive: true, encoding: 'utf8' }).map((naam) => join(map, naam)).filter((pad) => statSync(pad).isFile()).map((pad) => readFileSync(pad)));
}
