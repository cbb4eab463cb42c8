import { wisRijen } from '../../electron/service/wissen.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { projectpad } from './project.ts';
import { eisProjectbestand, metProjectbestand } from './projectbestand.ts';

/** `arrangeren wissen`: rows about persons go for good, what was prepared from them stays. */
export const wissen: Opdracht = {
  hulp: `arrangeren wissen PROJECT.arrangement --definitief [--alleen-vervangen]

Wist de rijen over personen uit het projectbestand, zijn logboek en al zijn reservekopieën. Wat eruit is opgeteld blijft, als aggregaten: de uitkomsten
veranderen niet. Dit kan niet ongedaan worden gemaakt.

  --definitief         bevestig dat de rijen voorgoed weg mogen (verplicht)
  --alleen-vervangen   wis alleen rijen van leveringen die zijn vervangen of ongedaan gemaakt`,
  opties: { definitief: { type: 'boolean' }, 'alleen-vervangen': { type: 'boolean' } },

  async voerUit(argumenten) {
    const pad = await eisProjectbestand(projectpad(argumenten, 'wissen'));
    if (!argumenten.gezet('definitief')) throw new Gebruikersfout('Wissen kan niet ongedaan worden gemaakt. Bevestig het met --definitief.');
    const gemeenten = await metProjectbestand(pad, 'schrijven', (bestand) => wisRijen(bestand, argumenten.gezet('alleen-vervangen') ? 'vervangen' : 'alles'));
    console.log(`Gewist.${gemeenten.length > 0 ? ` Aggregaten zijn gebleven van ${gemeenten.join(', ')}.` : ''}`);
    return AFSLUITCODE.goed;
  },
};
