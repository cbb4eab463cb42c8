/**
 * The workbook for `klankbordgroep` and `openbaar`, sheet by sheet, from the publication catalogue, the assumptions and the cost lines alone. Its school side
 * lives; its gemeente side has values.
 */
import { Werkmap, type Werkmapopzet } from '../voorstel/werkmap.ts';
import { maakArrangementen } from './arrangementen.ts';
import { maakBerekening } from './berekening.ts';
import { maakBesluit } from './besluit.ts';
import { Catalogus, type Publicatiegegevens } from './gegevens.ts';
import { maakGepubliceerd } from './gepubliceerd.ts';
import { maakPerGemeente } from './per-gemeente.ts';
import { maakPerSchool } from './per-school.ts';
import { maakRegio } from './regio.ts';
import { maakUitgangspunten } from './uitgangspunten.ts';
import { maakUwGemeente } from './uw-gemeente.ts';
import { maakVerantwoording } from './verantwoording.ts';
import { maakVergelijking } from './vergelijking.ts';

export function bouwPublicatie(gegevens: Publicatiegegevens, kenmerk: Pick<Werkmapopzet, 'markering'>): Werkmap {
  const { project, scenario, jaren, verantwoording: { programma, vingerafdruk, gemaakt } } = gegevens;
  const werkmap = new Werkmap({ ...kenmerk, titel: `${project} · ${scenario.naam}`, jaren, programma, vingerafdruk, gemaakt });
  const catalogus = new Catalogus(gegevens);
  const uitgangspunten = maakUitgangspunten(werkmap, gegevens);
  const arrangementen = maakArrangementen(werkmap, catalogus, gegevens, uitgangspunten);
  const gepubliceerd = maakGepubliceerd(werkmap, catalogus, gegevens);
  const berekening = maakBerekening(werkmap, uitgangspunten, arrangementen, gepubliceerd, catalogus);
  const perSchool = maakPerSchool(werkmap, catalogus, gegevens, uitgangspunten, arrangementen, gepubliceerd, berekening);
  const regio = maakRegio(werkmap, catalogus, gegevens, gepubliceerd, berekening);
  const perGemeente = maakPerGemeente(werkmap, catalogus);
  const uwGemeente = maakUwGemeente(werkmap, perGemeente, berekening);
  const vergelijking = gegevens.naast.length > 0 ? [maakVergelijking(werkmap, catalogus, gegevens)] : [];
  const verantwoording = maakVerantwoording(werkmap, gegevens);
  const besluit = maakBesluit(werkmap, gegevens, regio);
  werkmap.zetVolgorde([besluit, uwGemeente, perGemeente, perSchool, regio, ...vergelijking, uitgangspunten, arrangementen, berekening, gepubliceerd, verantwoording].map(({ blad }) => blad));
  return werkmap;
}
