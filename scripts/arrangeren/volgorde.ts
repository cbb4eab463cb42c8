import { volgorde as reken } from '../../models/beslissen/volgorde.ts';
import { BASISHULP, BASISOPTIES, basisUit, EFFECTVOET, eis, geef, getalUit } from './beslissing.ts';
import type { Opdracht } from './opdracht.ts';
import { effect, heel, tabel } from './tabel.ts';

const som = (reeks: readonly number[]): number => reeks.reduce((a, b) => a + b, 0);

/** `arrangeren volgorde`: which schools first. */
export const volgorde: Opdracht = {
  hulp: `arrangeren volgorde PROJECT [--scenario ID] [--plafond BEDRAG]

Wat draagt elke school bij, welke scholen komen het eerst, en wat past er binnen een plafond van dubbele kosten per jaar?

${BASISHULP}
  --plafond BEDRAG  ten hoogste zoveel euro dubbele kosten per jaar: geeft een fasering`,
  opties: { ...BASISOPTIES, plafond: { type: 'string' } },

  async voerUit(argumenten) {
    const basis = await basisUit(argumenten, 'volgorde');
    const { uitslag } = eis(reken(basis, { plafond: getalUit(argumenten, 'plafond') ?? null }), 'Volgorde');
    const { jaren, scholen, fasering } = uitslag;
    const van = new Map(scholen.map((s) => [s.school, s]));
    const opTerug = new Map(uitslag.opTerugverdientijd.map((school, i) => [school, i + 1]));
    const rijen = uitslag.opNcw.map((id, i) => {
      const s = van.get(id);
      return s ? [`${i + 1}. ${s.naam}`, ...s.effectPerJaar.map(effect), effect(s.ncw), heel(som(s.dubbelPerJaar)), heel(som(s.eenmaligPerJaar)), s.terugverdienmaand ?? 'niet', String(opTerug.get(id))] : [];
    });
    const tabellen = [tabel([['op contante waarde', ...jaren.map(String), 'ncw', 'dubbel', 'eenmalig', 'terug in', 'op tijd'], null, ...rijen, null, ['regionaal', ...uitslag.regionaalPerJaar.map(effect), '', '', '', '', '']])];
    if (fasering) {
      tabellen.push(tabel([['fasering', 'start', 'jaren later'], null, ...fasering.scholen.map((s) => [s.naam, s.start, String(s.jarenLater)]), ...fasering.pastNiet.map((id) => [van.get(id)?.naam ?? id, 'past niet', ''])]));
      tabellen.push(tabel([['dubbele kosten', ...jaren.map(String)], null, ['gefaseerd', ...fasering.dubbelPerJaar.map(heel)]]));
    }
    return geef(argumenten, uitslag, 'Volgorde', tabellen, [EFFECTVOET]);
  },
};
