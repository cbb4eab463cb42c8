/**
 * An import into a project file, between *files chosen* and *loaded*. What it shows has been read into the file already, in a transaction that is kept open:
 * carrying it out is ending that well, so that the preview cannot say anything else than what is stored. While it is open nothing else can be changed.
 */
import { randomUUID } from 'node:crypto';
import type { Importstand, Leveringsverschil } from '../../models/contract/import.ts';
import { Toewijzingscholen } from '../../models/invoer/koppelen.ts';
import { melding } from '../../models/invoer/meldingen.ts';
import { controleerLeerlingen, controleerSprong } from '../../models/invoer/samenhang.ts';
import type { Bekend, Bestandsrapport, Doel, Importrapport, Profiel, Soort } from '../../models/invoer/types.ts';
import { houdtTegen } from '../../models/invoer/vragen.ts';
import { prijspeilVan } from '../../models/project/standaard.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import { WOORDENLIJST } from '../../templates/invoer/woordenlijst.ts';
import type { Bron } from '../exchange/lezen/bron.ts';
import { verken, voegMeldingToe, type Verkenning } from '../exchange/lezen/inlezen.ts';
import { isUitwisselbestand } from '../exchange/uitwisselen.ts';
import type { Invoersessie, Projectbestand } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import { herstelbaarVan } from './herstel.ts';
import type { Taak } from './taken.ts';
import { leesInBestand } from './uitwisselen.ts';
import { vandaag } from './vandaag.ts';

export interface Importkeuzes {
  /** Calendar date for the checks on past and future; default today. */
  vandaag?: string;
  /** Forces what the files are. */
  soort?: Soort | undefined;
  /** Unknown names become new gemeenten, scholen and producten instead of questions. */
  nieuw?: boolean | undefined;
  /** Rows with a name that nobody explained: `vragen` (default) waits for the answer, `weigeren` refuses them and asks beside it. */
  onbekendeNamen?: 'vragen' | 'weigeren' | undefined;
  /** Passphrase of all uitwisselbestanden among the files. */
  wachtwoord?: string | undefined;
  /** What is done to rows on their way into the file. */
  bewerk?: (doel: Doel) => Doel;
}

export class Importgang {
  readonly id = randomUUID();
  readonly #bestand: Projectbestand;
  readonly #paden: readonly (string | Bron)[];
  readonly #keuzes: Importkeuzes;
  #invoer: Invoersessie | undefined;
  #profiel: Profiel = {};
  readonly #wachtwoorden = new Map<string, string>();

  /** @param paden of files, or what is read already */
  constructor(bestand: Projectbestand, paden: readonly (string | Bron)[], keuzes: Importkeuzes = {}) {
    this.#bestand = bestand;
    this.#paden = paden;
    this.#keuzes = keuzes;
  }

  /** Takes the passphrases of some uitwisselbestanden, for every reading from now on. */
  ontsluit(wachtwoorden: readonly { bestand: string; wachtwoord: string }[]): void {
    for (const { bestand, wachtwoord } of wachtwoorden) this.#wachtwoorden.set(bestand, wachtwoord);
  }

  /** Answers so far. */
  get profiel(): Profiel {
    return this.#profiel;
  }

  /**
   * Reads the files by these answers, again if need be. Faults of rows and files are in the outcome.
   * @throws AbortError and faults of the project file; then nothing of this reading is left
   */
  async lees(profiel: Profiel, { signal, voortgang }: Taak): Promise<Importstand> {
    this.breekAf();
    this.#profiel = profiel;
    const bekend = bekendVan(this.#bestand);
    const { soort, nieuw = false, onbekendeNamen } = this.#keuzes;
    const isUitwisseling = await Promise.all(this.#paden.map((pad) => typeof pad === 'string' && isUitwisselbestand(pad)));
    const verkenning = await verken({
      bestanden: this.#paden.filter((_, i) => !isUitwisseling[i]), bekend, profiel, soort, nieuw, vandaag: this.#keuzes.vandaag ?? vandaag(), signal,
      voortgang: ({ bestand, stap, rijen, deel }) => voortgang(deel, `${bestand} ${stap}${rijen > 0 ? `: ${rijen.toLocaleString('nl-NL')} rijen` : ''}`),
    });
    try {
      // Of rows that were refused before, those with a name that nobody knows stay what they were.
      const wacht = onbekendeNamen === 'weigeren' || isHerstel(verkenning) ? verkenning.vragen.some(houdtTegen) : verkenning.vragen.length > 0;
      return wacht ? this.#metVragen(verkenning) : await this.#ingelezen(verkenning, this.#paden.filter((pad, i): pad is string => isUitwisseling[i] === true && typeof pad === 'string'));
    } catch (fout) {
      this.breekAf();
      throw fout;
    } finally {
      await verkenning.sluit();
    }
  }

  #metVragen({ tabellen, vragen, namen, nietGelezen, aanwijsbaar }: Verkenning): Importstand {
    return {
      import: this.id, profiel: this.#profiel, vragen, namen, nietGelezen, aanwijsbaar, uitwisselbestanden: [], verschillen: [], bekend: [], kanUitvoeren: false,
      bladen: tabellen.map(({ plan, voorbeelden }) => ({ plan, voorbeeldrijen: voorbeelden, rapport: null })),
    };
  }

  async #ingelezen(verkenning: Verkenning, uitwisselpaden: readonly string[]): Promise<Importstand> {
    const invoer = this.#bestand.invoer();
    this.#invoer = invoer;
    const { rapport, kruiscontrole } = await verkenning.leesIn(this.#keuzes.bewerk?.(invoer) ?? invoer);
    const { profiel } = this;
    const { nieuw, wachtwoord } = this.#keuzes;
    const weigert = this.#keuzes.onbekendeNamen === 'weigeren' || isHerstel(verkenning);
    const uitgewisseld = await leesInBestand(this.#bestand, invoer, uitwisselpaden, { profiel, nieuw, wachtwoord: (naam) => this.#wachtwoorden.get(naam) ?? wachtwoord });
    const uitwisselbestanden = uitgewisseld.map((u) => u.rapport);
    const vragen = [...verkenning.vragen, ...uitgewisseld.flatMap((u) => u.vragen)];
    const verschillen = verschillenVan(invoer);
    this.#meldSamenhang(rapport, kruiscontrole, verschillen);
    for (const { id, bestand, blad } of invoer.leveringen()) {
      const gevonden = rapport.bestanden.find((r) => r.bestand === bestand && r.blad === blad);
      if (gevonden) invoer.vulAan(id, gevonden);
    }
    const stand: Importstand = {
      import: this.id, profiel, vragen, namen: verkenning.namen, nietGelezen: verkenning.nietGelezen, aanwijsbaar: verkenning.aanwijsbaar, uitwisselbestanden,
      bladen: verkenning.tabellen.map(({ plan, voorbeelden }) => ({ plan, voorbeeldrijen: voorbeelden, rapport: rapportVan(rapport, plan) })),
      verschillen: verschillen.filter(({ vervangen }) => vervangen.length > 0),
      bekend: invoer.bekend.map(({ bestand, blad = null, soort }) => ({ bestand, blad, soort })),
      kanUitvoeren: (weigert || vragen.length === 0) && invoer.leveringen().length > 0 && [...rapport.bestanden, ...uitwisselbestanden].some(({ geaccepteerd }) => geaccepteerd > 0),
    };
    // An answer first: then everything is read again.
    if (!weigert && vragen.length > 0) this.breekAf();
    return stand;
  }

  /** Findings about what came in as a whole, against the rest of the project as it will be. */
  #meldSamenhang({ bestanden }: Importrapport, kruiscontrole: Parameters<typeof controleerLeerlingen>[0], verschillen: readonly Leveringsverschil[]): void {
    const leerlingen = new Map<string, number>();
    for (const { school, aantal } of this.#bestand.projectZonderRijen().leerlingen) leerlingen.set(school, (leerlingen.get(school) ?? 0) + aantal);
    const vorige = new Map(verschillen.flatMap(({ soort, gemeente, perProduct }) => perProduct.map(({ product, bedragOud }) => [`${soort}\u0000${gemeente}\u0000${product}`, bedragOud] as const)));
    for (const { code, soort, zin } of [...controleerLeerlingen(kruiscontrole, leerlingen), ...controleerSprong(kruiscontrole, vorige, { ...WOORDENLIJST.grenzen, ...this.#profiel.grenzen })]) {
      const naar = bestanden.find((r) => r.soort === soort);
      if (naar) voegMeldingToe(naar, melding(code, naar, zin));
    }
  }

  /** Keeps what was shown. @returns numbers of the deliveries */
  bewaar(): number[] {
    if (!this.#invoer) throw new Dienstfout('geweigerd', 'Er staan nog vragen open. Beantwoord die eerst.');
    const leveringen = this.#invoer.bewaar().map(({ id }) => id);
    this.#invoer = undefined;
    return leveringen;
  }

  /** Lets everything go; nothing of it is left. May be called again. */
  breekAf(): void {
    this.#invoer?.breekAf();
    this.#invoer = undefined;
  }
}

const isHerstel = ({ tabellen }: Verkenning): boolean => tabellen.length > 0 && tabellen.every(({ plan }) => plan.herstel !== undefined);

/** What the project knows that files may refer to: names, prices, and the school of a toewijzing that an earlier delivery brought. */
function bekendVan(bestand: Projectbestand): Bekend {
  const { gemeenten = [], scholen = [], producten = [], uitgangspunten } = bestand.projectZonderRijen() as Partial<ProjectZonderRijen>;
  const metNummers = bestand.leveringen().some(({ soort, plan, delen }) => soort === 'indicaties' && delen.some(({ actief }) => actief) && plan?.kolommen.some(({ veld }) => veld === 'toewijzingnummer') === true);
  let toewijzingen: Toewijzingscholen | undefined;
  const lees = (): Toewijzingscholen => {
    const register = new Toewijzingscholen();
    for (const { gemeente, toewijzingnummer, school } of bestand.indicaties()) if (toewijzingnummer !== undefined) register.voeg(gemeente, toewijzingnummer, school);
    return register;
  };
  return {
    gemeenten, scholen, producten, tarieven: bestand.lijst('tarieven'), herstelbaar: (kenmerk) => herstelbaarVan(bestand, kenmerk),
    ...(uitgangspunten && { prijspeil: prijspeilVan(uitgangspunten) }),
    // Read when a declaratie first asks for it: few imports do.
    ...(metNummers && { schoolVanToewijzing: (gemeente: string, nummer: string) => (toewijzingen ??= lees()).school(gemeente, nummer) }),
  };
}

const rapportVan = ({ bestanden }: Importrapport, { bestand, blad }: { bestand: string; blad: string | null }): Bestandsrapport | null =>
  bestanden.find((r) => r.bestand === bestand && r.blad === blad) ?? null;

const verschillenVan = (invoer: Invoersessie): Leveringsverschil[] =>
  invoer.leveringen().flatMap(({ id, soort, bestand }) => invoer.verschil(id).map((verschil) => ({ ...verschil, soort, bestand })));
