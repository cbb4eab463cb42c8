import { maakVoorstel } from '../../electron/service/voorstel.ts';
import { LEZERS } from '../../models/bescherming/instellingen.ts';
import { valideer } from '../../models/project/valideren.ts';
import { controleerDoel, schrijf } from './bestand.ts';
import { EERDER_HULP, lezerVan, metUitgaven } from './eerder.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { PROGRAMMA } from './programma.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { toonMeldingen, Voortgang } from './uitvoer.ts';

/** `arrangeren voorstel`: the Excel workbook of one scenario. */
export const voorstel: Opdracht = {
  hulp: `arrangeren voorstel PROJECT --scenario ID --lezer LEZER --uit BESTAND.xlsx [--grondslag TEKST] [--eerder BESTAND]

Maakt de Excel-werkmap met het voorstel voor één scenario: uitgangspunten, nulscenario, berekening, verdeling en begroting, met formules die meerekenen als
een uitgangspunt verandert. Voor het bestand geschreven wordt, is elke uitkomst erin vergeleken met de berekening. Een klankbordgroep en het publiek krijgen vaste
waarden waarin kleine aantallen zijn verborgen; lukt dat niet, dan wordt er niets geschreven en staat er welke cijfers het zijn.

  --scenario ID   het scenario (verplicht)
  --lezer LEZER   voor wie: intern (alles, herleidbaar), klankbordgroep of openbaar (verplicht)
  --uit BESTAND   de werkmap die geschreven wordt, .xlsx (verplicht)
  --grondslag TEKST   bij intern: de grondslag waarop herleidbare gegevens worden gedeeld
${EERDER_HULP}`,
  opties: { scenario: { type: 'string' }, uit: { type: 'string' }, lezer: { type: 'string' }, grondslag: { type: 'string' }, eerder: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'voorstel');
    const [scenario, uit, voorWie, grondslag, eerderpad] = ['scenario', 'uit', 'lezer', 'grondslag', 'eerder'].map(argumenten.waarde);
    if (scenario === undefined || uit === undefined) throw new Gebruikersfout('Geef met --scenario welk scenario en met --uit de werkmap die geschreven moet worden. Zie arrangeren voorstel --help.');
    if (voorWie === undefined) throw new Gebruikersfout(`Geef met --lezer voor wie de werkmap is: ${LEZERS.join(', ')}. Zie arrangeren voorstel --help.`);
    const lezer = lezerVan(voorWie);
    if (!uit.toLowerCase().endsWith('.xlsx')) throw new Gebruikersfout(`${uit} eindigt niet op .xlsx; de werkmap is een Excel-bestand.`);
    await controleerDoel(uit);
    return metUitgaven(pad, lezer, eerderpad, async ({ inhoud, eerder, noteer }) => {
      const geldig = valideer(inhoud);
      if (!geldig.ok) throw nietDoorTeRekenen(pad, geldig.fouten);
      controleerScenario(geldig.project, scenario);
      const voortgang = new Voortgang();
      voortgang.toon(`werkmap maken: ${scenario}`);
      const uitslag = await maakVoorstel(geldig.project, scenario, { lezer, moment: new Date(), programma: PROGRAMMA, eerder, meld: (wat) => voortgang.toon(wat), ...(grondslag !== undefined && { grondslag }) });
      voortgang.klaar();
      if (!uitslag.ok) throw new Gebruikersfout(`Van scenario ${scenario} kan geen werkmap worden gemaakt.`, uitslag.fouten);
      await noteer(uitslag.voorVolgende, 'werkmap', [scenario]);
      await schrijf(uit, uitslag.werkmap);
      // What the reader may not know, the maker must.
      if (lezer !== 'intern') toonMeldingen(uitslag.waarschuwingen, true);
      console.log(`Geschreven: ${uit}`);
      return AFSLUITCODE.goed;
    });
  },
};
