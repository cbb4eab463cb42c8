/**
 * The side of a window on which the project lives: its calls are handled one after the other. It runs in a thread of its own (`in-werker.ts`), so that
 * however long a call takes, windows stay alive; tests may run it beside them.
 */
import type { Antwoord } from '../../models/contract/antwoord.ts';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import { METHODEN, type Projectmethode } from '../../models/contract/methoden.ts';
import { alsAntwoord } from './dienstfout.ts';
import { foutenlogboek } from './foutenlogboek.ts';
import { Sessie } from './sessie.ts';
import { TAKEN, type Taak } from './taken.ts';

export interface Projectkant {
  /** The answer as JSON text: it is made where the value is, so that no other thread has to. */
  roep(naam: Projectmethode, invoer: unknown, taak: string | undefined): Promise<string>;
  annuleer(taak: string): void;
  /** Closes the project, if one is open. */
  sluit(): Promise<void>;
}

/** Plain facts about the host that the project side needs; JSON, so that they can cross to a thread. */
export interface Kader { versie: string; gegevensmap: string; voorbeeldmap: string }

/** What the project side asks of its window. All of it JSON, but for the bytes of what is printed. */
export interface Thuis {
  /** @returns whether the file is only lent (by a browser): it goes when the window closes */
  bestand(greep: string): Promise<{ pad: string; geleend: boolean }>;
  /** Path for a new temporary file. */
  nieuwPad(naam: string): Promise<string>;
  greepVan(pad: string): Promise<Bestandsgreep>;
  /** Where to save a file with this proposed name: asked of the user, or `null` when that was cancelled. */
  doel(naam: string): Promise<string | null>;
  /** A document as pdf, by the host. */
  druk(html: string): Promise<Uint8Array>;
  /** Nothing more is printed for now; a document that is being printed fails. */
  gedrukt(): Promise<void>;
  recentPad(id: string): Promise<string | null>;
  onthoud(pad: string, naam: string): Promise<void>;
  meld(gebeurtenis: Gebeurtenis): Promise<void>;
}

export function maakProjectkant(kader: Kader, thuis: Thuis): Projectkant {
  const log = foutenlogboek(kader.gegevensmap, kader.versie);
  const sessie = new Sessie(kader, thuis);
  const lopend = new Map<string, AbortController>();
  let vorige: Promise<unknown> = Promise.resolve();

  /** After everything that was asked before. */
  const opBeurt = <T>(werk: () => Promise<T>): Promise<T> => {
    const dit = vorige.then(werk);
    vorige = dit.catch(() => undefined);
    return dit;
  };

  const voerUit = async (naam: Projectmethode, invoer: unknown, taak: Taak): Promise<Antwoord<unknown>> => {
    try {
      taak.signal.throwIfAborted();
      sessie.eis(naam, METHODEN[naam].nodig);
      const uitvoer = await (TAKEN[naam] as (sessie: Sessie, invoer: unknown, taak: Taak) => unknown)(sessie, invoer, taak);
      return { ok: true, value: uitvoer };
    } catch (fout) {
      return alsAntwoord(fout, kader.gegevensmap, log.schrijf);
    }
  };

  return {
    async roep(naam, invoer, taakId) {
      const stopper = new AbortController();
      if (taakId !== undefined) lopend.set(taakId, stopper);
      const taak: Taak = { signal: stopper.signal, voortgang: taakId === undefined ? () => {} : melder(taakId, thuis) };
      try {
        return await opBeurt(async () => JSON.stringify(await voerUit(naam, invoer, taak)));
      } finally {
        if (taakId !== undefined) lopend.delete(taakId);
      }
    },
    annuleer(taakId) {
      lopend.get(taakId)?.abort();
    },
    async sluit() {
      for (const stopper of lopend.values()) stopper.abort();
      await opBeurt(() => sessie.sluit());
    },
  };
}

/** Milliseconds between two reports of progress. */
const TUSSENPOOS = 80;

function melder(taak: string, thuis: Thuis): Taak['voortgang'] {
  let laatst = -Infinity;
  return (fractie, tekst) => {
    const nu = performance.now();
    if (nu - laatst < TUSSENPOOS) return;
    laatst = nu;
    void thuis.meld({ soort: 'voortgang', taak, fractie, tekst });
  };
}
