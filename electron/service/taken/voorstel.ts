/** Use cases: the workbook for the OOGO, out and back in. */
import { writeFile } from 'node:fs/promises';
import { valideer } from '../../../models/project/valideren.ts';
import type { Projectbestand } from '../../store/index.ts';
import { Dienstfout } from '../dienstfout.ts';
import type { Onder, Taken } from '../taken.ts';
import { maakVoorstel, type Voorstelopties } from '../voorstel.ts';

/** The deliveries that count, a line per gemeente. */
const leveringenVan = (bestand: Projectbestand): NonNullable<Voorstelopties['leveringen']> =>
  bestand.leveringen().flatMap(({ bestand: naam, soort, wanneer, geweigerd, controlegetal, delen }) => {
    const perGemeente = Map.groupBy(delen.filter(({ actief }) => actief), ({ gemeente }) => gemeente);
    // Refused rows are of the file, not of a gemeente: they stand with its first line.
    return [...perGemeente].map(([gemeente, eigen], i) => ({ bestand: naam, soort, gemeente, datum: wanneer.slice(0, 10), rijen: eigen.reduce((som, { rijen }) => som + rijen, 0), geweigerd: i === 0 ? geweigerd : 0, controlegetal }));
  });

export const voorsteltaken: Taken<Onder<'voorstel'>> = {
  async 'voorstel.maak'({ bestand, kader, thuis }, { scenarios, lezer, grondslag, datum }, taak) {
    const [scenario, ...naast] = scenarios;
    if (scenario === undefined) throw new Dienstfout('ongeldigeInvoer', 'Kies een scenario voor het voorstel.');
    if (lezer === 'intern' && grondslag === undefined) throw new Dienstfout('geweigerd', 'Noem de grondslag waarop deze herleidbare gegevens worden gedeeld.');
    if (lezer !== 'intern') throw new Dienstfout('nietMogelijk', 'Een voorstel voor de klankbordgroep of openbaar kan nog niet worden gemaakt: kleine aantallen worden nog niet beschermd. Maak een intern voorstel.');

    taak.voortgang(null, 'Gegevens verzamelen');
    const uitslag = valideer(bestand.project());
    if (!uitslag.ok) throw new Dienstfout('ongeldig', `Er kan nog geen voorstel worden gemaakt. ${uitslag.fouten[0]?.tekst ?? ''}`, uitslag.fouten.slice(0, 200));
    const { project } = uitslag;
    taak.signal.throwIfAborted();
    taak.voortgang(null, 'Werkmap maken en narekenen');
    const gemaakt = await maakVoorstel(project, scenario, {
      moment: new Date(`${datum}T12:00:00Z`), programma: `Collectief Arrangeren ${kader.versie}`, naast, grondslag, leveringen: leveringenVan(bestand),
    });
    if (!gemaakt.ok) throw new Dienstfout('ongeldig', `Er kan nog geen voorstel worden gemaakt. ${gemaakt.fouten[0]?.tekst ?? ''}`, gemaakt.fouten);
    taak.signal.throwIfAborted();
    const pad = await thuis.nieuwPad(`Voorstel ${project.naam}.xlsx`);
    await writeFile(pad, gemaakt.werkmap, { mode: 0o600 });
    return {
      bestand: await thuis.greepVan(pad),
      controles: [{ naam: 'Werkmap en rekenkern', goed: true, tekst: 'Elke uitkomst in de werkmap is gelijk aan de berekening van het programma.' }],
      waarschuwingen: gemaakt.waarschuwingen.map(({ tekst }) => tekst),
    };
  },

  'voorstel.lees': () => {
    throw new Dienstfout('nietMogelijk', 'Een gewijzigde werkmap kan nog niet worden teruggelezen.');
  },
};
