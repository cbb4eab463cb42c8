/**
 * Pass 2: rows of a sheet to rows of the project, exactly as the plan says. The preview and the import both run this
 * and nothing else, so what the one shows the other stores.
 */
import type { Berichtregister } from './berichtregister.ts';
import { Boekhouding } from './boekhouding.ts';
import { bouwerVoor, type Bouwer, type Rijhulp, type Veldwaarden } from './bouwers.ts';
import { Celfout, cellezer, type Cellezer } from './celwaarde.ts';
import { leesGetal } from './getal.ts';
import { bronrijVan, herstelkolommen, type Herstelling, isElders, isNaast, NIET_BEWAARD } from './herstel.ts';
import { toonbaar } from './identiteit.ts';
import { citeer, isCiteerbaar, melding, type Meldingcode, nlGetal } from './meldingen.ts';
import type { Koppelregister, Tarievenboek, Toewijzingscholen } from './koppelen.ts';
import type { Namen } from './namen.ts';
import { isPseudoniem, type Pseudoniemen } from './pseudoniemen.ts';
import type { Kruiscontrole } from './kruiscontrole.ts';
import { Vingerafdruk } from './register.ts';
import { isNaamloos } from './plan.ts';
import { celtekst } from './tekst.ts';
import { Rijindeling } from './rijindeling.ts';
import { type Totaalsoort, totaalsoort } from './totaalrij.ts';
import type { Bestandsrapport, Bladplan, Cel, GeweigerdeRij, Grenzen, Herstelrij, Importmelding, Kolomplan, Levering, Naamsoort, Rij, Rijsoorten, Soort } from './types.ts';
import { BEDRAGVELDEN, VELDEN, veldVan, type Veld, type Veldtype } from './velden.ts';
import type { Woordenlijst } from './woordenlijst.ts';

export interface Omzetcontext {
  woordenlijst: Woordenlijst;
  namen: Namen;
  pseudoniemen: Pseudoniemen;
  /** What has to be remembered over rows and files. */
  kruiscontrole: Kruiscontrole;
  grenzen: Grenzen;
  /** Calendar date for what is past and future. */
  vandaag: string;
  /** Every row has to have as many fields as the heading. */
  vasteBreedte: boolean;
  /** What messages say about each other, and which table this is among them. */
  berichten: Berichtregister;
  tabel: number;
  /** Names of all tables, for findings that point at another one. */
  tabellen: readonly string[];
  koppeling: Koppelregister;
  /** Only where another table needs the school of a toewijzing. */
  toewijzingscholen: Toewijzingscholen | undefined;
  tarieven: Tarievenboek;
  /** School of a toewijzing that the project knows from before. */
  schoolVanToewijzing: (gemeente: string, toewijzingnummer: string) => string | undefined;
  /** Year in whose prices the project counts. */
  prijspeil: number;
  /** Where the rows were refused before. */
  herstel?: Herstelling | undefined;
}

/** What came of a batch of rows; of refused rows that came in, their row in the source file. */
export interface Uitvoer<S extends Soort = Soort> { goed: Rijsoorten[S][]; geweigerd: GeweigerdeRij[]; hersteld: number[] }
export const leegUitvoer = (): Uitvoer => ({ goed: [], geweigerd: [], hersteld: [] });

interface Kolomwerk { plan: Kolomplan; plek: number; veld: string; type: Veldtype; lees: Cellezer; vast: boolean; /** Under which its values are kept. */ naam: string }
/** A column of figures that total rows may add up. */
interface Somkolom { kop: string; plek: number; lees: Cellezer; veld: string | null; som: number; sindsSubtotaal: number; onleesbaar: number; perRij: boolean }

export class Omzetter {
  readonly #plan: Bladplan;
  readonly #soort: Soort;
  readonly #context: Omzetcontext;
  readonly #bron: Omit<Levering, 'soort'>;
  readonly #boek = new Boekhouding();
  readonly #kolommen: Kolomwerk[] = [];
  readonly #matrix: { kop: string; plek: number; lees: Cellezer; naam: string }[] = [];
  readonly #sommen: Somkolom[] = [];
  readonly #rijtotaal: Somkolom | undefined;
  readonly #bedragvelden: readonly string[];
  readonly #waarden: Veldwaarden;
  readonly #leeg: Veldwaarden;
  readonly #bouw: Bouwer;
  readonly #hulp: Rijhulp;
  readonly #indeling: Rijindeling;
  readonly #herstel: Herstelling | undefined;
  readonly #vinger = new Vingerafdruk();
  readonly #perSoort: Record<Naamsoort, Kolomwerk | undefined>;
  /** Names are looked up, and then missed, by the builder. */
  readonly #verplicht: readonly Veld[];
  /** Columns up to the last one with a heading. */
  readonly #benoemd: number;
  #cellen: readonly Cel[] = [];
  #verborgen = 0;
  #nummer = 0;
  #rij = 0;
  /** What findings say of where the row is: of a repair, in the file that it came from. */
  #plaats: { bestand: string; blad: string | null; rij: number };
  #bronrij: number | undefined;
  #isAlGezien = false;
  #meldingen: Importmelding[] = [];
  #fout = false;
  #bedragFout = false;

  constructor(plan: Bladplan, bron: Omit<Levering, 'soort' | 'plan'>, context: Omzetcontext) {
    if (plan.soort === null) throw new Error('A sheet that is not read has no rows to convert');
    this.#plan = plan;
    this.#soort = plan.soort;
    this.#context = context;
    this.#bron = { ...bron, plan };
    this.#plaats = { bestand: bron.bestand, blad: bron.blad, rij: 0 };
    this.#herstel = context.herstel;
    this.#herstel?.begin();
    this.#bedragvelden = BEDRAGVELDEN[this.#soort] ?? [];
    const velden = VELDEN[this.#soort];
    this.#leeg = Object.fromEntries(velden.map((v) => [v.naam, undefined]));
    const lezerVoor = (k: Kolomplan, veld: string, type: Veldtype): Cellezer => cellezer(type, k, context.woordenlijst.keuzes[type === 'ja/nee' ? type : veld]);
    for (const [veld, waarde] of Object.entries(plan.vast)) {
      const v = veldVan(this.#soort, veld);
      if (v === undefined) {
        this.#leeg[veld] = waarde;
        continue;
      }
      const k: Kolomplan = { nummer: 0, kop: v.titel, veld };
      const gelezen = lezerVoor(k, veld, v.type)(waarde);
      if (gelezen instanceof Celfout) throw new Error(`A plan with a fixed ${veld} that cannot be read: ${gelezen.zin}`);
      this.#leeg[veld] = gelezen;
    }
    const namen = new Map(herstelkolommen(plan).map(({ kolom, kop }) => [kolom, kop]));
    for (const k of plan.kolommen) {
      const plek = k.nummer - 1;
      const naam = namen.get(k) ?? k.kop;
      if (k.gemeente !== undefined) this.#matrix.push({ kop: k.gemeente, plek, lees: lezerVoor(k, '', 'aantal'), naam });
      const v = k.veld === null ? undefined : veldVan(this.#soort, k.veld);
      if (v !== undefined) this.#kolommen.push({ plan: k, plek, veld: v.naam, type: v.type, lees: lezerVoor(k, v.naam, v.type), vast: this.#leeg[v.naam] !== undefined, naam });
      const telt = k.gemeente !== undefined || k.totaal === true || (v !== undefined && (v.type === 'aantal' || this.#bedragvelden.includes(v.naam)));
      if (telt) this.#sommen.push({ kop: k.kop, plek, lees: lezerVoor(k, '', v?.type === 'getal' ? 'getal' : 'aantal'), veld: v?.naam ?? null, som: 0, sindsSubtotaal: 0, onleesbaar: 0, perRij: k.totaal === true });
    }
    this.#rijtotaal = this.#sommen.find((s) => s.perRij);
    this.#waarden = { ...this.#leeg };
    const van = (soort: Naamsoort): Kolomwerk | undefined => this.#kolommen.find((k) => k.veld === soort) ?? this.#kolommen.find((k) => k.veld === `${soort}naam`);
    this.#perSoort = { gemeente: van('gemeente'), school: van('school'), product: van('product') };
    this.#indeling = new Rijindeling(this.#soort, plan.koprij, plan.kolommen, plan.herstel);
    this.#verplicht = velden.filter((v) => v.verplicht === true && v.type !== 'gemeente' && v.type !== 'school' && v.type !== 'product' && !(plan.indeling === 'matrix' && v.naam === 'aantal'));
    this.#benoemd = plan.kolommen.findLastIndex((k) => !isNaamloos(k)) + 1;
    this.#bouw = bouwerVoor(this.#soort);
    this.#hulp = {
      context, plan,
      meld: (code, veld, zin) => this.#meld(code, veld === null ? null : (this.#kolommen.find((k) => k.veld === veld)?.plan.kop ?? veldVan(this.#soort, veld)?.titel ?? veld), zin),
      zoekNaam: (soort, verplicht) => this.#zoekNaam(soort, verplicht),
      vinger: this.#vinger,
      rij: () => this.#rij,
      matrix: () => this.#leesMatrix(),
      taakvelden: () => this.#taakvelden(),
      identiteit: (v) => this.#vingerVanRij(v),
      herstel: context.herstel?.herstelbaar,
    };
  }

  /** Converts a batch; accepted and refused rows are appended to `uit`. */
  verwerk(rijen: readonly Rij[], uit: Uitvoer): void {
    for (const rij of rijen) this.#verwerk(rij, uit);
  }

  /** After the last row. */
  klaar(): Bestandsrapport {
    if (this.#verborgen > 0) this.meldOver('I35', null, `${nlGetal(this.#verborgen)} ${this.#verborgen === 1 ? 'rij is' : 'rijen zijn'} in het bestand verborgen en toch gelezen. Verwijder ze in het bestand als ze niet meetellen.`);
    return { ...this.#boek.rapport(this.#bron), ...(this.#herstel && { herstel: this.#herstel.verslag() }) };
  }

  /** A finding about the table as a whole. */
  meldOver(code: Meldingcode, kolom: string | null, zin: string): void {
    this.#boek.meld(melding(code, { bestand: this.#bron.bestand, blad: this.#bron.blad, kolom }, zin));
  }

  #verwerk(rij: Rij, uit: Uitvoer): void {
    const { nummer } = rij;
    const cellen = this.#indeling.cellen(rij);
    const boek = this.#boek;
    // Rows that a workbook leaves out are empty ones.
    if (nummer > this.#nummer + 1) boek.leegGelaten(nummer - this.#nummer - 1);
    this.#nummer = nummer;
    this.#cellen = cellen;
    const soort = this.#indeling.van(rij, cellen);
    if (soort === 'leeg') return boek.leegGelaten(1);
    if (soort === 'kop') return boek.kop();
    this.#rij = nummer;
    this.#plaats = { bestand: this.#bron.bestand, blad: this.#bron.blad, rij: nummer };
    this.#meldingen = [];
    this.#bronrij = undefined;
    this.#isAlGezien = false;
    this.#fout = this.#bedragFout = false;
    if (soort === 'onleesbaar') {
      this.#meld('I20', null, `de rij is niet te lezen: ${rij.fout ?? ''}. Herstel de rij in het bestand.`);
      return this.#weiger(uit, undefined, false);
    }
    if (soort !== 'gegevens') {
      this.#vergelijk(cellen, soort);
      return boek.totaal();
    }
    if (this.#context.vasteBreedte && !this.#heeftBreedte(cellen)) {
      this.#meld('I20', null, `de rij heeft ${cellen.length} velden en de kop ${this.#benoemd}; waarden staan dan in de verkeerde kolom. Zet tekst met een scheidingsteken of regeleinde tussen aanhalingstekens.`);
      return this.#weiger(uit, undefined, false);
    }
    if (rij.verborgen === true) this.#verborgen++;
    const eerder = this.#zoekEerder(cellen);
    if (this.#fout) return this.#weiger(uit, eerder?.bedrag, true);
    this.#leesVelden(this.#cellen);
    this.#telOp(this.#cellen);
    const resultaat = this.#bouw(this.#waarden, this.#hulp);
    const bedrag = this.#bedragFout ? undefined : resultaat.bedrag;
    this.#controleerPlek(resultaat.rijen);
    if (this.#fout) return this.#weiger(uit, bedrag, true);
    if (resultaat.controle === true) return boek.totaal();
    for (const m of this.#meldingen) boek.meld(m);
    boek.rij(true, bedrag ?? 0);
    for (const r of resultaat.rijen) uit.goed.push(r);
    if (this.#bronrij === undefined) return;
    this.#herstel?.goed(this.#bronrij, bedrag ?? 0);
    uit.hersteld.push(this.#bronrij);
  }

  /** Finds, in a repair, the refused row that this is a new try of. Findings say when it is none, or one that cannot be repaired here. */
  #zoekEerder(cellen: readonly Cel[]): Herstelrij | undefined {
    const { herstel: plan } = this.#plan;
    const herstel = this.#herstel?.herstelbaar;
    if (plan === undefined || herstel === undefined) return undefined;
    const bronrij = bronrijVan(cellen[plan.bronrij - 1]);
    const eerder = bronrij === undefined ? undefined : herstel.rijen.get(bronrij);
    const niet = (zin: string): undefined => this.#meld('I38', null, zin) as undefined;
    if (celtekst(cellen[plan.kenmerk - 1]).trim() !== herstel.kenmerk) return niet('het kenmerk van deze rij is een ander dan dat van de rij erboven of ontbreekt. Zet rijen van elke levering op een eigen blad, zoals ze zijn bewaard.');
    if (bronrij === undefined || eerder === undefined) return niet(`deze rij is niet een van de geweigerde rijen van ${herstel.van.bestand}. Zet nieuwe rijen in het bronbestand.`);
    this.#isAlGezien = eerder.hersteld || this.#herstel?.gezien(bronrij) === true;
    if (this.#isAlGezien && !eerder.hersteld) return niet(`rij ${bronrij} van ${herstel.van.bestand} staat hier twee keer. Laat één van beide staan.`);
    this.#bronrij = bronrij;
    this.#rij = bronrij;
    this.#plaats = { bestand: herstel.van.bestand, blad: herstel.van.blad, rij: bronrij };
    if (eerder.hersteld) this.#meld('I39', null, 'deze rij is al hersteld en telt al mee.');
    else if (isElders(eerder) || !this.#heeftWaarden(cellen) || (isNaast(eerder) && this.#isGelijk(eerder))) this.#meldWeer(eerder);
    for (const { plek, plan: k, naam } of this.#kolommen) {
      const cel = cellen[plek];
      if (herstel.leestMee === true && k.veld === 'jeugdige' && typeof cel === 'string' && isPseudoniem(cel)) this.#cellen = this.#cellen.map((c, i) => (i === plek ? (eerder.waarden[naam] ?? c) : c));
      if (!this.#fout && typeof cel === 'string' && cel.includes(NIET_BEWAARD)) this.#meld('I37', k.kop, 'deze waarde kon op een persoon wijzen en is niet bewaard. Vul in wat er hoort te staan, of maak haar leeg.');
    }
    return eerder;
  }

  /** As it was: its reason is not in the row, or nothing was done about it. */
  #meldWeer({ meldingen }: Herstelrij): void {
    this.#meldingen.push(...meldingen);
    this.#fout = true;
  }

  #heeftWaarden(cellen: readonly Cel[]): boolean {
    return this.#kolommen.some(({ plek }) => (cellen[plek] ?? null) !== null) || this.#matrix.some(({ plek }) => (cellen[plek] ?? null) !== null);
  }

  #isGelijk({ waarden }: Herstelrij): boolean {
    const nu = this.#bewaarbaar();
    return [...new Set([...Object.keys(nu), ...Object.keys(waarden)])].every((kop) => String(nu[kop] ?? '') === String(waarden[kop] ?? ''));
  }

  /** A repair comes beside what its delivery brought: not where that was replaced. */
  #controleerPlek(rijen: readonly Rijsoorten[Soort][]): void {
    const herstel = this.#herstel?.herstelbaar;
    if (herstel === undefined || (this.#soort !== 'indicaties' && this.#soort !== 'declaraties')) return;
    for (const rij of rijen as readonly Rijsoorten['indicaties' | 'declaraties'][]) {
      const waarom = herstel.inDeWeg(rij.gemeente, 'maand' in rij ? rij.maand : '');
      if (waarom !== undefined) this.#meld('I39', 'gemeente', waarom);
    }
  }

  #meld(code: Meldingcode, kolom: string | null, zin: string): void {
    const m = melding(code, { ...this.#plaats, kolom }, zin);
    this.#meldingen.push(m);
    if (m.niveau === 'fout') this.#fout = true;
  }

  #weiger(uit: Uitvoer, bedrag: number | undefined, metWaarden: boolean): void {
    for (const m of this.#meldingen) this.#boek.meld(m);
    // Its columns are not to be trusted, so its figures are not in the sums that a total is held against.
    if (!metWaarden) for (const s of this.#sommen) s.onleesbaar++;
    const geteld = this.#bedragvelden.length === 0 ? 0 : bedrag;
    this.#boek.rij(false, geteld);
    if (this.#bronrij !== undefined) this.#herstel?.opnieuw(this.#bronrij, geteld);
    // What was repaired, or stood here before, is accounted for: nothing of it is to be corrected.
    if (this.#isAlGezien) return;
    uit.geweigerd.push({
      bestand: this.#bron.bestand, blad: this.#bron.blad, rij: this.#nummer, waarden: metWaarden ? this.#bewaarbaar() : {}, meldingen: this.#meldingen,
      ...(geteld !== undefined && { bedrag: geteld }), ...(this.#bronrij !== undefined && { bronrij: this.#bronrij }),
    });
  }

  /** Values of a refused row that may be kept: columns of the plan only, no identities, no text where figures belong. */
  #bewaarbaar(): Record<string, string | number> {
    const waarden: Record<string, string | number> = {};
    for (const { naam, plek, type } of this.#kolommen) {
      const cel = this.#cellen[plek] ?? null;
      if (cel === null) continue;
      if (type === 'jeugdige') waarden[naam] = this.#context.pseudoniemen.van(celtekst(cel));
      else if (typeof cel === 'number') waarden[naam] = type === 'tekst' || toonbaar(String(cel)) === String(cel) ? cel : '•••';
      else {
        const tekst = celtekst(cel);
        const cijfers = type === 'getal' || type === 'aantal' || type === 'aandeel' || type === 'jaar' || type === 'datum' || type === 'einddatum' || type === 'maand';
        // A column of texts was found not to hold identities; a nine-digit number in it is what the column says it is.
        waarden[naam] = type === 'tekst' ? tekst.replace(/\S+@\S+/g, '•••') : cijfers && !isCiteerbaar(tekst) ? '•••' : toonbaar(tekst);
      }
    }
    for (const { naam, plek } of this.#matrix) {
      const cel = this.#cellen[plek] ?? null;
      if (cel !== null) waarden[naam] = typeof cel === 'number' ? cel : isCiteerbaar(celtekst(cel)) ? toonbaar(celtekst(cel)) : '•••';
    }
    return waarden;
  }

  #heeftBreedte(cellen: readonly Cel[]): boolean {
    if (cellen.length < this.#benoemd) return false;
    for (let i = this.#plan.kolommen.length; i < cellen.length; i++) if (cellen[i] !== null) return false;
    return true;
  }

  #telOp(cellen: readonly Cel[]): void {
    for (const s of this.#sommen) {
      const cel = cellen[s.plek] ?? null;
      if (cel === null) continue;
      const x = s.veld === null ? s.lees(cel) : this.#waarden[s.veld];
      if (typeof x !== 'number') {
        if (x !== undefined) s.onleesbaar++;
        continue;
      }
      const e = Math.round(x * 1e4);
      s.som += e;
      s.sindsSubtotaal += e;
    }
    const totaal = this.#rijtotaal;
    if (totaal === undefined || this.#matrix.length === 0) return;
    const gesteld = totaal.lees(cellen[totaal.plek] ?? null);
    if (typeof gesteld !== 'number') return;
    let delen = 0;
    for (const m of this.#matrix) {
      const x = m.lees(cellen[m.plek] ?? null);
      if (x instanceof Celfout) return;
      if (typeof x === 'number') delen += x;
    }
    const school = toonbaar(celtekst(cellen[this.#perSoort.school?.plek ?? 0]));
    this.#controle(totaal.kop, `totaal van ${school}`, gesteld, delen, (verschil) => `volgens het bestand zijn er ${nlGetal(gesteld)} leerlingen van ${school}, de delen tellen op tot ${nlGetal(delen)} (verschil ${verschil}). De delen zijn ingelezen; controleer de rij.`);
  }

  #vergelijk(cellen: readonly Cel[], soort: Totaalsoort): void {
    const label = cellen.find((c) => typeof c === 'string' && totaalsoort(c) !== null);
    for (const s of this.#sommen) {
      const cel = cellen[s.plek] ?? null;
      if (cel === null) continue;
      const gesteld = this.#leesTotaal(s, cel);
      if (gesteld === undefined) {
        this.#boek.meld(melding('I16', { bestand: this.#bron.bestand, blad: this.#bron.blad, rij: this.#nummer, kolom: s.kop }, `het totaal ${citeer(celtekst(cel))} is niet te lezen en dus niet gecontroleerd.`));
        continue;
      }
      // What calls itself a part may still be the whole, and a sheet without parts has only wholes.
      const kandidaten = soort === 'subtotaal' ? [s.sindsSubtotaal, s.som] : [s.som, s.sindsSubtotaal];
      const berekend = (kandidaten.find((k) => Math.abs(k / 1e4 - gesteld) < 0.005) ?? kandidaten[0] ?? 0) / 1e4;
      const onleesbaar = s.onleesbaar === 0 ? '' : ` Van ${s.onleesbaar} rijen was het getal niet te lezen.`;
      this.#controle(s.kop, typeof label === 'string' ? toonbaar(label) : 'totaalrij', gesteld, berekend, (verschil) => `het bestand noemt een totaal van ${nlGetal(gesteld)}, de rijen tellen op tot ${nlGetal(berekend)} (verschil ${verschil}).${onleesbaar} Controleer of het bestand volledig is.`);
    }
    for (const s of this.#sommen) s.sindsSubtotaal = 0;
  }

  /** A total may be written with separators while its column has none: then the reading that adds up is meant, else the Dutch one. */
  #leesTotaal(s: Somkolom, cel: Cel): number | undefined {
    const x = s.lees(cel);
    if (typeof x === 'number') return x;
    if (typeof cel !== 'string') return undefined;
    const lezingen = [leesGetal(cel, '1.234,56'), leesGetal(cel, '1,234.56')].filter((l) => l !== undefined);
    return lezingen.find((l) => Math.abs(l - s.som / 1e4) < 0.005 || Math.abs(l - s.sindsSubtotaal / 1e4) < 0.005) ?? lezingen[0];
  }

  #controle(kolom: string, omschrijving: string, bestand: number, berekend: number, zin: (verschil: string) => string): void {
    const klopt = Math.abs(bestand - berekend) < 0.005;
    if (klopt && this.#boek.controletotalen.length >= 1000) return;
    this.#boek.controletotalen.push({ rij: this.#nummer, kolom, omschrijving, bestand, berekend, klopt });
    const verschil = nlGetal(bestand - berekend);
    if (!klopt) this.#boek.meld(melding('I16', { bestand: this.#bron.bestand, blad: this.#bron.blad, rij: this.#nummer, kolom }, zin(verschil)));
  }

  #leesVelden(cellen: readonly Cel[]): void {
    const waarden = this.#waarden;
    // Fields without a column keep their fixed value (or none) from row to row.
    for (const k of this.#kolommen) {
      if (k.plan.jaar !== undefined) continue;
      const cel = cellen[k.plek] ?? null;
      const x = cel === null && k.vast ? this.#leeg[k.veld] : k.lees(cel);
      if (x instanceof Celfout) {
        if (this.#bedragvelden.includes(k.veld) || k.veld === 'volume' || k.veld === 'tarief') this.#bedragFout = true;
        if (x.code === 'I22' && (k.veld === 'plaats' || k.veld === 'leveringsvorm')) this.#meld('I32', k.plan.kop, `${x.zin} De rij komt binnen zonder deze waarde.`);
        else this.#meld(x.code, k.plan.kop, x.zin);
        // Refused anyway; `null` keeps "missing" from being reported on top.
        waarden[k.veld] = null;
      } else waarden[k.veld] = x;
    }
    // A refused line of an answer only names the line it refuses.
    if (waarden.retourcode === undefined) for (const v of this.#verplicht) if (waarden[v.naam] === undefined) this.#hulp.meld('I01', v.naam, `${v.titel} ontbreekt. Vul de waarde in.`);
  }

  /** Looks up the name of the row; undefined when it is missing or not usable (then a finding says so). */
  #zoekNaam(soort: Naamsoort, verplicht: boolean): string | undefined {
    const tekst = this.#waarden[soort];
    const naam = this.#waarden[`${soort}naam`];
    if (tekst === null || naam === null) return undefined;
    if (tekst === undefined && naam === undefined) {
      if (verplicht) this.#hulp.meld('I01', soort, `${soort} ontbreekt. Vul de waarde in.`);
      return undefined;
    }
    const kolom = this.#perSoort[soort]?.plan.kop ?? soort;
    const [t, n] = [tekst === undefined ? '' : String(tekst), naam === undefined ? '' : String(naam)];
    return this.#duidNaam(soort, t, n, kolom);
  }

  #duidNaam(soort: Naamsoort, tekst: string, naam: string, kolom: string): string | undefined {
    const uitkomst = this.#context.namen.zoek(soort, tekst, naam);
    if (uitkomst.soort === 'bekend') return uitkomst.code;
    const genoemd = `“${toonbaar(tekst === '' ? naam : tekst)}”`;
    if (uitkomst.soort === 'weglaten') this.#meld('I06', kolom, `${soort} ${genoemd} is weggelaten, zoals gekozen.`);
    else this.#meld('I05', kolom, `${soort} ${genoemd} is niet bekend. Voeg ${soort === 'product' ? 'het' : 'de'} ${soort} toe of kies wat bedoeld is.`);
    return undefined;
  }

  /** Pupils per gemeente of a matrix row; empty and 0 are nobody. */
  #leesMatrix(): { gemeente: string; aantal: number }[] {
    const aantallen = new Map<string, number>();
    for (const m of this.#matrix) {
      const x = m.lees(this.#cellen[m.plek] ?? null);
      if (x instanceof Celfout) {
        this.#meld(x.code, m.kop, x.zin);
        continue;
      }
      if (typeof x !== 'number' || x === 0) continue;
      const uitkomst = this.#context.namen.zoek('gemeente', m.kop);
      // A column that is left out is left out of the sum of no row: the row itself comes in.
      if (uitkomst.soort === 'weglaten') continue;
      const code = this.#duidNaam('gemeente', m.kop, '', m.kop);
      if (code !== undefined) aantallen.set(code, (aantallen.get(code) ?? 0) + x);
    }
    return [...aantallen].map(([gemeente, aantal]) => ({ gemeente, aantal }));
  }

  /** Taakveld per year, from columns of which the heading names the year. */
  #taakvelden(): Record<string, string> {
    const perJaar: Record<string, string> = {};
    for (const k of this.#kolommen) {
      if (k.plan.jaar === undefined) continue;
      const x = k.lees(this.#cellen[k.plek] ?? null);
      if (typeof x === 'string') perJaar[k.plan.jaar] = x;
    }
    return perJaar;
  }

  /** Fingerprint of the whole row as it stands in the file. */
  #vingerVanRij(v: Vingerafdruk): void {
    v.begin();
    const cellen = this.#cellen;
    for (let i = 0; i < cellen.length; i++) {
      const cel = cellen[i];
      if (typeof cel === 'string') v.tekst(cel);
      else if (typeof cel === 'number') v.getal(cel);
      else if (cel === null || cel === undefined) v.tekst('');
      else v.tekst(celtekst(cel));
    }
    v.klaar();
  }
}
