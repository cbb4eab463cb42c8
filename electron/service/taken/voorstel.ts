/** Use cases: the workbook for the OOGO, out and back in. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Project } from '../../../models/project/types.ts';
import { valideer } from '../../../models/project/valideren.ts';
import type { Projectbestand } from '../../store/index.ts';
import { beschermingVan } from '../bescherming.ts';
import { Dienstfout } from '../dienstfout.ts';
import { programmaVan } from '../programma.ts';
import { publiceerInDraad } from '../publiceerdraad.ts';
import type { Taken } from '../taken.ts';
import { eerdereUitgaven, noteerUitgave } from '../uitgaven.ts';
import { leesVoorstelTerug } from '../voorstel-terug.ts';
import { maakVoorstel, type Voorstelopties } from '../voorstel.ts';

/** The project with its rows. @param wat cannot be done while it has faults, as a sentence */
export function geldigProject(bestand: Projectbestand, wat: string): Project {
  const uitslag = valideer(bestand.project());
  if (!uitslag.ok) throw new Dienstfout('ongeldig', `${wat} ${uitslag.fouten[0]?.tekst ?? ''}`, uitslag.fouten.slice(0, 200));
  return uitslag.project;
}

/** The deliveries that count, a line per gemeente. */
const leveringenVan = (bestand: Projectbestand): NonNullable<Voorstelopties['leveringen']> =>
  bestand.leveringen().flatMap(({ bestand: naam, soort, wanneer, geweigerd, controlegetal, delen }) => {
    const perGemeente = Map.groupBy(delen.filter(({ actief }) => actief), ({ gemeente }) => gemeente);
    // Refused rows are of the file, not of a gemeente: they stand with its first line.
    return [...perGemeente].map(([gemeente, eigen], i) => ({ bestand: naam, soort, gemeente, datum: wanneer.slice(0, 10), rijen: eigen.reduce((som, { rijen }) => som + rijen, 0), geweigerd: i === 0 ? geweigerd : 0, controlegetal }));
  });

export const voorsteltaken: Taken<'voorstel.maak' | 'voorstel.lees'> = {
  async 'voorstel.maak'({ bestand, kader, thuis }, { scenarios, lezer, grondslag, datum }, taak) {
    const [scenario, ...naast] = scenarios;
    if (scenario === undefined) throw new Dienstfout('ongeldigeInvoer', 'Kies een scenario voor het voorstel.');
    if (lezer === 'intern' && grondslag === undefined) throw new Dienstfout('geweigerd', 'Noem de grondslag waarop deze herleidbare gegevens worden gedeeld.');

    taak.voortgang(null, 'Gegevens verzamelen');
    const project = geldigProject(bestand, 'Er kan nog geen voorstel worden gemaakt.');
    taak.signal.throwIfAborted();
    taak.voortgang(null, lezer === 'intern' ? 'Werkmap maken en narekenen' : 'Kleine aantallen verbergen, werkmap maken en narekenen');
    const gemaakt = await maakVoorstel(project, scenario, {
      lezer, moment: new Date(`${datum}T12:00:00Z`), programma: programmaVan(kader), naast, grondslag, leveringen: leveringenVan(bestand), eerder: eerdereUitgaven(bestand), instellingen: beschermingVan(kader.gegevensmap), publiceerder: publiceerInDraad(taak),
    });
    if (!gemaakt.ok) throw new Dienstfout('ongeldig', `Er kan nog geen voorstel worden gemaakt. ${gemaakt.fouten[0]?.tekst ?? ''}`, gemaakt.fouten);
    taak.signal.throwIfAborted();
    noteerUitgave(bestand, gemaakt.voorVolgende, { lezer, soort: 'werkmap', scenarios });
    const pad = await thuis.nieuwPad(`Voorstel ${project.naam}${lezer === 'intern' ? '' : ` (${lezer})`}.xlsx`);
    await writeFile(pad, gemaakt.werkmap, { mode: 0o600 });
    return {
      bestand: await thuis.greepVan(pad),
      controles: [lezer === 'intern'
        ? { naam: 'Werkmap en rekenkern', goed: true, tekst: 'Elke uitkomst in de werkmap is gelijk aan de berekening van het programma.' }
        : { naam: 'Kleine aantallen', goed: true, tekst: 'Elk verborgen cijfer blijft onzeker, ook voor wie alle andere cijfers in de werkmap kent.' }],
      waarschuwingen: gemaakt.waarschuwingen.map(({ tekst }) => tekst),
    };
  },

  async 'voorstel.lees'({ bestand, kader, thuis }, { greep }, taak) {
    const { pad } = await thuis.bestand(greep);
    const bytes = await readFile(pad, { signal: taak.signal });
    taak.voortgang(null, 'Gegevens verzamelen');
    const project = geldigProject(bestand, 'Er kan nog geen werkmap worden teruggelezen.');
    taak.signal.throwIfAborted();
    taak.voortgang(null, 'Werkmap vergelijken');
    const gelezen = await leesVoorstelTerug(bytes, project, basename(pad), { moment: new Date(), programma: programmaVan(kader), leveringen: leveringenVan(bestand) });
    if (!gelezen.ok) throw new Dienstfout('geweigerd', `${basename(pad)} kan niet worden teruggelezen. ${gelezen.fouten[0]?.tekst ?? ''}`, gelezen.fouten);
    const { scenario, verschillen, buitenInvoer } = gelezen;
    return { scenario, verschillen, buitenInvoer };
  },
};
