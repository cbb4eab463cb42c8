/** The messages between a window and its thread; both ends speak the same way: numbered questions with an answer each. */
import type { MessagePort, Worker } from 'node:worker_threads';
import { Dienstfout } from './dienstfout.ts';
import type { Foutcode } from '../../models/contract/antwoord.ts';

type Vraag = { nr: number; vraag: string; argumenten: unknown[] };
type Weerwoord = { nr: number; waarde: unknown } | { nr: number; fout: { code: Foutcode | null; tekst: string; details?: unknown } };

/** Functions that take and give what can be cloned. */
type Kant = Record<string, (...argumenten: never[]) => unknown>;
export interface Lijn<Ander> {
  /** The functions of the other end. */
  ander: Ander;
  /** Ends every question that is waiting, and every later one, with this fault. */
  verbreek(fout: Error): void;
}

/** @param eigen functions that the other end may ask for; @param namen those of the other end */
export function lijn<Ander extends object>(poort: MessagePort | Worker, eigen: object, namen: readonly (keyof Ander & string)[]): Lijn<Ander> {
  const wachtend = new Map<number, { goed: (waarde: unknown) => void; mis: (fout: Error) => void }>();
  let nummer = 0;
  let verbroken: Error | undefined;

  const antwoord = async ({ nr, vraag, argumenten }: Vraag): Promise<void> => {
    let weerwoord: Weerwoord;
    try {
      const functie = (eigen as Kant)[vraag] as (...a: unknown[]) => unknown;
      weerwoord = { nr, waarde: await functie(...argumenten) };
    } catch (fout) {
      weerwoord = { nr, fout: fout instanceof Dienstfout ? { code: fout.code, tekst: fout.message, details: fout.details } : { code: null, tekst: fout instanceof Error ? (fout.stack ?? fout.message) : String(fout) } };
    }
    poort.postMessage(weerwoord);
  };
  (poort as MessagePort).on('message', (bericht: Vraag | Weerwoord) => {
    if ('vraag' in bericht) {
      void antwoord(bericht);
      return;
    }
    const wie = wachtend.get(bericht.nr);
    wachtend.delete(bericht.nr);
    if (!wie) return;
    if (!('fout' in bericht)) wie.goed(bericht.waarde);
    else if (bericht.fout.code !== null) wie.mis(new Dienstfout(bericht.fout.code, bericht.fout.tekst, bericht.fout.details));
    else wie.mis(new Error(bericht.fout.tekst));
  });

  const vraag = (naam: string) => (...argumenten: unknown[]): Promise<unknown> =>
    new Promise((goed, mis) => {
      if (verbroken) {
        mis(verbroken);
        return;
      }
      const nr = ++nummer;
      wachtend.set(nr, { goed, mis });
      poort.postMessage({ nr, vraag: naam, argumenten } satisfies Vraag);
    });

  return {
    ander: Object.fromEntries(namen.map((naam) => [naam, vraag(naam)])) as unknown as Ander,
    verbreek(fout) {
      verbroken = fout;
      for (const { mis } of wachtend.values()) mis(fout);
      wachtend.clear();
    },
  };
}
