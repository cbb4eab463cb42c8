import { doelzoeken } from '../../models/beslissen/omslag.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { BASISHULP, BASISOPTIES, basisVan, EFFECTVOET, eis, geef, getalUit, KEUZEHULP, KEUZEOPTIES, keuzeUit, leesGeldig, scenarioUit } from './beslissing.ts';
import { bereikUit, invoerUit, ZOEKHULP, ZOEKOPTIES, zoektabel } from './zoekopdracht.ts';
import { Gebruikersfout, type Opdracht } from './opdracht.ts';

/** `arrangeren doelzoek`: which value of one input gives a target. */
export const doelzoek: Opdracht = {
  hulp: `arrangeren doelzoek PROJECT [--scenario ID] --invoer PLEK --doel BEDRAG [opties]

Welke waarde van één uitgangspunt geeft dit effect? Negatief is goedkoper dan het nulscenario: --doel=-50000.

${BASISHULP}
${KEUZEHULP}
  --doel BEDRAG     het effect in euro's (verplicht)
${ZOEKHULP}`,
  opties: { ...BASISOPTIES, ...KEUZEOPTIES, ...ZOEKOPTIES, doel: { type: 'string' } },

  async voerUit(argumenten) {
    const { pad, project } = await leesGeldig(argumenten, 'doelzoek');
    const basis = await basisVan(pad, project, scenarioUit(argumenten, project));
    const [invoer, doel, bereik] = [invoerUit(argumenten), getalUit(argumenten, 'doel'), bereikUit(argumenten)];
    if (!invoer || doel === undefined) throw new Gebruikersfout('Geef met --invoer welk uitgangspunt en met --doel welk effect. Zie arrangeren doelzoek --help.');
    const { uitslag } = eis(doelzoeken(basis, { invoer, ...(bereik && { bereik }) }, doel, keuzeUit(argumenten), (anders) => bereidVoor({ ...project, ...anders })), 'Doelzoeken');
    return geef(argumenten, uitslag, 'Doelzoeken', [zoektabel([uitslag.zoeking])], [EFFECTVOET]);
  },
};
