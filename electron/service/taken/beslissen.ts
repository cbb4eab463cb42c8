/** Use cases: questions about a scenario (docs/beslissen.md), each answered in a thread of its own, so that it can be cancelled at any moment. */
import { availableParallelism } from 'node:os';
import { beslisbasis } from '../../../models/beslissen/basis.ts';
import type { Melding, ProjectZonderRijen } from '../../../models/project/types.ts';
import { vraagInDraad, zekerheidOpDraden, type Draadgegevens } from '../beslissen/draden.ts';
import type { Vraaginvoer, Vraagnaam } from '../beslissen/vragen.ts';
import { Dienstfout } from '../dienstfout.ts';
import type { Sessie } from '../sessie.ts';
import { blokkeertVoorbereiding } from '../stand.ts';
import type { Onder, Taak, Taken } from '../taken.ts';

/** Threads for draws: more help little, and others want to calculate too. */
const MEESTE_DRADEN = 4;
/** Draws × arrangementen that keep a thread busy for longer than it takes to start one. */
const WERK_PER_DRAAD = 500_000;

const dradenVoor = (werk: number): number => Math.max(1, Math.min(MEESTE_DRADEN, availableParallelism(), Math.ceil(werk / WERK_PER_DRAAD)));

/** The faults that stand in the way of a scenario: its own and those of its parents. */
function foutenVoor(id: string, { scenarios }: ProjectZonderRijen, fouten: readonly Melding[]): Melding[] {
  const keten = new Set<number>();
  for (let i = scenarios.findIndex((s) => s.id === id); i >= 0 && !keten.has(i); ) {
    keten.add(i);
    const { ouder } = scenarios[i]!;
    i = scenarios.findIndex((s) => s.id === ouder);
  }
  return fouten.filter((f) => blokkeertVoorbereiding(f) || keten.has(Number(/^scenarios\[(\d+)\]/.exec(f.pad)?.[1] ?? Number.NaN)));
}

/** What a thread needs. @throws Dienstfout `nietGevonden`, or `ongeldig` with the faults that stand in the way */
export function gegevensVan(sessie: Sessie, ...ids: string[]): Draadgegevens {
  const voorbereiding = sessie.voorbereiding();
  const { project, fouten } = sessie.stand().stand;
  for (const id of ids) {
    if (!project.scenarios.some((s) => s.id === id)) throw new Dienstfout('nietGevonden', `Scenario ${id} bestaat niet (meer). Kies een ander.`);
    geefFouten(foutenVoor(id, project, fouten));
  }
  return { project, voorbereiding, scenario: ids[0] as string };
}

export function geefFouten(fouten: readonly Melding[]): void {
  if (fouten.length > 0) throw new Dienstfout('ongeldig', fouten[0]!.tekst, fouten);
}

async function vraag<N extends Vraagnaam, U>(sessie: Sessie, scenarios: [string, ...string[]], naam: N, invoer: Vraaginvoer<N>, taak: Taak): Promise<U> {
  const gegevens = gegevensVan(sessie, ...scenarios);
  taak.voortgang(null, 'Rekenen');
  const resultaat = (await vraagInDraad(gegevens, naam, invoer, taak.signal)) as { ok: true; uitslag: U } | { ok: false; fouten: Melding[] };
  if (!resultaat.ok) geefFouten(resultaat.fouten);
  return (resultaat as { uitslag: U }).uitslag;
}

export const beslistaken: Taken<Onder<'beslissen'>> = {
  'beslissen.gevoeligheid': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'gevoeligheid', invoer, taak),
  'beslissen.omslag': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'omslag', invoer, taak),
  'beslissen.doelzoek': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'doelzoek', invoer, taak),
  'beslissen.brug': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'brug', invoer, taak),
  'beslissen.scenariobrug': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario, invoer.naar], 'scenariobrug', invoer, taak),
  'beslissen.sleutels': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'sleutels', invoer, taak),
  'beslissen.houdbaarheid': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'houdbaarheid', invoer, taak),
  'beslissen.volgorde': (sessie, { scenario, ...invoer }, taak) => vraag(sessie, [scenario], 'volgorde', invoer, taak),

  async 'beslissen.zekerheid'(sessie, { scenario, ...plan }, taak) {
    const { project, voorbereiding } = gegevensVan(sessie, scenario);
    const gemaakt = await beslisbasis(project, voorbereiding, scenario);
    if (!gemaakt.ok) throw new Dienstfout('ongeldig', gemaakt.fouten[0]!.tekst, gemaakt.fouten);
    taak.voortgang(0, 'Trekken');
    const resultaat = await zekerheidOpDraden(gemaakt.basis, plan, {
      draden: dradenVoor(plan.trekkingen * gemaakt.basis.scenario.arrangementen.length), signal: taak.signal, voortgang: (deel) => taak.voortgang(deel, 'Trekken'),
    });
    if (!resultaat.ok) throw new Dienstfout('ongeldig', resultaat.fouten[0]!.tekst, resultaat.fouten);
    return resultaat.uitslag;
  },
};
