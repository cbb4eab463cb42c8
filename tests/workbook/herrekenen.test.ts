/**
 * The workbook lives: LibreOffice calculates every formula anew, as it is and after typing into each kind of input cell, and its outcomes are those of the
 * engine for the same change.
 */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import { leesWerkmap, type GelezenWerkmap } from '../../electron/exchange/werkmap/lezen.ts';
import type { Project } from '../../models/project/types.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
import { dagnummer } from '../../templates/voorstel/opzet.ts';
import type { ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { uitkomstenOpNaam } from '../../templates/voorstel/vergelijken.ts';
import type { Werkmap } from '../../templates/voorstel/werkmap.ts';
import { willekeurigProject } from '../hulp/willekeurig.ts';
import { parameters } from '../hulp/wet.ts';
import { bouw } from './hulp/bouw.ts';
import { metGroepen } from './hulp/groepen.ts';
import { vulIn } from './hulp/invullen.ts';
import { heeftLibreOffice, herreken, ZONDER_LIBREOFFICE } from '../../scripts/libreoffice.ts';
import { wijzigingenVan } from './hulp/wijzigingen.ts';

/** With samenwerkingsverbanden, besturen and deelregio's, so that their totals are held to the engine as well. */
const lees = (naam: string): Project => metGroepen(JSON.parse(readFileSync(new URL(`../cases/${naam}.json`, import.meta.url), 'utf8')) as Project);

/** Every formula cell whose new value differs from the value that we wrote. */
function andereWaarden(voor: GelezenWerkmap, na: GelezenWerkmap): string[] {
  const anders: string[] = [];
  let formules = 0;
  for (const [blad, cellen] of voor.bladen) {
    for (const [plek, { waarde, formule }] of cellen) {
      if (formule === undefined) continue;
      formules++;
      const nieuw = na.bladen.get(blad)?.get(plek);
      const gelijk = typeof waarde === 'number' && typeof nieuw?.waarde === 'number' ? Math.abs(waarde - nieuw.waarde) <= 0.005 + 1e-9 * Math.abs(waarde) : waarde === nieuw?.waarde;
      if (!gelijk || nieuw?.formule === undefined) anders.push(`${blad}!${plek} = ${formule}: ${String(waarde)} ≠ ${String(nieuw?.waarde)}`);
    }
  }
  expect(formules).toBeGreaterThan(100);
  return anders.slice(0, 10);
}

/** Every named outcome in a recalculated workbook that differs from what the engine says of `project`. */
async function andereUitkomsten(werkmap: Werkmap, gelezen: GelezenWerkmap, project: Project, id: string): Promise<string[] | 'fout'> {
  const resultaat = await bereken(project, { scenarios: [id] });
  if (!resultaat.ok) return 'fout';
  const uitkomst = resultaat.berekening.scenarios[id];
  if (!uitkomst) throw new Error(id);
  return [...uitkomstenOpNaam(project, resultaat.berekening, uitkomst)].flatMap(([naam, { waarde, exact }]) => {
    expect(werkmap.namen.has(naam)).toBe(true);
    const plek = gelezen.namen.get(naam);
    const hier = plek && gelezen.bladen.get(plek.blad)?.get(plek.cel)?.waarde;
    return typeof hier === 'number' && Math.abs(hier - waarde) <= (exact ? 0 : 0.005 + 1e-9 * Math.abs(waarde)) ? [] : [`${naam}: ${String(hier)} ≠ ${waarde}`];
  });
}

describe.skipIf(!heeftLibreOffice)(`LibreOffice rekent de werkmap na${ZONDER_LIBREOFFICE}`, () => {
  it('ongewijzigd: elke formulecel houdt haar waarde', async () => {
    const werkmappen = await Promise.all([['klein', 'a'], ['randen-1', 'sc1'], ['randen-2', 'sc3'], ['randen-3', 'sc2'], ['aggregaat', 'sc2'], ['twente', 'sc2']].map(async ([naam, id]) => await werkmapBytes((await bouw(lees(naam as string), id as string)).werkmap)));
    const na = await herreken(werkmappen);
    for (const [i, bytes] of werkmappen.entries()) expect(andereWaarden(leesWerkmap(bytes), leesWerkmap(na[i] as Uint8Array))).toEqual([]);
  });

  it.each([['klein', 'a'], ['randen-2', 'sc6']])('%s %s: na elke soort wijziging rekent de werkmap als de rekenkern', async (naam, id) => {
    const project = lees(naam);
    const { werkmap } = await bouw(project, id);
    const bytes = await werkmapBytes(werkmap);
    const wijzigingen = wijzigingenVan(project, id, werkmap);
    const na = await herreken(wijzigingen.map(({ invoer }) => vulIn(bytes, werkmap, invoer)));
    const anders: string[] = [];
    let vergeleken = 0;
    for (const [i, { soort, invoer, project: gewijzigd }] of wijzigingen.entries()) {
      const verschillen = await andereUitkomsten(werkmap, leesWerkmap(na[i] as Uint8Array), gewijzigd, id);
      // A start month without running indicaties is a fault for the engine (P21); there is nothing to compare with.
      if (verschillen === 'fout') continue;
      vergeleken++;
      anders.push(...verschillen.slice(0, 3).map((v) => `${soort} ${JSON.stringify(invoer)}: ${v}`));
    }
    expect(anders).toEqual([]);
    expect(vergeleken).toBeGreaterThan(wijzigingen.length - 4);
  });

  it('elk scenario van de gouden gevallen, met alle wijzigingen tegelijk', async () => {
    const gevallen = await Promise.all(['randen-1', 'randen-2', 'randen-3', 'aggregaat'].flatMap((naam) => {
      const project = lees(naam);
      return project.scenarios.map(async ({ id }) => {
        const { werkmap } = await bouw(project, id);
        const wijziging = wijzigingenVan(project, id, werkmap).at(-1) as ReturnType<typeof wijzigingenVan>[number];
        return { wat: `${naam} ${id}`, id, werkmap, wijziging, bytes: vulIn(await werkmapBytes(werkmap), werkmap, wijziging.invoer) };
      });
    }));
    const na = await herreken(gevallen.map((g) => g.bytes));
    let vergeleken = 0;
    for (const [i, { wat, id, werkmap, wijziging }] of gevallen.entries()) {
      const verschillen = await andereUitkomsten(werkmap, leesWerkmap(na[i] as Uint8Array), wijziging.project, id);
      if (verschillen === 'fout') continue;
      vergeleken++;
      expect(verschillen, wat).toEqual([]);
    }
    expect(vergeleken).toBeGreaterThan(gevallen.length / 2);
  });

  it('de gele cel: Uw gemeente volgt de CBS-code', async () => {
    const project = lees('randen-1');
    const { werkmap } = await bouw(project, 'sc1');
    const resultaat = await bereken(project, { scenarios: ['sc1'] });
    if (!resultaat.ok) throw new Error('geen berekening');
    const { berekening } = resultaat;
    const uitkomst = berekening.scenarios['sc1'] as ScenarioUitkomst;
    const codes = Object.keys(uitkomst.bijdragen).slice(1, 4);
    const bytes = await werkmapBytes(werkmap);
    const na = await herreken(codes.map((code) => vulIn(bytes, werkmap, { MijnGemeente: code })));
    for (const [i, code] of codes.entries()) {
      const gelezen = leesWerkmap(na[i] as Uint8Array);
      const reeks = (naam: string): unknown[] => berekening.jaren.map((jaar) => {
        const plek = gelezen.namen.get(`${naam}_${jaar}`) as { blad: string; cel: string };
        return gelezen.bladen.get(plek.blad)?.get(plek.cel)?.waarde;
      });
      const bijna = (waarden: number[]): unknown[] => waarden.map((w) => expect.closeTo(w, 2) as unknown);
      expect(reeks('Mijn_Nul')).toEqual(bijna((uitkomst.nul ?? berekening.nul).perGemeente[code] as number[]));
      expect(reeks('Mijn_Bijdrage')).toEqual(bijna(uitkomst.bijdragen[code] as number[]));
      expect(reeks('Mijn_Effect')).toEqual(bijna(uitkomst.effect.perGemeente[code] as number[]));
    }
  });

  it('een start waarvoor geen uitstroom gemeten is geeft geen cijfer maar een fout, zoals P21', async () => {
    const project = lees('klein');
    // Nothing runs on 1 March 2025, everything on 1 August 2025.
    for (const indicatie of project.indicaties) indicatie.start = '2025-06-15';
    const { werkmap } = await bouw(project, 'a');
    const [na] = await herreken([vulIn(await werkmapBytes(werkmap), werkmap, { Start_1: dagnummer('2027-03-01') })]);
    const gelezen = leesWerkmap(na as Uint8Array);
    const { blad, cel } = gelezen.namen.get('Effect_2028') as { blad: string; cel: string };
    expect(gelezen.bladen.get(blad)?.get(cel)).toMatchObject({ fout: true });
    expect(await andereUitkomsten(werkmap, gelezen, { ...project, scenarios: project.scenarios.map((s) => ({ ...s, arrangementen: s.arrangementen?.map((a) => ({ ...a, start: '2027-03-01' })) })) }, 'a')).toBe('fout');
  });

  it('willekeurige projecten, met alle wijzigingen tegelijk', async () => {
    const gevallen = await Promise.all(fc.sample(willekeurigProject(), parameters(10)).map(async (project, worp) => {
      const id = (project.scenarios[worp % project.scenarios.length] as Project['scenarios'][number]).id;
      const { werkmap } = await bouw(project, id);
      const wijziging = wijzigingenVan(project, id, werkmap).at(-1) as ReturnType<typeof wijzigingenVan>[number];
      return { id, werkmap, wijziging, bytes: vulIn(await werkmapBytes(werkmap), werkmap, wijziging.invoer) };
    }));
    const na = await herreken(gevallen.map((g) => g.bytes));
    const anders: unknown[] = [];
    for (const [i, { id, werkmap, wijziging }] of gevallen.entries()) {
      const verschillen = await andereUitkomsten(werkmap, leesWerkmap(na[i] as Uint8Array), wijziging.project, id);
      if (verschillen !== 'fout' && verschillen.length > 0) anders.push({ verschillen, project: JSON.stringify(wijziging.project) });
    }
    expect(anders).toEqual([]);
  });
});
