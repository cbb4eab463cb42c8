/** Use case: what another reader than intern may see, for the presentation and the clipboard. Calculated in a thread of its own, so that it can be cancelled at any moment. */
import { personenteller, type Persoonsaandelen } from '../../../models/bescherming/personen.ts';
import type { Publicatiecijfers } from '../../../models/contract/publicatie.ts';
import type { ProjectZonderRijen, Scenario } from '../../../models/project/types.ts';
import { valideer } from '../../../models/project/valideren.ts';
import type { Voorbereiding } from '../../../models/rekenen/types.ts';
import { vraagInDraad } from '../beslissen/draden.ts';
import { beschermingVan } from '../bescherming.ts';
import { Dienstfout } from '../dienstfout.ts';
import type { Sessie } from '../sessie.ts';
import { zonderRijen } from '../stand.ts';
import type { Onder, Taak, Taken } from '../taken.ts';
import { eerdereUitgaven } from '../uitgaven.ts';
import { geefFouten, gegevensVan } from './beslissen.ts';
import { doorloop } from './rijen.ts';

/** Counted once for as long as the same rows count in the same way, which is as long as the same preparation holds. In memory only. */
const geteld = new WeakMap<Voorbereiding, { categorieen: string; personen: Persoonsaandelen }>();

async function personenVan({ bestand }: Sessie, project: ProjectZonderRijen, voorbereiding: Voorbereiding, taak: Taak): Promise<Persoonsaandelen> {
  const categorieen = JSON.stringify(project.producten.map((p) => p.categorie));
  const bekend = geteld.get(voorbereiding);
  if (bekend?.categorieen === categorieen) return bekend.personen;
  const teller = personenteller(project);
  await doorloop(bestand.indicaties(), taak, 'Personen tellen', (rij) => teller.telIndicatie(rij));
  await doorloop(bestand.declaraties(), taak, 'Personen tellen', (rij) => teller.telDeclaratie(rij));
  for (const aggregaat of bestand.aggregaten()) teller.telAggregaat(aggregaat);
  const personen = teller.uitkomst();
  geteld.set(voorbereiding, { categorieen, personen });
  return personen;
}

function metVarianten(project: ProjectZonderRijen, varianten: readonly Scenario[]): ProjectZonderRijen {
  if (varianten.length === 0) return project;
  const samen = { ...project, scenarios: [...project.scenarios, ...varianten] };
  const uitslag = valideer(zonderRijen(samen));
  // Faults of stored scenarios were there before; those that are asked for have none.
  if (!uitslag.ok) geefFouten(uitslag.fouten.filter(({ pad }) => Number(/^scenarios\[(\d+)\]/.exec(pad)?.[1] ?? Number.NaN) >= project.scenarios.length));
  return samen;
}

/** A cell that cannot be kept hidden, as it is named on the screen. @param pad of its fault: `tabel|rij|kolom`, or a name already */
function celnaam({ scholen, gemeenten }: ProjectZonderRijen, pad: string): string {
  const [, rij, kolom] = pad.split('|');
  if (rij === undefined || kolom === undefined) return pad;
  return `${scholen.find((s) => s.id === rij)?.naam ?? gemeenten.find((g) => g.code === rij)?.naam ?? rij}, ${kolom}`;
}

export const publicatietaken: Taken<Onder<'publicatie'>> = {
  async 'publicatie.lees'(sessie, { scenarios, lezer, varianten = [], eerder }, taak) {
    const gevraagd = [...scenarios, ...varianten.map(({ id }) => id)];
    if (scenarios.length === 0) throw new Dienstfout('ongeldigeInvoer', 'Kies een scenario.');
    const { project: bewaard, voorbereiding } = gegevensVan(sessie, ...scenarios);
    const project = metVarianten(bewaard, varianten);
    taak.voortgang(null, 'Personen tellen');
    const personen = await personenVan(sessie, bewaard, voorbereiding, taak);
    taak.signal.throwIfAborted();
    taak.voortgang(null, 'Kleine aantallen verbergen');
    const resultaat = await vraagInDraad({ project, voorbereiding, scenario: gevraagd[0] as string }, 'publicatie', { scenarios: gevraagd, lezer, personen, instellingen: beschermingVan(sessie.kader.gegevensmap), eerder: [...eerdereUitgaven(sessie.bestand), ...(eerder ? [eerder] : [])] }, taak.signal, (wat) => taak.voortgang(null, wat));
    if (resultaat.ok) return (resultaat as { uitslag: Publicatiecijfers }).uitslag;
    const nietTeVerbergen = resultaat.fouten.filter(({ code }) => code === 'B03').map(({ pad }) => celnaam(project, pad));
    if (nietTeVerbergen.length === 0) geefFouten(resultaat.fouten);
    // The names alone: the sentences hold ranges of what is hidden, and this may be read from a beamer.
    throw new Dienstfout('geweigerd', `Deze cijfers zijn voor de lezer ${lezer} niet te beschermen. Neem minder scenario’s tegelijk, kies een verdeling over de regio in plaats van per school, of geef ze alleen aan de lezer intern.`, [...new Set(nietTeVerbergen)]);
  },
};
