/** Totals per samenwerkingsverband, schoolbestuur and deelregio on sheet Begroting: with whom an agreement is discussed (the OOGO is held with each samenwerkingsverband). */
import type { Gemeente, School } from '../../models/project/types.ts';
import { add, sumIfs, type Formule } from './formule.ts';
import { kolom, perJaar, type Blad, type Rij, type Werkmap } from './werkmap.ts';

export const GROEPSOORTEN = {
  samenwerkingsverband: { titel: 'Per samenwerkingsverband', kop: 'Samenwerkingsverband', prefix: 'Samenwerkingsverband' },
  bestuur: { titel: 'Per schoolbestuur', kop: 'Schoolbestuur', prefix: 'Schoolbestuur' },
  deelregio: { titel: 'Per deelregio', kop: 'Deelregio', prefix: 'Deelregio' },
} as const;
export type Groepsoort = keyof typeof GROEPSOORTEN;
const NERGENS = 'niet ingevuld';

/** Groups in order of first appearance, what belongs nowhere last; each member's number, from 1. Undefined where nobody belongs to any. */
export interface Groepen { namen: string[]; nummer(lid: School | Gemeente): number }
export function groepenVan(leden: readonly (School | Gemeente)[], soort: Groepsoort): Groepen | undefined {
  const naamVan = (lid: School | Gemeente): string => (lid as Partial<Record<Groepsoort, string>>)[soort]?.trim() ?? '';
  const namen = [...new Set(leden.map(naamVan))].sort((a, b) => Number(a === '') - Number(b === ''));
  return namen.every((naam) => naam === '') ? undefined : { namen: namen.map((naam) => naam || NERGENS), nummer: (lid) => namen.indexOf(naamVan(lid)) + 1 };
}

/** Rows of schools or gemeenten with the number of their group beside them, adjoining. */
export type Groepsrijen = readonly Rij<Groepsoort>[];

/**
 * One table per kind of group. @param regionaal effect of what belongs to no school, where there is any
 * @returns the row with the effect of all groups, and of the region, together
 */
export function maakGroepstabel(werkmap: Werkmap, blad: Blad, soort: Groepsoort, groepen: Groepen, nul: Groepsrijen, effect: Groepsrijen, regionaal: Rij<string> | undefined): Rij<string> {
  const { titel, kop, prefix } = GROEPSOORTEN[soort];
  const lijst = blad.sectie(titel, { naam: kop, post: 'Post', leeg: '', waarde: ['Nummer', 'nummer'] }, `Deel van gemeenten, in euro’s van het jaar zelf.${regionaal ? ' Regionale kosten horen bij geen school.' : ''}`);
  type Lijstrij = (typeof lijst)['rijen'][number];
  const som = (rijen: Groepsrijen, zelf: Lijstrij): Formule | undefined => (rijen.length === 0 ? undefined : sumIfs(perJaar(rijen as unknown as Rij<string>[]), [kolom(rijen, soort), zelf.cel('waarde')]));
  const rij = (naam: string, nummer: number, post: string, rijen: Groepsrijen, formaat: 'euro' | 'effect'): Lijstrij => lijst.rij({ naam, post, waarde: nummer }, (zelf) => {
    const formule = som(rijen, zelf);
    return formule ? { formule, formaat } : { waarden: werkmap.opzet.jaren.map(() => 0), formaat };
  });
  const effecten = groepen.namen.map((naam, i) => {
    const voor = rij(naam, i + 1, 'Nulscenario', nul, 'euro');
    const verschil = rij(naam, i + 1, 'Effect', effect, 'effect');
    lijst.rij({ naam, post: 'Scenario: nulscenario + effect', waarde: i + 1 }, { formule: add(voor.jaar, verschil.jaar), formaat: 'euro' });
    werkmap.noemJaren(`Effect${prefix}_${i + 1}`, verschil as unknown as Rij<string>);
    return verschil;
  });
  const [eerste, ...rest] = [...effecten.map((r) => r.jaar), ...(regionaal ? [lijst.rij({ naam: 'Regionale kosten', post: 'Effect' }, { formule: regionaal.jaar, formaat: 'effect' }).jaar] : [])];
  return lijst.rij({ naam: 'Samen', post: 'Effect' }, { formule: add(eerste as Formule, ...rest), formaat: 'effect' }, 'totaal') as unknown as Rij<string>;
}
