/** A project file that is open: everything that can be read from it and done with it. Made by `openProject` and `maakProject`. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Aggregaat, Project } from '../../models/project/types.ts';
import type { Berekening, Voorbereiding } from '../../models/rekenen/types.ts';
import type { ProjectZonderRijen, Voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { bestaatAl, metVertaling, metVertalingAsync, Opslagfout, vertaald, verplaatst } from './fouten.ts';
import { Invoersessie } from './invoersessie.ts';
import { herstellenVan, leesGeweigerd, leesNieuwere, staandeHerstellen, type Bewaardgeweigerd, type Nieuwere } from './herstel.ts';
import { Invoer, leesLevering, leesLeveringen, type Invoeropties, type Levering } from './leveringen.ts';
import { gaTerugNaar, heeftBeelden, herhaal, herroep, laatsteRegel, leesLog, leesRegel, leesWijzigingen, openRegel, sluitRegel, teHerhalen, teHerroepen, type Logregel, type Nieuweregel, type Veldwijziging } from './log.ts';
import type { Omgeving } from './omgeving.ts';
import { leesLijst, leesProjectZonderRijen, openConcept, rijlijstenVan, type Concept, type Item, type Lijstnaam } from './onderdelen.ts';
import type { Plaats } from './plaats.ts';
import { lijstReservekopieen, maakReservekopie, schrijfKopie, type Reden, type Reservekopie } from './reservekopie.ts';
import { leesAggregaten, leesDeclaraties, leesDraagbareRijen, leesIndicaties, leesSpreidingen, telRijen, type Aggregaatrij, type Declaratierij, type Indicatierij, type Rijfilter } from './rijen.ts';
import { metSlot, type Houder, type Slot } from './slot.ts';
import { controleerInhoud } from './controle.ts';
import { leesVastgesteld, lijstVastgesteld, schrijfVastgesteld, stelInvoerSamen, type Vastgesteld, type Vastgesteldeinvoer } from './vaststellen.ts';
import { leesUitgaven, schrijfUitgave, type BewaardeUitgave, type NieuweUitgave } from './uitgaven.ts';
import { leesVerschil, type Leveringsverschil } from './verschil.ts';
import { bestandOp, controleerHeel, gebruikWal, leegWal, maakVrij, wordtEenBestand, type Leesdb, type Schrijfdb } from './verbinding.ts';
import { controleerVerwijzingen } from './verwijzingen.ts';
import { gemeentenMetRijen, maakWissenAf, wisRijen } from './wissen.ts';

const UUR = 3_600_000;

const bezig = (pad: string): Opslagfout => new Opslagfout('bezig', `In ${basename(pad)} wordt een levering geladen. Rond die af of breek haar af, en probeer het dan opnieuw.`);
const gesloten = (pad: string): Opslagfout => new Opslagfout('gesloten', `${basename(pad)} is gesloten. Open het opnieuw.`);

/** Why nothing can be written: asked for, somebody else has it (`houder`), or the folder does not allow it. */
export interface Leesreden { reden: 'gevraagd' | 'in-gebruik' | 'map'; houder?: Houder; tekst: string }

/** What an open file consists of. */
export interface Opening {
  pad: string;
  gebruiker: string;
  omgeving: Omgeving;
  plaats: Plaats;
  /** Either a connection for writing with the slot, or one for reading with the reason. */
  toegang: { db: Schrijfdb; slot: Slot } | { db: Leesdb; alleenLezen: Leesreden };
  /** Made just now, so that its first session counts as one with changes. */
  nieuw: boolean;
  /** Hears of faults of the hourly backup, which nobody waits for. */
  bijFout: (fout: unknown) => void;
}

export class Projectbestand {
  readonly pad: string;
  readonly plaats: Plaats;
  /** Set when nothing can be written. */
  readonly alleenLezen: Leesreden | undefined;
  /** Who had it open and was killed; undefined after a session that ended well. */
  readonly afgebroken: Houder | undefined;
  readonly #opening: Opening;
  readonly #bestand: { dev: bigint; ino: bigint };
  /** The last log entry that is safe in a backup or was there at the start. */
  #veiligTot: number;
  #klok: NodeJS.Timeout | undefined;
  #sessie: Invoersessie | undefined;
  /** The last backup that was begun. */
  #kopie: Promise<Reservekopie> | undefined;
  #open = true;
  #einde: Promise<void> | undefined;

  constructor(opening: Opening) {
    const { pad, plaats, toegang } = opening;
    this.pad = pad;
    this.plaats = plaats;
    this.#opening = opening;
    this.alleenLezen = 'slot' in toegang ? undefined : toegang.alleenLezen;
    this.afgebroken = 'slot' in toegang ? toegang.slot.vorige : undefined;
    const { dev, ino } = bestandOp(pad);
    this.#bestand = { dev, ino };
    this.#veiligTot = opening.nieuw || this.afgebroken ? 0 : laatsteRegel(toegang.db);
    if ('slot' in toegang) {
      this.#klok = setInterval(() => void this.#uurlijks(), UUR);
      // A program that is otherwise done need not wait for it.
      this.#klok.unref();
    }
  }

  // ---- reading

  /** The portable project, rows included (rekenmodel 1). What it never had is absent: `valideer` before use. */
  project(): Project {
    return this.#lees((db) => {
      const { indicaties, declaraties, aggregaten } = leesDraagbareRijen(db);
      const aanwezig = rijlijstenVan(db);
      const lijsten = Object.entries({ indicaties, declaraties, aggregaten }).filter(([naam, rijen]) => rijen.length > 0 || aanwezig.includes(naam));
      return { ...leesProjectZonderRijen(db), ...Object.fromEntries(lijsten) } as Project;
    });
  }

  /** The portable project but for its rows: quick, whatever the number of rows. */
  projectZonderRijen(): ProjectZonderRijen {
    return this.#lees(leesProjectZonderRijen);
  }

  /** One list, such as the tarieven and profielen that the portable project does not have. */
  lijst<L extends Lijstnaam>(naam: L): Item<L>[] {
    return this.#lees((db) => leesLijst(db, naam));
  }

  /**
   * Prepares the rows that count (rekenmodel 2–4) without holding them in memory.
   * @param maak `voorbereider` of `models/rekenen/voorbereiden.ts`; the project must be valid
   */
  voorbereiding(maak: (project: ProjectZonderRijen) => Voorbereider): Voorbereiding {
    return this.#lees((db) => {
      const voorbereider = maak(leesProjectZonderRijen(db));
      telRijen(db, voorbereider);
      return voorbereider.uitkomst();
    });
  }

  /** Rows that count, or those of one delivery, in order of loading; read some thousands at a time. */
  indicaties(filter?: Rijfilter): Iterable<Indicatierij> {
    return this.#lees((db) => leesIndicaties(db, filter));
  }
  declaraties(filter?: Rijfilter): Iterable<Declaratierij> {
    return this.#lees((db) => leesDeclaraties(db, filter));
  }

  /** What gemeenten delivered instead of rows, as far as it counts. */
  aggregaten(): Aggregaat[] {
    return this.#lees(leesAggregaten);
  }

  /** What aggregaten say of the aanbieders at a school. */
  spreidingen(): ReturnType<typeof leesSpreidingen> {
    return this.#lees(leesSpreidingen);
  }

  leveringen(): Levering[] {
    return this.#lees((db) => leesLeveringen(db));
  }
  /** @throws Opslagfout `onbekend` */
  levering(id: number): Levering {
    return this.#lees((db) => leesLevering(db, id));
  }
  /** What a delivery changed against what it replaced. */
  verschil(levering: number): Leveringsverschil[] {
    return this.#lees((db) => leesVerschil(db, levering));
  }
  geweigerd(levering: number): Bewaardgeweigerd[] {
    return this.#lees((db) => leesGeweigerd(db, levering, leesLevering(db, levering).bestand));
  }
  /** Repairs that were not undone, also those that were replaced since. */
  staandeHerstellen(): Set<number> {
    return this.#lees(staandeHerstellen);
  }
  /** Where refused rows of a delivery cannot come in any more. */
  nieuwere(levering: number): Nieuwere[] {
    return this.#lees((db) => leesNieuwere(db, levering));
  }

  /** Log entries, newest first; `voor` leaves out that entry and later ones. */
  log(aantal?: number, voor?: number): Logregel[] {
    return this.#lees((db) => leesLog(db, aantal, voor));
  }
  /** From what to what an entry changed things. */
  wijzigingen(log: number): Veldwijziging[] {
    return this.#lees((db) => leesWijzigingen(db, log));
  }
  /** What `ongedaan` and `opnieuw` would do now. */
  stand(): { ongedaan: Logregel | undefined; opnieuw: Logregel | undefined } {
    return this.#lees((db) => ({ ongedaan: teHerroepen(db), opnieuw: teHerhalen(db) }));
  }

  vastgesteld(): ReturnType<typeof lijstVastgesteld> {
    return this.#lees(lijstVastgesteld);
  }
  /** A frozen scenario whole, its fingerprint held against its contents. Calculate `invoer` again and compare with `uitkomst`. */
  leesVastgesteld(id: number): Vastgesteld {
    return this.#lees((db) => leesVastgesteld(db, id));
  }

  reservekopieen(): Reservekopie[] {
    return lijstReservekopieen(this.pad);
  }

  /**
   * Whether the file is whole: pages, indexes and references, documents against the log, rows against the totals of their delivery, frozen scenarios
   * against their fingerprint. Takes seconds on a large file. @throws Opslagfout `beschadigd`
   */
  controleer(): void {
    this.#lees((db) => {
      controleerHeel(db, this.pad, true);
      controleerInhoud(db, this.pad);
    });
  }

  // ---- changing

  /**
   * Changes the project as one transaction and one log entry. `wijziging` edits the project that it gets, in place; what it throws undoes it.
   * @returns the entry, or undefined when nothing became different
   */
  wijzig(omschrijving: string, wijziging: (project: Concept) => void): Logregel | undefined {
    return this.#leg('wijziging', omschrijving, (db) => {
      const { concept, bewaar } = openConcept(db);
      wijziging(concept);
      bewaar();
    });
  }

  /** Undoes the last change that stands. @returns its new entry, or undefined when there is none */
  ongedaan(): Logregel | undefined {
    const regel = this.stand().ongedaan;
    return regel && this.maakOngedaan(regel.id);
  }

  /** Undoes one change, such as a delivery, also when others came after it. @throws Opslagfout `conflict` when those changed the same, `grens`, `niets-te-doen` */
  maakOngedaan(log: number): Logregel {
    const { omschrijving } = this.#lees((db) => leesRegel(db, log));
    return this.#leg('ongedaan', `Ongedaan: ${omschrijving}`, (db) => {
      herroep(db, log);
      eisHeleLevering(db, log);
    }, log, true);
  }

  /** Redoes what was undone last, as long as nothing else was changed since. */
  opnieuw(): Logregel | undefined {
    const regel = this.stand().opnieuw;
    return regel && this.#leg('opnieuw', `Opnieuw: ${regel.omschrijving}`, (db) => herhaal(db, regel.id), regel.id, true);
  }

  /** Makes the project what it was just after an entry; itself a change that can be undone. Frozen scenarios stay. */
  terugNaar(log: number): Logregel | undefined {
    const { omschrijving, wanneer } = this.#lees((db) => leesRegel(db, log));
    return this.#leg('terug', `Terug naar regel ${log} (${wanneer.slice(0, 10)}, ${omschrijving})`, (db) => gaTerugNaar(db, log), log);
  }

  /** Begins an import. @throws Opslagfout `bezig` when one is open */
  invoer(opties: Invoeropties = {}): Invoersessie {
    const db = this.#schrijver();
    return this.#doe(() => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const invoer = new Invoer(db, this.#opening.gebruiker, this.#opening.omgeving.nu, opties);
        this.#sessie = new Invoersessie(db, this.pad, invoer, () => this.#eisDatHetErNogStaat(), () => {
          this.#sessie = undefined;
          // The write-ahead log has grown by as much as was loaded, kept or not.
          leegWal(db);
        });
        return this.#sessie;
      } catch (fout) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw fout;
      }
    });
  }

  /** What would be frozen of a scenario; calculate its outcome from this and give both to `stelVast`. */
  teVaststellen(scenario: string, voorbereiding: Voorbereiding): Vastgesteldeinvoer {
    return this.#lees((db) => stelInvoerSamen(db, scenario, voorbereiding));
  }

  /** Freezes a scenario with its outcome. It cannot be changed or removed afterwards. @throws Opslagfout `voorbeeld` @returns its id */
  stelVast(scenario: string, invoer: Vastgesteldeinvoer, uitkomst: Berekening, programmaversie: string): number {
    const { gebruiker, omgeving } = this.#opening;
    return this.#transactie((db) => {
      const wanneer = omgeving.nu();
      const naam = invoer.project.scenarios.find((s) => s.id === scenario)?.naam ?? scenario;
      const log = openRegel(db, { soort: 'vastgesteld', omschrijving: `Vastgesteld: ${naam}`, wie: gebruiker, wanneer });
      const id = schrijfVastgesteld(db, log, scenario, invoer, uitkomst, gebruiker, wanneer, programmaversie);
      sluitRegel(db);
      return id;
    });
  }

  /** What went out to others than intern, oldest first: all of it must be known to a next export. */
  uitgaven(): BewaardeUitgave[] {
    return this.#lees(leesUitgaven);
  }

  /** Notes that something goes out, before it does. Undo does not take it back: what has left cannot be un-left. */
  noteerUitgave(uitgave: NieuweUitgave): void {
    const { gebruiker, omgeving } = this.#opening;
    const namen = new Map(this.projectZonderRijen().scenarios.map(({ id, naam }) => [id, naam]));
    this.#transactie((db) => {
      const wanneer = omgeving.nu();
      const log = openRegel(db, { soort: 'uitgegeven', omschrijving: `Uitgegeven aan ${uitgave.lezer} (${uitgave.soort}): ${uitgave.scenarios.map((id) => namen.get(id) ?? id).join(', ')}`, wie: gebruiker, wanneer });
      schrijfUitgave(db, log, uitgave, gebruiker, wanneer);
      sluitRegel(db);
    });
  }

  /** Gemeenten whose rows of persons count: erasing all needs the aggregaat of each. */
  gemeentenMetRijen(): string[] {
    return this.#lees(gemeentenMetRijen);
  }

  /**
   * Erases rows about persons for good, also from backups and free pages: all of them, with `aggregaten` in their place, or only those of deliveries
   * that were replaced or undone. All older backups go; one new one is made. Nothing before it can be undone.
   * @throws Opslagfout `conflict` when a gemeente with rows has no aggregaat here
   */
  async wis(welke: 'alles' | 'vervangen', aggregaten: readonly Aggregaatrij[] = []): Promise<void> {
    const { gebruiker, omgeving } = this.#opening;
    this.#transactie((db) => wisRijen(db, welke, aggregaten, gebruiker, omgeving.nu));
    const db = this.#schrijver();
    this.#veiligTot = (await metVertalingAsync(this.pad, () => maakWissenAf(db, this.pad, omgeving))).log;
  }

  // ---- keeping safe

  /** Makes a backup now. @throws Opslagfout `bezig` during an import */
  async reservekopie(reden: Reden = 'verzoek', voortgang?: (deel: number) => void): Promise<Reservekopie> {
    const db = this.#schrijver();
    // One at a time: the hourly one may be under way.
    const vorige = this.#kopie;
    const kopie = (async () => {
      await vorige?.catch(() => undefined);
      return maakReservekopie(db, this.pad, reden, this.#opening.omgeving, voortgang);
    })();
    this.#kopie = kopie;
    const gemaakt = await kopie;
    this.#veiligTot = Math.max(this.#veiligTot, gemaakt.log);
    return gemaakt;
  }

  /** Writes the project, with its log, under another name; this one stays open. @throws Opslagfout `bestaat-al` unless `overschrijven`, `in-gebruik` */
  async bewaarAls(naar: string, opties: { overschrijven?: boolean; voortgang?: (deel: number) => void } = {}): Promise<void> {
    const doel = resolve(naar);
    if (doel === this.pad) throw bestaatAl(doel);
    const { gebruiker, omgeving, toegang } = this.#opening;
    if (!this.#open) throw gesloten(this.pad);
    if (this.#sessie) throw bezig(this.pad);
    await metVertalingAsync(doel, () => metSlot(doel, gebruiker, omgeving, async () => {
      if (!opties.overschrijven && existsSync(doel)) throw bestaatAl(doel);
      await schrijfKopie(toegang.db, doel, omgeving, opties.voortgang, { vlakVoor: () => maakVrij(doel) });
    }));
  }

  /** Closes the file; after a session with changes with a backup. It is closed also when this throws, as when the backup cannot be written. */
  sluit(opties: { reservekopie?: boolean } = {}): Promise<void> {
    return (this.#einde ??= this.#sluit(opties.reservekopie ?? true));
  }

  async #sluit(metReservekopie: boolean): Promise<void> {
    clearInterval(this.#klok);
    this.#sessie?.breekAf();
    const { toegang } = this.#opening;
    try {
      // Its own caller hears of its faults.
      await this.#kopie?.catch(() => undefined);
      if (metReservekopie && 'slot' in toegang && laatsteRegel(toegang.db) > this.#veiligTot && this.#staatErNog()) await this.reservekopie('sessie');
    } finally {
      this.#open = false;
      try {
        if ('slot' in toegang && this.#staatErNog()) metVertaling(this.pad, () => wordtEenBestand(toegang.db));
      } finally {
        toegang.db.close();
        if ('slot' in toegang) toegang.slot.laatLos();
      }
    }
  }

  async #uurlijks(): Promise<void> {
    const { toegang, bijFout } = this.#opening;
    if (this.#sessie) return;
    try {
      if (laatsteRegel(toegang.db) > this.#veiligTot) await this.reservekopie('uur');
    } catch (fout) {
      // An import that began meanwhile stands in its way; then it comes at the end of the session or the next hour.
      if (!this.#sessie) bijFout(fout);
    }
  }

  // ---- within

  #lees<T>(werk: (db: Leesdb) => T): T {
    if (!this.#open) throw gesloten(this.pad);
    return metVertaling(this.pad, () => werk(this.#opening.toegang.db));
  }

  /** The connection for writing, when writing is possible at all. */
  #schrijver(): Schrijfdb {
    if (!this.#open) throw gesloten(this.pad);
    const { toegang } = this.#opening;
    if (!('slot' in toegang)) throw new Opslagfout(toegang.alleenLezen.reden === 'in-gebruik' ? 'in-gebruik' : 'alleen-lezen', toegang.alleenLezen.tekst);
    if (this.#sessie) throw bezig(this.pad);
    this.#eisDatHetErNogStaat();
    return toegang.db;
  }

  /** Whether the file that is open is the one that is there: on some systems an open file can be removed, and what is written to it is lost. */
  #staatErNog(): boolean {
    try {
      const { dev, ino } = bestandOp(this.pad);
      return dev === this.#bestand.dev && ino === this.#bestand.ino;
    } catch (fout) {
      if (fout instanceof Opslagfout) return false;
      throw vertaald(fout, this.pad);
    }
  }

  #eisDatHetErNogStaat(): void {
    if (!this.#staatErNog()) throw verplaatst(this.pad);
  }

  #doe<T>(werk: () => T): T {
    return metVertaling(this.pad, () => {
      const db = this.#schrijver();
      if (this.plaats.soort === 'lokaal') gebruikWal(db);
      return werk();
    });
  }
  #transactie<T>(werk: (db: Schrijfdb) => T): T {
    const db = this.#schrijver();
    return this.#doe(() => db.transaction(() => werk(db)).immediate());
  }

  /** One transaction with one log entry. Without `moet`: undefined, and no entry, when nothing became different. */
  #leg(soort: Nieuweregel['soort'], omschrijving: string, werk: (db: Schrijfdb) => void, doel: number | undefined, moet: true): Logregel;
  #leg(soort: Nieuweregel['soort'], omschrijving: string, werk: (db: Schrijfdb) => void, doel?: number): Logregel | undefined;
  #leg(soort: Nieuweregel['soort'], omschrijving: string, werk: (db: Schrijfdb) => void, doel?: number, moet = false): Logregel | undefined {
    const { gebruiker, omgeving } = this.#opening;
    const niets = new Error('nothing changed');
    try {
      return this.#transactie((db) => {
        const log = openRegel(db, { soort, omschrijving, wie: gebruiker, wanneer: omgeving.nu(), doel });
        werk(db);
        if (!moet && !heeftBeelden(db, log)) throw niets;
        controleerVerwijzingen(db, log);
        sluitRegel(db);
        return leesRegel(db, log);
      });
    } catch (fout) {
      if (fout === niets) return undefined;
      throw fout;
    }
  }
}

/** A delivery does not go while rows that were repaired stay: they belong to it. @throws Opslagfout `conflict` */
function eisHeleLevering(db: Leesdb, log: number): void {
  const levering = db.prepare<[number], number>('SELECT id FROM levering WHERE log = ?').pluck().get(log);
  if (levering === undefined) return;
  const [herstel] = herstellenVan(db, levering).map((id) => leesLevering(db, id)).filter(({ delen }) => delen.some(({ actief }) => actief));
  if (herstel) throw new Opslagfout('conflict', `Deze levering kan niet alleen ongedaan worden gemaakt: er zijn geweigerde rijen van hersteld (${herstel.bestand}, regel ${herstel.log}). Maak eerst dat herstel ongedaan.`);
}
