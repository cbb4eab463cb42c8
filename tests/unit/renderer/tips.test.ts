/** Every assumption is explained: one sentence or two, with its place. A field that is added to the project without a tip does not compile here, or fails. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARRANGEMENT, BESTAAND, GEMEENTE, INDEXENSOORT, PRODUCT, SCENARIO, UITGANGSPUNTEN } from '../../../models/project/valideren/velden.ts';
import type { Objectsoort } from '../../../models/project/valideren/object.ts';
import type { Arrangement, BestaandArrangement, EffectOverig, Gemeente, Indexen, Ingroei, Inzetregel, OnzekereParameter, Onzekerheid, Product, ScenarioInhoud, Uitgangspunten, Verdeling } from '../../../models/project/types.ts';
import { ONZEKERE_PARAMETERS } from '../../../models/project/types.ts';
import type { Fteopbouw } from '../../../models/rekenen/fteopbouw.ts';
import { TIPS, type TipName } from '../../../renderer/help/tips.ts';

/** Fields that say what something is or where it belongs: no assumptions. */
const NAAM = 'naam of verwijzing';
/** Fields that have an editor of their own on the screen Voorstel. */
const VOORSTEL = 'scherm Voorstel';
type Uitleg<T> = Record<keyof Omit<T, 'herkomst'>, TipName | typeof NAAM | typeof VOORSTEL>;

const uitgangspunten: Uitleg<Uitgangspunten> = {
  peildatum: 'peildatum', begrotingsjaar: 'begrotingsjaar', maximaleLooptijd: 'maximaleLooptijd', jaren: 'jaren', prijspeil: 'prijspeil', indexen: 'indexPrijs', disconteringsvoet: 'disconteringsvoet',
  wekenPerJaar: 'wekenPerJaar', basis: 'basis', uitstroomMeting: 'uitstroomMeting', uitstroomZonderIndicaties: 'uitstroomZonderIndicaties', onbekend: 'onbekend',
};
const indexen: Uitleg<Indexen> = { prijs: 'indexPrijs', loon: 'indexLoon', volume: 'indexVolume', leerlingen: 'indexLeerlingen' };
const product: Uitleg<Product> = { code: NAAM, naam: NAAM, vervangbaar: 'vervangbaar', drager: 'drager', index: 'index', benutting: 'benutting', categorie: 'categorie', taakveld: 'taakveld' };
const gemeente: Uitleg<Gemeente> = { code: NAAM, naam: NAAM, deelregio: NAAM, inwoners: 'inwoners', inwonersJeugd: 'inwonersJeugd', deelnemer: 'deelnemers' };
const bestaand: Uitleg<BestaandArrangement> = { school: NAAM, jaarbedrag: 'jaarbedrag', start: 'start', eind: 'eind', dekking: 'dekking', verdeling: 'bestaandVerdeling' };
const arrangement: Uitleg<Arrangement> = {
  school: NAAM, start: 'start', eind: 'eind', soort: 'soort', realisatie: 'realisatie', inzet: 'inzet', vervangbaar: 'vervangbaar', uitstroom: 'uitstroom', effectOverig: 'effectOverig', vervangtBestaand: 'vervangtBestaand',
};
const scenario: Uitleg<ScenarioInhoud> = {
  arrangementen: NAAM, regionaal: 'regionaal', verdeling: 'sleutel', deelnemers: 'deelnemers', nietDeelnemers: 'nietDeelnemers', bijdragePerLeerling: 'bijdragePerLeerling', indexen: 'indexPrijs',
  afspraken: VOORSTEL, indicatoren: VOORSTEL, onzekerheden: 'verdelingOnzeker', vastDeel: 'vastDeel',
};
const delen = {
  effectOverig: { aandeel: 'effectOverig', jaren: 'effectOverigJaren' } satisfies Uitleg<EffectOverig>,
  regel: {
    omschrijving: 'omschrijving', soort: 'regelsoort', bedrag: 'bedrag', aantal: 'aantal', overhead: 'overhead', opbouw: 'uurkosten', dekking: 'dekking', index: 'index', taakveld: 'taakveld', start: 'start', eind: 'eind',
    maand: 'maand', sleutel: 'regelsleutel',
  } satisfies Uitleg<Inzetregel>,
  opbouw: { uurkosten: 'uurkosten', urenPerFte: 'urenPerFte', marge: 'marge', productiviteit: 'productiviteit' } satisfies Uitleg<Fteopbouw>,
  verdeling: { bereik: 'bereik', sleutel: 'sleutel', ingroei: 'ingroei' } satisfies Uitleg<Verdeling>,
  ingroei: { aandeel: 'ingroei', van: 'ingroei', maximumPerInwoner: 'maximumPerInwoner' } satisfies Uitleg<Ingroei>,
  onzekerheid: { parameter: NAAM, verdeling: 'verdelingOnzeker', perSchool: 'perSchool', bron: NAAM, datum: NAAM } satisfies Uitleg<Onzekerheid>,
  parameters: Object.fromEntries(ONZEKERE_PARAMETERS.map((p: OnzekereParameter): [OnzekereParameter, TipName] => [p, p])),
};

const velden = (soort: Objectsoort): string[] => Object.keys(soort.beschrijving.velden);

describe('tips', () => {
  it.each<[string, Objectsoort, Record<string, string>, string[]]>([
    ['uitgangspunten', UITGANGSPUNTEN, uitgangspunten, []], ['indexen', INDEXENSOORT, indexen, []], ['product', PRODUCT, product, []], ['gemeente', GEMEENTE, gemeente, []], ['bestaand arrangement', BESTAAND, bestaand, []],
    ['arrangement', ARRANGEMENT, arrangement, []], ['scenario', SCENARIO, scenario, ['id', 'naam', 'ouder']],
  ])('every field of %s that a project can hold has one', (_, soort, uitleg, namen) => {
    expect(velden(soort).filter((veld) => !namen.includes(veld)).sort()).toEqual(Object.keys(uitleg).sort());
    for (const naam of Object.values(uitleg)) expect(naam === NAAM || naam === VOORSTEL || naam in TIPS, naam).toBe(true);
  });

  it('every part of those has one', () => {
    for (const naam of Object.values(delen).flatMap((deel) => Object.values(deel))) expect(naam === NAAM || naam in TIPS, naam).toBe(true);
  });

  it('each is one sentence, and leads to a place that exists', () => {
    const secties = [...readFileSync(new URL('../../../docs/rekenmodel.md', import.meta.url), 'utf8').matchAll(/^## (\d)/gm)].map(([, nummer]) => nummer);
    for (const [naam, { text, place }] of Object.entries(TIPS)) {
      expect(text, naam).toMatch(/^[A-Z].{15,}\.$/s);
      expect(text.length, naam).toBeLessThan(200);
      const sectie = /^rekenmodel (\d)/.exec(place)?.[1];
      if (sectie === undefined) expect(place, naam).toMatch(/^(voorstel|beslissen)\b/);
      else expect(secties, naam).toContain(sectie);
    }
  });
});
