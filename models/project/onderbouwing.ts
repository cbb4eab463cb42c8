/** W09: what a project assumes without saying where it comes from, or with an example as its source (rekenmodel 1). */
import type { Bronvermelding, Herkomst, Project, ProjectZonderRijen, Scenario } from './types.ts';
import { bij, type Objectsoort } from './valideren/object.ts';
import { isObject } from './valideren/soort.ts';
import { AGGREGAAT, ARRANGEMENT, BESTAAND, DRAGER, GEMEENTE, PRODUCT, SCENARIO, SCHOOL, UITGANGSPUNTEN } from './valideren/velden.ts';
import type { Verslag } from './valideren/verslag.ts';

/** The fields that are assumptions: what is put in them should say where it comes from. */
const AANNAMEN = {
  uitgangspunten: ['maximaleLooptijd', 'indexen', 'disconteringsvoet', 'wekenPerJaar', 'uitstroomZonderIndicaties'],
  product: ['vervangbaar', 'benutting'],
  bestaand: ['jaarbedrag'],
  arrangement: ['realisatie', 'vervangbaar', 'uitstroom', 'effectOverig'],
  regel: ['aantal', 'bedrag', 'overhead'],
  scenario: ['bijdragePerLeerling', 'indexen', 'vastDeel'],
} as const;

/** What an object leaves unfounded: fields, by their path in it, without a source or with one that is only an example. */
interface Onderbouwing { zonderBron: string[]; voorbeeld: string[] }

/** One warning per object, whatever the number of its fields, an arrangement with its lines counting as one; and one per list of rows. */
export function meldZonderBron(project: ProjectZonderRijen & Partial<Project>, v: Verslag): void {
  meldOnderbouwing(onderbouwing({ herkomst: project.herkomst }, []), v);
  bij(v, ['uitgangspunten'], UITGANGSPUNTEN, project.uitgangspunten, () => meldOnderbouwing(onderbouwing(project.uitgangspunten, AANNAMEN.uitgangspunten), v));
  const lijsten: [string, Objectsoort, readonly object[] | undefined, readonly string[]][] = [
    ['gemeenten', GEMEENTE, project.gemeenten, []],
    ['scholen', SCHOOL, project.scholen, []],
    ['dragers', DRAGER, project.dragers, []],
    ['producten', PRODUCT, project.producten, AANNAMEN.product],
    ['bestaandeArrangementen', BESTAAND, project.bestaandeArrangementen, AANNAMEN.bestaand],
    ['aggregaten', AGGREGAAT, project.aggregaten, []],
  ];
  for (const [lijst, soort, objecten, aannamen] of lijsten) {
    for (const [i, object] of objecten?.entries() ?? []) bij(v, [lijst, i], soort, object, () => meldOnderbouwing(onderbouwing(object, aannamen), v));
  }
  for (const lijst of ['leerlingen', 'indicaties', 'declaraties'] as const) {
    const aantal = (project[lijst] ?? []).filter((rij: { herkomst?: Herkomst }) => rij.herkomst !== undefined && Object.values(rij.herkomst).some(isVoorbeeld)).length;
    if (aantal > 0) v.meld('W09', `${aantal} van de ${project[lijst]?.length} rijen in '${lijst}' ${aantal === 1 ? 'is' : 'zijn'} een voorbeeld; vervang ze door echte gegevens`, lijst);
  }
  for (const [i, scenario] of project.scenarios.entries()) {
    bij(v, ['scenarios', i], SCENARIO, scenario, () => {
      meldOnderbouwing(onderbouwingVanScenario(scenario), v);
      for (const [j, arrangement] of (scenario.arrangementen ?? []).entries()) {
        bij(v, ['arrangementen', j], ARRANGEMENT, arrangement, () => meldOnderbouwing(metRegels(onderbouwing(arrangement, AANNAMEN.arrangement), 'inzet', arrangement.inzet), v));
      }
    });
  }
}

function meldOnderbouwing({ zonderBron, voorbeeld }: Onderbouwing, v: Verslag): void {
  const wat = [zonderBron.length > 0 && `zonder bron: ${zonderBron.join(', ')}`, voorbeeld.length > 0 && `voorbeeld: ${voorbeeld.join(', ')}`].filter(Boolean);
  if (wat.length > 0) v.meld('W09', `${wat.join('; ')}. Vul in wat voor uw regio geldt en noem in 'herkomst' de bron`);
}

function onderbouwingVanScenario(scenario: Scenario): Onderbouwing {
  const gevonden = onderbouwing({ ...scenario, arrangementen: undefined }, AANNAMEN.scenario);
  const zonderBron = (scenario.onzekerheden ?? []).flatMap(({ parameter, bron }, i) => (bron ? [] : [`onzekerheden[${i}] (${parameter})`]));
  return metRegels({ ...gevonden, zonderBron: [...gevonden.zonderBron, ...zonderBron] }, 'regionaal', scenario.regionaal);
}

/** Adds what the lines of an arrangement or a scenario leave without source; the examples in them are found with it already. */
function metRegels({ zonderBron, voorbeeld }: Onderbouwing, lijst: 'inzet' | 'regionaal', regels: readonly object[] | undefined): Onderbouwing {
  const inRegels = (regels ?? []).flatMap((regel, i) => onderbouwing(regel, AANNAMEN.regel).zonderBron.map((veld) => `${lijst}[${i}].${veld}`));
  return { zonderBron: [...zonderBron, ...inRegels], voorbeeld };
}

function onderbouwing(object: object, aannamen: readonly string[]): Onderbouwing {
  const gevuld = object as Record<string, unknown>;
  const voorbeeld = voorbeelden(object, '');
  const zonderBron = aannamen.filter((veld) => gevuld[veld] !== undefined && !heeftBron(gevuld, veld) && !voorbeeld.includes(veld));
  return { zonderBron, voorbeeld };
}

/** The fields below an object, by path, that are marked as an example. */
function voorbeelden(waarde: unknown, pad: string): string[] {
  if (Array.isArray(waarde)) return waarde.flatMap((deel, i) => voorbeelden(deel, `${pad.slice(0, -1)}[${i}].`));
  if (!isObject(waarde)) return [];
  const { herkomst, ...delen } = waarde;
  const hier = Object.entries((herkomst ?? {}) as Herkomst).filter(([, bron]) => isVoorbeeld(bron)).map(([veld]) => `${pad}${veld}`);
  return [...hier, ...Object.entries(delen).flatMap(([veld, deel]) => voorbeelden(deel, `${pad}${veld}.`))];
}

const isVoorbeeld = ({ status }: Bronvermelding): boolean => status === 'voorbeeld';

/** Whether an object says where a field comes from: for the field as a whole, or for everything in it. */
function heeftBron(object: Record<string, unknown>, veld: string): boolean {
  const inhoud = object[veld];
  if (!isObject(inhoud)) return bronVan(object, veld) !== undefined;
  const delen = Object.keys(inhoud).filter((deel) => deel !== 'herkomst');
  return bronVan(object, veld) !== undefined || (delen.length > 0 && delen.every((deel) => bronVan(object, veld, deel) !== undefined));
}

/** The source of a field, or of a part of it, as that part itself or the whole field names it. */
export function bronVan(object: object, veld: string, deel?: string): string | undefined {
  const { herkomst, [veld]: inhoud } = object as Record<string, unknown>;
  const vanDeel = deel !== undefined && isObject(inhoud) ? (inhoud['herkomst'] as Herkomst | undefined)?.[deel]?.bron : undefined;
  return vanDeel || (herkomst as Herkomst | undefined)?.[veld]?.bron || undefined;
}
