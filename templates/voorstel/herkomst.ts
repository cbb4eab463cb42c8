/** The rest of sheet Uitgangspunten: the assumptions of arrangementen, cost lines and existing arrangements with their source, linked to the cell where each is changed. */
import type { Herkomst } from '../../models/project/types.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import type { Celverwijzing } from './formule.ts';
import type { Formaat } from './opmaak.ts';
import { bronVan, type Opzet } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';

export function maakHerkomst(opzet: Opzet, { blad }: Uitgangspuntenblad, arrangementen: Arrangementenblad): void {
  const lijst = blad.sectie('Arrangementen en kostenregels', { naam: 'Uitgangspunt', code: 'Regel', eenheid: 'Eenheid', bron: 'Bron', datum: 'Datum', status: 'Status', a: '', b: '', waarde: ['Waarde', 'getal'] }, 'De waarde is te wijzigen op het blad Arrangementen.');
  const rij = (naam: string, code: string, eenheid: string, veld: string, object: { herkomst?: Herkomst }, cel: Celverwijzing, formaat: Formaat): void => {
    lijst.rij({ naam, code, eenheid, ...bronVan(veld, object), waarde: { formule: cel, formaat } });
  };
  for (const a of opzet.arrangementen) {
    const cellen = arrangementen.arrangement(a);
    const code = String(a.nummer);
    const naam = (wat: string): string => `${a.school.naam}: ${wat}`;
    rij(naam('start'), code, 'datum', 'start', a.arrangement, cellen.cel('start'), 'datum');
    if (a.arrangement.eind) rij(naam('eind'), code, 'datum', 'eind', a.arrangement, cellen.cel('eind'), 'datum');
    rij(naam('realisatie'), code, 'aandeel', 'realisatie', a.arrangement, cellen.cel('realisatie'), 'procent');
    if (a.arrangement.uitstroom?.wijze === 'lineair') rij(naam('lineaire uitstroom'), code, 'maanden', 'uitstroom', a.arrangement, cellen.cel('maanden'), 'nummer');
    if (a.arrangement.effectOverig) rij(naam('effect op overige zorg'), code, 'aandeel', 'effectOverig', a.arrangement, cellen.cel('overig'), 'procent');
    for (const p of a.producten) if (a.arrangement.vervangbaar?.[p.product.code] !== undefined) rij(naam(`vervangbaar deel ${p.product.naam}`), code, 'aandeel', 'vervangbaar', a.arrangement, arrangementen.vervangbaar(a, p), 'procent');
  }
  for (const r of opzet.regels) {
    const cellen = arrangementen.regel(r);
    const naam = (wat: string): string => `${r.arrangement?.school.naam ?? 'Regio'}, ${r.regel.omschrijving}: ${wat}`;
    if (r.regel.soort !== 'perLeerling') rij(naam('aantal'), r.code, r.regel.soort === 'fte' ? 'fte' : 'keer', 'aantal', r.regel, cellen.cel('aantal'), 'getal');
    rij(naam('bedrag'), r.code, r.regel.soort === 'eenmalig' ? 'euro' : 'euro per jaar', 'bedrag', r.regel, cellen.cel('bedrag'), 'euroCent');
    if (r.regel.soort === 'fte') rij(naam('overhead'), r.code, 'aandeel', 'overhead', r.regel, cellen.cel('overhead'), 'procent');
  }
  for (const b of opzet.bestaand) rij(`${b.school.naam}, bestaand arrangement: bedrag`, '', 'euro per jaar', 'jaarbedrag', b.bestaand, arrangementen.bestaand(b).cel('bedrag'), 'euroCent');
}
