import { maakVoorstel } from '../../electron/service/voorstel.ts';
import { valideer } from '../../models/project/valideren.ts';
import { controleerDoel, schrijf } from './bestand.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { PROGRAMMA } from './programma.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { leesProjectinhoud } from './projectbestand.ts';
import { Voortgang } from './uitvoer.ts';

/** `arrangeren voorstel`: the Excel workbook of one scenario. */
export const voorstel: Opdracht = {
  hulp: `arrangeren voorstel PROJECT --scenario ID --uit BESTAND.xlsx

Maakt de Excel-werkmap met het voorstel voor één scenario: uitgangspunten, nulscenario, berekening, verdeling en begroting, met formules die meerekenen als
een uitgangspunt verandert. Voor het bestand geschreven wordt, is elke uitkomst erin vergeleken met de berekening.

  --scenario ID   het scenario (verplicht)
  --uit BESTAND   de werkmap die geschreven wordt, .xlsx (verplicht)`,
  opties: { scenario: { type: 'string' }, uit: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'voorstel');
    const [scenario, uit] = ['scenario', 'uit'].map(argumenten.waarde);
    if (scenario === undefined || uit === undefined) throw new Gebruikersfout('Geef met --scenario welk scenario en met --uit de werkmap die geschreven moet worden. Zie arrangeren voorstel --help.');
    if (!uit.toLowerCase().endsWith('.xlsx')) throw new Gebruikersfout(`${uit} eindigt niet op .xlsx; de werkmap is een Excel-bestand.`);
    await controleerDoel(uit);
    const geldig = valideer(await leesProjectinhoud(pad));
    if (!geldig.ok) throw nietDoorTeRekenen(pad, geldig.fouten);
    controleerScenario(geldig.project, scenario);
    const voortgang = new Voortgang();
    voortgang.toon(`werkmap maken: ${scenario}`);
    const uitslag = await maakVoorstel(geldig.project, scenario, { moment: new Date(), programma: PROGRAMMA });
    voortgang.klaar();
    if (!uitslag.ok) throw new Gebruikersfout(`Van scenario ${scenario} kan geen werkmap worden gemaakt.`, uitslag.fouten);
    await schrijf(uit, uitslag.werkmap);
    console.log(`Geschreven: ${uit}`);
    return AFSLUITCODE.goed;
  },
};
