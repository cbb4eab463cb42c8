/** Which documents there are, and how each is made. */
import { begrotingsregels } from '../../models/rekenen/begrotingsregels.ts';
import { schoolopbouw, type Kostenopbouw } from '../../models/rekenen/schoolopbouw.ts';
import { maakAfspraken } from './afspraken.ts';
import { maakBesluit } from './besluit.ts';
import { PDFDELEN, type Pdfdeel } from '../../models/contract/voorstel.ts';
import { document, type Document } from './document.ts';
import type { Pdfgegevens } from './gegevens.ts';
import { locatieblad } from './locatieblad.ts';
import { maakUwGemeente } from './uw-gemeente.ts';
import { maakVergelijking } from './vergelijking.ts';

/** A document, and the part that it belongs to. */
export interface Stuk extends Document { deel: Pdfdeel }

/** The documents of these parts in their fixed order, each made when its part is wanted. */
export const stukkenVan = (delen: readonly Pdfdeel[], maak: Record<Pdfdeel, () => Document[]>): Stuk[] =>
  PDFDELEN.filter((deel) => delen.includes(deel)).flatMap((deel) => maak[deel]().map((document) => ({ ...document, deel })));

/** For readers of the kind `intern`: one of each, one per participant for `gemeenten`, one with a page per school for `locaties`. */
export function maakDocumenten(g: Pdfgegevens, delen: readonly Pdfdeel[]): Stuk[] {
  return stukkenVan(delen, {
    besluit: () => [maakBesluit(g)],
    gemeenten: () => {
      const regels = begrotingsregels(g.gegevens, g.doorrekening);
      return g.doorrekening.evaluatie.deelnemers.map((nummer) => maakUwGemeente(g, nummer, regels[nummer] ?? []));
    },
    vergelijking: () => [maakVergelijking(g)],
    afspraken: () => [maakAfspraken(g)],
    locaties: () => {
      const { scholen } = schoolopbouw(g.gegevens, g.doorrekening);
      return [document('locatiebladen', `Locatiebladen – ${g.project.naam}`, g.kenmerk, scholen.map((opbouw, i) => locatieblad(g, i, opbouw as Kostenopbouw)))];
    },
  });
}
