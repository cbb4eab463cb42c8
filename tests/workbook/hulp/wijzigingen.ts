/** For each kind of input cell: what is typed into the workbook, and the project in which the same assumption is changed. */
import { volledigScenario } from '../../../models/project/scenario.ts';
import { indexenVan, isFormule, prijspeilVan, renteIn, uitstroomMetingVan, verdelingVan } from '../../../models/project/standaard.ts';
import type { Arrangement, IndexNaam, Ingroei, Inzetregel, Project, VolledigScenario } from '../../../models/project/types.ts';
import { maandnaam, maandVan } from '../../../models/rekenen/maand.ts';
import { dagnummer } from '../../../templates/voorstel/opzet.ts';
import type { Werkmap } from '../../../templates/voorstel/werkmap.ts';

export interface Wijziging { soort: string; invoer: Record<string, number | string>; project: Project }

const INDEXNAMEN: Record<IndexNaam, string> = { prijs: 'Prijsindex', loon: 'Loonindex', volume: 'Volumegroei', leerlingen: 'Leerlinggroei' };

/** The project with this scenario complete and changed by `pas`. */
function gewijzigd(project: Project, id: string, pas: (scenario: VolledigScenario, project: Project) => void): Project {
  const kopie = structuredClone(project);
  const scenario = structuredClone(volledigScenario(project, id));
  pas(scenario, kopie);
  return { ...kopie, scenarios: kopie.scenarios.map((s) => (s.id === id ? scenario : s)) };
}

export function wijzigingenVan(project: Project, id: string, werkmap: Werkmap): Wijziging[] {
  const scenario = volledigScenario(project, id);
  const u = project.uitgangspunten;
  const jaren = werkmap.opzet.jaren;
  const lijst: { soort: string; invoer: Wijziging['invoer']; pas: (scenario: VolledigScenario, project: Project) => void }[] = [];

  for (const [index, naam] of Object.entries(INDEXNAMEN) as [IndexNaam, string][]) {
    const alle: number[] = [];
    for (let jaar = prijspeilVan(u) + 1; jaar <= (jaren.at(-1) as number); jaar++) alle.push(jaar);
    const gekozen = [alle[0], alle[alle.length - 1]].filter((jaar) => jaar !== undefined);
    if (gekozen.length === 0) continue;
    const nieuw = new Map(gekozen.map((jaar, i) => [jaar, 0.05 - 0.085 * i]));
    lijst.push({
      soort: naam,
      invoer: Object.fromEntries([...nieuw].map(([jaar, rente]) => [`${naam}_${jaar}`, rente])),
      pas: (s) => { s.indexen = { ...s.indexen, [index]: Object.fromEntries(alle.map((jaar) => [jaar, nieuw.get(jaar) ?? renteIn(indexenVan(project, scenario)[index], jaar)])) }; },
    });
  }
  for (const [i] of project.producten.slice(0, 2).entries()) {
    lijst.push({ soort: 'Vervangbaar', invoer: { [`Vervangbaar_${i + 1}`]: 0.45 }, pas: (_, p) => { (p.producten[i] as Project['producten'][number]).vervangbaar = 0.45; } });
  }
  for (const [i, arrangement] of scenario.arrangementen.entries()) {
    if (i > 1) break;
    const n = i + 1;
    const a = (s: VolledigScenario): Arrangement => s.arrangementen[i] as Arrangement;
    lijst.push({ soort: 'Realisatie', invoer: { [`Realisatie_${n}`]: 0.37 }, pas: (s) => { a(s).realisatie = 0.37; } });
    for (const maanden of [7, -4]) {
      const start = `${maandnaam(maandVan(arrangement.start) + maanden)}-01`;
      if (arrangement.eind && start > arrangement.eind) continue;
      const kalenderVan = Number(werkmap.waardeVan('Kalenderjaar'));
      if (Number(start.slice(0, 4)) < kalenderVan) continue;
      lijst.push({ soort: `Start ${maanden > 0 ? 'later' : 'eerder'}`, invoer: { [`Start_${n}`]: dagnummer(start) }, pas: (s) => { a(s).start = start; } });
    }
    const eind = `${jaren[Math.min(1, jaren.length - 1)]}-10-31`;
    if (eind > arrangement.start) lijst.push({ soort: 'Eind', invoer: { [`Eind_${n}`]: dagnummer(eind) }, pas: (s) => { a(s).eind = eind; } });
    regels(`${n}`, arrangement.inzet, (s) => a(s).inzet);
  }
  regels('R', scenario.regionaal ?? [], (s) => s.regionaal ?? []);

  const verdeling = verdelingVan(scenario);
  if (!isFormule(verdeling.sleutel)) {
    const gewichten = { leerlingen: 0.25, jeugdigen: 0.15, kosten: 0.6 };
    lijst.push({
      soort: 'Gewicht',
      invoer: Object.fromEntries([...werkmap.namen.keys()].filter((naam) => naam.startsWith('Gewicht_')).map((naam) => [naam, (gewichten as Record<string, number>)[naam.slice('Gewicht_'.length)] ?? 0])),
      pas: (s) => { s.verdeling = { ...verdelingVan(s), sleutel: gewichten }; },
    });
  }
  lijst.push({
    soort: 'Ingroei', invoer: Object.fromEntries(jaren.map((jaar, y) => [`Ingroei_${jaar}`, Math.min(1, 0.2 + 0.1 * y)])),
    pas: (s) => { s.verdeling = { ...verdelingVan(s), ingroei: { ...verdelingVan(s).ingroei, aandeel: jaren.map((_, y) => Math.min(1, 0.2 + 0.1 * y)) } }; },
  });
  if (verdeling.ingroei?.maximumPerInwoner !== undefined) {
    lijst.push({ soort: 'IngroeiMaximum', invoer: Object.fromEntries(jaren.map((jaar) => [`IngroeiMaximum_${jaar}`, 0.75])), pas: (s) => { (verdelingVan(s).ingroei as Ingroei).maximumPerInwoner = jaren.map(() => 0.75); } });
  }
  if (werkmap.namen.has('BijdragePerLeerling')) lijst.push({ soort: 'BijdragePerLeerling', invoer: { BijdragePerLeerling: 777 }, pas: (s) => { s.bijdragePerLeerling = 777; } });
  lijst.push({ soort: 'Disconteringsvoet', invoer: { Disconteringsvoet: 0.045 }, pas: (_, p) => { p.uitgangspunten.disconteringsvoet = 0.045; } });
  const meting = uitstroomMetingVan(u) === 'peildatum' ? 'startmaand' : 'peildatum';
  lijst.push({ soort: 'Uitstroommeting', invoer: { Uitstroommeting: meting }, pas: (_, p) => { p.uitgangspunten.uitstroomMeting = meting; } });

  const laatste = new Map(lijst.map((w) => [Object.keys(w.invoer)[0], w]));
  const alles = [...laatste.values()];
  lijst.push({ soort: 'alles tegelijk', invoer: Object.assign({}, ...alles.map((w) => w.invoer)) as Wijziging['invoer'], pas: (s, p) => { for (const w of alles) w.pas(s, p); } });
  return lijst.map(({ soort, invoer, pas }) => ({ soort, invoer, project: gewijzigd(project, id, pas) }));

  function regels(n: string, bron: readonly Inzetregel[], van: (s: VolledigScenario) => Inzetregel[]): void {
    for (const [m, regel] of bron.entries()) {
      if (bron.findIndex((eerste) => eerste.soort === regel.soort) < m) continue;
      const hier = (s: VolledigScenario): Inzetregel => van(s)[m] as Inzetregel;
      if (regel.soort !== 'perLeerling') lijst.push({ soort: `Aantal ${regel.soort}`, invoer: { [`Aantal_${n}_${m + 1}`]: 1.75 }, pas: (s) => { hier(s).aantal = 1.75; } });
      lijst.push({ soort: `Bedrag ${regel.soort}`, invoer: { [`Bedrag_${n}_${m + 1}`]: 43_210 }, pas: (s) => { hier(s).bedrag = 43_210; } });
    }
  }
}
