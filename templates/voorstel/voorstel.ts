/** The workbook of a scenario, sheet by sheet (voorstel.md). Sheets are made in the order of the calculation and shown in the order of the reader. */
import { maakAfspraken } from './afspraken.ts';
import { maakArrangementen } from './arrangementen.ts';
import { maakBegroting } from './begroting.ts';
import { maakBerekening } from './berekening.ts';
import { maakBesluit } from './besluit.ts';
import { maakCollectief } from './collectief.ts';
import { maakControle } from './controle.ts';
import { maakGevoeligheid, type Gevoeligheidgegevens } from './gevoeligheid.ts';
import { maakHerkomst } from './herkomst.ts';
import { maakMonitoring } from './monitoring.ts';
import { maakNulscenario } from './nulscenario.ts';
import { opzetVan, type Voorstelgegevens, type Voorstelinvoer } from './opzet.ts';
import { maakUitgangspunten } from './uitgangspunten.ts';
import { maakUitstroom } from './uitstroom.ts';
import { maakUwGemeente } from './uw-gemeente.ts';
import { maakVerantwoording } from './verantwoording.ts';
import { maakVerdeling } from './verdeling.ts';
import { maakVergelijking } from './vergelijking.ts';
import { Werkmap, type Werkmapopzet } from './werkmap.ts';

export type Voorstel = ReturnType<typeof bouwVoorstel>;

/**
 * Builds the workbook with every formula and its value. Throws RangeError or TypeError where a formula cannot be calculated: a fault of this program.
 * @param invoer valid, and calculated without faults (P21, P22) by the engine
 * @param gegevens the outcomes of the engine, of this scenario and of those beside it
 */
export function bouwVoorstel(invoer: Voorstelinvoer, gegevens: Voorstelgegevens & { gevoeligheid?: Gevoeligheidgegevens }, kenmerk: Omit<Werkmapopzet, 'jaren'>) {
  const opzet = opzetVan(invoer);
  const uitkomst = gegevens.berekening.scenarios[invoer.scenario.id];
  if (!uitkomst) throw new RangeError(`Scenario ${invoer.scenario.id} is niet doorgerekend.`);
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
  const uwGemeente = maakUwGemeente(werkmap, opzet, uitgangspunten, nulscenario, collectief, begroting);
  const vergelijking = maakVergelijking(werkmap, opzet, uitgangspunten, berekening, collectief, begroting, gegevens);
  const gevoeligheid = maakGevoeligheid(werkmap, gegevens.gevoeligheid);
  const afspraken = maakAfspraken(werkmap, opzet, uitgangspunten, arrangementen, verdeling, begroting);
  const monitoring = maakMonitoring(werkmap, opzet);
  const controle = maakControle(werkmap, opzet, uitgangspunten, arrangementen, berekening, collectief, verdeling, begroting, uwGemeente, gegevens.berekening, uitkomst);
  const verantwoording = maakVerantwoording(werkmap, opzet, gegevens);
  const besluit = maakBesluit(werkmap, opzet, arrangementen, collectief, verdeling, begroting, controle);
  werkmap.zetVolgorde([
    besluit, uwGemeente, uitgangspunten, arrangementen, nulscenario, uitstroom, berekening, collectief, verdeling, begroting, vergelijking, gevoeligheid, afspraken, monitoring, controle, verantwoording,
  ].map(({ blad }) => blad));
  return { werkmap, opzet };
}
