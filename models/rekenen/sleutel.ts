/** Keys (rekenmodel 6): the share of each participant in a pool, from weights on variables or from a formula. */
import { dragerVan, GEMEENTEN, isFormule, opgeteldTotEen } from '../project/standaard.ts';
import { SLEUTELVARIABELEN, type Gewichten, type Melding, type Sleutel, type Sleutelvariabele } from '../project/types.ts';
import type { Arrangementeffect } from './effect.ts';
import type { Formule, Formulewaarden } from './formule.ts';
import type { Gegevens } from './gegevens.ts';
import { VERWAARLOOSBAAR } from './voorbereiden.ts';

/** Compiled formulas by their text. */
export type Formules = ReadonlyMap<string, Formule>;

/** The schools of a pool: one, or all schools with an arrangement. */
export type Bereik = number | 'regio';

export interface Sleutelrekenaar {
  /** Value of a variable per participant (in the order of `deelnemers`), over the schools of the pool. */
  waarden(variabele: Sleutelvariabele, bereik: Bereik): Float64Array;
  /** Share per participant, adding up to 1. `waar` names the pool in messages. */
  aandelen(sleutel: Sleutel, bereik: Bereik, waar: string): Float64Array;
  fouten: Melding[];
  waarschuwingen: Melding[];
}

/** Variables that are the same in every pool. */
const ONGEACHT_SCHOOL: ReadonlySet<Sleutelvariabele> = new Set(['inwoners', 'inwonersJeugd', 'gelijk']);

/**
 * @param deelnemers indexes of the participants
 * @param pad path of the scenario, for messages
 */
export function sleutelrekenaar(gegevens: Gegevens, effecten: readonly Pick<Arrangementeffect, 'school' | 'vervangbaar'>[], deelnemers: readonly number[], formules: Formules, pad: string): Sleutelrekenaar {
  const G = gegevens.gemeenten.length;
  const fouten: Melding[] = [];
  const waarschuwingen: Melding[] = [];
  const berekend = new Map<Sleutelvariabele, Map<Bereik, Float64Array>>(SLEUTELVARIABELEN.map((variabele) => [variabele, new Map()]));
  const aandelenBerekend = new Map<Sleutel, Map<Bereik, Float64Array>>();
  const gewichten = new Map<Gewichten, [Sleutelvariabele, number][]>();
  const gewichtenVan = (sleutel: Gewichten): [Sleutelvariabele, number][] => {
    let lijst = gewichten.get(sleutel);
    if (!lijst) gewichten.set(sleutel, (lijst = (Object.entries(opgeteldTotEen(sleutel)) as [Sleutelvariabele, number][]).filter(([, gewicht]) => gewicht !== 0)));
    return lijst;
  };
  const plekVan = new Int32Array(G).fill(-1);
  for (const [i, g] of deelnemers.entries()) plekVan[g] = i;
  const vanGemeenten = gegevens.producten.map((p) => dragerVan(p) === GEMEENTEN);
  const effectVan = new Map(effecten.map((e) => [e.school, e]));
  const scholenVan = (bereik: Bereik): number[] => (bereik === 'regio' ? [...effectVan.keys()] : [bereik]);

  const aantal = deelnemers.length;
  // Lists are cut from large blocks: a country needs thousands of them at every keystroke, and each block of its own costs more than what is done with it.
  const PER_BLOK = 256;
  let blok = new Float64Array(0);
  let gebruikt = PER_BLOK;
  function nieuweLijst(): Float64Array {
    if (gebruikt === PER_BLOK) {
      blok = new Float64Array(PER_BLOK * aantal);
      gebruikt = 0;
    }
    return blok.subarray(gebruikt * aantal, ++gebruikt * aantal);
  }
  const allePlekken = Int32Array.from(deelnemers, (_, i) => i);
  const plekkenPerSchool = new Map<number, Int32Array>();
  /** The participants for whom a figure of these schools can be anything but 0. */
  function plekkenOp(bereik: Bereik): Int32Array {
    if (bereik === 'regio') return allePlekken;
    let plekken = plekkenPerSchool.get(bereik);
    if (!plekken) plekkenPerSchool.set(bereik, (plekken = gegevens.aanwezig[bereik]!.map((g) => plekVan[g] as number).filter((plek) => plek >= 0)));
    return plekken;
  }

  function perPaar(tabel: Float64Array, scholen: readonly number[]): Float64Array {
    const som = nieuweLijst();
    for (const school of scholen) for (const plek of plekkenOp(school)) som[plek]! += tabel[school * G + (deelnemers[plek] as number)] as number;
    return som;
  }

  /** Σ basis·r over schools and products that gemeenten pay; below 0 counts as 0. */
  function kosten(scholen: readonly number[], waar: string): Float64Array {
    const som = nieuweLijst();
    const grootte = nieuweLijst();
    let negatief = false;
    for (const school of scholen) {
      const { vervangbaar } = effectVan.get(school) as Pick<Arrangementeffect, 'vervangbaar'>;
      for (let c = gegevens.celVan[school] as number; c < (gegevens.celVan[school + 1] as number); c++) {
        const product = gegevens.celProduct[c] as number;
        const plek = plekVan[gegevens.celGemeente[c] as number] as number;
        if (plek < 0 || !vanGemeenten[product]) continue;
        const bedrag = (gegevens.celBasis[c] as number) * (vervangbaar[product] as number);
        som[plek]! += bedrag;
        grootte[plek]! += Math.abs(bedrag);
        if (bedrag < 0) negatief = true;
      }
    }
    if (!negatief) return som;
    for (let plek = 0; plek < aantal; plek++) {
      const bedrag = som[plek] as number;
      if (bedrag === 0 || bedrag > VERWAARLOOSBAAR * (grootte[plek] as number)) continue;
      som[plek] = 0;
      if (bedrag >= -VERWAARLOOSBAAR * (grootte[plek] as number)) continue;
      const gemeente = gegevens.gemeenten[deelnemers[plek] as number] as Gegevens['gemeenten'][number];
      waarschuwingen.push({
        code: 'W05',
        pad,
        tekst: `De kosten van ${gemeente.naam} (${gemeente.code}) ${waar} zijn negatief (meer correcties dan declaraties) en tellen in de sleutel als 0. Controleer de declaraties van deze gemeente.`,
      });
    }
    return som;
  }

  function waarden(variabele: Sleutelvariabele, bereik: Bereik): Float64Array {
    const perBereik = berekend.get(variabele) as Map<Bereik, Float64Array>;
    const waar = ONGEACHT_SCHOOL.has(variabele) ? 'regio' : bereik;
    let lijst = perBereik.get(waar);
    if (!lijst) perBereik.set(waar, (lijst = reken(variabele, waar)));
    return lijst;
  }

  function reken(variabele: Sleutelvariabele, bereik: Bereik): Float64Array {
    switch (variabele) {
      case 'leerlingen': return perPaar(gegevens.leerlingen, scholenVan(bereik));
      case 'jeugdigen': return perPaar(gegevens.jeugdigen, scholenVan(bereik));
      case 'kosten': return kosten(scholenVan(bereik), bereik === 'regio' ? 'op de scholen met een arrangement' : `op ${gegevens.scholen[bereik]!.naam}`);
      case 'inwoners': return Float64Array.from(deelnemers, (g) => gegevens.inwoners[g] as number);
      case 'inwonersJeugd': return Float64Array.from(deelnemers, (g) => gegevens.inwonersJeugd[g] as number);
      case 'gelijk': return nieuweLijst().fill(1);
    }
  }

  /**
   * Adds `gewicht` times the shares by one list of values ≥ 0; where all are 0: by leerlingen, and by equal shares if those are 0 too (W04).
   * @param plekken where the list can be anything but 0
   */
  function telAandelen(naar: Float64Array, gewicht: number, lijst: Float64Array, plekken: Int32Array, wat: string, bereik: Bereik, waar: string): void {
    let som = 0;
    for (const plek of plekken) som += lijst[plek] as number;
    if (som > 0) for (const plek of plekken) naar[plek]! += (gewicht * (lijst[plek] as number)) / som;
    else telVervanging(naar, gewicht, wat, bereik, waar);
  }

  function telVervanging(naar: Float64Array, gewicht: number, wat: string, bereik: Bereik, waar: string): void {
    const door = waarden('leerlingen', bereik).some((leerlingen) => leerlingen > 0) ? 'leerlingen' : 'gelijk';
    waarschuwingen.push({
      code: 'W04',
      pad,
      tekst: `De sleutel ${wat} ${waar} is voor alle deelnemers 0 en is vervangen door ${door === 'gelijk' ? 'gelijke delen' : door}. Vul het ontbrekende gegeven aan of kies een andere sleutel.`,
    });
    telAandelen(naar, gewicht, waarden(door, bereik), allePlekken, wat, bereik, waar);
  }

  function volgensFormule(tekst: string, bereik: Bereik, waar: string): Float64Array {
    const formule = formules.get(tekst) as Formule;
    const lijsten = formule.variabelen.map((naam) => [naam, waarden(naam, bereik)] as const);
    const lijst = nieuweLijst();
    for (let i = 0; i < aantal; i++) {
      const hier: Formulewaarden = {};
      for (const [naam, reeks] of lijsten) hier[naam] = reeks[i] as number;
      const waarde = formule.waarde(hier);
      if (Number.isFinite(waarde) && waarde >= 0) {
        lijst[i] = waarde;
        continue;
      }
      const gemeente = gegevens.gemeenten[deelnemers[i] as number] as Gegevens['gemeenten'][number];
      fouten.push({
        code: 'P22',
        pad,
        tekst: `De sleutelformule “${tekst}” geeft voor ${gemeente.naam} (${gemeente.code}) ${waar} ${waarde < 0 ? 'een negatieve uitkomst' : 'geen eindig getal (bijvoorbeeld door delen door 0)'}. Pas de formule aan, bijvoorbeeld met max(…, 0).`,
      });
    }
    const aandelen = nieuweLijst();
    telAandelen(aandelen, 1, lijst, allePlekken, `“${tekst}”`, bereik, waar);
    return aandelen;
  }

  function volgensGewichten(sleutel: Gewichten, bereik: Bereik, waar: string): Float64Array {
    const aandelen = nieuweLijst();
    for (const [variabele, gewicht] of gewichtenVan(sleutel)) telAandelen(aandelen, gewicht, waarden(variabele, bereik), ONGEACHT_SCHOOL.has(variabele) ? allePlekken : plekkenOp(bereik), variabele, bereik, waar);
    return aandelen;
  }

  return {
    waarden,
    fouten,
    waarschuwingen,
    aandelen(sleutel, bereik, waar) {
      let perBereik = aandelenBerekend.get(sleutel);
      if (!perBereik) aandelenBerekend.set(sleutel, (perBereik = new Map()));
      let lijst = perBereik.get(bereik);
      if (!lijst) perBereik.set(bereik, (lijst = isFormule(sleutel) ? volgensFormule(sleutel.formule, bereik, waar) : volgensGewichten(sleutel, bereik, waar)));
      return lijst;
    },
  };
}
