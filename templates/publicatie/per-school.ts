/** Sheet Per school: pupils and jeugdigen as published; cost per product category and effect, which follow the assumptions. */
import { KOLOM, kostenkolom } from '../../models/bescherming/catalogus.ts';
import { div, mul, round, type Formule } from '../voorstel/formule.ts';
import type { Rij, Werkmap } from '../voorstel/werkmap.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import type { Berekeningblad } from './berekening.ts';
import type { Catalogus, Publicatiegegevens } from './gegevens.ts';
import type { Gepubliceerdblad } from './gepubliceerd.ts';
import { aantallen, cijferblad, perJaarTabel, REKENT_MEE } from './tabel.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';

export function maakPerSchool(
  werkmap: Werkmap, catalogus: Catalogus, { aannames: { rekenen } }: Publicatiegegevens, { afgerondOp }: Uitgangspuntenblad, arrangementen: Arrangementenblad, gepubliceerd: Gepubliceerdblad, berekening: Berekeningblad,
) {
  const blad = cijferblad(werkmap, catalogus, 'Per school', 'Per school', REKENT_MEE);
  aantallen(blad, catalogus, 'scholen', 'Vaste waarden.');
  const rond = (formule: Formule): Formule => (afgerondOp ? mul(round(div(formule, afgerondOp), 0), afgerondOp) : formule);
  gepubliceerd.categorieen.forEach((categorie, i) => {
    const uitleg = rekenen.eigenIndexen ? 'Vaste waarden: dit scenario heeft eigen indexen, en zonder voorstel gelden die van het project.' : undefined;
    perJaarTabel(blad, catalogus, 'scholen', kostenkolom(categorie), `Kosten zonder voorstel: categorie ${categorie}`, 'euro', uitleg, (school) => {
      const bron = gepubliceerd.kosten.get(categorie)?.get(school);
      return bron?.getoond && !rekenen.eigenIndexen ? { formule: rond(mul(bron.rij.jaar, berekening.verhoudingVanCategorie(i))), formaat: 'euro' } : undefined;
    });
  });
  const scholen = catalogus.rijen('scholen');
  const effecten = perJaarTabel(blad, catalogus, 'scholen', KOLOM.effect, 'Effect van het voorstel', 'effect', 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.', (school) => {
    const bron = berekening.perSchool.get(school);
    return bron && { formule: rond(bron.jaar), formaat: 'effect' };
  });
  for (const a of arrangementen.arrangementen) if (a.getoond && a.rij === a.arrangement.school) werkmap.noemJaren(`EffectSchool_${a.nummer}`, effecten[scholen.indexOf(a.rij)] as Rij<string>);
  blad.sectie('Hoe deze cijfers meerekenen', { naam: '' });
  blad.alinea('Kostenregels en indexen van producten die allemaal prijzen of allemaal lonen volgen worden precies nagerekend. Wat op een school vrijvalt volgt de realisatie evenredig, en schuift mee met de start. Een andere startmaand, een ander vervangbaar deel van een product en een andere verdeling zijn hier niet te kiezen: daarvoor is nodig wat niet is gepubliceerd.');
  if (afgerondOp) blad.alinea('Bedragen per school zijn afgerond gepubliceerd, en wat deze werkmap ervan maakt ook: gewijzigde uitkomsten wijken daardoor tot het bedrag van de afronding af.');
  return { blad };
}
