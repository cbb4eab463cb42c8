/**
 * *Locaties* (step 2): per school how scattered the individual care is. Takes rows one by one and keeps only sums, as `voorbereider` does. Running =
 * start ≤ peildatum ≤ eind, of a product that gemeenten pay, as `jeugdigen` of rekenmodel 6.
 */
import { basisVan, dragerVan } from '../project/standaard.ts';
import type { Aggregaat, Declaratie, Indicatie } from '../project/types.ts';
import type { Aanbiederspreiding } from './aggregeren.ts';
import { basisVanDeclaratie, basisVanIndicatie } from './basis-van-rij.ts';
import { looptijd, maandVan, type Looptijd } from './maand.ts';
import type { ProjectZonderRijen } from './voorbereiden.ts';

/** Of one school; null = the rows do not tell. */
export interface Spreiding {
  school: string;
  /** Distinct jeugdigen with a running indicatie; a row without pseudonym counts as one. */
  jeugdigen: number;
  /** Gemeenten with a basis or a running indicatie here. */
  gemeenten: number;
  /** Aanbieders with a basis here; rows without aanbieder count for none. At least so many where a gemeente delivered an aggregaat, which names none. */
  aanbieders: number;
  /** 1 / Σ share² over the basis of the named aanbieders: 4 equal ones are 4, one that has nearly all is little more than 1. Null beside an aggregaat. */
  effectieveAanbieders: number | null;
  /** Mean length in months of indicaties with an end. */
  gemiddeldeLooptijd: number | null;
  /** Share 0..1 of indicaties with a pseudonym that begin within a month after (or before) one of the same jeugdige and product ended: renewals. */
  aandeelVerlengd: number | null;
  /** Mean number of aanbieders of a jeugdige with running indicaties, where both are known. */
  aanbiedersPerJeugdige: number | null;
  /** Basis in euros, all bearers. */
  kosten: number;
}
export interface Aanbiederomvang { aanbieder: string; scholen: number; gemeenten: number; jeugdigen: number; kosten: number }

export interface Locatiemeter {
  telIndicatie(rij: Indicatie): void;
  telDeclaratie(rij: Declaratie): void;
  telAggregaat(aggregaat: Aggregaat, spreiding?: readonly Aanbiederspreiding[]): void;
  uitkomst(): { scholen: Spreiding[]; aanbieders: Aanbiederomvang[] };
}

/** Months between the end of one indicatie and the start of the next within which that one renews it. */
const AANSLUITING = 1;

interface School {
  jeugdigen: Set<string>;
  /** Jeugdigen that are counted and not named: rows without pseudonym, and those of aggregaten. */
  ongenoemd: number;
  /** The most aanbieders that an aggregaat says there are here. */
  aanbiedersInAggregaat: number;
  gemeenten: Set<string>;
  basisPerAanbieder: Map<string, number>;
  maanden: number;
  metEind: number;
  perJeugdige: Map<string, Looptijd[]>;
  aanbiedersVan: Map<string, Set<string>>;
  kosten: number;
}
interface Aanbieder { scholen: Set<string>; gemeenten: Set<string>; jeugdigen: Set<string>; kosten: number }

const halen = <K, V>(kaart: Map<K, V>, sleutel: K, maak: () => V): V => {
  let waarde = kaart.get(sleutel);
  if (waarde === undefined) kaart.set(sleutel, (waarde = maak()));
  return waarde;
};
const nieuweSchool = (): School => ({ jeugdigen: new Set(), ongenoemd: 0, aanbiedersInAggregaat: 0, gemeenten: new Set(), basisPerAanbieder: new Map(), maanden: 0, metEind: 0, perJeugdige: new Map(), aanbiedersVan: new Map(), kosten: 0 });
const nieuweAanbieder = (): Aanbieder => ({ scholen: new Set(), gemeenten: new Set(), jeugdigen: new Set(), kosten: 0 });

/** @param project valid, without rows */
export function locatiemeter(project: ProjectZonderRijen): Locatiemeter {
  const u = project.uitgangspunten;
  const peilmaand = maandVan(u.peildatum);
  const producten = new Map(project.producten.map((p) => [p.code, p]));
  const scholen = new Map<string, School>();
  const aanbieders = new Map<string, Aanbieder>();

  const telKosten = (rij: { school: string; gemeente: string; aanbieder?: string }, bedrag: number): void => {
    const school = halen(scholen, rij.school, nieuweSchool);
    if (bedrag === 0) return;
    school.kosten += bedrag;
    school.gemeenten.add(rij.gemeente);
    if (rij.aanbieder === undefined) return;
    school.basisPerAanbieder.set(rij.aanbieder, (school.basisPerAanbieder.get(rij.aanbieder) ?? 0) + bedrag);
    const aanbieder = halen(aanbieders, rij.aanbieder, nieuweAanbieder);
    aanbieder.kosten += bedrag;
    aanbieder.scholen.add(rij.school);
    aanbieder.gemeenten.add(rij.gemeente);
  };

  return {
    telIndicatie(rij) {
      const product = producten.get(rij.product);
      if (!product) return;
      telKosten(rij, basisVanIndicatie(rij, product, u));
      const school = halen(scholen, rij.school, nieuweSchool);
      const l = looptijd(rij.start, rij.eind);
      if (rij.eind != null) {
        school.metEind++;
        school.maanden += l.eindMaand - l.startMaand + (l.eindDag - l.startDag + 1) / 30.4375;
      }
      if (rij.jeugdige !== undefined) halen(school.perJeugdige, `${rij.jeugdige}\u0000${rij.product}`, () => []).push(l);
      const loopt = (l.startMaand < peilmaand || (l.startMaand === peilmaand && l.startDag === 1)) && l.eindMaand >= peilmaand;
      if (!loopt || dragerVan(product) !== 'gemeenten') return;
      school.gemeenten.add(rij.gemeente);
      if (rij.jeugdige === undefined) school.ongenoemd++;
      else school.jeugdigen.add(`${rij.gemeente}\u0000${rij.jeugdige}`);
      if (rij.aanbieder === undefined) return;
      const aanbieder = halen(aanbieders, rij.aanbieder, nieuweAanbieder);
      aanbieder.scholen.add(rij.school);
      aanbieder.gemeenten.add(rij.gemeente);
      if (rij.jeugdige === undefined) return;
      aanbieder.jeugdigen.add(rij.jeugdige);
      halen(school.aanbiedersVan, rij.jeugdige, () => new Set<string>()).add(rij.aanbieder);
    },
    telDeclaratie(rij) {
      if (basisVan(u, rij.gemeente) === 'declaraties') telKosten(rij, basisVanDeclaratie(rij, u));
    },
    telAggregaat({ gemeente, basis, jeugdigen }, spreiding = []) {
      for (const { school, bedrag } of basis) telKosten({ school, gemeente }, bedrag);
      for (const { school: id, aantal } of jeugdigen) {
        const school = halen(scholen, id, nieuweSchool);
        school.ongenoemd += aantal;
        if (aantal > 0) school.gemeenten.add(gemeente);
      }
      for (const { school: id, aanbieders: aantal } of spreiding) {
        const school = halen(scholen, id, nieuweSchool);
        school.aanbiedersInAggregaat = Math.max(school.aanbiedersInAggregaat, aantal);
      }
    },
    uitkomst: () => ({
      scholen: project.scholen.map(({ id }) => spreidingVan(id, scholen.get(id) ?? nieuweSchool())),
      aanbieders: [...aanbieders]
        .map(([aanbieder, a]) => ({ aanbieder, scholen: a.scholen.size, gemeenten: a.gemeenten.size, jeugdigen: a.jeugdigen.size, kosten: a.kosten }))
        .sort((a, b) => b.kosten - a.kosten || (a.aanbieder < b.aanbieder ? -1 : 1)),
    }),
  };
}

function spreidingVan(school: string, s: School): Spreiding {
  const delen = [...s.basisPerAanbieder.values()].filter((bedrag) => bedrag > 0);
  const som = delen.reduce((a, b) => a + b, 0);
  const indicaties = [...s.perJeugdige.values()];
  const aantalMetPseudoniem = indicaties.reduce((a, { length }) => a + length, 0);
  const perJeugdige = [...s.aanbiedersVan.values()];
  return {
    school,
    jeugdigen: s.jeugdigen.size + s.ongenoemd,
    gemeenten: s.gemeenten.size,
    aanbieders: Math.max(delen.length, s.aanbiedersInAggregaat),
    effectieveAanbieders: som > 0 && s.aanbiedersInAggregaat === 0 ? 1 / delen.reduce((a, bedrag) => a + (bedrag / som) ** 2, 0) : null,
    gemiddeldeLooptijd: s.metEind > 0 ? s.maanden / s.metEind : null,
    aandeelVerlengd: aantalMetPseudoniem > 0 ? indicaties.reduce((a, reeks) => a + verlengingen(reeks), 0) / aantalMetPseudoniem : null,
    aanbiedersPerJeugdige: perJeugdige.length > 0 ? perJeugdige.reduce((a, { size }) => a + size, 0) / perJeugdige.length : null,
    kosten: s.kosten,
  };
}

/** How many of the indicaties of one jeugdige and product follow on an earlier one. */
function verlengingen(reeks: readonly Looptijd[]): number {
  const opStart = reeks.toSorted((a, b) => a.startMaand - b.startMaand || a.startDag - b.startDag);
  return opStart.filter((l, i) => i > 0 && opStart.slice(0, i).some((eerder) => Math.abs(l.startMaand - eerder.eindMaand) <= AANSLUITING)).length;
}
