/**
 * Sheet Uitstroom: how fast indicaties end after the start of an arrangement (rekenmodel 4). Columns count months since the start. For every product and
 * every calendar month that an arrangement can start in, q(k) is what still runs in month k and Q the released months so far, so that any start date works.
 */
import { uitstroomVan } from '../../models/project/standaard.ts';
import { maandnaam, maandVan } from '../../models/rekenen/maand.ts';
import { meetmaandVoor } from '../../models/rekenen/uitstroom.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import { add, div, eq, iff, max, min, mul, sub, type Bereik, type Celverwijzing } from './formule.ts';
import { dagnummer, type Arrangementopzet, type Opzet, type Productregel } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import { kolom, tabel, type Reeks, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { naam: 'Product of school', code: 'Code', maand: ['Kalendermaand', 'nummer'], meetdatum: ['Meetdatum', 'datum'], bekend: ['Bekend', 'jaNee'], waarde: ['Begin', 'getal'] } as const;

/** Q as a table: one row, or twelve by calendar month; `bekend` where for some months nothing was running to measure by. */
export interface Vrijvaltabel { cumulatief: Bereik; perKalendermaand: boolean; bekend: Bereik | undefined }
export type Uitstroomblad = ReturnType<typeof maakUitstroom>;

export function maakUitstroom(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad) {
  const { uitstroomZonderIndicaties: zonder, peildatum } = opzet.project.uitgangspunten;
  const { half, maandenPerJaar } = uitgangspunten;
  const maanden = opzet.kalender.totHorizon * 12;
  const blad = werkmap.maandblad({
    naam: 'Uitstroom', titel: 'Uitstroom', uitleg: 'Hoe snel lopende indicaties eindigen, in maanden sinds de start van een arrangement. Q bij maand n: het aantal maanden kosten dat dan is vrijgevallen.',
    breedtes: [34, 12, 15, 12, 9, 1, 1, 1, 8], koppen: KOPPEN, vasteKolommen: 4,
  }, maanden);
  const factor = (reeks: Omit<Reeks, 'formaat'>): Reeks => ({ ...reeks, formaat: 'factor' });

  const algemeen = blad.sectie('Maand sinds de start', KOPPEN);
  const midden = algemeen.rij({ naam: 'Midden van de maand' }, { formule: add(blad.kop.jaar, half), formaat: 'getal' });
  const lineair = (maandental: Celverwijzing): Reeks => factor({ formule: max(0, sub(1, div(midden.jaar, maandental))) });
  const omzetten = factor({ waarden: Array.from({ length: maanden }, () => 0) });
  const qZonder = zonder && algemeen.rij({ naam: `q zonder lopende indicaties: ${zonder.wijze}` }, uitgangspunten.maandenZonderIndicaties ? lineair(uitgangspunten.maandenZonderIndicaties) : omzetten);

  const eigenWijze = opzet.arrangementen.filter((a) => uitstroomVan(a.arrangement).wijze !== 'uitdienen');
  const qEigen = eigenWijze.length === 0 ? undefined : blad.sectie('q per arrangement met een eigen uitstroom', KOPPEN);
  const eigen = eigenWijze.map((a) => {
    const { wijze } = uitstroomVan(a.arrangement);
    return qEigen?.rij({ naam: `${a.school.naam}: ${wijze}` }, wijze === 'lineair' ? lineair(arrangementen.arrangement(a).cel('maanden')) : omzetten) as Rij<string>;
  });

  const producten = opzet.producten.filter((p) => opzet.arrangementen.some((a) => uitstroomVan(a.arrangement).wijze === 'uitdienen' && a.producten.includes(p)));
  const qlijst = producten.length === 0 ? undefined : blad.sectie('q per product en kalendermaand van de start', KOPPEN, 'Het deel van de maandbedragen op de meetdatum dat k maanden later nog loopt.');
  const peilmaand = maandVan(peildatum);
  const meetmaanden = Array.from({ length: 12 }, (_, m) => meetmaandVoor(m, peilmaand, 'startmaand'));
  const q = new Map(producten.map((p) => [p, meetmaanden.map((meetmaand, m) => {
    const gemeten = opzet.voorbereiding.uitstroom[maandnaam(meetmaand)]?.[p.product.code];
    const reeks: Reeks | undefined = gemeten ? factor({ waarden: Array.from({ length: maanden }, (_, k) => gemeten[k] ?? 0) }) : qZonder && factor({ formule: qZonder.jaar });
    return qlijst?.rij({ naam: p.product.naam, code: p.product.code, maand: m + 1, meetdatum: dagnummer(`${maandnaam(meetmaand)}-01`), bekend: reeks ? 1 : 0 }, reeks) as Rij<'bekend'>;
  })]));

  const cumulatief = eigen.length + producten.length === 0 ? undefined : blad.sectie('Q: vrijgevallen maanden tot en met de maand', KOPPEN, 'Som van 1 − q; begint bij 0.');
  const opgeteld = (naam: string, code: string, bron: Rij<string>, maand?: number): Rij<string> =>
    cumulatief?.rij({ naam, code, maand, waarde: 0 }, bron.reeks && ((zelf) => ({ formule: sub(add(zelf.vorigJaar, 1), bron.jaar), formaat: 'getal' }))) as Rij<string>;
  const tabelVanArrangement = new Map<Arrangementopzet, Vrijvaltabel>(eigenWijze.map((a, i) => [a, { cumulatief: tabel([opgeteld(a.school.naam, '', eigen[i] as Rij<string>)]), perKalendermaand: false, bekend: undefined }]));
  const tabelVanProduct = new Map<Productregel, Vrijvaltabel>(producten.map((p) => {
    const bronnen = q.get(p) as Rij<'bekend'>[];
    const rijen = bronnen.map((bron, m) => opgeteld(p.product.naam, p.product.code, bron, m + 1));
    return [p, { cumulatief: tabel(rijen), perKalendermaand: true, bekend: bronnen.every((bron) => bron.reeks) ? undefined : kolom(bronnen, 'bekend') }];
  }));

  const metOverig = opzet.arrangementen.filter((a) => a.arrangement.effectOverig);
  const opbouwlijst = metOverig.length === 0 ? undefined : blad.sectie('Opbouw van het effect op overige zorg', KOPPEN, 'Per maand het deel van het effect dat is opgebouwd, en de som ervan.');
  const opbouw = metOverig.map((a) => {
    const jaren = arrangementen.arrangement(a).cel('opbouw');
    return opbouwlijst?.rij({ naam: `${a.school.naam}: per maand` }, factor({ formule: iff(eq(jaren, 0), 1, min(1, div(midden.jaar, mul(jaren, maandenPerJaar)))) })) as Rij<string>;
  });
  const opbouwSom = new Map(metOverig.map((a, i) => [a, tabel([opbouwlijst?.rij({ naam: `${a.school.naam}: som`, waarde: 0 }, (zelf) => ({ formule: add(zelf.vorigJaar, (opbouw[i] as Rij<string>).jaar), formaat: 'getal' })) as Rij<string>])]));

  return {
    blad,
    vrijval: (a: Arrangementopzet, p: Productregel): Vrijvaltabel => (tabelVanArrangement.get(a) ?? tabelVanProduct.get(p)) as Vrijvaltabel,
    opbouw: (a: Arrangementopzet): Bereik | undefined => opbouwSom.get(a),
  };
}
