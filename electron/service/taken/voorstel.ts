/** Use cases: the workbook for the OOGO, out and back in. */
import { writeFile } from 'node:fs/promises';
import { valideer } from '../../../models/project/valideren.ts';
import { waarschuwingen } from '../../../models/project/waarschuwingen.ts';
import { Dienstfout } from '../dienstfout.ts';
import type { Onder, Taken } from '../taken.ts';
import { maakVoorstel } from '../voorstel.ts';

export const voorsteltaken: Taken<Onder<'voorstel'>> = {
  async 'voorstel.maak'({ bestand, kader, thuis }, { scenarios, lezer, grondslag, datum }, taak) {
    const [scenario, ...andere] = scenarios;
    if (scenario === undefined) throw new Dienstfout('ongeldigeInvoer', 'Kies een scenario voor het voorstel.');
    if (lezer === 'intern' && grondslag === undefined) throw new Dienstfout('geweigerd', 'Noem de grondslag waarop deze herleidbare gegevens worden gedeeld.');
    if (lezer !== 'intern') throw new Dienstfout('nietMogelijk', 'Een voorstel voor de klankbordgroep of openbaar kan nog niet worden gemaakt: kleine aantallen worden nog niet beschermd. Maak een intern voorstel.');
    if (andere.length > 0) throw new Dienstfout('nietMogelijk', 'De werkmap bevat één scenario. Maak voor elk scenario een eigen voorstel.');

    taak.voortgang(null, 'Gegevens verzamelen');
    const uitslag = valideer(bestand.project());
    if (!uitslag.ok) throw new Dienstfout('ongeldig', `Er kan nog geen voorstel worden gemaakt. ${uitslag.fouten[0]?.tekst ?? ''}`, uitslag.fouten.slice(0, 200));
    const { project } = uitslag;
    taak.signal.throwIfAborted();
    taak.voortgang(null, 'Werkmap maken en narekenen');
    const gemaakt = await maakVoorstel(project, scenario, { moment: new Date(`${datum}T12:00:00Z`), programma: `Collectief Arrangeren ${kader.versie}` });
    if (!gemaakt.ok) throw new Dienstfout('ongeldig', `Er kan nog geen voorstel worden gemaakt. ${gemaakt.fouten[0]?.tekst ?? ''}`, gemaakt.fouten);
    taak.signal.throwIfAborted();
    const pad = await thuis.nieuwPad(`Voorstel ${project.naam}.xlsx`);
    await writeFile(pad, gemaakt.werkmap, { mode: 0o600 });
    return {
      bestand: await thuis.greepVan(pad),
      controles: [{ naam: 'Werkmap en rekenkern', goed: true, tekst: 'Elke uitkomst in de werkmap is gelijk aan de berekening van het programma.' }],
      waarschuwingen: waarschuwingen(project).map(({ tekst }) => tekst),
    };
  },

  'voorstel.lees': () => {
    throw new Dienstfout('nietMogelijk', 'Een gewijzigde werkmap kan nog niet worden teruggelezen.');
  },
};
