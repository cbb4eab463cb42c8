/** One input of a project by its path: reading it, writing another value, what it is called and how far it can go (docs/beslissen.md, 3). */
import { horizonVan } from '../project/standaard.ts';
import type { Arrangement, Inzetregel, ProjectZonderRijen, VolledigScenario } from '../project/types.ts';
import { dagenInMaand, januari, maandnaam, maandVan } from '../rekenen/maand.ts';
import { euro, kort, maandInWoorden, procent, rond, type Afronding } from './woorden.ts';

/** A key of an object, or what picks one of a list: its place, or the id, code or school that it bears. */
type Stap = { soort: 'sleutel'; naam: string } | { soort: 'keuze'; welke: string };

/** Lists and objects that stand in the project itself; every other path begins in the scenario. */
const IN_PROJECT = ['gemeenten', 'scholen', 'leerlingen', 'producten', 'bestaandeArrangementen', 'uitgangspunten'];
/** What was worked into the preparation: another value of it needs the rows. */
const VOORBEREID = /^(?:uitgangspunten\.(?:peildatum|maximaleLooptijd|wekenPerJaar|basis)|producten\[[^\]]*\]\.(?:benutting|drager))/;

export const isVoorbereid = (pad: string): boolean => VOORBEREID.test(pad);

/** `arrangementen[stapsteen].inzet[0].aantal` in steps; undefined if it is no path. */
function stappenVan(pad: string): Stap[] | undefined {
  const stappen: Stap[] = [];
  const deel = /\.?([A-Za-z]\w*)|\[([^\]]+)\]|\.(\d+)/y;
  while (deel.lastIndex < pad.length) {
    const gevonden = deel.exec(pad);
    if (!gevonden) return undefined;
    stappen.push(gevonden[1] !== undefined ? { soort: 'sleutel', naam: gevonden[1] } : { soort: 'keuze', welke: (gevonden[2] ?? gevonden[3]) as string });
  }
  return stappen.length > 0 ? stappen : undefined;
}

/** The key or index that a step leads to in this value; undefined if it leads nowhere. */
function plekIn(waarde: unknown, stap: Stap): string | number | undefined {
  if (Array.isArray(waarde)) {
    if (stap.soort === 'sleutel') return undefined;
    const i = waarde.findIndex((deel: unknown) => typeof deel === 'object' && deel !== null && ['id', 'code', 'school', 'omschrijving'].some((sleutel) => (deel as Record<string, unknown>)[sleutel] === stap.welke));
    const genummerd = /^\d+$/.test(stap.welke) ? Number(stap.welke) : -1;
    return i >= 0 ? i : genummerd >= 0 && genummerd < waarde.length ? genummerd : undefined;
  }
  return typeof waarde === 'object' && waarde !== null ? (stap.soort === 'sleutel' ? stap.naam : stap.welke) : undefined;
}

export interface Veld {
  pad: string;
  inProject: boolean;
  /** undefined where it is not stated. */
  waarde: unknown;
  /** A copy of project or scenario in which the field has another value. */
  met<T extends object>(geheel: T, waarde: unknown): T;
}

/** The field at a path; undefined if there is no such place. */
export function veldOp(project: ProjectZonderRijen, scenario: VolledigScenario, pad: string): Veld | undefined {
  const stappen = stappenVan(pad);
  const eerste = stappen?.[0];
  if (!stappen || eerste?.soort !== 'sleutel') return undefined;
  const inProject = IN_PROJECT.includes(eerste.naam);
  const plekken: (string | number)[] = [];
  let waarde: unknown = inProject ? project : scenario;
  for (const stap of stappen) {
    const plek = plekIn(waarde, stap);
    if (plek === undefined || plek === 'herkomst') return undefined;
    plekken.push(plek);
    waarde = (waarde as Record<string | number, unknown>)[plek];
  }
  return { pad, inProject, waarde, met: (geheel, nieuw) => vervangen(geheel, plekken, nieuw) as typeof geheel };
}

function vervangen(waarde: unknown, [plek, ...rest]: readonly (string | number)[], nieuw: unknown): unknown {
  if (plek === undefined) return nieuw;
  if (Array.isArray(waarde)) return waarde.with(plek as number, vervangen(waarde[plek as number], rest, nieuw));
  const object = waarde as Record<string, unknown>;
  return { ...object, [plek]: vervangen(object[plek], rest, nieuw) };
}

const isDatum = (waarde: unknown): waarde is string => typeof waarde === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(waarde);

/** How a field is searched: as a number, or as a month. */
export interface Zoekveld {
  maand: boolean;
  naar(x: number): number | string;
  van(waarde: number | string): number;
}
const laatsteDag = (maand: number): string => `${maandnaam(maand)}-${String(dagenInMaand(maand)).padStart(2, '0')}`;

/** undefined for a field that is neither a number nor a date. @param waarde as it is now; a date that is not stated is searched as one */
export function zoekveld(pad: string, waarde: unknown): Zoekveld | undefined {
  const eind = pad.endsWith('.eind');
  if (isDatum(waarde) || (waarde == null && /\.(?:start|eind|maand)$/.test(pad))) {
    return { maand: true, naar: (x) => (eind ? laatsteDag(Math.round(x)) : `${maandnaam(Math.round(x))}-01`), van: (w) => maandVan(w as string) };
  }
  return typeof waarde === 'number' || waarde === undefined ? { maand: false, naar: (x) => x, van: (w) => w as number } : undefined;
}

/** How far a field can sensibly go where nobody says so; undefined where that cannot be told. */
export function bereikVan({ pad, waarde }: Veld, project: ProjectZonderRijen, scenario: VolledigScenario): [van: number | string, tot: number | string] | undefined {
  const jaren = horizonVan(project.uitgangspunten);
  const [eerste, laatste] = [januari(jaren[0] as number), januari((jaren.at(-1) as number) + 1) - 1];
  if (zoekveld(pad, waarde)?.maand) {
    const houder = veldOp(project, scenario, pad.replace(/\.\w+$/, ''))?.waarde as { start?: string; eind?: string | null } | undefined;
    if (pad.endsWith('.eind')) return [laatsteDag(Math.max(eerste, houder?.start ? maandVan(houder.start) : eerste)), laatsteDag(laatste)];
    return [`${maandnaam(eerste)}-01`, `${maandnaam(Math.min(laatste, pad.endsWith('.start') && houder?.eind ? maandVan(houder.eind) : laatste))}-01`];
  }
  if (/(?:\.|^)(?:realisatie|overhead|vervangbaar|benutting|vastDeel)(?:$|[.[])/.test(pad)) return [0, 1];
  if (pad.endsWith('effectOverig.aandeel')) return [-1, 1];
  if (/(?:^|\.)indexen\b|disconteringsvoet$/.test(pad)) return [-0.1, 0.2];
  if (typeof waarde !== 'number' || waarde === 0) return undefined;
  return waarde > 0 ? [0, 5 * waarde] : [5 * waarde, 0];
}

/** A value of the field in words. */
export function veldwaarde(pad: string, waarde: number | string | null, afronding?: Afronding): string {
  if (waarde === null) return 'niet ingevuld';
  if (typeof waarde === 'string') return isDatum(waarde) ? maandInWoorden(waarde) : waarde;
  if (/(?:bedrag|PerLeerling|PerInwoner)(?:$|\[)/i.test(pad)) return euro(rond(waarde, 0, afronding));
  if (/(?:\.|^)(?:realisatie|overhead|vervangbaar|benutting|vastDeel|indexen|disconteringsvoet|aandeel)(?:$|[.[])/.test(pad)) return procent(rond(waarde, 3, afronding));
  return kort(rond(waarde, 2, afronding), 2);
}

/** What a field is called in a sentence, with an article. */
export function veldnaam({ pad, inProject }: Veld, project: ProjectZonderRijen, scenario: VolledigScenario): string {
  const houder = /^(.*)\.(\w+)$/.exec(pad);
  if (inProject || !houder) return pad;
  const [, voor, sleutel] = houder as unknown as [string, string, string];
  const arrangementpad = /^arrangementen\[[^\]]+\]/.exec(pad)?.[0];
  const arrangement = arrangementpad === undefined ? undefined : (veldOp(project, scenario, arrangementpad)?.waarde as Arrangement | undefined);
  const school = project.scholen.find(({ id }) => id === arrangement?.school)?.naam;
  const waar = school === undefined ? 'voor de regio' : `op ${school}`;
  const regel = /(?:inzet|regionaal)\[[^\]]+\]$/.test(voor) ? (veldOp(project, scenario, voor)?.waarde as Inzetregel | undefined) : undefined;
  if (regel) {
    const wat = sleutel === 'aantal' ? (regel.soort === 'fte' ? 'het aantal fte' : 'het aantal') : sleutel === 'start' || sleutel === 'eind' ? `de ${sleutel === 'start' ? 'start' : 'einddatum'}` : sleutel === 'bedrag' ? 'het bedrag' : sleutel;
    return `${wat} van “${regel.omschrijving}” ${waar}`;
  }
  if (arrangement && voor === arrangementpad) {
    const namen: Record<string, string> = { start: 'de start', eind: 'het einde', realisatie: 'de realisatie' };
    return `${namen[sleutel] ?? sleutel} van het arrangement ${waar}`;
  }
  return pad;
}
