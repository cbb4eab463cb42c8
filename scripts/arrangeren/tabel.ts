/** Tables and figures for people who read them in a terminal: Dutch notation, aligned, a true minus. */

const HEEL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0, useGrouping: true });
const CENTEN = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const metMin = (tekst: string): string => (tekst.startsWith('-') ? (/[1-9]/.test(tekst) ? `−${tekst.slice(1)}` : tekst.slice(1)) : tekst);

/** Whole number or euros without cents: `1.234.567`, `−12`. */
export const heel = (getal: number): string => metMin(HEEL.format(getal));
/** Euros and cents: `1.234,56`. */
export const centen = (getal: number): string => metMin(CENTEN.format(getal));
/** An effect on cost in whole euros, with its letter and sign: `V −12.345` is cheaper (voordelig), `N +12.345` dearer (nadelig). */
export function effect(getal: number): string {
  const tekst = heel(getal);
  if (tekst === '0') return '0';
  return getal < 0 ? `V ${tekst}` : `N +${tekst}`;
}

/** A table: the first row is the heading, the first `links` columns are text, the others are figures. A null row is a line. */
export function tabel(rijen: readonly (readonly string[] | null)[], links = 1): string {
  const breedten: number[] = [];
  for (const rij of rijen) rij?.forEach((cel, i) => (breedten[i] = Math.max(breedten[i] ?? 0, cel.length)));
  const lijn = '─'.repeat(breedten.reduce((som, breedte) => som + breedte + 2, -2));
  const opBreedte = (cel: string, i: number): string => (i < links ? cel.padEnd(breedten[i] ?? 0) : cel.padStart(breedten[i] ?? 0));
  return rijen.map((rij) => (rij === null ? lijn : rij.map(opBreedte).join('  ').trimEnd())).join('\n');
}
