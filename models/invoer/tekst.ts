/** Small things about the raw cells of a file. */
import type { Cel } from './types.ts';

/**
 * A text of its own. Engines keep the whole piece of a file alive for the sake of one cell cut out of it,
 * so whatever outlives its row is copied first.
 */
export function losgemaakt(tekst: string): string {
  return staatLos(tekst) ? tekst : Array.from(tekst).join('');
}

/** Short pieces are copied by the engine itself. */
export const staatLos = (tekst: string): boolean => tekst.length < 13;

export const isLeeg = (cel: Cel | undefined): boolean => cel === null || cel === undefined || cel === '';

/** A cell as text, as far as it has one. */
export function celtekst(cel: Cel | undefined): string {
  if (cel === null || cel === undefined) return '';
  if (typeof cel === 'object') return 'datum' in cel ? cel.datum : cel.fout;
  return typeof cel === 'boolean' ? (cel ? 'waar' : 'onwaar') : String(cel);
}

/** Letters of a column as spreadsheets show them: 1 → A, 28 → AB. */
export function kolomletters(nummer: number): string {
  let letters = '';
  for (let n = nummer; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** Whether a name fits a pattern in which `*` stands for anything; case does not matter. */
export function past(patroon: string, naam: string): boolean {
  const delen = patroon.toLowerCase().split('*');
  const n = naam.toLowerCase();
  const eerste = delen[0] ?? '';
  if (delen.length === 1) return n === eerste;
  const laatste = delen.at(-1) ?? '';
  if (!n.startsWith(eerste) || !n.endsWith(laatste) || n.length < eerste.length + laatste.length) return false;
  let i = eerste.length;
  for (const deel of delen.slice(1, -1)) {
    const plek = n.indexOf(deel, i);
    if (plek < 0) return false;
    i = plek + deel.length;
  }
  return i <= n.length - laatste.length;
}
