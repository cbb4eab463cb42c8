/** The sheet Controle catches what it should: each check is made to fail once, by overwriting a formula or by an input that cannot be right. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leesWerkmap } from '../../electron/exchange/werkmap/lezen.ts';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import type { Project } from '../../models/project/types.ts';
import { dagnummer } from '../../templates/voorstel/opzet.ts';
import { kolomletters, REEKSKOLOM } from '../../templates/voorstel/formule.ts';
import type { Rij, Werkmap } from '../../templates/voorstel/werkmap.ts';
import { bouw } from './hulp/bouw.ts';
import { metGroepen } from './hulp/groepen.ts';
import { overschrijf, vulIn } from './hulp/invullen.ts';
import { heeftLibreOffice, herreken, ZONDER_LIBREOFFICE } from '../../scripts/libreoffice.ts';

const lees = (naam: string): Project => metGroepen(JSON.parse(readFileSync(new URL(`../cases/${naam}.json`, import.meta.url), 'utf8')) as Project);
/** Every check that stands on the sheet. */
const controlesVan = (werkmap: Werkmap): string[] => {
  const namen = werkmap.bladen.find((b) => b.naam === 'Controle')?.rijen.flatMap((rij) => (rij?.cellen[3]?.formule ? [String(rij.cellen[1]?.waarde)] : [])) ?? [];
  return namen.slice(0, namen.indexOf('Alle controles'));
};
/** One check for each key or arrangement of the same kind counts as one. */
const soortVan = (naam: string): string => naam.replace(/^(Gewichten: Eigen sleutel|Verdeling van het bestaande arrangement).*/, '$1');
/** Those that were seen to fail. */
const geslagen = new Set<string>();
const opBlad = new Set<string>();

/** The first row of a sheet with these texts in its first columns ('' = whatever). */
function vind(werkmap: Werkmap, blad: string, ...teksten: string[]): Rij<string> {
  const rij = werkmap.bladen.find((b) => b.naam === blad)?.rijen.find((r) => r?.reeks?.formule && teksten.every((tekst, k) => tekst === '' || r.cellen[k + 1]?.waarde === tekst));
  if (!rij) throw new Error(`${blad} heeft geen rij ${teksten.join(' | ')}`);
  return rij;
}

describe.skipIf(!heeftLibreOffice)(`controles slaan aan${ZONDER_LIBREOFFICE}`, () => {
  it('elke controle een keer, en het totaal op Besluit ook', async () => {
    const project = lees('aggregaat');
    const { werkmap } = await bouw(project, 'sc2');
    const bytes = await werkmapBytes(werkmap);
    const anders = (rij: Rij<string>): Uint8Array => overschrijf(bytes, werkmap, rij, REEKSKOLOM + 2, Number(rij.waardeIn(REEKSKOLOM + 2)) + 5);
    const eersteGemeente = (project.gemeenten[0] as Project['gemeenten'][number]).naam;
    const gevallen: [controle: string, bestand: Uint8Array][] = [
      ['Bijdragen dekken de kosten', anders(vind(werkmap, 'Verdeling', '', 'Bijdrage'))],
      ['Hele euro’s tellen op', anders(vind(werkmap, 'Verdeling', '', 'Bijdrage in hele euro’s'))],
      ['Effect langs twee wegen', anders(vind(werkmap, 'Begroting', '', 'Effect', ''))],
      ['Effect op de drager gemeenten', anders(vind(werkmap, 'Begroting', 'Gemeenten', 'Effect'))],
      ['Individuele zorg op scholen met een arrangement', anders(vind(werkmap, 'Berekening', 'I individueel'))],
      ['Totalen per samenwerkingsverband', anders(vind(werkmap, 'Begroting', 'SWV 2302 PO', 'Effect'))],
      ['Totalen per schoolbestuur', anders(vind(werkmap, 'Begroting', 'Stichting Noord', 'Effect'))],
      ['Totalen per deelregio', anders(vind(werkmap, 'Begroting', 'Noord', 'Effect'))],
      ['Regels per taakveld', anders(vind(werkmap, 'Begroting', eersteGemeente, 'Verschil'))],
      ['Uw gemeente', anders(vind(werkmap, 'Uw gemeente', 'De lasten te wijzigen, structureel'))],
      ['Ingroei verschuift alleen', anders(vind(werkmap, 'Verdeling', '', 'Verschuiving door ingroei'))],
      ['Gewichten: Verdeling van de bijdragen', vulIn(bytes, werkmap, { Gewicht_kosten: 0.9 })],
      ['Gewichten: Ingroei: waar vandaan wordt gegroeid', vulIn(bytes, werkmap, { GewichtVan_kosten: 0.9 })],
    ];
    const na = await herreken([bytes, ...gevallen.map(([, bestand]) => bestand)]);
    const stand = (bestand: Uint8Array): { per: Map<string, unknown>; totaal: unknown } => {
      const { bladen, namen } = leesWerkmap(bestand);
      const cellen = bladen.get('Controle') as NonNullable<ReturnType<typeof bladen.get>>;
      const per = new Map<string, unknown>();
      for (const rij of werkmap.bladen.find((b) => b.naam === 'Controle')?.rijen ?? []) if (rij) per.set(String(rij.cellen[1]?.waarde), cellen.get(`${kolomletters(4)}${rij.nummer}`)?.waarde);
      const plek = namen.get('Controle') as { blad: string; cel: string };
      return { per, totaal: bladen.get(plek.blad)?.get(plek.cel)?.waarde };
    };
    expect(stand(na[0] as Uint8Array).totaal).toBe('OK');
    controlesVan(werkmap).forEach((naam) => opBlad.add(naam));
    for (const [i, [controle]] of gevallen.entries()) {
      const { per, totaal } = stand(na[i + 1] as Uint8Array);
      expect({ controle, stand: per.get(controle), totaal }).toEqual({ controle, stand: 'verschil', totaal: 'let op' });
      geslagen.add(controle);
    }
    // A changed input is no error, but it does say that the workbook no longer is what the program made.
    const [gewijzigd] = await herreken([vulIn(bytes, werkmap, { Realisatie_1: 0.5 })]);
    expect(stand(gewijzigd as Uint8Array)).toMatchObject({ totaal: 'OK' });
    expect(stand(gewijzigd as Uint8Array).per.get('Uitgangspunten')).toBe('gewijzigd');
    expect(stand(na[0] as Uint8Array).per.get('Uitgangspunten')).toBe('ongewijzigd');
  });

  it('dekking en eigen verdeling', async () => {
    const project = lees('aggregaat');
    const { werkmap } = await bouw(project, 'sc2');
    const bytes = await werkmapBytes(werkmap);
    const eerste = (sectie: string): { rij: Rij<string>; kolom: number } => {
      const blad = werkmap.bladen.find((b) => b.naam === 'Arrangementen') as Werkmap['bladen'][number];
      const kop = blad.rijen.findIndex((r) => r?.cellen[1]?.waarde === sectie);
      const rij = blad.rijen.slice(kop + 1).find((r) => r?.cellen.some((c) => c?.invoer)) as Rij<string>;
      return { rij, kolom: rij.cellen.findLastIndex((c) => c?.invoer?.soort === 'getal') };
    };
    const zet = (sectie: string): Uint8Array => typ(eerste(sectie));
    const typ = ({ rij, kolom }: { rij: Rij<string>; kolom: number }): Uint8Array => {
      const naam = `Proef_${rij.nummer}_${kolom}`;
      werkmap.namen.set(naam, { rij, kolom });
      const uit = vulIn(bytes, werkmap, { [naam]: 0.33 });
      werkmap.namen.delete(naam);
      return uit;
    };
    const eigen = werkmap.bladen.find((b) => b.naam === 'Uitgangspunten')?.rijen.find((r) => String(r?.cellen[1]?.waarde).startsWith('Eigen sleutel: ') && r?.cellen.some((c) => c?.invoer)) as Rij<string>;
    const gevallen: [string, Uint8Array][] = [
      [`Gewichten: ${String(eigen.cellen[1]?.waarde)}`, typ({ rij: eigen, kolom: eigen.cellen.findIndex((c) => c?.invoer) })],
      ['Dekking van kostenregels', zet('Kostenregels')], ['Dekking van bestaande arrangementen', zet('Bestaande arrangementen')],
      [`Verdeling van het bestaande arrangement van ${project.scholen.find((s) => s.id === 's2')?.naam ?? ''}`, zet('Eigen verdeling van bestaande arrangementen')],
    ];
    const na = await herreken(gevallen.map(([, bestand]) => bestand));
    for (const [i, [controle]] of gevallen.entries()) {
      const cellen = leesWerkmap(na[i] as Uint8Array).bladen.get('Controle') as NonNullable<ReturnType<ReturnType<typeof leesWerkmap>['bladen']['get']>>;
      const rij = werkmap.bladen.find((b) => b.naam === 'Controle')?.rijen.find((r) => r?.cellen[1]?.waarde === controle);
      expect(cellen.get(`D${rij?.nummer ?? 0}`)?.waarde, controle).toBe('verschil');
      geslagen.add(controle);
    }
  });

  it('een start in een maand waarin niets liep om de uitstroom aan te meten', async () => {
    const project = lees('klein');
    // Nothing runs on 1 March 2025, everything on 1 August 2025.
    for (const indicatie of project.indicaties) indicatie.start = '2025-06-15';
    const { werkmap } = await bouw(project, 'a');
    controlesVan(werkmap).forEach((naam) => opBlad.add(naam));
    const bytes = await werkmapBytes(werkmap);
    const na = await herreken([bytes, vulIn(bytes, werkmap, { Start_1: dagnummer('2027-03-01') })]);
    const rij = werkmap.bladen.find((b) => b.naam === 'Controle')?.rijen.find((r) => r?.cellen[1]?.waarde === 'Uitstroom is gemeten');
    const stand = (bestand: Uint8Array): unknown[] => {
      const { bladen, namen } = leesWerkmap(bestand);
      const totaal = namen.get('Controle') as { blad: string; cel: string };
      return [bladen.get('Controle')?.get(`D${rij?.nummer ?? 0}`)?.waarde, bladen.get(totaal.blad)?.get(totaal.cel)?.waarde];
    };
    expect(stand(na[0] as Uint8Array)).toEqual(['OK', 'OK']);
    const [hier, totaal] = stand(na[1] as Uint8Array);
    expect(hier).toBe('verschil');
    expect(totaal).not.toBe('OK');
    geslagen.add('Uitstroom is gemeten');
  });

  it('geen controle staat op het blad die nooit is gezien te falen', () => {
    expect(opBlad.size).toBeGreaterThan(14);
    expect([...opBlad].map(soortVan).filter((soort) => ![...geslagen].map(soortVan).includes(soort))).toEqual([]);
  });
});
