/** What a scenario assumes, as lines that can be held beside those of another: subject and value in words. */
import { aantalVan, deelnemersVan, dekkingVan, GEMEENTEN, indexenVan, ingroeiVanaf, isFormule, nietDeelnemersVan, opgeteldTotEen, overheadVan, uitstroomVan, verdelingVan, vervangtBestaandVan } from '../../models/project/standaard.ts';
import type { Inzetregel, Rente, Sleutel, VolledigScenario } from '../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';

const getal = (x: number, decimalen = 2): string => x.toLocaleString('nl-NL', { maximumFractionDigits: decimalen });
const procent = (x: number): string => `${getal(100 * x)}%`;
const euro = (x: number): string => `€ ${getal(x)}`;
const rentetekst = (rente: Rente | undefined): string => (rente === undefined ? '0%' : typeof rente === 'number' ? procent(rente) : Object.entries(rente).map(([jaar, waarde]) => `${jaar}: ${procent(waarde)}`).join(', '));
export const sleuteltekst = (sleutel: Sleutel): string => (isFormule(sleutel) ? sleutel.formule : Object.entries(opgeteldTotEen(sleutel)).map(([naam, gewicht]) => `${naam} ${procent(gewicht)}`).join(', '));
const dekkingtekst = (regel: Inzetregel): string => Object.entries(dekkingVan(regel)).filter(([code, deel]) => code !== GEMEENTEN || deel !== 1).map(([code, deel]) => `${code} ${procent(deel)}`).join(', ');
const regeltekst = (r: Inzetregel): string => [
  r.soort === 'perLeerling' ? `${euro(r.bedrag)} per leerling` : r.soort === 'fte' ? `${getal(aantalVan(r))} fte à ${euro(r.bedrag)}` : `${aantalVan(r) === 1 ? '' : `${getal(aantalVan(r))} × `}${euro(r.bedrag)}${r.soort === 'eenmalig' ? ' eenmalig' : ' per jaar'}`,
  overheadVan(r) === 0 ? '' : `overhead ${procent(overheadVan(r))}`, dekkingtekst(r), r.start ? `vanaf ${r.start}` : '', r.eind ? `tot en met ${r.eind}` : '', r.maand ? `in ${r.maand.slice(0, 7)}` : '', r.sleutel ? `verdeeld naar ${sleuteltekst(r.sleutel)}` : '',
].filter((deel) => deel !== '').join(', ');

/** Value of a subject, the subject without which it means nothing, and whether it stands in cells of its own in a workbook that calculates. */
export interface Scenarioregel { waarde: string; hoortBij: string | undefined; rekent: boolean }

/** By subject, in the order of the scenario. */
export function scenarioregels(project: ProjectZonderRijen, scenario: VolledigScenario): Map<string, Scenarioregel> {
  const regels = new Map<string, Scenarioregel>();
  const zet = (onderwerp: string, waarde: string, hoortBij?: string, rekent = false): void => { regels.set(onderwerp, { waarde, hoortBij, rekent }); };
  const naam = (id: string): string => project.scholen.find((s) => s.id === id)?.naam ?? id;
  const inzet = (waar: string, lijst: readonly Inzetregel[], hoortBij?: string): void => lijst.forEach((r, i) => {
    const onderwerp = `${waar}: ${r.omschrijving}`;
    zet(regels.has(onderwerp) ? `${onderwerp} (regel ${i + 1})` : onderwerp, regeltekst(r), hoortBij, true);
  });
  for (const a of scenario.arrangementen) {
    const school = naam(a.school);
    const arrangement = `${school}: arrangement`;
    zet(arrangement, 'ja', undefined, true);
    zet(`${school}: start`, a.start, arrangement, true);
    if (a.eind) zet(`${school}: eind`, a.eind, arrangement, true);
    zet(`${school}: realisatie`, procent(a.realisatie), arrangement, true);
    const wijze = uitstroomVan(a);
    zet(`${school}: uitstroom`, wijze.wijze === 'lineair' ? `lineair over ${wijze.maanden} maanden` : wijze.wijze, arrangement, true);
    if (a.effectOverig) zet(`${school}: effect op overige zorg`, `${procent(a.effectOverig.aandeel)} in ${getal(a.effectOverig.jaren)} jaar`, arrangement);
    for (const [product, aandeel] of Object.entries(a.vervangbaar ?? {})) zet(`${school}: vervangbaar deel ${product}`, procent(aandeel), arrangement);
    if (vervangtBestaandVan(a)) zet(`${school}: bestaand arrangement`, 'wordt vervangen', arrangement);
    inzet(school, a.inzet, arrangement);
  }
  inzet('Regio', scenario.regionaal ?? []);
  const { bereik, sleutel, ingroei } = verdelingVan(scenario);
  zet('Verdeling over gemeenten', `per ${bereik}, ${sleuteltekst(sleutel)}`);
  if (ingroei) {
    const maximum = ingroei.maximumPerInwoner;
    zet('Ingroei', `${ingroei.aandeel.map(procent).join(', ')} vanaf ${sleuteltekst(ingroeiVanaf(ingroei))}${maximum === undefined ? '' : `, hoogstens ${[maximum].flat().map(euro).join(', ')} per inwoner`}`);
  }
  zet('Deelnemers', deelnemersVan(project, scenario).map((code) => project.gemeenten.find((g) => g.code === code)?.naam ?? code).join(', '));
  zet('Gemeenten die niet deelnemen', nietDeelnemersVan(scenario) === 'bijdragePerLeerling' ? `betalen ${euro(scenario.bijdragePerLeerling ?? 0)} per leerling` : nietDeelnemersVan(scenario));
  for (const [index, rente] of Object.entries(indexenVan(project, scenario))) zet(`Index ${index}`, rentetekst(rente), undefined, true);
  return regels;
}
