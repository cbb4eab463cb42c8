/**
 * The uitwisselbestand (import.md, Deliveries): what a gemeente that may not share rows about persons delivers instead of them. It holds small numbers, so
 * it names the parties and the legal ground on which it goes from one to the other.
 */
import { basisVan, benuttingVan, dragerVan, wekenPerJaarVan } from '../project/standaard.ts';
import type { Aggregaat, Gemeente, GemeenteCode, Melding, Product, Project, School } from '../project/types.ts';
import { FORMAAT } from '../project/types.ts';
import { sha256 } from '../project/sha256.ts';
import { valideer } from '../project/valideren.ts';
import { canoniek } from '../project/vingerafdruk.ts';
import type { Aanbiederspreiding, Samenvatting } from '../rekenen/aggregeren.ts';
import type { ProjectZonderRijen } from '../rekenen/voorbereiden.ts';

export const UITWISSELFORMAAT = 'collectief-arrangeren-uitwisseling/1';

/** What stands in an uitwisselbestand for all to read, also when the rest of it is encrypted. */
export interface Uitwisselkop {
  gemeente: { code: GemeenteCode; naam: string };
  /** First of a month. */
  peildatum: string;
  /** The legal ground on which it is shared, as stated by who made it. */
  grondslag: string;
  partijen: { van: string; aan: string[] };
  /** ISO 8601. */
  gemaakt: string;
  /** Name and version of the program. */
  programma: string;
}

export interface Uitwisseling {
  formaat: typeof UITWISSELFORMAAT;
  kop: Uitwisselkop;
  /**
   * A portable project with the one aggregaat, the schools, products and gemeenten that it names, and the assumptions that rows were read with; without
   * rows, pupils and scenarios.
   */
  project: Project;
  /** Per school how its basis is spread over aanbieders, without their names (*Locaties*). */
  spreiding: Aanbiederspreiding[];
  /** What was found about the rows (W03, W06, W10). */
  waarschuwingen: Melding[];
  /** Rows that the aggregaat was made of. */
  rijen: Samenvatting['rijen'];
  /** SHA-256 over everything else. */
  controlegetal: string;
}

const somVan = ({ controlegetal: _c, ...inhoud }: Omit<Uitwisseling, 'controlegetal'> & { controlegetal?: string }): string => sha256(canoniek(inhoud));

/** @param project that the rows are in, without them; must be valid */
export function maakUitwisseling(project: ProjectZonderRijen, { aggregaat, spreiding, waarschuwingen, rijen }: Samenvatting, kop: Uitwisselkop): Uitwisseling {
  const inhoud = { formaat: UITWISSELFORMAAT, kop, project: alleenGenoemd(project, aggregaat), spreiding, waarschuwingen, rijen } as const;
  return { ...inhoud, controlegetal: somVan(inhoud) };
}

/** A portable project of one aggregaat: lists hold what it names. What somebody decided or wrote down beside it (herkomst, deelnemer) is left out. */
function alleenGenoemd(project: ProjectZonderRijen, aggregaat: Aggregaat): Project {
  const scholen = new Set([...aggregaat.basis, ...aggregaat.jeugdigen].map(({ school }) => school));
  const producten = new Set([...aggregaat.basis, ...aggregaat.uitstroom].map(({ product }) => product));
  const eigenScholen = project.scholen.filter(({ id }) => scholen.has(id));
  const eigenProducten = project.producten.filter(({ code }) => producten.has(code));
  const gemeenten = new Set([aggregaat.gemeente, ...eigenScholen.map(({ gemeente }) => gemeente)]);
  const dragers = (project.dragers ?? []).filter(({ code }) => eigenProducten.some((p) => dragerVan(p) === code));
  const { peildatum, begrotingsjaar, maximaleLooptijd } = project.uitgangspunten;
  return {
    formaat: FORMAAT,
    naam: `Uitwisselbestand ${aggregaat.gemeente}`,
    gemeenten: project.gemeenten.filter(({ code }) => gemeenten.has(code)).map(({ code, naam }): Gemeente => ({ code, naam })),
    scholen: eigenScholen.map(({ id, naam, soort, gemeente, vestigingscode }): School => ({ id, naam, soort, gemeente, ...(vestigingscode !== undefined && { vestigingscode }) })),
    leerlingen: [],
    ...(dragers.length > 0 && { dragers: dragers.map(({ code, naam, soort }) => ({ code, naam, soort })) }),
    producten: eigenProducten.map(({ herkomst: _h, ...product }) => product),
    indicaties: [],
    aggregaten: [aggregaat],
    uitgangspunten: { peildatum, begrotingsjaar, maximaleLooptijd, wekenPerJaar: wekenPerJaarVan(project.uitgangspunten), basis: basisVan(project.uitgangspunten, aggregaat.gemeente) },
    scenarios: [],
  };
}

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
const isAandeel = (x: unknown): boolean => typeof x === 'number' && x >= 0 && x <= 1;
const isAantal = (x: unknown): boolean => Number.isSafeInteger(x) && (x as number) >= 0;
const isTekst = (x: unknown): x is string => typeof x === 'string' && x.trim() !== '';

export function isUitwisselkop(x: unknown): x is Uitwisselkop {
  if (!isObject(x) || !isObject(x['gemeente']) || !isObject(x['partijen'])) return false;
  const { aan } = x['partijen'];
  return [x['gemeente']['code'], x['gemeente']['naam'], x['peildatum'], x['grondslag'], x['partijen']['van'], x['gemaakt'], x['programma']].every(isTekst) && Array.isArray(aan) && aan.length > 0 && aan.every(isTekst);
}

const fout = (wat: string): { ok: false; tekst: string } => ({ ok: false, tekst: `${wat.replace(/\.$/, '')}. Vraag de gemeente om het bestand opnieuw te maken.` });

/** Whether what was read is an uitwisselbestand that is whole. `tekst`: Dutch, what is wrong and what to do. */
export function keurUitwisseling(x: unknown): { ok: true; uitwisseling: Uitwisseling } | { ok: false; tekst: string } {
  if (!isObject(x) || x['formaat'] !== UITWISSELFORMAAT) return fout(`dit is geen uitwisselbestand dat dit programma kent (“formaat” moet “${UITWISSELFORMAAT}” zijn)`);
  const { kop, project, spreiding, waarschuwingen, rijen, controlegetal } = x;
  if (!isUitwisselkop(kop)) return fout('de gegevens over gemeente, peildatum, partijen of grondslag ontbreken');
  if (!Array.isArray(spreiding) || !spreiding.every((s) => isObject(s) && isTekst(s['school']) && isAantal(s['aanbieders']) && Array.isArray(s['grootsteAandelen']) && s['grootsteAandelen'].every(isAandeel))) return fout('de spreiding over aanbieders is niet te lezen');
  if (!Array.isArray(waarschuwingen) || !waarschuwingen.every((w) => isObject(w) && isTekst(w['code']) && isTekst(w['tekst']))) return fout('de waarschuwingen zijn niet te lezen');
  if (!isObject(rijen) || !isAantal(rijen['indicaties']) || !isAantal(rijen['declaraties'])) return fout('de aantallen rijen zijn niet te lezen');
  const geldig = valideer(project);
  if (!geldig.ok) return fout(`het aggregaat klopt niet: ${geldig.fouten[0]?.code} ${geldig.fouten[0]?.pad}: ${geldig.fouten[0]?.tekst}`);
  const { aggregaten = [], indicaties, declaraties = [] } = geldig.project;
  const [aggregaat] = aggregaten;
  if (!aggregaat || aggregaten.length > 1 || indicaties.length > 0 || declaraties.length > 0) return fout('het bestand hoort precies één aggregaat te bevatten en geen rijen');
  if (aggregaat.gemeente !== kop.gemeente.code || aggregaat.peildatum !== kop.peildatum) return fout('het aggregaat is van een andere gemeente of peildatum dan de kop zegt');
  if (controlegetal !== somVan(x as unknown as Uitwisseling)) return fout('het controlegetal klopt niet: het bestand is beschadigd of gewijzigd');
  return { ok: true, uitwisseling: x as unknown as Uitwisseling };
}

/** The one aggregaat of an uitwisseling. */
export const aggregaatVan = ({ project }: Uitwisseling): Aggregaat => (project.aggregaten as [Aggregaat])[0];

/** Euros of the basis. */
export const bedragVan = ({ basis }: Pick<Aggregaat, 'basis'>): number => basis.reduce((som, { bedrag }) => som + bedrag, 0);

/**
 * What in the assumptions of a project differs from those that the aggregaat was made with, as Dutch sentences. `fouten`: it cannot be used (rekenmodel
 * P25); `afwijkingen`: it can, but outcomes are not those that the rows would have given.
 */
export function passendBij({ project: bron }: Uitwisseling, project: Partial<Pick<Project, 'uitgangspunten'>>, product: (code: string) => Product | undefined): { fouten: string[]; afwijkingen: string[] } {
  const [aggregaat] = bron.aggregaten as [Aggregaat];
  const u = project.uitgangspunten;
  if (!u) return { fouten: [], afwijkingen: [] };
  const fouten: string[] = [];
  const afwijkingen: string[] = [];
  if (u.peildatum !== aggregaat.peildatum) fouten.push(`het aggregaat is van ${aggregaat.peildatum}, de peildatum van het project is ${u.peildatum}. Vraag de gemeente om een bestand van die datum, of pas de peildatum van het project aan.`);
  const kortst = Math.min(...aggregaat.uitstroom.map(({ resterend }) => resterend.length));
  if (u.maximaleLooptijd > kortst) fouten.push(`de uitstroom in het bestand loopt ${kortst} maanden, de maximale looptijd van het project is ${u.maximaleLooptijd} maanden. Vraag de gemeente om een bestand met een langere looptijd, of verlaag die van het project.`);
  const b = bron.uitgangspunten;
  const anders = (wat: string, daar: string | number, hier: string | number): void => {
    if (daar !== hier) afwijkingen.push(`${wat} was ${daar} toen het aggregaat werd gemaakt en is in dit project ${hier}. De cijfers van deze gemeente volgen het bestand.`);
  };
  anders('het aantal weken per jaar', wekenPerJaarVan(b), wekenPerJaarVan(u));
  anders('de basis', basisVan(b, aggregaat.gemeente), basisVan(u, aggregaat.gemeente));
  for (const daar of bron.producten) {
    const hier = product(daar.code);
    if (!hier) continue;
    anders(`de benutting van product ${daar.code}`, benuttingVan(daar), benuttingVan(hier));
    anders(`de drager van product ${daar.code}`, dragerVan(daar), dragerVan(hier));
  }
  return { fouten, afwijkingen };
}
