/**
 * Two exports one after the other through the service, made with other assumptions, keys or scenarios of the same children. A reader who has both, and works on
 * them with a solver of his own (`tests/hulp/aanvaller.ts`), finds nothing that either had to hide closer than the rule.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakPublicatie, type GemaaktePublicatie } from '../../electron/service/publicatie.ts';
import { catalogus } from '../../models/bescherming/catalogus.ts';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../models/bescherming/personen.ts';
import type { Cel, Publicatie, Termen } from '../../models/bescherming/types.ts';
import type { Project, Scenario } from '../../models/project/types.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { bereiken, type Stelsel } from '../hulp/aanvaller.ts';
import { regio } from '../hulp/regio.ts';
import { parameters } from '../hulp/wet.ts';

type Gemaakt = Extract<GemaaktePublicatie, { ok: true }>;
const OPTIES = { moment: new Date('2026-10-01T12:00:00Z'), programma: 'test' };
const { drempel, marge } = STANDAARDBESCHERMING;

/** The scenario that goes out, which these say all of. */
type Volledig = Omit<Scenario, 'arrangementen'> & { arrangementen: object[] };
const hoofd = (p: Project): Volledig => p.scenarios[0] as Volledig;
const WIJZIGINGEN: Record<string, (p: Project) => string | undefined> = {
  realisatie: (p) => void hoofd(p).arrangementen.forEach((a) => Object.assign(a, { realisatie: 0.6 })),
  'realisatie van één school': (p) => void Object.assign(hoofd(p).arrangementen[1] as object, { realisatie: 0.5 }),
  start: (p) => void hoofd(p).arrangementen.forEach((a, i) => Object.assign(a, { start: i < 2 ? '2028-05-01' : '2027-03-01' })),
  'start van één school': (p) => void Object.assign(hoofd(p).arrangementen[0] as object, { start: '2028-09-01' }),
  regel: (p) => void Object.assign(hoofd(p).arrangementen[0] as object, { inzet: [{ omschrijving: 'Team', soort: 'fte', aantal: 2, bedrag: 70_000 }] }),
  sleutel: (p) => void (hoofd(p).verdeling = { bereik: 'regio', sleutel: { jeugdigen: 1 } }),
  'sleutel per school': (p) => void (hoofd(p).verdeling = { bereik: 'school', sleutel: { leerlingen: 1, jeugdigen: 1 } }),
  vervangbaar: (p) => void (p.producten[1]!.vervangbaar = 0.5),
  indexen: (p) => void (p.uitgangspunten.indexen = { prijs: 0.035, loon: 0.01 }),
  jaren: (p) => void (p.uitgangspunten.jaren = 5),
  'ander scenario': () => 'minder',
};

interface Uitgegeven { p: Publicatie; getoond: { termen: Termen }[]; verborgen: Cel[]; dicht: Set<number> }

/** What an export shows and hides, read from its tables, as sums of unknowns. */
async function lees(project: Project, scenario: string, gemaakt: Gemaakt): Promise<Uitgegeven> {
  const voorbereiding = bereidVoor(project);
  const gerekend = await berekenVoorbereid(project, voorbereiding, { scenarios: [scenario] });
  if (!gerekend.ok) throw new Error('not calculated');
  const { opgerold, verborgen: geheim } = gemaakt.voorVolgende;
  const uit = await catalogus({ project, voorbereiding, berekening: gerekend.berekening, personen: telPersonen(project) }, STANDAARDBESCHERMING, { scholen: new Set(opgerold.scholen), gemeenten: new Set(opgerold.gemeenten) });
  if (!uit.ok) throw new Error('no catalogue');
  const p = uit.publicatie;
  const vind = (tabel: string, c: { rij: string; kolom: string; scenario?: string; jaar?: number }): Cel[] =>
    p.cellen.filter((cel) => {
      const groep = p.groepen[cel.groep]!;
      return groep.tabel === tabel && groep.rij === c.rij && groep.kolom === c.kolom && cel.scenario === c.scenario && (c.jaar === undefined || cel.jaar === c.jaar);
    });
  const getoond: { termen: Termen }[] = [];
  const verborgen: Cel[] = [];
  const dicht = new Set<number>();
  for (const [tabel, cellen] of Object.entries(gemaakt.gegevens.tabellen)) {
    for (const cel of cellen) {
      const bron = vind(tabel, cel);
      expect(bron.length, `${tabel} ${cel.rij} ${cel.kolom}`).toBeGreaterThan(0);
      // The sum of all years stands there without one.
      if (cel.waarde !== null) getoond.push({ termen: { plek: bron.flatMap(({ termen }) => termen.plek), coef: bron.flatMap(({ termen }) => termen.coef) } });
      // What was left out although it is nobody's secret need not stay unknown.
      else if (geheim.includes(`${tabel}|${cel.rij}|${cel.kolom}`)) {
        verborgen.push(...bron);
        for (const { groep } of bron) dicht.add(groep);
      }
    }
  }
  return { p, getoond, verborgen, dicht };
}

const opNaam = ({ onbekenden }: Publicatie, { plek, coef }: Termen): Map<string, number> => {
  const uit = new Map<string, number>();
  plek.forEach((i, k) => uit.set(onbekenden[i]!.naam, (uit.get(onbekenden[i]!.naam) ?? 0) + (coef[k] as number)));
  return uit;
};

/** What had to be hidden in one of these and can be known closer than the rule by who has all of them. */
function gevonden(uitgaven: readonly Uitgegeven[]): { lekken: string[]; gevraagd: number } {
  const waar = new Map(uitgaven.flatMap(({ p }) => p.onbekenden.map(({ naam, waarde }) => [naam, waarde] as const)));
  const stelsel: Stelsel = {
    waar,
    // Shares by a key, and what lines per pupil tell, are known beside the tables.
    rijen: uitgaven.flatMap(({ p, getoond, dicht }) => [...getoond, ...p.kennis(dicht)].map(({ termen }) => opNaam(p, termen)).filter((rij) => rij.size > 0)),
  };
  const vragen = new Map<string, { naam: string; soort: Cel['soort']; doel: Map<string, number> }>();
  for (const { p, verborgen } of uitgaven) {
    const neem = (naam: string, soort: Cel['soort'], termen: Termen): void => {
      if (termen.plek.length > 0) vragen.set(JSON.stringify([...opNaam(p, termen)]), { naam, soort, doel: opNaam(p, termen) });
    };
    for (const cel of verborgen) neem(`${p.groepen[cel.groep]!.sleutel} ${cel.jaar ?? ''} ${cel.scenario ?? ''}`, cel.soort, cel.termen);
    for (const doel of p.doelen) neem(doel.naam, doel.soort, doel.termen);
  }
  const lijst = [...vragen.values()];
  const uit = bereiken(stelsel, lijst.map(({ doel }) => doel));
  const lekken = lijst.flatMap(({ naam, soort, doel }, i) => {
    const { min, max } = uit[i]!;
    const waarde = [...doel].reduce((som, [onbekende, coef]) => som + coef * (waar.get(onbekende) as number), 0);
    if (soort === 'bedrag' && Math.abs(waarde) < 0.005) return [];
    const speling = marge * Math.abs(waarde) * (1 - 1e-6);
    const ruim = soort === 'aantal' ? max - min >= drempel - 1e-4 : max >= waarde + speling && min <= waarde - speling;
    return ruim ? [] : [`${naam}: ${waarde} ligt tussen ${min} en ${max}`];
  });
  return { lekken, gevraagd: lijst.length };
}

const regios = fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 3, max: 20 }), fc.integer({ min: 10, max: 25 })), { minLength: 3, maxLength: 4 }), { minLength: 4, maxLength: 6 })
  .filter((rijen) => rijen.every((rij) => rij.length === rijen[0]!.length));

describe('twee uitgaven na elkaar, met andere uitgangspunten', () => {
  it.each(Object.keys(WIJZIGINGEN))('geven samen niets prijs wat een ervan moest verbergen: %s', async (naam) => {
    let samen = 0;
    let gevraagd = 0;
    let blind = 0;
    let geweigerd = 0;
    await fc.assert(fc.asyncProperty(regios, async (jeugdigen) => {
      const eerste = regio({ jeugdigen });
      const tweede = structuredClone(eerste);
      const scenario = WIJZIGINGEN[naam]!(tweede) ?? 'alle';
      const a = await maakPublicatie(eerste, 'alle', 'klankbordgroep', { ...OPTIES, eerder: [] });
      fc.pre(a.ok);
      const eerder = await lees(eerste, 'alle', a as Gemaakt);
      // The attack is real: without what is kept, some second exports give away what the first hid.
      const los = await maakPublicatie(tweede, scenario, 'openbaar', { ...OPTIES, eerder: [] });
      if (los.ok && gevonden([eerder, await lees(tweede, scenario, los)]).lekken.length > 0) blind++;

      const b = await maakPublicatie(tweede, scenario, 'openbaar', { ...OPTIES, eerder: [(a as Gemaakt).voorVolgende] });
      if (!b.ok) {
        expect(b.fouten.map(({ code }) => code).filter((code) => code !== 'B03' && code !== 'B04')).toEqual([]);
        geweigerd++;
        return;
      }
      const uit = gevonden([eerder, await lees(tweede, scenario, b)]);
      expect(uit.lekken).toEqual([]);
      samen++;
      gevraagd += uit.gevraagd;
    }), parameters(2));
    GETELD.push({ naam, samen, gevraagd, blind, geweigerd });
  });

  it('waren er genoeg, en zonder wat bewaard is gingen er mis', () => {
    const som = (wat: 'samen' | 'gevraagd' | 'blind' | 'geweigerd'): number => GETELD.reduce((totaal, telling) => totaal + telling[wat], 0);
    expect(som('samen'), JSON.stringify(GETELD)).toBeGreaterThan(10);
    expect(som('gevraagd')).toBeGreaterThan(200);
    expect(som('blind')).toBeGreaterThan(0);
  });
});

const GETELD: { naam: string; samen: number; gevraagd: number; blind: number; geweigerd: number }[] = [];
