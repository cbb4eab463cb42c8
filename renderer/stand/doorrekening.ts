/** Calculating in the page: each scenario once for as long as nothing it depends on changes, so that a keystroke costs one scenario. */
import type { Melding, Project, Scenario, Uitgangspunten, VolledigScenario } from '../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';
import { gelijkeWaarde } from '../../models/project/gelijk.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { indexenVan } from '../../models/project/standaard.ts';
import { valideer } from '../../models/project/valideren.ts';
import { heeftEigenIndexen, plaatsVan, rekenScenarioDoor } from '../../models/rekenen/bereken.ts';
import type { Evaluatie } from '../../models/rekenen/evalueer.ts';
import type { Formule } from '../../models/rekenen/formule.ts';
import { formulesIn, leesFormules } from '../../models/rekenen/formules.ts';
import { gegevensVan, type Gegevens } from '../../models/rekenen/gegevens.ts';
import { kaderVan, type Kader } from '../../models/rekenen/kader.ts';
import { nulscenario, type Nulbedragen } from '../../models/rekenen/nulscenario.ts';
import type { Nulscenario, ScenarioUitkomst, Voorbereiding } from '../../models/rekenen/types.ts';
import { uitkomstVanNul, uitkomstVanScenario } from '../../models/rekenen/uitkomsten.ts';
import type { OpenProject } from './store.ts';

/** A scenario with everything calculated of it, enough to explain any figure. */
export interface Doorgerekend {
  scenario: VolledigScenario;
  gegevens: Gegevens;
  evaluatie: Evaluatie;
  nulbedragen: Nulbedragen;
  uitkomst: ScenarioUitkomst;
  /** The nulscenario that it is compared with: under its own indexes if it has any. */
  nul: Nulscenario;
}
export type Uitslag = { ok: true; doorgerekend: Doorgerekend } | { ok: false; fouten: Melding[] };

/** The nulscenario under the project's own indexes. */
export interface Nulmeting { gegevens: Gegevens; kader: Kader; bedragen: Nulbedragen; uitkomst: Nulscenario }

interface Basis { lists: ProjectZonderRijen; voorbereiding: Voorbereiding; uitgangspunten: Uitgangspunten; dragers: string; gegevens: Gegevens }
let basis: Basis | undefined;
let nulmeting: Nulmeting | undefined;
const results = new Map<string, { gegevens: Gegevens; chain: readonly Scenario[]; faults: readonly Melding[]; uitslag: Uitslag }>();

/** What the preparation depends on: when one of these is on its way, figures wait for the new preparation. */
const PREPARED_BY: readonly (keyof Uitgangspunten)[] = ['peildatum', 'maximaleLooptijd', 'wekenPerJaar', 'basis'];

/** Bearers that occur in any cover: `Gegevens` numbers them. */
const coversOf = (project: ProjectZonderRijen): string =>
  [...new Set(project.scenarios.flatMap((s) => [...(s.regionaal ?? []), ...(s.arrangementen ?? []).flatMap((a) => a.inzet ?? [])].flatMap((r) => Object.keys(r.dekking ?? {}))))].join(' ');

/** The prepared data under the uitgangspunten as they are being edited; undefined while there is no preparation. */
export function gegevensOf({ stand, project, voorbereiding }: OpenProject): Gegevens | undefined {
  if (!voorbereiding) return undefined;
  const confirmed = stand.project;
  const prepared = PREPARED_BY.every((key) => gelijkeWaarde(confirmed.uitgangspunten[key], project.uitgangspunten[key]));
  const uitgangspunten = prepared ? project.uitgangspunten : confirmed.uitgangspunten;
  const dragers = coversOf(project);
  if (basis?.lists !== confirmed || basis.voorbereiding !== voorbereiding || basis.uitgangspunten !== uitgangspunten || basis.dragers !== dragers) {
    // The lists are those that the preparation points into; a change of a list waits for its new preparation.
    basis = { lists: confirmed, voorbereiding, uitgangspunten, dragers, gegevens: gegevensVan({ ...confirmed, uitgangspunten, scenarios: project.scenarios }, voorbereiding) };
    nulmeting = undefined;
  }
  return basis.gegevens;
}

const outsideScenarios = (f: Melding): boolean => !f.pad.startsWith('scenarios');

export function nulmetingOf(open: OpenProject): Nulmeting | undefined {
  const gegevens = gegevensOf(open);
  if (!gegevens || open.stand.fouten.some(outsideScenarios)) return undefined;
  if (!nulmeting || nulmeting.gegevens !== gegevens) {
    const kader = kaderVan(gegevens.uitgangspunten, indexenVan({ uitgangspunten: gegevens.uitgangspunten }));
    const bedragen = nulscenario(gegevens, kader);
    nulmeting = { gegevens, kader, bedragen, uitkomst: uitkomstVanNul(gegevens, kader, bedragen) };
  }
  return nulmeting;
}

// — Formulas: read once each; reading loads a parser, so it comes later than the first figures —

const formules = new Map<string, Formule>();
const unreadable = new Map<string, string>();
let reading: Promise<void> | undefined;

const readListeners = new Set<() => void>();
/** Counts up when formulas have been read, so that what waited for them is calculated. */
let readings = 0;
export const formulaReadings = (): number => readings;
export function onFormulasRead(listener: () => void): () => void {
  readListeners.add(listener);
  return () => readListeners.delete(listener);
}

/** Reads the formulas that are new; whoever listens is told when that is done. */
function readFormulas(project: ProjectZonderRijen): void {
  reading ??= leesFormules(project.scenarios).then(({ formules: read, fouten }) => {
    for (const [tekst, formule] of read) formules.set(tekst, formule);
    for (const { tekst } of formulesIn(project.scenarios)) {
      if (!formules.has(tekst)) unreadable.set(tekst, fouten.find((f) => f.tekst.includes(`“${tekst.slice(0, 80)}”`))?.tekst ?? 'De sleutelformule is te lang.');
    }
    results.clear();
    reading = undefined;
    readings++;
    for (const listener of readListeners) listener();
  });
}

// — Scenarios —

function chainOf(project: ProjectZonderRijen, id: string): Scenario[] {
  const chain: Scenario[] = [];
  for (let s = project.scenarios.find((x) => x.id === id); s && !chain.includes(s); s = project.scenarios.find((x) => x.id === s?.ouder)) chain.push(s);
  return chain;
}

let validated: { project: ProjectZonderRijen; confirmed: readonly Melding[]; faults: Melding[] } | undefined;
/** Faults of the project as it is being edited, and those that only the program can see because they concern rows. */
export function faultsOf({ stand, project }: OpenProject): readonly Melding[] {
  if (project === stand.project) return stand.fouten;
  if (validated?.project !== project || validated.confirmed !== stand.fouten) {
    const result = valideer({ ...project, indicaties: [] } satisfies Project);
    const own = result.ok ? [] : result.fouten;
    validated = { project, confirmed: stand.fouten, faults: [...own, ...stand.fouten.filter((f) => outsideScenarios(f) && !own.some((o) => o.pad === f.pad))] };
  }
  return validated.faults;
}

/** The faults that stand in the way of one scenario: its own, those of its parents, and those outside scenarios. */
export function faultsOfScenario(open: OpenProject, id: string): Melding[] {
  const { scenarios } = open.project;
  const chain = new Set(chainOf(open.project, id).map((s) => scenarios.indexOf(s)));
  return faultsOf(open).filter((f) => outsideScenarios(f) || chain.has(Number(/^scenarios\[(\d+)\]/.exec(f.pad)?.[1] ?? Number.NaN)));
}

const waitFor = (tekst: string): Uitslag => ({ ok: false, fouten: [{ code: '', pad: '', tekst }] });

/** One scenario, calculated; or the sentences that say why it cannot be. */
export function uitslagOf(open: OpenProject, id: string): Uitslag {
  const gegevens = gegevensOf(open);
  if (!gegevens) return open.stand.fouten.length > 0 ? { ok: false, fouten: open.stand.fouten.filter(outsideScenarios) } : waitFor('De gegevens worden voorbereid.');
  const chain = chainOf(open.project, id);
  const faults = faultsOf(open);
  const known = results.get(id);
  if (known && known.gegevens === gegevens && known.faults === faults && known.chain.length === chain.length && known.chain.every((s, i) => s === chain[i])) return known.uitslag;
  const uitslag = reken(open, gegevens, id);
  results.set(id, { gegevens, chain, faults, uitslag });
  return uitslag;
}

function reken(open: OpenProject, gegevens: Gegevens, id: string): Uitslag {
  const faults = faultsOfScenario(open, id);
  return faults.length > 0 ? { ok: false, fouten: faults } : calculated(open, gegevens, volledigScenario(open.project, id));
}

/** A scenario that is nowhere stored: a stored one with something changed, to see what it would do. */
export function variantOf(open: OpenProject, scenario: VolledigScenario): Uitslag {
  const gegevens = gegevensOf(open);
  return gegevens ? calculated(open, gegevens, scenario) : waitFor('De gegevens worden voorbereid.');
}

function calculated(open: OpenProject, gegevens: Gegevens, scenario: VolledigScenario): Uitslag {
  for (const { tekst } of formulesIn(scenario)) {
    const why = unreadable.get(tekst);
    if (why !== undefined) return { ok: false, fouten: [{ code: 'P22', pad: '', tekst: why }] };
    if (!formules.has(tekst)) {
      readFormulas(open.project);
      return waitFor('De sleutelformule wordt gelezen.');
    }
  }
  const resultaat = rekenScenarioDoor(gegevens, { uitgangspunten: gegevens.uitgangspunten }, scenario, formules, plaatsVan(open.project, scenario.id));
  if (!resultaat.ok) return resultaat;
  const { evaluatie, nul: nulbedragen } = resultaat;
  const nul = heeftEigenIndexen(scenario) ? uitkomstVanNul(gegevens, evaluatie.kader, nulbedragen) : (nulmetingOf(open)?.uitkomst ?? uitkomstVanNul(gegevens, evaluatie.kader, nulbedragen));
  return { ok: true, doorgerekend: { scenario, gegevens, evaluatie, nulbedragen, uitkomst: uitkomstVanScenario(gegevens, nulbedragen, evaluatie), nul } };
}
