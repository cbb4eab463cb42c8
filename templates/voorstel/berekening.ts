/** Sheet Berekening: the effect of the arrangements on individual care and on existing arrangements (rekenmodel 4 and 5): B, R, O and I per gemeente, product and school. */
import { add, div, eq, gt, iff, index, matchUpTo, max, mul, neg, sub, sum, type Bereik, type Formule } from './formule.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import { maandenInJaar, maandenSindsStart, naKalender, naMaand } from './kalender.ts';
import type { Nulscenarioblad } from './nulscenario.ts';
import type { Arrangementopzet, Bestaandopzet, Celopzet, Gemeenteregel, Opzet, Productregel } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import type { Uitstroomblad } from './uitstroom.ts';
import { kolom, perJaar, type Rij, type Sectie, type Werkmap } from './werkmap.ts';

const KOPPEN = {
  post: 'Post', gemeente: 'Gemeente', product: 'Product', school: 'School', gemeentenummer: ['Gemeente nr', 'nummer'], schoolnummer: ['School nr', 'nummer'], dragernummer: ['Drager nr', 'nummer'], grootte: ['Grootte', 'euro'], waarde: ['Vervangbaar', 'euro'],
} as const;
type Kolom = keyof typeof KOPPEN;

export type Berekeningblad = ReturnType<typeof maakBerekening>;

export function maakBerekening(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad, nulscenario: Nulscenarioblad, uitstroom: Uitstroomblad) {
  const { kalender, maandenPerJaar } = uitgangspunten;
  const { tijd } = nulscenario;
  const blad = werkmap.jaarblad({
    naam: 'Berekening', titel: 'Berekening', uitleg: 'Wat de arrangementen aan individuele zorg vervangen. B = nulscenario, R = vervangen, O = effect op overige zorg, I = blijft individueel (B − R + O).',
    breedtes: [26, 24, 34, 30, 11, 10, 10, 12, 13], koppen: KOPPEN, vasteKolommen: 4,
  });

  const looplijst = blad.sectie('Arrangementen in de tijd', { post: 'Rij', a: '', b: '', school: 'School', begin: ['Begin', 'nummer'], schoolnummer: ['School nr', 'nummer'], na: ['Na eind', 'nummer'], meetmaand: ['Meetmaand', 'nummer'], waarde: ['Stand vooraf', 'nummer'] }, 'Begin en eind: volgnummers in de kalender. Per jaar: het aantal maanden sinds de start aan het eind van het jaar, binnen de looptijd.');
  const looptijden = opzet.arrangementen.map((a) => {
    const cellen = arrangementen.arrangement(a);
    return looplijst.rij({
      post: 'Maanden sinds de start', school: a.school.naam, schoolnummer: a.schoolnummer, begin: matchUpTo(cellen.cel('start'), kalender.eersteDag), na: naMaand(uitgangspunten, cellen.cel('eind'), naKalender(uitgangspunten)),
      meetmaand: (zelf) => iff(eq(uitgangspunten.uitstroommeting, 'peildatum'), uitgangspunten.peilmaand, index(kalender.maand, zelf.cel('begin'))),
      waarde: (zelf) => maandenSindsStart(tijd, zelf.cel('begin'), zelf.cel('na')).vooraf as Formule,
    }, (zelf) => ({ formule: maandenSindsStart(tijd, zelf.cel('begin'), zelf.cel('na')).perJaar, formaat: 'nummer' }));
  });
  const looptijd = (a: Arrangementopzet) => looptijden[a.nummer - 1] as (typeof looptijden)[number];
  const metOverig = opzet.arrangementen.filter((a) => a.arrangement.effectOverig);
  const opbouw = new Map(metOverig.map((a) => {
    const som = uitstroom.opbouw(a) as NonNullable<ReturnType<typeof uitstroom.opbouw>>;
    const l = looptijd(a);
    return [a, looplijst.rij({ post: 'Opbouwfactor H', school: a.school.naam }, { formule: div(sub(index(som, 1, add(l.jaar, 1)), index(som, 1, add(l.vorigJaar, 1))), maandenPerJaar), formaat: 'factor' })];
  }));

  const deelkoppen = { post: 'Post', leeg: '', product: 'Product', school: 'School', waarde: ['r × realisatie', 'aandeel'] } as const;
  const paren = opzet.arrangementen.flatMap((a) => a.producten.map((p) => ({ a, p, sleutel: `${a.nummer} ${p.nummer}` })));
  const deellijst = paren.length === 0 ? undefined : blad.sectie('Vrijval en vervangen deel per school en product', deelkoppen, 'F: het deel van het jaar dat de kosten zijn vrijgevallen. Vervangen deel = vervangbaar × realisatie × F.');
  const vrijval = new Map(paren.map(({ a, p, sleutel }) => {
    const { cumulatief, perKalendermaand, bekend } = uitstroom.vrijval(a, p);
    const l = looptijd(a);
    const rij = perKalendermaand ? l.cel('meetmaand') : 1;
    const factor = div(sub(index(cumulatief, rij, add(l.jaar, 1)), index(cumulatief, rij, add(l.vorigJaar, 1))), maandenPerJaar);
    const formule = bekend ? iff(eq(index(bekend, l.cel('meetmaand')), 0), 'onbekend', factor) : factor;
    return [sleutel, (deellijst as Sectie<keyof typeof deelkoppen>).rij({ post: 'Vrijvalfactor F', product: p.product.naam, school: a.school.naam }, { formule, formaat: 'factor' })];
  }));
  // How many products, that are to be replaced, have nothing measured for the month in which their arrangement starts.
  const teMeten = paren.filter(({ a, p }) => uitstroom.vrijval(a, p).bekend);
  const ongemeten = teMeten.map(({ a, p }) => (deellijst as Sectie<keyof typeof deelkoppen>).rij({
    post: 'Uitstroom niet gemeten', product: p.product.naam, school: a.school.naam,
    waarde: { formule: iff(gt(arrangementen.vervangbaar(a, p), 0), sub(1, index(uitstroom.vrijval(a, p).bekend as Bereik, looptijd(a).cel('meetmaand'))), 0), formaat: 'nummer' },
  }));
  const vervangenDeel = new Map(paren.map(({ a, p, sleutel }) => {
    const f = vrijval.get(sleutel) as Rij<string>;
    const kanOnbekend = uitstroom.vrijval(a, p).bekend !== undefined;
    return [sleutel, (deellijst as Sectie<keyof typeof deelkoppen>).rij(
      { post: 'Vervangen deel', product: p.product.naam, school: a.school.naam, waarde: mul(arrangementen.vervangbaar(a, p), arrangementen.arrangement(a).cel('realisatie')) },
      (zelf) => ({ formule: kanOnbekend ? iff(gt(zelf.cel('waarde'), 0), mul(zelf.cel('waarde'), f.jaar), 0) : mul(zelf.cel('waarde'), f.jaar), formaat: 'factor' }),
    )];
  }));
  const overigDeel = new Map(paren.filter(({ a }) => opbouw.has(a)).map(({ a, p, sleutel }) => {
    const aandeel = (vervangenDeel.get(sleutel) as Rij<'waarde'>).cel('waarde');
    return [sleutel, (deellijst as Sectie<keyof typeof deelkoppen>).rij(
      { post: 'Effect op overige zorg', product: p.product.naam, school: a.school.naam },
      { formule: mul(sub(1, aandeel), arrangementen.arrangement(a).cel('overig'), (opbouw.get(a) as Rij<string>).jaar), formaat: 'factor' },
    )];
  }));

  const cellijst = blad.sectie('Individuele zorg op scholen met een arrangement', KOPPEN, 'Gemeenten die van het arrangement gebruikmaken. Vervangbaar: basis × vervangbaar deel, de kosten waarmee de verdeelsleutel rekent.');
  const actief = opzet.cellen.filter((c) => c.arrangement);
  const sleutelVan = (c: Celopzet): string => `${(c.arrangement as Arrangementopzet).nummer} ${c.product.nummer}`;
  const labels = (c: Celopzet, post: string) => ({ post, gemeente: c.gemeente.gemeente.naam, product: c.product.product.naam, school: c.school.naam, gemeentenummer: c.gemeente.nummer, schoolnummer: c.schoolnummer, dragernummer: c.product.drager.nummer });
  // Corrections can make a basis negative; the key then needs the sizes as well, to tell a sum of almost nothing from an amount.
  const metNegatieve = actief.some((c) => c.basis < 0);
  const blok = (post: string, cellen: readonly Celopzet[], formule: (c: Celopzet) => Formule, waarde?: (c: Celopzet) => Formule): Map<Celopzet, Rij<Kolom>> =>
    new Map(cellen.map((c) => [c, cellijst.rij({
      ...labels(c, post),
      ...(waarde && { waarde: waarde(c), ...(metNegatieve && { grootte: (zelf: Rij<Kolom>) => max(zelf.cel('waarde'), neg(zelf.cel('waarde'))) }) }),
    }, { formule: formule(c), formaat: 'euro' })]));
  const rijVan = (blokrijen: ReadonlyMap<Celopzet, Rij<Kolom>>, c: Celopzet): Rij<Kolom> => blokrijen.get(c) as Rij<Kolom>;
  const b = blok('B nulscenario', actief, (c) => nulscenario.basis(c).jaar);
  const r = blok('R vervangen', actief, (c) => mul(rijVan(b, c).jaar, (vervangenDeel.get(sleutelVan(c)) as Rij<string>).jaar), (c) => mul(nulscenario.basis(c).cel('waarde'), arrangementen.vervangbaar(c.arrangement as Arrangementopzet, c.product)));
  const o = blok('O overige zorg', actief.filter((c) => overigDeel.has(sleutelVan(c))), (c) => mul(rijVan(b, c).jaar, (overigDeel.get(sleutelVan(c)) as Rij<string>).jaar));
  const i = blok('I individueel', actief, (c) => {
    const rest = sub(rijVan(b, c).jaar, rijVan(r, c).jaar);
    return o.has(c) ? add(rest, rijVan(o, c).jaar) : rest;
  });
  blad.filter = cellijst;
  const vervangenPerGemeente = new Map([...Map.groupBy(actief, (c) => c.gemeente)].map(([g, cellen]) => [g, cellen.map((c) => rijVan(r, c))]));

  const paarkoppen = { post: 'Post', gemeente: 'Gemeente', product: 'Product', school: '', gemeentenummer: ['Gemeente nr', 'nummer'], schoolnummer: '', dragernummer: ['Drager nr', 'nummer'] } as const;
  const paarlijst = blad.sectie('Individuele zorg per gemeente en product', paarkoppen, 'Alle scholen: wat individueel blijft op scholen met een arrangement, en de overige scholen ongewijzigd.');
  const individueel = new Map(opzet.gemeenten.map((g) => [g, opzet.producten.map((p, n) => {
    const cellen = nulscenario.cellen(g, p);
    const hier = cellen.filter((c) => c.arrangement);
    const elders = cellen.filter((c) => !c.arrangement);
    const labelsPaar = { post: 'Individuele zorg', gemeente: g.gemeente.naam, product: p.product.naam, gemeentenummer: g.nummer, dragernummer: p.drager.nummer };
    if (hier.length === 0) return paarlijst.rij(labelsPaar, { formule: (nulscenario.perProduct(g)[n] as Rij<string>).jaar, formaat: 'euro' });
    const delen = [perJaar(hier.map((c) => rijVan(i, c))), ...(elders.length > 0 ? [perJaar(elders.map((c) => nulscenario.basis(c)))] : [])];
    return paarlijst.rij(labelsPaar, { formule: sum(...delen), formaat: 'euro' });
  })]));

  const vervallen = maakVervallen();

  return {
    blad, looptijd,
    vrijval: (a: Arrangementopzet, p: Productregel) => vrijval.get(`${a.nummer} ${p.nummer}`),
    vervangen: [...r.values()], overig: [...o.values()], actief: [...b.values()], blijft: [...i.values()],
    /** R rows of one gemeente, adjoining. */
    vervangenVan: (g: Gemeenteregel): readonly Rij<Kolom>[] => vervangenPerGemeente.get(g) ?? [],
    /** One row per product, in the order of the products. */
    individueel: (g: Gemeenteregel) => individueel.get(g) as (typeof paarlijst)['rijen'],
    individueleParen: paarlijst.rijen,
    vervallen, metNegatieve,
    onbekend: ongemeten.length > 0 ? sum(kolom(ongemeten, 'waarde')) : undefined,
  };

  /** What existing arrangements no longer cost because a new one, with `vervangtBestaand`, is active. */
  function maakVervallen() {
    const { bestaand } = nulscenario;
    if (!bestaand || !opzet.bestaand.some((x) => x.vervangenDoor)) return undefined;
    const lijst = blad.sectie('Bestaande arrangementen die vervallen', { post: 'Post', gemeente: 'Gemeente', leeg: '', school: 'School', gemeentenummer: ['Gemeente nr', 'nummer'], schoolnummer: ['School nr', 'nummer'], waarde: ['Aandeel', 'aandeel'] }, 'In de maanden waarin het nieuwe arrangement loopt.');
    type Lijstrij = (typeof lijst)['rijen'][number];
    const label = (x: Bestaandopzet) => ({ school: x.school.naam, schoolnummer: x.schoolnummer });
    const maanden = opzet.bestaand.map((x) => {
      if (!x.vervangenDoor) return lijst.rij({ post: 'Vervallen maanden', ...label(x) }, { waarden: opzet.jaren.map(() => 0), formaat: 'nummer', nadruk: 'gedempt' });
      const oud = bestaand.maanden(x);
      const nieuw = looptijd(x.vervangenDoor);
      return lijst.rij({ post: 'Vervallen maanden', ...label(x) }, { formule: maandenInJaar(tijd, [oud.cel('begin'), nieuw.cel('begin')], [oud.cel('na'), nieuw.cel('na')]), formaat: 'nummer' });
    });
    const kosten = opzet.bestaand.map((x, n) => lijst.rij({ post: 'Vervallen kosten', ...label(x) }, { formule: mul(bestaand.maandbedrag(x).jaar, (maanden[n] as Lijstrij).jaar), formaat: 'euro' }));
    const gemeentendeel = opzet.bestaand.map((x, n) => lijst.rij({ post: 'Deel van gemeenten', ...label(x), waarde: bestaand.aandeelGemeenten(x) }, (zelf) => ({ formule: mul(zelf.cel('waarde'), (kosten[n] as Lijstrij).jaar), formaat: 'euro' })));
    const perGemeente = new Map(opzet.gemeenten.map((g) => [g, opzet.bestaand.map((x, n) => lijst.rij(
      { post: 'Vervallen per gemeente', gemeente: g.gemeente.naam, ...label(x), gemeentenummer: g.nummer, waarde: (bestaand.perGemeente(g)[x.nummer - 1] as Rij<'waarde'>).cel('waarde') },
      (zelf) => ({ formule: mul(zelf.cel('waarde'), (gemeentendeel[n] as Lijstrij).jaar), formaat: 'euro' }),
    ))]));
    return { kosten, gemeentendeel, perGemeente: (g: Gemeenteregel) => perGemeente.get(g) as Lijstrij[] };
  }
}
