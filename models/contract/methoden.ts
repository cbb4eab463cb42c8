/**
 * Every method of the service by name: what goes in (checked at the border by the same description that gives the type), what comes out, and what it needs.
 *
 * Adding a method:
 * 1. an entry here, with its types in this folder;
 * 2. a use case of that name in `electron/service/taken/` (the type of `TAKEN` there demands it);
 * 3. an example of valid and of invalid input in `tests/contract/voorbeelden.ts` (its type demands that too);
 * 4. call it from the page: `roep('naam', invoer)` of `renderer/client`.
 */
import type { BestaandArrangement, Drager, Gemeente, Leerlingen, Product, Scenario, School, Uitgangspunten } from '../project/types.ts';
import type { Doelzoeking, Gevoeligheid, Houdbaarheid, Nulbrug, Omslagpunten, Scenariobrug, Sleutelvergelijking, Volgorde, Zekerheid } from '../beslissen/types.ts';
import type { Profiel } from '../invoer/types.ts';
import type { Berekening } from '../rekenen/types.ts';
import { gevallen, datum, geheel, getal, inhoud, jaNee, keuze, lijst, object, ofwel, optioneel, sleutel, tekst, waarde, type Beschrijving, type Van } from './beschrijving.ts';
import { SLEUTELKEUZE, UITKOMSTKEUZE, ZOEKOPDRACHT } from './beslissen.ts';
import { BESTANDSSOORTEN, type AppInfo, type Bestandsgreep, type RecentProject } from './bestand.ts';
import type { BewaardProfiel, Geweigerd, Herstelveld, Importstand } from './import.ts';
import type { Nulmeting, Rijenpagina } from './nulmeting.ts';
import type { Logregel, ProjectZonderRijen, Reservekopie, Stand, VastgesteldScenario } from './stand.ts';
import type { Uitwisselbestand } from './uitwisselbestand.ts';
import { EERDERE_PUBLICATIE, MEESTE_VARIANTEN, PUBLIEKE_LEZERS, type Publicatiecijfers } from './publicatie.ts';
import { LEZERS, PDFDELEN, type Stukken, type Stukkeninzage, type TerugGelezen, type Voorstel } from './voorstel.ts';

/**
 * What a method needs. `venster`: nothing but the window, so it is handled at once, also while others run. All others are handled one after the other in
 * the order in which they came: `niets`, `project` (one must be open in this window) or `schrijven` (and not read-only).
 */
export type Nodig = 'venster' | 'niets' | 'project' | 'schrijven';

export interface Methode<I, U, N extends Nodig = Nodig> {
  readonly nodig: N;
  readonly invoer: Beschrijving<I>;
  /** May take more than half a second: takes a `taak`, gives progress, can be cancelled. */
  readonly taak: boolean;
  /** Only for the type; never there. */
  readonly uitvoer?: U;
}

/** Type of the output; gives nothing. */
const geeft = <U>(): U | undefined => undefined;
function methode<I, U, const N extends Nodig>(nodig: N, invoer: Beschrijving<I>, _uitvoer: U | undefined, { taak = false } = {}): Methode<I, U, N> {
  return { nodig, invoer, taak };
}
const TAAK = { taak: true };

const niets = object({});
const lijstVan = <T extends object>(wat: string, max: number): Beschrijving<T[]> => lijst(inhoud<T>(wat), max);
/** Where a project is: one that was opened before, or a file that was chosen, dropped or uploaded. */
const bron = gevallen({ recent: { id: sleutel }, bestand: { greep: sleutel } });

/**
 * One change of the project; a list of them is one transaction, one log entry, one undo. Lists are given whole (the log keeps what differs), scenarios one
 * by one. A list that other parts refer to changes together with those parts, in one call.
 */
export const WIJZIGING = gevallen({
  naam: { naam: tekst(200, 1) },
  uitgangspunten: { uitgangspunten: inhoud<Uitgangspunten>('uitgangspunten') },
  gemeenten: { lijst: lijstVan<Gemeente>('een gemeente', 1_000) },
  scholen: { lijst: lijstVan<School>('een school', 10_000) },
  leerlingen: { lijst: lijstVan<Leerlingen>('een aantal leerlingen', 200_000) },
  producten: { lijst: lijstVan<Product>('een product', 10_000) },
  dragers: { lijst: lijstVan<Drager>('een drager', 1_000) },
  bestaandeArrangementen: { lijst: lijstVan<BestaandArrangement>('een bestaand arrangement', 10_000) },
  /** Adds it, or replaces the one with this id. */
  scenario: { scenario: inhoud<Scenario>('een scenario') },
  /** Refused (P06) while another scenario has it as `ouder`. */
  scenarioWeg: { id: sleutel },
});
export type Wijziging = Van<typeof WIJZIGING>;

const rijfilter = { school: optioneel(sleutel), gemeente: optioneel(sleutel), product: optioneel(sleutel), aanbieder: optioneel(sleutel), levering: optioneel(geheel(1, Number.MAX_SAFE_INTEGER)) };
/** Passphrases of uitwisselbestanden, by the name of the file. They are forgotten with the import, and stand in no profile. */
const wachtwoorden = optioneel(lijst(object({ bestand: tekst(300, 1), wachtwoord: tekst(1_000, 1) }), 200));
/**
 * @param scenarios the first is the proposal, the others (at most three) stand beside it
 * @param grondslag the stated legal ground; obligatory for `intern`
 */
const voorstelkeuze = { scenarios: lijst(sleutel, 4), lezer: keuze(...LEZERS), grondslag: optioneel(tekst(1_000, 1)), datum };
const nummer = geheel(1, Number.MAX_SAFE_INTEGER);

export const METHODEN = {
  // The program
  'app.info': methode('venster', niets, geeft<AppInfo>()),
  /** Settings of this user on this machine (theme, widths of columns, tour seen): small JSON values by name. */
  'instellingen.lees': methode('venster', niets, geeft<Record<string, unknown>>()),
  'instellingen.zet': methode('venster', object({ naam: tekst(100, 1), waarde }), geeft<null>()),
  'start.recent': methode('venster', niets, geeft<RecentProject[]>()),
  'start.vergeet': methode('venster', object({ id: sleutel }), geeft<RecentProject[]>()),

  // Files by handle
  /** By a native dialog; an empty list when the user cancels. */
  'bestand.kies': methode('venster', object({ soort: keuze(...BESTANDSSOORTEN), meerdere: optioneel(jaNee) }), geeft<Bestandsgreep[]>()),
  /** Saves what a method made (an export, a pdf) under a name asked by a native dialog; null when the user cancels. In a browser: `GET /bestand/<greep>`. */
  'bestand.bewaar': methode('venster', object({ greep: sleutel }), geeft<{ naam: string } | null>()),
  /** Saves several in a new folder of this name, in a folder asked by a native dialog; null when the user cancels. */
  'bestand.bewaarAlle': methode('venster', object({ grepen: lijst(sleutel, 300), naam: tekst(200, 1) }), geeft<{ map: string } | null>()),
  /** Several as one package, for a host without dialogs: a browser takes one file at a time. */
  'bestand.bundel': methode('venster', object({ grepen: lijst(sleutel, 300), naam: tekst(200, 1) }), geeft<Bestandsgreep>()),
  /** Opens what was saved with the program that belongs to it, or shows it in its folder. */
  'bestand.toon': methode('venster', object({ greep: sleutel, hoe: keuze('openen', 'map') }), geeft<null>()),
  'taak.annuleer': methode('venster', object({ taak: sleutel }), geeft<null>()),

  // Project
  /** Makes a project file and opens it. Without `waar` (shell: asked by the native dialog; browser: in the folder of this program) the host decides on the place. Null when the user cancels. */
  'project.nieuw': methode('niets', object({ naam: tekst(200, 1), uitgangspunten: inhoud<Uitgangspunten>('uitgangspunten') }), geeft<Stand | null>(), TAAK),
  /** @param overnemen take it although its slot says that another machine has it; only where that cannot be known (network drive, synchronised folder) */
  'project.open': methode('niets', object({ bron, alleenLezen: optioneel(jaNee), overnemen: optioneel(jaNee) }), geeft<Stand>(), TAAK),
  /** A new copy of the example that comes with the program. */
  'project.openVoorbeeld': methode('niets', niets, geeft<Stand>(), TAAK),
  /** A portable project (`collectief-arrangeren/1`, JSON) as a new project file. Null when the user cancels. */
  'project.neemOver': methode('niets', object({ greep: sleutel }), geeft<Stand | null>(), TAAK),
  /** A copy under another name, which is then open. Null when the user cancels. */
  'project.opslaanAls': methode('project', object({ naam: tekst(200, 1) }), geeft<Stand | null>(), TAAK),
  /** The project as a file: the project file itself, or portable JSON with all rows. */
  'project.exporteer': methode('project', object({ als: keuze('projectbestand', 'overdraagbaar') }), geeft<Bestandsgreep>(), TAAK),
  'project.sluit': methode('niets', niets, geeft<null>()),
  /** Always with the preparation. */
  'project.stand': methode('project', niets, geeft<Stand>()),
  /**
   * @param omschrijving for log and undo, e.g. `Realisatie Stapsteen 60 %`
   * @param revisie of the stand that the change was made on: `conflict` when it is another meanwhile
   * Faults that are only *not finished yet* (P09, P18–P25) are stored and stand in `stand.fouten`; any other new fault refuses the whole (`ongeldig`).
   */
  'project.wijzig': methode('schrijven', object({ wijzigingen: lijst(WIJZIGING, 100), omschrijving: tekst(300, 1), revisie: optioneel(geheel(0, Number.MAX_SAFE_INTEGER)) }), geeft<Stand>()),
  'project.ongedaan': methode('schrijven', niets, geeft<Stand>()),
  'project.opnieuw': methode('schrijven', niets, geeft<Stand>()),

  // Log
  /** Newest first. @param voor entries before this id (for the next page) */
  'logboek.lijst': methode('project', object({ voor: optioneel(nummer), aantal: geheel(1, 500) }), geeft<{ regels: Logregel[]; meer: boolean }>()),
  /** Back to just after this entry; itself an entry, and undoable. */
  'logboek.terugNaar': methode('schrijven', object({ id: nummer }), geeft<Stand>()),

  // Import
  /**
   * Looks at files and reads them as far as no question stands in the way; nothing is stored yet. Among them may be uitwisselbestanden; one that is locked, or
   * does not open, has finding I41 in its report. @param profiel answers of before
   */
  'import.inlezen': methode('schrijven', object({ bestanden: lijst(sleutel, 200), profiel: optioneel(inhoud<Profiel>('een profiel')), wachtwoorden }), geeft<Importstand>(), TAAK),
  /** Reads again with other answers. @param wachtwoorden beside those that were given before */
  'import.herzie': methode('schrijven', object({ import: sleutel, profiel: inhoud<Profiel>('een profiel'), wachtwoorden }), geeft<Importstand>(), TAAK),
  /** Stores what the last Importstand showed. @param bewaarProfiel name under which the answers are kept in the project */
  'import.uitvoeren': methode('schrijven', object({ import: sleutel, bewaarProfiel: optioneel(tekst(200, 1)) }), geeft<Stand & { leveringen: number[] }>(), TAAK),
  'import.annuleer': methode('niets', object({ import: sleutel }), geeft<null>()),
  'import.profielen': methode('project', niets, geeft<BewaardProfiel[]>()),
  'leveringen.ongedaan': methode('schrijven', object({ levering: nummer }), geeft<Stand>(), TAAK),
  /** Refused rows of the deliveries that count, or of one delivery. */
  'geweigerd.lijst': methode('project', object({ levering: optioneel(nummer), vanaf: geheel(0, Number.MAX_SAFE_INTEGER), aantal: geheel(1, 500) }), geeft<{ totaal: number; rijen: Geweigerd[] }>()),
  /** What of a refused row can be corrected, in the order of its file. A row that has no place to be repaired any more is refused with what to do (`geweigerd`). */
  'geweigerd.lees': methode('project', object({ levering: nummer, id: nummer }), geeft<{ rij: Geweigerd; velden: Herstelveld[] }>()),
  /**
   * Reads refused rows of a delivery again with these values in the place of what stood there ('' is empty), as an import of their file would; nothing is stored
   * until `import.uitvoeren`. Values that are not named stay what they were.
   */
  'geweigerd.verbeter': methode('schrijven', object({
    levering: nummer, rijen: lijst(object({ id: nummer, waarden: lijst(object({ kop: tekst(500, 1), waarde: ofwel(tekst(2_000), getal(-1e15, 1e15)) }), 500) }), 500),
  }), geeft<Importstand>(), TAAK),
  /** A workbook of the refused rows with a column *Reden*; corrected and read by `import.inlezen` it repairs their deliveries. */
  'geweigerd.exporteer': methode('project', object({ levering: optioneel(nummer) }), geeft<Bestandsgreep>(), TAAK),

  // Figures that need rows
  'nulmeting.lees': methode('project', niets, geeft<Nulmeting>(), TAAK),
  /** The rows behind a figure. @param teltMee only those that count in the twelve months */
  'rijen.lees': methode('project', object({ lijst: keuze('indicaties', 'declaraties'), ...rijfilter, teltMee: optioneel(jaNee), vanaf: geheel(0, Number.MAX_SAFE_INTEGER), aantal: geheel(1, 500) }), geeft<Rijenpagina>(), TAAK),

  // Deciding: nothing is stored, everything is calculated in threads of its own
  'beslissen.gevoeligheid': methode('project', object({ scenario: sleutel, keuze: optioneel(UITKOMSTKEUZE) }), geeft<Gevoeligheid>(), TAAK),
  'beslissen.zekerheid': methode('project', object({ scenario: sleutel, keuze: optioneel(UITKOMSTKEUZE), zaad: geheel(0, Number.MAX_SAFE_INTEGER), trekkingen: geheel(2, 1_000_000) }), geeft<Zekerheid>(), TAAK),
  /** @param school the team and the start there; @param opdrachten or these inputs; without both every uncertain parameter */
  'beslissen.omslag': methode('project', object({ scenario: sleutel, keuze: optioneel(UITKOMSTKEUZE), school: optioneel(sleutel), opdrachten: optioneel(lijst(ZOEKOPDRACHT, 200)) }), geeft<Omslagpunten>(), TAAK),
  /** @param doel effect in euros */
  'beslissen.doelzoek': methode('project', object({ scenario: sleutel, keuze: optioneel(UITKOMSTKEUZE), opdracht: ZOEKOPDRACHT, doel: getal(-1e15, 1e15) }), geeft<Doelzoeking>(), TAAK),
  'beslissen.brug': methode('project', object({ scenario: sleutel, keuze: optioneel(UITKOMSTKEUZE) }), geeft<Nulbrug>(), TAAK),
  'beslissen.scenariobrug': methode('project', object({ scenario: sleutel, naar: sleutel, keuze: optioneel(UITKOMSTKEUZE) }), geeft<Scenariobrug>(), TAAK),
  /** @param grens euros per inhabitant a year */
  'beslissen.sleutels': methode('project', object({ scenario: sleutel, sleutels: optioneel(lijst(SLEUTELKEUZE, 20)), grens: optioneel(getal(0, 1e9)) }), geeft<Sleutelvergelijking>(), TAAK),
  /** For internal use only: not in the presentation, not in the proposal. */
  'beslissen.houdbaarheid': methode('project', object({ scenario: sleutel, keuze: optioneel(UITKOMSTKEUZE) }), geeft<Houdbaarheid>(), TAAK),
  /** @param plafond euros of double costs a year */
  'beslissen.volgorde': methode('project', object({ scenario: sleutel, plafond: optioneel(getal(0, 1e15)) }), geeft<Volgorde>(), TAAK),

  // What another reader than intern may see
  /**
   * The publication of scenarios for this reader, for the presentation and the clipboard. Refused (`geweigerd`, `details`: the names of the cells) where figures
   * cannot be kept hidden.
   * @param varianten scenarios that are nowhere stored, all that were shown before among them: they are protected together
   * @param eerder what the one before showed and hid
   */
  'publicatie.lees': methode('project', object({
    scenarios: lijst(sleutel, 4), lezer: keuze(...PUBLIEKE_LEZERS), varianten: optioneel(lijstVan<Scenario>('een scenario', MEESTE_VARIANTEN)), eerder: optioneel(EERDERE_PUBLICATIE),
  }), geeft<Publicatiecijfers>(), TAAK),

  // Sharing without rows, and erasing them
  /**
   * What a gemeente shares instead of its rows: aggregaten, which still hold small numbers.
   * @param grondslag the legal ground; @param van default the gemeente; @param aan default the other gemeenten that take part
   * @param beveiliging `open` only when that was explicitly chosen; a passphrase that is too short is refused (`geweigerd`)
   */
  'uitwisselbestand.maak': methode('project', object({
    gemeente: sleutel, grondslag: tekst(1_000, 1), van: optioneel(tekst(200, 1)), aan: optioneel(lijst(tekst(200, 1), 100)),
    beveiliging: gevallen({ wachtwoord: { wachtwoord: tekst(1_000, 1) }, open: {} }),
  }), geeft<Uitwisselbestand>(), TAAK),
  /**
   * Erases rows about persons for good, also from the log and the backups: all of them, with an aggregaat per gemeente in their place so that outcomes stay,
   * or only those of deliveries that were replaced or undone. It cannot be undone: ask first.
   * @returns gemeenten that now have an aggregaat instead of rows
   */
  'rijen.wis': methode('schrijven', object({ welke: keuze('alles', 'vervangen') }), geeft<Stand & { gemeenten: string[] }>(), TAAK),

  // Freezing
  'vastgesteld.lijst': methode('project', niets, geeft<VastgesteldScenario[]>()),
  'vastgesteld.maak': methode('schrijven', object({ scenario: sleutel }), geeft<VastgesteldScenario>(), TAAK),
  /** The frozen project and its outcomes, and whether calculating it now gives the same; each difference in words. */
  'vastgesteld.lees': methode('project', object({ id: nummer }), geeft<{ vastgesteld: VastgesteldScenario; project: ProjectZonderRijen; uitkomst: Berekening; klopt: boolean; verschillen: string[] }>(), TAAK),

  // Proposal
  'voorstel.maak': methode('project', object(voorstelkeuze), geeft<Voorstel>(), TAAK),
  /** Documents for print (`PDFDELEN`), for the reader that was asked for. `nietMogelijk` as pdf where this host cannot print (`AppInfo.kan.pdf`). */
  'voorstel.stukken': methode('project', object({ ...voorstelkeuze, delen: lijst(keuze(...PDFDELEN), PDFDELEN.length), als: keuze('pdf', 'html') }), geeft<Stukken>(), TAAK),
  /** The same documents as they read, without making them. */
  'voorstel.bekijk': methode('project', object({ ...voorstelkeuze, delen: lijst(keuze(...PDFDELEN), PDFDELEN.length) }), geeft<Stukkeninzage>(), TAAK),
  /** Reads a changed workbook back; the scenario is not stored until `project.wijzig` does. */
  'voorstel.lees': methode('project', object({ greep: sleutel }), geeft<TerugGelezen>(), TAAK),

  // Backups
  'reservekopieen.lijst': methode('niets', object({ bron: optioneel(bron) }), geeft<Reservekopie[]>()),
  /** Of the open project, or of one that cannot be opened. Itself undoable: what is replaced becomes a backup. */
  'reservekopieen.herstel': methode('niets', object({ bron: optioneel(bron), id: sleutel }), geeft<Stand>(), TAAK),
} as const satisfies Record<string, Methode<unknown, unknown>>;

export type Methodenaam = keyof typeof METHODEN;
type MetNodig<N extends Nodig> = { [M in Methodenaam]: (typeof METHODEN)[M]['nodig'] extends N ? M : never }[Methodenaam];
export type Venstermethode = MetNodig<'venster'>;
export type Projectmethode = Exclude<Methodenaam, Venstermethode>;
export type Invoer<M extends Methodenaam> = (typeof METHODEN)[M] extends Methode<infer I, unknown> ? I : never;
export type Uitvoer<M extends Methodenaam> = (typeof METHODEN)[M] extends Methode<unknown, infer U> ? U : never;
export type Bron = Van<typeof bron>;
