/** A workbook that others changed comes back as a scenario that calculates as the workbook does; whatever else was changed is reported. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { leesVoorstelTerug, type Terugresultaat } from '../../electron/service/voorstel-terug.ts';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import type { Project } from '../../models/project/types.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
import type { ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { REEKSKOLOM } from '../../templates/voorstel/formule.ts';
import type { Rij, Werkmap } from '../../templates/voorstel/werkmap.ts';
import { beschrijf, vergelijk } from '../hulp/vergelijk.ts';
import { bouw, OPTIES } from './hulp/bouw.ts';
import { overschrijf, vulIn } from './hulp/invullen.ts';
import { heeftLibreOffice, herreken, ZONDER_LIBREOFFICE } from '../../scripts/libreoffice.ts';
import { wijzigingenVan, type Wijziging } from './hulp/wijzigingen.ts';

const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;
const HEEL_PROJECT = new Set(['Disconteringsvoet', 'Uitstroommeting', 'alles tegelijk']);

async function terug(bytes: Uint8Array, project: Project, naam = 'Van de wethouder.xlsx'): Promise<Terugresultaat> {
  const resultaat = await leesVoorstelTerug(bytes, project, naam, OPTIES);
  if (!resultaat.ok) throw new Error(resultaat.fouten.map((f) => `${f.code} ${f.tekst}`).join('\n'));
  return resultaat;
}
const geweigerd = async (bytes: Uint8Array, project: Project, opties = OPTIES): Promise<string[]> => {
  const resultaat = await leesVoorstelTerug(bytes, project, 'x.xlsx', opties);
  return resultaat.ok ? ['aanvaard'] : resultaat.fouten.map((f) => f.code);
};
async function uitkomstVan(project: Project, id: string): Promise<ScenarioUitkomst | 'P21'> {
  const resultaat = await bereken(project, { scenarios: [id] });
  if (resultaat.ok) return resultaat.berekening.scenarios[id] as ScenarioUitkomst;
  if (resultaat.fouten.every((f) => f.code === 'P21')) return 'P21';
  throw new Error(JSON.stringify(resultaat.fouten));
}
/** What the new scenario gives in the project, against what the same change gives there. A start without measured run-off is a fault (P21) in both. */
async function zelfdeUitkomst(project: Project, id: string, { scenario }: Terugresultaat, { project: gewijzigd }: Wijziging): Promise<string> {
  const metNieuw = { ...project, scenarios: [...project.scenarios, scenario] };
  return beschrijf(vergelijk(await uitkomstVan(metNieuw, scenario.id), await uitkomstVan(gewijzigd, id)));
}

describe('teruglezen', () => {
  it.each([['klein', 'a'], ['randen-1', 'sc4'], ['randen-2', 'sc6'], ['randen-3', 'sc1'], ['aggregaat', 'sc2']])('%s %s: elke soort wijziging wordt een scenario dat hetzelfde rekent', async (naam, id) => {
    const project = lees(naam);
    const { werkmap } = await bouw(project, id);
    const bytes = await werkmapBytes(werkmap);
    let gelezen = 0;
    for (const wijziging of wijzigingenVan(project, id, werkmap)) {
      const echt = Object.entries(wijziging.invoer).filter(([celnaam, waarde]) => werkmap.waardeVan(celnaam) !== waarde);
      if (HEEL_PROJECT.has(wijziging.soort) || echt.length === 0) continue;
      const resultaat = await terug(vulIn(bytes, werkmap, wijziging.invoer), project);
      expect(resultaat.scenario, wijziging.soort).toMatchObject({ id: 'van-de-wethouder', naam: 'Van de wethouder', ouder: id });
      expect(resultaat.verschillen.length, wijziging.soort).toBe(echt.length);
      expect(resultaat.buitenInvoer, wijziging.soort).toEqual([]);
      expect(await zelfdeUitkomst(project, id, resultaat, wijziging), wijziging.soort).toBe('');
      gelezen++;
    }
    expect(gelezen).toBeGreaterThan(8);
  });

  it('noemt elk verschil met plaats, van en naar', async () => {
    const project = lees('klein');
    const { werkmap } = await bouw(project, 'a');
    const { verschillen, scenario } = await terug(vulIn(await werkmapBytes(werkmap), werkmap, { Realisatie_1: 0.7, Start_1: 46235, Loonindex_2028: 0.031 }), project);
    expect(verschillen).toEqual([
      { plaats: 'Loonindex 2028', van: 0, naar: 0.031, eenheid: 'aandeel' },
      { plaats: 'VSO de Bouwsteen: start', van: '2027-08-01', naar: '2026-08-01', eenheid: 'datum' },
      { plaats: 'VSO de Bouwsteen: realisatie', van: 1, naar: 0.7, eenheid: 'aandeel' },
    ]);
    expect(scenario.indexen).toEqual({ loon: { standaard: 0, '2028': 0.031 } });
    expect(scenario.arrangementen).toEqual([{ school: 'bouwsteen', start: '2026-08-01', realisatie: 0.7 }]);
  });

  it('meldt wat buiten de invoercellen is gewijzigd en leest het niet', async () => {
    const project = lees('klein');
    const { werkmap } = await bouw(project, 'a');
    const metInvoer = vulIn(await werkmapBytes(werkmap), werkmap, { Realisatie_1: 0.7, Disconteringsvoet: 0.03 });
    const rij = werkmap.bladen.find((b) => b.naam === 'Verdeling')?.rijen.find((r) => r?.reeks?.formule && r.cellen[2]?.waarde === 'Bijdrage') as Rij<string>;
    const { buitenInvoer, verschillen } = await terug(overschrijf(metInvoer, werkmap, rij, REEKSKOLOM, 1), project);
    expect(verschillen).toHaveLength(1);
    expect(buitenInvoer).toEqual([expect.stringMatching(/^Verdeling!J\d+: de formule is vervangen door “1”\.$/), expect.stringMatching(/^Disconteringsvoet: 0\s% is gewijzigd in 3\s%; dit geldt voor het hele project/)]);
  });

  it('weigert met een zin wat niet te lezen is', async () => {
    const project = lees('klein');
    const { werkmap } = await bouw(project, 'a');
    const bytes = await werkmapBytes(werkmap);
    expect(await geweigerd(strToU8('geen werkmap'), project)).toEqual(['V02']);
    expect(await geweigerd(zipSync({ 'a.txt': strToU8('x') }), project)).toEqual(['V02']);
    expect(await geweigerd(bytes.subarray(0, bytes.length / 2), project)).toEqual(['V02']);
    expect(await geweigerd(bytes, project, { ...OPTIES, programma: 'andere versie' })).toEqual(['V03']);
    expect(await geweigerd(bytes, lees('randen-1'))).toEqual(['V04']);
    const later = lees('klein');
    later.uitgangspunten.maximaleLooptijd = 25;
    expect(await geweigerd(bytes, later)).toEqual(['V04']);
    expect(await geweigerd(bytes, project)).toEqual(['V06']);
    expect(await geweigerd(vulIn(bytes, werkmap, { Gewicht_leerlingen: 0.4 }), project)).toEqual(['P09']);
  });

  it('weigert een vijandige werkmap: een zip die uitdijt, een DTD, een verwijzing naar buiten', async () => {
    const project = lees('klein');
    const { werkmap } = await bouw(project, 'a');
    const delen = unzipSync(await werkmapBytes(werkmap));
    const blad = Object.keys(delen).find((naam) => naam.startsWith('xl/worksheets/')) as string;
    const bom = zipSync({ ...delen, [blad]: strToU8(`<worksheet><sheetData>${'<!--     -->'.repeat(10_000_000)}</sheetData></worksheet>`) });
    expect(bom.length).toBeLessThan(1_000_000);
    expect(await geweigerd(bom, project)).toEqual(['V02']);
    for (const kop of ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">']) {
      expect(await geweigerd(zipSync({ ...delen, [blad]: strToU8(`${kop}<worksheet/>`) }), project)).toEqual(['V02']);
    }
  });

  it('een gekozen gemeente is geen wijziging', async () => {
    const project = lees('klein');
    const { werkmap } = await bouw(project, 'a');
    expect(await geweigerd(vulIn(await werkmapBytes(werkmap), werkmap, { MijnGemeente: 'GM0147' }), project)).toEqual(['V06']);
  });
});

describe.skipIf(!heeftLibreOffice)(`teruglezen na opslaan in LibreOffice${ZONDER_LIBREOFFICE}`, () => {
  it('een ander programma verandert geen formule en geen gegeven', async () => {
    const gevallen = await Promise.all([['klein', 'a'], ['randen-2', 'sc6'], ['aggregaat', 'sc2']].map(async ([naam, id]) => {
      const project = lees(naam as string);
      const { werkmap } = await bouw(project, id as string);
      return { project, werkmap, bytes: await werkmapBytes(werkmap) } satisfies { project: Project; werkmap: Werkmap; bytes: Uint8Array };
    }));
    const na = await herreken([...gevallen.map((g) => g.bytes), ...gevallen.map((g) => vulIn(g.bytes, g.werkmap, { Realisatie_1: 0.42 }))]);
    for (const [i, { project }] of gevallen.entries()) {
      expect(await geweigerd(na[i] as Uint8Array, project)).toEqual(['V06']);
      const { verschillen, buitenInvoer } = await terug(na[gevallen.length + i] as Uint8Array, project);
      expect(verschillen).toEqual([expect.objectContaining({ naar: 0.42 })]);
      expect(buitenInvoer).toEqual([]);
    }
  });
});
