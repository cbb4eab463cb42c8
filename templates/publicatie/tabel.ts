/** The figures of the catalogue as rows of a sheet: values, marked as such, or what the workbook makes of them. */
import { KOLOM } from '../../models/bescherming/catalogus.ts';
import type { Formaat } from '../voorstel/opmaak.ts';
import { REEKSKOLOM, sum, type Waarde } from '../voorstel/formule.ts';
import type { Blad, Inhoud, Kop, Reeks, Rij, Sectie, Werkmap } from '../voorstel/werkmap.ts';
import { isCijfer, MERKUITLEG, type Catalogus } from './gegevens.ts';

export const VASTE_WAARDEN = `Vaste waarden van het programma: zij volgen wijzigingen in deze werkmap niet. ${MERKUITLEG}`;
export const REKENT_MEE = `Deze cijfers volgen de gele cellen op Uitgangspunten en Arrangementen, zover wat gepubliceerd is dat toelaat. ${MERKUITLEG}`;

const KOPPEN = { naam: '', code: '' } as const;
/** The column of the sum exists where that is all that was published of some rows. */
type Jaarkolom = 'naam' | 'code' | 'waarde';
const AANTALKOPPEN = { naam: '', code: '', leerlingen: ['Leerlingen', 'geheel'], jeugdigen: ['Jeugdigen', 'geheel'] } as const;
/** Every sheet with figures per row and year is laid out alike. */
const BREEDTES = [46, 16, 12, 12, 1, 1, 1, 1, 1] as const;

export const cijferblad = (werkmap: Werkmap, catalogus: Catalogus, naam: string, titel: string, uitleg = VASTE_WAARDEN, breedtes: readonly number[] = BREEDTES): Blad =>
  werkmap.jaarblad({ naam, titel, uitleg, breedtes: catalogus.jarenSamen ? [...breedtes.slice(0, -1), 16] : breedtes, koppen: KOPPEN, vasteKolommen: 1 });

/** A part of a sheet for figures per year, with a column for the sum where the publication needs it. */
export const jaarsectie = (blad: Blad, catalogus: Catalogus, titel: string, formaat: Formaat, uitleg?: string): Sectie<Jaarkolom> =>
  blad.sectie<Jaarkolom>(titel, catalogus.jarenSamen ? { ...KOPPEN, waarde: ['Alle jaren', formaat] } : (KOPPEN as unknown as Record<Jaarkolom, Kop>), uitleg);
/** A row of it. @param samen what was published of all years together, if only that was */
export function jaarrij(sectie: Sectie<Jaarkolom>, catalogus: Catalogus, labels: { naam: string; code?: string }, reeks: Reeks, samen: Waarde | undefined): Rij<Jaarkolom> {
  const rij = sectie.rij(labels, reeks);
  if (catalogus.jarenSamen) {
    const alle = reeks.formule !== undefined || reeks.waarden?.every(isCijfer);
    sectie.vul(rij, 'waarde', alle ? { formule: sum(rij.alleJaren), formaat: reeks.formaat } : { waarde: samen ?? rij.waardeIn(REEKSKOLOM), nadruk: isCijfer(samen) ? 'gewoon' : 'verborgen' });
  }
  return rij;
}

/** Pupils and jeugdigen, a row per school or gemeente. */
export function aantallen(blad: Blad, catalogus: Catalogus, tabel: 'scholen' | 'gemeenten', uitleg?: string): Rij<keyof typeof AANTALKOPPEN>[] {
  const sectie = blad.sectie('Leerlingen en jeugdigen met jeugdhulp', AANTALKOPPEN, uitleg);
  for (const rij of catalogus.rijen(tabel)) {
    const aantal = (kolom: string): Inhoud => {
      const waarde = catalogus.aantal(tabel, rij, kolom) ?? '';
      return isCijfer(waarde) ? waarde : { waarde, nadruk: 'verborgen' };
    };
    sectie.rij({ naam: catalogus.naam(tabel, rij), code: tabel === 'gemeenten' ? rij : '', leerlingen: aantal(KOLOM.leerlingen), jeugdigen: aantal(KOLOM.jeugdigen) });
  }
  return sectie.rijen;
}

/** Published figures, or the marks in their place. */
export const waarden = (reeks: readonly (Waarde | undefined)[], formaat: Formaat): Reeks => ({ waarden: reeks, formaat, ...(!reeks.every(isCijfer) && { nadruk: 'verborgen' }) });

/**
 * One column of the catalogue per year: a row for every school or gemeente, in the same order each time, so that one place in the list finds all of them.
 * @param reeksVan what stands in a row; default the figures as they were published
 */
export function perJaarTabel(blad: Blad, catalogus: Catalogus, tabel: 'scholen' | 'gemeenten', kolom: string, titel: string, formaat: Formaat, uitleg?: string, reeksVan?: (rij: string) => Reeks | undefined): Rij<string>[] {
  const sectie = jaarsectie(blad, catalogus, titel, formaat, uitleg);
  for (const rij of catalogus.rijen(tabel)) jaarrij(sectie, catalogus, { naam: catalogus.naam(tabel, rij), code: tabel === 'gemeenten' ? rij : '' }, reeksVan?.(rij) ?? waarden(catalogus.reeks(tabel, rij, kolom), formaat), catalogus.samen(tabel, rij, kolom));
  return sectie.rijen as unknown as Rij<string>[];
}
