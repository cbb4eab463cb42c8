/** Rows that count name only schools, gemeenten and products that the project has: the calculation relies on it, so no change may end otherwise. */
import { Opslagfout } from './fouten.ts';
import { leesLijst } from './onderdelen.ts';
import type { Leesdb } from './verbinding.ts';

/** Whether an entry may have broken it: it took a name away, or put rows in use. */
const RAAKT = `SELECT 1 FROM beeld WHERE log = ? AND (
  (tabel = 'deel' AND na ->> 'actief' = 1) OR
  (tabel = 'onderdeel' AND voor ->> 'lijst' IN ('scholen', 'gemeenten', 'producten') AND voor ->> 'inhoud' IS NOT na ->> 'inhoud')
) LIMIT 1`;

/** @throws Opslagfout `onbekend`, naming what is missing, when entry `log` would leave rows without their school, gemeente or product */
export function controleerVerwijzingen(db: Leesdb, log: number): void {
  if (!db.prepare(RAAKT).get(log)) return;
  const genoemd = (kolom: 'scholen' | 'producten'): string[] => db.prepare<[], string>(`SELECT DISTINCT j.value FROM deel, json_each(${kolom}) AS j WHERE actief = 1`).pluck().all();
  meldOntbrekend('School', 'scholen', genoemd('scholen'), leesLijst(db, 'scholen').map((s) => s.id));
  meldOntbrekend('Product', 'producten', genoemd('producten'), leesLijst(db, 'producten').map((p) => p.code));
  const gemeenten = db.prepare<[], string>(`SELECT DISTINCT gemeente FROM deel WHERE actief = 1 AND rijen > 0 AND gemeente <> ''`).pluck().all();
  meldOntbrekend('Gemeente', 'gemeenten', gemeenten, leesLijst(db, 'gemeenten').map((g) => g.code));
}

function meldOntbrekend(wat: string, lijst: string, genoemd: readonly string[], bekend: readonly string[]): void {
  const aanwezig = new Set(bekend);
  const ontbreekt = genoemd.filter((naam) => !aanwezig.has(naam)).sort();
  if (ontbreekt.length === 0) return;
  const namen = ontbreekt.slice(0, 5).join(', ') + (ontbreekt.length > 5 ? ` en ${ontbreekt.length - 5} andere` : '');
  const een = ontbreekt.length === 1;
  throw new Opslagfout('onbekend', `${wat} ${namen} ${een ? 'komt' : 'komen'} voor in geladen rijen, maar ${een ? 'staat' : 'staan'} niet bij de ${lijst}. Vul de ${lijst} aan of maak eerst de levering ongedaan.`);
}
