/**
 * Contributions per draw. What lines cost before indexes and factors is a few sums per year (`Kostensommen`), made once per start. As long as a draw leaves
 * shares as they are and nobody pays as a guest, those sums are divided once too, over all pools together: a *bundel*. Else every pool is divided in the draw.
 */
import { ingroeiVanaf, isFormule, nietDeelnemersVan, vervangbaarVan, verdelingVan } from '../../project/standaard.ts';
import type { Arrangement, Inzetregel, Melding, Product, Sleutel } from '../../project/types.ts';
import type { Evaluatie } from '../../rekenen/evalueer.ts';
import { regelkosten, regionalePeriode } from '../../rekenen/inzet.ts';
import { maandenIn, type Kader } from '../../rekenen/kader.ts';
import { sleutelrekenaar } from '../../rekenen/sleutel.ts';
import { metIngroei, type Pool } from '../../rekenen/verdeling.ts';
import { VERWAARLOOSBAAR } from '../../rekenen/voorbereiden.ts';
import type { Beslisbasis } from '../basis.ts';
import { aandeelGehouden } from '../getrokken.ts';
import { PLEK, type Plaats } from './plaatsen.ts';
import { verlater } from './zorg.ts';

const INDEXEN = ['loon', 'prijs', 'geen'] as const;

/** Kinds of cost that a draw moves apart: by index, and structural or one-off. */
const SOORTEN = 2 * INDEXEN.length;
/** What lines cost per year before index and factor, gemeenten part: at `(2·index + eenmalig) · jaren + y`; and Σ |line|. */
interface Kostensommen { som: Float64Array; grootte: Float64Array }

interface Deelpot {
  /** Index of its arrangement; −1 for regional lines. */
  arrangement: number;
  plaats: Plaats;
  regels: Inzetregel[];
  perVertraging: Map<number, Kostensommen>;
  /** Cost in the present draw per year, gemeenten part; and Σ |line|. */
  kosten: Float64Array;
  grootte: Float64Array;
}

interface Pot {
  pool: Pool;
  deelpotten: Deelpot[];
  /** Whether its shares change with the replaceable share, and always do so. */
  volgtKosten: boolean;
  altijdOpnieuw: boolean;
  aandelen: Aandelen;
  aandelenVan: Aandelen | undefined;
}
/** The shares that are not 0. */
interface Aandelen { deelnemers: Int32Array; waarden: Float64Array }

const zonderNullen = (lijst: Float64Array): Aandelen => {
  const deelnemers = Int32Array.from(lijst.keys()).filter((i) => lijst[i] !== 0);
  return { deelnemers, waarden: Float64Array.from(deelnemers, (i) => lijst[i] as number) };
};

/** Places of an arrangement: for its lines and months (`regels`), and for its r (`aandeel`). Arrangementen may share them. */
export interface Inzetplaatsen { regels(arrangement: number): Plaats; aandeel(arrangement: number): Plaats; regio: Plaats }

/** Deelpotten with the same start, factors and indexes: what they cost per participant, of each kind, at `(kind · participants + participant) · jaren + y`. */
interface Bundel { plaats: Plaats; verschuift: boolean; delen: { pot: Pot; deelpot: Deelpot }[]; perVertraging: Map<number, Bundelsommen> }
interface Bundelsommen { doel: Float64Array; ref: Float64Array | undefined; eigen: Float64Array | undefined }

/**
 * @param evaluatie of the scenario as it is written
 * @param vervangbaarOnzeker whether the replaceable share is uncertain
 * @returns adds, for the present values of the places, all contributions to the effect at `gemeente · jaren + y`; gives the faults of a key (P22)
 */
export function inzetrekenaar(basis: Beslisbasis, evaluatie: Evaluatie, plaatsen: Inzetplaatsen, vervangbaarOnzeker: boolean): (naar: Float64Array) => readonly Melding[] | undefined {
  const { gegevens, scenario, formules, plaats: waar } = basis;
  const { kader, deelnemers, isDeelnemer, isInbegrepen } = evaluatie;
  const Y = kader.jaren.length;
  const G = gegevens.gemeenten.length;
  const zonderIndex: Kader = { ...kader, indexen: { ...kader.indexen, prijs: kader.jaren.map(() => 1), loon: kader.jaren.map(() => 1) } };
  const leerlingenVan = (school: number, telt: readonly boolean[]): number => telt.reduce((som, mee, g) => som + (mee ? (gegevens.leerlingen[school * G + g] as number) : 0), 0);
  const leerlingen = evaluatie.effecten.map(({ school }) => leerlingenVan(school, isInbegrepen));
  const leerlingenRegio = leerlingen.reduce((a, b) => a + b, 0);

  const { ingroei } = verdelingVan(scenario);
  const vanaf = ingroei && ingroeiVanaf(ingroei);
  const gebruiktKosten = (sleutel: Sleutel): boolean => (isFormule(sleutel) ? (formules.get(sleutel.formule)?.variabelen.includes('kosten') ?? false) : (sleutel.kosten ?? 0) !== 0);
  const potten = evaluatie.verdeeld.pools.map((pool): Pot => {
    const perArrangement = Map.groupBy(pool.regels, ({ arrangement }) => arrangement ?? -1);
    const sleutels = [pool.sleutel, ...(pool.aandelenVan && vanaf ? [vanaf] : [])].filter(gebruiktKosten);
    return {
      pool,
      deelpotten: [...perArrangement].map(([arrangement, regels]) => ({
        arrangement, plaats: arrangement < 0 ? plaatsen.regio : plaatsen.regels(arrangement), regels: regels.map(({ regel }) => regel), perVertraging: new Map(), kosten: new Float64Array(Y), grootte: new Float64Array(Y),
      })),
      volgtKosten: vervangbaarOnzeker && sleutels.length > 0,
      altijdOpnieuw: sleutels.some(isFormule),
      aandelen: zonderNullen(pool.aandelen),
      aandelenVan: pool.aandelenVan && zonderNullen(pool.aandelenVan),
    };
  });
  const deelpotten = potten.flatMap((pot) => pot.deelpotten);
  const opVolgorde = scenario.arrangementen.map((_, a) => deelpotten.filter(({ arrangement }) => arrangement === a));

  function sommenVan(pot: Deelpot, vertraging: number): Kostensommen {
    let sommen = pot.perVertraging.get(vertraging);
    if (sommen) return sommen;
    sommen = { som: new Float64Array(SOORTEN * Y), grootte: new Float64Array(SOORTEN * Y) };
    pot.perVertraging.set(vertraging, sommen);
    const { arrangement } = pot;
    const verschoven = arrangement < 0 ? undefined : verlater(basis, scenario.arrangementen[arrangement] as Arrangement, vertraging);
    if (verschoven && verschoven.arrangement.inzet.length === 0) return sommen;
    const eigen = arrangement < 0 ? [] : (scenario.arrangementen[arrangement] as Arrangement).inzet;
    for (const regel of pot.regels) {
      const geldend = verschoven ? (verschoven.arrangement.inzet[eigen.indexOf(regel)] as Inzetregel) : regel;
      const { perJaar, aandeelGemeenten } = regelkosten(geldend, undefined, verschoven?.periode ?? regionalePeriode(kader), arrangement < 0 ? leerlingenRegio : (leerlingen[arrangement] as number), zonderIndex);
      const rij = (2 * INDEXEN.indexOf(regel.index ?? 'loon') + Number(regel.soort === 'eenmalig')) * Y;
      for (let y = 0; y < Y; y++) {
        const bedrag = (perJaar[y] as number) * aandeelGemeenten;
        sommen.som[rij + y]! += bedrag;
        sommen.grootte[rij + y]! += Math.abs(bedrag);
      }
    }
    return sommen;
  }

  function zetKosten(pot: Deelpot): void {
    const { plaats, kosten, grootte } = pot;
    const { som, grootte: maten } = sommenVan(pot, pot.arrangement < 0 ? 0 : (plaats.waarden[PLEK.startvertraging] as number));
    const structureel = plaats.waarden[PLEK.inzetFactor] as number;
    const eenmalig = plaats.waarden[PLEK.eenmaligFactor] as number;
    for (let y = 0; y < Y; y++) {
      const loon = plaats.loon[y] as number;
      const prijs = plaats.prijs[y] as number;
      kosten[y] = structureel * (loon * (som[y] as number) + prijs * (som[2 * Y + y] as number) + (som[4 * Y + y] as number)) + eenmalig * (loon * (som[Y + y] as number) + prijs * (som[3 * Y + y] as number) + (som[5 * Y + y] as number));
      grootte[y] = Math.abs(structureel) * (loon * (maten[y] as number) + prijs * (maten[2 * Y + y] as number) + (maten[4 * Y + y] as number)) + Math.abs(eenmalig) * (loon * (maten[Y + y] as number) + prijs * (maten[3 * Y + y] as number) + (maten[5 * Y + y] as number));
    }
  }

  // — Keys on kosten —

  const vervangbaar = scenario.arrangementen.map((a) => Float64Array.from(gegevens.producten, (product: Product) => vervangbaarVan(a, product)));
  const hoogste = vervangbaar.map((lijst) => lijst.reduce((a, b) => Math.max(a, b), 0));
  const factorVan = (a: number): number => plaatsen.aandeel(a).waarden[PLEK.vervangbaarFactor] as number;
  /** One positive factor for all, that pushes no share over 1, changes no share of a weighted key. */
  const evenredig = (arrangementen: readonly number[]): boolean => arrangementen.every((a) => factorVan(a) > 0 && factorVan(a) * (hoogste[a] as number) <= 1 && factorVan(a) === factorVan(arrangementen[0] as number));
  const alle = scenario.arrangementen.map((_, a) => a);
  const nummerVanSchool = new Map(evaluatie.effecten.map(({ school }, a) => [school, a]));

  function nieuweAandelen(): { per: Map<Pot, { aandelen: Aandelen; aandelenVan: Aandelen | undefined }>; fouten: readonly Melding[] } | undefined {
    const teDoen = potten.filter((pot) => pot.volgtKosten && (pot.altijdOpnieuw || !evenredig(pot.pool.bereik === 'regio' ? alle : [nummerVanSchool.get(pot.pool.bereik) as number])));
    if (teDoen.length === 0) return undefined;
    const sleutels = sleutelrekenaar(gegevens, vervangbaar.map((lijst, a) => ({ school: evaluatie.effecten[a]!.school, vervangbaar: lijst.map((r) => aandeelGehouden(r * factorVan(a))) })), deelnemers, formules, waar.pad);
    const per = new Map(teDoen.map((pot) => {
      const { sleutel, bereik, naam, aandelenVan } = pot.pool;
      return [pot, { aandelen: zonderNullen(sleutels.aandelen(sleutel, bereik, naam)), aandelenVan: aandelenVan && zonderNullen(sleutels.aandelen(vanaf as Sleutel, bereik, naam)) }];
    }));
    return { per, fouten: sleutels.fouten };
  }

  // — Guests —

  const perLeerling = nietDeelnemersVan(scenario) === 'bijdragePerLeerling' ? scenario.bijdragePerLeerling : undefined;
  const gasten = evaluatie.effecten.map(({ school }) => (perLeerling === undefined ? [] : gegevens.gemeenten.map((_, g) => g).filter((g) => !isDeelnemer[g] && (gegevens.leerlingen[school * G + g] as number) > 0)));
  const leerlingenGasten = gasten.map((lijst, a) => lijst.reduce((som, g) => som + (gegevens.leerlingen[evaluatie.effecten[a]!.school * G + g] as number), 0));
  const verlaging = new Float64Array(alle.length * Y);
  const maandenPerVertraging = alle.map(() => new Map<number, number[]>());

  function actieveMaanden(a: number, vertraging: number): number[] {
    let maanden = maandenPerVertraging[a]!.get(vertraging);
    if (!maanden) {
      const { periode } = verlater(basis, scenario.arrangementen[a] as Arrangement, vertraging);
      maandenPerVertraging[a]!.set(vertraging, (maanden = kader.jaren.map((_, y) => maandenIn(periode, kader, y))));
    }
    return maanden;
  }

  /** As `gastbijdragen` of rekenmodel 6. */
  function telGasten(naar: Float64Array): void {
    for (const [a, lijst] of gasten.entries()) {
      if (lijst.length === 0) continue;
      const plaats = plaatsen.regels(a);
      const maanden = actieveMaanden(a, plaats.waarden[PLEK.startvertraging] as number);
      for (let y = 0; y < Y; y++) {
        verlaging[a * Y + y] = 0;
        let ruimte = 0;
        let grootte = 0;
        for (const pot of opVolgorde[a] as Deelpot[]) {
          ruimte += pot.kosten[y] as number;
          grootte += pot.grootte[y] as number;
        }
        if (ruimte <= VERWAARLOOSBAAR * grootte) continue;
        const perHoofd = (((perLeerling as number) * (kader.indexen.leerlingen[y] as number) * (maanden[y] as number)) / 12) * (plaats.loon[y] as number);
        const samen = perHoofd * (leerlingenGasten[a] as number);
        const schaal = samen > ruimte ? ruimte / samen : 1;
        for (const g of lijst) naar[g * Y + y]! += schaal * perHoofd * (gegevens.leerlingen[evaluatie.effecten[a]!.school * G + g] as number);
        verlaging[a * Y + y] = (schaal * samen) / ruimte;
      }
    }
  }

  // — Dividing —

  const n = deelnemers.length;
  const [doel, ref, eigen] = [new Float64Array(n * Y), new Float64Array(n * Y), new Float64Array(n * Y)];
  const bedrag = new Float64Array(Y);
  const inwoners = deelnemers.map((g) => gegevens.inwoners[g] as number);
  const metGasten = gasten.some((lijst) => lijst.length > 0);

  function deel(naar: Float64Array, { deelnemers: wie, waarden }: Aandelen): void {
    for (let j = 0; j < wie.length; j++) {
      const plek = (wie[j] as number) * Y;
      const aandeel = waarden[j] as number;
      for (let y = 0; y < Y; y++) naar[plek + y]! += (bedrag[y] as number) * aandeel;
    }
  }

  // — All pools together —

  const bundels = [...Map.groupBy(potten.flatMap((pot) => pot.deelpotten.map((deelpot) => ({ pot, deelpot }))), ({ deelpot }) => (deelpot.arrangement < 0 ? null : deelpot.plaats))]
    .map(([plaats, delen]): Bundel => ({ plaats: plaats ?? plaatsen.regio, verschuift: plaats !== null, delen, perVertraging: new Map() }));
  const metEigen = potten.some(({ pool }) => pool.eigenSleutel);

  const leeg = (): Float64Array => new Float64Array(SOORTEN * n * Y);
  function bundelsommenVan({ delen, perVertraging }: Bundel, vertraging: number): Bundelsommen {
    let sommen = perVertraging.get(vertraging);
    if (sommen) return sommen;
    sommen = { doel: leeg(), ref: vanaf && leeg(), eigen: metEigen ? leeg() : undefined };
    perVertraging.set(vertraging, sommen);
    for (const { pot, deelpot } of delen) {
      const { som } = sommenVan(deelpot, vertraging);
      for (let soort = 0; soort < SOORTEN; soort++) {
        bedrag.set(som.subarray(soort * Y, (soort + 1) * Y));
        if (bedrag.every((x) => x === 0)) continue;
        const vak = (lijst: Float64Array | undefined): Float64Array => (lijst as Float64Array).subarray(soort * n * Y, (soort + 1) * n * Y);
        deel(vak(pot.pool.eigenSleutel ? sommen.eigen : sommen.doel), pot.aandelen);
        if (pot.aandelenVan) deel(vak(sommen.ref), pot.aandelenVan);
      }
    }
    return sommen;
  }

  function telBundel(bundel: Bundel): void {
    const { plaats } = bundel;
    const sommen = bundelsommenVan(bundel, bundel.verschuift ? (plaats.waarden[PLEK.startvertraging] as number) : 0);
    for (let soort = 0; soort < SOORTEN; soort++) {
      const factor = plaats.waarden[soort % 2 === 1 ? PLEK.eenmaligFactor : PLEK.inzetFactor] as number;
      const index = soort < 2 ? plaats.loon : soort < 4 ? plaats.prijs : undefined;
      for (let y = 0; y < Y; y++) bedrag[y] = factor * (index ? (index[y] as number) : 1);
      telVak(doel, sommen.doel, soort);
      if (sommen.ref) telVak(ref, sommen.ref, soort);
      if (sommen.eigen) telVak(eigen, sommen.eigen, soort);
    }
  }
  function telVak(naar: Float64Array, vakken: Float64Array, soort: number): void {
    const begin = soort * n * Y;
    for (let i = 0; i < n; i++) for (let y = 0, plek = i * Y; y < Y; y++, plek++) naar[plek]! += (bedrag[y] as number) * (vakken[begin + plek] as number);
  }

  /** Every pool on its own. */
  function telPotten(nieuw: ReturnType<typeof nieuweAandelen>): void {
    for (const pot of potten) {
      bedrag.fill(0);
      for (const { arrangement, kosten } of pot.deelpotten) {
        for (let y = 0; y < Y; y++) bedrag[y]! += (kosten[y] as number) * (arrangement < 0 ? 1 : 1 - (verlaging[arrangement * Y + y] as number));
      }
      const { aandelen, aandelenVan } = nieuw?.per.get(pot) ?? pot;
      deel(pot.pool.eigenSleutel ? eigen : doel, aandelen);
      if (aandelenVan) deel(ref, aandelenVan);
    }
  }

  return (naar) => {
    const nieuw = nieuweAandelen();
    if (nieuw && nieuw.fouten.length > 0) return nieuw.fouten;
    doel.fill(0);
    ref.fill(0);
    eigen.fill(0);
    if (nieuw || metGasten || bundels.length > 2) {
      for (const pot of deelpotten) zetKosten(pot);
      telGasten(naar);
      telPotten(nieuw);
    } else for (const bundel of bundels) telBundel(bundel);
    const volgensSleutel = ingroei ? metIngroei(ingroei, doel, ref, inwoners, Y) : doel;
    for (let i = 0; i < n; i++) {
      const plek = (deelnemers[i] as number) * Y;
      for (let y = 0; y < Y; y++) naar[plek + y]! += (volgensSleutel[i * Y + y] as number) + (eigen[i * Y + y] as number);
    }
    return undefined;
  };
}
