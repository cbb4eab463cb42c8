/** A project side in a thread of its own. When the thread dies (memory, a fault of ours) its project is safe on disk, the window is told, and the next call starts a new one. */
import { Worker } from 'node:worker_threads';
import { Dienstfout } from './dienstfout.ts';
import { lijn, type Lijn } from './draad.ts';
import type { Kader, Projectkant, Thuis } from './projectkant.ts';

export const THUISNAMEN = ['bestand', 'nieuwPad', 'greepVan', 'doel', 'druk', 'gedrukt', 'recentPad', 'onthoud', 'meld'] as const satisfies readonly (keyof Thuis)[];
const KANTNAMEN = ['roep', 'annuleer', 'sluit'] as const satisfies readonly (keyof Projectkant)[];

/** @param programma of the thread: `werker.ts`, or what the build made of it */
export const inWerker = (programma: URL) => (kader: Kader, thuis: Thuis): Projectkant => {
  let nu: { werker: Worker; lijn: Lijn<Projectkant> } | undefined;

  const start = (): Lijn<Projectkant> => {
    if (nu) return nu.lijn;
    const werker = new Worker(programma, { workerData: kader, name: 'project' });
    const dit = { werker, lijn: lijn<Projectkant>(werker, thuis, KANTNAMEN) };
    nu = dit;
    const weg = (fout: Error): void => {
      if (nu !== dit) return;
      nu = undefined;
      const tekst = 'Het project is gesloten door een fout in het programma. Alles tot en met de laatste wijziging is bewaard; open het project opnieuw.';
      dit.lijn.verbreek(new Dienstfout('intern', tekst, fout.name));
      void thuis.meld({ soort: 'verloren', tekst });
    };
    werker.on('error', weg);
    werker.on('exit', () => weg(new Error('exit')));
    return dit.lijn;
  };

  return {
    roep: (...argumenten) => start().ander.roep(...argumenten),
    // A thread that dies meanwhile has stopped the work too; whoever waits for that is told so.
    annuleer: (taak) => void (nu?.lijn.ander.annuleer(taak) as Promise<void> | undefined)?.catch(() => undefined),
    async sluit() {
      const dit = nu;
      if (!dit) return;
      try {
        await dit.lijn.ander.sluit();
      } finally {
        nu = undefined;
        await dit.werker.terminate();
      }
    },
  };
};
