/**
 * The log: every change is one transaction and one entry, with an image of every row before and after it, written by triggers. Taking an entry back
 * is writing its before images again, last first, and is itself an entry. So any entry can be taken back, all later ones can (going back to a
 * point), and no state is ever lost. An entry can only be taken back while what it wrote still stands.
 */
import { Opslagfout } from './fouten.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

/**
 * `wijziging` by the user, `levering` of a file, `terug` to an earlier point, `ongedaan` and `opnieuw` of the entry `doel`; and what is not undone:
 * `aangemaakt`, `vastgesteld`, `gewist`, `hersteld` from a backup, `uitgegeven` to others than intern.
 */
export type Logsoort = 'aangemaakt' | 'wijziging' | 'levering' | 'terug' | 'ongedaan' | 'opnieuw' | 'vastgesteld' | 'gewist' | 'hersteld' | 'uitgegeven';
const GEWOON = `('wijziging', 'levering', 'terug')`;

export interface Logregel {
  id: number;
  /** ISO 8601. */
  wanneer: string;
  wie: string;
  soort: Logsoort;
  /** Dutch: what happened. */
  omschrijving: string;
  /** Entry that was undone or redone, or gone back to. */
  doel: number | null;
  /** Whether the project can go back to what it was just after this entry; not where rows were erased later. */
  bereikbaar: boolean;
}
export interface Nieuweregel {
  soort: Logsoort;
  omschrijving: string;
  wie: string;
  wanneer: Date;
  doel?: number;
  /** Nothing before this entry can be taken back any more. */
  grens?: boolean;
}

const KOLOMMEN = 'id, wanneer, wie, soort, omschrijving, doel, id >= (SELECT coalesce(max(id), 0) FROM log WHERE grens = 1) AS bereikbaar';
type Logrij = Omit<Logregel, 'bereikbaar'> & { bereikbaar: number };
const alsRegel = (rij: Logrij): Logregel => ({ ...rij, bereikbaar: rij.bereikbaar === 1 });

/** Entries, newest first. */
export const leesLog = (db: Leesdb, aantal = -1, voor = Number.MAX_SAFE_INTEGER): Logregel[] =>
  db.prepare<[number, number], Logrij>(`SELECT ${KOLOMMEN} FROM log WHERE id < ? ORDER BY id DESC LIMIT ?`).all(voor, aantal).map(alsRegel);

export function leesRegel(db: Leesdb, id: number): Logregel {
  const rij = db.prepare<[number], Logrij>(`SELECT ${KOLOMMEN} FROM log WHERE id = ?`).get(id);
  if (!rij) throw new Opslagfout('onbekend', `Regel ${id} staat niet in het logboek.`);
  return alsRegel(rij);
}

export const laatsteRegel = (db: Leesdb): number => db.prepare('SELECT coalesce(max(id), 0) FROM log').pluck().get() as number;

/** Opens an entry: until `sluitRegel` all changes are written under it. Only in a transaction. */
export function openRegel(db: Schrijfdb, regel: Nieuweregel): number {
  const id = Number(
    db.prepare('INSERT INTO log (wanneer, wie, soort, omschrijving, doel, grens) VALUES (?, ?, ?, ?, ?, ?)')
      .run(regel.wanneer.toISOString(), regel.wie, regel.soort, regel.omschrijving, regel.doel ?? null, regel.grens ? 1 : 0).lastInsertRowid,
  );
  db.prepare('UPDATE toestand SET log = ?').run(id);
  return id;
}
export const sluitRegel = (db: Schrijfdb): void => void db.prepare('UPDATE toestand SET log = NULL').run();

/** Whether anything was changed under an entry. */
export const heeftBeelden = (db: Leesdb, id: number): boolean => db.prepare('SELECT 1 FROM beeld WHERE log = ? LIMIT 1').get(id) !== undefined;

/** The columns that an image of a table holds. */
const BEELDKOLOMMEN: Record<string, readonly string[]> = { onderdeel: ['lijst', 'plek', 'ouder', 'inhoud'], deel: ['actief'] };

interface Beeld { tabel: string; rij: number; voor: string | null; na: string | null }

/** Writes the before images of some entries, newest first. Only in an open entry. @throws Opslagfout `conflict` when a later change stands in the way */
function zetTerug(db: Schrijfdb, beelden: readonly Beeld[]): void {
  for (const { tabel, rij, voor, na } of beelden) {
    const kolommen = BEELDKOLOMMEN[tabel];
    if (!kolommen) throw new TypeError(`geen beelden van ${tabel}`);
    const nu = db.prepare(`SELECT ${kolommen.join(', ')} FROM ${tabel} WHERE id = ?`).get(rij) as Record<string, unknown> | undefined;
    const verwacht = na === null ? undefined : (JSON.parse(na) as Record<string, unknown>);
    if (!verwacht !== !nu || kolommen.some((kolom) => nu?.[kolom] !== verwacht?.[kolom])) throw conflict(db, tabel, rij);
    if (voor === null) {
      db.prepare(`DELETE FROM ${tabel} WHERE id = ?`).run(rij);
      continue;
    }
    const doel = JSON.parse(voor) as Record<string, unknown>;
    const waarden = kolommen.map((kolom) => doel[kolom]);
    if (na === null) db.prepare(`INSERT INTO ${tabel} (id, ${kolommen.join(', ')}) VALUES (?${', ?'.repeat(kolommen.length)})`).run(rij, ...waarden);
    else db.prepare(`UPDATE ${tabel} SET ${kolommen.map((kolom) => `${kolom} = ?`).join(', ')} WHERE id = ?`).run(...waarden, rij);
  }
}

function conflict(db: Leesdb, tabel: string, rij: number): Opslagfout {
  const later = db.prepare<[string, number], Logrij>(`SELECT ${KOLOMMEN} FROM log WHERE id = (SELECT max(log) FROM beeld WHERE tabel = ? AND rij = ? AND log <> (SELECT log FROM toestand))`).get(tabel, rij);
  const wat = later ? `“${later.omschrijving}” (${later.wie}, regel ${later.id})` : 'een latere wijziging';
  return new Opslagfout('conflict', `Dit kan niet ongedaan worden gemaakt: ${wat} heeft hetzelfde daarna gewijzigd. Maak eerst die wijziging ongedaan.`);
}

const beeldenVan = (db: Leesdb, waar: string, id: number): Beeld[] => db.prepare<[number], Beeld>(`SELECT tabel, rij, voor, na FROM beeld WHERE log ${waar} ? ORDER BY id DESC`).all(id);

/** The newest entry before which nothing can be taken back, or 0. */
export const grensVan = (db: Leesdb): number => db.prepare('SELECT coalesce(max(id), 0) FROM log WHERE grens = 1').pluck().get() as number;

/** Whether an entry stands, or was undone and not redone since; the entry that is open does not count yet. */
const IS_ONGEDAAN = `(SELECT soort FROM log AS om WHERE om.doel = l.id AND om.soort IN ('ongedaan', 'opnieuw') AND om.id IS NOT (SELECT log FROM toestand) ORDER BY om.id DESC LIMIT 1) IS 'ongedaan'`;

/** The entry that undo takes back now, if any: the newest one that stands. */
export function teHerroepen(db: Leesdb): Logregel | undefined {
  const rij = db.prepare<[number], Logrij>(`SELECT ${KOLOMMEN} FROM log AS l WHERE soort IN ${GEWOON} AND id > ? AND NOT ${IS_ONGEDAAN} ORDER BY id DESC LIMIT 1`).get(grensVan(db));
  return rij && alsRegel(rij);
}

/** The entry that redo brings back now, if any: the one undone last, as long as nothing else was done since. */
export function teHerhalen(db: Leesdb): Logregel | undefined {
  const rij = db
    .prepare<[number], Logrij>(
      `SELECT ${KOLOMMEN} FROM log AS l WHERE ${IS_ONGEDAAN} AND id > ?
         AND (SELECT max(id) FROM log AS om WHERE om.doel = l.id AND om.soort = 'ongedaan') > (SELECT max(id) FROM log WHERE soort IN ${GEWOON})
       ORDER BY (SELECT max(id) FROM log AS om WHERE om.doel = l.id AND om.soort = 'ongedaan') DESC LIMIT 1`,
    )
    .get(grensVan(db));
  return rij && alsRegel(rij);
}

/** Writes the before images of entry `id`. Only in an open entry of soort `ongedaan`. */
export function herroep(db: Schrijfdb, id: number): void {
  const regel = leesRegel(db, id);
  if (!GEWOON.includes(`'${regel.soort}'`)) throw new Opslagfout('niets-te-doen', `“${regel.omschrijving}” kan niet ongedaan worden gemaakt.`);
  if (id <= grensVan(db)) throw voorbijGrens();
  const ongedaan = db.prepare(`SELECT ${IS_ONGEDAAN} FROM log AS l WHERE id = ?`).pluck().get(id);
  if (ongedaan === 1) throw new Opslagfout('niets-te-doen', `“${regel.omschrijving}” is al ongedaan gemaakt.`);
  zetTerug(db, beeldenVan(db, '=', id));
}

/** Takes back the undoing of entry `id`. Only in an open entry of soort `opnieuw`. */
export function herhaal(db: Schrijfdb, id: number): void {
  const ongedaan = db.prepare(`SELECT max(id) FROM log WHERE doel = ? AND soort = 'ongedaan'`).pluck().get(id) as number;
  zetTerug(db, beeldenVan(db, '=', ongedaan));
}

/** Writes the before images of everything after entry `id`: the project is again what it was then. Only in an open entry of soort `terug`. */
export function gaTerugNaar(db: Schrijfdb, id: number): void {
  leesRegel(db, id);
  if (id < grensVan(db)) throw voorbijGrens();
  const nieuw = db.prepare('SELECT log FROM toestand').pluck().get() as number;
  const beelden = db.prepare<[number, number], Beeld>('SELECT tabel, rij, voor, na FROM beeld WHERE log > ? AND log < ? ORDER BY id DESC').all(id, nieuw);
  zetTerug(db, beelden);
}

const voorbijGrens = (): Opslagfout => new Opslagfout('grens', 'Zo ver kan niet worden teruggegaan: daarna zijn gegevens gewist.');

/** One changed field of one item: `van` or `naar` is absent where the item or field was not there. */
export interface Veldwijziging { lijst: string; item: string; pad: string; van?: unknown; naar?: unknown }

/** From what to what an entry changed things, field by field. Deliveries are one change each: in use or not. */
export function leesWijzigingen(db: Leesdb, id: number): Veldwijziging[] {
  const wijzigingen: Veldwijziging[] = [];
  for (const { tabel, rij, voor, na } of beeldenVan(db, '=', id).reverse()) {
    if (tabel === 'deel') {
      const { levering, gemeente, maand } = db.prepare('SELECT levering, gemeente, maand FROM deel WHERE id = ?').get(rij) as { levering: number; gemeente: string; maand: string };
      wijzigingen.push({ lijst: 'leveringen', item: [levering, gemeente, maand].filter((deel) => deel !== '').join(' '), pad: 'in gebruik', van: inGebruik(voor), naar: inGebruik(na) });
      continue;
    }
    const [oud, nieuw] = [voor, na].map((beeld) => (beeld === null ? undefined : (JSON.parse(beeld) as { lijst: string; plek: number; inhoud: string }))) as [Documentbeeld, Documentbeeld];
    const [van, naar] = [oud, nieuw].map((beeld) => beeld && (JSON.parse(beeld.inhoud) as Record<string, unknown>));
    const lijst = (nieuw ?? oud)?.lijst as string;
    const item = naamVan((naar ?? van) as Record<string, unknown>);
    if (oud && nieuw && oud.inhoud === nieuw.inhoud) wijzigingen.push({ lijst, item, pad: 'plek', van: oud.plek, naar: nieuw.plek });
    else vergelijk('', van, naar, (pad, links, rechts) => wijzigingen.push({ lijst, item, pad, ...(links === undefined ? {} : { van: links }), ...(rechts === undefined ? {} : { naar: rechts }) }));
  }
  return wijzigingen;
}
const inGebruik = (beeld: string | null): boolean => (JSON.parse(beeld ?? '{}') as { actief?: number }).actief === 1;
type Documentbeeld = { lijst: string; plek: number; inhoud: string } | undefined;

/** What an item is called in its list. */
const naamVan = (item: Record<string, unknown>): string =>
  ['code', 'id', 'school', 'product', 'naam'].flatMap((sleutel) => (typeof item[sleutel] === 'string' ? [item[sleutel]] : [])).slice(0, 1).concat(typeof item['school'] === 'string' && typeof item['gemeente'] === 'string' ? [item['gemeente']] : []).join(' ');

const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** Calls `meld` for every field that differs; lists differ as a whole when their lengths do, else item by item. */
function vergelijk(pad: string, van: unknown, naar: unknown, meld: (pad: string, van: unknown, naar: unknown) => void): void {
  if (van === naar || JSON.stringify(van) === JSON.stringify(naar)) return;
  if (Array.isArray(van) && Array.isArray(naar) && van.length === naar.length) {
    van.forEach((deel, i) => vergelijk(`${pad}[${i}]`, deel, naar[i], meld));
  } else if (isObject(van) && isObject(naar)) {
    for (const sleutel of new Set([...Object.keys(van), ...Object.keys(naar)])) vergelijk(pad === '' ? sleutel : `${pad}.${sleutel}`, van[sleutel], naar[sleutel], meld);
  } else {
    meld(pad, van, naar);
  }
}
