/** One import into an open project file: everything of it comes in, or nothing. */
import type { Bestandsrapport, Doel, GeweigerdeRij, Nieuwelingen } from '../../models/invoer/types.ts';
import { metVertaling, vertaald } from './fouten.ts';
import { leesLevering, type Invoer, type Levering, type Leveringsopgave, type Leveringsoort, type Leveringsrijen } from './leveringen.ts';
import { leesVerschil, type Leveringsverschil } from './verschil.ts';
import type { Schrijfdb } from './verbinding.ts';

/**
 * Takes tables as a `Doel` of the reader of files, shows what they change, and keeps them or lets them go. A throw on the way lets them go, and so does
 * the end of the process. While it is open nothing else can be changed.
 */
export class Invoersessie implements Doel {
  readonly #db: Schrijfdb;
  readonly #pad: string;
  readonly #invoer: Invoer;
  readonly #magBewaren: () => void;
  #klaar: (() => void) | undefined;

  /**
   * @param magBewaren throws when what is kept now would be lost
   * @param klaar called once, when the session ends
   */
  constructor(db: Schrijfdb, pad: string, invoer: Invoer, magBewaren: () => void, klaar: () => void) {
    this.#db = db;
    this.#pad = pad;
    this.#invoer = invoer;
    this.#magBewaren = magBewaren;
    this.#klaar = klaar;
  }

  /** Tables that were loaded before, as they are, and still count: nothing was done with them. */
  get bekend(): readonly Leveringsopgave[] {
    return this.#invoer.bekend;
  }

  /** What names in the files added to what the project knows; before anything else. */
  nieuw(nieuwelingen: Nieuwelingen): void {
    this.#doe(() => this.#invoer.nieuw(nieuwelingen));
  }
  begin(opgave: Leveringsopgave): void {
    this.#doe(() => this.#invoer.begin(opgave));
  }
  /** Rows of the open delivery, in the order of the file; some thousands at a time go fastest. */
  rijen<S extends Leveringsoort>(soort: S, rijen: Leveringsrijen[S][]): void {
    this.#doe(() => this.#invoer.rijen(soort, rijen));
  }
  geweigerd(rijen: GeweigerdeRij[]): void {
    this.#doe(() => this.#invoer.geweigerd(rijen));
  }
  /** Refused rows that came in corrected, by their row in the source file. */
  hersteld(bronrijen: number[]): void {
    this.#doe(() => this.#invoer.hersteld(bronrijen));
  }
  einde(rapport: Bestandsrapport | null): void {
    this.#doe(() => this.#invoer.einde(rapport));
  }

  /** The deliveries so far, as they will be. */
  leveringen(): Levering[] {
    return this.#invoer.leveringen.map((id) => leesLevering(this.#db, id));
  }
  /** Puts what was found about a delivery of this session as a whole into its report. */
  vulAan(levering: number, rapport: Bestandsrapport): void {
    this.#doe(() => this.#invoer.vulAan(levering, rapport));
  }
  /** What a delivery of this session changes against what it replaces. */
  verschil(levering: number): Leveringsverschil[] {
    return leesVerschil(this.#db, levering);
  }

  /** Keeps everything. @returns the deliveries; none when all tables were `bekend` */
  bewaar(): Levering[] {
    const leveringen = this.leveringen();
    this.#doe(() => {
      if (this.#invoer.isOpen) throw new TypeError('a delivery is still open');
      this.#magBewaren();
      this.#db.exec('COMMIT');
    });
    this.#sluit();
    return leveringen;
  }

  /** Lets everything go. May be called again after the end. */
  breekAf(): void {
    if (!this.#klaar) return;
    try {
      // A full disk may have made SQLite roll back by itself.
      if (this.#db.inTransaction) metVertaling(this.#pad, () => this.#db.exec('ROLLBACK'));
    } finally {
      this.#sluit();
    }
  }

  #sluit(): void {
    const klaar = this.#klaar;
    this.#klaar = undefined;
    klaar?.();
  }

  #doe(werk: () => void): void {
    if (!this.#klaar) throw new TypeError('this import has ended');
    try {
      werk();
    } catch (fout) {
      this.breekAf();
      throw vertaald(fout, this.#pad);
    }
  }
}
