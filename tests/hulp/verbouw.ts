/** Changes of a project that laws speak of. Each gives a new project and leaves its input as it is. */
import type { Arrangement, Indicatie, Inzetregel, Project, Sleutel, VolledigScenario } from '../../models/project/types.ts';
import { dagenLater, losOp } from './gewoon.ts';

/** The project with one scenario only, written out in full. */
export type Enkel = Project & { scenarios: [VolledigScenario] };
export function enkel(project: Project, worp: number): Enkel {
  const scenario = project.scenarios[worp % project.scenarios.length];
  if (scenario === undefined) throw new Error('Een project zonder scenario');
  const volledig: VolledigScenario & { ouder?: string } = { ...losOp(project, scenario) };
  delete volledig.ouder;
  return { ...project, scenarios: [volledig] };
}
export const metScenario = (project: Enkel, wijziging: Partial<VolledigScenario>): Enkel => ({ ...project, scenarios: [{ ...project.scenarios[0], ...wijziging }] });

/** Every line of a scenario, rewritten. */
export function metRegels(project: Enkel, herschrijf: (regels: Inzetregel[]) => Inzetregel[]): Enkel {
  const [scenario] = project.scenarios;
  return metScenario(project, {
    arrangementen: scenario.arrangementen.map((arrangement): Arrangement => ({ ...arrangement, inzet: herschrijf(arrangement.inzet) })),
    ...(scenario.regionaal === undefined ? {} : { regionaal: herschrijf(scenario.regionaal) }),
  });
}

/** No key is a formula: each is replaced by the one given. */
export function zonderFormules(project: Enkel, vervanging: Sleutel): Enkel {
  const gewogen = (sleutel: Sleutel): Sleutel => ('formule' in sleutel ? vervanging : sleutel);
  const { verdeling } = project.scenarios[0];
  const metGewogenRegels = metRegels(project, (regels) => regels.map((regel) => (regel.sleutel === undefined ? regel : { ...regel, sleutel: gewogen(regel.sleutel) })));
  if (verdeling === undefined) return metGewogenRegels;
  const { ingroei } = verdeling;
  return metScenario(metGewogenRegels, {
    verdeling: {
      ...verdeling,
      sleutel: gewogen(verdeling.sleutel),
      ...(ingroei === undefined ? {} : { ingroei: { ...ingroei, ...(ingroei.van === undefined ? {} : { van: gewogen(ingroei.van) }) } }),
    },
  });
}

/** Every amount times a factor, caps and guest contributions too. */
export function schaal(project: Enkel, factor: number): Enkel {
  const maal = <T extends object>(ding: T, ...velden: (keyof T)[]): T => {
    const geschaald = { ...ding };
    for (const veld of velden) {
      const waarde: unknown = ding[veld];
      if (typeof waarde === 'number') geschaald[veld] = (waarde * factor) as T[keyof T];
      if (Array.isArray(waarde)) geschaald[veld] = waarde.map((getal: number) => getal * factor) as T[keyof T];
    }
    return geschaald;
  };
  const [scenario] = project.scenarios;
  const { verdeling } = scenario;
  return metRegels({
    ...project,
    indicaties: project.indicaties.map((rij) => maal(rij, 'kostenPerJaar', 'totaalbedrag', 'tarief')),
    declaraties: project.declaraties?.map((rij) => maal(rij, 'bedrag')),
    aggregaten: project.aggregaten?.map((aggregaat) => ({
      ...aggregaat,
      basis: aggregaat.basis.map((rij) => maal(rij, 'bedrag')),
      uitstroom: aggregaat.uitstroom.map((rij) => maal(rij, 'maandbedrag', 'resterend')),
    })),
    bestaandeArrangementen: project.bestaandeArrangementen?.map((bestaand) => maal(bestaand, 'jaarbedrag')),
    scenarios: [{
      ...maal(scenario, 'bijdragePerLeerling'),
      ...(verdeling?.ingroei === undefined ? {} : { verdeling: { ...verdeling, ingroei: maal(verdeling.ingroei, 'maximumPerInwoner') } }),
    }],
  }, (regels) => regels.map((regel) => maal(regel, 'bedrag')));
}

/** An indicatie in two adjoining parts, the second from `dagen` after the start; null if it ends before. */
export function splits(indicatie: Indicatie, dagen: number): [Indicatie, Indicatie] | null {
  const tweede = dagenLater(indicatie.start, dagen);
  if (typeof indicatie.eind === 'string' && tweede > indicatie.eind) return null;
  return [{ ...indicatie, eind: dagenLater(tweede, -1) }, { ...indicatie, start: tweede }];
}

/** A list in another order that depends on the throw alone. */
export function schud<T>(lijst: readonly T[], worp: number): T[] {
  let stand = worp;
  const uitkomst = [...lijst];
  for (let i = uitkomst.length - 1; i > 0; i -= 1) {
    stand = (stand * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = Math.floor((stand / 2_147_483_648) * (i + 1));
    [uitkomst[i], uitkomst[j]] = [uitkomst[j] as T, uitkomst[i] as T];
  }
  return uitkomst;
}
/** The same project with every list whose order says nothing in another order. */
export function schudProject(project: Project, worp: number): Project {
  // Through JSON: a key that is absent stays absent, which for a scenario with an ouder is not the same as undefined.
  return JSON.parse(JSON.stringify(geschud(project, worp))) as Project;
}
function geschud(project: Project, worp: number): Project {
  const hussel = <T>(lijst: readonly T[]): T[] => schud(lijst, worp);
  const regels = <T extends { inzet?: Inzetregel[] }>(arrangement: T): T => (arrangement.inzet === undefined ? arrangement : { ...arrangement, inzet: hussel(arrangement.inzet) });
  return {
    ...project,
    gemeenten: hussel(project.gemeenten),
    scholen: hussel(project.scholen),
    leerlingen: hussel(project.leerlingen),
    producten: hussel(project.producten),
    indicaties: hussel(project.indicaties),
    declaraties: project.declaraties && hussel(project.declaraties),
    aggregaten: project.aggregaten && hussel(project.aggregaten).map((aggregaat) => ({
      ...aggregaat, basis: hussel(aggregaat.basis), uitstroom: hussel(aggregaat.uitstroom), jeugdigen: hussel(aggregaat.jeugdigen),
    })),
    bestaandeArrangementen: project.bestaandeArrangementen && hussel(project.bestaandeArrangementen),
    scenarios: hussel(project.scenarios).map((scenario) => ({
      ...scenario,
      arrangementen: scenario.arrangementen && hussel(scenario.arrangementen).map(regels),
      regionaal: scenario.regionaal && hussel(scenario.regionaal),
      deelnemers: scenario.deelnemers && hussel(scenario.deelnemers),
    })),
  };
}
