/**
 * Contributions per draw. What lines cost before indexes and factors is a few sums per year (`Kostensommen`), made once per start; and as long as a draw
 * leaves shares as they are and nobody pays as a guest, those sums are divided once too, over all pools together: a *bundel*. Only what the key `kosten`
 * divides is divided anew, in draws that change it.
 */
import { indexVanRegel, ingroeiVanaf, isFormule, nietDeelnemersVan, opgeteldTotEen, vervangbaarVan, verdelingVan } from '../../project/standaard.ts';
import type { Arrangement, Gewichten, Inzetregel, Melding, Product, Sleutel } from '../../project/types.ts';
import type { Evaluatie } from '../../rekenen/evalueer.ts';
import { regelkosten, regionalePeriode } from '../../rekenen/inzet.ts';
import { maandenIn, type Kader } from '../../rekenen/kader.ts';
import { sleutelrekenaar, type Bereik } from '../../rekenen/sleutel.ts';
import { metIngroei, type Pool } from '../../rekenen/verdeling.ts';
import { VERWAARLOOSBAAR } from '../../rekenen/voorbereiden.ts';
import type { Beslisbasis } from '../basis.ts';
import { aandeelGehouden } from '../getrokken.ts';
import { PLEK } from '../parameters.ts';
import { kostensleutel } from './kostensleutel.ts';
import type { Plaats } from './plaatsen.ts';
import { verlater } from './verlater.ts';

const INDEXEN = ['loon', 'prijs', 'geen'] as const;
/** Kinds of cost that a draw moves apart: by index, and structural or one-off. */
const SOORTEN = 2 * INDEXEN.length;

/** What lines cost per year before index and factor, gemeenten part: at `(2·index + eenmalig) · jaren + y`; and Σ |line|. */
interface Kostensommen { som: Float64Array; grootte: Float64Array }

/** Lines of one arrangement in one pool. */
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

/** What contributions are added up in: by `sleutel`, by the key `van` of the ingroei, and by the keys of lines that have one of their own. */
type Vak = 'doel' | 'ref' | 'eigen';
const perVak = (lengte: number): Record<Vak, Float64Array> => ({ doel: new Float64Array(lengte), ref: new Float64Array(lengte), eigen: new Float64Array(lengte) });
/** One key of a pool: a part of its shares that no draw changes, and what remains: a weight on `kosten`, or a formula that uses it. */
interface Rol { vak: Vak; vast: Float64Array; kosten: number; formule: Sleutel | undefined }
interface Pot { pool: Pool; deelpotten: Deelpot[]; rollen: Rol[] }

/** Places of an arrangement: for its lines and months (`regels`), and for its r (`aandeel`). Arrangementen may share them. */
export interface Inzetplaatsen { regels(arrangement: number): Plaats; aandeel(arrangement: number): Plaats; regio: Plaats }

/** Deelpotten with the same start, factors and indexes. */
interface Bundel { plaats: Plaats; verschuift: boolean; delen: { pot: Pot; deelpot: Deelpot }[]; perVertraging: Map<number, Bundelsommen> }
/** What they cost per participant, of each kind, at `(kind · participants + participant) · jaren + y`: by shares that stay, and by `kosten` as it is; and the kinds that occur. */
interface Bundelsommen { vast: Record<Vak, Float64Array>; kosten: Record<Vak, Float64Array>; soorten: number[] }

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
  const n = deelnemers.length;
  const zonderIndex: Kader = { ...kader, indexen: { ...kader.indexen, prijs: kader.jaren.map(() => 1), loon: kader.jaren.map(() => 1) } };
  const leerlingenVan = (school: number, telt: readonly boolean[]): number => telt.reduce((som, mee, g) => som + (mee ? (gegevens.leerlingen[school * G + g] as number) : 0), 0);
  const leerlingen = evaluatie.effecten.map(({ school }) => leerlingenVan(school, isInbegrepen));
  const leerlingenRegio = leerlingen.reduce((a, b) => a + b, 0);
  const { ingroei } = verdelingVan(scenario);

  // — Keys —

  const vervangbaar = scenario.arrangementen.map((a) => Float64Array.from(gegevens.producten, (product: Product) => vervangbaarVan(a, product)));
  const factorVan = (a: number): number => plaatsen.aandeel(a).waarden[PLEK.vervangbaarFactor] as number;
  const gewoneSleutels = sleutelrekenaar(gegevens, evaluatie.effecten, deelnemers, formules, waar.pad);
  const opKosten = kostensleutel(gegevens, evaluatie.effecten.map(({ school }) => school), vervangbaar, deelnemers, gewoneSleutels);

  function rolVan(vak: Vak, sleutel: Sleutel, { bereik, naam }: Pool): Rol {
    const gebruiktKosten = isFormule(sleutel) ? (formules.get(sleutel.formule)?.variabelen.includes('kosten') ?? false) : (sleutel.kosten ?? 0) !== 0;
    if (!vervangbaarOnzeker || !gebruiktKosten) return { vak, vast: gewoneSleutels.aandelen(sleutel, bereik, naam), kosten: 0, formule: undefined };
    if (isFormule(sleutel)) return { vak, vast: new Float64Array(n), kosten: 0, formule: sleutel };
    const { kosten = 0, ...andere }: Gewichten = opgeteldTotEen(sleutel);
    const rest = kosten < 1 ? gewoneSleutels.aandelen(opgeteldTotEen(andere), bereik, naam).map((aandeel) => (1 - kosten) * aandeel) : new Float64Array(n);
    return { vak, vast: rest, kosten, formule: undefined };
  }
  const potten = evaluatie.verdeeld.pools.map((pool): Pot => ({
    pool,
    deelpotten: [...Map.groupBy(pool.regels, ({ arrangement }) => arrangement ?? -1)].map(([arrangement, regels]) => ({
      arrangement, plaats: arrangement < 0 ? plaatsen.regio : plaatsen.regels(arrangement), regels: regels.map(({ regel }) => regel), perVertraging: new Map(), kosten: new Float64Array(Y), grootte: new Float64Array(Y),
    })),
    rollen: [rolVan(pool.eigenSleutel ? 'eigen' : 'doel', pool.sleutel, pool), ...(ingroei && !pool.eigenSleutel ? [rolVan('ref', ingroeiVanaf(ingroei), pool)] : [])],
  }));
  const deelpotten = potten.flatMap((pot) => pot.deelpotten);
  const pottenOpKosten = potten.filter(({ rollen }) => rollen.some(({ kosten }) => kosten !== 0));
  const pottenMetFormule = potten.filter(({ rollen }) => rollen.some(({ formule }) => formule));

  /** Shares by the formulas that use `kosten`, in the present draw. */
  function formuleaandelen(): { aandelen: (sleutel: Sleutel, pool: Pool) => Float64Array; fouten: readonly Melding[] } | undefined {
    if (pottenMetFormule.length === 0) return undefined;
    const getrokken = vervangbaar.map((lijst, a) => ({ school: evaluatie.effecten[a]!.school, vervangbaar: lijst.map((r) => aandeelGehouden(r * factorVan(a))) }));
    const sleutels = sleutelrekenaar(gegevens, getrokken, deelnemers, formules, waar.pad);
    for (const { pool, rollen } of pottenMetFormule) for (const { formule } of rollen) if (formule) sleutels.aandelen(formule, pool.bereik, pool.naam);
    return { aandelen: (sleutel, { bereik, naam }) => sleutels.aandelen(sleutel, bereik, naam), fouten: sleutels.fouten };
  }

  // — What lines cost —

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
      const rij = (2 * INDEXEN.indexOf(indexVanRegel(regel)) + Number(regel.soort === 'eenmalig')) * Y;
      for (let y = 0; y < Y; y++) {
        const som = (perJaar[y] as number) * aandeelGemeenten;
        sommen.som[rij + y]! += som;
        sommen.grootte[rij + y]! += Math.abs(som);
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

  // — Guests, as `gastbijdragen` of rekenmodel 6 —

  const perLeerling = nietDeelnemersVan(scenario) === 'bijdragePerLeerling' ? scenario.bijdragePerLeerling : undefined;
  const gasten = evaluatie.effecten.map(({ school }) => (perLeerling === undefined ? [] : gegevens.gemeenten.map((_, g) => g).filter((g) => !isDeelnemer[g] && (gegevens.leerlingen[school * G + g] as number) > 0)));
  const metGasten = gasten.some((lijst) => lijst.length > 0);
  const leerlingenGasten = gasten.map((lijst, a) => lijst.reduce((som, g) => som + (gegevens.leerlingen[evaluatie.effecten[a]!.school * G + g] as number), 0));
  const perArrangement = scenario.arrangementen.map((_, a) => deelpotten.filter(({ arrangement }) => arrangement === a));
  const verlaging = new Float64Array(scenario.arrangementen.length * Y);
  const maandenPerVertraging = scenario.arrangementen.map(() => new Map<number, number[]>());

  function actieveMaanden(a: number, vertraging: number): number[] {
    let maanden = maandenPerVertraging[a]!.get(vertraging);
    if (!maanden) {
      const { periode } = verlater(basis, scenario.arrangementen[a] as Arrangement, vertraging);
      maandenPerVertraging[a]!.set(vertraging, (maanden = kader.jaren.map((_, y) => maandenIn(periode, kader, y))));
    }
    return maanden;
  }

  function telGasten(naar: Float64Array): void {
    for (const [a, lijst] of gasten.entries()) {
      if (lijst.length === 0) continue;
      const plaats = plaatsen.regels(a);
      const maanden = actieveMaanden(a, plaats.waarden[PLEK.startvertraging] as number);
      for (let y = 0; y < Y; y++) {
        verlaging[a * Y + y] = 0;
        let ruimte = 0;
        let grootte = 0;
        for (const pot of perArrangement[a] as Deelpot[]) {
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

  const vakken = perVak(n * Y);
  const bedrag = new Float64Array(Y);
  const inwoners = deelnemers.map((g) => gegevens.inwoners[g] as number);

  /** Divides `bedrag` by shares × a weight. */
  function deel(naar: Float64Array, aandelen: Float64Array, gewicht: number): void {
    for (let i = 0; i < n; i++) {
      const aandeel = gewicht * (aandelen[i] as number);
      if (aandeel === 0) continue;
      for (let y = 0, plek = i * Y; y < Y; y++, plek++) naar[plek]! += (bedrag[y] as number) * aandeel;
    }
  }

  /** Sets `bedrag` to what a pool costs in the present draw, after guest contributions. */
  function zetBedrag({ deelpotten: delen }: Pot): void {
    bedrag.fill(0);
    for (const { arrangement, kosten } of delen) {
      for (let y = 0; y < Y; y++) bedrag[y]! += (kosten[y] as number) * (arrangement < 0 ? 1 : 1 - (verlaging[arrangement * Y + y] as number));
    }
  }
  const kostenaandelen = (bereik: Bereik): Float64Array => opKosten.aandelen(bereik, factorVan);

  const bundels = [...Map.groupBy(potten.flatMap((pot) => pot.deelpotten.map((deelpot) => ({ pot, deelpot }))), ({ deelpot }) => (deelpot.arrangement < 0 ? null : deelpot.plaats))]
    .map(([plaats, delen]): Bundel => ({ plaats: plaats ?? plaatsen.regio, verschuift: plaats !== null, delen, perVertraging: new Map() }));
  // Regional lines are one bundel and all schools another; places per school leave nothing to bundle.
  const inBundels = !metGasten && bundels.length <= 2;

  function bundelsommenVan({ delen, perVertraging }: Bundel, vertraging: number): Bundelsommen {
    let sommen = perVertraging.get(vertraging);
    if (sommen) return sommen;
    sommen = { vast: perVak(SOORTEN * n * Y), kosten: perVak(SOORTEN * n * Y), soorten: [] };
    perVertraging.set(vertraging, sommen);
    for (const { pot, deelpot } of delen) {
      const { som } = sommenVan(deelpot, vertraging);
      for (let soort = 0; soort < SOORTEN; soort++) {
        bedrag.set(som.subarray(soort * Y, (soort + 1) * Y));
        if (bedrag.every((x) => x === 0)) continue;
        if (!sommen.soorten.includes(soort)) sommen.soorten.push(soort);
        for (const { vak, vast, kosten } of pot.rollen) {
          deel(sommen.vast[vak].subarray(soort * n * Y, (soort + 1) * n * Y), vast, 1);
          if (kosten !== 0) deel(sommen.kosten[vak].subarray(soort * n * Y, (soort + 1) * n * Y), opKosten.gewoon(pot.pool.bereik), kosten);
        }
      }
    }
    return sommen;
  }

  const gebruikt = [...new Set(potten.flatMap(({ rollen }) => rollen.map(({ vak }) => vak)))];
  function telBundel(bundel: Bundel, metKosten: boolean): void {
    const { plaats } = bundel;
    const { vast, kosten, soorten } = bundelsommenVan(bundel, bundel.verschuift ? (plaats.waarden[PLEK.startvertraging] as number) : 0);
    for (const soort of soorten) {
      const factor = plaats.waarden[soort % 2 === 1 ? PLEK.eenmaligFactor : PLEK.inzetFactor] as number;
      const index = soort < 2 ? plaats.loon : soort < 4 ? plaats.prijs : undefined;
      for (let y = 0; y < Y; y++) bedrag[y] = factor * (index ? (index[y] as number) : 1);
      for (const vak of gebruikt) {
        telVak(vakken[vak], vast[vak], soort * n * Y);
        if (metKosten) telVak(vakken[vak], kosten[vak], soort * n * Y);
      }
    }
  }
  function telVak(naar: Float64Array, bron: Float64Array, begin: number): void {
    for (let i = 0; i < n; i++) for (let y = 0, plek = i * Y; y < Y; y++, plek++) naar[plek]! += (bedrag[y] as number) * (bron[begin + plek] as number);
  }

  return (naar) => {
    const formule = formuleaandelen();
    if (formule && formule.fouten.length > 0) return formule.fouten;
    for (const vak of gebruikt) vakken[vak].fill(0);
    const perPot = inBundels ? (opKosten.isGewoon(factorVan) ? [] : pottenOpKosten) : potten;
    if (inBundels) for (const bundel of bundels) telBundel(bundel, perPot.length === 0);
    const telt = new Set([...perPot, ...pottenMetFormule]);
    for (const pot of telt) for (const deelpot of pot.deelpotten) zetKosten(deelpot);
    if (metGasten) telGasten(naar);
    for (const pot of telt) {
      zetBedrag(pot);
      for (const { vak, vast, kosten, formule: sleutel } of pot.rollen) {
        if (!inBundels) deel(vakken[vak], vast, 1);
        if (kosten !== 0 && perPot.length > 0) deel(vakken[vak], kostenaandelen(pot.pool.bereik), kosten);
        if (sleutel) deel(vakken[vak], formule!.aandelen(sleutel, pot.pool), 1);
      }
    }
    const volgensSleutel = ingroei ? metIngroei(ingroei, vakken.doel, vakken.ref, inwoners, Y) : vakken.doel;
    for (let i = 0; i < n; i++) {
      const plek = (deelnemers[i] as number) * Y;
      for (let y = 0; y < Y; y++) naar[plek + y]! += (volgensSleutel[i * Y + y] as number) + (vakken.eigen[i * Y + y] as number);
    }
    return undefined;
  };
}
