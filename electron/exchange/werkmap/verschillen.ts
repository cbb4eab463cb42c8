/** Holds a workbook that came back against the one that was made: which input cells say something else, and what was changed outside them. */
import type { Eenheid } from '../../../models/contract/voorstel.ts';
import { kolomletters, REEKSKOLOM, type Waarde } from '../../../templates/voorstel/formule.ts';
import type { Formaat, Stijl } from '../../../templates/voorstel/opmaak.ts';
import type { Blad, Invoerdoel, Werkmap } from '../../../templates/voorstel/werkmap.ts';
import type { GelezenCel, GelezenWerkmap } from './lezen.ts';

export interface Invoerwijziging { doel: Invoerdoel; van: number | string; naar: number | string; eenheid: Eenheid | undefined }

/** What the format of a cell says of its number. */
const EENHEID: Partial<Record<Formaat, Eenheid>> = { aandeel: 'aandeel', procent: 'aandeel', euro: 'euro', euroCent: 'euro', datum: 'datum' };
const eenheidVan = (stijl: Stijl | undefined): Eenheid | undefined => stijl && EENHEID[stijl.split('.')[1] as Formaat];
export interface Werkmapverschillen { invoer: Invoerwijziging[]; buitenInvoer: string[] }

/** Other programs keep 15 digits of a number. */
const gelijkGetal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
const gelijkeWaarde = (a: Waarde, b: GelezenCel['waarde']): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return gelijkGetal(a, b);
  return a === b || (a === '' && b === null) || (typeof a === 'string' && typeof b === 'string' && a.toWellFormed().replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n'));
};
/** Spaces and letter case that a program may change in a formula, outside of texts. */
const kaal = (formule: string): string => formule.split(/("(?:[^"]|"")*")/).map((deel, i) => (i % 2 === 1 ? deel : deel.replace(/\s+/g, '').toUpperCase())).join('');

/**
 * @param gemaakt the workbook as the program makes it now from the same project and scenario
 * @param zonder sheets that say how and when it was made, which are not compared
 */
export function verschillenMet(gemaakt: Werkmap, gelezen: GelezenWerkmap, zonder: ReadonlySet<string>): Werkmapverschillen {
  const invoer: Invoerwijziging[] = [];
  const buitenInvoer: string[] = [];
  for (const blad of gemaakt.bladen) {
    const cellen = gelezen.bladen.get(blad.naam);
    if (!cellen) buitenInvoer.push(`Blad ${blad.naam} ontbreekt.`);
    else if (!zonder.has(blad.naam)) vergelijkBlad(blad, cellen);
  }
  for (const naam of gelezen.bladen.keys()) if (!gemaakt.bladen.some((blad) => blad.naam === naam)) buitenInvoer.push(`Blad ${naam} is toegevoegd.`);
  return { invoer, buitenInvoer };

  function vergelijkBlad(blad: Blad, cellen: ReadonlyMap<string, GelezenCel>): void {
    const bekend = new Set<string>();
    for (const rij of blad.rijen) {
      if (!rij) continue;
      for (let k = 1; k <= Math.max(blad.laatsteKolom, rij.cellen.length - 1); k++) {
        const periode = rij.reeks && k >= REEKSKOLOM ? k - REEKSKOLOM : -1;
        const cel = rij.cellen[k];
        const regel = periode >= 0 ? rij.reeks?.invoer?.(periode) : cel?.invoer;
        const formule = periode >= 0 ? rij.reeks?.formule : cel?.formule;
        const adres = `${kolomletters(k)}${rij.nummer}`;
        bekend.add(adres);
        const hier = cellen.get(adres);
        const waar = `${blad.naam}!${adres}`;
        if (formule) {
          if (hier?.formule === undefined) buitenInvoer.push(`${waar}: de formule is vervangen door ${hier ? `“${String(hier.waarde)}”` : 'niets'}.`);
          else if (kaal(hier.formule) !== kaal(formule.tekst(periode, blad))) buitenInvoer.push(`${waar}: de formule is gewijzigd in =${hier.formule}.`);
        } else if (regel) vergelijkInvoer(regel.doel, eenheidVan((periode >= 0 ? rij.reeks : cel)?.stijl), rij.waardeIn(k), hier, waar);
        else if (hier?.formule !== undefined) buitenInvoer.push(`${waar}: er staat nu een formule, =${hier.formule}.`);
        else if (!gelijkeWaarde(rij.waardeIn(k), hier?.waarde ?? null)) buitenInvoer.push(`${waar}: “${String(rij.waardeIn(k)).slice(0, 80)}” is gewijzigd in “${String(hier?.waarde ?? '').slice(0, 80)}”.`);
      }
    }
    for (const [adres, cel] of cellen) if (!bekend.has(adres) && ((cel.waarde ?? '') !== '' || cel.formule !== undefined)) buitenInvoer.push(`${blad.naam}!${adres}: toegevoegd, “${String(cel.waarde).slice(0, 80)}”.`);
  }

  function vergelijkInvoer(doel: Invoerdoel, eenheid: Eenheid | undefined, was: Waarde, hier: GelezenCel | undefined, waar: string): void {
    const nu = hier?.waarde ?? '';
    if (gelijkeWaarde(was, nu)) return;
    if (doel.weergave) return;
    const soort = typeof was === 'number' || eenheid !== undefined ? 'number' : typeof nu;
    if (hier?.fout || typeof nu === 'boolean' || (nu !== '' && typeof nu !== soort)) buitenInvoer.push(`${waar} (${doel.plaats}): “${String(nu)}” is hier geen geldige invoer.`);
    else invoer.push({ doel, van: was as number | string, naar: nu, eenheid: doel.eenheid ?? eenheid });
  }
}
