/** Sheet Per gemeente: pupils at these schools, jeugdigen, nulscenario, contribution, effect. */
import { KOLOM, OVERIGE } from '../../models/bescherming/catalogus.ts';
import { kolom, type Werkmap } from '../voorstel/werkmap.ts';
import type { Catalogus } from './gegevens.ts';
import { aantallen, cijferblad, perJaarTabel } from './tabel.ts';

export type PerGemeenteblad = ReturnType<typeof maakPerGemeente>;

export function maakPerGemeente(werkmap: Werkmap, catalogus: Catalogus) {
  const blad = cijferblad(werkmap, catalogus, 'Per gemeente', 'Per gemeente');
  const rijen = aantallen(blad, catalogus, 'gemeenten');
  const nul = perJaarTabel(blad, catalogus, 'gemeenten', KOLOM.nul, 'Nulscenario: als er niets verandert', 'euro');
  const bijdrage = perJaarTabel(blad, catalogus, 'gemeenten', KOLOM.bijdrage, 'Bijdrage aan de arrangementen', 'euro');
  const effect = perJaarTabel(blad, catalogus, 'gemeenten', KOLOM.effect, 'Effect van het voorstel', 'effect', 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  return {
    blad, nul, bijdrage, effect, jarenSamen: catalogus.jarenSamen,
    codes: kolom(rijen, 'code'), namen: kolom(rijen, 'naam'), leerlingen: kolom(rijen, 'leerlingen'), jeugdigen: kolom(rijen, 'jeugdigen'),
    /** Those that pay, and so have a begroting to look at. */
    keuze: catalogus.rijen('gemeenten').filter((code) => code !== OVERIGE && catalogus.reeks('gemeenten', code, KOLOM.bijdrage).some((waarde) => waarde !== undefined)),
  };
}
