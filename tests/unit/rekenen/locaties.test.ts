/** *Locaties* and the basis of one row: by hand on a small project, and against the preparation on the golden cases. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Indicatie, Project } from '../../../models/project/types.ts';
import { basisVanDeclaratie, basisVanIndicatie } from '../../../models/rekenen/basis-van-rij.ts';
import { locatiemeter } from '../../../models/rekenen/locaties.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';

const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;

describe.each(['klein', 'randen-1', 'randen-2', 'randen-3', 'twente'])('%s', (naam) => {
  const { aggregaten: _, ...project } = lees(naam);
  const { cellen, jeugdigen } = bereidVoor(project);

  it('rows add up to the basis of the preparation, per school', () => {
    const perSchool = project.scholen.map(() => 0);
    const plek = new Map(project.scholen.map(({ id }, i) => [id, i]));
    const producten = new Map(project.producten.map((p) => [p.code, p]));
    for (const rij of project.indicaties) perSchool[plek.get(rij.school) as number]! += basisVanIndicatie(rij, producten.get(rij.product) as never, project.uitgangspunten);
    for (const rij of project.declaraties ?? []) perSchool[plek.get(rij.school) as number]! += basisVanDeclaratie(rij, project.uitgangspunten);
    const verwacht = project.scholen.map(() => 0);
    for (const [i, bedrag] of cellen.basis.entries()) verwacht[cellen.school[i] as number]! += bedrag;
    for (const [i, bedrag] of verwacht.entries()) expect(perSchool[i]).toBeCloseTo(bedrag, 4);

    const meter = locatiemeter(project);
    for (const rij of project.indicaties) meter.telIndicatie(rij);
    for (const rij of project.declaraties ?? []) meter.telDeclaratie(rij);
    const { scholen } = meter.uitkomst();
    for (const [i, { kosten }] of scholen.entries()) expect(kosten).toBeCloseTo(verwacht[i] as number, 4);
  });

  it('jeugdigen are those of the preparation', () => {
    const meter = locatiemeter(project);
    for (const rij of project.indicaties) meter.telIndicatie(rij);
    const perSchool = project.scholen.map(() => 0);
    for (const [i, aantal] of jeugdigen.aantal.entries()) perSchool[jeugdigen.school[i] as number]! += aantal;
    expect(meter.uitkomst().scholen.map((s) => s.jeugdigen)).toEqual(perSchool);
  });
});

describe('by hand', () => {
  const project: Project = {
    formaat: 'collectief-arrangeren/1', naam: 'hand', gemeenten: [{ code: 'GM0001', naam: 'A' }, { code: 'GM0002', naam: 'B' }],
    scholen: [{ id: 's', naam: 'S', soort: 'SO', gemeente: 'GM0001' }, { id: 'leeg', naam: 'Leeg', soort: 'SO', gemeente: 'GM0001' }], leerlingen: [],
    producten: [{ code: 'p', naam: 'P', vervangbaar: 1 }, { code: 'wlz', naam: 'W', vervangbaar: 0, drager: 'zorgkantoor' }],
    indicaties: [], uitgangspunten: { peildatum: '2027-01-01', begrotingsjaar: 2027, maximaleLooptijd: 36 }, scenarios: [],
  };
  const rij = (velden: Partial<Indicatie>): Indicatie => ({ school: 's', gemeente: 'GM0001', product: 'p', start: '2026-01-01', eind: '2027-12-31', kostenPerJaar: 1200, ...velden });
  const tel = (...rijen: Indicatie[]): ReturnType<ReturnType<typeof locatiemeter>['uitkomst']> => {
    const meter = locatiemeter(project);
    for (const r of rijen) meter.telIndicatie(r);
    return meter.uitkomst();
  };

  it('four equal aanbieders are four, one that has nearly all is little more than one', () => {
    const gelijk = tel(...['A', 'B', 'C', 'D'].map((aanbieder) => rij({ aanbieder })));
    expect(gelijk.scholen[0]).toMatchObject({ aanbieders: 4, effectieveAanbieders: 4, kosten: 4800 });
    const scheef = tel(rij({ aanbieder: 'A', kostenPerJaar: 9900 }), rij({ aanbieder: 'B', kostenPerJaar: 100 }));
    expect(scheef.scholen[0]?.effectieveAanbieders).toBeCloseTo(1 / (0.99 ** 2 + 0.01 ** 2), 9);
    expect(scheef.aanbieders).toEqual([{ aanbieder: 'A', scholen: 1, gemeenten: 1, jeugdigen: 0, kosten: 9900 }, { aanbieder: 'B', scholen: 1, gemeenten: 1, jeugdigen: 0, kosten: 100 }]);
  });

  it('an indicatie that follows on another of the same jeugdige and product renews it', () => {
    const { scholen: [s] } = tel(rij({ jeugdige: 'j', start: '2025-01-01', eind: '2025-12-31' }), rij({ jeugdige: 'j', start: '2026-01-01', eind: '2026-12-31' }), rij({ jeugdige: 'k' }), rij({ jeugdige: 'j', product: 'wlz' }));
    expect(s?.aandeelVerlengd).toBe(1 / 4);
    const { scholen: [later] } = tel(rij({ jeugdige: 'j', start: '2025-01-01', eind: '2025-06-30' }), rij({ jeugdige: 'j', start: '2026-01-01', eind: '2026-12-31' }));
    expect(later?.aandeelVerlengd).toBe(0);
  });

  it('counts jeugdigen and aanbieders that run on the peildatum, of what gemeenten pay', () => {
    const { scholen: [s] } = tel(
      rij({ jeugdige: 'j', aanbieder: 'A' }), rij({ jeugdige: 'j', aanbieder: 'B' }), rij({ jeugdige: 'k', aanbieder: 'A', gemeente: 'GM0002' }),
      rij({ jeugdige: 'weg', aanbieder: 'C', eind: '2026-12-31' }), rij({ jeugdige: 'anders', product: 'wlz', aanbieder: 'D' }), rij({}),
    );
    expect(s).toMatchObject({ jeugdigen: 3, gemeenten: 2, aanbiedersPerJeugdige: 1.5 });
  });

  it('says nothing where the rows do not tell', () => {
    expect(tel(rij({ eind: null })).scholen).toMatchObject([
      { school: 's', jeugdigen: 1, aanbieders: 0, effectieveAanbieders: null, gemiddeldeLooptijd: null, aandeelVerlengd: null, aanbiedersPerJeugdige: null, kosten: 1200 },
      { school: 'leeg', jeugdigen: 0, gemeenten: 0, kosten: 0 },
    ]);
    expect(tel(rij({ start: '2026-01-01', eind: '2026-12-31' })).scholen[0]?.gemiddeldeLooptijd).toBeCloseTo(12, 1);
  });
});
