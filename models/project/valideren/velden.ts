/**
 * Every object of a project and its fields: the table of rekenmodel 1, in a form that a program can read. Who looks for the rule of a field finds it here
 * by its name; what a kind of value may be stands with that kind, a rule over several fields in `samenhang.ts`.
 */
import { datum } from './datumsoort.ts';
import { aandeel, aantal, bedrag, bedragMetTeken, geheelTussen, getal, hoeveelheid, jaarpercentage, jaartal } from './getallen.ts';
import { lijst } from './lijst.ts';
import { object, type Objectsoort, type VeldenVan } from './object.ts';
import { codesVan, jaren, ofStandaard, perSleutel, woordenUit } from './persleutel.ts';
import {
  eenKostenvorm, eindNietVoorStart, geenDeelnemendeRestgroep, geenIngebouwdeDrager, geenNegatiefTarief, meetdatumsBijPeildatum, oplopend, vervaltZonderMeer,
} from './samenhang.ts';
import { isObject, ofwel, vrij, type Soort } from './soort.ts';
import { gemeentecode, gevuldeTekst, jaNee, keuze, sleutelcode, tekst } from './teksten.ts';
import { verwijzing } from './verwijzing.ts';
import { isRestgroep } from '../standaard.ts';
import {
  AFSPRAKEN, ARRANGEMENTSOORTEN, DRAGERSOORTEN, FORMAAT, FREQUENTIES, INDEXEN, NIET_DEELNEMERS, ONZEKERE_PARAMETERS, REGELSOORTEN, SCHOOLSOORTEN, SLEUTELVARIABELEN,
} from '../types.ts';
import type {
  Afspraken, Aggregaat, AggregaatBasis, AggregaatJeugdigen, AggregaatUitstroom, Arrangement, BestaandArrangement, Declaratie, Drager, EffectOverig, Gemeente, Indexen,
  Indicatie, Indicator, Ingroei, Inzetregel, Leerlingen, Onzekerheid, Product, Project, Scenario, School, Uitgangspunten, Verdeling, Verrekening,
} from '../types.ts';

/** A name for a sentence, out of what there is of it; empty if there is nothing. */
const genoemd = (soort: string, ...namen: readonly unknown[]): string => {
  const [eerste, tweede] = namen.filter((naam) => typeof naam === 'string' && naam !== '');
  if (eerste === undefined) return '';
  return tweede === undefined ? `${soort} '${eerste as string}'` : `${soort} '${eerste as string}' (${tweede as string})`;
};
const rij = (soort: string) => ({ school, gemeente, product }: Record<string, unknown>): string => {
  const delen = [genoemd('school', school), genoemd('gemeente', gemeente), genoemd('product', product)].filter(Boolean);
  return delen.length > 0 ? `${soort} (${delen.join(', ')})` : '';
};

// — parts that several objects share —

/** Shares per bearer (P09). */
const dekking = perSleutel(codesVan('drager'), aandeel, 'aandelen');
/** A heading of the Iv3, the same every year or per year. */
const taakveld = ofwel(tekst, perSleutel(jaren, tekst));
/** A rate, the same every year or per year with `standaard` for the others. */
const rente = ofwel(jaarpercentage, perSleutel(ofStandaard(jaren), jaarpercentage));

export const INDEXENSOORT = object({
  velden: Object.fromEntries(INDEXEN.map((naam) => [naam, { soort: rente }])) as VeldenVan<Indexen>,
});

const WIJZEN = ['uitdienen', 'omzetten', 'lineair'] as const;
const uitstroomMet = (wijze: Soort): Objectsoort => object({
  velden: {
    wijze: { soort: wijze, verplicht: true },
    maanden: { soort: aantal, verplicht: { als: 'wijze', is: ['lineair'] }, alleen: { als: 'wijze', is: ['lineair'] } },
  },
});
const ANDERE_WIJZE = keuze('omzetten', 'lineair');
const andereWijze: Soort = {
  ...ANDERE_WIJZE,
  keur(waarde, k) {
    if (waarde !== 'uitdienen') return ANDERE_WIJZE.keur(waarde, k);
    return k.meld('P21', `${k.veld()} kan niet 'uitdienen' zijn, want dit geldt juist waar geen indicaties lopen; vul ${this.omschrijving} in`);
  },
};

/** The most characters of a key formula (rekenmodel 6). */
export const FORMULELENGTE = 500;
const formule: Soort = {
  omschrijving: 'een formule als tekst',
  keur(waarde, k) {
    if (!tekst.keur(waarde, k)) return false;
    const { length } = waarde as string;
    return length <= FORMULELENGTE || k.meld('P22', `${k.veld()} is ${length} tekens lang; een formule heeft er ten hoogste ${FORMULELENGTE}, maak de formule korter`);
  },
};
const FORMULESLEUTEL = object({ velden: { formule: { soort: formule, verplicht: true } } });
const GEWICHTEN = perSleutel(woordenUit('variabele', SLEUTELVARIABELEN), aandeel, 'gewichten');
const sleutel: Soort = {
  omschrijving: 'een sleutel ({"leerlingen": 1} of {"formule": "…"})',
  keur: (waarde, k) => (isObject(waarde) && waarde['formule'] !== undefined ? FORMULESLEUTEL : GEWICHTEN).keur(waarde, k),
};

// — data —

export const GEMEENTE = object({
  noem: (g) => genoemd('gemeente', g['code'], g['naam']),
  velden: {
    code: { soort: gemeentecode, verplicht: true },
    naam: { soort: tekst, verplicht: true },
    inwoners: { soort: aantal },
    inwonersJeugd: { soort: aantal },
    deelnemer: { soort: jaNee },
    deelregio: { soort: tekst },
  } satisfies VeldenVan<Gemeente>,
  samenhang: [geenDeelnemendeRestgroep],
});

export const SCHOOL = object({
  noem: (s) => genoemd('school', s['id'], s['naam']),
  velden: {
    id: { soort: sleutelcode, verplicht: true },
    naam: { soort: tekst, verplicht: true },
    soort: { soort: keuze(...SCHOOLSOORTEN), verplicht: true },
    gemeente: { soort: verwijzing('gemeente'), verplicht: true },
    vestigingscode: { soort: tekst },
    bestuur: { soort: tekst },
    samenwerkingsverband: { soort: tekst },
  } satisfies VeldenVan<School>,
});

const LEERLINGEN = object({
  noem: rij('leerlingen'),
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    gemeente: { soort: verwijzing('gemeente'), verplicht: true },
    aantal: { soort: aantal, verplicht: true },
  } satisfies VeldenVan<Leerlingen>,
});

export const DRAGER = object({
  noem: (d) => genoemd('drager', d['code'], d['naam']),
  velden: {
    code: { soort: sleutelcode, verplicht: true },
    naam: { soort: tekst, verplicht: true },
    soort: { soort: keuze(...DRAGERSOORTEN), verplicht: true },
  } satisfies VeldenVan<Drager>,
  samenhang: [geenIngebouwdeDrager],
});

export const PRODUCT = object({
  noem: (p) => genoemd('product', p['code'], p['naam']),
  velden: {
    code: { soort: sleutelcode, verplicht: true },
    naam: { soort: tekst, verplicht: true },
    vervangbaar: { soort: aandeel, verplicht: true },
    drager: { soort: verwijzing('drager') },
    index: { soort: keuze('prijs', 'loon') },
    benutting: { soort: aandeel },
    categorie: { soort: tekst },
    taakveld: { soort: taakveld },
  } satisfies VeldenVan<Product>,
});

const INDICATIE = object({
  noem: rij('indicatie'),
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    gemeente: { soort: verwijzing('gemeente'), verplicht: true },
    product: { soort: verwijzing('product'), verplicht: true },
    start: { soort: datum('dag'), verplicht: true },
    eind: { soort: datum('dag'), magLeeg: true },
    jeugdige: { soort: gevuldeTekst },
    aanbieder: { soort: tekst },
    verwijzer: { soort: tekst },
    plaats: { soort: keuze('school', 'thuis', 'elders') },
    leveringsvorm: { soort: keuze('zin', 'pgb') },
    kostenPerJaar: { soort: bedrag },
    totaalbedrag: { soort: bedrag },
    volume: { soort: hoeveelheid },
    tarief: { soort: bedrag },
    frequentie: { soort: keuze(...FREQUENTIES) },
  } satisfies VeldenVan<Indicatie>,
  samenhang: [eindNietVoorStart, eenKostenvorm],
});

const DECLARATIE = object({
  noem: rij('declaratie'),
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    gemeente: { soort: verwijzing('gemeente'), verplicht: true },
    product: { soort: verwijzing('product'), verplicht: true },
    maand: { soort: datum('eerste'), verplicht: true },
    bedrag: { soort: bedragMetTeken, verplicht: true },
    jeugdige: { soort: gevuldeTekst },
    aanbieder: { soort: tekst },
  } satisfies VeldenVan<Declaratie>,
});

const AGGREGAATBASIS = object({
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    product: { soort: verwijzing('product'), verplicht: true },
    bedrag: { soort: bedragMetTeken, verplicht: true },
  } satisfies VeldenVan<AggregaatBasis>,
});
const AGGREGAATUITSTROOM = object({
  velden: {
    product: { soort: verwijzing('product'), verplicht: true },
    meetdatum: { soort: datum('eerste'), verplicht: true },
    maandbedrag: { soort: bedrag, verplicht: true },
    resterend: { soort: lijst(bedrag), verplicht: true },
  } satisfies VeldenVan<AggregaatUitstroom>,
});
const AGGREGAATJEUGDIGEN = object({
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    aantal: { soort: aantal, verplicht: true },
  } satisfies VeldenVan<AggregaatJeugdigen>,
});
export const AGGREGAAT = object({
  noem: (a) => genoemd('aggregaat van gemeente', a['gemeente']),
  velden: {
    gemeente: { soort: verwijzing('gemeente'), verplicht: true },
    peildatum: { soort: datum('eerste'), verplicht: true },
    basis: { soort: lijst(AGGREGAATBASIS), verplicht: true },
    uitstroom: { soort: lijst(AGGREGAATUITSTROOM), verplicht: true },
    jeugdigen: { soort: lijst(AGGREGAATJEUGDIGEN), verplicht: true },
  } satisfies VeldenVan<Aggregaat>,
  samenhang: [meetdatumsBijPeildatum],
});

export const BESTAAND = object({
  noem: (b) => genoemd('bestaand arrangement van school', b['school']),
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    jaarbedrag: { soort: bedrag, verplicht: true },
    start: { soort: datum('eerste'), magLeeg: true },
    eind: { soort: datum('laatste'), magLeeg: true },
    dekking: { soort: dekking },
    verdeling: { soort: perSleutel(codesVan('gemeente'), aandeel, 'aandelen') },
  } satisfies VeldenVan<BestaandArrangement>,
  samenhang: [eindNietVoorStart],
});

// — assumptions —

/** Bounds of the horizon in years and of maximaleLooptijd in months (P27). */
export const HORIZON = [1, 30] as const;
const LOOPTIJD = [1, 120] as const;

const BASISBRON = keuze('indicaties', 'declaraties');
export const UITGANGSPUNTEN = object({
  noem: () => 'uitgangspunten',
  velden: {
    peildatum: { soort: datum('eerste'), verplicht: true },
    begrotingsjaar: { soort: jaartal, verplicht: true },
    maximaleLooptijd: { soort: geheelTussen(...LOOPTIJD, 'maanden'), verplicht: true },
    jaren: { soort: geheelTussen(...HORIZON, 'jaren') },
    prijspeil: { soort: jaartal },
    indexen: { soort: INDEXENSOORT },
    disconteringsvoet: { soort: jaarpercentage },
    wekenPerJaar: { soort: hoeveelheid },
    basis: { soort: ofwel(BASISBRON, perSleutel(ofStandaard(codesVan('gemeente')), BASISBRON)) },
    uitstroomMeting: { soort: keuze('startmaand', 'peildatum') },
    uitstroomZonderIndicaties: { soort: uitstroomMet(andereWijze) },
    onbekend: { soort: lijst(verwijzing('drager'), { code: 'P05', op: [], wat: 'drager', doe: 'noem elke drager één keer' }) },
  } satisfies VeldenVan<Uitgangspunten>,
});

// — scenarios —

const REGEL = object({
  noem: (r) => genoemd('regel', r['omschrijving']),
  velden: {
    omschrijving: { soort: tekst, verplicht: true },
    soort: { soort: keuze(...REGELSOORTEN), verplicht: true },
    bedrag: { soort: bedragMetTeken, verplicht: true },
    aantal: { soort: hoeveelheid, verplicht: { als: 'soort', is: ['fte'] }, alleen: { als: 'soort', is: ['fte', 'vast', 'eenmalig'] } },
    overhead: { soort: aandeel, alleen: { als: 'soort', is: ['fte'] } },
    opbouw: { soort: vrij },
    dekking: { soort: dekking },
    index: { soort: keuze('loon', 'prijs', 'geen') },
    taakveld: { soort: taakveld },
    start: { soort: datum('eerste') },
    eind: { soort: datum('laatste') },
    maand: { soort: datum('eerste'), alleen: { als: 'soort', is: ['eenmalig'] } },
    sleutel: { soort: sleutel },
  } satisfies VeldenVan<Inzetregel>,
  samenhang: [geenNegatiefTarief, eindNietVoorStart],
});

const EFFECT_OVERIG = object({
  velden: { aandeel: { soort: getal, verplicht: true }, jaren: { soort: hoeveelheid, verplicht: true } } satisfies VeldenVan<EffectOverig>,
});

/** An arrangement with everything in it, as it is once the parents of its scenario are resolved. */
export const ARRANGEMENT = object({
  noem: (a) => genoemd('arrangement van school', a['school']),
  velden: {
    school: { soort: verwijzing('school'), verplicht: true },
    start: { soort: datum('eerste'), verplicht: true },
    realisatie: { soort: aandeel, verplicht: true },
    inzet: { soort: lijst(REGEL), verplicht: true },
    eind: { soort: datum('laatste'), magLeeg: true },
    soort: { soort: keuze(...ARRANGEMENTSOORTEN) },
    vervangbaar: { soort: perSleutel(codesVan('product'), aandeel) },
    uitstroom: { soort: uitstroomMet(keuze(...WIJZEN)) },
    effectOverig: { soort: EFFECT_OVERIG },
    vervangtBestaand: { soort: jaNee },
  } satisfies VeldenVan<Arrangement>,
  samenhang: [eindNietVoorStart],
});
/** An arrangement as a scenario states it: what it leaves out may stand in the parent, so `scenarioregels.ts` looks for that. */
const WIJZIGING = object({
  ...ARRANGEMENT.beschrijving,
  velden: {
    ...Object.fromEntries(Object.entries(ARRANGEMENT.beschrijving.velden).map(([naam, veld]) => [naam, { ...veld, verplicht: naam === 'school' ? true as const : undefined }])),
    vervalt: { soort: jaNee },
  },
  samenhang: [eindNietVoorStart, vervaltZonderMeer],
});

const INGROEI = object({
  velden: {
    aandeel: { soort: lijst(aandeel), verplicht: true },
    van: { soort: sleutel },
    maximumPerInwoner: { soort: ofwel(bedrag, lijst(bedrag)) },
  } satisfies VeldenVan<Ingroei>,
});
const VERDELING = object({
  velden: {
    bereik: { soort: keuze('school', 'regio'), verplicht: true },
    sleutel: { soort: sleutel, verplicht: true },
    ingroei: { soort: INGROEI },
  } satisfies VeldenVan<Verdeling>,
});

const deelnemer: Soort = {
  omschrijving: verwijzing('gemeente').omschrijving,
  keur(waarde, k) {
    if (!verwijzing('gemeente').keur(waarde, k)) return false;
    return !isRestgroep(waarde as string) || k.meld('P18', `${k.veld()} is '${waarde as string}', maar een groep X-… kan geen deelnemer zijn; laat deze code weg`);
  },
};

const VERREKENING = object({
  velden: { wijze: { soort: tekst }, bandbreedte: { soort: hoeveelheid }, tekst: { soort: tekst } } satisfies VeldenVan<Verrekening>,
});
const AFSPRAKENSOORT = object({
  velden: { ...Object.fromEntries(AFSPRAKEN.map((naam) => [naam, { soort: vrij }])) as VeldenVan<Afspraken>, verrekening: { soort: ofwel(tekst, VERREKENING) } },
});

const INDICATOR = object({
  noem: (i) => genoemd('indicator', i['naam']),
  velden: {
    naam: { soort: tekst, verplicht: true },
    eenheid: { soort: tekst, verplicht: true },
    nulmeting: { soort: vrij },
    streefwaarde: { soort: vrij },
    bron: { soort: tekst },
  } satisfies VeldenVan<Indicator>,
});

const getalBij = (...soorten: string[]) => ({ soort: getal, verplicht: { als: 'soort', is: soorten }, alleen: { als: 'soort', is: soorten } });
const KANSVERDELING = object({
  velden: {
    soort: { soort: keuze('driehoek', 'pert', 'uniform', 'p10p50p90', 'vast'), verplicht: true },
    min: getalBij('driehoek', 'pert', 'uniform'),
    modus: getalBij('driehoek', 'pert'),
    max: getalBij('driehoek', 'pert', 'uniform'),
    p10: getalBij('p10p50p90'),
    p50: getalBij('p10p50p90'),
    p90: getalBij('p10p50p90'),
    waarde: getalBij('vast'),
  },
  samenhang: [oplopend],
});
const ONZEKERHEID = object({
  noem: (o) => genoemd('onzekerheid', o['parameter']),
  velden: {
    parameter: { soort: keuze(...ONZEKERE_PARAMETERS), verplicht: true },
    verdeling: { soort: KANSVERDELING, verplicht: true },
    perSchool: { soort: jaNee },
    bron: { soort: tekst },
    datum: { soort: datum('dag') },
  } satisfies VeldenVan<Onzekerheid>,
});

export const SCENARIO = object({
  noem: (s) => genoemd('scenario', s['id'], s['naam']),
  velden: {
    id: { soort: sleutelcode, verplicht: true },
    naam: { soort: tekst, verplicht: { zonder: 'ouder' } },
    ouder: { soort: verwijzing('scenario') },
    arrangementen: {
      soort: lijst(WIJZIGING, { code: 'P17', op: ['school'], wat: 'een arrangement voor school', doe: 'voeg ze samen tot één' }),
      verplicht: { zonder: 'ouder' },
    },
    regionaal: { soort: lijst(REGEL) },
    verdeling: { soort: VERDELING },
    deelnemers: { soort: lijst(deelnemer, { code: 'P05', op: [], wat: 'gemeente', doe: 'noem elke deelnemer één keer' }) },
    nietDeelnemers: { soort: keuze(...NIET_DEELNEMERS) },
    bijdragePerLeerling: { soort: bedrag },
    indexen: { soort: INDEXENSOORT },
    afspraken: { soort: AFSPRAKENSOORT },
    indicatoren: { soort: lijst(INDICATOR) },
    onzekerheden: { soort: lijst(ONZEKERHEID) },
    vastDeel: { soort: aandeel },
  } satisfies VeldenVan<Scenario>,
});

// — the project —

const eenKeer = (sleutelnaam: string, wat: string) => ({ code: 'P05' as const, op: [sleutelnaam], wat, doe: 'verwijder er een of geef een van beide een andere code' });
export const PROJECT = object({
  velden: {
    formaat: { soort: keuze(FORMAAT), verplicht: true },
    naam: { soort: tekst, verplicht: true },
    gemeenten: { soort: lijst(GEMEENTE, eenKeer('code', 'gemeente')), verplicht: true },
    scholen: { soort: lijst(SCHOOL, eenKeer('id', 'school')), verplicht: true },
    leerlingen: {
      soort: lijst(LEERLINGEN, { code: 'P26', op: ['school', 'gemeente'], wat: 'het paar van school en gemeente', doe: 'tel ze op tot één rij of verwijder er een' }),
      verplicht: true,
    },
    dragers: { soort: lijst(DRAGER, eenKeer('code', 'drager')) },
    producten: { soort: lijst(PRODUCT, eenKeer('code', 'product')), verplicht: true },
    indicaties: { soort: lijst(INDICATIE), verplicht: true },
    declaraties: { soort: lijst(DECLARATIE) },
    aggregaten: { soort: lijst(AGGREGAAT, { code: 'P05', op: ['gemeente'], wat: 'een aggregaat van gemeente', doe: 'voeg ze samen of verwijder er een' }) },
    bestaandeArrangementen: { soort: lijst(BESTAAND) },
    uitgangspunten: { soort: UITGANGSPUNTEN, verplicht: true },
    scenarios: { soort: lijst(SCENARIO, eenKeer('id', 'scenario')), verplicht: true },
  } satisfies VeldenVan<Project>,
});
