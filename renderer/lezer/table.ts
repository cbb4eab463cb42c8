/** A part of the catalogue as text for the clipboard: whole euros, hidden cells marked as such. */
import { KOLOM, kostenkolom } from '../../models/bescherming/catalogus.ts';
import type { ChartTable } from '../charts/contents.ts';
import type { CatalogueTable, Kolom } from './holds.ts';
import { VERBORGEN, type Published } from './published.ts';

const KOLOMNAAM: Record<Exclude<Kolom, 'kosten'>, string> = { leerlingen: 'Leerlingen', jeugdigen: 'Jeugdigen', nulscenario: 'Nulscenario', bijdrage: 'Bijdrage', effect: 'Effect' };
const KOP = { scholen: 'School', gemeenten: 'Gemeente', regio: 'Regio' } as const;

interface Heading { title: string; kolom: string; jaar?: number; scenario?: string }

export function catalogueText(p: Published, { tabel, kolommen, scenarios, perProduct = false }: CatalogueTable): ChartTable {
  const all = p.columns(tabel);
  const wanted = kolommen.flatMap((k): { kolom: string; naam: string }[] =>
    k === 'kosten' ? all.filter((kolom) => kolom.startsWith(kostenkolom(''))).map((kolom) => ({ kolom, naam: `Kosten ${kolom.slice(kostenkolom('').length)}` })) : all.includes(k) ? [{ kolom: k, naam: KOLOMNAAM[k] }] : []);
  const headings = wanted.flatMap(({ kolom, naam }): Heading[] => {
    const cells = p.cijfers.tabellen[tabel].filter((c) => c.kolom === kolom);
    // Some rows are only published for all years together.
    const yearsOf = (scenario: string | undefined): (number | undefined)[] => [...p.years, ...(cells.some((c) => c.jaar === undefined && c.scenario === scenario) ? [undefined] : [])];
    const perYear = (scenario: string | undefined): Heading[] =>
      yearsOf(scenario).map((jaar) => ({ title: `${naam} ${jaar ?? 'alle jaren'}${scenario !== undefined && scenarios.length > 1 ? `, ${p.scenarioNaam(scenario)}` : ''} (€${kolom === KOLOM.effect ? ', − is voordelig' : ''})`, kolom, ...(jaar !== undefined && { jaar }), ...(scenario !== undefined && { scenario }) }));
    if (cells.every((c) => c.soort === 'aantal')) return [{ title: naam, kolom }];
    return [...(cells.some((c) => c.scenario === undefined) ? perYear(undefined) : []), ...scenarios.filter((s) => cells.some((c) => c.scenario === s)).flatMap((s) => perYear(s))];
  });
  const rows = p.rows(tabel).filter((rij) => tabel !== 'regio' || rij.startsWith('product ') === perProduct);
  return {
    columns: [perProduct ? 'Product' : KOP[tabel], ...headings.map((h) => h.title)],
    rows: rows.map((rij) => [p.naam(tabel, rij), ...headings.map((h) => {
      const cell = p.cell(tabel, rij, h.kolom, h.jaar, h.scenario);
      return cell === undefined ? '' : cell.waarde === null ? VERBORGEN : String(Math.round(cell.waarde) + 0);
    })]),
  };
}
