/** Use case: the outcomes of a project file, rows counted as they come off the disk. */
import { waarschuwingen } from '../../models/project/waarschuwingen.ts';
import { berekenVoorbereid, type Rekenresultaat } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import type { Berekening } from '../../models/rekenen/types.ts';
import { voorbereider, type ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import type { Projectbestand } from '../store/index.ts';
import { foutenVan } from './stand.ts';

/** As `rekenDoor` of the engine does for a project in memory: all faults at once, or the outcomes with every warning. @param keuze ids of scenarios; default all */
export async function rekenBestandDoor(bestand: Projectbestand, keuze: { scenarios?: readonly string[] } = {}): Promise<Rekenresultaat<{ project: ProjectZonderRijen; berekening: Berekening }>> {
  const project = bestand.projectZonderRijen();
  const fouten = foutenVan(project, bestand);
  if (fouten.length > 0) return { ok: false, fouten: [...fouten, ...(await leesFormules(project.scenarios)).fouten] };
  const resultaat = await berekenVoorbereid(project, bestand.voorbereiding(voorbereider), keuze);
  if (!resultaat.ok) return resultaat;
  const { berekening } = resultaat;
  return { ok: true, project, berekening: { ...berekening, waarschuwingen: [...waarschuwingen({ ...project, aggregaten: bestand.aggregaten() }), ...berekening.waarschuwingen] } };
}
