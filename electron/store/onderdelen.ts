/**
 * The parts of a project that people edit, as documents: one row per item of a list, in its place, with everything that stands in the portable
 * project, known to us or not. Rows about persons are not among them (see `rijen.ts`).
 */
import type { Arrangementwijziging, Project, Scenario } from '../../models/project/types.ts';
import type { Projectopbouw, Tarief } from '../../models/invoer/types.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

/** What of the portable project are rows of deliveries. */
export const RIJLIJSTEN = ['indicaties', 'declaraties', 'aggregaten'] as const;

/** What can be edited: the lists of the portable project, and what the file keeps beside them. */
interface Lijsten extends Required<Pick<Project, 'gemeenten' | 'scholen' | 'leerlingen' | 'dragers' | 'producten' | 'bestaandeArrangementen' | 'scenarios'>> {
  tarieven: Tarief[];
  profielen: Profielonderdeel[];
}
export type Lijstnaam = keyof Lijsten;
export type Item<L extends Lijstnaam> = Lijsten[L][number];
/** An import profile or another setting that is remembered under a name. */
export interface Profielonderdeel { naam: string; inhoud: unknown }

/** By what an item of a list is known while it changes; items with the same one are told apart by their order. */
const SLEUTELS: { [L in Lijstnaam]: (item: Item<L>) => string } = {
  gemeenten: (g) => g.code,
  scholen: (s) => s.id,
  leerlingen: (l) => `${l.school}\u0000${l.gemeente}`,
  dragers: (d) => d.code,
  producten: (p) => p.code,
  bestaandeArrangementen: (b) => b.school,
  scenarios: (s) => s.id,
  tarieven: (t) => `${t.product}\u0000${t.aanbieder ?? ''}\u0000${t.jaar}`,
  profielen: (p) => p.naam,
};
export const sleutelVan = <L extends Lijstnaam>(lijst: L, item: Item<L>): string => SLEUTELS[lijst](item);

/** The lists of the portable project that are documents. */
const PROJECTLIJSTEN = ['gemeenten', 'scholen', 'leerlingen', 'dragers', 'producten', 'bestaandeArrangementen', 'scenarios'] as const satisfies Lijstnaam[];
const EIGEN_LIJSTEN = ['tarieven', 'profielen'] as const satisfies Lijstnaam[];
/** Lists that a project always has. */
const VERPLICHT: ReadonlySet<Lijstnaam> = new Set(['gemeenten', 'scholen', 'leerlingen', 'producten', 'scenarios', ...EIGEN_LIJSTEN]);

/** What of the project is no list (names, herkomst) is one document; it also names every list that the project has, each emptied. */
const HOOFD = 'project';
const UITGANGSPUNTEN = 'uitgangspunten';
/** Arrangementen are documents below that of their scenario, so that changing one cost line does not write a scenario of 700 schools. */
const ARRANGEMENTEN = 'arrangementen';

interface Documentrij { id: number; plek: number; inhoud: string }

const leesDocumenten = (db: Leesdb, lijst: string, ouder: number | null): Documentrij[] =>
  db.prepare<[string, number | null], Documentrij>('SELECT id, plek, inhoud FROM onderdeel WHERE lijst = ? AND ouder IS ? ORDER BY plek, id').all(lijst, ouder);

/** The only document of its kind, or undefined. */
function leesDocument(db: Leesdb, naam: string): unknown {
  const rij = leesDocumenten(db, naam, null)[0];
  return rij && JSON.parse(rij.inhoud);
}

/** One list, in order. A list that the project does not have is empty. */
export function leesLijst<L extends Lijstnaam>(db: Leesdb, lijst: L): Item<L>[] {
  const rijen = leesDocumenten(db, lijst, null);
  if (lijst !== 'scenarios') return rijen.map((rij) => JSON.parse(rij.inhoud) as Item<L>);
  return rijen.map((rij) => {
    const scenario = JSON.parse(rij.inhoud) as Scenario;
    const arrangementen = leesDocumenten(db, ARRANGEMENTEN, rij.id).map((a) => JSON.parse(a.inhoud) as Arrangementwijziging);
    return (arrangementen.length > 0 ? { ...scenario, arrangementen } : scenario) as Item<L>;
  });
}

/**
 * Makes a list what is given: what is equal stays, what is new comes in, what is missing goes, and the order is that of `items`.
 * Only in an open log entry (`log.ts`).
 */
export function schrijfLijst<L extends Lijstnaam>(db: Schrijfdb, lijst: L, items: readonly Item<L>[]): void {
  if (lijst !== 'scenarios') {
    schrijfDocumenten(db, lijst, null, items, SLEUTELS[lijst] as (item: unknown) => string);
    return;
  }
  const scenarios = items as readonly Scenario[];
  const kaal = scenarios.map((scenario) => {
    const { arrangementen, ...rest } = scenario;
    return arrangementen && arrangementen.length > 0 ? rest : scenario;
  });
  const nummers = schrijfDocumenten(db, lijst, null, kaal, (s) => (s as Scenario).id);
  for (const [i, scenario] of scenarios.entries()) {
    schrijfDocumenten(db, ARRANGEMENTEN, nummers[i] as number, scenario.arrangementen ?? [], (a) => (a as Arrangementwijziging).school);
  }
}

/** @returns the row number of each item */
function schrijfDocumenten(db: Schrijfdb, lijst: string, ouder: number | null, items: readonly unknown[], sleutel: (item: unknown) => string): number[] {
  const oudeNaam = genummerd();
  const oud = new Map(leesDocumenten(db, lijst, ouder).map((rij) => [oudeNaam(sleutel(JSON.parse(rij.inhoud))), rij]));
  const nieuweNaam = genummerd();
  const plan = items.map((item) => {
    const naam = nieuweNaam(sleutel(item));
    const bestaand = oud.get(naam);
    oud.delete(naam);
    return { bestaand, inhoud: JSON.stringify(item) };
  });

  const weg = db.prepare('DELETE FROM onderdeel WHERE ouder = @id OR id = @id');
  for (const { id } of oud.values()) weg.run({ id });
  // Places stay as they are where the order allows it (what was there in the same order, then what is new): a change of one item is a change of one row.
  const inVolgorde = plan.every(({ bestaand }, i) => i === 0 || !bestaand || bestaand.plek > (plan[i - 1]?.bestaand?.plek ?? Number.POSITIVE_INFINITY));
  let volgende = 1 + Math.max(-1, ...plan.map(({ bestaand }) => bestaand?.plek ?? -1));
  const erbij = db.prepare('INSERT INTO onderdeel (lijst, plek, ouder, inhoud) VALUES (?, ?, ?, ?)');
  const anders = db.prepare('UPDATE onderdeel SET plek = ?, inhoud = ? WHERE id = ?');
  return plan.map(({ bestaand, inhoud }, i) => {
    if (!bestaand) return Number(erbij.run(lijst, inVolgorde ? volgende++ : i, ouder, inhoud).lastInsertRowid);
    const plek = inVolgorde ? bestaand.plek : i;
    if (plek !== bestaand.plek || inhoud !== bestaand.inhoud) anders.run(plek, inhoud, bestaand.id);
    return bestaand.id;
  });
}

/** Names the second item with the same key differently from the first, and so on. */
function genummerd(): (naam: string) => string {
  const keren = new Map<string, number>();
  return (naam) => {
    const keer = (keren.get(naam) ?? 0) + 1;
    keren.set(naam, keer);
    return `${keer}\u0000${naam}`;
  };
}

/** Which lists of rows the project has, also when they are empty. */
export const rijlijstenVan = (db: Leesdb): string[] => {
  const hoofd = leesDocument(db, HOOFD) as object;
  return RIJLIJSTEN.filter((lijst) => lijst in hoofd);
};

/** The portable project but for its rows. What it never had is absent, as `valideer` wants to know it. */
export function leesProjectZonderRijen(db: Leesdb): ProjectZonderRijen {
  const project = leesDocument(db, HOOFD) as Record<string, unknown>;
  for (const lijst of RIJLIJSTEN) delete project[lijst];
  for (const lijst of PROJECTLIJSTEN) {
    const items = leesLijst(db, lijst);
    if (items.length > 0) project[lijst] = items;
  }
  const uitgangspunten = leesDocument(db, UITGANGSPUNTEN);
  if (uitgangspunten !== undefined) project[UITGANGSPUNTEN] = uitgangspunten;
  return project as unknown as ProjectZonderRijen;
}

/** What can be edited in one change: the portable project but for its rows, and what the file keeps beside it. */
export type Concept = ProjectZonderRijen & { tarieven: Tarief[]; profielen: Profielonderdeel[] };

/**
 * A project to be edited freely; `bewaar` writes what became different. A list is read when it is first asked for, and only those are compared:
 * what a change does not touch costs nothing.
 */
export function openConcept(db: Schrijfdb): { concept: Concept; bewaar(): void } {
  const hoofd = leesDocument(db, HOOFD) as Record<string, unknown>;
  const gelezen = new Map<Lijstnaam, unknown>();
  // Empty lists that the project does not have, given so that something can be put in them.
  const aangereikt = new Set<unknown>();
  const concept: Record<string, unknown> = { ...hoofd, [UITGANGSPUNTEN]: leesDocument(db, UITGANGSPUNTEN) };
  for (const lijst of RIJLIJSTEN) delete concept[lijst];
  for (const lijst of [...PROJECTLIJSTEN, ...EIGEN_LIJSTEN]) {
    Object.defineProperty(concept, lijst, {
      enumerable: true,
      configurable: true,
      get() {
        if (!gelezen.has(lijst)) {
          const items = leesLijst(db, lijst);
          const aanwezig = items.length > 0 || lijst in hoofd;
          if (!aanwezig) aangereikt.add(items);
          gelezen.set(lijst, aanwezig || VERPLICHT.has(lijst) ? items : undefined);
        }
        return gelezen.get(lijst);
      },
      set(waarde: unknown) {
        gelezen.set(lijst, waarde);
      },
    });
  }
  const bewaar = (): void => {
    for (const lijst of RIJLIJSTEN) if (lijst in concept) throw new TypeError(`${lijst} komen uit leveringen en zijn niet zo te wijzigen`);
    const nieuwHoofd: Record<string, unknown> = {};
    for (const sleutel of new Set([...Object.keys(hoofd), ...Object.keys(concept)])) {
      if (eigenLijsten.has(sleutel) || sleutel === UITGANGSPUNTEN) continue;
      if (!alleLijsten.has(sleutel)) nieuwHoofd[sleutel] = concept[sleutel];
      else if (sleutel in hoofd) nieuwHoofd[sleutel] = [];
    }
    for (const lijst of [...PROJECTLIJSTEN, ...EIGEN_LIJSTEN]) {
      if (lijst in concept && !gelezen.has(lijst)) continue;
      const items = concept[lijst] as Item<typeof lijst>[] | undefined;
      schrijfLijst(db, lijst, items ?? []);
      if (items === undefined) delete nieuwHoofd[lijst];
      else if (!eigenLijsten.has(lijst) && (items.length > 0 || !aangereikt.has(items))) nieuwHoofd[lijst] = [];
    }
    schrijfHoofd(db, nieuwHoofd, concept[UITGANGSPUNTEN]);
  };
  return { concept: concept as unknown as Concept, bewaar };
}

const eigenLijsten: ReadonlySet<string> = new Set(EIGEN_LIJSTEN);
const alleLijsten: ReadonlySet<string> = new Set([...PROJECTLIJSTEN, ...RIJLIJSTEN]);

function schrijfHoofd(db: Schrijfdb, hoofd: Record<string, unknown>, uitgangspunten: unknown): void {
  schrijfDocumenten(db, HOOFD, null, [hoofd], () => '');
  schrijfDocumenten(db, UITGANGSPUNTEN, null, uitgangspunten === undefined ? [] : [uitgangspunten], () => '');
}

/** Writes a portable project but for its rows into a new file. Only in an open log entry. */
export function schrijfProject(db: Schrijfdb, project: Projectopbouw): void {
  const { uitgangspunten, ...overig } = project;
  const hoofd = Object.fromEntries(Object.entries(overig).map(([sleutel, waarde]) => [sleutel, alleLijsten.has(sleutel) && waarde !== undefined ? [] : waarde]));
  schrijfHoofd(db, hoofd, uitgangspunten);
  for (const lijst of PROJECTLIJSTEN) schrijfLijst(db, lijst, (project[lijst] ?? []) as Item<typeof lijst>[]);
}
