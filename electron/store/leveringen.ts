/**
 * Deliveries: one table of one file each. Rows go in under parts that do not count yet; at the end the parts are put in use and those that they
 * replace out of use, in the log. So a delivery can be looked at, refused, undone and brought back without copying a row.
 */
import type { Bestandsrapport, Bladplan, Doel, GeweigerdeRij, Nieuwelingen, Rijsoorten, Soort } from '../../models/invoer/types.ts';
import type { GemeenteCode, Leerlingen } from '../../models/project/types.ts';
import { Opslagfout } from './fouten.ts';
import { EIGEN, herstellenVan, isVervangen, LAATST_BUITEN, leesNieuwere, staandeHerstellen, staatInDeWeg, telHersteld } from './herstel.ts';
import { grensVan, openRegel, sluitRegel, type Logsoort, type Nieuweregel } from './log.ts';
import { leesLijst, schrijfLijst, sleutelVan, type Item, type Lijstnaam } from './onderdelen.ts';
import { aggregaatschrijver, bedragVan, Codeboek, declaratieschrijver, indicatieschrijver, RIJTABELLEN, type Aggregaatrij, type Rijsoort, type Schrijver } from './rijen.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';
import { controleerVerwijzingen } from './verwijzingen.ts';

/** What a delivery can hold: what files hold, and aggregaten (from an uitwisselbestand, or what is left after erasing). */
export type Leveringsoort = Soort | 'aggregaten';
export type Leveringsrijen = Rijsoorten & { aggregaten: Aggregaatrij };

/** What is known of a table before its rows. */
export interface Leveringsopgave {
  soort: Leveringsoort;
  bestand: string;
  blad?: string | null;
  /** SHA-256 of the file; empty when it did not come from one. */
  controlegetal: string;
  /** How it is read: layout, columns, formats. With `herstel` it repairs refused rows of a delivery that counts, beside which it comes. */
  plan?: Bladplan;
  /** Gemeenten that it is for, also those without a row in it. */
  gemeenten?: GemeenteCode[];
}

export interface Leveringsdeel {
  gemeente: GemeenteCode;
  /** Of declaraties: the month, first day; else empty. */
  maand: string;
  rijen: number;
  /** Euros: of indicaties what they cost in a year (a total: as it is), of declaraties and aggregaten the sum. */
  bedrag: number;
  /** Whether it counts: not undone and not replaced. */
  actief: boolean;
}

export interface Levering {
  id: number;
  /** Its log entry: undoing that undoes the delivery. */
  log: number;
  soort: Leveringsoort;
  bestand: string;
  blad: string | null;
  controlegetal: string;
  wie: string;
  /** ISO 8601. */
  wanneer: string;
  plan: Bladplan | null;
  /** The report of import: counts, control totals, findings. */
  rapport: Bestandsrapport | null;
  rijen: number;
  bedrag: number;
  /** Refused rows that are kept and not repaired, and those that were. */
  geweigerd: number;
  hersteld: number;
  /** The delivery that this one repairs. */
  herstelt: number | null;
  delen: Leveringsdeel[];
  /** `vervangen`: a newer delivery took its place, `deels`: of some parts; `ongedaan`: taken back; `gewist`: its rows are erased. */
  staat: 'geldig' | 'deels' | 'vervangen' | 'ongedaan' | 'gewist';
}

export interface Invoeropties {
  /** Load tables again that were loaded before, with the same plan, and still count. Default false: they are recognised and left out. */
  opnieuw?: boolean;
}

type Deellijst = 'gemeenten' | 'scholen' | 'producten' | 'leerlingen' | 'tarieven';
const LIJSTEN: ReadonlySet<string> = new Set(['gemeenten', 'scholen', 'producten', 'leerlingen', 'tarieven'] satisfies Deellijst[]);
const isLijst = (soort: Leveringsoort): soort is Deellijst => LIJSTEN.has(soort);
const isRijsoort = (soort: Leveringsoort): soort is Rijsoort => soort in RIJTABELLEN;

interface Deel { id: number; gemeente: string; maand: string; rijen: number; bedrag: number; som: number; scholen: Set<string>; producten: Set<string> }
interface Open { id: number; log: number; /** Of a repair: the delivery. */ herstelt: number | null; opgave: Leveringsopgave; delen: Map<string, Deel>; lijsten: Map<Deellijst, object[]> }

/**
 * The deliveries of one import, within a transaction that the caller opens and ends. It is a `Doel` for the reader of files.
 * Faults: `onbekend` when rows name a school, gemeente or product that the project does not have. After a throw the transaction must be rolled back.
 */
export class Invoer implements Doel {
  /** Deliveries that came in. */
  readonly leveringen: number[] = [];
  /** Tables that were loaded before, as they are, and still count: nothing was done with them. */
  readonly bekend: Leveringsopgave[] = [];
  readonly #db: Schrijfdb;
  readonly #wie: string;
  readonly #wanneer: () => Date;
  readonly #opties: Invoeropties;
  readonly #schrijf: { [S in Rijsoort]: Schrijver<Leveringsrijen[S]> };
  /** Parts of this import: they never replace each other. */
  readonly #eigenDelen = new Set<number>();
  #open: Open | 'bekend' | undefined;

  constructor(db: Schrijfdb, wie: string, wanneer: () => Date, opties: Invoeropties = {}) {
    this.#db = db;
    this.#wie = wie;
    this.#wanneer = wanneer;
    this.#opties = opties;
    const codes = new Codeboek(db);
    this.#schrijf = { indicaties: indicatieschrijver(db, codes), declaraties: declaratieschrijver(db, codes), aggregaten: aggregaatschrijver(db) };
  }

  /** Whether a delivery was begun and not ended. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** What names in the files added to what the project knows, as a change of its own; before any delivery. */
  nieuw(nieuwelingen: Nieuwelingen): void {
    const lijsten = (['gemeenten', 'scholen', 'producten'] as const).map((lijst) => {
      const bekend = new Set(leesLijst(this.#db, lijst).map((item) => sleutelVan(lijst, item)));
      return { lijst, items: (nieuwelingen[lijst] as Item<typeof lijst>[]).filter((item) => !bekend.has(sleutelVan(lijst, item))) };
    });
    const namen = lijsten.flatMap(({ lijst, items }) => items.map((item) => sleutelVan(lijst, item)));
    if (namen.length === 0) return;
    openRegel(this.#db, { soort: 'wijziging', omschrijving: `Nieuw uit bestanden: ${namen.slice(0, 5).join(', ')}${namen.length > 5 ? ` en ${namen.length - 5} andere` : ''}`, wie: this.#wie, wanneer: this.#wanneer() });
    for (const { lijst, items } of lijsten) voegSamen(this.#db, lijst, items, 'naast');
    sluitRegel(this.#db);
  }

  begin(opgave: Leveringsopgave): void {
    if (this.#open) throw new TypeError('a delivery is still open');
    const { soort, bestand, blad = null, controlegetal } = opgave;
    const plan = JSON.stringify(opgave.plan ?? null);
    if (!this.#opties.opnieuw && this.#isBekend(opgave, plan)) {
      this.bekend.push(opgave);
      this.#open = 'bekend';
      return;
    }
    const herstelt = this.#teHerstellen(opgave);
    if (herstelt !== null) this.#db.exec('SAVEPOINT herstel');
    const uit = blad === null ? bestand : `${bestand}, blad ${blad}`;
    const regel: Nieuweregel = { soort: 'levering', omschrijving: herstelt === null ? `${soort} uit ${uit}` : `herstelde ${soort} van ${opgave.plan?.herstel?.van.bestand ?? ''} uit ${uit}`, wie: this.#wie, wanneer: this.#wanneer() };
    const log = openRegel(this.#db, regel);
    const id = Number(this.#db.prepare('INSERT INTO levering (log, soort, bestand, blad, controlegetal, plan, rapport, herstelt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(log, soort, bestand, blad, controlegetal, plan, 'null', herstelt).lastInsertRowid);
    this.#open = { id, log, herstelt, opgave, delen: new Map(), lijsten: new Map() };
  }

  /** The delivery that counts and of which a table holds corrected rows; null when it is no repair. */
  #teHerstellen({ plan }: Leveringsopgave): number | null {
    if (plan?.herstel === undefined) return null;
    const { bestand, blad, soort, controlegetal } = plan.herstel.van;
    const levering = this.#db
      .prepare<unknown[], number>('SELECT id FROM levering AS l WHERE controlegetal = ? AND soort = ? AND blad IS ? AND herstelt IS NULL AND EXISTS (SELECT 1 FROM deel WHERE levering = l.id AND actief = 1) ORDER BY id DESC LIMIT 1')
      .pluck().get(controlegetal, soort, blad);
    if (levering === undefined) throw new Opslagfout('conflict', `De levering ${bestand} telt niet meer mee: haar rijen kunnen niet worden hersteld.`);
    return levering;
  }

  #isBekend(opgave: Leveringsopgave, plan: string): boolean {
    const { soort, blad, controlegetal } = opgave;
    // Of a repair every row is known by itself: what could not come in then may come in now.
    if (controlegetal === '' || opgave.plan?.herstel !== undefined) return false;
    const gelijke = this.#db
      .prepare('SELECT 1 FROM levering AS l WHERE controlegetal = ? AND soort = ? AND blad IS ? AND plan = ? AND NOT EXISTS (SELECT 1 FROM deel WHERE levering = l.id AND actief = 0)')
      .get(controlegetal, soort, blad ?? null, plan);
    return gelijke !== undefined;
  }

  /** Also rows of another soort than the delivery's, such as a school that it brings along. */
  rijen<S extends Leveringsoort>(soort: S, rijen: Leveringsrijen[S][]): void {
    const open = this.#open;
    if (!open) throw new TypeError('no delivery is open');
    if (open === 'bekend') return;
    if (isLijst(soort)) {
      const verzameld = open.lijsten.get(soort) ?? [];
      for (const rij of rijen) verzameld.push(rij);
      open.lijsten.set(soort, verzameld);
    } else if (isRijsoort(soort)) {
      if (soort !== open.opgave.soort) throw new TypeError(`${soort} in a delivery of ${open.opgave.soort}`);
      const schrijf = this.#schrijf[soort] as Schrijver<Leveringsrijen[Rijsoort]>;
      const bedrag = bedragVan[soort] as (rij: Leveringsrijen[Rijsoort]) => number;
      for (const rij of rijen as Leveringsrijen[Rijsoort][]) {
        const deel = this.#deel(open, rij.gemeente, 'maand' in rij ? rij.maand : '');
        deel.som = schrijf(deel.id, rij, deel.som);
        deel.rijen++;
        deel.bedrag += bedrag(rij);
        tekenNamenAan(deel, rij);
      }
    }
    // A koppeltabel is used while reading and is gone with the pseudonyms of its import.
  }

  #deel(open: Open, gemeente: string, maand = ''): Deel {
    const naam = maand + gemeente;
    let deel = open.delen.get(naam);
    if (!deel) {
      const id = Number(this.#db.prepare('INSERT INTO deel (levering, gemeente, maand) VALUES (?, ?, ?)').run(open.id, gemeente, maand).lastInsertRowid);
      open.delen.set(naam, (deel = { id, gemeente, maand, rijen: 0, bedrag: 0, som: 0, scholen: new Set(), producten: new Set() }));
      this.#eigenDelen.add(id);
    }
    return deel;
  }

  geweigerd(rijen: GeweigerdeRij[]): void {
    if (!this.#open) throw new TypeError('no delivery is open');
    if (this.#open === 'bekend') return;
    const open = this.#open;
    const invoegen = this.#db.prepare('INSERT INTO geweigerd (levering, blad, rij, waarden, meldingen, bedrag) VALUES (?, ?, ?, ?, ?, ?)');
    for (const { blad, rij, waarden, meldingen, bedrag, bronrij } of rijen) {
      const id = Number(invoegen.run(open.id, blad, rij, JSON.stringify(waarden), JSON.stringify(meldingen), bedrag ?? null).lastInsertRowid);
      if (bronrij !== undefined) this.#poging(open, bronrij, id);
    }
  }

  hersteld(bronrijen: number[]): void {
    if (!this.#open) throw new TypeError('no delivery is open');
    if (this.#open === 'bekend') return;
    for (const bronrij of bronrijen) this.#poging(this.#open, bronrij, null);
  }

  /** Keeps what a repair did to a refused row. @throws Opslagfout `conflict` when it is in already */
  #poging({ id, herstelt }: Open, bronrij: number, opnieuw: number | null): void {
    const door = this.#db.prepare<unknown[], number>('SELECT h.levering FROM herstel AS h JOIN geweigerd AS g ON g.id = h.geweigerd WHERE h.opnieuw IS NULL AND g.levering = ? AND g.rij = ?').pluck().all(herstelt, bronrij);
    if (door.length > 0) {
      const staand = staandeHerstellen(this.#db);
      if (door.some((levering) => levering === id || staand.has(levering))) throw new Opslagfout('conflict', `Rij ${bronrij} is al hersteld.`);
    }
    const { changes } = this.#db.prepare(`INSERT INTO herstel (levering, geweigerd, opnieuw) SELECT ?, id, ? FROM geweigerd AS g WHERE levering = ? AND rij = ? AND ${EIGEN}`).run(id, opnieuw, herstelt, bronrij);
    if (changes !== 1) throw new TypeError(`row ${bronrij} of delivery ${herstelt} was not refused`);
  }

  einde(rapport: Bestandsrapport | null): void {
    const open = this.#open;
    if (!open) throw new TypeError('no delivery is open');
    this.#open = undefined;
    if (open === 'bekend') return;
    const db = this.#db;
    if (open.herstelt !== null) {
      // A repair that brought nothing in is no delivery.
      const isLeeg = open.delen.size === 0 && open.lijsten.size === 0;
      db.exec(isLeeg ? 'ROLLBACK TO herstel; RELEASE herstel' : 'RELEASE herstel');
      if (isLeeg) return;
    }
    for (const [lijst, rijen] of open.lijsten) voegSamen(db, lijst, rijen, open.herstelt === null || open.opgave.plan?.indeling === 'matrix' ? 'vervangen' : 'naast', open.opgave.gemeenten);
    if (isRijsoort(open.opgave.soort)) {
      const metRijen = new Set([...open.delen.values()].map((deel) => deel.gemeente));
      for (const gemeente of open.opgave.gemeenten ?? []) if (!metRijen.has(gemeente)) this.#deel(open, gemeente);
    }
    // A delivery without rows of a gemeente has one part, which says whether it stands.
    if (open.delen.size === 0) this.#deel(open, '').rijen = [...open.lijsten.values()].reduce((som, rijen) => som + rijen.length, 0);
    const tel = db.prepare('UPDATE deel SET rijen = ?, bedrag = ?, som = ?, scholen = ?, producten = ? WHERE id = ?');
    for (const deel of open.delen.values()) tel.run(deel.rijen, deel.bedrag, deel.som, JSON.stringify([...deel.scholen]), JSON.stringify([...deel.producten]), deel.id);
    for (const deel of this.#teVervangen(open)) db.prepare('UPDATE deel SET actief = 0 WHERE id = ?').run(deel);
    db.prepare('UPDATE deel SET actief = 1 WHERE levering = ?').run(open.id);
    db.prepare('UPDATE levering SET rapport = ? WHERE id = ?').run(JSON.stringify(rapport), open.id);
    controleerVerwijzingen(db, open.log);
    sluitRegel(db);
    this.leveringen.push(open.id);
  }

  /** Another report in the place of the one that was given at the end. */
  vulAan(levering: number, rapport: Bestandsrapport): void {
    if (!this.leveringen.includes(levering)) throw new TypeError(`delivery ${levering} is not of this import`);
    this.#db.prepare('UPDATE levering SET rapport = ? WHERE id = ?').run(JSON.stringify(rapport), levering);
  }

  /**
   * Parts whose place this delivery takes: of the same soort and gemeente, of declaraties the months from its first through its last; and what may
   * not stand beside it at all, the aggregaat of a gemeente that delivers rows or the rows of one that delivers its aggregaat (P24). A repair takes the place
   * that its delivery would have taken with these rows in it: of what came before that, and of nothing of that delivery.
   * @throws Opslagfout `conflict` when what a repair would come beside was replaced
   */
  #teVervangen(open: Open): number[] {
    const { soort } = open.opgave;
    if (!isRijsoort(soort)) return [];
    const maanden = new Map<string, { van: string; tot: string }>();
    const samen = open.herstelt === null ? [] : this.#delenVan([open.herstelt, ...herstellenVan(this.#db, open.herstelt)]);
    if (open.herstelt !== null) {
      const nieuwere = leesNieuwere(this.#db, open.herstelt);
      for (const { gemeente, maand, rijen } of open.delen.values()) {
        const weg = rijen > 0 ? staatInDeWeg(nieuwere, gemeente, maand) : undefined;
        if (weg) throw new Opslagfout('conflict', `Van ${gemeente} telt een nieuwere levering: ${weg.bestand}. Haar rijen kunnen niet worden hersteld.`);
      }
    }
    const genoemd = new Set([...open.delen.values()].map(({ gemeente }) => gemeente));
    for (const { gemeente, maand } of [...open.delen.values(), ...samen.filter((deel) => genoemd.has(deel.gemeente))]) {
      const m = maanden.get(gemeente);
      if (!m) maanden.set(gemeente, { van: maand, tot: maand });
      else if (maand < m.van) m.van = maand;
      else if (maand > m.tot) m.tot = maand;
    }
    const actief = this.#db.prepare<[], Pick<Deel, 'id' | 'gemeente' | 'maand'> & { soort: Leveringsoort; bron: number }>('SELECT d.id, d.gemeente, d.maand, l.soort, coalesce(l.herstelt, l.id) AS bron FROM deel AS d JOIN levering AS l ON l.id = d.levering WHERE d.actief = 1').all();
    return actief
      .filter((deel) => {
        const m = maanden.get(deel.gemeente);
        if (!m || this.#eigenDelen.has(deel.id) || !isRijsoort(deel.soort)) return false;
        if (open.herstelt !== null && deel.bron >= open.herstelt) return false;
        if (deel.soort !== soort) return soort === 'aggregaten' || deel.soort === 'aggregaten';
        return deel.maand >= m.van && deel.maand <= m.tot;
      })
      .map((deel) => deel.id);
  }

  #delenVan(leveringen: readonly number[]): Pick<Deel, 'gemeente' | 'maand'>[] {
    return this.#db.prepare<[string], Pick<Deel, 'gemeente' | 'maand'>>('SELECT DISTINCT gemeente, maand FROM deel WHERE rijen > 0 AND levering IN (SELECT value FROM json_each(?))').all(JSON.stringify(leveringen));
  }
}

/** Keeps which schools and products a part names. */
function tekenNamenAan({ scholen, producten }: Pick<Deel, 'scholen' | 'producten'>, rij: Leveringsrijen[Rijsoort]): void {
  if ('school' in rij) {
    scholen.add(rij.school);
    producten.add(rij.product);
    return;
  }
  for (const { school, product } of rij.basis) {
    scholen.add(school);
    producten.add(product);
  }
  for (const { product } of rij.uitstroom) producten.add(product);
  for (const { school } of rij.jeugdigen) scholen.add(school);
}

/**
 * Brings delivered items into a list: those that are there get the fields that are given, new ones come last, nothing else goes. Of leerlingen the
 * delivery is the whole truth of its schools: pairs that it does not name go, of all gemeenten or, when it is of one gemeente, of that one.
 */
function voegSamen(db: Schrijfdb, lijst: Deellijst, rijen: readonly object[], wijze: 'vervangen' | 'naast', gemeenten: readonly GemeenteCode[] = []): void {
  const nieuw = rijen as Item<Lijstnaam>[];
  const items = new Map(leesLijst(db, lijst).map((item) => [sleutelVan(lijst, item), item as Item<Lijstnaam>]));
  if (lijst === 'leerlingen' && wijze === 'vervangen') {
    const paren = rijen as Leerlingen[];
    const scholen = new Set(paren.map((paar) => paar.school));
    const genoemd = new Set([...gemeenten, ...paren.map((paar) => paar.gemeente)]);
    const blijft = new Set(paren.map((paar) => sleutelVan('leerlingen', paar)));
    for (const [sleutel, item] of items) {
      const { school, gemeente } = item as Leerlingen;
      if (scholen.has(school) && (genoemd.size > 1 || genoemd.has(gemeente)) && !blijft.has(sleutel)) items.delete(sleutel);
    }
  }
  for (const item of nieuw) {
    const sleutel = sleutelVan(lijst, item as Item<typeof lijst>);
    const oud = items.get(sleutel);
    const herkomst = { ...(oud as { herkomst?: object } | undefined)?.herkomst, ...(item as { herkomst?: object }).herkomst };
    items.set(sleutel, { ...oud, ...item, ...(Object.keys(herkomst).length > 0 ? { herkomst } : {}) } as Item<Lijstnaam>);
  }
  schrijfLijst(db, lijst, [...items.values()] as Item<typeof lijst>[]);
}

type Leveringsrij = Omit<Levering, 'delen' | 'staat' | 'plan' | 'rapport' | 'rijen' | 'bedrag' | 'hersteld'> & { plan: string; rapport: string; laatst: Logsoort | null };

/** All deliveries, or one, newest first, with their parts. */
export function leesLeveringen(db: Leesdb, id?: number): Levering[] {
  const delen = Map.groupBy(
    db.prepare<[number | null], Omit<Leveringsdeel, 'actief'> & { levering: number; actief: number }>('SELECT levering, gemeente, maand, rijen, bedrag, actief FROM deel WHERE levering = coalesce(?, levering) ORDER BY id').all(id ?? null),
    (deel) => deel.levering,
  );
  const grens = grensVan(db);
  const hersteld = telHersteld(db);
  return db
    .prepare<[number | null], Leveringsrij>(
      `SELECT l.id, l.log, l.soort, l.bestand, l.blad, l.controlegetal, g.wie, g.wanneer, l.plan, l.rapport, l.herstelt, (SELECT count(*) FROM geweigerd AS g WHERE levering = l.id AND ${EIGEN}) AS geweigerd, ${LAATST_BUITEN} AS laatst
       FROM levering AS l JOIN log AS g ON g.id = l.log WHERE l.id = coalesce(?, l.id) ORDER BY l.id DESC`,
    )
    .all(id ?? null)
    .map(({ laatst, ...rij }) => {
      const eigen: Leveringsdeel[] = (delen.get(rij.id) ?? []).map(({ gemeente, maand, rijen, bedrag, actief }) => ({ gemeente, maand, rijen, bedrag, actief: actief === 1 }));
      const inGebruik = eigen.filter((deel) => deel.actief).length;
      return {
        ...rij,
        plan: JSON.parse(rij.plan) as Bladplan | null,
        rapport: JSON.parse(rij.rapport) as Bestandsrapport | null,
        rijen: eigen.reduce((som, deel) => som + deel.rijen, 0),
        bedrag: eigen.reduce((som, deel) => som + deel.bedrag, 0),
        geweigerd: rij.geweigerd - (hersteld.get(rij.id) ?? 0),
        hersteld: hersteld.get(rij.id) ?? 0,
        delen: eigen,
        staat: inGebruik === eigen.length ? 'geldig' : inGebruik > 0 ? 'deels' : rij.log < grens ? 'gewist' : isVervangen(laatst) ? 'vervangen' : 'ongedaan',
      };
    });
}

export function leesLevering(db: Leesdb, id: number): Levering {
  const [levering] = leesLeveringen(db, id);
  if (!levering) throw new Opslagfout('onbekend', `Levering ${id} bestaat niet.`);
  return levering;
}
