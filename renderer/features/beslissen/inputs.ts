/** What can be searched: every number and month of a scenario that decides the outcome, grouped by where it stands. */
import type { Invoerkeuze } from '../../../models/beslissen/types.ts';
import { isVoorbereid, veldOp, zoekveld } from '../../../models/beslissen/veld.ts';
import type { ProjectZonderRijen } from '../../../models/contract/stand.ts';
import { INDEXEN, ONZEKERE_PARAMETERS, type Inzetregel, type VolledigScenario } from '../../../models/project/types.ts';
import { ONZEKER } from '../../help/words.ts';

export interface Input {
  label: string;
  invoer: Invoerkeuze;
  /** How a value of it is typed: what is shown = value × scale; a month is a date. */
  measure: { scale: number; unit: string } | 'month';
}
export interface Place { id: string; label: string; inputs: Input[] }

const SHARE = { scale: 100, unit: '%' };
const EURO = { scale: 1, unit: '€' };
const PLAIN = { scale: 1, unit: '' };

const field = (label: string, pad: string, measure: Input['measure']): Input => ({ label, invoer: { soort: 'veld', pad }, measure });

function ofLines(lines: readonly Inzetregel[], pad: string): Input[] {
  return lines.flatMap((r, k) => [
    ...(r.soort === 'fte' || r.aantal !== undefined ? [field(`${r.soort === 'fte' ? 'Aantal fte' : 'Aantal'}, ${r.omschrijving}`, `${pad}[${k}].aantal`, PLAIN)] : []),
    ...(r.bedrag === 0 ? [] : [field(`Bedrag, ${r.omschrijving}`, `${pad}[${k}].bedrag`, EURO)]),
    ...(r.soort === 'fte' ? [field(`Overhead, ${r.omschrijving}`, `${pad}[${k}].overhead`, SHARE)] : []),
  ]);
}

/** Measure of a parameter as the model writes it: times, months, percentage points. */
const parameterMeasure = (parameter: string): Input['measure'] => (parameter.endsWith('Delta') ? { scale: 100, unit: '%-punt' } : { scale: 1, unit: parameter === 'startvertraging' ? 'maanden' : '×' });

/** All places with something to search; what the data were prepared with is left out, for that takes the rows. */
export function placesOf(project: ProjectZonderRijen, scenario: VolledigScenario): Place[] {
  const places: Place[] = [
    { id: 'alle', label: 'Alle scholen', inputs: ONZEKERE_PARAMETERS.map((parameter): Input => ({ label: ONZEKER[parameter], invoer: { soort: 'parameter', parameter }, measure: parameterMeasure(parameter) })) },
    ...scenario.arrangementen.map((a): Place => {
      const pad = `arrangementen[${a.school}]`;
      return {
        id: `school ${a.school}`,
        label: project.scholen.find((s) => s.id === a.school)?.naam ?? a.school,
        inputs: [
          field('Start', `${pad}.start`, 'month'),
          ...(a.eind == null ? [] : [field('Einde', `${pad}.eind`, 'month')]),
          field('Realisatie', `${pad}.realisatie`, SHARE),
          ...(a.effectOverig ? [field('Effect op overige zorg', `${pad}.effectOverig.aandeel`, SHARE)] : []),
          ...ofLines(a.inzet, `${pad}.inzet`),
          ...(['vervangbaarFactor', 'uitstroomFactor'] as const).map((parameter): Input => ({ label: ONZEKER[parameter], invoer: { soort: 'parameter', parameter, school: a.school }, measure: parameterMeasure(parameter) })),
        ],
      };
    }),
    { id: 'regio', label: 'Regionale inzet', inputs: ofLines(scenario.regionaal ?? [], 'regionaal') },
    { id: 'producten', label: 'Vervangbaar per product', inputs: project.producten.map((p) => field(p.naam, `producten[${p.code}].vervangbaar`, SHARE)) },
    {
      id: 'indexen', label: 'Indexen en rente',
      inputs: [
        ...INDEXEN.map((name) => field(`Index ${name}`, `${scenario.indexen?.[name] === undefined ? 'uitgangspunten.' : ''}indexen.${name}`, SHARE)),
        field('Disconteringsvoet', 'uitgangspunten.disconteringsvoet', SHARE),
      ],
    },
    { id: 'deelnemers', label: 'Deelnemers', inputs: scenario.bijdragePerLeerling === undefined ? [] : [field('Bijdrage per leerling', 'bijdragePerLeerling', EURO)] },
  ];
  const canSearch = ({ invoer }: Input): boolean => invoer.soort === 'parameter' || inputAt(project, scenario, invoer.pad) !== undefined;
  return places.map((p) => ({ ...p, inputs: p.inputs.filter(canSearch) })).filter((p) => p.inputs.length > 0);
}

/** The input at any path of scenario or project, as it stands there; undefined where there is no number or month that can be searched here. */
export function inputAt(project: ProjectZonderRijen, scenario: VolledigScenario, pad: string): Input | undefined {
  const veld = veldOp(project, scenario, pad);
  const searched = veld && !isVoorbereid(pad) ? zoekveld(pad, veld.waarde) : undefined;
  return searched && field(pad, pad, searched.maand ? 'month' : PLAIN);
}
