/** The workbook for `klankbordgroep` and `openbaar`: it lives as far as it says it does, and holds nothing that was not published. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bouwPubliekeWerkmap, maakPublicatie } from '../../electron/service/publicatie.ts';
import { maakVoorstel } from '../../electron/service/voorstel.ts';
import { leesWerkmap } from '../../electron/exchange/werkmap/lezen.ts';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../models/bescherming/personen.ts';
import { publiceer } from '../../models/bescherming/publiceer.ts';
import type { Project } from '../../models/project/types.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { MERK } from '../../templates/publicatie/gegevens.ts';
import { bouwPublicatie } from '../../templates/publicatie/publicatie.ts';
import type { Werkmap } from '../../templates/voorstel/werkmap.ts';
import { heeftLibreOffice, herreken, ZONDER_LIBREOFFICE } from '../../scripts/libreoffice.ts';
import { regio } from '../hulp/regio.ts';
import { vulIn } from './hulp/invullen.ts';
import { hengelo } from '../hulp/hengelo.ts';

const LEZERS = ['klankbordgroep', 'openbaar'] as const;
const OPTIES = { moment: new Date('2026-10-01T12:00:00Z'), programma: 'test' };


/** One child costs more than all others at its school together, so that something must be hidden. */
const duurKind = (): Project => regio({
  jeugdigen: [[14, 9, 12], [11, 16, 8], [20, 7, 13], [9, 12, 18], [15, 11, 10]],
  kosten: (s, g, kind, p) => (s === 2 && g === 1 && kind === 0 && p === 1 ? 400_000 : 4000 + ((s * 7919 + g * 104_729 + kind * 1299 + p * 31) % 9000)),
});

/** Every number in a part: content of cells, formulas, names, texts and attributes alike. */
function getallenIn(bytes: Uint8Array): Map<string, number[]> {
  return new Map(Object.entries(unzipSync(bytes)).map(([naam, inhoud]) => [naam, (strFromU8(inhoud).match(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g) ?? []).map(Number)]));
}
/** An amount too particular to stand somewhere by chance. */
const eigenaardig = (x: number): boolean => Math.abs(x) > 3000 && x % 100 !== 0;

interface Gemaakt { bytes: Uint8Array; werkmap: Werkmap }
async function maak(project: Project, scenario: string, lezer: (typeof LEZERS)[number]): Promise<Gemaakt> {
  const gebouwd = await bouwPubliekeWerkmap(project, scenario, lezer, OPTIES);
  if (!gebouwd.ok) throw new Error(gebouwd.fouten.map(({ tekst }) => tekst).join('\n'));
  return { bytes: await werkmapBytes(gebouwd.werkmap), werkmap: gebouwd.werkmap };
}

/** What may not be in the file: amounts of a school and gemeente, and the true values of what is hidden. */
async function geheimen(project: Project, scenario: string): Promise<{ paren: number[]; verborgen: number[]; gepubliceerd: number[] }> {
  const voorbereiding = bereidVoor(project);
  const { cellen } = voorbereiding;
  const perPaar = new Map<string, number>();
  for (const [i, basis] of cellen.basis.entries()) {
    const paar = `${cellen.school[i]} ${cellen.gemeente[i]}`;
    perPaar.set(paar, (perPaar.get(paar) ?? 0) + basis);
  }
  const gerekend = await berekenVoorbereid(project, voorbereiding, { scenarios: [scenario] });
  if (!gerekend.ok) throw new Error('no calculation');
  const bronnen = { project, voorbereiding, berekening: gerekend.berekening, personen: telPersonen(project) };
  const [alles, deel] = [await publiceer(bronnen, 'intern'), await publiceer(bronnen, 'klankbordgroep')];
  if (!alles.ok || !deel.ok) throw new Error('no publication');
  const [open, uit] = [alles, deel].map(({ tabellen }) => Object.values(tabellen).flat()) as [typeof alles.tabellen.regio, typeof alles.tabellen.regio];
  const sleutel = (c: (typeof uit)[number]): string => JSON.stringify([c.rij, c.kolom, c.jaar, c.scenario, c.soort]);
  const getoond = new Set(uit.filter((c) => c.waarde !== null).map(sleutel));
  const gepubliceerd = uit.flatMap((c) => (c.waarde === null ? [] : [c.waarde]));
  return {
    paren: [...cellen.basis, ...perPaar.values()],
    verborgen: open.filter((c) => c.soort === 'bedrag' && !getoond.has(sleutel(c))).map((c) => c.waarde as number),
    gepubliceerd,
  };
}

describe('de publieke werkmap', () => {
  let voorbeeld: Project;
  const gemaakt = new Map<string, Gemaakt>();
  const GEVALLEN = [['hengelo', 'alle-scholen'], ['duur kind', 'alle']] as const;
  const projectVan = (naam: string): Project => (naam === 'hengelo' ? voorbeeld : duurKind());
  beforeAll(async () => {
    voorbeeld = await hengelo();
    for (const [naam, scenario] of GEVALLEN) for (const lezer of LEZERS) gemaakt.set(`${naam} ${lezer}`, await maak(projectVan(naam), scenario, lezer));
  }, 60_000);
  const van = (naam: string): Gemaakt => gemaakt.get(naam) as Gemaakt;

  it.each(GEVALLEN)('%s: geen enkel onderdeel bevat een bedrag van school × gemeente of een verborgen bedrag', async (naam, scenario) => {
    const { paren, verborgen, gepubliceerd } = await geheimen(projectVan(naam), scenario);
    const openbaar = new Set(gepubliceerd.map((x) => x.toFixed(2)));
    const gezocht = new Set([...paren, ...verborgen].filter(eigenaardig).map((x) => Math.abs(x).toFixed(2)).filter((x) => !openbaar.has(x) && !openbaar.has(`-${x}`)));
    expect(gezocht.size).toBeGreaterThan(20);
    for (const lezer of LEZERS) {
      for (const [deel, getallen] of getallenIn(van(`${naam} ${lezer}`).bytes)) expect({ lezer, deel, gevonden: getallen.filter((x) => gezocht.has(Math.abs(x).toFixed(2))) }).toEqual({ lezer, deel, gevonden: [] });
    }
    // The search finds them where they are: in the workbook for intern use.
    const intern = await maakVoorstel(projectVan(naam), scenario, { lezer: 'intern', ...OPTIES });
    if (!intern.ok) throw new Error('no workbook');
    expect([...getallenIn(intern.werkmap).values()].flat().some((x) => gezocht.has(Math.abs(x).toFixed(2)))).toBe(true);
  }, 60_000);

  it('toont elk cijfer dat mag, en een merkteken op elke andere plaats', async () => {
    const { gepubliceerd } = await geheimen(voorbeeld, 'alle-scholen');
    const waarden = new Set([...leesWerkmap(van('hengelo klankbordgroep').bytes).bladen.values()].flatMap((cellen) => [...cellen.values()].map(({ waarde }) => waarde)));
    expect(gepubliceerd.filter((x) => !waarden.has(x))).toEqual([]);
    const verborgen = (naam: string): number => [...leesWerkmap(van(naam).bytes).bladen.get('Per school')!.values()].filter(({ waarde }) => waarde === MERK).length;
    expect(verborgen('duur kind klankbordgroep')).toBeGreaterThan(0);
    expect(verborgen('duur kind openbaar')).toBe(verborgen('duur kind klankbordgroep'));
  }, 60_000);

  it('geeft openbaar bedragen per school en gemeente in duizenden', () => {
    for (const naam of ['hengelo openbaar', 'duur kind openbaar']) {
      for (const blad of ['Per school', 'Per gemeente'] as const) {
        const bedragen = [...leesWerkmap(van(naam).bytes).bladen.get(blad)!].filter(([adres]) => /^[J-Z]/.test(adres)).flatMap(([adres, { waarde }]) => (typeof waarde === 'number' && !/^[A-Z]+4$/.test(adres) ? [waarde] : []));
        expect(bedragen.filter((x) => x !== 0).length).toBeGreaterThan(5);
        expect(bedragen.filter((x) => x % STANDAARDBESCHERMING.afronding !== 0)).toEqual([]);
      }
    }
  });

  it('noemt alleen cellen van aannames, de regio, getoonde scholen en de gekozen gemeente', () => {
    const AANNAMES = /^(?:(?:Prijsindex|Loonindex|Volumegroei|Leerlinggroei)_\d{4}|(?:Start|Eind|Realisatie)_\d+|(?:Aantal|Bedrag)_(?:\d+|R)_\d+|Prijspeil|MaandenPerJaar|Kalenderjaar|Speling|Decimalen|Afronding)$/;
    const UITKOMSTEN = /^(?:MijnGemeente|(?:Nul|Effect|EffectSchool_\d+|Mijn_(?:Nul|Bijdrage|Effect))_\d{4})$/;
    for (const { werkmap } of gemaakt.values()) {
      const namen = [...werkmap.namen.keys()];
      expect(namen.filter((naam) => !AANNAMES.test(naam) && !UITKOMSTEN.test(naam))).toEqual([]);
      expect(namen.filter((naam) => naam.startsWith('EffectSchool_') && typeof werkmap.waardeVan(naam) !== 'number')).toEqual([]);
    }
  });

  it('zet op Vergelijking van elk scenario precies wat ervan gepubliceerd is, en niets dan vaste waarden', async () => {
    for (const lezer of LEZERS) {
      const opties = { ...OPTIES, naast: ['vier-scholen', 'cofinanciering'] };
      const publicatie = await maakPublicatie(voorbeeld, 'alle-scholen', lezer, opties);
      if (!publicatie.ok) throw new Error('no publication');
      const { gegevens } = publicatie;
      const cellen = leesWerkmap(await werkmapBytes(bouwPublicatie(gegevens, { markering: '' }))).bladen.get('Vergelijking')!;
      const tekst = (adres: string): unknown => cellen.get(adres)?.waarde;
      const rijen = [...cellen.keys()].filter((adres) => /^A\d+$/.test(adres)).map((adres) => Number(adres.slice(1))).sort((a, b) => a - b);
      expect([...cellen].filter(([adres, { formule }]) => formule !== undefined && !adres.endsWith('4'))).toEqual([]);
      const scenarios = [gegevens.scenario, ...gegevens.naast];
      expect(scenarios.map(({ id }) => id)).toEqual(['alle-scholen', 'vier-scholen', 'cofinanciering']);
      let vergeleken = 0;
      const gezien = new Set<string>();
      for (const [titel, tabel, rij] of [['Effect op de gemeenten samen', 'regio', 'regio'], ...[...new Set(gegevens.tabellen.gemeenten.map((c) => c.rij))].map((code) => [`Effect: ${gegevens.namen.gemeenten.get(code) ?? 'Overige gemeenten'}`, 'gemeenten', code])] as [string, 'regio' | 'gemeenten', string][]) {
        const begin = rijen.findIndex((r) => tekst(`A${r}`) === titel);
        expect(begin, titel).toBeGreaterThan(0);
        scenarios.forEach(({ id, naam }, i) => {
          const r = rijen[begin + 1 + i]!;
          expect(tekst(`A${r}`)).toBe(naam);
          const waarden = gegevens.jaren.map((jaar) => gegevens.tabellen[tabel].find((c) => c.rij === rij && c.kolom === 'effect' && c.jaar === jaar && c.scenario === id)!);
          expect(waarden.map((_, y) => tekst(`${'JKLM'[y]}${r}`))).toEqual(waarden.map(({ waarde }) => waarde ?? MERK));
          gezien.add(JSON.stringify(waarden.map(({ waarde }) => waarde)));
          vergeleken += waarden.length;
        });
      }
      expect(vergeleken).toBeGreaterThan(40);
      // Rows of one scenario stand nowhere twice: they differ.
      expect(gezien.size).toBeGreaterThan(9);
    }
  }, 60_000);

  it('wordt geweigerd met de cellen waar het om gaat als niets helpt', async () => {
    for (const lezer of LEZERS) expect(await maakVoorstel(regio({ jeugdigen: [[2, 1], [1, 1]] }), 'alle', { lezer, ...OPTIES })).toMatchObject({ ok: false, fouten: expect.arrayContaining([expect.objectContaining({ code: 'B03', tekst: expect.stringContaining('blijft niet verborgen') as string })]) as unknown });
  });

  it.skipIf(!heeftLibreOffice)(`LibreOffice rekent haar na, ook voor een andere gemeente${ZONDER_LIBREOFFICE}`, async () => {
    const namen = [...gemaakt.keys()];
    const andere = { hengelo: 'GM0147', duur: 'GM0003' };
    const voor = namen.map((naam) => van(naam).bytes);
    const na = (await herreken([...voor, ...namen.map((naam) => vulIn(van(naam).bytes, van(naam).werkmap, { MijnGemeente: andere[naam.split(' ')[0] as keyof typeof andere] }))])).map(leesWerkmap);
    for (const [i, bytes] of voor.entries()) {
      const oud = leesWerkmap(bytes);
      let formules = 0;
      for (const [blad, cellen] of oud.bladen) {
        for (const [adres, { waarde, formule }] of cellen) {
          if (formule === undefined) continue;
          formules++;
          const nieuw = na[i]?.bladen.get(blad)?.get(adres)?.waarde;
          if (typeof waarde === 'number') expect(nieuw, `${blad}!${adres}`).toBeCloseTo(waarde, 2);
          else expect(nieuw, `${blad}!${adres}`).toBe(waarde);
        }
      }
      expect(formules).toBeGreaterThan(30);
      // The chosen gemeente's own row, and none but its own.
      const gekozen = na[namen.length + i]!;
      const cel = (naam: string) => { const plek = gekozen.namen.get(naam)!; return gekozen.bladen.get(plek.blad)!.get(plek.cel)!.waarde; };
      const code = andere[(namen[i] as string).split(' ')[0] as keyof typeof andere];
      const rijen = [...gekozen.bladen.get('Per gemeente')!].filter(([, { waarde }]) => waarde === code).map(([adres]) => adres.replace(/\D/g, ''));
      expect(rijen).toHaveLength(4);
      expect(['Nul', 'Bijdrage', 'Effect'].map((wat) => cel(`Mijn_${wat}_${van(namen[i] as string).werkmap.opzet.jaren[0]}`))).toEqual(rijen.slice(1).map((rij) => gekozen.bladen.get('Per gemeente')!.get(`J${rij}`)!.waarde));
    }
  }, 120_000);
});
