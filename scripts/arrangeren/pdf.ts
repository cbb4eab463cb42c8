import { join } from 'node:path';
import { startBrowser, zoekBrowser } from '../../electron/exchange/pdf.ts';
import { ingebouwdeLettertypen, maakPdfdocumenten } from '../../electron/service/pdf.ts';
import { isLezer, LEZERS } from '../../models/bescherming/instellingen.ts';
import { valideer } from '../../models/project/valideren.ts';
import { PDFDELEN, type Pdfdeel } from '../../templates/pdf/documenten.ts';
import { INHOUD } from '../../templates/pdf/opmaak.ts';
import { leesJson, maakMap, schrijf } from './bestand.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { PROGRAMMA } from './programma.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { Voortgang } from './uitvoer.ts';

const ZONDER_BROWSER = 'Om een pdf te maken is een browser nodig (Chromium, Google Chrome of Microsoft Edge) en die is niet gevonden. Installeer er een, noem haar in ARRANGEREN_BROWSER, of maak met --html dezelfde stukken om zelf af te drukken.';

/** `arrangeren pdf`: the documents of one scenario for print. */
export const pdf: Opdracht = {
  hulp: `arrangeren pdf PROJECT.json --scenario ID --uit MAP --lezer intern [--deel DEEL] [--grondslag TEKST] [--html]

Maakt de stukken voor het OOGO als pdf: besluit, uw gemeente (voor elke deelnemer), vergelijking, afspraken, en een locatieblad per school.

  --scenario ID      het scenario (verplicht)
  --uit MAP          de map waarin de stukken komen (verplicht)
  --lezer LEZER      voor wie: intern (verplicht); intern bevat alles, ook kleine aantallen
  --deel DEEL        alleen dit deel: ${PDFDELEN.join(', ')}
  --grondslag TEKST  de grondslag waarop herleidbare gegevens worden gedeeld
  --html             html in plaats van pdf, om zelf af te drukken`,
  opties: { scenario: { type: 'string' }, uit: { type: 'string' }, lezer: { type: 'string' }, deel: { type: 'string' }, grondslag: { type: 'string' }, html: { type: 'boolean' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'pdf');
    const [scenario, uit, lezer, deel, grondslag] = ['scenario', 'uit', 'lezer', 'deel', 'grondslag'].map(argumenten.waarde);
    if (scenario === undefined || uit === undefined || lezer === undefined) throw new Gebruikersfout('Geef met --scenario welk scenario, met --uit de map en met --lezer voor wie het is. Zie arrangeren pdf --help.');
    if (!isLezer(lezer)) throw new Gebruikersfout(`De lezer ${lezer} bestaat niet; kies uit ${LEZERS.join(', ')}.`);
    if (lezer !== 'intern') throw new Gebruikersfout(`Stukken voor lezer ${lezer} kunnen nog niet als pdf worden gemaakt: kleine aantallen worden daarin nog niet beschermd. Kies --lezer intern, en deel die stukken alleen met de deelnemende gemeenten.`);
    if (deel !== undefined && !isDeel(deel)) throw new Gebruikersfout(`Het deel ${deel} bestaat niet; kies uit ${PDFDELEN.join(', ')}.`);
    const alsHtml = argumenten.gezet('html');
    const browser = alsHtml ? undefined : zoekBrowser();
    if (!alsHtml && browser === undefined) throw new Gebruikersfout(ZONDER_BROWSER);
    const geldig = valideer(await leesJson(pad));
    if (!geldig.ok) throw nietDoorTeRekenen(pad, geldig.fouten);
    controleerScenario(geldig.project, scenario);
    await maakMap(uit);

    const voortgang = new Voortgang();
    voortgang.toon('rekenen');
    const uitslag = await maakPdfdocumenten(geldig.project, scenario, { moment: new Date(), programma: PROGRAMMA, lettertypen: await ingebouwdeLettertypen(), ...(deel !== undefined && { delen: [deel] }), ...(grondslag !== undefined && { grondslag }) });
    if (!uitslag.ok) throw new Gebruikersfout(`Van scenario ${scenario} kunnen geen stukken worden gemaakt.`, uitslag.fouten);
    const machine = browser === undefined ? undefined : await startBrowser(browser, INHOUD);
    const geschreven: string[] = [];
    try {
      for (const { bestandsnaam, html } of uitslag.documenten) {
        voortgang.toon(bestandsnaam);
        const naar = join(uit, `${bestandsnaam}.${machine ? 'pdf' : 'html'}`);
        await schrijf(naar, machine ? await machine.druk(html) : html);
        geschreven.push(naar);
      }
    } finally {
      await machine?.sluit();
      voortgang.klaar();
    }
    console.log(geschreven.map((naam) => `Geschreven: ${naam}`).join('\n'));
    return AFSLUITCODE.goed;
  },
};

const isDeel = (waarde: string): waarde is Pdfdeel => PDFDELEN.some((deel) => deel === waarde);
