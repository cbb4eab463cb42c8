/** The open project of a window: its file, its preparation, and what the window is told of both. */
import { resolve } from 'node:path';
import type { Stand } from '../../models/contract/stand.ts';
import type { Nodig, Projectmethode } from '../../models/contract/methoden.ts';
import { voorbereider, type ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import type { Voorbereiding } from '../../models/rekenen/types.ts';
import type { Projectbestand } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import type { Importgang } from './importgang.ts';
import type { Kader, Thuis } from './projectkant.ts';
import { blokkeertVoorbereiding, foutenVan, projectstand, revisieVan, voorbereidingssleutel } from './stand.ts';

/** Milliseconds between two looks at a project that somebody else may change. */
const KIJKTIJD = 2_000;

interface Geopend {
  bestand: Projectbestand;
  /** Preparation of the data as they are, made when it is first needed. */
  voorbereid?: { sleutel: string; nummer: number; inhoud: Voorbereiding };
  /** Number of the preparation that the window has. */
  gegeven: number | null;
  /** What the window was told last, with the preparation. */
  gezegd?: Stand;
  kijker: NodeJS.Timeout | undefined;
}

export class Sessie {
  readonly kader: Kader;
  readonly thuis: Thuis;
  /** The import that is going on, between *files chosen* and *loaded*. */
  importgang: Importgang | undefined;
  #open: Geopend | undefined;
  #nummer = 0;

  constructor(kader: Kader, thuis: Thuis) {
    this.kader = kader;
    this.thuis = thuis;
  }

  /**
   * Before a method is carried out. An import that was shown and not carried out holds the file: whatever else is asked ends it, but for a look at the stand.
   * @throws when the project that the method needs is not there
   */
  eis(naam: Projectmethode, nodig: Nodig): void {
    if (nodig !== 'project' && nodig !== 'schrijven') return;
    const { alleenLezen } = this.bestand;
    if (!naam.startsWith('import.') && naam !== 'project.stand') this.#beeindigImport();
    if (nodig !== 'schrijven' || !alleenLezen) return;
    const { houder, tekst } = alleenLezen;
    throw new Dienstfout('alleenLezen', tekst, houder && { wie: houder.wie, machine: houder.machine, sinds: houder.sinds });
  }

  get bestand(): Projectbestand {
    if (!this.#open) throw new Dienstfout('geenProject', 'Er is geen project open in dit venster. Open eerst een project.');
    return this.#open.bestand;
  }
  /** Path of the open project, if any. */
  get pad(): string | undefined {
    return this.#open?.bestand.pad;
  }

  /** Takes a project that was just opened in the place of the one that was open, and remembers it. */
  async neem(bestand: Projectbestand): Promise<Stand> {
    // It is closed whatever happens; what can fail is its last backup.
    await this.sluit().catch((fout: unknown) => this.#meldFout(fout));
    this.#open = { bestand, gegeven: null, kijker: bestand.alleenLezen ? this.#kijkMee(bestand) : undefined };
    await this.thuis.onthoud(resolve(bestand.pad), bestand.projectZonderRijen().naam).catch((fout: unknown) => this.#meldFout(fout));
    return this.stand(true);
  }

  /** Tells what went wrong beside what was asked. */
  #meldFout(fout: unknown): void {
    void this.thuis.meld({ soort: 'melding', tekst: fout instanceof Error ? fout.message : String(fout) });
  }

  /** Tells the window when another one has changed what it is looking at. */
  #kijkMee(bestand: Projectbestand): NodeJS.Timeout {
    let gezien = revisieVan(bestand);
    const kijker = setInterval(() => {
      try {
        const nu = revisieVan(bestand);
        if (nu === gezien) return;
        gezien = nu;
        void this.thuis.meld({ soort: 'gewijzigd', revisie: nu });
      } catch (fout) {
        clearInterval(kijker);
        void this.thuis.meld({ soort: 'verloren', tekst: fout instanceof Error ? fout.message : String(fout) });
      }
    }, KIJKTIJD);
    kijker.unref();
    return kijker;
  }

  /** @param altijd give the preparation also when the window has it already */
  stand(altijd = false): Stand {
    const open = this.#open;
    if (!open) throw new Dienstfout('geenProject', 'Er is geen project open in dit venster. Open eerst een project.');
    // While an import is shown the file holds what is not decided yet; nothing else can change, so what was said last still holds.
    if (this.importgang && open.gezegd) return open.gezegd;
    const project = open.bestand.projectZonderRijen();
    const fouten = foutenVan(project, open.bestand);
    const voorbereid = fouten.some(blokkeertVoorbereiding) ? undefined : this.#bereidVoor(open, project);
    const nummer = voorbereid?.nummer ?? null;
    const geef = voorbereid && (altijd || nummer !== open.gegeven);
    open.gegeven = nummer;
    const stand = projectstand(open.bestand, project, fouten, nummer);
    open.gezegd = { stand, ...(voorbereid && { voorbereiding: voorbereid.inhoud }) };
    return geef ? open.gezegd : { stand };
  }

  #beeindigImport(): void {
    this.importgang?.breekAf();
    this.importgang = undefined;
  }

  /** The preparation of the open project. @throws Dienstfout `ongeldig` with the faults that stand in its way */
  voorbereiding(): Voorbereiding {
    const { stand, voorbereiding } = this.stand(true);
    if (!voorbereiding) throw new Dienstfout('ongeldig', 'Dit project kan nog niet worden doorgerekend: er ontbreken gegevens of ze kloppen niet. Herstel eerst wat bij de stappen staat.', stand.fouten);
    return voorbereiding;
  }

  #bereidVoor(open: Geopend, project: ProjectZonderRijen): NonNullable<Geopend['voorbereid']> {
    const sleutel = voorbereidingssleutel(project, open.bestand);
    if (open.voorbereid?.sleutel !== sleutel) open.voorbereid = { sleutel, nummer: ++this.#nummer, inhoud: open.bestand.voorbereiding(voorbereider) };
    return open.voorbereid;
  }

  /** Closes the project, if one is open; an import that was going on is let go. */
  async sluit(): Promise<void> {
    const open = this.#open;
    this.#beeindigImport();
    this.#open = undefined;
    clearInterval(open?.kijker);
    await open?.bestand.sluit();
  }
}
