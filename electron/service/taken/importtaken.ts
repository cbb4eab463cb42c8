/** Use cases: the import wizard, deliveries and refused rows. */
import { Dienstfout } from '../dienstfout.ts';
import type { Onder, Taken } from '../taken.ts';

const nogNiet = (): never => {
  throw new Dienstfout('nietMogelijk', 'Inlezen kan nog niet in deze versie.');
};

export const importtaken: Taken<Onder<'import' | 'leveringen' | 'geweigerd'>> = {
  'import.inlezen': nogNiet,
  'import.herzie': nogNiet,
  'import.uitvoeren': nogNiet,
  'import.annuleer': nogNiet,
  'import.profielen': ({ bestand }) => bestand.lijst('profielen').map(({ naam, inhoud }) => ({ naam, profiel: inhoud as never })),
  'leveringen.ongedaan'(sessie, { levering }) {
    sessie.bestand.maakOngedaan(sessie.bestand.levering(levering).log);
    return sessie.stand();
  },
  'geweigerd.lijst'({ bestand }, { levering, vanaf, aantal }) {
    const ids = levering === undefined ? bestand.leveringen().filter((l) => l.geweigerd > 0).map(({ id }) => id) : [levering];
    const alle = ids.flatMap((id) => bestand.geweigerd(id).map((rij) => ({ ...rij, levering: id })));
    return { totaal: alle.length, rijen: alle.slice(vanaf, vanaf + aantal) };
  },
  'geweigerd.exporteer': nogNiet,
};
