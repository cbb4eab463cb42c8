/** Use cases: the import wizard, deliveries and refused rows. */
import { writeFile } from 'node:fs/promises';
import { geweigerdWerkmap } from '../../exchange/geweigerdwerkmap.ts';
import type { Bewaardgeweigerd, Levering, Projectbestand } from '../../store/index.ts';
import { Dienstfout } from '../dienstfout.ts';
import { leesTeVerbeteren, verbeterd } from '../herstel.ts';
import { Importgang } from '../importgang.ts';
import { teltMee } from '../stand.ts';
import type { Sessie } from '../sessie.ts';
import type { Onder, Taken } from '../taken.ts';

function gangVan(sessie: Sessie, id: string): Importgang {
  const { importgang } = sessie;
  if (importgang?.id !== id) throw new Dienstfout('nietGevonden', 'Dit inlezen is afgebroken; er is niets ingelezen. Kies de bestanden opnieuw.');
  return importgang;
}

export const importtaken: Taken<Onder<'import' | 'leveringen' | 'geweigerd'>> = {
  async 'import.inlezen'(sessie, { bestanden, profiel = {}, wachtwoorden = [] }, taak) {
    sessie.importgang?.breekAf();
    const paden = await Promise.all(bestanden.map(async (greep) => (await sessie.thuis.bestand(greep)).pad));
    sessie.importgang = new Importgang(sessie.bestand, paden);
    sessie.importgang.ontsluit(wachtwoorden);
    return sessie.importgang.lees(profiel, taak);
  },
  'import.herzie'(sessie, { import: id, profiel, wachtwoorden = [] }, taak) {
    const gang = gangVan(sessie, id);
    gang.ontsluit(wachtwoorden);
    return gang.lees(profiel, taak);
  },
  'import.uitvoeren'(sessie, { import: id, bewaarProfiel: naam }) {
    const gang = gangVan(sessie, id);
    const leveringen = gang.bewaar();
    sessie.importgang = undefined;
    if (naam !== undefined) {
      sessie.bestand.wijzig(`Antwoorden bewaard als ${naam}`, (project) => {
        project.profielen = [...project.profielen.filter((p) => p.naam !== naam), { naam, inhoud: gang.profiel }];
      });
    }
    return { ...sessie.stand(), leveringen };
  },
  'import.annuleer'(sessie, { import: id }) {
    gangVan(sessie, id).breekAf();
    sessie.importgang = undefined;
    return null;
  },
  'import.profielen': ({ bestand }) => bestand.lijst('profielen').map(({ naam, inhoud }) => ({ naam, profiel: inhoud as object })),

  'leveringen.ongedaan'(sessie, { levering }) {
    sessie.bestand.maakOngedaan(sessie.bestand.levering(levering).log);
    return sessie.stand();
  },

  'geweigerd.lijst'({ bestand }, { levering, vanaf, aantal }) {
    const alle = geweigerdeTabellen(bestand, levering).flatMap(({ id, rijen }) => rijen.map((rij) => ({ ...rij, levering: id })));
    return { totaal: alle.length, rijen: alle.slice(vanaf, vanaf + aantal) };
  },
  'geweigerd.lees': ({ bestand }, { levering, id }) => leesTeVerbeteren(bestand, levering, id),
  'geweigerd.verbeter'(sessie, { levering, rijen }, taak) {
    const gang = new Importgang(sessie.bestand, [verbeterd(sessie.bestand, levering, rijen)]);
    sessie.importgang = gang;
    return gang.lees({}, taak);
  },
  async 'geweigerd.exporteer'({ bestand, thuis }, { levering }) {
    const tabellen = openTabellen(bestand, levering);
    if (tabellen.length === 0) throw new Dienstfout('geweigerd', 'Er zijn geen geweigerde rijen.');
    const pad = await thuis.nieuwPad(`Geweigerde rijen ${bestand.projectZonderRijen().naam}.xlsx`);
    await writeFile(pad, await geweigerdWerkmap(tabellen), { mode: 0o600 });
    return thuis.greepVan(pad);
  },
};

/** A delivery with its refused rows in the place of the number of its rows. */
type Geweigerdelevering = Omit<Levering, 'rijen'> & { rijen: Bewaardgeweigerd[] };

/** The deliveries that count and have refused rows, or one delivery, with those rows. */
const geweigerdeTabellen = (bestand: Projectbestand, levering: number | undefined): Geweigerdelevering[] =>
  (levering === undefined ? bestand.leveringen().filter(teltMee) : [bestand.levering(levering)]).filter(({ geweigerd, hersteld }) => geweigerd + hersteld > 0).map((l) => ({ ...l, rijen: bestand.geweigerd(l.id) }));

/** The same, of rows that were not repaired. */
export const openTabellen = (bestand: Projectbestand, levering: number | undefined): Geweigerdelevering[] =>
  geweigerdeTabellen(bestand, levering).flatMap(({ rijen, ...l }) => (l.geweigerd === 0 ? [] : [{ ...l, rijen: rijen.filter(({ hersteld }) => !hersteld) }]));
