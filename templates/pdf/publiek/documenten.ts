/** Which documents there are for `klankbordgroep` and `openbaar`, and how each is made. */
import type { Pdfdeel } from '../../../models/contract/voorstel.ts';
import { afsprakenstuk } from '../afspraken.ts';
import { document } from '../document.ts';
import { stukkenVan, type Stuk } from '../documenten.ts';
import { EENHEIDTEKST, euro, jarenInWoorden } from '../woorden.ts';
import { bijdragetabel, maakBesluit } from './besluit.ts';
import { Cijfers, KOLOM, toon, type Publieksstof } from './gegevens.ts';
import { locatieblad } from './locatieblad.ts';
import { maakUwGemeente } from './uw-gemeente.ts';
import { maakVergelijking } from './vergelijking.ts';

/** One of each; one per gemeente that takes part and stands on a row of its own for `gemeenten`, one with a page per school for `locaties`. */
export function maakPubliekeDocumenten(stof: Publieksstof, delen: readonly Pdfdeel[]): Stuk[] {
  const cijfers = new Cijfers(stof.publicatie);
  const { kenmerk, project, scenario, deelnemers } = stof;
  return stukkenVan(delen, {
    besluit: () => [maakBesluit(stof)],
    gemeenten: () => cijfers.betalers().filter((rij) => deelnemers.some(({ code }) => code === rij)).map((code) => maakUwGemeente(stof, code)),
    vergelijking: () => [maakVergelijking(stof)],
    afspraken: () => [afsprakenstuk({
      kenmerk, project, scenario, jaren: cijfers.jaren, deelnemers: deelnemers.map(({ naam }) => naam),
      samen: cijfers.vast('regio', 'regio', KOLOM.bijdrage).jaren.map((x) => toon(x, euro)),
      bijdragen: bijdragetabel(cijfers, `per kalenderjaar, ${jarenInWoorden(cijfers.jaren)}, ${EENHEIDTEKST[cijfers.eenheid]}`),
    })],
    locaties: () => [document('locatiebladen', `Locatiebladen – ${project.naam}`, kenmerk, cijfers.rijen('scholen').map((rij) => locatieblad(stof, cijfers, rij)))],
  });
}
