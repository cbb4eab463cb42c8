/**
 * The plain calculation: rekenmodel 2–7 once more, month by month, written from the text alone and sharing no code with `models/rekenen`.
 * It is slow and says everything twice on purpose: its only worth is that it was derived independently, so that agreement with the engine is evidence.
 * Input is a project without faults; outcome is the JSON of rekenmodel 8 without warnings. Numbers in comments are sections of the rekenmodel.
 */
import type {
  Aggregaat, Arrangement, BestaandArrangement, Datum, Gewichten, Indexen, IndexNaam, Indicatie, Inzetregel, Project, Scenario, Sleutel, Uitstroomwijze, VolledigScenario,
} from '../../models/project/types.ts';
import type { Berekening, Nulscenario, Reeks, ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { rekenFormule } from './formule.ts';

export type GewoneBerekening = Omit<Berekening, 'waarschuwingen'>;

// ── Time (head of the rekenmodel): a month is counted as year·12 + month ──────────────────────────────────────────────────────────────────────────

export function maandVan(datum: string): number {
  return Number(datum.slice(0, 4)) * 12 + Number(datum.slice(5, 7));
}
function dagVan(datum: string): number {
  return Number(datum.slice(8, 10));
}
export function jaarVan(maand: number): number {
  return Math.floor((maand - 1) / 12);
}
function kalendermaandVan(maand: number): number {
  return maand - 12 * jaarVan(maand);
}
export function maandnaam(maand: number): string {
  return `${jaarVan(maand)}-${String(kalendermaandVan(maand)).padStart(2, '0')}`;
}
export function dagenIn(maand: number): number {
  const jaar = jaarVan(maand);
  const schrikkel = (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
  const dagen = [31, schrikkel ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return dagen[kalendermaandVan(maand) - 1] as number;
}

export function dagenLater(datum: Datum, dagen: number): Datum {
  return new Date(Date.parse(`${datum}T00:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
}

// ── Small counting helpers ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const som = (getallen: Iterable<number>): number => [...getallen].reduce((a, b) => a + b, 0);
const nullen = (aantal: number): Reeks => Array.from({ length: aantal }, () => 0);
/** The number at a key of a tally; 0 if nothing was counted there. */
const bij = (telling: ReadonlyMap<string, number>, sleutel: string): number => telling.get(sleutel) ?? 0;
function tel(telling: Map<string, number>, sleutel: string, bedrag: number): void {
  telling.set(sleutel, bij(telling, sleutel) + bedrag);
}
/** Lists per key, all starting at 0; adding under a key that is not there is a mistake in this calculation. */
function reeksen(sleutels: Iterable<string>, lengte: number): Record<string, Reeks> {
  return Object.fromEntries([...sleutels].map((sleutel) => [sleutel, nullen(lengte)]));
}
function telBij(lijsten: Record<string, Reeks>, sleutel: string, n: number, bedrag: number): void {
  const reeks = lijsten[sleutel];
  if (reeks === undefined) throw new Error(`Geen reeks voor ${sleutel}`);
  reeks[n] = (reeks[n] as number) + bedrag;
}
function somPer(lijsten: Record<string, Reeks>, n: number): number {
  return som(Object.values(lijsten).map((reeks) => reeks[n] as number));
}
/** The shares of a `dekking`, `verdeling` or `sleutel`, divided by their sum (P09). */
function aandelen(delen: Record<string, number>): [string, number][] {
  const totaal = som(Object.values(delen));
  return Object.entries(delen).map(([sleutel, deel]) => [sleutel, deel / totaal]);
}
/** The gemeenten part and all other parts of a `dekking` (default all gemeenten). */
function dekkingVan(ding: { dekking?: Record<string, number> }): [string, number][] {
  return aandelen(ding.dekking ?? { gemeenten: 1 });
}
function deelVan(ding: { dekking?: Record<string, number> }, drager: string): number {
  return som(dekkingVan(ding).filter(([code]) => code === drager).map(([, deel]) => deel));
}

// ── 1 Scenarios with an ouder ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function losOp(project: Project, scenario: Scenario): VolledigScenario {
  if (scenario.ouder === undefined) {
    return scenario as VolledigScenario;
  }
  const geschreven = project.scenarios.find((ander) => ander.id === scenario.ouder);
  if (geschreven === undefined) throw new Error(`Geen scenario ${scenario.ouder}`);
  const ouder = losOp(project, geschreven);

  const arrangementen = new Map<string, Arrangement>(ouder.arrangementen.map((arrangement) => [arrangement.school, arrangement]));
  for (const wijziging of scenario.arrangementen ?? []) {
    if (wijziging.vervalt === true) arrangementen.delete(wijziging.school);
    else arrangementen.set(wijziging.school, { ...arrangementen.get(wijziging.school), ...wijziging } as Arrangement);
  }
  const { ouder: _ouder, ...eigen } = scenario;
  const volledig: VolledigScenario = { ...ouder, ...eigen, arrangementen: [...arrangementen.values()] };
  if (ouder.indexen !== undefined || scenario.indexen !== undefined) volledig.indexen = { ...ouder.indexen, ...scenario.indexen };
  return volledig;
}

// ── 3 Indexes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function prijspeilVan(project: Project): number {
  return project.uitgangspunten.prijspeil ?? jaarVan(maandVan(project.uitgangspunten.peildatum) - 6);
}
function index(project: Project, indexen: Indexen, naam: IndexNaam, jaar: number): number {
  const rente = indexen[naam] ?? 0;
  let stand = 1;
  for (let k = prijspeilVan(project) + 1; k <= jaar; k += 1) {
    const percentage = typeof rente === 'number' ? rente : (rente[String(k)] ?? rente['standaard']);
    if (percentage === undefined) throw new Error(`Geen percentage ${naam} in ${k}`);
    stand *= 1 + percentage;
  }
  return stand;
}

// ── 2 Cost of an indicatie per month ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function overlap(indicatie: Indicatie, maand: number): number {
  const eersteMaand = maandVan(indicatie.start);
  if (maand < eersteMaand) return 0;
  const eersteDag = maand === eersteMaand ? dagVan(indicatie.start) : 1;
  let laatsteDag = dagenIn(maand);
  if (typeof indicatie.eind === 'string') {
    const laatsteMaand = maandVan(indicatie.eind);
    if (maand > laatsteMaand) return 0;
    if (maand === laatsteMaand) laatsteDag = dagVan(indicatie.eind);
  }
  return (laatsteDag - eersteDag + 1) / dagenIn(maand);
}

export function maandbedrag(project: Project, indicatie: Indicatie): number {
  const product = project.producten.find((p) => p.code === indicatie.product);
  return maandbedragVolledigBenut(project, indicatie) * (product?.benutting ?? 1);
}
function maandbedragVolledigBenut(project: Project, indicatie: Indicatie): number {
  if (indicatie.kostenPerJaar !== undefined) return indicatie.kostenPerJaar / 12;
  if (indicatie.totaalbedrag !== undefined) return indicatie.totaalbedrag / eigenMaanden(indicatie);
  const prijs = (indicatie.volume as number) * (indicatie.tarief as number);
  switch (indicatie.frequentie) {
    case 'perDag': return (prijs * 365) / 12;
    case 'perWeek': return (prijs * (project.uitgangspunten.wekenPerJaar ?? 52)) / 12;
    case 'perVierWeken': return (prijs * 13) / 12;
    case 'perMaand': return prijs;
    case 'perJaar': return prijs / 12;
    case 'totaal': return prijs / eigenMaanden(indicatie);
    default: throw new Error('Indicatie zonder kostenvorm');
  }
}
/** Σ_t overlap over an indicatie's own months. */
function eigenMaanden(indicatie: Indicatie): number {
  let maanden = 0;
  for (let t = maandVan(indicatie.start); t <= maandVan(indicatie.eind as string); t += 1) maanden += overlap(indicatie, t);
  return maanden;
}

// ── 3 Basis ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `basis(s,g,p)` where there is anything. */
interface Cel {
  school: string;
  gemeente: string;
  product: string;
  basis: number;
}

/** Sum of terms, 0 where it is nothing but what is left of terms that cancel out. */
function somZonderRuis(termen: number[]): number {
  const totaal = som(termen);
  return Math.abs(totaal) < 1e-9 * som(termen.map(Math.abs)) ? 0 : totaal;
}

function basisbron(project: Project, gemeente: string): 'indicaties' | 'declaraties' {
  const basis = project.uitgangspunten.basis ?? 'indicaties';
  if (typeof basis === 'string') return basis;
  return basis[gemeente] ?? basis['standaard'] ?? 'indicaties';
}

export function bepaalBasis(project: Project): Cel[] {
  const peilmaand = maandVan(project.uitgangspunten.peildatum);
  const cellen = new Map<string, { school: string; gemeente: string; product: string; termen: number[] }>();
  const voegToe = (school: string, gemeente: string, product: string, bedrag: number): void => {
    const sleutel = JSON.stringify([school, gemeente, product]);
    const cel = cellen.get(sleutel) ?? { school, gemeente, product, termen: [] };
    cellen.set(sleutel, cel);
    cel.termen.push(bedrag);
  };

  for (const indicatie of project.indicaties) {
    if (basisbron(project, indicatie.gemeente) !== 'indicaties') continue;
    for (let t = peilmaand - 12; t < peilmaand; t += 1) {
      voegToe(indicatie.school, indicatie.gemeente, indicatie.product, maandbedrag(project, indicatie) * overlap(indicatie, t));
    }
  }
  for (const declaratie of project.declaraties ?? []) {
    if (basisbron(project, declaratie.gemeente) !== 'declaraties') continue;
    const maand = maandVan(declaratie.maand);
    if (maand >= peilmaand - 12 && maand < peilmaand) voegToe(declaratie.school, declaratie.gemeente, declaratie.product, declaratie.bedrag);
  }
  for (const aggregaat of project.aggregaten ?? []) {
    for (const regel of aggregaat.basis) voegToe(regel.school, aggregaat.gemeente, regel.product, regel.bedrag);
  }
  return [...cellen.values()].map(({ termen, ...cel }) => ({ ...cel, basis: somZonderRuis(termen) }));
}

// ── 4 Uitstroom ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function looptOp(indicatie: Indicatie, eersteDagVan: number): boolean {
  const begonnen = maandVan(indicatie.start) < eersteDagVan;
  return begonnen && (typeof indicatie.eind !== 'string' || maandVan(indicatie.eind) >= eersteDagVan);
}

/** q(0..maximaleLooptijd−1) per product with running indicaties at the first of a month. */
export function uitstroomOp(project: Project, meetmaand: number): Record<string, number[]> {
  const looptijd = project.uitgangspunten.maximaleLooptijd;
  const uitkomst: Record<string, number[]> = {};
  for (const product of project.producten) {
    let noemer = 0;
    const teller = nullen(looptijd);
    for (const indicatie of project.indicaties) {
      if (indicatie.product !== product.code || !looptOp(indicatie, meetmaand)) continue;
      const m = maandbedrag(project, indicatie);
      noemer += m;
      for (let k = 0; k < looptijd; k += 1) teller[k] = (teller[k] as number) + m * overlap(indicatie, meetmaand + k);
    }
    for (const aggregaat of project.aggregaten ?? []) {
      for (const regel of aggregaat.uitstroom) {
        if (regel.product !== product.code || maandVan(regel.meetdatum) !== meetmaand) continue;
        noemer += regel.maandbedrag;
        for (let k = 0; k < looptijd; k += 1) teller[k] = (teller[k] as number) + (regel.resterend[k] as number);
      }
    }
    if (noemer > 0) uitkomst[product.code] = teller.map((bedrag) => bedrag / noemer);
  }
  return uitkomst;
}

export function meetmaandVan(project: Project, arrangement: Arrangement): number {
  const peilmaand = maandVan(project.uitgangspunten.peildatum);
  if (project.uitgangspunten.uitstroomMeting === 'peildatum') return peilmaand;
  let maand = peilmaand;
  while (kalendermaandVan(maand) !== kalendermaandVan(maandVan(arrangement.start))) maand -= 1;
  return maand;
}

/** What is left k months after the start under a way of ending that does not look at indicaties. */
function vasteUitstroom(uitstroom: Uitstroomwijze, k: number): number {
  if (uitstroom.wijze === 'omzetten') return 0;
  if (uitstroom.wijze === 'lineair') return k < uitstroom.maanden ? Math.max(0, 1 - (k + 0.5) / uitstroom.maanden) : 0;
  throw new Error('uitdienen vraagt indicaties');
}

/** q(k) of a product under an arrangement; undefined where no running indicatie and no assumption says how it ends. */
export function restant(project: Project, gemeten: Record<string, number[]>, arrangement: Arrangement, product: string, k: number): number | undefined {
  const uitstroom = arrangement.uitstroom ?? { wijze: 'uitdienen' };
  if (uitstroom.wijze !== 'uitdienen') return vasteUitstroom(uitstroom, k);
  const q = gemeten[product];
  if (q !== undefined) return q[k] ?? 0;
  const zonder = project.uitgangspunten.uitstroomZonderIndicaties;
  return zonder === undefined ? undefined : vasteUitstroom(zonder, k);
}

function isActief(arrangement: Arrangement, maand: number): boolean {
  return maand >= maandVan(arrangement.start) && (typeof arrangement.eind !== 'string' || maand <= maandVan(arrangement.eind));
}

// ── 3 Existing arrangements ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function bestaandLoopt(bestaand: BestaandArrangement, maand: number): boolean {
  const begonnen = typeof bestaand.start !== 'string' || maandVan(bestaand.start) <= maand;
  return begonnen && (typeof bestaand.eind !== 'string' || maand <= maandVan(bestaand.eind));
}
/** Shares of the gemeenten in the gemeenten part of an existing arrangement. */
function aandelenBestaand(project: Project, bestaand: BestaandArrangement): [string, number][] {
  if (bestaand.verdeling !== undefined) return aandelen(bestaand.verdeling);
  const leerlingen = project.gemeenten.map((g) => leerlingenVan(project, [bestaand.school], g.code));
  if (som(leerlingen) === 0) return project.gemeenten.map((g) => [g.code, 1 / project.gemeenten.length]);
  return project.gemeenten.map((g, i) => [g.code, (leerlingen[i] as number) / som(leerlingen)]);
}

function leerlingenVan(project: Project, scholen: string[], gemeente: string): number {
  return som(project.leerlingen.filter((rij) => scholen.includes(rij.school) && rij.gemeente === gemeente).map((rij) => rij.aantal));
}

// ── 6 Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Distinct jeugdigen of one gemeente at one school with a running indicatie of a product that gemeenten pay. */
export function jeugdigenVan(project: Project, school: string, gemeente: string): number {
  const peildatum = project.uitgangspunten.peildatum;
  const bekend = new Set<string>();
  let naamloos = 0;
  for (const indicatie of project.indicaties) {
    if (indicatie.school !== school || indicatie.gemeente !== gemeente || !betaaldDoorGemeenten(project, indicatie.product)) continue;
    if (indicatie.start > peildatum || (typeof indicatie.eind === 'string' && indicatie.eind < peildatum)) continue;
    if (indicatie.jeugdige === undefined) naamloos += 1;
    else bekend.add(indicatie.jeugdige);
  }
  const aggregaten = (project.aggregaten ?? []).filter((a: Aggregaat) => a.gemeente === gemeente);
  const geteld = som(aggregaten.flatMap((a) => a.jeugdigen.filter((rij) => rij.school === school).map((rij) => rij.aantal)));
  return bekend.size + naamloos + geteld;
}

function dragerVan(project: Project, code: string): string {
  return project.producten.find((p) => p.code === code)?.drager ?? 'gemeenten';
}
function betaaldDoorGemeenten(project: Project, product: string): boolean {
  return dragerVan(project, product) === 'gemeenten';
}
/** r: the arrangement's own share of a product, or else the product's. */
export function vervangbaarDeel(project: Project, arrangement: Arrangement, product: string): number {
  return arrangement.vervangbaar?.[product] ?? project.producten.find((p) => p.code === product)?.vervangbaar ?? 0;
}

/** The variables of a key for one gemeente over the schools of a pool. */
function variabelen(project: Project, basis: Cel[], arrangementen: Arrangement[], code: string): Record<string, number> {
  const gemeente = project.gemeenten.find((g) => g.code === code);
  const kosten = arrangementen.flatMap((arrangement) =>
    basis
      .filter((cel) => cel.school === arrangement.school && cel.gemeente === code && betaaldDoorGemeenten(project, cel.product))
      .map((cel) => cel.basis * vervangbaarDeel(project, arrangement, cel.product)));
  return {
    leerlingen: leerlingenVan(project, arrangementen.map((a) => a.school), code),
    jeugdigen: som(arrangementen.map((a) => jeugdigenVan(project, a.school, code))),
    kosten: Math.max(0, somZonderRuis(kosten)),
    inwoners: gemeente?.inwoners ?? 0,
    inwonersJeugd: gemeente?.inwonersJeugd ?? 0,
    gelijk: 1,
  };
}

/** Share of each participant in a pool by a key, in the order of the participants. */
function verdeel(sleutel: Sleutel, perDeelnemer: Record<string, number>[]): number[] {
  const gelijk = perDeelnemer.map(() => 1 / perDeelnemer.length);
  const naarRato = (waarden: number[]): number[] => {
    if (som(waarden) !== 0) return waarden.map((waarde) => waarde / som(waarden));
    const leerlingen = perDeelnemer.map((waarde) => waarde['leerlingen'] as number);
    return som(leerlingen) === 0 ? gelijk : leerlingen.map((aantal) => aantal / som(leerlingen));
  };
  if ('formule' in sleutel) {
    const formule = (sleutel as { formule: string }).formule;
    return naarRato(perDeelnemer.map((waarden) => rekenFormule(formule, waarden)));
  }
  const uitkomst = perDeelnemer.map(() => 0);
  for (const [naam, gewicht] of aandelen(sleutel as Gewichten as Record<string, number>)) {
    naarRato(perDeelnemer.map((waarden) => waarden[naam] as number)).forEach((deel, i) => { uitkomst[i] = (uitkomst[i] as number) + gewicht * deel; });
  }
  return uitkomst;
}

// ── 6 Rounded contributions ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const opZesDecimalen = (getal: number): number => Math.round(getal * 1e6) / 1e6;

function rondAf(bijdragen: [string, number][]): Map<string, number> {
  const doel = Math.floor(opZesDecimalen(som(bijdragen.map(([, bedrag]) => bedrag))) + 0.5);
  const regels = bijdragen.map(([code, bedrag]) => ({ code, heel: Math.floor(bedrag), rest: opZesDecimalen(bedrag - Math.floor(bedrag)) }));
  regels.sort((a, b) => b.rest - a.rest || (a.code < b.code ? -1 : 1));
  let tekort = doel - som(regels.map((regel) => regel.heel));
  for (const regel of regels) {
    if (tekort <= 0) break;
    regel.heel += 1;
    tekort -= 1;
  }
  return new Map(regels.map((regel) => [regel.code, regel.heel]));
}

// ── 5 Lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A line with what it needs from where it stands: its arrangement, or the region. */
interface Regel {
  regel: Inzetregel;
  /** Absent for a regional line. */
  arrangement?: Arrangement;
  /** Pupils of the included gemeenten at the arrangement's school; of a regional line at all schools with an arrangement. */
  leerlingen: number;
}

/** Cost of a line in one month, over all bearers. */
function kostenRegel(project: Project, indexen: Indexen, { regel, arrangement, leerlingen }: Regel, maand: number): number {
  const jaar = jaarVan(maand);
  const regelindex = regel.index === 'geen' ? 1 : index(project, indexen, regel.index ?? 'loon', jaar);
  const eersteMaand = maandVan(regel.start ?? arrangement?.start ?? `${project.uitgangspunten.begrotingsjaar}-01-01`);
  if (regel.soort === 'eenmalig') {
    const besteding = regel.maand === undefined ? eersteMaand : maandVan(regel.maand);
    return maand === besteding ? (regel.aantal ?? 1) * regel.bedrag * regelindex : 0;
  }
  const eind = regel.eind ?? arrangement?.eind;
  if (maand < eersteMaand || (typeof eind === 'string' && maand > maandVan(eind))) return 0;
  const perJaar =
    regel.soort === 'fte' ? (regel.aantal as number) * regel.bedrag * (1 + (regel.overhead ?? 0))
    : regel.soort === 'perLeerling' ? regel.bedrag * leerlingen * index(project, indexen, 'leerlingen', jaar)
    : (regel.aantal ?? 1) * regel.bedrag;
  return (perJaar / 12) * regelindex;
}

// ── 7 Outcomes ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What every part of the calculation of one project shares. */
interface Grond {
  project: Project;
  jaren: number[];
  maanden: number[];
  /** Every bearer that a list names. */
  dragers: Set<string>;
  basis: Cel[];
  uitstroom: Record<string, Record<string, number[]>>;
}

function alleDragersVan(project: Project): Set<string> {
  const dragers = new Set(['gemeenten', ...project.producten.map((product) => dragerVan(project, product.code))]);
  const regels = project.scenarios.flatMap((scenario) => [...(scenario.regionaal ?? []), ...(scenario.arrangementen ?? []).flatMap((a) => a.inzet ?? [])]);
  for (const ding of [...(project.bestaandeArrangementen ?? []), ...regels]) {
    for (const drager of Object.keys(ding.dekking ?? {})) dragers.add(drager);
  }
  return dragers;
}

/** Cost of one cell in one month if nothing changes: B/12. */
function kostenPerMaand(project: Project, indexen: Indexen, cel: Cel, maand: number): number {
  const soort = project.producten.find((p) => p.code === cel.product)?.index === 'loon' ? 'loon' : 'prijs';
  const jaar = jaarVan(maand);
  return (cel.basis * index(project, indexen, 'volume', jaar) * index(project, indexen, soort, jaar)) / 12;
}

function leegNulscenario(grond: Grond): Nulscenario {
  const n = grond.jaren.length;
  return {
    perGemeente: reeksen(grond.project.gemeenten.map((g) => g.code), n),
    perSchool: reeksen(grond.project.scholen.map((s) => s.id), n),
    perDrager: reeksen(grond.dragers, n),
    perJaar: nullen(n),
  };
}

/** Cost of a running existing arrangement in one month, over all bearers. */
function kostenBestaand(grond: Grond, indexen: Indexen, bestaand: BestaandArrangement, maand: number): number {
  return (bestaand.jaarbedrag / 12) * index(grond.project, indexen, 'loon', jaarVan(maand));
}
/** Puts that cost with gemeenten, school and bearers. */
function boekBestaand(grond: Grond, totaal: Nulscenario, bestaand: BestaandArrangement, n: number, bedrag: number): void {
  const deelGemeenten = bedrag * deelVan(bestaand, 'gemeenten');
  for (const [drager, deel] of dekkingVan(bestaand)) telBij(totaal.perDrager, drager, n, bedrag * deel);
  for (const [gemeente, deel] of aandelenBestaand(grond.project, bestaand)) telBij(totaal.perGemeente, gemeente, n, deelGemeenten * deel);
  telBij(totaal.perSchool, bestaand.school, n, deelGemeenten);
}

function nulscenario(grond: Grond, indexen: Indexen): Nulscenario {
  const { project, jaren, maanden, basis } = grond;
  const totaal = leegNulscenario(grond);
  for (const maand of maanden) {
    const n = jaren.indexOf(jaarVan(maand));
    for (const cel of basis) {
      const bedrag = kostenPerMaand(project, indexen, cel, maand);
      telBij(totaal.perDrager, dragerVan(project, cel.product), n, bedrag);
      if (!betaaldDoorGemeenten(project, cel.product)) continue;
      telBij(totaal.perGemeente, cel.gemeente, n, bedrag);
      telBij(totaal.perSchool, cel.school, n, bedrag);
    }
    for (const bestaand of project.bestaandeArrangementen ?? []) {
      if (bestaandLoopt(bestaand, maand)) boekBestaand(grond, totaal, bestaand, n, kostenBestaand(grond, indexen, bestaand, maand));
    }
  }
  totaal.perJaar = jaren.map((_, n) => somPer(totaal.perGemeente, n));
  return totaal;
}

/** What every part of the calculation of one scenario shares. */
interface Kader extends Grond {
  scenario: VolledigScenario;
  indexen: Indexen;
  deelnemers: string[];
  /** The gemeenten that do not participate. */
  anderen: string[];
  /** The included gemeenten of 5. */
  meegeteld: string[];
}

function kaderVan(grond: Grond, scenario: VolledigScenario): Kader {
  const { gemeenten, uitgangspunten } = grond.project;
  const deelnemers = gemeenten
    .filter(({ code, deelnemer }) => (scenario.deelnemers === undefined ? deelnemer !== false && !code.startsWith('X-') : scenario.deelnemers.includes(code)))
    .map(({ code }) => code);
  const alle = gemeenten.map(({ code }) => code);
  return {
    ...grond,
    scenario,
    indexen: { ...uitgangspunten.indexen, ...scenario.indexen },
    deelnemers,
    anderen: alle.filter((code) => !deelnemers.includes(code)),
    meegeteld: (scenario.nietDeelnemers ?? 'individueel') === 'individueel' ? deelnemers : alle,
  };
}

/** q(k) of a product at the school of an arrangement of this scenario. */
function restantBij(kader: Kader, arrangement: Arrangement, product: string, k: number): number | undefined {
  const gemeten = kader.uitstroom[maandnaam(meetmaandVan(kader.project, arrangement))] ?? {};
  return restant(kader.project, gemeten, arrangement, product, k);
}

/** F per product with a defined q (4). */
function vrijvalVan(kader: Kader, arrangement: Arrangement): Record<string, Reeks> {
  const { project, jaren, maanden } = kader;
  const actief = maanden.filter((t) => isActief(arrangement, t));
  const vrijval: Record<string, Reeks> = {};
  for (const { code } of project.producten) {
    if (restantBij(kader, arrangement, code, 0) === undefined) continue;
    vrijval[code] = jaren.map((jaar) => som(actief
      .filter((t) => jaarVan(t) === jaar)
      .map((t) => 1 - (restantBij(kader, arrangement, code, t - maandVan(arrangement.start)) as number))) / 12);
  }
  return vrijval;
}

/** O − R of one cell in one month (5): how what stays individual differs from what it costs if nothing changes, `b`. */
function verschilIndividueel(kader: Kader, { school, gemeente, product }: Cel, maand: number, b: number): number {
  const arrangement = kader.scenario.arrangementen.find((a) => a.school === school);
  if (arrangement === undefined || !isActief(arrangement, maand) || !kader.meegeteld.includes(gemeente)) return 0;
  const k = maand - maandVan(arrangement.start);
  const re = vervangbaarDeel(kader.project, arrangement, product) * arrangement.realisatie;
  // Where nothing says how indicaties end there is nothing to replace either: P21 guards the rest.
  const vervangen = b * re * (1 - (restantBij(kader, arrangement, product, k) ?? 1));
  if (arrangement.effectOverig === undefined) return -vervangen;
  const { aandeel, jaren } = arrangement.effectOverig;
  const opgebouwd = jaren === 0 ? 1 : Math.min(1, (k + 0.5) / (12 * jaren));
  return b * (1 - re) * aandeel * opgebouwd - vervangen;
}

/** All lines of a scenario. */
function regelsVan(kader: Kader): Regel[] {
  const { project, scenario, meegeteld } = kader;
  const pupillen = (scholen: string[]): number => som(meegeteld.map((code) => leerlingenVan(project, scholen, code)));
  return [
    ...scenario.arrangementen.flatMap((arrangement) =>
      arrangement.inzet.map((regel) => ({ regel, arrangement, leerlingen: pupillen([arrangement.school]) }))),
    ...(scenario.regionaal ?? []).map((regel) => ({ regel, leerlingen: pupillen(scenario.arrangementen.map((a) => a.school)) })),
  ];
}

/** What non-participants pay of the lines of one school in one year, whose gemeenten part is `eigenRegels` (6). */
function gastbijdragen(kader: Kader, arrangement: Arrangement, jaar: number, eigenRegels: number): [string, number][] {
  const { project, scenario, indexen, anderen, maanden } = kader;
  if (scenario.nietDeelnemers !== 'bijdragePerLeerling') return [];
  if (eigenRegels <= 0) return anderen.map((code) => [code, 0]);
  const actieveMaanden = maanden.filter((t) => jaarVan(t) === jaar && isActief(arrangement, t)).length;
  const gevraagd = anderen.map((code): [string, number] => [code,
    (scenario.bijdragePerLeerling as number) * leerlingenVan(project, [arrangement.school], code)
    * index(project, indexen, 'leerlingen', jaar) * (actieveMaanden / 12) * index(project, indexen, 'loon', jaar)]);
  const samen = som(gevraagd.map(([, bedrag]) => bedrag));
  return samen <= eigenRegels ? gevraagd : gevraagd.map(([code, bedrag]) => [code, (bedrag * eigenRegels) / samen]);
}

/** Lines that are divided together: over the same schools, by the same key. */
interface Pool {
  scholen: Arrangement[];
  regels: Regel[];
  /** Only there for a line with its own key, which stands alone. */
  eigenSleutel?: Sleutel;
}

function poolsVan({ scenario }: Kader, bereik: 'school' | 'regio', regels: Regel[]): Pool[] {
  const pools: Pool[] = [];
  for (const regel of regels) {
    const scholen = bereik === 'regio' || regel.arrangement === undefined ? scenario.arrangementen : [regel.arrangement];
    const samen = pools.find((pool) => pool.eigenSleutel === undefined && (bereik === 'regio' || pool.regels[0]?.arrangement === regel.arrangement));
    if (regel.regel.sleutel !== undefined) pools.push({ scholen, regels: [regel], eigenSleutel: regel.regel.sleutel });
    else if (samen === undefined) pools.push({ scholen, regels: [regel] });
    else samen.regels.push(regel);
  }
  return pools;
}

/** How a pool is divided over the participants, in their order; the same in every year. */
interface Verdeelwijze {
  regels: Regel[];
  /** Outside `ingroei`. */
  eigen: boolean;
  doel: number[];
  /** Where `ingroei` starts. */
  ref: number[];
}

function verdeelwijzen(kader: Kader, regels: Regel[]): Verdeelwijze[] {
  const { project, scenario, deelnemers, basis } = kader;
  const { bereik, sleutel, ingroei } = scenario.verdeling ?? { bereik: 'school', sleutel: { leerlingen: 1 } };
  return poolsVan(kader, bereik, regels).map((pool) => {
    const perDeelnemer = deelnemers.map((code) => variabelen(project, basis, pool.scholen, code));
    if (pool.eigenSleutel !== undefined) return { regels: pool.regels, eigen: true, doel: verdeel(pool.eigenSleutel, perDeelnemer), ref: [] };
    return { regels: pool.regels, eigen: false, doel: verdeel(sleutel, perDeelnemer), ref: ingroei === undefined ? [] : verdeel(ingroei.van ?? { kosten: 1 }, perDeelnemer) };
  });
}

/** Contributions of one year, given the gemeenten part of each line in that year (6). */
function bijdragenIn(kader: Kader, wijzen: Verdeelwijze[], jaar: number, gemeentendeel: Map<Regel, number>): Map<string, number> {
  const { project, scenario, deelnemers } = kader;
  const n = kader.jaren.indexOf(jaar);
  const bijdragen = new Map<string, number>();

  // Guests first: what they pay lowers every line of that school by the same fraction.
  const over = new Map(gemeentendeel);
  for (const arrangement of scenario.arrangementen) {
    const regels = [...gemeentendeel.keys()].filter((regel) => regel.arrangement === arrangement);
    // Lines that cancel out leave nothing to pay, whatever their last bits say: the order of lines never changes a figure (9).
    const eigenRegels = somZonderRuis(regels.map((regel) => gemeentendeel.get(regel) as number));
    const gasten = gastbijdragen(kader, arrangement, jaar, eigenRegels);
    for (const [code, bedrag] of gasten) tel(bijdragen, code, bedrag);
    const betaald = som(gasten.map(([, bedrag]) => bedrag));
    if (betaald > 0) for (const regel of regels) over.set(regel, (gemeentendeel.get(regel) as number) * (1 - betaald / eigenRegels));
  }

  // Then the pools over the participants.
  const ref = new Map<string, number>();
  const doel = new Map<string, number>();
  for (const wijze of wijzen) {
    const bedrag = som(wijze.regels.map((regel) => over.get(regel) as number));
    wijze.doel.forEach((deel, i) => tel(wijze.eigen ? bijdragen : doel, deelnemers[i] as string, deel * bedrag));
    wijze.ref.forEach((deel, i) => tel(ref, deelnemers[i] as string, deel * bedrag));
  }
  const ingroei = scenario.verdeling?.ingroei;
  if (ingroei === undefined) {
    for (const code of deelnemers) tel(bijdragen, code, bij(doel, code));
    return bijdragen;
  }

  // And the way from ref to doel.
  const { aandeel, maximumPerInwoner } = ingroei;
  const maximum = typeof maximumPerInwoner === 'number' ? maximumPerInwoner : maximumPerInwoner?.[n];
  const deltas = deelnemers.map((code): [string, number] => {
    const delta = (aandeel[n] ?? 1) * (bij(doel, code) - bij(ref, code));
    if (maximum === undefined) return [code, delta];
    const grens = maximum * (project.gemeenten.find((g) => g.code === code)?.inwoners as number);
    return [code, Math.max(-grens, Math.min(grens, delta))];
  });
  const stijging = som(deltas.filter(([, delta]) => delta > 0).map(([, delta]) => delta));
  const daling = som(deltas.filter(([, delta]) => delta < 0).map(([, delta]) => -delta));
  for (const [code, delta] of deltas) {
    const kant = delta > 0 ? stijging : daling;
    const passend = maximum !== undefined && kant > Math.min(stijging, daling) ? (delta * Math.min(stijging, daling)) / kant : delta;
    tel(bijdragen, code, bij(ref, code) + passend);
  }
  return bijdragen;
}

const verschil = (links: Reeks, rechts: Reeks): Reeks => links.map((bedrag, n) => bedrag - (rechts[n] as number));
const verschilPer = (links: Record<string, Reeks>, rechts: Record<string, Reeks>): Record<string, Reeks> =>
  Object.fromEntries(Object.entries(links).map(([sleutel, reeks]) => [sleutel, verschil(reeks, rechts[sleutel] as Reeks)]));
const opgeteld = (reeks: Reeks): Reeks => reeks.map((_, n) => som(reeks.slice(0, n + 1)));

/** An outcome, and the effect on gemeenten in each month of the horizon that it rests on. */
interface Doorrekening {
  uitkomst: ScenarioUitkomst;
  effectPerMaand: number[];
}

function rekenDoor(grond: Grond, scenario: VolledigScenario): Doorrekening {
  const kader = kaderVan(grond, scenario);
  const { project, jaren, maanden, basis, indexen, deelnemers, anderen, meegeteld } = kader;
  const nul = nulscenario(grond, indexen);
  const totaal = { ...leegNulscenario(grond), regionaal: nullen(jaren.length) };
  const individueel = reeksen(project.gemeenten.map((g) => g.code), jaren.length);
  const collectief = nullen(jaren.length);
  const eenmalig = nullen(jaren.length);
  const betalers = scenario.nietDeelnemers === 'bijdragePerLeerling' ? [...deelnemers, ...anderen] : deelnemers;
  const bijdragen = reeksen(betalers, jaren.length);
  const bijdragenAfgerond = reeksen(betalers, jaren.length);
  const regels = regelsVan(kader);
  const wijzen = verdeelwijzen(kader, regels);
  const effectPerMaand: number[] = [];

  for (const jaar of jaren) {
    const n = jaren.indexOf(jaar);
    const gemeentendeel = new Map(regels.map((regel) => [regel, 0]));
    for (const maand of maanden.filter((t) => jaarVan(t) === jaar)) {
      let effect = 0;

      for (const cel of basis) {
        const b = kostenPerMaand(project, indexen, cel, maand);
        const anders = verschilIndividueel(kader, cel, maand, b);
        telBij(totaal.perDrager, dragerVan(project, cel.product), n, b + anders);
        if (!betaaldDoorGemeenten(project, cel.product)) continue;
        telBij(individueel, cel.gemeente, n, b + anders);
        telBij(totaal.perGemeente, cel.gemeente, n, b + anders);
        telBij(totaal.perSchool, cel.school, n, b + anders);
        effect += anders;
      }

      for (const bestaand of project.bestaandeArrangementen ?? []) {
        if (!bestaandLoopt(bestaand, maand)) continue;
        const arrangement = scenario.arrangementen.find((a) => a.school === bestaand.school);
        const bedrag = kostenBestaand(grond, indexen, bestaand, maand);
        if (arrangement?.vervangtBestaand === true && isActief(arrangement, maand)) effect -= bedrag * deelVan(bestaand, 'gemeenten');
        else boekBestaand(grond, totaal, bestaand, n, bedrag);
      }

      for (const regel of regels) {
        const bedrag = kostenRegel(project, indexen, regel, maand);
        const deelGemeenten = bedrag * deelVan(regel.regel, 'gemeenten');
        for (const [drager, deel] of dekkingVan(regel.regel)) telBij(totaal.perDrager, drager, n, bedrag * deel);
        if (regel.arrangement === undefined) totaal.regionaal[n] = (totaal.regionaal[n] as number) + deelGemeenten;
        else telBij(totaal.perSchool, regel.arrangement.school, n, deelGemeenten);
        collectief[n] = (collectief[n] as number) + deelGemeenten;
        if (regel.regel.soort === 'eenmalig') eenmalig[n] = (eenmalig[n] as number) + deelGemeenten;
        gemeentendeel.set(regel, (gemeentendeel.get(regel) as number) + deelGemeenten);
        effect += deelGemeenten;
      }
      effectPerMaand.push(effect);
    }

    const vanDitJaar = bijdragenIn(kader, wijzen, jaar, gemeentendeel);
    const afgerond = rondAf(betalers.map((code) => [code, bij(vanDitJaar, code)]));
    for (const code of betalers) {
      telBij(bijdragen, code, n, bij(vanDitJaar, code));
      telBij(bijdragenAfgerond, code, n, bij(afgerond, code));
      telBij(totaal.perGemeente, code, n, bij(vanDitJaar, code));
    }
  }
  totaal.perJaar = jaren.map((_, n) => somPer(totaal.perGemeente, n));

  const effect = {
    perJaar: verschil(totaal.perJaar, nul.perJaar),
    cumulatief: opgeteld(verschil(totaal.perJaar, nul.perJaar)),
    perGemeente: verschilPer(totaal.perGemeente, nul.perGemeente),
    perDrager: verschilPer(totaal.perDrager, nul.perDrager),
  };
  const alleDragers = jaren.map((_, n) => somPer(effect.perDrager, n));
  const ncw = (reeks: Reeks): number => som(reeks.map((bedrag, n) => bedrag / (1 + (project.uitgangspunten.disconteringsvoet ?? 0)) ** n));

  // The first month from which the cumulative effect is never above half a cent again.
  const laatsteErboven = opgeteld(effectPerMaand).findLastIndex((bedrag) => bedrag > 0.005);
  const eersteErna = maanden[laatsteErboven + 1];

  const uitkomst: ScenarioUitkomst = {
    vrijval: Object.fromEntries(scenario.arrangementen.map((arrangement) => [arrangement.school, vrijvalVan(kader, arrangement)])),
    zonderToegang: Object.fromEntries(scenario.arrangementen.map(({ school }) =>
      [school, som(anderen.filter((code) => !meegeteld.includes(code)).map((code) => leerlingenVan(project, [school], code)))])),
    individueel, bijdragen, bijdragenAfgerond, collectief, eenmalig, totaal, effect, alleDragers,
    ncw: ncw(effect.perJaar), ncwAlleDragers: ncw(alleDragers),
    terugverdienmaand: eersteErna === undefined ? null : maandnaam(eersteErna),
    ...(Object.keys(scenario.indexen ?? {}).length === 0 ? {} : { nul }),
  };
  return { uitkomst, effectPerMaand };
}

function grondVan(project: Project): Grond {
  const { peildatum, begrotingsjaar, jaren: horizon = 4 } = project.uitgangspunten;
  const jaren = Array.from({ length: horizon }, (_, n) => begrotingsjaar + n);
  const maanden = jaren.flatMap((jaar) => Array.from({ length: 12 }, (_, i) => jaar * 12 + i + 1));
  const uitstroom = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => maandVan(peildatum) - 11 + i).map((maand) => [maandnaam(maand), uitstroomOp(project, maand)]));
  return { project, jaren, maanden, dragers: alleDragersVan(project), basis: bepaalBasis(project), uitstroom };
}
const perScenario = <T>(project: Project, reken: (scenario: VolledigScenario) => T): Record<string, T> =>
  Object.fromEntries(project.scenarios.map((scenario) => [scenario.id, reken(losOp(project, scenario))]));

/** Calculates a whole project; it must be free of faults. */
export function gewoon(project: Project): GewoneBerekening {
  const grond = grondVan(project);
  return {
    jaren: grond.jaren,
    uitstroom: grond.uitstroom,
    nul: nulscenario(grond, project.uitgangspunten.indexen ?? {}),
    scenarios: perScenario(project, (scenario) => rekenDoor(grond, scenario).uitkomst),
  };
}

/** The effect on gemeenten in each month of the horizon, per scenario. */
export function gewoonPerMaand(project: Project): Record<string, number[]> {
  const grond = grondVan(project);
  return perScenario(project, (scenario) => rekenDoor(grond, scenario).effectPerMaand);
}
