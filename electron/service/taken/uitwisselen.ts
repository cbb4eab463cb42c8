/** Use case: what a gemeente shares instead of its rows. Reading one in is part of the import. */
import { writeFile } from 'node:fs/promises';
import { programmaVan } from '../programma.ts';
import type { Onder, Taken } from '../taken.ts';
import { bronVanBestand, maakUitwisselbestand } from '../uitwisselen.ts';

export const uitwisseltaken: Taken<Onder<'uitwisselbestand'>> = {
  async 'uitwisselbestand.maak'(sessie, { beveiliging, ...opdracht }, taak) {
    const { bestand, kader, thuis } = sessie;
    // Rows of a project with faults mean nothing yet.
    sessie.voorbereiding();
    taak.voortgang(null, 'Rijen optellen');
    const { tekst, uitwisseling: { kop, rijen, waarschuwingen } } = await maakUitwisselbestand(bronVanBestand(bestand), {
      ...opdracht, wachtwoord: beveiliging.soort === 'wachtwoord' ? beveiliging.wachtwoord : null, moment: new Date(), programma: programmaVan(kader),
    });
    taak.signal.throwIfAborted();
    const pad = await thuis.nieuwPad(`Uitwisselbestand ${kop.gemeente.naam} ${kop.peildatum}.json`);
    await writeFile(pad, tekst, { mode: 0o600 });
    return { bestand: await thuis.greepVan(pad), kop, rijen, waarschuwingen };
  },
};
