/**
 * Use case: the uitwisselbestand of a gemeente, out and in (import.md, Deliveries). The command line and the app call the same functions, on a project file
 * and on a portable project alike.
 */
import { basename } from 'node:path';
import { melding, type Meldingcode, type Plaats } from '../../models/invoer/meldingen.ts';
import { vouw } from '../../models/invoer/naam.ts';
import { Namen, type Naamuitkomst } from '../../models/invoer/namen.ts';
import type { Bestandsrapport, Naamsoort, Nieuwelingen, Profiel, Projectopbouw, Vraag } from '../../models/invoer/types.ts';
import { aggregaatVan, bedragVan, maakUitwisseling, passendBij, type Uitwisseling } from '../../models/invoer/uitwisseling.ts';
import { naamvraag } from '../../models/invoer/vragen.ts';
import { isDeelnemer } from '../../models/project/standaard.ts';
import type { Declaratie, Gemeente, GemeenteCode, Indicatie, Product, Project, School } from '../../models/project/types.ts';
import { aggregeerder, type Aanbiederspreiding, type Samenvatting } from '../../models/rekenen/aggregeren.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import { WOORDENLIJST } from '../../templates/invoer/woordenlijst.ts';
import { leegRapport, voegMeldingToe } from '../exchange/lezen/inlezen.ts';
import { Leesfout } from '../exchange/lezen/leesfout.ts';
import { leesUitwisseling, schrijfUitwisseling, Wachtwoordfout } from '../exchange/uitwisselen.ts';
import type { Aggregaatrij, Invoersessie, Projectbestand } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';

/** A project with rows, in memory or in its file. */
export interface Rijenbron {
  project: ProjectZonderRijen;
  indicaties(gemeente: GemeenteCode): Iterable<Indicatie>;
  declaraties(gemeente: GemeenteCode): Iterable<Declaratie>;
  aggregaten(): Aggregaatrij[];
}

export const bronVanProject = (project: Project): Rijenbron => ({
  project,
  indicaties: (gemeente) => project.indicaties.filter((rij) => rij.gemeente === gemeente),
  declaraties: (gemeente) => (project.declaraties ?? []).filter((rij) => rij.gemeente === gemeente),
  aggregaten: () => project.aggregaten ?? [],
});

/** @param bestand with a project that is valid but for its rows */
export const bronVanBestand = (bestand: Projectbestand): Rijenbron => ({
  project: bestand.projectZonderRijen(),
  indicaties: (gemeente) => bestand.indicaties({ gemeente }),
  declaraties: (gemeente) => bestand.declaraties({ gemeente }),
  aggregaten() {
    const spreidingen = new Map(bestand.spreidingen().map(({ gemeente, scholen }) => [gemeente, scholen]));
    return bestand.aggregaten().map((aggregaat) => ({ ...aggregaat, ...(spreidingen.has(aggregaat.gemeente) && { spreiding: spreidingen.get(aggregaat.gemeente) as Aanbiederspreiding[] }) }));
  },
});

/** What a gemeente can deliver instead of its rows; what it delivered instead of rows stays as it is. Nothing when it has neither. */
export function samenvattingVan(bron: Rijenbron, gemeente: GemeenteCode): Samenvatting | undefined {
  const geleverd = bron.aggregaten().find((aggregaat) => aggregaat.gemeente === gemeente);
  if (geleverd) {
    const { spreiding = [], herkomst: _h, ...aggregaat } = geleverd;
    return { aggregaat, spreiding, waarschuwingen: [], rijen: { indicaties: 0, declaraties: 0 } };
  }
  const meter = aggregeerder(bron.project, gemeente);
  for (const rij of bron.indicaties(gemeente)) meter.telIndicatie(rij);
  for (const rij of bron.declaraties(gemeente)) meter.telDeclaratie(rij);
  const samenvatting = meter.uitkomst();
  return samenvatting.rijen.indicaties + samenvatting.rijen.declaraties > 0 ? samenvatting : undefined;
}

export interface Uitwisselopdracht {
  gemeente: GemeenteCode;
  /** The legal ground, in the words of who shares it. */
  grondslag: string;
  /** Who shares it; default the gemeente. */
  van?: string | undefined;
  /** For whom it is; default the other gemeenten that take part. */
  aan?: readonly string[] | undefined;
  /** Null: not encrypted, as was explicitly chosen. */
  wachtwoord: string | null;
  moment: Date;
  /** Name and version of this program. */
  programma: string;
}

/**
 * Makes the uitwisselbestand of a gemeente, as text.
 * @throws Dienstfout `nietGevonden` (gemeente, or rows of it), `geweigerd` (no legal ground, no parties, too short a passphrase)
 */
export async function maakUitwisselbestand(bron: Rijenbron, opdracht: Uitwisselopdracht): Promise<{ tekst: string; uitwisseling: Uitwisseling }> {
  const { gemeenten } = bron.project;
  const gemeente = gemeenten.find(({ code }) => code === opdracht.gemeente);
  if (!gemeente) throw new Dienstfout('nietGevonden', `Gemeente ${opdracht.gemeente} staat niet in dit project; kies uit ${gemeenten.map(({ code }) => code).join(', ') || 'geen enkele'}.`);
  const grondslag = opdracht.grondslag.trim();
  if (grondslag === '') throw new Dienstfout('geweigerd', 'Noem de grondslag waarop deze gegevens worden gedeeld: het bestand bevat kleine aantallen.');
  const aan = (opdracht.aan ?? gemeenten.filter((g) => isDeelnemer(g) && g.code !== gemeente.code).map(({ naam }) => `gemeente ${naam}`)).map((partij) => partij.trim()).filter((partij) => partij !== '');
  if (aan.length === 0) throw new Dienstfout('geweigerd', 'Noem voor wie het uitwisselbestand is: het wordt gedeeld tussen genoemde partijen.');
  const samenvatting = samenvattingVan(bron, gemeente.code);
  if (!samenvatting) throw new Dienstfout('nietGevonden', `Van ${gemeente.naam} (${gemeente.code}) staan geen indicaties of declaraties in dit project. Lees die eerst in.`);
  const uitwisseling = maakUitwisseling(bron.project, samenvatting, {
    gemeente: { code: gemeente.code, naam: gemeente.naam }, peildatum: samenvatting.aggregaat.peildatum, grondslag,
    partijen: { van: opdracht.van ?? `gemeente ${gemeente.naam}`, aan }, gemaakt: opdracht.moment.toISOString(), programma: opdracht.programma,
  });
  try {
    return { uitwisseling, tekst: await schrijfUitwisseling(uitwisseling, opdracht.wachtwoord) };
  } catch (fout) {
    if (fout instanceof Wachtwoordfout) throw new Dienstfout('geweigerd', fout.message);
    throw fout;
  }
}

export interface Inleeskeuzes {
  profiel?: Profiel | undefined;
  /** Unknown schools, products and the gemeente come into the project as the file describes them. */
  nieuw?: boolean | undefined;
  /** One for all files, or by the name of the file. */
  wachtwoord?: string | ((bestand: string) => string | undefined) | undefined;
}

/** What an uitwisselbestand means in a project. */
interface Duiding {
  rapport: Bestandsrapport;
  /** Names that the project does not know. */
  vragen: Vraag[];
  nieuwelingen: Nieuwelingen;
  /** Absent: refused. */
  rij?: Aggregaatrij;
}
export interface Ingelezen { rapport: Bestandsrapport; vragen: Vraag[] }

/**
 * Loads uitwisselbestanden into a project file as deliveries, within an import that is open.
 * Faults of the files are in the reports; names that nobody knows are also questions.
 */
export async function leesInBestand(bestand: Projectbestand, invoer: Invoersessie, paden: readonly string[], keuzes: Inleeskeuzes): Promise<Ingelezen[]> {
  const uit: Ingelezen[] = [];
  const bezet = new Set(invoer.leveringen().filter(({ soort }) => soort === 'indicaties' || soort === 'declaraties').flatMap(({ delen }) => delen.map(({ gemeente }) => gemeente)));
  for (const pad of paden) {
    const uitwisseling = await open(pad, keuzes);
    if (!('kop' in uitwisseling)) {
      uit.push(uitwisseling);
      continue;
    }
    const duiding = duid(uitwisseling, basename(pad), bestand.projectZonderRijen(), keuzes, bezet);
    const { rij, rapport, vragen, nieuwelingen } = duiding;
    if (rij) {
      bezet.add(rij.gemeente);
      invoer.nieuw(nieuwelingen);
      invoer.begin({ soort: 'aggregaten', bestand: rapport.bestand, controlegetal: rapport.controlegetal, gemeenten: [rij.gemeente] });
      invoer.rijen('aggregaten', [rij]);
      invoer.einde(rapport);
    }
    uit.push({ rapport, vragen });
  }
  return uit;
}

/** Loads uitwisselbestanden into a portable project, which is not changed in place. @param bezet gemeenten that delivered rows in the same import */
export async function leesInProject(basis: Projectopbouw, paden: readonly string[], keuzes: Inleeskeuzes, bezet: ReadonlySet<GemeenteCode> = new Set()): Promise<{ project: Projectopbouw; ingelezen: Ingelezen[] }> {
  let project = basis;
  const ingelezen: Ingelezen[] = [];
  const gezien = new Set(bezet);
  for (const pad of paden) {
    const uitwisseling = await open(pad, keuzes);
    if (!('kop' in uitwisseling)) {
      ingelezen.push(uitwisseling);
      continue;
    }
    const { rij, rapport, vragen, nieuwelingen } = duid(uitwisseling, basename(pad), project, keuzes, gezien);
    if (rij) {
      gezien.add(rij.gemeente);
      project = metAggregaat(project, rij, nieuwelingen, rapport);
    }
    ingelezen.push({ rapport, vragen });
  }
  return { project, ingelezen };
}

/** The project with the aggregaat in the place of whatever the gemeente delivered before. */
function metAggregaat(project: Projectopbouw, { spreiding: _s, ...aggregaat }: Aggregaatrij, nieuw: Nieuwelingen, rapport: Bestandsrapport): Projectopbouw {
  const blijft = ({ gemeente }: { gemeente: GemeenteCode }): boolean => gemeente !== aggregaat.gemeente;
  for (const soort of ['indicaties', 'declaraties', 'aggregaten'] as const) {
    const weg = (project[soort] ?? []).filter((rij) => !blijft(rij)).length;
    if (weg > 0) voegMeldingToe(rapport, melding('I49', rapport, soort === 'aggregaten' ? `het eerder geladen aggregaat van ${aggregaat.gemeente} is door deze levering vervangen.` : `${weg} eerder geladen ${soort} van ${aggregaat.gemeente} zijn door deze levering vervangen.`));
  }
  return {
    ...project,
    ...aangevuld(project, nieuw),
    indicaties: (project.indicaties ?? []).filter(blijft),
    ...(project.declaraties && { declaraties: project.declaraties.filter(blijft) }),
    aggregaten: [...(project.aggregaten ?? []).filter(blijft), aggregaat],
  };
}

/** The lists of a project to which something is added. */
function aangevuld(project: Projectopbouw, nieuw: Nieuwelingen): Partial<Projectopbouw> {
  const lijsten = (['gemeenten', 'scholen', 'producten'] as const).filter((lijst) => nieuw[lijst].length > 0);
  return Object.fromEntries(lijsten.map((lijst) => [lijst, [...(project[lijst] ?? []), ...nieuw[lijst]]]));
}

/** The contents of a file, or the report of why it cannot be read. */
async function open(pad: string, { wachtwoord }: Inleeskeuzes): Promise<Uitwisseling | Ingelezen> {
  try {
    return await leesUitwisseling(pad, typeof wachtwoord === 'function' ? wachtwoord(basename(pad)) : wachtwoord);
  } catch (fout) {
    if (!(fout instanceof Leesfout)) throw fout;
    return { rapport: leegRapport(basename(pad), null, '', fout.code as Meldingcode, fout.message), vragen: [] };
  }
}

/** What an uitwisseling means in this project: its names matched, its assumptions held against those of the project. */
function duid(uitwisseling: Uitwisseling, bestand: string, project: Pick<Projectopbouw, 'gemeenten' | 'scholen' | 'producten' | 'uitgangspunten'>, { profiel = {}, nieuw = false }: Inleeskeuzes, bezet: ReadonlySet<GemeenteCode>): Duiding {
  const plaats: Plaats = { bestand, blad: null };
  const aggregaat = aggregaatVan(uitwisseling);
  const bedrag = bedragVan(aggregaat);
  const rapport: Bestandsrapport = { ...leegRapport(bestand, null, uitwisseling.controlegetal, 'I62', ''), soort: 'aggregaten', gelezen: 1, bedragGelezen: bedrag, meldingen: [], meldingentelling: {} };
  const vragen: Vraag[] = [];
  const meld = (code: Meldingcode, zin: string): void => voegMeldingToe(rapport, melding(code, plaats, zin));

  const namen = naamgids(uitwisseling, project, profiel, nieuw, (code, zin, vraag) => {
    meld(code, zin);
    if (vraag) vragen.push(vraag);
  }, plaats);
  const gemeente = namen.codes.gemeente.get(aggregaat.gemeente) ?? aggregaat.gemeente;
  if (bezet.has(gemeente)) meld('I23', `van ${gemeente} staan in deze bestanden ook rijen of een ander aggregaat; die mogen niet naast elkaar bestaan. Lees er één van in.`);
  const { fouten, afwijkingen } = passendBij(uitwisseling, project, (code) => project.producten?.find((p) => p.code === namen.codes.product.get(code)));
  for (const zin of fouten) meld('I60', zin);
  for (const zin of afwijkingen) meld('I61', zin);
  for (const { code, tekst } of uitwisseling.waarschuwingen) meld('I62', `over de rijen achter het aggregaat: ${code} ${tekst}`);

  if (rapport.meldingen.some(({ niveau }) => niveau === 'fout')) return { rapport: { ...rapport, geweigerd: 1, bedragGeweigerd: bedrag }, vragen, nieuwelingen: { gemeenten: [], scholen: [], producten: [] } };
  for (const zin of namen.toegevoegd) meld('I48', zin);
  const { kop } = uitwisseling;
  const [school, product] = [(id: string): string => namen.codes.school.get(id) as string, (code: string): string => namen.codes.product.get(code) as string];
  const rij: Aggregaatrij = {
    ...aggregaat,
    gemeente,
    basis: aggregaat.basis.map((b) => ({ ...b, school: school(b.school), product: product(b.product) })),
    uitstroom: aggregaat.uitstroom.map((u) => ({ ...u, product: product(u.product) })),
    jeugdigen: aggregaat.jeugdigen.map((j) => ({ ...j, school: school(j.school) })),
    // The ground and the parties stay with the figures.
    herkomst: { basis: { bron: `Uitwisselbestand van ${kop.partijen.van} aan ${kop.partijen.aan.join(', ')}. Grondslag: ${kop.grondslag}. Gemaakt met ${kop.programma}.`, datum: kop.gemaakt.slice(0, 10) } },
    spreiding: uitwisseling.spreiding.map((s) => ({ ...s, school: school(s.school) })),
  };
  return { rapport: { ...rapport, geaccepteerd: 1, bedragGeaccepteerd: bedrag }, vragen, nieuwelingen: namen.nieuwelingen, rij };
}

interface Naamgids {
  /** Code in the project for each code in the file. */
  codes: Record<Naamsoort, Map<string, string>>;
  nieuwelingen: Nieuwelingen;
  toegevoegd: string[];
}

/** Finds what the names in the file are called in the project; says of every name that means nothing. */
function naamgids(
  { project: bron, kop }: Uitwisseling, project: Pick<Projectopbouw, 'gemeenten' | 'scholen' | 'producten'>, { namen: besluiten = {} }: Profiel, nieuw: boolean,
  meld: (code: Meldingcode, zin: string, vraag?: Vraag) => void, plaats: Plaats,
): Naamgids {
  const bekend = { gemeenten: project.gemeenten ?? [], scholen: project.scholen ?? [], producten: project.producten ?? [] };
  const namen = new Namen(bekend, WOORDENLIJST, { besluiten, nieuw: false });
  const gids: Naamgids = { codes: { gemeente: new Map(), school: new Map(), product: new Map() }, nieuwelingen: { gemeenten: [], scholen: [], producten: [] }, toegevoegd: [] };
  const eigen: { [S in Naamsoort]: readonly { code: string }[] } = { gemeente: bekend.gemeenten, school: bekend.scholen.map(({ id }) => ({ code: id })), product: bekend.producten };

  const besluit = (soort: Naamsoort, code: string, naam: string, uitkomst: Naamuitkomst, voegToe: (code: string) => void): void => {
    if (uitkomst.soort === 'bekend') {
      gids.codes[soort].set(code, uitkomst.code);
      // The profile, or the public code list, made it new.
      if (!eigen[soort].some((x) => x.code === uitkomst.code)) voegToe(uitkomst.code);
    } else if (uitkomst.soort === 'weglaten') {
      meld('I06', `${soort} “${naam}” is weggelaten, zoals gekozen; uit een aggregaat kan geen deel weg. Kies wat bedoeld is.`);
    } else if (nieuw && uitkomst.voorstel === undefined && !eigen[soort].some((x) => x.code === code)) {
      gids.codes[soort].set(code, code);
      voegToe(code);
    } else {
      meld('I05', `${soort} “${naam}” is niet bekend. Voeg ${soort === 'product' ? 'het' : 'de'} ${soort} toe of kies wat bedoeld is.`, naamvraag(soort, naam, uitkomst, plaats, namen));
    }
  };
  const erbij = <T>(soort: Naamsoort, lijst: T[], item: T, code: string, naam: string): void => {
    lijst.push(item);
    gids.toegevoegd.push(`${soort} “${naam}” is nieuw in het project, met code ${code}.`);
  };

  const voegGemeenteToe = (g: Gemeente) => (code: string): void => {
    if (!gids.nieuwelingen.gemeenten.some((x) => x.code === code)) erbij('gemeente', gids.nieuwelingen.gemeenten, { ...g, code }, code, g.naam);
  };
  for (const g of bron.gemeenten.filter(({ code }) => code === kop.gemeente.code)) besluit('gemeente', g.code, g.naam, namen.zoek('gemeente', g.code, g.naam), voegGemeenteToe(g));
  for (const s of bron.scholen) {
    besluit('school', s.id, s.naam, zoekSchool(s, namen, bekend.scholen), (id) => {
      // Where it stands must be in the project too.
      const staat = bron.gemeenten.find(({ code }) => code === s.gemeente);
      if (staat && !bekend.gemeenten.some(({ code }) => code === s.gemeente)) voegGemeenteToe(staat)(s.gemeente);
      erbij('school', gids.nieuwelingen.scholen, { ...s, id }, id, s.naam);
    });
  }
  for (const p of bron.producten) besluit('product', p.code, p.naam, namen.zoek('product', p.code, p.naam), (code) => erbij('product', gids.nieuwelingen.producten, { ...p, code } as Product, code, p.naam));
  return gids;
}

/** A school goes by its vestigingscode, then its name. An id is of one project: it counts only where the name is the same, as of two schools with one name. */
function zoekSchool({ id, naam, vestigingscode }: School, namen: Namen, scholen: readonly School[]): Naamuitkomst {
  const uitkomst = vestigingscode === undefined ? namen.zoek('school', naam) : namen.zoek('school', vestigingscode, naam);
  if (uitkomst.soort !== 'onbekend') return uitkomst;
  const zelfde = scholen.find((s) => s.id === id && vouw(s.naam) === vouw(naam));
  return zelfde ? { soort: 'bekend', code: zelfde.id } : uitkomst;
}
