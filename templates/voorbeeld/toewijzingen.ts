/**
 * Invented jeugdigen and toewijzingen for the example Hengelo. The numbers of pupils and the share of them with jeugdhulp are public (nieuwsbrief.json);
 * everything about a jeugdige, an aanbieder or an amount is made up here, the same every time.
 */
import nieuwsbrief from './nieuwsbrief.json' with { type: 'json' };
import { Toeval } from './toeval.ts';

/** First of the month on which the example counts: the day on which schools count their pupils. */
export const PEILDATUM = '2026-10-01';
/** The files hold what was still running on this day or began after it. */
const LEVERING_VANAF = '2025-01-01';
const ZAAD = 2020_03;

const PRODUCTEN = ['41', '45', '50', '54'] as const;
type Product = (typeof PRODUCTEN)[number];

/** How often a product is the main one, per soort of school. Invented. */
const MENGSEL: Record<string, Record<Product, number>> = {
  SBO: { '41': 5, '45': 65, '50': 8, '54': 22 },
  SO: { '41': 22, '45': 50, '50': 12, '54': 16 },
  VSO: { '41': 6, '45': 54, '50': 20, '54': 20 },
  PRO: { '41': 0, '45': 74, '50': 6, '54': 20 },
};
/** Share of jeugdigen with a second product. Invented. */
const TWEEDE_PRODUCT = 0.25;
/** Chance that nothing runs for one or two months between two toewijzingen. Invented. */
const ONDERBREKING = 0.08;
/** Months that a toewijzing lasts, each as likely. Invented. */
const DUREN = [6, 9, 12, 12, 12, 18] as const;

/** Amount of care and its price. Invented; the steps are those in which care is granted. */
interface Inzet { frequentie: 'perWeek' | 'perMaand' | 'perJaar'; volume: number; tarief: number }
const VIJFTIEN_MINUTEN = 0.25;
const INZET: Record<Product, (toeval: Toeval) => Inzet> = {
  '41': (t) => ({ frequentie: 'perWeek', volume: t.geheel(3, 6), tarief: t.kies([54.3, 56.1, 58.75]) }),
  '45': (t) => ({ frequentie: 'perWeek', volume: t.geheel(4, 9) * VIJFTIEN_MINUTEN, tarief: t.kies([71.4, 76.25, 79.8, 84.15]) }),
  '50': (t) => ({ frequentie: 'perJaar', volume: 1, tarief: t.geheel(34, 58) * 250 }),
  '54': (t) => ({ frequentie: 'perMaand', volume: t.geheel(4, 9) * 0.5, tarief: t.kies([108.6, 112.4, 118.9]) }),
};
const KEREN_PER_JAAR = { perWeek: 52, perMaand: 12, perJaar: 1 };
const AANBIEDERS = ['Aanbieder A', 'Aanbieder B', 'Aanbieder C', 'Aanbieder D', 'Aanbieder E', 'Aanbieder F', 'Aanbieder G'] as const;

/** One invented toewijzing. */
export interface Toewijzing extends Inzet {
  school: string;
  gemeente: string;
  /** Number that the jeugdige has at its gemeente; says nothing about a person. */
  client: number;
  geboortejaar: number;
  product: Product;
  aanbieder: string;
  start: string;
  /** Null: open-ended. */
  eind: string | null;
}

/** What a toewijzing costs in a year, to the cent. */
export const jaarkosten = ({ volume, tarief, frequentie }: Inzet): number => Math.round(volume * tarief * KEREN_PER_JAAR[frequentie] * 100) / 100;

/** Months since year 0, so that they can be counted with. */
type Maand = number;
const maand = (jaar: number, nummer: number): Maand => jaar * 12 + nummer - 1;
const datum = (m: Maand, dag: number): string => `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;
const eersteVan = (m: Maand): string => datum(m, 1);
const laatsteVan = (m: Maand): string => datum(m, new Date(Date.UTC(Math.floor(m / 12), (m % 12) + 1, 0)).getUTCDate());
const PEILMAAND: Maand = maand(Number(PEILDATUM.slice(0, 4)), Number(PEILDATUM.slice(5, 7)));

/** Jeugdigen with jeugdhulp per school for the pupils of one gemeente: share × pupils, rounded so that they add up to the rounded sum (largest remainder). */
export function jeugdigenPerSchool(gemeente: number): number[] {
  const precies = nieuwsbrief.scholen.map((school) => (school.leerlingen[gemeente] ?? 0) * school.jeugdhulp);
  const aantallen = precies.map(Math.floor);
  const over = Math.round(precies.reduce((som, x) => som + x, 0)) - aantallen.reduce((som, x) => som + x, 0);
  const volgorde = precies.map((x, school) => ({ school, rest: x - Math.floor(x) })).sort((a, b) => b.rest - a.rest || a.school - b.school);
  for (const { school } of volgorde.slice(0, over)) aantallen[school] = (aantallen[school] ?? 0) + 1;
  return aantallen;
}

/**
 * A row of toewijzingen of one product for one jeugdige, one after the other, from month `van` until one of them runs past `tot`.
 * With `laatste` the care stops there: the last one ends with that month.
 */
function* reeks(toeval: Toeval, vast: Omit<Toewijzing, keyof Inzet | 'start' | 'eind' | 'aanbieder'>, van: Maand, tot: Maand, laatste: boolean): Generator<Toewijzing> {
  let start = van;
  let aanbieder = toeval.kies(AANBIEDERS);
  while (start <= tot) {
    const duur = toeval.kies(DUREN);
    // Three in ten are granted until the end of a school year.
    const juli = maand(Math.floor((start + duur) / 12), 7);
    let eind = toeval.kans(0.3) && juli > start ? juli : start + duur - 1;
    if (laatste && eind >= tot) eind = tot;
    const open = !laatste && eind > tot && toeval.kans(0.04);
    yield { ...vast, ...INZET[vast.product](toeval), aanbieder, start: eersteVan(start), eind: open ? null : laatsteVan(eind) };
    const pauze = toeval.kans(ONDERBREKING) ? toeval.geheel(1, 2) : 0;
    start = eind + 1 + (eind + 1 + pauze > tot ? 0 : pauze);
    if (toeval.kans(0.1)) aanbieder = toeval.kies(AANBIEDERS);
  }
}

/** Every invented toewijzing of the pupils of one gemeente (index in nieuwsbrief.gemeenten), ordered by start. */
export function toewijzingen(gemeente: number): Toewijzing[] {
  const code = nieuwsbrief.gemeenten[gemeente];
  if (code === undefined) throw new RangeError(`gemeente ${gemeente} staat niet in de nieuwsbrief`);
  const toeval = new Toeval(ZAAD * 10 + gemeente);
  const alles: Toewijzing[] = [];
  let client = 10_000 * (gemeente + 1);
  const aantallen = jeugdigenPerSchool(gemeente);
  nieuwsbrief.scholen.forEach((school, nummer) => {
    const mengsel = MENGSEL[school.soort];
    if (!mengsel) throw new Error(`geen mengsel van producten voor ${school.soort}`);
    const jongste = school.soort === 'SBO' || school.soort === 'SO' ? 6 : 12;
    const nieuweJeugdige = (): Pick<Toewijzing, 'school' | 'gemeente' | 'client' | 'geboortejaar'> => {
      client += toeval.geheel(1, 9);
      return { school: school.id, gemeente: code, client, geboortejaar: 2026 - jongste - toeval.geheel(0, 6) };
    };
    for (let plaats = 0; plaats < (aantallen[nummer] ?? 0); plaats++) {
      const eerste = toeval.kiesNaarGewicht(mengsel);
      const producten: Product[] = [eerste];
      if (toeval.kans(TWEEDE_PRODUCT)) producten.push(toeval.kies(PRODUCTEN.filter((p) => p !== eerste && mengsel[p] > 0)));
      // Care of who is there now began up to four years ago; before that, another jeugdige had it and left.
      const begin = PEILMAAND - toeval.geheel(1, 48);
      const jeugdige = nieuweJeugdige();
      for (const product of producten) alles.push(...reeks(toeval, { ...jeugdige, product }, begin, PEILMAAND, false));
      const vertrek = begin - 1 - toeval.geheel(0, 2);
      const voorganger = nieuweJeugdige();
      for (const product of producten) alles.push(...reeks(toeval, { ...voorganger, product }, vertrek - 30, vertrek, true));
    }
  });
  return alles.filter(({ eind }) => eind === null || eind >= LEVERING_VANAF).sort((a, b) => a.start.localeCompare(b.start) || a.client - b.client || a.product.localeCompare(b.product));
}
