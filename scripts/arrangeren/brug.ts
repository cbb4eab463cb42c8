import { brug as vanNul, scenariobrug } from '../../models/beslissen/brug.ts';
import type { Brugdeel, Uitslag } from '../../models/beslissen/types.ts';
import { BASISHULP, BASISOPTIES, basisVan, EFFECTVOET, eis, geef, KEUZEHULP, KEUZEOPTIES, keuzeUit, leesGeldig, scenarioUit } from './beslissing.ts';
import type { Opdracht } from './opdracht.ts';
import { controleerScenario } from './project.ts';
import { effect, heel, tabel } from './tabel.ts';

/** Rows of parts per year and together, and their sum. */
function brugtabel({ jaren }: Uitslag, delen: readonly Brugdeel[], eerste: string[] | null, laatste: string[]): string {
  return tabel([
    ['', ...jaren.map(String), 'uitkomst'], null,
    ...(eerste ? [eerste] : []),
    ...delen.map(({ naam, perJaar, bedrag }) => [naam, ...perJaar.map(effect), effect(bedrag)]), null, laatste,
  ]);
}

/** `arrangeren brug`: what a difference consists of. */
export const brug: Opdracht = {
  hulp: `arrangeren brug PROJECT [--scenario ID] [--naar ID] [opties]

Waaruit bestaat het verschil? Van nulscenario naar scenario, of met --naar van het ene scenario naar het andere, per groep van uitgangspunten.

${BASISHULP}
  --naar ID         naar dit scenario (anders: van het nulscenario naar --scenario)
${KEUZEHULP}`,
  opties: { ...BASISOPTIES, ...KEUZEOPTIES, naar: { type: 'string' } },

  async voerUit(argumenten) {
    const { pad, project } = await leesGeldig(argumenten, 'brug');
    const basis = await basisVan(pad, project, scenarioUit(argumenten, project));
    const keuze = keuzeUit(argumenten);
    const naar = argumenten.waarde('naar');
    if (naar === undefined) {
      const { uitslag } = eis(vanNul(basis, keuze), 'Brug');
      const leeg = uitslag.jaren.map(() => '');
      return geef(argumenten, uitslag, 'Brug van nulscenario naar scenario', [brugtabel(uitslag, uitslag.delen, ['nulscenario', ...leeg, heel(uitslag.nul)], ['scenario', ...leeg, heel(uitslag.scenarioBedrag)])], [EFFECTVOET]);
    }
    controleerScenario(project, naar);
    const { uitslag } = eis(scenariobrug(basis, await basisVan(pad, project, naar), keuze), 'Brug');
    const per = uitslag.jaren.map((_, y) => effect(uitslag.delen.reduce((som, { perJaar }) => som + (perJaar[y] ?? 0), 0)));
    return geef(argumenten, uitslag, `Brug naar “${uitslag.naar.scenario.naam}”`, [brugtabel(uitslag, uitslag.delen, null, ['verschil', ...per, effect(uitslag.totaal)])], [EFFECTVOET]);
  },
};
