/**
 * Files to rows, in two passes over each: `verken` looks at everything and makes the plans and the questions,
 * `leesIn` executes the plans. A preview is `leesIn` into something that keeps the first rows.
 */
import { randomFillSync } from 'node:crypto';
import { basename } from 'node:path';
import { bestandsnaamZonderBsn } from '../../../models/invoer/identiteit.ts';
import { Celfout, cellezer } from '../../../models/invoer/celwaarde.ts';
import { Berichtregister } from '../../../models/invoer/berichtregister.ts';
import { herkenTabel, KOPRIJEN, type Tabelkop } from '../../../models/invoer/herkennen.ts';
import { weggelaten } from '../../../models/invoer/boekhouding.ts';
import { Koppelregister, Tarievenboek, Toewijzingscholen } from '../../../models/invoer/koppelen.ts';
import { Kruiscontrole } from '../../../models/invoer/kruiscontrole.ts';
import { melding, type Meldingcode, plaatsTekst } from '../../../models/invoer/meldingen.ts';
import { vouw } from '../../../models/invoer/naam.ts';
import { Namen, vouwVoor } from '../../../models/invoer/namen.ts';
import { leegUitvoer, Omzetter, type Omzetcontext, type Uitvoer } from '../../../models/invoer/omzetten.ts';
import { bronsleutel, maakPlan, type Planbron, ruweRijen, voorbeeldrijen } from '../../../models/invoer/plan.ts';
import { Pseudoniemen } from '../../../models/invoer/pseudoniemen.ts';
import { celtekst, past } from '../../../models/invoer/tekst.ts';
import { totaalsoort } from '../../../models/invoer/totaalrij.ts';
import type { Aanwijsblad, Bekend, Bestandsrapport, Bladplan, Bronprofiel, Doel, Grenzen, Herstelbaar, Herstelrij, Importmelding, Importrapport, Levering, Naamlijsten, Naamsoort, Nieuwelingen, Profiel, Rij, Rijsoorten, Soort, Vraag } from '../../../models/invoer/types.ts';
import { SOORTEN } from '../../../models/invoer/types.ts';
import { herkenHerstel, Herstelling, herstelprofiel, type Herstelkop, jaarVan, kenmerkVan, metBronkoppen } from '../../../models/invoer/herstel.ts';
import { type Bladprofiel, Verkenner } from '../../../models/invoer/verkennen.ts';
import { veldVan } from '../../../models/invoer/velden.ts';
import { houdtTegen, naamvraag } from '../../../models/invoer/vragen.ts';
import { WOORDENLIJST } from '../../../templates/invoer/woordenlijst.ts';
import { type Blad, type Bron, openBron } from './bron.ts';
import { Leesfout } from './leesfout.ts';

export interface Inleesvoortgang { bestand: string; stap: 'verkennen' | 'inlezen'; rijen: number; deel: number }

export interface Inleesopdracht {
  /** Paths, or what is read already. */
  bestanden: readonly (string | Bron)[];
  bekend: Bekend;
  profiel: Profiel;
  soort?: Soort | undefined;
  nieuw: boolean;
  /** Calendar date `jjjj-mm-dd`. */
  vandaag: string;
  voortgang?: ((v: Inleesvoortgang) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A table that will be read. */
export interface Tabel {
  plan: Bladplan;
  /** First rows as they stand, without what points at persons. */
  voorbeelden: { rij: number; waarden: string[] }[];
}

interface Werk extends Tabel {
  /** Tells tables apart in what messages say about each other. */
  nummer: number;
  bron: Bron;
  blad: Blad;
  profiel: Bladprofiel;
  rijen: number;
  /** Questions about this table. */
  vragen: number;
  meldingen: Importmelding[];
  /** Its rows are refused rows of this delivery. */
  herstelt?: Herstelbaar;
  /** Takes what comes of its rows: they are repaired in this same import. */
  vang?: (uit: Uitvoer, rapport?: Bestandsrapport) => void;
}

/** What looking at the files found; open until `sluit`. */
export interface Verkenning {
  tabellen: Tabel[];
  vragen: Vraag[];
  /** What a name that is asked about may mean. */
  namen: Naamlijsten;
  /** Files and sheets that are not read, with why. */
  nietGelezen: Bestandsrapport[];
  /** Those among them of which the user may say what they are. */
  aanwijsbaar: Aanwijsblad[];
  /**
   * Runs the plans. Only without questions that stand in the way; rows with a name that nobody explained are refused.
   * @throws Leesfout when a file changed in the meantime
   */
  leesIn(doel: Doel): Promise<{ rapport: Importrapport; kruiscontrole: Kruiscontrole }>;
  sluit(): Promise<void>;
}

/** @throws AbortError when the signal says so; faults of files are in the result */
export async function verken(opdracht: Inleesopdracht): Promise<Verkenning> {
  const { signal, voortgang } = opdracht;
  const bronnen: { bron: Bron }[] = [];
  const nietGelezen: Bestandsrapport[] = [];
  const aanwijsbaar: Aanwijsblad[] = [];
  const sluit = async (): Promise<void> => {
    for (const { bron } of bronnen) await bron.sluit();
  };
  try {
    await openAlles();
    return await bekijk();
  } catch (fout) {
    await sluit();
    throw fout;
  }

  async function openAlles(): Promise<void> {
    const gezien = new Map<string, string>();
    for (const pad of opdracht.bestanden) {
      signal?.throwIfAborted();
      if (typeof pad !== 'string') {
        bronnen.push({ bron: pad });
        continue;
      }
      const naam = bestandsnaamZonderBsn(basename(pad));
      const keuzes = bronprofiel(opdracht, naam, null);
      try {
        const bron = await openBron(pad, { scheidingsteken: keuzes.scheidingsteken, tekenset: keuzes.tekenset });
        const eerder = gezien.get(bron.controlegetal);
        if (eerder !== undefined) {
          nietGelezen.push(leegRapport(naam, null, bron.controlegetal, 'I46', `dit bestand is gelijk aan ${eerder} en wordt één keer gelezen.`));
          await bron.sluit();
          continue;
        }
        gezien.set(bron.controlegetal, naam);
        bronnen.push({ bron });
      } catch (fout) {
        if (!(fout instanceof Leesfout)) throw fout;
        nietGelezen.push(leegRapport(naam, null, '', fout.code as Meldingcode, fout.message));
      }
    }
  }

  async function bekijk(): Promise<Verkenning> {
    const vragen: Vraag[] = [];
    const namen = new Namen(opdracht.bekend, WOORDENLIJST, { besluiten: opdracht.profiel.namen ?? {}, nieuw: opdracht.nieuw });

    // A heading with names of gemeenten is only recognised once those are known, so a file of gemeenten goes first.
    let koppen = await koppenVan(namen);
    const werk: Werk[] = [];
    const berichten = new Berichtregister();
    // While a table of names has questions itself, its names are not asked for elsewhere.
    const onzeker = new Set<Naamsoort>();
    const leerNamen = async (soort: Soort, tabellen: readonly Werk[]): Promise<boolean> => {
      if (soort !== 'gemeenten' && soort !== 'scholen' && soort !== 'producten') return false;
      const uitBestanden: Rijsoorten[Soort][] = [];
      for (const een of tabellen) {
        if (een.vragen > 0) onzeker.add(({ gemeenten: 'gemeente', scholen: 'school', producten: 'product' } as const)[soort]);
        else uitBestanden.push(...(await alleRijen(een, namen)));
      }
      if (uitBestanden.length > 0) namen.leer({ [soort]: uitBestanden });
      return uitBestanden.length > 0;
    };
    for (const soort of SOORTEN) {
      const voor = werk.length;
      for (const { bron, blad, kop } of koppen.filter((k) => k.kop.soorten[0] === soort)) {
        const een = await verkenTabel(werk.length, bron, blad, kop, bronprofiel(opdracht, bron.bestand, blad.naam), vragen, berichten, schoolElders(koppen, opdracht.bekend));
        if (een !== null) werk.push(een);
      }
      if ((await leerNamen(soort, werk.slice(voor))) && soort === 'gemeenten') koppen = await koppenVan(namen);
    }
    // Then what repairs: its source may be among the files.
    const herstel = await herstelbladen(werk, namen);
    for (const soort of SOORTEN) {
      const voor = werk.length;
      for (const { bron, blad, kop, keuzes, herstelt } of herstel.filter((k) => k.kop.soorten[0] === soort)) {
        const een = await verkenTabel(werk.length, bron, blad, kop, keuzes, vragen, berichten, schoolElders(koppen, opdracht.bekend));
        if (een !== null) werk.push({ ...een, herstelt });
      }
      await leerNamen(soort, werk.slice(voor));
    }
    await meldNietHerkend([...koppen, ...herstel]);
    for (const w of werk) vraagNamen(w, namen, onzeker, vragen);
    // From here on names only mean what they mean now: whoever takes the rows knows beforehand what they refer to.
    namen.sluit();
    return {
      tabellen: werk, vragen, namen: namen.lijsten(), nietGelezen, aanwijsbaar,
      leesIn: (doel) => {
        if (vragen.some(houdtTegen)) throw new Error('Rows are not read while questions about how to read them are open');
        return leesIn(werk, namen, berichten, nietGelezen, opdracht, doel);
      },
      sluit,
    };
  }

  async function koppenVan(namen: Namen): Promise<{ bron: Bron; blad: Blad; kop: Tabelkop }[]> {
    const gevonden: { bron: Bron; blad: Blad; kop: Tabelkop }[] = [];
    const context = { woordenlijst: WOORDENLIJST, isGemeente: (naam: string) => namen.isGemeente(naam) };
    for (const { bron } of bronnen) {
      const koppen: { bron: Bron; blad: Blad; kop: Tabelkop }[] = [];
      for (const blad of bron.bladen) {
        signal?.throwIfAborted();
        const keuzes = bronprofiel(opdracht, bron.bestand, blad.naam);
        if (keuzes.overslaan === true) continue;
        const rijen = await eersteRijen(bron, blad);
        const kop = herkenHerstel(rijen) === null ? herkenTabel(rijen, keuzes, { ...context, isAangewezen: eigenKeuzes(bron, blad)?.soort !== undefined }) : null;
        if (kop !== null) koppen.push({ bron, blad, kop });
      }
      // Hidden sheets hold lists and old versions; they count only where there is nothing else, or a profile names them.
      const zichtbaar = koppen.filter((k) => !k.blad.verborgen || eigenKeuzes(bron, k.blad) !== undefined);
      const isGekozen = zichtbaar.length > 0 || bron.bladen.some((blad) => !blad.verborgen && bronprofiel(opdracht, bron.bestand, blad.naam).overslaan === true);
      gevonden.push(...(isGekozen ? zichtbaar : koppen));
    }
    return gevonden;
  }

  /** Sheets with refused rows, each with the delivery that they belong to: one that the project has, or else a table of this import. */
  async function herstelbladen(werk: readonly Werk[], namen: Namen): Promise<{ bron: Bron; blad: Blad; kop: Tabelkop; keuzes: Bronprofiel; herstelt: Herstelbaar }[]> {
    const gevonden: Awaited<ReturnType<typeof herstelbladen>> = [];
    const bekend = new Map<string, Herstelbaar | string>();
    const context = { woordenlijst: WOORDENLIJST, isGemeente: (naam: string) => namen.isGemeente(naam) };
    for (const { bron } of bronnen) for (const blad of bron.bladen) {
      if (bronprofiel(opdracht, bron.bestand, blad.naam).overslaan === true) continue;
      const rijen = await eersteRijen(bron, blad);
      const gelezen = herkenHerstel(rijen);
      if (gelezen === null) continue;
      const herstelt = gelezen === 'onvolledig' ? ONVOLLEDIG : (bekend.get(gelezen.waarde) ?? herstelbaarVan(gelezen, werk));
      if (typeof herstelt === 'string' || gelezen === 'onvolledig') {
        meldEenmalig(bron.bestand, blad.naam, bron.controlegetal, 'I54', String(herstelt));
        continue;
      }
      bekend.set(gelezen.waarde, herstelt);
      namen.neemOver(herstelt.plan.namen ?? {});
      // What the rows are and where their heading is was settled with their delivery.
      const bronrijen = metBronkoppen(herstelt.plan, gelezen, rijen);
      const eigen = herstelprofiel(herstelt.plan, { ...gelezen, koppen: bronrijen.find((r) => r.nummer === gelezen.koprij)?.cellen.map((cel) => celtekst(cel).trim()) ?? [] });
      const { soort: _s, koprij: _k, indeling: _i, ...gekozen } = bronprofiel(opdracht, bron.bestand, blad.naam);
      const keuzes = samengevoegd([eigen, gekozen]);
      const kop = herkenTabel(bronrijen, keuzes, context);
      if (kop === null) {
        meldEenmalig(bron.bestand, blad.naam, bron.controlegetal, 'I54', ONVOLLEDIG);
        continue;
      }
      for (const k of kop.kolommen) {
        const jaar = jaarVan(herstelt.plan, k.kop);
        if (jaar !== undefined) k.jaar = jaar;
      }
      kop.herstel = { van: herstelt.van, bronrij: gelezen.bronrij, kenmerk: gelezen.kenmerk };
      gevonden.push({ bron, blad, kop, keuzes, herstelt });
    }
    return gevonden;
  }

  function herstelbaarVan({ waarde }: Herstelkop, werk: readonly Werk[]): Herstelbaar | string {
    const inProject = opdracht.bekend.herstelbaar?.(waarde) ?? 'deze rijen horen bij een levering die hier niet is. Lees het bronbestand samen met deze werkmap in.';
    if (typeof inProject !== 'string') return inProject;
    const bron = werk.find((w) => kenmerkVan({ controlegetal: w.bron.controlegetal, blad: w.blad.naam }) === waarde);
    return bron === undefined ? inProject : uitDezeImport(bron, waarde);
  }

  async function eersteRijen(bron: Bron, blad: Blad): Promise<Rij[]> {
    const rijen: Rij[] = [];
    const profielrij = bronprofiel(opdracht, bron.bestand, blad.naam).koprij ?? 0;
    const tot = Math.max(KOPRIJEN, profielrij) + 1;
    try {
      for await (const stapel of blad.rijen({ signal })) {
        for (const rij of stapel) if (rijen.length < tot + 5) rijen.push(rij);
        if (rijen.length >= tot + 5 || (rijen.at(-1)?.nummer ?? 0) > tot) break;
      }
    } catch (fout) {
      if (!(fout instanceof Leesfout)) throw fout;
      meldEenmalig(bron.bestand, blad.naam, bron.controlegetal, fout.code as Meldingcode, fout.message);
      return [];
    }
    return rijen;
  }

  function meldEenmalig(bestand: string, blad: string | null, som: string, code: Meldingcode, zin: string): void {
    if (!nietGelezen.some((r) => r.bestand === bestand && r.blad === blad)) nietGelezen.push(leegRapport(bestand, blad, som, code, zin));
  }

  /** What a profile says of this very sheet, by its name. */
  function eigenKeuzes(bron: Bron, blad: Blad): Bronprofiel | undefined {
    return opdracht.profiel.bronnen?.[bronsleutel({ bestand: bron.bestand, blad: blad.naam })];
  }

  async function meldNietHerkend(koppen: readonly { bron: Bron; blad: Blad }[]): Promise<void> {
    for (const { bron } of bronnen) {
      const heeftTabel = koppen.some((k) => k.bron === bron) || nietGelezen.some((r) => r.bestand === bron.bestand && r.meldingen.some((m) => m.code === 'I54'));
      for (const blad of bron.bladen) {
        if (koppen.some((k) => k.bron === bron && k.blad === blad) || nietGelezen.some((r) => r.bestand === bron.bestand && r.blad === blad.naam)) continue;
        const { overslaan = false, koprij } = bronprofiel(opdracht, bron.bestand, blad.naam);
        const rijen = await eersteRijen(bron, blad);
        const getoond = ruweRijen(rijen, koprij, WOORDENLIJST);
        const waar = koprij === undefined ? `in de eerste ${KOPRIJEN} rijen` : `op rij ${koprij}`;
        const meld = (code: Meldingcode, zin: string): void => meldEenmalig(bron.bestand, blad.naam, bron.controlegetal, code, zin);
        if (overslaan) meld('I55', 'niet ingelezen, zoals gekozen.');
        else if (getoond.length === 0) meld(heeftTabel ? 'I45' : 'I51', 'hier staat niets in.');
        else if (eigenKeuzes(bron, blad)?.soort !== undefined) meld('I51', `${waar} staan geen koppen. Kies op welke rij ze staan, of sla het over.`);
        else if (!heeftTabel) meld('I51', `geen tabel herkend: ${waar} staan geen koppen van ${opdracht.soort ?? 'gegevens die het programma kent'}. Kies wat het is en op welke rij de koppen staan, of sla het over.`);
        else if (blad.verborgen) meld('I45', 'dit verborgen blad is niet gelezen. Kies wat het is als het mee moet tellen.');
        else meld('I45', 'dit blad is niet gelezen: er is geen tabel in herkend. Kies wat het is als het gegevens bevat.');
        if (getoond.length > 0) aanwijsbaar.push({ bestand: bron.bestand, blad: blad.naam, overslaan, koprij: koprij ?? null, rijen: getoond });
      }
    }
  }

  async function verkenTabel(nummer: number, bron: Bron, blad: Blad, kop: Tabelkop, keuzes: Bronprofiel, vragen: Vraag[], berichten: Berichtregister, elders: Planbron['schoolElders']): Promise<Werk | null> {
    const verkenner = new Verkenner(kop, berichten, nummer);
    let rijen = 0;
    try {
      for await (const stapel of blad.rijen({ signal, voortgang: (deel) => voortgang?.({ bestand: bron.bestand, stap: 'verkennen', rijen, deel }) })) {
        for (const rij of stapel) verkenner.voeg(rij);
        rijen += stapel.length;
      }
    } catch (fout) {
      if (!(fout instanceof Leesfout)) throw fout;
      meldEenmalig(bron.bestand, blad.naam, bron.controlegetal, fout.code as Meldingcode, fout.message);
      return null;
    }
    const profiel = verkenner.klaar();
    const gemaakt = maakPlan({ bestand: bron.bestand, blad: blad.naam, scheidingsteken: bron.scheidingsteken, tekenset: bron.tekenset, bericht: bron.vorm === 'bericht', vasteBreedte: bron.vasteBreedte, ...(elders === undefined ? {} : { schoolElders: elders }) }, kop, profiel, keuzes, WOORDENLIJST);
    vragen.push(...gemaakt.vragen);
    const vastfout = controleerVast(gemaakt.plan);
    if (vastfout !== null) {
      meldEenmalig(bron.bestand, blad.naam, bron.controlegetal, 'I52', vastfout);
      return null;
    }
    const meldingen = onbekendeKolommen(gemaakt.plan, opdracht.profiel.bronnen ?? {})
      .map((kop) => melding('I53', { bestand: bron.bestand, blad: blad.naam, kolom: kop }, 'een antwoord van eerder gaat over deze kolom, maar het bestand heeft hem niet. Controleer de kop.'));
    return { nummer, plan: gemaakt.plan, voorbeelden: voorbeeldrijen(gemaakt.plan, profiel), bron, blad, profiel, rijen, vragen: gemaakt.vragen.length, meldingen };
  }

  /** Rows of a small table that others refer to, by the same conversion as the import. */
  async function alleRijen(werk: Werk, namen: Namen): Promise<Rijsoorten[Soort][]> {
    const omzetter = new Omzetter(werk.plan, { ...plaatsVan(werk), controlegetal: werk.bron.controlegetal }, tabelcontext(omgeving(namen, new Berichtregister(), opdracht, []), werk, werk.herstelt && new Herstelling(werk.herstelt)));
    const uit = leegUitvoer();
    for await (const stapel of werk.blad.rijen({ signal })) omzetter.verwerk(stapel, uit);
    return uit.goed;
  }
}

/** Headings that a profile names for this very file and that no column has; a pattern may name columns of some files only. */
function onbekendeKolommen(plan: Bladplan, bronnen: Record<string, Bronprofiel>): string[] {
  return Object.keys({ ...bronnen[plan.bestand]?.kolommen, ...bronnen[bronsleutel(plan)]?.kolommen }).filter((kop) => !plan.kolommen.some((k) => k.kop === kop || vouw(k.kop) === vouw(kop) || kop === `#${k.nummer}`));
}

/** A fixed value that cannot be what its field holds; the sentence about it, or null. */
function controleerVast(plan: Bladplan): string | null {
  for (const [veld, waarde] of Object.entries(plan.vast)) {
    const v = plan.soort === null ? undefined : veldVan(plan.soort, veld);
    const gelezen = v === undefined ? undefined : cellezer(v.type, { nummer: 0, kop: v.titel, veld }, WOORDENLIJST.keuzes[v.type === 'ja/nee' ? v.type : veld])(waarde);
    if (gelezen instanceof Celfout) return `${veld} voor het hele bestand: ${gelezen.zin}`;
  }
  return null;
}

/** What of another file may tell the school of a row. */
function schoolElders(koppen: readonly { kop: Tabelkop }[], { schoolVanToewijzing }: Bekend): Planbron['schoolElders'] {
  return {
    jeugdige: koppen.some((k) => k.kop.soorten[0] === 'koppeltabel'),
    toewijzing: schoolVanToewijzing !== undefined || koppen.some((k) => k.kop.soorten[0] === 'indicaties' && k.kop.kolommen.some((x) => x.veld === 'toewijzingnummer')),
  };
}

function plaatsVan({ bron, blad }: Pick<Werk, 'bron' | 'blad'>): { bestand: string; blad: string | null } {
  return { bestand: bron.bestand, blad: blad.naam };
}

/** All parts of the profile that fit a file (and sheet), later ones over earlier ones. */
export function bronprofiel(opdracht: Pick<Inleesopdracht, 'profiel' | 'soort'>, bestand: string, blad: string | null): Bronprofiel {
  const passend = Object.entries(opdracht.profiel.bronnen ?? {}).filter(([patroon]) => pastBron(patroon, bestand, blad)).map(([, deel]) => deel);
  return samengevoegd([opdracht.soort === undefined ? {} : { soort: opdracht.soort }, ...passend]);
}

function samengevoegd(delen: readonly Bronprofiel[]): Bronprofiel {
  const samen: Bronprofiel = {};
  for (const deel of delen) Object.assign(samen, deel, { kolommen: { ...samen.kolommen, ...deel.kolommen }, vast: { ...samen.vast, ...deel.vast } });
  return samen;
}

const ONVOLLEDIG = 'op dit blad staan geweigerde rijen, maar de kolommen Rij in bronbestand en Kenmerk zijn niet heel meer. Bewaar de geweigerde rijen opnieuw en verbeter ze daar.';

/** A table of this import, as a delivery of which the refused rows are repaired right away. */
function uitDezeImport(werk: Werk, kenmerk: string): Herstelbaar {
  const rijen = new Map<number, Herstelrij>();
  const perGemeente = new Map<string, Rijsoorten['indicaties' | 'declaraties'][]>();
  let gelezen: Bestandsrapport | undefined;
  werk.vang = ({ goed, geweigerd }, rapport) => {
    for (const { rij, waarden, meldingen, bedrag } of geweigerd) rijen.set(rij, { waarden, meldingen, bedrag, hersteld: false });
    if (werk.plan.soort === 'indicaties' || werk.plan.soort === 'declaraties') {
      for (const rij of goed as Rijsoorten['indicaties' | 'declaraties'][]) {
        const daar = perGemeente.get(rij.gemeente);
        if (daar === undefined) perGemeente.set(rij.gemeente, [rij]);
        else daar.push(rij);
      }
    }
    gelezen = rapport ?? gelezen;
  };
  return {
    van: { ...plaatsVan(werk), soort: werk.plan.soort ?? 'indicaties', controlegetal: werk.bron.controlegetal }, kenmerk, plan: werk.plan, rijen, leestMee: true,
    geteld: () => {
      if (gelezen === undefined) throw new Error('A repair is read after its source');
      return { rapport: gelezen, eerder: [] };
    },
    geladen: (gemeente) => perGemeente.get(gemeente) ?? [],
    inDeWeg: () => undefined,
  };
}

/** Whether a key of `bronnen` is for this sheet: its own name as it stands, or a pattern, `file#sheet`. */
function pastBron(patroon: string, bestand: string, blad: string | null): boolean {
  if (patroon === bestand || patroon === bronsleutel({ bestand, blad }) || past(patroon, bestand)) return true;
  const hekje = patroon.lastIndexOf('#');
  return hekje >= 0 && blad !== null && past(patroon.slice(0, hekje), bestand) && past(patroon.slice(hekje + 1), blad);
}

/** What all tables of one import share. */
function omgeving(namen: Namen, berichten: Berichtregister, opdracht: Inleesopdracht, tabellen: readonly string[]): Omit<Omzetcontext, 'tabel' | 'vasteBreedte'> {
  const grenzen: Grenzen = { ...WOORDENLIJST.grenzen, ...opdracht.profiel.grenzen };
  const { bekend, vandaag } = opdracht;
  return {
    woordenlijst: WOORDENLIJST, namen, berichten, grenzen, vandaag, tabellen,
    pseudoniemen: new Pseudoniemen(randomFillSync), kruiscontrole: new Kruiscontrole(),
    koppeling: new Koppelregister(), toewijzingscholen: undefined, tarieven: new Tarievenboek(bekend.tarieven),
    schoolVanToewijzing: bekend.schoolVanToewijzing ?? (() => undefined), prijspeil: bekend.prijspeil ?? Number(vandaag.slice(0, 4)),
  };
}

function tabelcontext(gedeeld: Omit<Omzetcontext, 'tabel' | 'vasteBreedte'>, werk: Werk, herstel: Herstelling | undefined): Omzetcontext {
  return { ...gedeeld, tabel: werk.nummer, vasteBreedte: werk.bron.vasteBreedte, herstel };
}

const naamsleutel = (soort: Naamsoort, naam: string): string => `${soort}\u0000${vouwVoor(soort, naam)}`;

/** Questions about names that mean nothing yet, and findings about those that were added. */
function vraagNamen(werk: Werk, namen: Namen, onzeker: ReadonlySet<Naamsoort>, vragen: Vraag[]): void {
  const { plan, profiel } = werk;
  // One question per name, whichever file it stands in and however it is spelled there: one answer settles them all.
  const gevraagd = new Set(vragen.filter((v) => v.vraag === 'naam').map(({ profielpad: [, soort, naam] }) => naamsleutel(soort as Naamsoort, naam as string)));
  const vondsten: { soort: Naamsoort; tekst: string; naam: string; rij: number | null; kolom: string }[] = [];
  for (const soort of ['gemeente', 'school', 'product'] as const) {
    const kolom = plan.kolommen.find((k) => k.veld === soort) ?? plan.kolommen.find((k) => k.veld === `${soort}naam`);
    for (const v of profiel.namen[soort] ?? []) if (totaalsoort(v.tekst) === null && kolom !== undefined) vondsten.push({ soort, tekst: v.tekst, naam: v.naam, rij: v.rij, kolom: kolom.kop });
    const vast = plan.vast[soort];
    if (vast !== undefined) vondsten.push({ soort, tekst: String(vast), naam: '', rij: null, kolom: soort });
  }
  for (const k of plan.kolommen) if (k.gemeente !== undefined) vondsten.push({ soort: 'gemeente', tekst: k.gemeente, naam: '', rij: null, kolom: k.kop });
  for (const { soort, tekst, naam, rij, kolom } of vondsten) {
    const voor = namen.toegevoegd[soort].size;
    const uitkomst = namen.zoek(soort, tekst, naam);
    const plaats = { ...plaatsVan(werk), rij, kolom };
    const besloten = namen.besloten(soort, tekst, naam);
    if (besloten !== undefined && uitkomst.soort !== 'onbekend') ((plan.namen ??= {})[soort] ??= {})[besloten] = uitkomst.soort === 'bekend' ? uitkomst.code : null;
    if (namen.toegevoegd[soort].size > voor && uitkomst.soort === 'bekend') werk.meldingen.push(melding('I48', plaats, `${soort} “${naam === '' ? tekst : naam}” is nieuw in het project, met code ${uitkomst.code}.`));
    if (soort === 'product' && uitkomst.soort === 'bekend') {
      for (const regel of plan.splitsingen) if (regel.product === undefined || regel.product === uitkomst.code) namen.splits(uitkomst.code, regel.achtervoegsel);
    }
    if (uitkomst.soort === 'weglaten') {
      const matrixkolom = plan.kolommen.find((k) => k.gemeente === tekst);
      if (matrixkolom !== undefined) matrixkolom.weggelaten = 'keuze';
    }
    if (uitkomst.soort !== 'onbekend' || onzeker.has(soort)) continue;
    const genoemd = tekst === '' ? naam : tekst;
    const sleutel = naamsleutel(soort, genoemd);
    if (gevraagd.has(sleutel)) continue;
    gevraagd.add(sleutel);
    vragen.push(naamvraag(soort, genoemd, uitkomst, plaats, namen));
  }
}

const STAPEL = 2_000;

async function leesIn(werk: readonly Werk[], namen: Namen, berichten: Berichtregister, nietGelezen: readonly Bestandsrapport[], opdracht: Inleesopdracht, doel: Doel): Promise<{ rapport: Importrapport; kruiscontrole: Kruiscontrole }> {
  const { signal, voortgang } = opdracht;
  const tabellen: string[] = [];
  for (const w of werk) tabellen[w.nummer] = plaatsTekst(w.herstelt?.van ?? plaatsVan(w));
  const herstellingen = new Map(werk.flatMap(({ herstelt }) => (herstelt === undefined ? [] : [[herstelt, new Herstelling(herstelt)] as const])));
  const gedeeld = omgeving(namen, berichten, opdracht, tabellen);
  if (werk.some(({ plan }) => plan.soort === 'declaraties' && !plan.kolommen.some((k) => k.veld === 'school' || k.veld === 'schoolnaam'))) gedeeld.toewijzingscholen = new Toewijzingscholen();
  const { kruiscontrole } = gedeeld;
  const rapporten: Bestandsrapport[] = [];
  doel.nieuw(nieuwelingenVan(namen));
  for (const w of werk) {
    const { plan, bron, blad } = w;
    if (plan.soort === null) continue;
    const soort = plan.soort;
    const levering: Levering = { ...plaatsVan(w), soort, controlegetal: bron.controlegetal, plan };
    const omzetter = new Omzetter(plan, levering, tabelcontext(gedeeld, w, w.herstelt && herstellingen.get(w.herstelt)));
    for (const kop of weggelaten(plan)) {
      const k = plan.kolommen.find((x) => x.kop === kop);
      if (k?.weggelaten === 'identiteit') omzetter.meldOver('I47', kop, 'deze kolom wijst naar personen en is niet ingelezen.');
      else if (k?.veld === 'jeugdige' && w.herstelt === undefined) omzetter.meldOver('I47', kop, 'de nummers in deze kolom zijn vervangen door willekeurige pseudoniemen.');
    }
    doel.begin(levering);
    let uit = leegUitvoer();
    const geefDoor = (): void => {
      w.vang?.(uit);
      if (uit.goed.length > 0) doel.rijen(soort, uit.goed as Rijsoorten[typeof soort][]);
      if (uit.geweigerd.length > 0) doel.geweigerd(uit.geweigerd);
      if (uit.hersteld.length > 0) doel.hersteld(uit.hersteld);
      uit = leegUitvoer();
    };
    let rijen = 0;
    for await (const stapel of blad.rijen({ signal, voortgang: (deel) => voortgang?.({ bestand: bron.bestand, stap: 'inlezen', rijen, deel }) })) {
      omzetter.verwerk(stapel, uit);
      rijen += stapel.length;
      if (uit.goed.length >= STAPEL || uit.geweigerd.length >= STAPEL) geefDoor();
    }
    geefDoor();
    // The plan is about what was looked at before.
    if (rijen !== w.rijen) throw new Leesfout('I43', `${bron.bestand} is gewijzigd terwijl het werd ingelezen. Lees het opnieuw in.`, bron.bestand);
    const rapport = omzetter.klaar();
    w.vang?.(uit, rapport);
    rapport.weggelaten.push(...(blad.weggelaten ?? []));
    for (const m of w.meldingen) voegMeldingToe(rapport, m);
    doel.einde(rapport);
    rapporten.push(rapport);
  }
  return { rapport: { bestanden: [...rapporten, ...nietGelezen], vragen: [] }, kruiscontrole };
}

/** Adds a finding about a table after its rows. */
export function voegMeldingToe(rapport: Bestandsrapport, m: Importmelding): void {
  rapport.meldingen.push(m);
  rapport.meldingentelling[m.code] = (rapport.meldingentelling[m.code] ?? 0) + 1;
}

function nieuwelingenVan({ toegevoegd }: Namen): Nieuwelingen {
  return { gemeenten: [...toegevoegd.gemeente.values()], scholen: [...toegevoegd.school.values()], producten: [...toegevoegd.product.values()] };
}

/** A file or sheet that was not read. */
export function leegRapport(bestand: string, blad: string | null, controlegetal: string, code: Meldingcode, zin: string): Bestandsrapport {
  const plaats = { bestand, blad };
  const m = melding(code, plaats, zin);
  // A sentence of the reader names the file itself.
  if (zin.startsWith(bestand)) m.tekst = zin;
  return {
    bestand, blad, soort: null, gelezen: 0, koppen: 0, leeg: 0, totalen: 0, geaccepteerd: 0, geweigerd: 0,
    bedragGelezen: 0, bedragGeaccepteerd: 0, bedragGeweigerd: 0, bedragOnleesbaar: 0,
    controletotalen: [], meldingen: [m], meldingentelling: { [code]: 1 }, weggelaten: [], kolommen: [], controlegetal,
  };
}

