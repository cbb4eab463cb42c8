/** A scenario with one thing changed, to ask in a meeting what that would do. Nothing of it is stored. */
import type { VolledigScenario } from '../../../../models/project/types.ts';
import { aantalVan } from '../../../../models/project/standaard.ts';

export type Knop = 'realisatie' | 'inzet' | 'vertraging';
/** `realisatie` 0..1 for every school; `inzet` × every structural amount of work; `vertraging` whole months that everything starts later. */
export interface WatAls { knop: Knop; waarde: number }

function later(date: string, months: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)}-01`;
}

export function watAls(scenario: VolledigScenario, { knop, waarde }: WatAls): VolledigScenario {
  switch (knop) {
    case 'realisatie': return { ...scenario, arrangementen: scenario.arrangementen.map((a) => ({ ...a, realisatie: waarde })) };
    case 'inzet': {
      const maal = <R extends VolledigScenario['arrangementen'][number]['inzet'][number]>(r: R): R => (r.soort === 'eenmalig' ? r : r.soort === 'perLeerling' ? { ...r, bedrag: r.bedrag * waarde } : { ...r, aantal: aantalVan(r) * waarde });
      return { ...scenario, arrangementen: scenario.arrangementen.map((a) => ({ ...a, inzet: a.inzet.map(maal) })), ...(scenario.regionaal && { regionaal: scenario.regionaal.map(maal) }) };
    }
    case 'vertraging': {
      const move = (date: string): string => later(date, waarde);
      const maal = <R extends VolledigScenario['arrangementen'][number]['inzet'][number]>(r: R): R => ({ ...r, ...(r.start !== undefined && { start: move(r.start) }), ...(r.maand !== undefined && { maand: move(r.maand) }) });
      return { ...scenario, arrangementen: scenario.arrangementen.map((a) => ({ ...a, start: move(a.start), inzet: a.inzet.map(maal) })), ...(scenario.regionaal && { regionaal: scenario.regionaal.map(maal) }) };
    }
  }
}

/** What the scenario itself has: one value, or undefined where schools differ. */
export function opgeslagen(scenario: VolledigScenario, knop: Knop): number | undefined {
  if (knop === 'inzet') return 1;
  if (knop === 'vertraging') return 0;
  const [first] = scenario.arrangementen;
  return first && scenario.arrangementen.every((a) => a.realisatie === first.realisatie) ? first.realisatie : undefined;
}
