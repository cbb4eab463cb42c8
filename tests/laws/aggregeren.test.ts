/** Laws: what a gemeente delivers instead of its rows gives the same outcomes (rekenmodel 4 and 9). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregaat, Project } from '../../models/project/types.ts';
import { MAANDEN_RESTEREND, vatSamen, type Aanbiederspreiding } from '../../models/rekenen/aggregeren.ts';
import { locatiemeter, type Spreiding } from '../../models/rekenen/locaties.ts';
import { aggregeer } from '../hulp/aggregeer.ts';
import { reken } from '../hulp/reken.ts';
import { kies, verwachtBedrag, verwachtGelijk, wet } from '../hulp/wet.ts';

const metEigenRijen = (project: Project): string[] => {
  const aangeleverd = new Set((project.aggregaten ?? []).map(({ gemeente }) => gemeente));
  return project.gemeenten.map(({ code }) => code).filter((code) => !aangeleverd.has(code));
};

/** The project with aggregaten in the place of the rows of these gemeenten. */
const vervang = (project: Project, gemeenten: readonly string[]): Project => {
  const blijft = ({ gemeente }: { gemeente: string }): boolean => !gemeenten.includes(gemeente);
  return {
    ...project,
    indicaties: project.indicaties.filter(blijft),
    declaraties: (project.declaraties ?? []).filter(blijft),
    aggregaten: [...(project.aggregaten ?? []), ...gemeenten.map((gemeente) => vatSamen(project, gemeente).aggregaat)],
  };
};

const opNaam = <T>(lijst: readonly T[], naam: (item: T) => string): Record<string, T> => Object.fromEntries(lijst.map((item) => [naam(item), item]));

/** With the lists in one order, and of run-off as many months as `maanden`. */
function geordend({ gemeente, peildatum, basis, uitstroom, jeugdigen }: Aggregaat, maanden: number): unknown {
  return {
    gemeente, peildatum,
    basis: opNaam(basis, (b) => `${b.school} ${b.product}`),
    uitstroom: opNaam(uitstroom.map((u) => ({ ...u, resterend: u.resterend.slice(0, maanden) })), (u) => `${u.meetdatum} ${u.product}`),
    jeugdigen: opNaam(jeugdigen, (j) => j.school),
  };
}

/** What Locaties says of the schools. */
const locaties = (p: Project, spreidingVan: (gemeente: string) => Aanbiederspreiding[] = () => []): Spreiding[] => {
  const meter = locatiemeter(p);
  for (const rij of p.indicaties) meter.telIndicatie(rij);
  for (const rij of p.declaraties ?? []) meter.telDeclaratie(rij);
  for (const aggregaat of p.aggregaten ?? []) meter.telAggregaat(aggregaat, spreidingVan(aggregaat.gemeente));
  return meter.uitkomst().scholen;
};

describe('aggregaten', () => {
  it('the aggregaat of a gemeente is what the plain calculation makes of its rows', () => wet(300, (project, worp) => {
    const gemeente = kies(metEigenRijen(project), worp);
    const { maximaleLooptijd } = project.uitgangspunten;
    const { aggregaat } = vatSamen(project, gemeente);
    const gewoon = aggregeer(project, gemeente).aggregaten?.at(-1) as Aggregaat;
    verwachtGelijk(geordend(aggregaat, maximaleLooptijd), geordend({ ...gewoon, uitstroom: gewoon.uitstroom.filter((u) => u.maandbedrag > 0), basis: gewoon.basis.filter((b) => b.bedrag !== 0) }, maximaleLooptijd));
    for (const { resterend } of aggregaat.uitstroom) expect(resterend).toHaveLength(Math.max(MAANDEN_RESTEREND, maximaleLooptijd));
  }));

  it('rows of some or all gemeenten replaced by their aggregaat give the same outcomes', () => wet(300, async (project, worp) => {
    const gemeenten = metEigenRijen(project);
    const deel = worp % 3 === 0 ? gemeenten : gemeenten.filter((_, i) => (worp >> i) % 2 === 1);
    verwachtGelijk(await reken(vervang(project, deel)), await reken(project));
  }));

  it('an aggregaat serves every maximaleLooptijd up to 60 months, or that of the gemeente if it is longer', () => wet(200, async (project, worp) => {
    const { uitgangspunten: u } = project;
    const tot = Math.max(MAANDEN_RESTEREND, u.maximaleLooptijd);
    const langst = Math.min(tot, ...(project.aggregaten ?? []).flatMap((a) => a.uitstroom.map(({ resterend }) => resterend.length)));
    const anders = (p: Project): Project => ({ ...p, uitgangspunten: { ...u, maximaleLooptijd: 1 + (worp % langst) } });
    verwachtGelijk(await reken(anders(vervang(project, metEigenRijen(project)))), await reken(anders(project)));
  }));

  it('aanbieders are counted per school as Locaties counts them, and their shares are shares', () => wet(200, (project, worp) => {
    const gemeente = kies(metEigenRijen(project), worp);
    const eigen = { ...project, indicaties: project.indicaties.filter((r) => r.gemeente === gemeente), declaraties: (project.declaraties ?? []).filter((r) => r.gemeente === gemeente) };
    const meter = locatiemeter(eigen);
    for (const rij of eigen.indicaties) meter.telIndicatie(rij);
    for (const rij of eigen.declaraties) meter.telDeclaratie(rij);
    const perSchool = new Map(meter.uitkomst().scholen.map((s) => [s.school, s]));
    const { spreiding } = vatSamen(project, gemeente);
    fc.pre(spreiding.length > 0);
    expect(spreiding.map(({ school }) => school).sort()).toEqual([...perSchool.values()].filter((s) => s.aanbieders > 0).map((s) => s.school).sort());
    for (const { school, aanbieders, grootsteAandelen } of spreiding) {
      const s = perSchool.get(school);
      expect(aanbieders).toBe(s?.aanbieders);
      expect(grootsteAandelen).toEqual(grootsteAandelen.toSorted((a, b) => b - a));
      if (aanbieders > grootsteAandelen.length) continue;
      verwachtBedrag(grootsteAandelen.reduce((a, b) => a + b, 0), 1);
      verwachtBedrag(1 / grootsteAandelen.reduce((a, b) => a + b * b, 0), s?.effectieveAanbieders ?? 0);
    }
  }));

  it('Locaties counts the same jeugdigen, gemeenten and cost per school from aggregaten as from rows, and never more aanbieders', () => wet(200, (project) => {
    const eigen = metEigenRijen(project);
    const vanRijen = locaties(project);
    const vanAggregaten = locaties(vervang(project, eigen), (gemeente) => (eigen.includes(gemeente) ? vatSamen(project, gemeente).spreiding : []));
    for (const [i, { jeugdigen, gemeenten, kosten, aanbieders }] of vanAggregaten.entries()) {
      const rij = vanRijen[i] as Spreiding;
      expect(jeugdigen).toBe(rij.jeugdigen);
      // Declaraties of a gemeente that cancel out leave nothing in its aggregaat.
      if ((project.declaraties ?? []).length === 0) expect(gemeenten).toBe(rij.gemeenten);
      else expect(gemeenten).toBeLessThanOrEqual(rij.gemeenten);
      verwachtBedrag(kosten, rij.kosten);
      expect(aanbieders).toBeLessThanOrEqual(rij.aanbieders);
      expect(aanbieders > 0).toBe(rij.aanbieders > 0);
    }
  }));
});
