import { join } from 'node:path';
import { browserdrukker } from '../../electron/service/drukker.ts';
import { ingebouwdeLettertypen, maakPdfdocumenten } from '../../electron/service/pdf.ts';
import { PDFDELEN, type Pdfdeel } from '../../models/contract/voorstel.ts';
import { valideer } from '../../models/project/valideren.ts';
import { alsHtml as htmlVan } from '../../templates/pdf/document.ts';
import { maakMap, schrijf } from './bestand.ts';
import { EERDER_HULP, lezerVan, metUitgaven } from './eerder.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { PROGRAMMA } from './programma.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { toonMeldingen, Voortgang } from './uitvoer.ts';

const ZONDER_BROWSER = 'Om een pdf te maken is een browser nodig (Chromium, Google Chrome of Microsoft Edge) en die is niet gevonden. Installeer er een, noem haar in ARRANGEREN_BROWSER, of maak met --html dezelfde stukken om zelf af te drukken.';

/** `arrangeren pdf`: the documents of one scenario for print. */
export const pdf: Opdracht = {
  hulp: `arrangeren pdf PROJECT --scenario ID --uit MAP --lezer LEZER [--deel DEEL] [--naast ID,ID] [--grondslag TEKST] [--html] [--eerder BESTAND]

Maakt de stukken voor het OOGO als pdf: besluit, uw gemeente (voor elke deelnemer), vergelijking, afspraken, en een locatieblad per school. Een klankbordgroep en het
publiek krijgen alleen wat gepubliceerd mag worden, met kleine aantallen verborgen; lukt dat niet, dan wordt er niets geschreven en staat er welke cijfers het zijn.

  --scenario ID      het scenario (verplicht)
  --uit MAP          de map waarin de stukken komen (verplicht)
  --lezer LEZER      voor wie: intern (alles, herleidbaar), klankbordgroep of openbaar (verplicht)
  --deel DEEL        alleen dit deel: ${PDFDELEN.join(', ')}
  --naast ID,ID      scenario’s ernaast in de vergelijking, hoogstens drie; bij intern anders de eerste drie, bij anderen geen
  --grondslag TEKST  bij intern: de grondslag waarop herleidbare gegevens worden gedeeld
  --html             html in plaats van pdf, om zelf af te drukken
${EERDER_HULP}`,
  opties: { scenario: { type: 'string' }, uit: { type: 'string' }, lezer: { type: 'string' }, deel: { type: 'string' }, naast: { type: 'string' }, grondslag: { type: 'string' }, html: { type: 'boolean' }, eerder: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'pdf');
    const [scenario, uit, voorWie, deel, ernaast, grondslag, eerderpad] = ['scenario', 'uit', 'lezer', 'deel', 'naast', 'grondslag', 'eerder'].map(argumenten.waarde);
    if (scenario === undefined || uit === undefined || voorWie === undefined) throw new Gebruikersfout('Geef met --scenario welk scenario, met --uit de map en met --lezer voor wie het is. Zie arrangeren pdf --help.');
    const lezer = lezerVan(voorWie);
    if (deel !== undefined && !isDeel(deel)) throw new Gebruikersfout(`Het deel ${deel} bestaat niet; kies uit ${PDFDELEN.join(', ')}.`);
    const naast = ernaast?.split(',').map((id) => id.trim()).filter((id) => id !== '');
    if (naast && naast.length > 3) throw new Gebruikersfout('Naast het voorstel passen hoogstens drie scenario’s; geef er met --naast niet meer.');
    const alsHtml = argumenten.gezet('html');
    const startDrukker = alsHtml ? undefined : browserdrukker(PROGRAMMA);
    if (!alsHtml && startDrukker === undefined) throw new Gebruikersfout(ZONDER_BROWSER);
    return metUitgaven(pad, lezer, eerderpad, async ({ inhoud, eerder, noteer }) => {
      const geldig = valideer(inhoud);
      if (!geldig.ok) throw nietDoorTeRekenen(pad, geldig.fouten);
      controleerScenario(geldig.project, scenario);
      await maakMap(uit);

      const voortgang = new Voortgang();
      voortgang.toon('rekenen');
      const uitslag = await maakPdfdocumenten(geldig.project, scenario, { lezer, moment: new Date(), programma: PROGRAMMA, eerder, meld: (wat) => voortgang.toon(wat), ...(deel !== undefined && { delen: [deel] }), ...(naast && { naast }), ...(grondslag !== undefined && { grondslag }) });
      if (!uitslag.ok) {
        voortgang.klaar();
        throw new Gebruikersfout(`Van scenario ${scenario} kunnen geen stukken worden gemaakt.`, uitslag.fouten);
      }
      const lettertypen = await ingebouwdeLettertypen();
      await noteer(uitslag.voorVolgende, alsHtml ? 'html' : 'pdf', [scenario, ...(naast ?? [])]);
      const machine = await startDrukker?.();
      const geschreven: string[] = [];
      try {
        for (const document of uitslag.documenten) {
          voortgang.toon(document.bestandsnaam);
          const naar = join(uit, `${document.bestandsnaam}${lezer === 'intern' ? '' : `-${lezer}`}.${machine ? 'pdf' : 'html'}`);
          const html = htmlVan(document, lettertypen);
          await schrijf(naar, machine ? await machine.druk(html) : html);
          geschreven.push(naar);
        }
      } finally {
        await machine?.sluit();
        voortgang.klaar();
      }
      // What the reader may not know, the maker must.
      toonMeldingen(uitslag.waarschuwingen, true);
      console.log(geschreven.map((naam) => `Geschreven: ${naam}`).join('\n'));
      return AFSLUITCODE.goed;
    });
  },
};

const isDeel = (waarde: string): waarde is Pdfdeel => PDFDELEN.some((deel) => deel === waarde);
