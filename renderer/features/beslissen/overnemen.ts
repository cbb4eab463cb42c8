/** Writing a value that was found into the project, as the user would: what was the source of the old value is not that of the new one. */
import { indexenGetrokken, komtNietTotStand, scenarioGetrokken } from '../../../models/beslissen/getrokken.ts';
import { alleen } from '../../../models/beslissen/parameters.ts';
import type { Invoerkeuze } from '../../../models/beslissen/types.ts';
import { veldOp } from '../../../models/beslissen/veld.ts';
import type { Wijziging } from '../../../models/contract/methoden.ts';
import type { ProjectZonderRijen } from '../../../models/contract/stand.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { indexenVan } from '../../../models/project/standaard.ts';
import type { Arrangement, Herkomst, IndexNaam, Inzetregel, OnzekereParameter, VolledigScenario } from '../../../models/project/types.ts';
import { maandVan } from '../../../models/rekenen/maand.ts';
import { withValue } from '../../stand/source.ts';
import { asStored } from '../../stand/stored.ts';

type Found = number | string;
interface MetHerkomst { herkomst?: Herkomst }

/** @returns the changes, to be made as one; undefined where neither scenario nor project has a place for such a value */
export function takenOver(project: ProjectZonderRijen, scenario: VolledigScenario, invoer: Invoerkeuze, value: Found): Wijziging[] | undefined {
  const asScenario = (written: VolledigScenario): Wijziging[] => [{ soort: 'scenario', scenario: asStored(project, written, project.scenarios.find((s) => s.id === scenario.id)?.ouder) }];
  if (invoer.soort === 'parameter') {
    const written = withParameter(project, scenario, invoer.parameter, Number(value), invoer.school);
    return written && asScenario(written);
  }
  const veld = veldOp(project, scenario, invoer.pad);
  if (!veld) return undefined;
  if (!veld.inProject) return asScenario(withField((s) => veldIn(project, s), scenario, invoer.pad, value));
  const changed = withField((p) => veldIn(p, scenario), project, invoer.pad, value);
  const list = /^\w+/.exec(invoer.pad)?.[0];
  switch (list) {
    case 'uitgangspunten': return [{ soort: list, uitgangspunten: changed.uitgangspunten }];
    case 'producten': return [{ soort: list, lijst: changed.producten }];
    case 'gemeenten': return [{ soort: list, lijst: changed.gemeenten }];
    case 'scholen': return [{ soort: list, lijst: changed.scholen }];
    case 'leerlingen': return [{ soort: list, lijst: changed.leerlingen }];
    case 'bestaandeArrangementen': return [{ soort: list, lijst: changed.bestaandeArrangementen ?? [] }];
    default: return undefined;
  }
}

type Reach = (pad: string) => ReturnType<typeof veldOp>;
const veldIn = (project: ProjectZonderRijen, scenario: VolledigScenario): Reach => (pad) => veldOp(project, scenario, pad);

/** Sets a field; whatever it is part of that bears a source has that of the user from then on. @param within finds a field in the whole as it is by then */
function withField<T extends MetHerkomst>(within: (whole: T) => Reach, whole: T, pad: string, value: Found): T {
  let result = within(whole)(pad)?.met(whole, value) ?? whole;
  const keyAfter = (at: number): string => /^\w+/.exec(pad.slice(at))?.[0] ?? '';
  const own = keyAfter(0);
  if (result.herkomst?.[own]) result = { ...result, herkomst: { ...result.herkomst, [own]: { status: 'aanname' } } };
  for (let dot = pad.indexOf('.'); dot >= 0; dot = pad.indexOf('.', dot + 1)) {
    const holder = within(result)(pad.slice(0, dot));
    const key = keyAfter(dot + 1);
    if (!holder) continue;
    const { opbouw, ...rest } = holder.waarde as MetHerkomst & { opbouw?: unknown };
    const sourced = rest.herkomst?.[key] !== undefined;
    // How an amount was built does not explain another amount.
    const keeps = opbouw === undefined || key === 'bedrag' ? rest : { ...rest, opbouw };
    if (sourced || key === 'bedrag') result = holder.met(result, sourced ? { ...keeps, herkomst: { ...rest.herkomst, [key]: { status: 'aanname' } } } : keeps);
  }
  return result;
}

/** Fields of an arrangement that a parameter works on. Remaining durations are measured: no scenario has a field for `uitstroomFactor`. */
const FIELDS: Partial<Record<OnzekereParameter, readonly (keyof Arrangement)[]>> = {
  realisatieFactor: ['realisatie'], vervangbaarFactor: ['vervangbaar'], inzetFactor: ['inzet'], eenmaligFactor: ['inzet'], startvertraging: ['start', 'inzet'], effectOverigDelta: ['effectOverig'],
};
const INDEX: Partial<Record<OnzekereParameter, IndexNaam>> = { volumeDelta: 'volume', prijsDelta: 'prijs', loonDelta: 'loon' };

/** The scenario as it reads when the parameter has this value: what the model calculates with then, and nothing else. @param school only there */
function withParameter(project: ProjectZonderRijen, scenario: VolledigScenario, parameter: OnzekereParameter, value: number, school: string | undefined): VolledigScenario | undefined {
  const drawn = alleen(parameter, value);
  const index = INDEX[parameter];
  if (index !== undefined) {
    const rente = indexenGetrokken(indexenVan(project, scenario), drawn)[index];
    return school === undefined && rente !== undefined ? withValue<VolledigScenario>(scenario, { indexen: { ...scenario.indexen, [index]: rente } }) : undefined;
  }
  const fields = FIELDS[parameter];
  // What would begin after its own end has no lines any more in a draw: as a scenario that would lose them.
  const ends = parameter === 'startvertraging' && scenario.arrangementen.some((a) => komtNietTotStand(maandVan(a.start) + drawn.startvertraging, a.eind));
  if (!fields || ends) return undefined;
  const none = alleen(parameter, parameter.endsWith('Factor') ? 1 : 0);
  const like = scenarioGetrokken(scenario, project.producten, (at) => (school === undefined || at === school ? drawn : none));
  const values = (a: Arrangement, to: Arrangement): Partial<Arrangement> => Object.fromEntries(fields.map((f) => [f, f === 'inzet' ? withLines(a.inzet, to.inzet) : to[f]]));
  return {
    ...scenario,
    arrangementen: scenario.arrangementen.map((a, i) => (school === undefined || a.school === school ? withValue(a, values(a, like.arrangementen[i]!)) : a)),
    ...(scenario.regionaal && school === undefined && { regionaal: withLines(scenario.regionaal, like.regionaal ?? []) }),
  };
}

/** Lines with what differs in them. */
function withLines(lines: readonly Inzetregel[], to: readonly Inzetregel[]): Inzetregel[] {
  return lines.map((line, i) => {
    const { bedrag, start, maand } = to[i]!;
    if (gelijkeWaarde([line.bedrag, line.start, line.maand], [bedrag, start, maand])) return line;
    return withValue(line, { ...(bedrag !== line.bedrag && { bedrag, opbouw: undefined }), ...(start !== line.start && { start }), ...(maand !== line.maand && { maand }) });
  });
}
