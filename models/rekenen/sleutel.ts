/** Keys (rekenmodel 6): the share of each participant in a pool, from weights on variables or from a formula. */
import { dragerVan, GEMEENTEN, isFormule, opgeteldTotEen } from '../project/standaard.ts';
import type { Gewichten, Melding, Sleutel, Sleutelvariabele } from '../project/types.ts';
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

/**
 * @param deelnemers indexes of the participants
 * @param pad path of the scenario, for messages
 */
export function sleutelrekenaar(gegevens: Gegevens, effecten: readonly Pick<Arrangementeffect, 'school' | 'vervangbaar'>[], deelnemers: readonly number[], formules: Formules, pad: string): Sleutelrekenaar {
  const G = gegevens.gemeenten.length;
  const fouten: Melding[] = [];
  const waarschuwingen: Melding[] = [];
  const berekend = new Map<string, Float64Array>();
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

  function perPaar(tabel: Float64Array, scholen: readonly number[]): Float64Array {
    const som = new Float64Array(aantal);
    for (const school of scholen) for (let i = 0; i < aantal; i++) som[i]! += tabel[school * G + (deelnemers[i] as number)] as number;
    return som;
  }

  /** Σ basis·r over schools and products that gemeenten pay; below 0 counts as 0. */
  function kosten(scholen: readonly number[], waar: string): Float64Array {
    const som = new Float64Array(aantal);
    const grootte = new Float64Array(aantal);
    for (const school of scholen) {
      const { vervangbaar } = effectVan.get(school) as Pick<Arrangementeffect, 'vervangbaar'>;
      for (let c = gegevens.celVan[school] as number; c < (gegevens.celVan[school + 1] as number); c++) {
        const product = gegevens.celProduct[c] as number;
        const plek = plekVan[gegevens.celGemeente[c] as number] as number;
        if (plek < 0 || !vanGemeenten[product]) continue;
        const bedrag = (gegevens.celBasis[c] as number) * (vervangbaar[product] as number);
        som[plek]! += bedrag;
        grootte[plek]! += Math.abs(bedrag);
      }
    }
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
    const naam = `${variabele} ${bereik}`;
    let lijst = berekend.get(naam);
    if (!lijst) berekend.set(naam, (lijst = reken(variabele, bereik)));
    return lijst;
  }

  function reken(variabele: Sleutelvariabele, bereik: Bereik): Float64Array {
    switch (variabele) {
      case 'leerlingen': return perPaar(gegevens.leerlingen, scholenVan(bereik));
      case 'jeugdigen': return perPaar(gegevens.jeugdigen, scholenVan(bereik));
      case 'kosten': return kosten(scholenVan(bereik), bereik === 'regio' ? 'op de scholen met een arrangement' : `op ${gegevens.scholen[bereik]!.naam}`);
      case 'inwoners': return Float64Array.from(deelnemers, (g) => gegevens.inwoners[g] as number);
      case 'inwonersJeugd': return Float64Array.from(deelnemers, (g) => gegevens.inwonersJeugd[g] as number);
      case 'gelijk': return new Float64Array(aantal).fill(1);
    }
  }

  /** Adds `gewicht` times the shares by one list of values; where all are 0: by leerlingen, and by equal shares if those are 0 too (W04). */
  function telAandelen(naar: Float64Array, gewicht: number, lijst: Float64Array, wat: string, bereik: Bereik, waar: string): void {
    const geldend = alleNul(lijst) ? vervanging(wat, bereik, waar) : lijst;
    let som = 0;
    for (let i = 0; i < aantal; i++) som += geldend[i] as number;
    for (let i = 0; i < aantal; i++) naar[i]! += (gewicht * (geldend[i] as number)) / som;
  }

  function vervanging(wat: string, bereik: Bereik, waar: string): Float64Array {
    const leerlingen = waarden('leerlingen', bereik);
    const door = alleNul(leerlingen) ? ('gelijk' as const) : ('leerlingen' as const);
    waarschuwingen.push({
      code: 'W04',
      pad,
      tekst: `De sleutel ${wat} ${waar} is voor alle deelnemers 0 en is vervangen door ${door === 'gelijk' ? 'gelijke delen' : door}. Vul het ontbrekende gegeven aan of kies een andere sleutel.`,
    });
    return waarden(door, bereik);
  }

  function volgensFormule(tekst: string, bereik: Bereik, waar: string): Float64Array {
    const formule = formules.get(tekst) as Formule;
    const lijsten = formule.variabelen.map((naam) => [naam, waarden(naam, bereik)] as const);
    const lijst = new Float64Array(aantal);
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
    const aandelen = new Float64Array(aantal);
    telAandelen(aandelen, 1, lijst, `“${tekst}”`, bereik, waar);
    return aandelen;
  }

  function volgensGewichten(sleutel: Gewichten, bereik: Bereik, waar: string): Float64Array {
    const aandelen = new Float64Array(aantal);
    for (const [variabele, gewicht] of gewichtenVan(sleutel)) telAandelen(aandelen, gewicht, waarden(variabele, bereik), variabele, bereik, waar);
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

function alleNul(lijst: Float64Array): boolean {
  for (let i = 0; i < lijst.length; i++) if (lijst[i] !== 0) return false;
  return true;
}
