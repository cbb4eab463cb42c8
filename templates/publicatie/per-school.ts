/** Sheet Per school: pupils, jeugdigen, cost per product category, effect. */
import { KOLOM, kostenkolom } from '../../models/bescherming/catalogus.ts';
import type { Werkmap } from '../voorstel/werkmap.ts';
import type { Catalogus } from './gegevens.ts';
import { aantallen, cijferblad, perJaarTabel } from './tabel.ts';

export function maakPerSchool(werkmap: Werkmap, catalogus: Catalogus) {
  const blad = cijferblad(werkmap, 'Per school', 'Per school');
  aantallen(blad, catalogus, 'scholen');
  const begin = kostenkolom('');
  for (const kolom of catalogus.kolommen('scholen').filter((k) => k.startsWith(begin))) {
    perJaarTabel(blad, catalogus, 'scholen', kolom, `Kosten zonder voorstel: categorie ${kolom.slice(begin.length)}`, 'euro');
  }
  perJaarTabel(blad, catalogus, 'scholen', KOLOM.effect, 'Effect van het voorstel', 'effect', 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  blad.alinea('Het effect per school rekent in deze werkmap niet mee: daarvoor is per school nodig welke kosten van welk product en welke gemeente zijn, en dat wordt niet gepubliceerd.');
  return { blad };
}
