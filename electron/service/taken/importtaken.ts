/** Use cases: the import wizard, deliveries and refused rows. */
import { Dienstfout } from '../dienstfout.ts';
import { Importgang } from '../importgang.ts';
import type { Sessie } from '../sessie.ts';
import type { Onder, Taken } from '../taken.ts';

function gangVan(sessie: Sessie, id: string): Importgang {
  const { importgang } = sessie;
  if (importgang?.id !== id) throw new Dienstfout('nietGevonden', 'Dit inlezen is afgebroken; er is niets ingelezen. Kies de bestanden opnieuw.');
  return importgang;
}

export const importtaken: Taken<Onder<'import' | 'leveringen' | 'geweigerd'>> = {
  async 'import.inlezen'(sessie, { bestanden, profiel = {} }, taak) {
    sessie.importgang?.breekAf();
    const paden = await Promise.all(bestanden.map(async (greep) => (await sessie.thuis.bestand(greep)).pad));
    sessie.importgang = new Importgang(sessie.bestand, paden);
    return sessie.importgang.lees(profiel, taak);
  },
  'import.herzie': (sessie, { import: id, profiel }, taak) => gangVan(sessie, id).lees(profiel, taak),
  'import.uitvoeren'(sessie, { import: id, bewaarProfiel: naam }) {
    const gang = gangVan(sessie, id);
    const leveringen = gang.bewaar();
    sessie.importgang = undefined;
    if (naam !== undefined) {
      sessie.bestand.wijzig(`Profiel ${naam} bewaard`, (project) => {
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
    const ids = levering === undefined ? bestand.leveringen().filter((l) => l.geweigerd > 0).map(({ id }) => id) : [levering];
    const alle = ids.flatMap((id) => bestand.geweigerd(id).map((rij) => ({ ...rij, levering: id })));
    return { totaal: alle.length, rijen: alle.slice(vanaf, vanaf + aantal) };
  },
  'geweigerd.exporteer': () => {
    throw new Dienstfout('nietMogelijk', 'Geweigerde rijen opslaan kan nog niet.');
  },
};
