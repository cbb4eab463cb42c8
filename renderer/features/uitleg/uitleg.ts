/**
 * How a figure is built up: in words, with its numbers, the assumptions it uses, and what lies behind it. Made from the same evaluation as the figure
 * itself; parts of a `som` add up to it, factors of a `product` multiply to it (a test holds that).
 */
import type { Bronvermelding, IndexNaam, Inzetregel, Sleutelvariabele } from '../../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../../models/contract/stand.ts';
import { aantalVan, effectOverigVan, indexVanRegel, ingroeiVanaf, isFormule, overheadVan, verdelingVan } from '../../../models/project/standaard.ts';
import { opbouwfactor } from '../../../models/rekenen/effect.ts';
import { ingroeiaandeel, maximumPerInwonerIn } from '../../../models/rekenen/ingroei.ts';
import { maandenIn, type Kader } from '../../../models/rekenen/kader.ts';
import type { Gegevens } from '../../../models/rekenen/gegevens.ts';
import type { Nulbedragen } from '../../../models/rekenen/nulscenario.ts';
import { sleutelrekenaar } from '../../../models/rekenen/sleutel.ts';
import { directionOf, directionWord } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { dekkingWoorden, dragerNaam, INDEXWOORD, REGELSOORT, sleutelWoorden, uitstroomWoorden, VARIABELEN } from '../../help/words.ts';
import type { Doorgerekend, Nulmeting } from '../../stand/doorrekening.ts';
import { sourceOfIndex } from '../../stand/indexen.ts';
import type { Vraag } from './vraag.ts';

/** `aantal` is of leerlingen: what counts children is marked where it is small. */
export type Maat = 'bedrag' | 'effect' | 'aantal' | 'aandeel' | 'factor';
export interface Deel { label: string; /** How this part came about, in short. */ hoe?: string; waarde: number; maat: Maat; verder?: Vraag }
export interface Uitgangspunt { naam: string; waarde: string; /** Children that it counts. */ kinderen?: { n: number; of: 'leerlingen' | 'jeugdigen' }; bron?: Bronvermelding | undefined; /** Where it is edited: parts of the address. */ plaats?: readonly string[] }

export interface Uitleg {
  titel: string;
  waarde: number;
  maat: Maat;
  /** The formula in words. */
  woorden: string;
  bewerking: 'som' | 'product';
  delen: Deel[];
  uitgangspunten: Uitgangspunt[];
  /** The rows of the project that it rests on. */
  rijen?: { school?: string; gemeente?: string; product?: string };
}

export interface Bronnen {
  project: ProjectZonderRijen;
  nulmeting: Nulmeting;
  /** A calculated scenario, or undefined while it cannot be. */
  doorgerekend: (id: string) => Doorgerekend | undefined;
}

const som = (delen: readonly Deel[]): number => delen.reduce((s, d) => s + d.waarde, 0);
const at = (list: Float64Array, index: number, y: number, Y: number): number => list[index * Y + y] as number;
const sumOver = (list: Float64Array, y: number, Y: number): number => {
  let s = 0;
  for (let i = y; i < list.length; i += Y) s += list[i] as number;
  return s;
};
const present = (d: Deel): boolean => Math.abs(d.waarde) > 0.005;

/** Undefined when what is asked about is no longer there. */
export function uitlegVan(vraag: Vraag, b: Bronnen): Uitleg | undefined {
  if (vraag.soort === 'basis') return basis(vraag, b);
  if (vraag.soort === 'nul') return nul(vraag, b);
  const d = b.doorgerekend(vraag.scenario);
  if (!d) return undefined;
  switch (vraag.soort) {
    case 'effect': return effect(vraag, d);
    case 'totaal': return totaal(vraag, d);
    case 'bijdrage': return bijdrage(vraag, d, b);
    case 'individueel': return individueel(vraag, d);
    case 'product': return perProduct(vraag, d);
    case 'collectief': return collectief(vraag, d);
    case 'regel': return regel(vraag, d, b);
    case 'pot': return pot(vraag, d);
    case 'zonderToegang': return zonderToegang(vraag, d);
  }
}

const jaarVan = (d: Doorgerekend, y: number): number => d.evaluatie.kader.jaren[y] as number;
const naamVan = (g: Gegevens, code: string | undefined): string => (code === undefined ? 'alle gemeenten' : (g.gemeenten[g.gemeenteIndex.get(code) ?? -1]?.naam ?? code));
const schoolNaam = (g: Gegevens, id: string): string => g.scholen[g.schoolIndex.get(id) ?? -1]?.naam ?? id;

// — Effect, nulscenario, total —

function effect({ scenario, gemeente, jaar }: Extract<Vraag, { soort: 'effect' }>, d: Doorgerekend): Uitleg | undefined {
  const { gegevens, uitkomst, evaluatie: e } = d;
  const jaren = e.kader.jaren;
  const wie = naamVan(gegevens, gemeente);
  const hier = gemeente !== undefined ? { gemeente } : {};
  if (jaar === 'alle') {
    const reeks = gemeente === undefined ? uitkomst.effect.perJaar : uitkomst.effect.perGemeente[gemeente];
    if (!reeks) return undefined;
    const delen = jaren.map((j, y): Deel => ({ label: String(j), waarde: reeks[y] as number, maat: 'effect', verder: { soort: 'effect', scenario, jaar: y, ...hier } }));
    return { titel: `Effect opgeteld ${jaren[0]}–${jaren.at(-1)}, ${wie}`, waarde: som(delen), maat: 'effect', woorden: 'Effecten van alle jaren opgeteld.', bewerking: 'som', delen, uitgangspunten: [] };
  }
  const Y = jaren.length;
  const g = gemeente === undefined ? undefined : gegevens.gemeenteIndex.get(gemeente);
  if (gemeente !== undefined && g === undefined) return undefined;
  const van = (list: Float64Array): number => (g === undefined ? sumOver(list, jaar, Y) : at(list, g, jaar, Y));
  const delen: Deel[] = [
    { label: 'Individuele zorg die minder of meer wordt', waarde: van(e.individueel.perGemeente), maat: 'effect', verder: { soort: 'individueel', scenario, jaar, ...hier } },
    { label: 'Bestaande arrangementen die vervallen', waarde: van(e.bestaand.perGemeente), maat: 'effect' },
  ];
  if (gemeente === undefined) delen.push({ label: 'Collectieve inzet, deel van gemeenten', waarde: uitkomst.collectief[jaar] as number, maat: 'effect', verder: { soort: 'collectief', scenario, jaar } });
  else if (gemeente in uitkomst.bijdragen) delen.push({ label: 'Bijdrage aan de collectieve inzet', waarde: uitkomst.bijdragen[gemeente]![jaar] as number, maat: 'effect', verder: { soort: 'bijdrage', scenario, gemeente, jaar } });
  return {
    titel: `Effect ${jaren[jaar]}, ${wie}`, waarde: som(delen), maat: 'effect',
    woorden: 'Scenario min nulscenario: wat aan individuele zorg en bestaande arrangementen verandert, plus wat de collectieve inzet kost. Min is voordelig (V), plus is nadelig (N).',
    bewerking: 'som', delen, uitgangspunten: [],
  };
}

function nul({ scenario, gemeente, school, jaar: y }: Extract<Vraag, { soort: 'nul' }>, b: Bronnen): Uitleg | undefined {
  const d = scenario === undefined ? undefined : b.doorgerekend(scenario);
  if (scenario !== undefined && !d) return undefined;
  const gegevens = d?.gegevens ?? b.nulmeting.gegevens;
  const kader: Kader = d?.evaluatie.kader ?? b.nulmeting.kader;
  const bedragen: Nulbedragen = d?.nulbedragen ?? b.nulmeting.bedragen;
  const Y = kader.jaren.length;
  const sums = new Map<number, number>();
  for (const c of cellen(gegevens, { school, gemeente })) {
    const p = gegevens.celProduct[c] as number;
    if (gegevens.productDrager[p] === 0) sums.set(p, (sums.get(p) ?? 0) + (gegevens.celBasis[c] as number));
  }
  const delen = [...sums].map(([p, bedrag]): Deel => {
    const product = gegevens.producten[p]!;
    const index = (gegevens.productLoon[p] ? kader.productindex.loon : kader.productindex.prijs)[y] as number;
    return {
      label: product.naam, hoe: `€ ${formatNumber(bedrag)} × ${formatPlain(index)} (index)`, waarde: bedrag * index, maat: 'bedrag',
      verder: { soort: 'basis', product: product.code, ...(school !== undefined && { school }), ...(gemeente !== undefined && { gemeente }) },
    };
  }).filter(present).sort((a, c) => c.waarde - a.waarde);
  const bestaand = school !== undefined
    ? at(bedragen.bestaand.perSchool, gegevens.schoolIndex.get(school) ?? 0, y, Y)
    : gemeente !== undefined ? at(bedragen.bestaand.perGemeente, gegevens.gemeenteIndex.get(gemeente) ?? 0, y, Y) : sumOver(bedragen.bestaand.perGemeente, y, Y);
  if (bestaand !== 0) delen.push({ label: 'Bestaande arrangementen', waarde: bestaand, maat: 'bedrag' });
  const waar = school !== undefined ? schoolNaam(gegevens, school) : naamVan(gegevens, gemeente);
  return {
    titel: `Nulscenario ${kader.jaren[y]}, ${waar}`, waarde: som(delen), maat: 'bedrag',
    woorden: 'Kosten van de twaalf maanden voor de peildatum, per product met de volume- en prijsindex (of loonindex) van het jaar, plus bestaande arrangementen.',
    bewerking: 'som', delen, uitgangspunten: [...indexPunten(b.project, kader, y, d), { naam: 'Peildatum', waarde: formatMonth(b.project.uitgangspunten.peildatum), bron: b.project.uitgangspunten.herkomst?.['peildatum'] }],
  };
}

function totaal({ scenario, gemeente, jaar }: Extract<Vraag, { soort: 'totaal' }>, d: Doorgerekend): Uitleg | undefined {
  const { gegevens, nul: n, uitkomst } = d;
  const hier = gemeente !== undefined ? { gemeente } : {};
  const nulbedrag = gemeente === undefined ? n.perJaar[jaar] : n.perGemeente[gemeente]?.[jaar];
  const verschil = gemeente === undefined ? uitkomst.effect.perJaar[jaar] : uitkomst.effect.perGemeente[gemeente]?.[jaar];
  if (nulbedrag === undefined || verschil === undefined) return undefined;
  const delen: Deel[] = [
    { label: 'Nulscenario', waarde: nulbedrag, maat: 'bedrag', verder: { soort: 'nul', scenario, jaar, ...hier } },
    { label: `Effect (${directionWord(directionOf(verschil))})`, waarde: verschil, maat: 'effect', verder: { soort: 'effect', scenario, jaar, ...hier } },
  ];
  return { titel: `${d.scenario.naam} ${jaarVan(d, jaar)}, ${naamVan(gegevens, gemeente)}`, waarde: som(delen), maat: 'bedrag', woorden: 'Nulscenario plus het effect van het scenario.', bewerking: 'som', delen, uitgangspunten: [] };
}

// — What changes in individual care —

/** Cells (school, gemeente, product) of a part of the project. */
function* cellen(g: Gegevens, deel: { school?: string | undefined; gemeente?: string | undefined; product?: string | undefined }): Generator<number> {
  const gemeente = deel.gemeente === undefined ? undefined : g.gemeenteIndex.get(deel.gemeente);
  const van = deel.school === undefined ? 0 : (g.celVan[g.schoolIndex.get(deel.school) ?? 0] as number);
  const tot = deel.school === undefined ? g.celBasis.length : (g.celVan[(g.schoolIndex.get(deel.school) ?? 0) + 1] as number);
  for (let c = van; c < tot; c++) {
    if (gemeente !== undefined && g.celGemeente[c] !== gemeente) continue;
    if (deel.product !== undefined && g.producten[g.celProduct[c] as number]?.code !== deel.product) continue;
    yield c;
  }
}

/** Σ basis of what gemeenten pay and whose gemeente is included, at one school, per product. */
function basisPerProduct(d: Doorgerekend, school: string, gemeente: string | undefined): Map<number, number> {
  const { gegevens: g, evaluatie: e } = d;
  const uit = new Map<number, number>();
  for (const c of cellen(g, { school, gemeente })) {
    const p = g.celProduct[c] as number;
    if (g.productDrager[p] !== 0 || !e.isInbegrepen[g.celGemeente[c] as number]) continue;
    uit.set(p, (uit.get(p) ?? 0) + (g.celBasis[c] as number));
  }
  return uit;
}

function verandering(d: Doorgerekend, school: string, p: number, bedrag: number, y: number): { index: number; vervangen: number; overig: number } {
  const { evaluatie: e, gegevens: g } = d;
  const Y = e.kader.jaren.length;
  const a = e.effecten.find((x) => x.arrangement.school === school)!;
  const index = (g.productLoon[p] ? e.kader.productindex.loon : e.kader.productindex.prijs)[y] as number;
  return { index, vervangen: bedrag * index * at(a.aandeelVervangen, p, y, Y), overig: bedrag * index * at(a.aandeelOverig, p, y, Y) };
}

function individueel({ scenario, gemeente, school, jaar: y }: Extract<Vraag, { soort: 'individueel' }>, d: Doorgerekend): Uitleg | undefined {
  const { gegevens: g, evaluatie: e } = d;
  const hier = gemeente !== undefined ? { gemeente } : {};
  const wie = naamVan(g, gemeente);
  if (school === undefined) {
    const delen = e.effecten.map(({ arrangement }): Deel => {
      let waarde = 0;
      for (const [p, bedrag] of basisPerProduct(d, arrangement.school, gemeente)) {
        const v = verandering(d, arrangement.school, p, bedrag, y);
        waarde += v.overig - v.vervangen;
      }
      return { label: schoolNaam(g, arrangement.school), waarde, maat: 'effect', verder: { soort: 'individueel', scenario, school: arrangement.school, jaar: y, ...hier } };
    }).filter(present).sort((a, b) => a.waarde - b.waarde);
    return { titel: `Individuele zorg ${jaarVan(d, y)}, ${wie}`, waarde: som(delen), maat: 'effect', woorden: 'Per school met een arrangement: wat vervalt (min) en wat er door effect op de rest bij komt of af gaat.', bewerking: 'som', delen, uitgangspunten: [] };
  }
  const a = e.effecten.find((x) => x.arrangement.school === school);
  if (!a) return undefined;
  const delen = [...basisPerProduct(d, school, gemeente)].map(([p, bedrag]): Deel => {
    const v = verandering(d, school, p, bedrag, y);
    return { label: g.producten[p]!.naam, waarde: v.overig - v.vervangen, maat: 'effect', verder: { soort: 'product', scenario, school, product: g.producten[p]!.code, jaar: y, ...hier } };
  }).filter(present).sort((x, z) => x.waarde - z.waarde);
  return { titel: `Individuele zorg ${jaarVan(d, y)}, ${schoolNaam(g, school)}, ${wie}`, waarde: som(delen), maat: 'effect', woorden: 'Per product: wat vervalt (min) en het effect op de rest.', bewerking: 'som', delen, uitgangspunten: arrangementPunten(d, school) };
}

function perProduct({ scenario, gemeente, school, product, jaar: y }: Extract<Vraag, { soort: 'product' }>, d: Doorgerekend): Uitleg | undefined {
  const { gegevens: g, evaluatie: e } = d;
  const a = e.effecten.find((x) => x.arrangement.school === school);
  const p = g.producten.findIndex((x) => x.code === product);
  if (!a || p < 0) return undefined;
  const Y = e.kader.jaren.length;
  const bedrag = basisPerProduct(d, school, gemeente).get(p) ?? 0;
  const v = verandering(d, school, p, bedrag, y);
  const F = at(a.vrijval, p, y, Y);
  const titel = `${g.producten[p]!.naam}, ${schoolNaam(g, school)}, ${jaarVan(d, y)}`;
  const overig = effectOverigVan(a.arrangement);
  const van: Deel = { label: 'Kosten nu', waarde: bedrag, maat: 'bedrag', verder: { soort: 'basis', school, product, ...(gemeente !== undefined && { gemeente }) } };
  const punten: Uitgangspunt[] = [
    { naam: 'Vervangbaar', waarde: formatShare(a.vervangbaar[p] as number), bron: a.arrangement.vervangbaar?.[product] === undefined ? g.producten[p]!.herkomst?.['vervangbaar'] : a.arrangement.herkomst?.['vervangbaar'], plaats: ['scenarios', scenario, 'scholen', school] },
    ...arrangementPunten(d, school),
  ];
  if (overig.aandeel === 0) {
    return {
      titel, waarde: -v.vervangen, maat: 'effect', woorden: 'Wat vervalt = kosten nu × index × vervangbaar deel × realisatie × vrijval (welk deel van het jaar en van de indicaties al is afgelopen).', bewerking: 'product',
      delen: [
        { ...van, label: 'Kosten nu (vervallen: min)', waarde: -bedrag },
        { label: `Index ${jaarVan(d, y)}`, waarde: v.index, maat: 'factor' },
        { label: 'Vervangbaar', waarde: a.vervangbaar[p] as number, maat: 'aandeel' },
        { label: 'Realisatie', waarde: a.arrangement.realisatie, maat: 'aandeel' },
        { label: `Vrijval ${jaarVan(d, y)}`, waarde: Number.isNaN(F) ? 0 : F, maat: 'aandeel' },
      ],
      uitgangspunten: punten, rijen: { school, product, ...(gemeente !== undefined && { gemeente }) },
    };
  }
  return {
    titel, waarde: v.overig - v.vervangen, maat: 'effect',
    woorden: 'Wat vervalt = kosten nu × index × vervangbaar × realisatie × vrijval. Effect op de rest = wat overblijft × aandeel × opbouw in de tijd.',
    bewerking: 'som',
    delen: [
      { label: 'Vervalt', hoe: `€ ${formatNumber(bedrag)} × ${formatPlain(v.index)} × ${formatShare(a.vervangbaar[p] as number)} × ${formatShare(a.arrangement.realisatie)} × ${formatShare(Number.isNaN(F) ? 0 : F, 1)}`, waarde: -v.vervangen, maat: 'effect', ...(van.verder && { verder: van.verder }) },
      { label: 'Effect op de rest', hoe: `€ ${formatNumber(bedrag * v.index)} × (1 − ${formatShare(a.vervangbaar[p] as number)} × ${formatShare(a.arrangement.realisatie)}) × ${formatShare(overig.aandeel)} × ${formatPlain(opbouwfactor(overig.jaren, a.periode, e.kader, y))}`, waarde: v.overig, maat: 'effect' },
    ],
    uitgangspunten: punten, rijen: { school, product, ...(gemeente !== undefined && { gemeente }) },
  };
}

function arrangementPunten(d: Doorgerekend, school: string): Uitgangspunt[] {
  const a = d.evaluatie.effecten.find((x) => x.arrangement.school === school)?.arrangement;
  if (!a) return [];
  const plaats = ['scenarios', d.scenario.id, 'scholen', school] as const;
  const overig = effectOverigVan(a);
  return [
    { naam: 'Start', waarde: formatMonth(a.start), plaats },
    { naam: 'Realisatie', waarde: formatShare(a.realisatie), bron: a.herkomst?.['realisatie'], plaats },
    { naam: 'Uitstroom', waarde: uitstroomWoorden(a.uitstroom ?? { wijze: 'uitdienen' }), bron: a.herkomst?.['uitstroom'], plaats },
    ...(overig.aandeel === 0 ? [] : [{ naam: 'Effect op de rest', waarde: `${formatShare(overig.aandeel)} in ${formatPlain(overig.jaren)} jaar`, bron: a.herkomst?.['effectOverig'], plaats }]),
  ];
}

function indexPunten(project: ProjectZonderRijen, kader: Kader, y: number, d: Doorgerekend | undefined): Uitgangspunt[] {
  const bron = (naam: IndexNaam): Bronvermelding | undefined => (d && sourceOfIndex(d.scenario, naam)) ?? sourceOfIndex(project.uitgangspunten, naam);
  const plaats = d ? { plaats: ['scenarios', d.scenario.id, 'uitgangspunten'] } : {};
  return [
    { naam: `Prijsindex ${kader.jaren[y]}`, waarde: formatPlain(kader.indexen.prijs[y] as number), bron: bron('prijs'), ...plaats },
    { naam: `Loonindex ${kader.jaren[y]}`, waarde: formatPlain(kader.indexen.loon[y] as number), bron: bron('loon'), ...plaats },
    { naam: `Volume-index ${kader.jaren[y]}`, waarde: formatPlain(kader.indexen.volume[y] as number), bron: bron('volume'), ...plaats },
  ];
}

// — Collective lines and who pays them —

function collectief({ scenario, school, jaar: y }: Extract<Vraag, { soort: 'collectief' }>, d: Doorgerekend): Uitleg | undefined {
  const { evaluatie: e, gegevens: g } = d;
  const vanGemeenten = (r: (typeof e.regels)[number]): number => (r.perJaar[y] as number) * r.aandeelGemeenten;
  if (school === undefined) {
    const delen: Deel[] = e.effecten.map(({ arrangement }, a) => ({
      label: schoolNaam(g, arrangement.school), waarde: e.regels.reduce((s, r) => s + (r.arrangement === a ? vanGemeenten(r) : 0), 0), maat: 'bedrag', verder: { soort: 'collectief', scenario, school: arrangement.school, jaar: y },
    }));
    if (e.regels.some((r) => r.arrangement === undefined)) delen.push({ label: 'Regionale inzet', waarde: e.regels.reduce((s, r) => s + (r.arrangement === undefined ? vanGemeenten(r) : 0), 0), maat: 'bedrag', verder: { soort: 'collectief', scenario, school: 'regio', jaar: y } });
    return { titel: `Collectieve inzet ${jaarVan(d, y)}, deel van gemeenten`, waarde: som(delen), maat: 'bedrag', woorden: 'Alle inzetregels samen, voor zover gemeenten ze dekken. De bijdragen tellen hiertoe op.', bewerking: 'som', delen, uitgangspunten: [] };
  }
  const nummer = school === 'regio' ? undefined : e.effecten.findIndex((x) => x.arrangement.school === school);
  if (nummer === -1) return undefined;
  const delen = e.regels.map((r, i) => ({ r, i })).filter(({ r }) => r.arrangement === nummer).map(({ r, i }): Deel => ({ label: r.regel.omschrijving, hoe: REGELSOORT[r.regel.soort], waarde: vanGemeenten(r), maat: 'bedrag', verder: { soort: 'regel', scenario, regel: i, jaar: y } }));
  return { titel: `Inzet ${jaarVan(d, y)}, ${school === 'regio' ? 'regionaal' : schoolNaam(g, school)}, deel van gemeenten`, waarde: som(delen), maat: 'bedrag', woorden: 'De regels, voor zover gemeenten ze dekken.', bewerking: 'som', delen, uitgangspunten: [] };
}

function regel({ scenario, regel: i, jaar: y }: Extract<Vraag, { soort: 'regel' }>, d: Doorgerekend, b: Bronnen): Uitleg | undefined {
  const { evaluatie: e, gegevens: g } = d;
  const r = e.regels[i];
  if (!r) return undefined;
  const { regel: line } = r;
  const soort = indexVanRegel(line);
  const index = soort === 'geen' ? 1 : (e.kader.indexen[soort][y] as number);
  const maanden = maandenIn(r.periode, e.kader, y);
  const school = r.arrangement === undefined ? undefined : e.effecten[r.arrangement]?.arrangement.school;
  const plaats = school === undefined ? ['scenarios', scenario, 'regionaal'] : ['scenarios', scenario, 'scholen', school];
  const bron = (field: keyof Inzetregel & string) => line.herkomst?.[field];
  const delen: Deel[] = [{ label: 'Bedrag', waarde: line.bedrag, maat: 'bedrag' }];
  if (line.soort === 'perLeerling') {
    const inbegrepen = (s: number): number => g.gemeenten.reduce((n, _, k) => n + (e.isInbegrepen[k] ? (g.leerlingen[s * g.gemeenten.length + k] as number) : 0), 0);
    const leerlingen = r.arrangement === undefined ? e.effecten.reduce((n, x) => n + inbegrepen(x.school), 0) : inbegrepen(e.effecten[r.arrangement]!.school);
    delen.push({ label: 'Leerlingen van gemeenten met toegang', waarde: leerlingen, maat: 'aantal' }, { label: `Leerlingenindex ${jaarVan(d, y)}`, waarde: e.kader.indexen.leerlingen[y] as number, maat: 'factor' });
  } else delen.push({ label: 'Aantal', waarde: aantalVan(line), maat: 'factor' });
  if (line.soort === 'fte') delen.push({ label: '1 + overhead', waarde: 1 + overheadVan(line), maat: 'factor' });
  delen.push({ label: soort === 'geen' ? 'Geen index' : `Index ${INDEXWOORD[soort]} ${jaarVan(d, y)}`, waarde: index, maat: 'factor' });
  delen.push(line.soort === 'eenmalig' ? { label: maanden > 0 ? 'Eenmalig in dit jaar' : 'Niet in dit jaar', waarde: maanden, maat: 'factor' } : { label: `Deel van het jaar (${maanden} van 12 maanden)`, waarde: maanden / 12, maat: 'factor' });
  return {
    titel: `${line.omschrijving} ${jaarVan(d, y)}, ${school === undefined ? 'regionaal' : schoolNaam(g, school)}`,
    waarde: r.perJaar[y] as number, maat: 'bedrag',
    woorden: `${REGELSOORT[line.soort]}, alle dragers samen. Dekking: ${dekkingWoorden(b.project, line.dekking)}; gemeenten dragen ${formatShare(r.aandeelGemeenten)}.`,
    bewerking: 'product', delen,
    uitgangspunten: [
      { naam: 'Bedrag', waarde: `€ ${formatPlain(line.bedrag, 2)}`, bron: bron('bedrag'), plaats },
      ...(line.aantal === undefined ? [] : [{ naam: 'Aantal', waarde: formatPlain(line.aantal), bron: bron('aantal'), plaats }]),
      ...(line.overhead === undefined ? [] : [{ naam: 'Overhead', waarde: formatShare(line.overhead), bron: bron('overhead'), plaats }]),
      ...Object.entries(r.dekking).map(([code, share]): Uitgangspunt => ({ naam: `Dekking ${dragerNaam(b.project, code)}`, waarde: formatShare(share), bron: bron('dekking'), plaats })),
    ],
  };
}

function bijdrage({ scenario, gemeente, jaar: y }: Extract<Vraag, { soort: 'bijdrage' }>, d: Doorgerekend, b: Bronnen): Uitleg | undefined {
  const { evaluatie: e, gegevens: g } = d;
  const Y = e.kader.jaren.length;
  const gi = g.gemeenteIndex.get(gemeente);
  const i = e.deelnemers.indexOf(gi ?? -1);
  const gast = gi === undefined ? 0 : at(e.gasten.perGemeente, gi, y, Y);
  if (gi === undefined || (i < 0 && gast === 0 && !(gemeente in d.uitkomst.bijdragen))) return undefined;
  const v = verdelingVan(d.scenario);
  const delen: Deel[] = [];
  let ref = 0;
  let doel = 0;
  if (i >= 0) {
    for (const [n, pool] of e.verdeeld.pools.entries()) {
      const verder: Vraag = { soort: 'pot', scenario, pot: n, gemeente, jaar: y };
      const bedrag = pool.bedrag[y] as number;
      const uitPot = bedrag * (pool.aandelen[i] as number);
      if (v.ingroei && !pool.eigenSleutel) {
        doel += uitPot;
        const oud = bedrag * (pool.aandelenVan?.[i] ?? 0);
        ref += oud;
        delen.push({ label: `Pot ${pool.naam}, naar ${sleutelWoorden(ingroeiVanaf(v.ingroei))}`, hoe: `€ ${formatNumber(bedrag)} × ${formatShare(pool.aandelenVan?.[i] ?? 0, 1)}`, waarde: oud, maat: 'bedrag', verder });
      } else delen.push({ label: `Pot ${pool.naam}`, hoe: `€ ${formatNumber(bedrag)} × ${formatShare(pool.aandelen[i] as number, 1)}`, waarde: uitPot, maat: 'bedrag', verder });
    }
  }
  if (v.ingroei && i >= 0) {
    const eigen = e.verdeeld.pools.reduce((s, pool) => s + (pool.eigenSleutel ? (pool.bedrag[y] as number) * (pool.aandelen[i] as number) : 0), 0);
    const delta = at(e.verdeeld.bijdragen, i, y, Y) - eigen - ref;
    const maximum = maximumPerInwonerIn(v.ingroei, y);
    delen.push({ label: 'Ingroei naar de sleutel', hoe: `${formatShare(ingroeiaandeel(v.ingroei, y))} van het verschil met € ${formatNumber(doel)}${maximum === undefined ? '' : `, hoogstens € ${formatPlain(maximum, 2)} per inwoner, stijgers en dalers in evenwicht`}`, waarde: delta, maat: 'bedrag' });
  }
  if (gast !== 0) delen.push({ label: 'Bijdrage per leerling van een gemeente die niet deelneemt', waarde: gast, maat: 'bedrag' });
  const plaats = ['scenarios', scenario, 'verdeling'];
  return {
    titel: `Bijdrage ${jaarVan(d, y)}, ${naamVan(g, gemeente)}`, waarde: som(delen), maat: 'bedrag',
    woorden: `Per pot het deel van deze gemeente. Afgerond in de afspraken: € ${formatNumber(d.uitkomst.bijdragenAfgerond[gemeente]?.[y] ?? 0)}.`,
    bewerking: 'som', delen: delen.filter(present),
    uitgangspunten: [
      { naam: 'Sleutel', waarde: sleutelWoorden(v.sleutel), bron: v.herkomst?.['sleutel'], plaats },
      { naam: 'Verdelen', waarde: v.bereik === 'school' ? 'per school' : 'hele regio', plaats },
      ...(v.ingroei ? [{ naam: 'Ingroei', waarde: v.ingroei.aandeel.map((x) => formatShare(x)).join(', '), bron: v.herkomst?.['ingroei'], plaats }] : []),
      ...(d.scenario.bijdragePerLeerling === undefined || gast === 0 ? [] : [{ naam: 'Bijdrage per leerling', waarde: `€ ${formatPlain(d.scenario.bijdragePerLeerling, 2)}`, bron: d.scenario.herkomst?.['bijdragePerLeerling'], plaats: ['scenarios', scenario, 'deelnemers'] }]),
      ...(b.project.gemeenten[gi]?.inwoners === undefined ? [] : [{ naam: 'Inwoners', waarde: formatNumber(b.project.gemeenten[gi]!.inwoners!), bron: b.project.gemeenten[gi]!.herkomst?.['inwoners'], plaats: ['gegevens', 'gemeenten'] }]),
    ],
  };
}

function pot({ scenario, pot: n, gemeente, jaar: y }: Extract<Vraag, { soort: 'pot' }>, d: Doorgerekend): Uitleg | undefined {
  const { evaluatie: e, gegevens: g } = d;
  const pool = e.verdeeld.pools[n];
  const i = e.deelnemers.indexOf(g.gemeenteIndex.get(gemeente) ?? -1);
  if (!pool || i < 0) return undefined;
  const { ingroei } = verdelingVan(d.scenario);
  const sleutel = ingroei && !pool.eigenSleutel ? ingroeiVanaf(ingroei) : pool.sleutel;
  const aandeel = (ingroei && !pool.eigenSleutel ? pool.aandelenVan : pool.aandelen)?.[i] ?? 0;
  const bedrag = pool.bedrag[y] as number;
  const rekenaar = sleutelrekenaar(g, e.effecten, e.deelnemers, new Map(), '');
  const variabelen: Sleutelvariabele[] = isFormule(sleutel) ? (['leerlingen', 'jeugdigen', 'kosten', 'inwoners', 'inwonersJeugd'] as const).filter((name) => sleutel.formule.includes(name)) : (Object.keys(sleutel).filter((key) => key !== 'herkomst') as Sleutelvariabele[]);
  const punten = variabelen.map((variabele): Uitgangspunt => {
    const waarden = rekenaar.waarden(variabele, pool.bereik);
    const totaal = waarden.reduce((s, w) => s + w, 0);
    const eigen = waarden[i] as number;
    const weight = isFormule(sleutel) ? '' : `${formatShare(sleutel[variabele] ?? 0)} `;
    return { naam: `${weight}${VARIABELEN[variabele]}`, waarde: `${formatNumber(eigen)} van ${formatNumber(totaal)}${totaal > 0 ? ` = ${formatShare(eigen / totaal, 1)}` : ''}`, ...((variabele === 'leerlingen' || variabele === 'jeugdigen') && { kinderen: { n: eigen, of: variabele } }), plaats: ['scenarios', scenario, 'verdeling'] };
  });
  return {
    titel: `Deel van ${naamVan(g, gemeente)} in de pot ${pool.naam}, ${jaarVan(d, y)}`, waarde: bedrag * aandeel, maat: 'bedrag',
    woorden: `Wat de pot kost, maal het deel van deze gemeente naar ${sleutelWoorden(sleutel)}${isFormule(sleutel) ? '' : ': van elke variabele het eigen getal gedeeld door dat van alle deelnemers'}.`,
    bewerking: 'product',
    delen: [{ label: `Pot ${pool.naam}`, hoe: 'deel van gemeenten, na bijdragen van gasten', waarde: bedrag, maat: 'bedrag' }, { label: 'Aandeel', waarde: aandeel, maat: 'aandeel' }],
    uitgangspunten: punten,
  };
}

// — What it rests on —

function basis(deel: Extract<Vraag, { soort: 'basis' }>, b: Bronnen): Uitleg {
  const g = b.nulmeting.gegevens;
  const { school, gemeente, product } = deel;
  const per = product === undefined ? 'product' : school === undefined ? 'school' : 'gemeente';
  const sums = new Map<number, number>();
  for (const c of cellen(g, deel)) {
    if (deel.vanGemeenten && g.productDrager[g.celProduct[c] as number] !== 0) continue;
    const key = per === 'product' ? (g.celProduct[c] as number) : per === 'gemeente' ? (g.celGemeente[c] as number) : schoolVanCel(g, c);
    sums.set(key, (sums.get(key) ?? 0) + (g.celBasis[c] as number));
  }
  const delen = [...sums].map(([key, waarde]): Deel => {
    const verder: Vraag = { ...deel, ...(per === 'product' ? { product: g.producten[key]!.code } : per === 'school' ? { school: g.scholen[key]!.id } : { gemeente: g.gemeenten[key]!.code }) };
    return { label: per === 'product' ? g.producten[key]!.naam : per === 'school' ? g.scholen[key]!.naam : g.gemeenten[key]!.naam, waarde, maat: 'bedrag', ...(gemeente !== undefined && per === 'gemeente' ? {} : { verder }) };
  }).sort((x, z) => z.waarde - x.waarde);
  const waar = [product === undefined ? undefined : g.producten.find((p) => p.code === product)?.naam, school === undefined ? undefined : schoolNaam(g, school), gemeente === undefined ? undefined : naamVan(g, gemeente)].filter((x) => x !== undefined);
  const u = b.project.uitgangspunten;
  return {
    titel: `Kosten nu${deel.vanGemeenten ? ' voor gemeenten' : ''}${waar.length > 0 ? `, ${waar.join(', ')}` : ''}`, waarde: som(delen), maat: 'bedrag',
    woorden: `Kosten in de twaalf maanden voor ${formatMonth(u.peildatum)}: van elke indicatie het maandbedrag maal het deel van de maand waarin zij liep, of de declaraties van die maanden.`,
    bewerking: 'som', delen,
    uitgangspunten: [{ naam: 'Peildatum', waarde: formatMonth(u.peildatum), bron: u.herkomst?.['peildatum'] }],
    // Rows cannot be asked for by bearer: they are shown where that makes no difference.
    ...((product !== undefined || !deel.vanGemeenten || g.productDrager.every((d) => d === 0)) && { rijen: { ...(school !== undefined && { school }), ...(gemeente !== undefined && { gemeente }), ...(product !== undefined && { product }) } }),
  };
}

function schoolVanCel(g: Gegevens, c: number): number {
  let low = 0;
  let high = g.scholen.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((g.celVan[middle] as number) <= c) low = middle;
    else high = middle - 1;
  }
  return low;
}

function zonderToegang({ scenario, school }: Extract<Vraag, { soort: 'zonderToegang' }>, d: Doorgerekend): Uitleg | undefined {
  const { gegevens: g, evaluatie: e } = d;
  if (school === undefined) {
    const delen = Object.entries(d.uitkomst.zonderToegang).filter(([, n]) => n > 0).map(([id, n]): Deel => ({ label: schoolNaam(g, id), waarde: n, maat: 'aantal', verder: { soort: 'zonderToegang', scenario, school: id } }));
    return {
      titel: 'Leerlingen zonder toegang', waarde: som(delen), maat: 'aantal', woorden: 'Leerlingen op scholen met een arrangement van wie de gemeente niet meedoet. Hun zorg blijft individueel.', bewerking: 'som', delen,
      uitgangspunten: [{ naam: 'Leerlingen uit andere gemeenten', waarde: d.scenario.nietDeelnemers ?? 'individueel', plaats: ['scenarios', scenario, 'deelnemers'] }],
    };
  }
  const s = g.schoolIndex.get(school);
  if (s === undefined) return undefined;
  const delen = g.gemeenten.map((gem, k): Deel => ({ label: gem.naam, waarde: e.isInbegrepen[k] ? 0 : (g.leerlingen[s * g.gemeenten.length + k] as number), maat: 'aantal' })).filter((x) => x.waarde > 0);
  return { titel: `Leerlingen zonder toegang, ${schoolNaam(g, school)}`, waarde: som(delen), maat: 'aantal', woorden: 'Per gemeente die niet meedoet.', bewerking: 'som', delen, uitgangspunten: [{ naam: 'Deelnemers', waarde: `${e.deelnemers.length} gemeenten`, plaats: ['scenarios', scenario, 'deelnemers'] }] };
}
