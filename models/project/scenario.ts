/** Scenarios as differences from their `ouder` (rekenmodel 1): resolving them, and expressing a full one as differences again. */
import { gelijkeWaarde } from './gelijk.ts';
import { NEUTRAAL_ARRANGEMENT, neutraalScenario } from './standaard.ts';
import type { Arrangement, Arrangementwijziging, Project, Scenario, VolledigScenario } from './types.ts';

/**
 * The scenario `id` with everything of its parents in it, the parents resolved first (rekenmodel 1): `arrangementen` merged per school and per key,
 * `indexen` per key, every other key replaced whole. The parent's schools come first, in its order.
 * @param project valid (P06 and P16 are checked before)
 * @throws if the project has no scenario of that id
 */
export function volledigScenario(project: Pick<Project, 'scenarios'>, id: string): VolledigScenario {
  const scenario = project.scenarios.find((s) => s.id === id);
  if (!scenario) throw new RangeError(`Het project heeft geen scenario '${id}'; het heeft ${project.scenarios.map((s) => `'${s.id}'`).join(', ') || 'er geen'}.`);
  return metOuder(scenario.ouder === undefined ? undefined : volledigScenario(project, scenario.ouder), scenario);
}

/** One step of `volledigScenario`: a scenario laid over its resolved parent. */
export function metOuder(ouder: VolledigScenario | undefined, scenario: Scenario): VolledigScenario {
  const { ouder: _, ...eigen } = scenario;
  const volledig = { ...ouder, ...eigen, arrangementen: samengevoegd(ouder?.arrangementen ?? [], scenario.arrangementen ?? []) };
  if (ouder?.indexen && scenario.indexen) volledig.indexen = { ...ouder.indexen, ...scenario.indexen };
  return volledig as VolledigScenario;
}

function samengevoegd(ouder: readonly Arrangement[], eigen: readonly Arrangementwijziging[]): Arrangement[] {
  const perSchool = new Map<string, Arrangement>(ouder.map((a) => [a.school, a]));
  for (const { vervalt, ...wijziging } of eigen) {
    if (vervalt) perSchool.delete(wijziging.school);
    else perSchool.set(wijziging.school, { ...perSchool.get(wijziging.school), ...wijziging } as Arrangement);
  }
  return [...perSchool.values()];
}

/**
 * The fewest differences that make `kind` out of its parent `ouder`: laid over the parent they give `kind` again, but for the order of arrangementen and
 * for keys that `kind` leaves to their default while the parent states them, which come back stated as that default. Where such a key has no default
 * (`vastDeel`) differences cannot say it, and the answer is `kind` whole, without an `ouder`.
 */
export function alsVerschil(project: Pick<Project, 'gemeenten' | 'uitgangspunten'>, ouder: VolledigScenario, kind: VolledigScenario): Scenario {
  if (ouder.vastDeel !== undefined && kind.vastDeel === undefined) return kind;
  const { id: _id, arrangementen: _a, indexen: _i, ...overig } = kind;
  const { id: ouderId, arrangementen: _oa, indexen: _oi, ...ouderOverig } = ouder;
  const neutraal = neutraalScenario(project);
  const indexen = wijzigingen(ouder.indexen ?? {}, kind.indexen ?? {}, neutraal.indexen);
  const arrangementen = arrangementwijzigingen(ouder.arrangementen, kind.arrangementen);
  return {
    id: kind.id,
    naam: kind.naam,
    ouder: ouderId,
    ...wijzigingen<Record<string, unknown>>(ouderOverig, overig, neutraal),
    ...(Object.keys(indexen).length > 0 && { indexen }),
    ...(arrangementen.length > 0 && { arrangementen }),
  };
}

function arrangementwijzigingen(ouder: readonly Arrangement[], kind: readonly Arrangement[]): Arrangementwijziging[] {
  const vanOuder = new Map(ouder.map((a) => [a.school, a]));
  const vanKind = new Set(kind.map((a) => a.school));
  const anders = kind.flatMap((a): Arrangementwijziging[] => {
    const voorbeeld = vanOuder.get(a.school);
    if (!voorbeeld) return [a];
    const wijziging = wijzigingen<Record<string, unknown>>({ ...voorbeeld }, { ...a }, NEUTRAAL_ARRANGEMENT);
    return Object.keys(wijziging).length > 0 ? [{ school: a.school, ...wijziging }] : [];
  });
  return [...anders, ...ouder.filter((a) => !vanKind.has(a.school)).map((a) => ({ school: a.school, vervalt: true }))];
}

/** The keys of `kind` whose value differs from `ouder`, and, for those that only `ouder` has, their neutral value. */
function wijzigingen<T extends object>(ouder: T, kind: T, neutraal: T): Partial<T> {
  const anders: Partial<T> = {};
  for (const sleutel of Object.keys({ ...ouder, ...kind }) as (keyof T)[]) {
    const gewenst = kind[sleutel] === undefined ? neutraal[sleutel] : kind[sleutel];
    if (ouder[sleutel] === undefined ? kind[sleutel] !== undefined : !gelijkeWaarde(ouder[sleutel], gewenst)) anders[sleutel] = gewenst;
  }
  return anders;
}
