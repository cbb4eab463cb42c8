import { metScenario } from '../../models/beslissen/basis.ts';
import { houdbaarheid as reken } from '../../models/beslissen/houdbaarheid.ts';
import { BASISHULP, BASISOPTIES, basisUit, EFFECTVOET, eis, geef, getalUit, KEUZEOPTIES, keuzeUit } from './beslissing.ts';
import type { Opdracht } from './opdracht.ts';
import { effect, heel, tabel } from './tabel.ts';

const GETOOND = 15;

/** `arrangeren houdbaarheid`: would anyone be better off leaving? */
export const houdbaarheid: Opdracht = {
  hulp: `arrangeren houdbaarheid PROJECT [--scenario ID] [--vast-deel AANDEEL] [opties]

Zou een gemeente of een groep van gemeenten zonder de anderen beter uit zijn? Alleen voor intern gebruik: niet in presentatie of voorstel.

${BASISHULP}
  --vast-deel X     deel van elk team dat nodig is hoeveel leerlingen er ook zijn, 0 tot en met 1 (anders: vastDeel van het scenario)
  --jaar JAAR       kijk naar dit jaar (anders: alle jaren samen)
  --ncw             kijk naar de netto contante waarde`,
  opties: { ...BASISOPTIES, jaar: KEUZEOPTIES.jaar, ncw: KEUZEOPTIES.ncw, 'vast-deel': { type: 'string' } },

  async voerUit(argumenten) {
    const basis = await basisUit(argumenten, 'houdbaarheid');
    const vastDeel = getalUit(argumenten, 'vast-deel');
    const { uitslag } = eis(reken(vastDeel === undefined ? basis : metScenario(basis, { ...basis.scenario, vastDeel }), keuzeUit(argumenten)), 'Houdbaarheid');
    const naamVan = (code: string): string => basis.gegevens.gemeenten.find((g) => g.code === code)?.naam ?? code;
    const tabellen = [
      tabel([['gemeente', 'samen', 'alleen', 'Shapley', 'SCRB'], null, ...uitslag.gemeenten.map((g) => [g.naam, effect(g.samen), effect(g.alleen), effect(g.shapley), effect(g.scrb)])]),
      ...(uitslag.groepen.length === 0 ? [] : [tabel([['groepen die zonder de anderen beter uit zijn', 'samen', 'zonder', 'voordeel'], null,
        ...uitslag.groepen.slice(0, GETOOND).map((g) => [g.gemeenten.map(naamVan).join(', '), effect(g.samen), effect(g.zonder), heel(g.voordeel)])])]),
    ];
    return geef(argumenten, uitslag, 'Houdbaarheid (intern)', tabellen, [EFFECTVOET, 'Shapley en SCRB zijn hulplijnen, geen advies.']);
  },
};
