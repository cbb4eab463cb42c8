/** The workbook of a scenario, sheet by sheet (voorstel.md). Sheets are made in the order of the calculation and shown in the order of the reader. */
import { maakArrangementen } from './arrangementen.ts';
import { maakBegroting } from './begroting.ts';
import { maakBerekening } from './berekening.ts';
import { maakCollectief } from './collectief.ts';
import { maakHerkomst } from './herkomst.ts';
import { maakNulscenario } from './nulscenario.ts';
import { opzetVan, type Voorstelinvoer } from './opzet.ts';
import { maakUitgangspunten } from './uitgangspunten.ts';
import { maakUitstroom } from './uitstroom.ts';
import { maakVerdeling } from './verdeling.ts';
import { Werkmap, type Werkmapopzet } from './werkmap.ts';

export type Voorstel = ReturnType<typeof bouwVoorstel>;

/**
 * Builds the workbook with every formula and its value. Throws RangeError or TypeError where a formula cannot be calculated: a fault of this program.
 * @param invoer valid, and calculated without faults (P21, P22) by the engine
 */
export function bouwVoorstel(invoer: Voorstelinvoer, kenmerk: Omit<Werkmapopzet, 'jaren'>) {
  const opzet = opzetVan(invoer);
  const werkmap = new Werkmap({ ...kenmerk, jaren: opzet.jaren });
  const uitgangspunten = maakUitgangspunten(werkmap, opzet);
  const arrangementen = maakArrangementen(werkmap, opzet, uitgangspunten);
  maakHerkomst(opzet, uitgangspunten, arrangementen);
  const nulscenario = maakNulscenario(werkmap, opzet, uitgangspunten, arrangementen);
  const uitstroom = maakUitstroom(werkmap, opzet, uitgangspunten, arrangementen);
  const berekening = maakBerekening(werkmap, opzet, uitgangspunten, arrangementen, nulscenario, uitstroom);
  const collectief = maakCollectief(werkmap, opzet, uitgangspunten, arrangementen, nulscenario, berekening);
  const verdeling = maakVerdeling(werkmap, opzet, uitgangspunten, nulscenario, berekening, collectief);
  const begroting = maakBegroting(werkmap, opzet, uitgangspunten, arrangementen, nulscenario, berekening, collectief, verdeling);
  return { werkmap, opzet, uitgangspunten, arrangementen, nulscenario, uitstroom, berekening, collectief, verdeling, begroting };
}
