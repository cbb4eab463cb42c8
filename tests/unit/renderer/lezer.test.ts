/** What leaves the page for another reader: from the publication alone, whatever the calculation knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STANDAARDBESCHERMING } from '../../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../../models/bescherming/personen.ts';
import type { Publicatiecijfers, PubliekeLezer } from '../../../models/contract/publicatie.ts';
import type { Project } from '../../../models/project/types.ts';
import type { Berekening } from '../../../models/rekenen/types.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { rekenEnPubliceer } from '../../../electron/service/publiceren.ts';
import { fromClipboard, toClipboard } from '../../../renderer/components/grid/clipboard.ts';
import { publishedBridge, publishedCosts, publishedEffect, publishedGemeenten, publishedOwnEffect, publishedProducts, publishedSteps } from '../../../renderer/lezer/charts.ts';
import { withMark, withoutMark } from '../../../renderer/lezer/line.ts';
import { Published, VERBORGEN } from '../../../renderer/lezer/published.ts';
import { catalogueText } from '../../../renderer/lezer/table.ts';
import { publishedFigures } from '../../../renderer/features/vergelijken/presentatie/figures.ts';
import { reken } from '../../hulp/reken.ts';
import { metVerborgen, nietTeVerbergen } from '../../hulp/verborgen.ts';

const SCENARIO = 'alle';

async function publicatie(project: Project, lezer: PubliekeLezer, scenarios = [SCENARIO], extra: { eerder?: [Publicatiecijfers['voorVolgende']] } = {}): Promise<Published> {
  const uit = await rekenEnPubliceer(project, bereidVoor(project), { scenarios, lezer, personen: telPersonen(project), instellingen: STANDAARDBESCHERMING, ...extra });
  if (!uit.ok) throw new Error(uit.fouten.map((f) => f.tekst).join('\n'));
  return new Published(uit.uitslag, project);
}

const project = metVerborgen();
const klankbord = await publicatie(project, 'klankbordgroep');
const openbaar = await publicatie(project, 'openbaar');
const berekening: Berekening = await reken(project);
const waar = berekening.scenarios[SCENARIO]!;
const getallen = (tekst: string): number[] => [...tekst.replaceAll('.', '').matchAll(/\d{4,}/g)].map((m) => Number(m[0]));

describe('een publicatie in de pagina', () => {
  it('heeft verborgen en getoonde gemeenten: anders toetst dit niets', () => {
    const cellen = klankbord.cijfers.tabellen.gemeenten.filter((c) => c.kolom === 'effect');
    expect(cellen.some((c) => c.waarde === null)).toBe(true);
    expect(cellen.some((c) => c.waarde !== null)).toBe(true);
  });

  it.each([['klankbordgroep', klankbord], ['openbaar', openbaar]] as const)('%s: geen verborgen bedrag in een tabel, en verborgen staat er', (_, p) => {
    const tabel = catalogueText(p, { tabel: 'gemeenten', kolommen: ['leerlingen', 'jeugdigen', 'nulscenario', 'bijdrage', 'effect'], scenarios: [SCENARIO] });
    const tekst = toClipboard([tabel.columns, ...tabel.rows]);
    expect(tekst).toContain(VERBORGEN);
    const verborgen = new Set(p.cijfers.tabellen.gemeenten.filter((c) => c.waarde === null && c.kolom === 'effect').map((c) => c.rij));
    const echt = [...verborgen].flatMap((code) => [...waar.effect.perGemeente[code]!, ...berekening.nul.perGemeente[code]!].map((x) => Math.abs(Math.round(x))));
    expect(echt.length).toBeGreaterThan(3);
    for (const getal of getallen(tekst)) expect(echt).not.toContain(getal);
    // What is shown, is: each column has its title, each row all columns.
    for (const rij of tabel.rows) expect(rij).toHaveLength(tabel.columns.length);
    expect(tabel.columns.filter((k) => k.startsWith('Effect'))).toHaveLength(p.years.length);
  });

  it('rondt voor openbaar per gemeente af op duizend, en de regio niet', () => {
    const bedragen = catalogueText(openbaar, { tabel: 'gemeenten', kolommen: ['nulscenario', 'effect'], scenarios: [SCENARIO] }).rows.flatMap((rij) => rij.slice(1)).filter((t) => t !== VERBORGEN);
    expect(bedragen.length).toBeGreaterThan(0);
    for (const bedrag of bedragen) expect(Math.abs(Number(bedrag) % 1000)).toBe(0);
    expect(publishedEffect(openbaar, SCENARIO, 1)?.spec).toEqual(publishedEffect(klankbord, SCENARIO, 1)?.spec);
  });

  it('geeft de regio zoals de berekening: effect, nulscenario, brug die optelt', () => {
    waar.effect.perJaar.forEach((x, y) => {
      expect(klankbord.region('effect', SCENARIO)?.[y]).toBeCloseTo(x, 4);
      expect(klankbord.regionNul(SCENARIO)?.[y]).toBeCloseTo(berekening.nul.perJaar[y]!, 4);
    });
    const steps = publishedSteps(klankbord, SCENARIO, 'alle')!;
    const [van, ...rest] = steps;
    const naar = rest.pop()!;
    expect(van!.value + rest.reduce((s, x) => s + x.value, 0)).toBeCloseTo(naar.value, 4);
    expect(publishedBridge(klankbord, SCENARIO, klankbord.years.at(-1)!, 1)?.table.rows).toHaveLength(4);
    expect(publishedCosts(klankbord, [SCENARIO], 1)?.table.columns).toEqual(['Jaar', 'Nulscenario', 'Alle scholen']);
    expect(publishedProducts(klankbord, 1, 12)?.table.rows.map((r) => r[0])).toEqual(['Begeleiding', 'Behandeling']);
  });

  it('tekent geen verborgen gemeente, noemt haar wel, en weigert haar eigen grafiek', () => {
    const grafiek = publishedGemeenten(klankbord, SCENARIO, klankbord.years.at(-1)!, 1);
    const verborgen = grafiek.table.rows.filter((r) => r[1] === VERBORGEN);
    expect(verborgen.length).toBeGreaterThan(0);
    const { spec } = grafiek;
    if (spec.kind !== 'effects') throw new Error('een andere grafiek');
    for (const [naam] of verborgen) expect(spec.labels).not.toContain(naam);
    expect(spec.values).toHaveLength(grafiek.table.rows.length - verborgen.length);
    const code = klankbord.cijfers.tabellen.gemeenten.find((c) => c.kolom === 'effect' && c.waarde === null)!.rij;
    const open = klankbord.cijfers.tabellen.gemeenten.find((c) => c.kolom === 'effect' && c.waarde !== null)!.rij;
    expect(publishedOwnEffect(klankbord, SCENARIO, code, 1)).toBeUndefined();
    expect(publishedOwnEffect(klankbord, SCENARIO, open, 1)).toBeDefined();
  });

  it('geeft de bladen van een presentatie geen leerlingen zonder toegang en geen verborgen bedrag', () => {
    const figures = publishedFigures(klankbord, SCENARIO)!;
    expect(figures.zonderToegang).toBeUndefined();
    const verborgen = figures.gemeenten.filter((g) => 'verborgen' in g.effect);
    expect(verborgen.length).toBeGreaterThan(0);
    for (const { key } of verborgen) expect(JSON.stringify(figures)).not.toContain(String(waar.effect.perGemeente[key]!.at(-1)));
  });

  it('houdt verborgen wat verborgen was als er een variant bij komt', async () => {
    const [alles] = project.scenarios as [Project['scenarios'][number]];
    const watAls = { ...alles, id: 'wat-als', arrangementen: (alles.arrangementen ?? []).map((a) => ({ ...a, realisatie: 0.6 })) } as Project['scenarios'][number];
    const samen = await publicatie({ ...project, scenarios: [...project.scenarios, watAls] }, 'klankbordgroep', [SCENARIO, 'wat-als'], { eerder: [klankbord.cijfers.voorVolgende] });
    expect(samen.region('effect', 'wat-als')).not.toEqual(samen.region('effect', SCENARIO));
    const dicht = klankbord.cijfers.voorVolgende.verborgen;
    expect(dicht.length).toBeGreaterThan(0);
    for (const sleutel of dicht) expect(samen.cijfers.voorVolgende.verborgen).toContain(sleutel);
  });

  it('wordt geweigerd waar een gemeente niet te verbergen is', async () => {
    const moeilijk = nietTeVerbergen();
    const uit = await rekenEnPubliceer(moeilijk, bereidVoor(moeilijk), { scenarios: [SCENARIO], lezer: 'klankbordgroep', personen: telPersonen(moeilijk), instellingen: STANDAARDBESCHERMING });
    expect(uit.ok ? [] : uit.fouten.map((f) => f.code)).toContain('B03');
  });

  it('wordt geweigerd met instellingen die niets beschermen', async () => {
    const uit = await rekenEnPubliceer(project, bereidVoor(project), { scenarios: [SCENARIO], lezer: 'openbaar', personen: telPersonen(project), instellingen: { ...STANDAARDBESCHERMING, drempel: 4 } });
    expect(uit.ok ? [] : uit.fouten.map((f) => f.code)).toEqual(['B01']);
  });
});

describe('een rij waarvan alleen alle jaren samen gepubliceerd zijn', () => {
  const open = klankbord.cijfers.tabellen.gemeenten.find((c) => c.kolom === 'effect' && c.waarde !== null)!.rij;
  const samen = 123_456;
  const gemeenten = [
    ...klankbord.cijfers.tabellen.gemeenten.map((c) => (c.rij === open && c.kolom === 'effect' ? { ...c, waarde: null, verborgen: 'jaren' as const } : c)),
    { rij: open, kolom: 'effect', soort: 'bedrag' as const, scenario: SCENARIO, waarde: samen, verborgen: null },
  ];
  const p = new Published({ ...klankbord.cijfers, tabellen: { ...klankbord.cijfers.tabellen, gemeenten } }, project);

  it('heeft een kolom voor alle jaren, waarin alleen die rij iets heeft', () => {
    const tabel = catalogueText(p, { tabel: 'gemeenten', kolommen: ['effect'], scenarios: [SCENARIO] });
    const alle = tabel.columns.findIndex((k) => k.startsWith('Effect alle jaren'));
    expect(alle).toBe(p.years.length + 1);
    const naam = p.naam('gemeenten', open);
    for (const rij of tabel.rows) expect(rij[alle]).toBe(rij[0] === naam ? String(samen) : '');
    expect(tabel.rows.find((rij) => rij[0] === naam)!.slice(1, alle)).toEqual(p.years.map(() => VERBORGEN));
  });
  it('staat op het blad met alle jaren samen, en in de grafiek alleen daarvan', () => {
    expect(publishedFigures(p, SCENARIO)!.gemeenten.find((g) => g.key === open)!.effect).toEqual({ verborgen: 'jaren', alleJaren: samen });
    const waarde = (jaar: number | 'alle'): string => publishedGemeenten(p, SCENARIO, jaar, 1).table.rows.find((r) => r[0] === p.naam('gemeenten', open))![1]!;
    expect(waarde(p.years[0]!)).toBe(VERBORGEN);
    expect(waarde('alle')).toContain('123.456');
  });
});

describe('de regel onder een kopie', () => {
  const TEKST = toClipboard([['a', 'b\n\nc'], ['1', '2']]);
  it.each(['vertrouwelijk – herleidbaar', 'VOORBEELD – bedragen fictief · vertrouwelijk – herleidbaar', 'klankbordgroep – kleine aantallen verborgen', 'openbaar – kleine aantallen verborgen, bedragen per school en gemeente afgerond'])('gaat er bij plakken weer af: %s', (regel) => {
    const kopie = withMark(TEKST, regel, 'Een toelichting.');
    expect(kopie).toContain(regel);
    expect(fromClipboard(withoutMark(kopie))).toEqual([['a', 'b\n\nc'], ['1', '2']]);
  });
  it('ontbreekt bij wat elders vandaan komt, en dat blijft dan zoals het is', () => {
    expect(withoutMark('1\t2\r\n\r\n3\t4')).toBe('1\t2\r\n\r\n3\t4');
    expect(withoutMark('vertrouwelijk – herleidbaar')).toBe('vertrouwelijk – herleidbaar');
  });
});

describe('wat een tabel of grafiek bevat', () => {
  /** Files of the page with these words. */
  const bestanden = (map: string): string[] => readdirSync(map, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? bestanden(join(map, e.name)) : /\.tsx?$/.test(e.name) ? [join(map, e.name)] : []));
  const alle = bestanden(new URL('../../../renderer', import.meta.url).pathname).map((pad) => ({ pad, tekst: readFileSync(pad, 'utf8') }));
  const verklaringen = (pad: string): string[] => [...(alle.find((b) => b.pad.endsWith(pad))?.tekst ?? '').matchAll(/holds=("[a-z]+"|\{.*\}\}?(?= |$))/gm)].map((m) => m[1] as string);

  it.each(['nulmeting/HeatMap.tsx', 'nulmeting/Aanbieders.tsx', 'nulmeting/Locaties.tsx', 'nulmeting/Runoff.tsx', 'gegevens/Rows.tsx', 'gegevens/Refused.tsx', 'gegevens/Leerlingen.tsx', 'gegevens/Deliveries.tsx', 'scenarios/Participants.tsx', 'vergelijken/Keys.tsx', 'beslissen/HowSure.tsx', 'beslissen/Tornado.tsx'])('%s: niets dat in de catalogus staat, dus alleen intern', (pad) => {
    const eigen = verklaringen(pad);
    expect(eigen.length).toBeGreaterThan(0);
    for (const v of eigen) expect(v).toBe('"intern"');
  });
  it.each(['vergelijken/Overview.tsx', 'vergelijken/PerGemeente.tsx', 'scenarios/Division.tsx', 'scenarios/Arrangements.tsx', 'scenarios/Outcome.tsx', 'nulmeting/Products.tsx'])('%s: uit de catalogus', (pad) => {
    const eigen = verklaringen(pad);
    expect(eigen.length).toBeGreaterThan(0);
    for (const v of eigen) expect(v).toMatch(/tabel:|published:/);
  });
  it('wie op het klembord schrijft, vraagt voor wie; alleen wat met de muis is gekozen krijgt de regel vanzelf', () => {
    const schrijvers = alle.filter((b) => /clipboard\.write|setData\(/.test(b.tekst));
    expect(schrijvers.length).toBeGreaterThan(2);
    expect(schrijvers.filter((b) => !/askReader\(/.test(b.tekst)).map((b) => b.pad.split('/renderer/').pop())).toEqual(['lezer/mark.ts']);
  });
  it('is niet te vergeten: het is een verplichte eigenschap, zonder die regel wordt er niet gebouwd', () => {
    for (const [pad, soort] of [['charts/ChartFrame.tsx', 'ChartHolds'], ['components/grid/DataGrid.tsx', 'TableHolds']] as const) expect(alle.find((b) => b.pad.endsWith(pad))?.tekst).toMatch(new RegExp(`^ {2}holds: ${soort};$`, 'm'));
  });
  it('houdbaarheid komt niet in een presentatie', () => {
    for (const { pad, tekst } of alle.filter((b) => b.pad.includes('/presentatie/'))) expect(tekst, pad).not.toMatch(/houdbaarheid|Stability/i);
  });
});
