/** Everything that a scenario decides, as lines of text that can be laid side by side. */
import type { VolledigScenario } from '../../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../../models/contract/stand.ts';
import { aantalVan, deelnemersVan, effectOverigVan, indexVanRegel, overheadVan, uitstroomVan, verdelingVan, vervangtBestaandVan } from '../../../models/project/standaard.ts';
import { INDEXEN, type Inzetregel, type Rente } from '../../../models/project/types.ts';
import { formatEuro } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { formatPlain, formatShare } from '../../format/number.ts';
import { dekkingWoorden, INDEXWOORD, sleutelWoorden, uitstroomWoorden } from '../../help/words.ts';

const rente = (r: Rente | undefined): string => (r === undefined ? 'als project' : typeof r === 'number' ? formatShare(r) : Object.entries(r).map(([year, v]) => `${year}: ${formatShare(v)}`).join(', '));

function regel(project: ProjectZonderRijen, line: Inzetregel): string {
  const parts = [
    line.soort === 'fte' ? `${formatPlain(aantalVan(line))} fte × ${formatEuro(line.bedrag)}${overheadVan(line) === 0 ? '' : ` + ${formatShare(overheadVan(line))}`}`
      : line.soort === 'perLeerling' ? `${formatEuro(line.bedrag)} per leerling` : `${aantalVan(line) === 1 ? '' : `${formatPlain(aantalVan(line))} × `}${formatEuro(line.bedrag)}${line.soort === 'eenmalig' ? ' eenmalig' : ' per jaar'}`,
    ...(line.dekking ? [dekkingWoorden(project, line.dekking)] : []),
    ...(indexVanRegel(line) === 'loon' ? [] : [`index ${INDEXWOORD[indexVanRegel(line)]}`]),
    ...(line.start ? [`vanaf ${formatMonth(line.start)}`] : []),
    ...(line.eind ? [`tot en met ${formatMonth(line.eind)}`] : []),
    ...(line.maand ? [formatMonth(line.maand)] : []),
    ...(line.sleutel ? [`sleutel ${sleutelWoorden(line.sleutel)}`] : []),
  ];
  return parts.join('; ');
}

/** Label → value, in the order of reading. */
export function uitgangspuntenVan(project: ProjectZonderRijen, s: VolledigScenario): Map<string, string> {
  const lines = new Map<string, string>();
  for (const school of project.scholen) {
    const a = s.arrangementen.find((x) => x.school === school.id);
    lines.set(`${school.naam}: arrangement`, a ? 'ja' : 'nee');
    if (!a) continue;
    lines.set(`${school.naam}: start`, formatMonth(a.start));
    if (a.eind) lines.set(`${school.naam}: eind`, formatMonth(a.eind));
    lines.set(`${school.naam}: realisatie`, formatShare(a.realisatie));
    lines.set(`${school.naam}: uitstroom`, uitstroomWoorden(uitstroomVan(a)));
    const overig = effectOverigVan(a);
    if (overig.aandeel !== 0) lines.set(`${school.naam}: effect op de rest`, `${formatShare(overig.aandeel)} in ${formatPlain(overig.jaren)} jaar`);
    for (const [code, share] of Object.entries(a.vervangbaar ?? {})) lines.set(`${school.naam}: vervangbaar ${project.producten.find((p) => p.code === code)?.naam ?? code}`, formatShare(share));
    if (vervangtBestaandVan(a)) lines.set(`${school.naam}: vervangt bestaand`, 'ja');
    for (const line of a.inzet) lines.set(`${school.naam}: ${line.omschrijving}`, regel(project, line));
  }
  for (const line of s.regionaal ?? []) lines.set(`Regionaal: ${line.omschrijving}`, regel(project, line));
  const v = verdelingVan(s);
  lines.set('Verdelen', v.bereik === 'school' ? 'per school' : 'hele regio');
  lines.set('Sleutel', sleutelWoorden(v.sleutel));
  lines.set('Ingroei', v.ingroei ? v.ingroei.aandeel.map((x) => formatShare(x)).join(', ') : 'geen');
  const naam = new Map(project.gemeenten.map((g) => [g.code, g.naam]));
  lines.set('Deelnemers', deelnemersVan(project, s).map((c) => naam.get(c) ?? c).join(', '));
  lines.set('Leerlingen uit andere gemeenten', s.nietDeelnemers ?? 'individueel');
  if (s.bijdragePerLeerling !== undefined) lines.set('Bijdrage per leerling', formatEuro(s.bijdragePerLeerling));
  for (const name of INDEXEN) lines.set(`Index ${name}`, rente(s.indexen?.[name]));
  return lines;
}
