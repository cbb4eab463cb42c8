import { gewoneZoekopdrachten, omslagpunten, type Zoekopdracht } from '../../models/beslissen/omslag.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { BASISHULP, BASISOPTIES, basisVan, EFFECTVOET, eis, geef, KEUZEHULP, KEUZEOPTIES, keuzeUit, leesGeldig, scenarioUit } from './beslissing.ts';
import { bereikUit, invoerUit, zoektabel, ZOEKHULP, ZOEKOPTIES } from './zoekopdracht.ts';
import { Gebruikersfout, type Opdracht } from './opdracht.ts';

/** `arrangeren omslag`: at which value of one input the figure is 0. */
export const omslag: Opdracht = {
  hulp: `arrangeren omslag PROJECT [--scenario ID] [--invoer PLEK | --school ID] [opties]

Bij welke waarde van één uitgangspunt slaat de uitkomst om? Zonder --invoer of --school: elk onzeker uitgangspunt. Met --school: het team en de start daar.

${BASISHULP}
${KEUZEHULP}
  --school ID       de start en de regels van het arrangement op deze school
${ZOEKHULP}`,
  opties: { ...BASISOPTIES, ...KEUZEOPTIES, ...ZOEKOPTIES, school: { type: 'string' } },

  async voerUit(argumenten) {
    const { pad, project } = await leesGeldig(argumenten, 'omslag');
    const basis = await basisVan(pad, project, scenarioUit(argumenten, project));
    const school = argumenten.waarde('school');
    const invoer = invoerUit(argumenten);
    const bereik = bereikUit(argumenten);
    if (school !== undefined && !basis.scenario.arrangementen.some((a) => a.school === school)) throw new Gebruikersfout(`School ${school} heeft in dit scenario geen arrangement; kies uit ${basis.scenario.arrangementen.map((a) => a.school).join(', ')}.`);
    if (bereik && !invoer) throw new Gebruikersfout('--van en --tot horen bij --invoer.');
    const opdrachten: Zoekopdracht[] = invoer ? [{ invoer, ...(bereik && { bereik }) }] : gewoneZoekopdrachten(basis, school);
    const { uitslag } = eis(omslagpunten(basis, keuzeUit(argumenten), opdrachten, (anders) => bereidVoor({ ...project, ...anders })), 'Omslagpunt');
    return geef(argumenten, uitslag, 'Omslagpunten', [zoektabel(uitslag.punten)], [EFFECTVOET]);
  },
};
