/** Outcomes (rekenmodel 7): totals and effects in the shape of rekenmodel 8. Effect = scenario − nulscenario: negative is cheaper (V), positive dearer (N). */
import { disconteringsvoetVan } from '../project/standaard.ts';
import { rondBijdragenAf } from './afronden.ts';
import type { Evaluatie } from './evalueer.ts';
import type { Gegevens } from './gegevens.ts';
import type { Kader } from './kader.ts';
import type { Bedragen, Nulbedragen } from './nulscenario.ts';
import { terugverdienmaand } from './terugverdienmaand.ts';
import type { Nulscenario, Reeks, ScenarioUitkomst } from './types.ts';

/** Adds up what lies flat at `index · jaren + y`, element by element. */
function opgeteld(eerste: Float64Array, ...lijsten: Float64Array[]): Float64Array {
  const som = eerste.slice();
  for (const lijst of lijsten) for (let i = 0; i < som.length; i++) som[i]! += lijst[i] as number;
  return som;
}

function reeksVan(vlak: Float64Array, index: number, Y: number): Reeks {
  const reeks: Reeks = [];
  for (let y = 0; y < Y; y++) reeks.push(vlak[index * Y + y] as number);
  return reeks;
}

const perCode = (codes: readonly string[], vlak: Float64Array, Y: number): Record<string, Reeks> => Object.fromEntries(codes.map((code, i) => [code, reeksVan(vlak, i, Y)]));

function perJaar(vlak: Float64Array, Y: number): Reeks {
  const uit = Array.from({ length: Y }, () => 0);
  for (let i = 0; i < vlak.length; i++) uit[i % Y]! += vlak[i] as number;
  return uit;
}

/** Σ_n effect_n/(1+disconteringsvoet)^n, n = 0 in the first year. */
export const nettoContanteWaarde = (effect: Reeks, disconteringsvoet: number): number => effect.reduce((som, bedrag, n) => som + bedrag / (1 + disconteringsvoet) ** n, 0);

export function cumulatief(reeks: Reeks): Reeks {
  let som = 0;
  return reeks.map((bedrag) => (som += bedrag));
}

const gemeentecodes = (g: Gegevens): string[] => g.gemeenten.map(({ code }) => code);
const schoolcodes = (g: Gegevens): string[] => g.scholen.map(({ id }) => id);

const naarNulscenario = (gegevens: Gegevens, { perGemeente, perSchool, perDrager }: Bedragen, Y: number): Nulscenario => ({
  perGemeente: perCode(gemeentecodes(gegevens), perGemeente, Y),
  perSchool: perCode(schoolcodes(gegevens), perSchool, Y),
  perDrager: perCode(gegevens.dragers, perDrager, Y),
  perJaar: perJaar(perGemeente, Y),
});

const totaalVan = (nul: Nulbedragen): Bedragen => ({
  perGemeente: opgeteld(nul.individueel.perGemeente, nul.bestaand.perGemeente),
  perSchool: opgeteld(nul.individueel.perSchool, nul.bestaand.perSchool),
  perDrager: opgeteld(nul.individueel.perDrager, nul.bestaand.perDrager),
});

export const uitkomstVanNul = (gegevens: Gegevens, kader: Kader, nul: Nulbedragen): Nulscenario => naarNulscenario(gegevens, totaalVan(nul), kader.jaren.length);

/** What each gemeente contributes, participants and guests, flat at `gemeente · jaren + y`. */
function bijdragenPerGemeente({ kader, deelnemers, gasten, verdeeld }: Evaluatie): Float64Array {
  const Y = kader.jaren.length;
  const bijdragen = gasten.perGemeente.slice();
  for (const [i, g] of deelnemers.entries()) {
    for (let y = 0; y < Y; y++) bijdragen[g * Y + y]! += verdeeld.bijdragen[i * Y + y] as number;
  }
  return bijdragen;
}

/** The effect on each gemeente (rekenmodel 7), flat at `gemeente · jaren + y`. */
export const effectPerGemeente = (e: Evaluatie): Float64Array => opgeteld(e.individueel.perGemeente, e.bestaand.perGemeente, bijdragenPerGemeente(e));

/** @param nul the nulscenario under the same indexes as the evaluation */
export function uitkomstVanScenario(gegevens: Gegevens, nul: Nulbedragen, e: Evaluatie): ScenarioUitkomst {
  const { kader, deelnemers } = e;
  const Y = kader.jaren.length;
  const G = gegevens.gemeenten.length;
  const nulTotaal = totaalVan(nul);

  const bijdragen = bijdragenPerGemeente(e);
  const inzetPerSchool = new Float64Array(gegevens.scholen.length * Y);
  const inzetPerDrager = new Float64Array(gegevens.dragers.length * Y);
  const collectief = Array.from({ length: Y }, () => 0);
  const eenmalig = collectief.slice();
  const regionaal = collectief.slice();
  for (const r of e.regels) {
    for (let y = 0; y < Y; y++) {
      const bedrag = r.perJaar[y] as number;
      if (bedrag === 0) continue;
      for (const [code, aandeel] of Object.entries(r.dekking)) inzetPerDrager[(gegevens.dragerIndex.get(code) as number) * Y + y]! += bedrag * aandeel;
      const vanGemeenten = bedrag * r.aandeelGemeenten;
      collectief[y]! += vanGemeenten;
      if (r.regel.soort === 'eenmalig') eenmalig[y]! += vanGemeenten;
      if (r.arrangement === undefined) regionaal[y]! += vanGemeenten;
      else inzetPerSchool[e.effecten[r.arrangement]!.school * Y + y]! += vanGemeenten;
    }
  }

  const effect: Bedragen = {
    perGemeente: opgeteld(e.individueel.perGemeente, e.bestaand.perGemeente, bijdragen),
    perSchool: opgeteld(e.individueel.perSchool, e.bestaand.perSchool, inzetPerSchool),
    perDrager: opgeteld(e.individueel.perDrager, e.bestaand.perDrager, inzetPerDrager),
  };
  const totaal: Bedragen = {
    perGemeente: opgeteld(nulTotaal.perGemeente, effect.perGemeente),
    perSchool: opgeteld(nulTotaal.perSchool, effect.perSchool),
    perDrager: opgeteld(nulTotaal.perDrager, effect.perDrager),
  };
  const betalers = e.scenario.nietDeelnemers === 'bijdragePerLeerling' ? Array.from({ length: G }, (_, g) => g) : deelnemers;
  const betalercodes = betalers.map((g) => (gegevens.gemeenten[g] as Gegevens['gemeenten'][number]).code);
  const perBetaler = betalers.map((g) => reeksVan(bijdragen, g, Y));
  const afgerondPerJaar = kader.jaren.map((_, y) => rondBijdragenAf(perBetaler.map((reeks) => reeks[y] as number), betalercodes));
  const effectPerJaar = perJaar(effect.perGemeente, Y);
  const alleDragers = perJaar(effect.perDrager, Y);
  const voet = disconteringsvoetVan(gegevens.uitgangspunten);

  return {
    vrijval: Object.fromEntries(e.effecten.map((a) => [a.arrangement.school, vrijvalPerProduct(gegevens, a.vrijval, Y)])),
    zonderToegang: Object.fromEntries(e.effecten.map((a, i) => [a.arrangement.school, e.zonderToegang[i] as number])),
    individueel: perCode(gemeentecodes(gegevens), opgeteld(nul.individueel.perGemeente, e.individueel.perGemeente), Y),
    bijdragen: Object.fromEntries(betalercodes.map((code, i) => [code, perBetaler[i] as Reeks])),
    bijdragenAfgerond: Object.fromEntries(betalercodes.map((code, i) => [code, afgerondPerJaar.map((bedragen) => bedragen[i] as number)])),
    collectief,
    eenmalig,
    totaal: { ...naarNulscenario(gegevens, totaal, Y), regionaal },
    effect: {
      perJaar: effectPerJaar,
      cumulatief: cumulatief(effectPerJaar),
      perGemeente: perCode(gemeentecodes(gegevens), effect.perGemeente, Y),
      perDrager: perCode(gegevens.dragers, effect.perDrager, Y),
    },
    alleDragers,
    ncw: nettoContanteWaarde(effectPerJaar, voet),
    ncwAlleDragers: nettoContanteWaarde(alleDragers, voet),
    terugverdienmaand: terugverdienmaand(e.effectPerMaand, kader.van),
  };
}

function vrijvalPerProduct(gegevens: Gegevens, vrijval: Float64Array, Y: number): Record<string, Reeks> {
  const uit: Record<string, Reeks> = {};
  for (const [p, product] of gegevens.producten.entries()) if (!Number.isNaN(vrijval[p * Y] as number)) uit[product.code] = reeksVan(vrijval, p, Y);
  return uit;
}
