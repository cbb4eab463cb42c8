/**
 * Warnings that show without calculating (rekenmodel 1): W01 an arrangement before the horizon, W02 prijs and loon that differ, W08 an existing arrangement
 * that ends; W09, assumptions without a source, in `onderbouwing.ts`. The others come with the calculation.
 */
import { indexenVan, indexjarenVan, horizonVan, renteIn } from './standaard.ts';
import { volledigScenario } from './scenario.ts';
import { bronVan, meldZonderBron } from './onderbouwing.ts';
import type { Melding, Project, ProjectZonderRijen } from './types.ts';
import { bij } from './valideren/object.ts';
import { ARRANGEMENT, BESTAAND, SCENARIO, UITGANGSPUNTEN } from './valideren/velden.ts';
import { Verslag } from './valideren/verslag.ts';

/** @param project valid (`valideer`), with or without its rows */
export function waarschuwingen(project: ProjectZonderRijen & Partial<Project>): Melding[] {
  const v = new Verslag();
  meldVroegeStart(project, v);
  meldVerschilPrijsLoon(project, v);
  meldEindeZonderVervolg(project, v);
  meldZonderBron(project, v);
  return v.meldingen;
}

// — W01 —

function meldVroegeStart(project: ProjectZonderRijen, v: Verslag): void {
  const { begrotingsjaar } = project.uitgangspunten;
  for (const [i, scenario] of project.scenarios.entries()) {
    bij(v, ['scenarios', i], SCENARIO, scenario, () => {
      for (const [j, arrangement] of (scenario.arrangementen ?? []).entries()) {
        const { start, vervalt } = arrangement;
        if (vervalt || start === undefined || Number(start.slice(0, 4)) >= begrotingsjaar) continue;
        bij(v, ['arrangementen', j], ARRANGEMENT, arrangement, () => v.meld('W01',
          `'start' (${start}) ligt voor begrotingsjaar ${begrotingsjaar}, dus de kosten tot dat jaar vallen buiten de uitkomsten; controleer 'start' en 'begrotingsjaar'`, 'start'));
      }
    });
  }
}

// — W02 —

function meldVerschilPrijsLoon(project: ProjectZonderRijen, v: Verslag): void {
  const u = project.uitgangspunten;
  const bronnenProject = { prijs: bronVan(u, 'indexen', 'prijs'), loon: bronVan(u, 'indexen', 'loon') };
  bij(v, ['uitgangspunten'], UITGANGSPUNTEN, u, () => {
    if (!bronnenProject.prijs && !bronnenProject.loon) meldVerschil(project, undefined, v);
  });
  for (const [i, scenario] of project.scenarios.entries()) {
    const { indexen } = scenario;
    if (indexen?.prijs === undefined && indexen?.loon === undefined) continue;
    const bronnen = { ...bronnenProject };
    for (const naam of ['prijs', 'loon'] as const) if (indexen[naam] !== undefined) bronnen[naam] = bronVan(scenario, 'indexen', naam);
    if (!bronnen.prijs && !bronnen.loon) bij(v, ['scenarios', i], SCENARIO, scenario, () => meldVerschil(project, scenario.id, v));
  }
}

function meldVerschil(project: ProjectZonderRijen, scenario: string | undefined, v: Verslag): void {
  const indexen = indexenVan(project, scenario === undefined ? undefined : volledigScenario(project, scenario));
  const verschil = indexjarenVan(project.uitgangspunten).find((jaar) => renteIn(indexen.prijs, jaar) !== renteIn(indexen.loon, jaar));
  if (verschil === undefined) return;
  v.meld('W02', `prijs en loon stijgen verschillend (in ${verschil} ${procent(renteIn(indexen.prijs, verschil))} en ${procent(renteIn(indexen.loon, verschil))}) zonder dat een bron dat onderbouwt; noem de bron in 'herkomst' van 'indexen' of maak ze gelijk`, 'indexen');
}

const procent = (breuk: number): string => `${String(Number((breuk * 100).toPrecision(12))).replace('.', ',')} %`;

// — W08 —

function meldEindeZonderVervolg(project: ProjectZonderRijen, v: Verslag): void {
  const bestaande = project.bestaandeArrangementen ?? [];
  const eindeHorizon = `${horizonVan(project.uitgangspunten).at(-1)}-12-31`;
  const scenarios = project.scenarios.map(({ id }) => volledigScenario(project, id));
  for (const [i, bestaand] of bestaande.entries()) {
    const { school, eind } = bestaand;
    if (!eind || eind < project.uitgangspunten.peildatum || eind >= eindeHorizon) continue;
    const vervolgt = (ander: { school: string; start?: string | null; eind?: string | null }): boolean =>
      ander.school === school && (ander.eind ?? '9999') > eind && (ander.start ?? '0000') <= eindeHorizon;
    if (bestaande.some(vervolgt)) continue;
    const zonder = scenarios.filter((scenario) => !scenario.arrangementen.some(vervolgt)).map(({ id }) => `'${id}'`);
    const ookIn = zonder.length === 0 ? '' : ` en in scenario ${zonder.join(', ')}`;
    bij(v, ['bestaandeArrangementen', i], BESTAAND, bestaand, () => v.meld('W08', `na 'eind' (${eind}) volgt niets in het nulscenario${ookIn}; controleer of het echt stopt, of vul aan wat daarna komt`, 'eind'));
  }
}
