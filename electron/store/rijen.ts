/**
 * Rows of deliveries: indicaties, declaraties, aggregaten. A column per field; what has no column (herkomst, an `eind` that is null) is kept in `rest`,
 * so that a row comes out as it went in. Gemeente, and the month of a declaratie, are those of the part (deel) that a row belongs to.
 */
import { crc32 } from 'node:zlib';
import type { Rijsoorten } from '../../models/invoer/types.ts';
import type { Aggregaat, Declaratie, Frequentie, GemeenteCode, Indicatie } from '../../models/project/types.ts';
import type { Aanbiederspreiding } from '../../models/rekenen/aggregeren.ts';
import type { Voorbereider } from '../../models/rekenen/voorbereiden.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

export type Indicatierij = Rijsoorten['indicaties'];
export type Declaratierij = Rijsoorten['declaraties'];
/** An aggregaat as it is delivered: how its basis is spread over aanbieders goes with it, which the portable project does not know. */
export type Aggregaatrij = Aggregaat & { spreiding?: Aanbiederspreiding[] };

/** The table of each soort of rows. */
export const RIJTABELLEN = { indicaties: 'indicatie', declaraties: 'declaratie', aggregaten: 'aggregaat' } as const;
export type Rijsoort = keyof typeof RIJTABELLEN;

/** Times a year of each frequentie, for comparing deliveries only. */
const PER_JAAR: Partial<Record<Frequentie, number>> = { perDag: 365, perWeek: 52, perVierWeken: 13, perMaand: 12 };

/**
 * Euros of a row, to compare deliveries and to find damage; the calculation does not use it. Of an indicatie what it costs in a year of 52 weeks, of one
 * with a total that total.
 */
export const bedragVan = {
  indicaties: (r: Indicatierij): number => r.kostenPerJaar ?? r.totaalbedrag ?? (r.volume as number) * (r.tarief as number) * (PER_JAAR[r.frequentie as Frequentie] ?? 1),
  declaraties: (r: Declaratierij): number => r.bedrag,
  aggregaten: (a: Aggregaat): number => a.basis.reduce((som, cel) => som + cel.bedrag, 0),
};
/** The same in SQL. */
export const BEDRAG_VAN_RIJ: Record<Rijsoort, string> = {
  indicaties: `coalesce(kostenPerJaar, totaalbedrag, volume * tarief * CASE frequentie ${Object.entries(PER_JAAR).map(([frequentie, keer]) => `WHEN '${frequentie}' THEN ${keer}`).join(' ')} ELSE 1 END)`,
  declaraties: 'bedrag',
  aggregaten: `(SELECT total(value ->> 'bedrag') FROM json_each(inhoud, '$.basis'))`,
};

/** Short text that repeats, kept once. Lives as long as one transaction: after a rollback its numbers mean nothing. */
export class Codeboek {
  readonly #nummers: Map<string, number>;
  readonly #erbij;
  constructor(db: Schrijfdb) {
    this.#nummers = new Map(db.prepare<[], [string, number]>('SELECT tekst, id FROM code').raw().all());
    this.#erbij = db.prepare('INSERT INTO code (tekst) VALUES (?)');
  }
  nummer(tekst: string): number {
    let nummer = this.#nummers.get(tekst);
    if (nummer === undefined) this.#nummers.set(tekst, (nummer = Number(this.#erbij.run(tekst).lastInsertRowid)));
    return nummer;
  }
}

/** What of a row has no column: null when nothing. `aantal` is the number of keys that have one and are not null. */
function restVan(rij: object, kolommen: ReadonlySet<string>, aantal: number): string | null {
  if (Object.keys(rij).length === aantal) return null;
  const rest = Object.entries(rij).filter(([sleutel, waarde]) => waarde !== undefined && (waarde === null || !kolommen.has(sleutel)));
  return rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : null;
}

const INDICATIEVELDEN = ['school', 'gemeente', 'product', 'start', 'eind', 'kostenPerJaar', 'totaalbedrag', 'volume', 'tarief', 'frequentie', 'jeugdige', 'aanbieder', 'verwijzer', 'plaats', 'leveringsvorm', 'toewijzingnummer', 'bedragOnbekend'] as const satisfies (keyof Indicatierij)[];
const indicatievelden: ReadonlySet<string> = new Set(INDICATIEVELDEN);

/** Checksum over the columns of a row and of those before it in its part: what came off the disk is what went onto it. */
export const somMet = (som: number, waarden: readonly unknown[]): number => crc32(waarden.join('|'), som);

/** The columns of each table that hold what was delivered, in the order in which they are summed. */
export const INHOUDSKOLOMMEN = {
  indicaties: ['school', 'product', 'start', 'eind', 'kostenPerJaar', 'totaalbedrag', 'volume', 'tarief', 'frequentie', 'jeugdige', 'aanbieder', 'verwijzer', 'plaats', 'leveringsvorm', 'toewijzingnummer', 'bedragOnbekend', 'rest'],
  declaraties: ['school', 'product', 'bedrag', 'jeugdige', 'aanbieder', 'toewijzingnummer', 'rest'],
  aggregaten: ['inhoud'],
} as const satisfies Record<Rijsoort, readonly string[]>;

/** Writes one row under a part. @returns the checksum of the part with it, given the one before */
export type Schrijver<R> = (deel: number, rij: R, som: number) => number;

/** A writer into the table of a soort; `waarden` gives the columns of `INHOUDSKOLOMMEN`. */
function schrijver<R>(db: Schrijfdb, soort: Rijsoort, waarden: (rij: R) => unknown[]): Schrijver<R> {
  const kolommen = INHOUDSKOLOMMEN[soort];
  const invoegen = db.prepare(`INSERT INTO ${RIJTABELLEN[soort]} (${kolommen.join(', ')}, deel) VALUES (${kolommen.map(() => '?').join(', ')}, ?)`);
  return (deel, rij, som) => {
    const inhoud = waarden(rij);
    invoegen.run(inhoud, deel);
    return somMet(som, inhoud);
  };
}

export const indicatieschrijver = (db: Schrijfdb, codes: Codeboek): Schrijver<Indicatierij> =>
  schrijver(db, 'indicaties', (rij) => {
    let aantal = 0;
    for (const veld of INDICATIEVELDEN) if (rij[veld] != null) aantal++;
    return [
      codes.nummer(rij.school), codes.nummer(rij.product), rij.start, rij.eind ?? null, rij.kostenPerJaar ?? null, rij.totaalbedrag ?? null, rij.volume ?? null, rij.tarief ?? null, rij.frequentie ?? null,
      rij.jeugdige ?? null, rij.aanbieder == null ? null : codes.nummer(rij.aanbieder), rij.verwijzer == null ? null : codes.nummer(rij.verwijzer), rij.plaats ?? null, rij.leveringsvorm ?? null,
      rij.toewijzingnummer ?? null, rij.bedragOnbekend ? 1 : null, restVan(rij, indicatievelden, aantal),
    ];
  });

const DECLARATIEVELDEN = ['school', 'gemeente', 'product', 'maand', 'bedrag', 'jeugdige', 'aanbieder', 'toewijzingnummer'] as const satisfies (keyof Declaratierij)[];
const declaratievelden: ReadonlySet<string> = new Set(DECLARATIEVELDEN);

export const declaratieschrijver = (db: Schrijfdb, codes: Codeboek): Schrijver<Declaratierij> =>
  schrijver(db, 'declaraties', (rij) => {
    let aantal = 0;
    for (const veld of DECLARATIEVELDEN) if (rij[veld] != null) aantal++;
    return [codes.nummer(rij.school), codes.nummer(rij.product), rij.bedrag, rij.jeugdige ?? null, rij.aanbieder == null ? null : codes.nummer(rij.aanbieder), rij.toewijzingnummer ?? null, restVan(rij, declaratievelden, aantal)];
  });

export const aggregaatschrijver = (db: Schrijfdb): Schrijver<Aggregaatrij> => schrijver(db, 'aggregaten', (aggregaat) => [JSON.stringify(aggregaat)]);

/** Which rows: those that count, or all of one delivery; narrowed by school, gemeente or product; a page of them. */
export interface Rijfilter { levering?: number; school?: string; gemeente?: string; product?: string; vanaf?: number; aantal?: number }

/** The conditions of a query that a filter makes. */
function waar({ levering, school, gemeente, product }: Rijfilter): { sql: string; waarden: (string | number)[] } {
  const waarden: (string | number)[] = [];
  const eis = (voorwaarde: string, waarde: string | number | undefined): string => {
    if (waarde === undefined) return '';
    waarden.push(waarde);
    return ` AND ${voorwaarde}`;
  };
  const delen = levering === undefined ? 'actief = 1' : eis('levering = ?', levering).slice(5);
  const sql = `deel IN (SELECT id FROM deel WHERE ${delen}${eis('gemeente = ?', gemeente)})${eis('school = (SELECT id FROM code WHERE tekst = ?)', school)}${eis('product = (SELECT id FROM code WHERE tekst = ?)', product)}`;
  return { sql, waarden };
}

interface Deelinfo { gemeente: string; maand: string }
const leesDelen = (db: Leesdb): Map<number, Deelinfo> => new Map(db.prepare<[], Deelinfo & { id: number }>('SELECT id, gemeente, maand FROM deel').all().map((deel) => [deel.id, deel]));
const leesCodes = (db: Leesdb): Map<number, string> => new Map(db.prepare<[], [number, string]>('SELECT id, tekst FROM code').raw().all());

type Kolomwaarde = string | number | null;
const CODEVELDEN: ReadonlySet<string> = new Set(['school', 'product', 'aanbieder', 'verwijzer']);
/** Fields that the portable project does not know. */
const EIGEN_VELDEN: ReadonlySet<string> = new Set(['toewijzingnummer', 'bedragOnbekend']);

/** Rows that are read at once: whoever goes through them may do other things in between. */
const BLADZIJDE = 5_000;

/** Rows of a table as objects with their gemeente (and month), in order of loading. */
function* leesRijen(db: Leesdb, tabel: 'indicatie' | 'declaratie', velden: readonly string[], filter: Rijfilter): Generator<Record<string, unknown>> {
  const delen = leesDelen(db);
  const codes = leesCodes(db);
  const { sql, waarden } = waar(filter);
  const bladzijde = db.prepare<(string | number)[], Record<string, Kolomwaarde>>(`SELECT id, deel, ${velden.join(', ')}, rest FROM ${tabel} WHERE ${sql} AND id > ? ORDER BY id LIMIT ? OFFSET ?`);
  let { vanaf = 0, aantal: over = Number.POSITIVE_INFINITY } = filter;
  for (let laatste = 0; over > 0; vanaf = 0) {
    const rijen = bladzijde.all(...waarden, laatste, Math.min(BLADZIJDE, over), vanaf);
    for (const ruw of rijen) yield alsRij(ruw, delen.get(ruw['deel'] as number) as Deelinfo, codes, velden);
    if (rijen.length < BLADZIJDE) return;
    laatste = rijen.at(-1)?.['id'] as number;
    over -= rijen.length;
  }
}

function alsRij(ruw: Record<string, Kolomwaarde>, { gemeente, maand }: Deelinfo, codes: ReadonlyMap<number, string>, velden: readonly string[]): Record<string, unknown> {
  const rij: Record<string, unknown> = { gemeente };
  if (maand !== '') rij['maand'] = maand;
  for (const veld of velden) {
    const waarde = ruw[veld] as Kolomwaarde;
    if (waarde !== null) rij[veld] = CODEVELDEN.has(veld) ? codes.get(waarde as number) : waarde;
  }
  if (rij['bedragOnbekend'] === 1) rij['bedragOnbekend'] = true;
  if (ruw['rest'] !== null) Object.assign(rij, JSON.parse(ruw['rest'] as string));
  return rij;
}

const zonder = (velden: readonly string[], weg: ReadonlySet<string>): string[] => velden.filter((veld) => !weg.has(veld) && veld !== 'gemeente' && veld !== 'maand');
const GEEN: ReadonlySet<string> = new Set();

export const leesIndicaties = (db: Leesdb, filter: Rijfilter = {}): Iterable<Indicatierij> => leesRijen(db, 'indicatie', zonder(INDICATIEVELDEN, GEEN), filter) as unknown as Iterable<Indicatierij>;
export const leesDeclaraties = (db: Leesdb, filter: Rijfilter = {}): Iterable<Declaratierij> => leesRijen(db, 'declaratie', zonder(DECLARATIEVELDEN, GEEN), filter) as unknown as Iterable<Declaratierij>;
const leesAggregaatrijen = (db: Leesdb): Aggregaatrij[] =>
  db.prepare<[], string>('SELECT inhoud FROM aggregaat WHERE deel IN (SELECT id FROM deel WHERE actief = 1) ORDER BY id').pluck().all().map((inhoud) => JSON.parse(inhoud) as Aggregaatrij);
export const leesAggregaten = (db: Leesdb): Aggregaat[] => leesAggregaatrijen(db).map(({ spreiding: _s, ...aggregaat }) => aggregaat);
/** Per gemeente that delivered an aggregaat, what that says of its aanbieders. */
export const leesSpreidingen = (db: Leesdb): { gemeente: GemeenteCode; scholen: Aanbiederspreiding[] }[] =>
  leesAggregaatrijen(db).flatMap(({ gemeente, spreiding }) => (spreiding ? [{ gemeente, scholen: spreiding }] : []));

/** All rows that count, as they stand in the portable project. */
export const leesDraagbareRijen = (db: Leesdb): { indicaties: Indicatie[]; declaraties: Declaratie[]; aggregaten: Aggregaat[] } => ({
  indicaties: [...leesRijen(db, 'indicatie', zonder(INDICATIEVELDEN, EIGEN_VELDEN), {})] as unknown as Indicatie[],
  declaraties: [...leesRijen(db, 'declaratie', zonder(DECLARATIEVELDEN, EIGEN_VELDEN), {})] as unknown as Declaratie[],
  aggregaten: leesAggregaten(db),
});

/** Gives every row that counts to a preparation (rekenmodel 2–4), with the fields that it looks at and no more: 0.5 s per million. */
export function telRijen(db: Leesdb, voorbereider: Voorbereider): void {
  const delen = leesDelen(db);
  const codes = leesCodes(db);
  const ACTIEF = 'WHERE deel IN (SELECT id FROM deel WHERE actief = 1) ORDER BY id';
  type Ruw = { deel: number; school: number; product: number; start: string; eind: string | null; kostenPerJaar: number | null; totaalbedrag: number | null; volume: number | null; tarief: number | null; frequentie: string | null; jeugdige: string | null };
  for (const r of db.prepare<[], Ruw>(`SELECT deel, school, product, start, eind, kostenPerJaar, totaalbedrag, volume, tarief, frequentie, jeugdige FROM indicatie ${ACTIEF}`).iterate()) {
    voorbereider.telIndicatie({
      school: codes.get(r.school) as string,
      gemeente: (delen.get(r.deel) as Deelinfo).gemeente,
      product: codes.get(r.product) as string,
      start: r.start,
      eind: r.eind,
      kostenPerJaar: r.kostenPerJaar ?? undefined,
      totaalbedrag: r.totaalbedrag ?? undefined,
      volume: r.volume ?? undefined,
      tarief: r.tarief ?? undefined,
      frequentie: (r.frequentie ?? undefined) as Indicatie['frequentie'],
      jeugdige: r.jeugdige ?? undefined,
    });
  }
  for (const r of db.prepare<[], { deel: number; school: number; product: number; bedrag: number }>(`SELECT deel, school, product, bedrag FROM declaratie ${ACTIEF}`).iterate()) {
    const { gemeente, maand } = delen.get(r.deel) as Deelinfo;
    voorbereider.telDeclaratie({ school: codes.get(r.school) as string, gemeente, product: codes.get(r.product) as string, maand, bedrag: r.bedrag });
  }
  for (const aggregaat of leesAggregaten(db)) voorbereider.telAggregaat(aggregaat);
}
