/** Rows of an import into a portable project: what a newer delivery says goes before what the project had. */
import type { Declaratie, Gemeente, Indicatie, Leerlingen, Product, School } from '../project/types.ts';
import type { Doel, GeweigerdeRij, Geweigerdetabel, Levering, Nieuwelingen, Projectopbouw, Rijsoorten, Soort } from './types.ts';

type Verzameld = { [S in Soort]: Rijsoorten[S][] };

/** Takes in whatever an import hands over. */
export class Verzamelaar implements Doel {
  readonly alles: Verzameld = { gemeenten: [], scholen: [], producten: [], koppeltabel: [], tarieven: [], leerlingen: [], indicaties: [], declaraties: [] };
  readonly #tabellen: { levering: Levering; rijen: Map<number, GeweigerdeRij> }[] = [];
  readonly nieuwelingen: Nieuwelingen = { gemeenten: [], scholen: [], producten: [] };

  nieuw({ gemeenten, scholen, producten }: Nieuwelingen): void {
    this.nieuwelingen.gemeenten.push(...gemeenten);
    this.nieuwelingen.scholen.push(...scholen);
    this.nieuwelingen.producten.push(...producten);
  }
  begin(levering: Levering): void {
    this.#tabellen.push({ levering, rijen: new Map() });
  }
  rijen<S extends Soort>(soort: S, rijen: Rijsoorten[S][]): void {
    const lijst = this.alles[soort];
    for (const r of rijen) lijst.push(r);
  }
  geweigerd(rijen: GeweigerdeRij[]): void {
    const hier = this.#tabellen.at(-1)?.rijen;
    const bron = this.#bron();
    for (const r of rijen) {
      const eerder = r.bronrij === undefined ? undefined : bron?.get(r.bronrij);
      if (eerder === undefined) hier?.set(r.rij, r);
      else bron?.set(eerder.rij, { ...eerder, waarden: r.waarden, meldingen: r.meldingen, bedrag: r.bedrag });
    }
  }
  hersteld(bronrijen: number[]): void {
    const bron = this.#bron();
    for (const rij of bronrijen) bron?.delete(rij);
  }
  /** The refused rows that the table in hand repairs. */
  #bron(): Map<number, GeweigerdeRij> | undefined {
    const van = this.#tabellen.at(-1)?.levering.plan.herstel?.van;
    return van && this.#tabellen.find(({ levering: l }) => l.plan.herstel === undefined && l.controlegetal === van.controlegetal && l.blad === van.blad && l.soort === van.soort)?.rijen;
  }
  /** Tables with rows that were refused and not repaired. */
  get geweigerdeTabellen(): Geweigerdetabel[] {
    return this.#tabellen.flatMap(({ levering: { bestand, blad, controlegetal, plan }, rijen }) => (rijen.size === 0 ? [] : [{ bestand, blad, controlegetal, plan, rijen: [...rijen.values()] }]));
  }
  einde(): void {}
}

/** What was replaced, for the report. */
/** `was`: an aggregaat of the gemeente made place, since that cannot stand beside rows (P24). */
export interface Vervanging { soort: 'leerlingen' | 'indicaties' | 'declaraties'; was?: 'aggregaten'; gemeente: string; rijen: number }

/**
 * The project with what was read. Gemeenten, scholen and producten are added or completed by code. Indicaties replace
 * those of the same gemeente; declaraties those of the same gemeente and period; leerlingen those of the schools and
 * gemeenten that were read; rows of either soort also the aggregaat of their gemeente. Nothing is changed in place.
 */
export function voegSamen(basis: Projectopbouw, v: Verzamelaar): { project: Projectopbouw; vervangen: Vervanging[] } {
  const project: Projectopbouw = { ...basis };
  const vervangen: Vervanging[] = [];
  const { alles, nieuwelingen } = v;
  zet(project, 'gemeenten', bijwerken(basis.gemeenten, [...(nieuwelingen.gemeenten as Gemeente[]), ...alles.gemeenten], (g) => g.code));
  zet(project, 'scholen', bijwerken(basis.scholen, [...(nieuwelingen.scholen as School[]), ...alles.scholen], (s) => s.id));
  zet(project, 'producten', bijwerken(basis.producten, [...(nieuwelingen.producten as Product[]), ...alles.producten], (p) => p.code, voegProductSamen));

  if (alles.leerlingen.length > 0) {
    const scholen = new Set(alles.leerlingen.map((l) => l.school));
    const gemeenten = new Set(alles.leerlingen.map((l) => l.gemeente));
    const geldt = (l: Leerlingen): boolean => !(scholen.has(l.school) && gemeenten.has(l.gemeente));
    project.leerlingen = vervang(basis.leerlingen, geldt, alles.leerlingen, 'leerlingen', vervangen);
  }
  if (alles.indicaties.length > 0) {
    const gemeenten = new Set(alles.indicaties.map((i) => i.gemeente));
    // The portable format knows no toewijzingnummer; the project file does.
    const nieuw = alles.indicaties.map(({ toewijzingnummer: _t, bedragOnbekend: _b, ...i }): Indicatie => i);
    project.indicaties = vervang(basis.indicaties, (i) => !gemeenten.has(i.gemeente), nieuw, 'indicaties', vervangen);
  }
  if (alles.declaraties.length > 0) {
    const perioden = new Map<string, { van: string; tot: string }>();
    for (const { gemeente, maand } of alles.declaraties) {
      const p = perioden.get(gemeente);
      if (p === undefined) perioden.set(gemeente, { van: maand, tot: maand });
      else if (maand < p.van) p.van = maand;
      else if (maand > p.tot) p.tot = maand;
    }
    const geldt = (d: Declaratie): boolean => {
      const p = perioden.get(d.gemeente);
      return p === undefined || d.maand < p.van || d.maand > p.tot;
    };
    const nieuw = alles.declaraties.map(({ toewijzingnummer: _t, ...d }): Declaratie => d);
    project.declaraties = vervang(basis.declaraties, geldt, nieuw, 'declaraties', vervangen);
  }
  for (const soort of ['indicaties', 'declaraties'] as const) {
    const gemeenten = new Set(alles[soort].map(({ gemeente }) => gemeente));
    for (const { gemeente } of project.aggregaten ?? []) if (gemeenten.has(gemeente)) vervangen.push({ soort, was: 'aggregaten', gemeente, rijen: 1 });
    if (project.aggregaten) project.aggregaten = project.aggregaten.filter(({ gemeente }) => !gemeenten.has(gemeente));
  }
  return { project, vervangen };
}

function zet<K extends 'gemeenten' | 'scholen' | 'producten'>(project: Projectopbouw, sleutel: K, rijen: Projectopbouw[K]): void {
  if (rijen !== undefined) project[sleutel] = rijen;
}

function bijwerken<T extends object>(had: T[] | undefined, nieuw: T[], sleutel: (t: T) => string, samen: (oud: T, nieuw: T) => T = (a, b) => ({ ...a, ...b })): T[] | undefined {
  if (nieuw.length === 0) return had;
  const opCode = new Map((had ?? []).map((t) => [sleutel(t), t]));
  for (const t of nieuw) {
    const oud = opCode.get(sleutel(t));
    opCode.set(sleutel(t), oud === undefined ? t : samen(oud, t));
  }
  return [...opCode.values()];
}

/** A product may come in a row per year, each with the taakveld of that year. */
function voegProductSamen(oud: Product, nieuw: Product): Product {
  const samen = { ...oud, ...nieuw };
  if (typeof oud.taakveld === 'object' && typeof nieuw.taakveld === 'object') samen.taakveld = { ...oud.taakveld, ...nieuw.taakveld };
  return samen;
}

function vervang<T extends { gemeente: string }>(had: T[] | undefined, blijft: (t: T) => boolean, nieuw: T[], soort: Vervanging['soort'], vervangen: Vervanging[]): T[] {
  const weg = new Map<string, number>();
  const over: T[] = [];
  for (const t of had ?? []) {
    if (blijft(t)) over.push(t);
    else weg.set(t.gemeente, (weg.get(t.gemeente) ?? 0) + 1);
  }
  for (const [gemeente, rijen] of weg) vervangen.push({ soort, gemeente, rijen });
  for (const t of nieuw) over.push(t);
  return over;
}
