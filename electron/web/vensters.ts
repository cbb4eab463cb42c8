/** The windows of the browser host. A window lives as long as its page listens to events, and a little longer, so that a reload finds its project open. */
import type { ServerResponse } from 'node:http';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import type { Venster } from '../service/venster.ts';

/** Windows at the same time: each holds a thread. */
export const MAXIMAAL_VENSTERS = 16;
/** Milliseconds between two signs that a stream of events is alive. */
const HARTSLAG = 15_000;

interface Webvenster { venster: Venster; stromen: Set<ServerResponse>; einde: NodeJS.Timeout | undefined }

export interface Vensters {
  /** The window with this number, made when it is new; undefined when there are too many. */
  van(id: string): Venster | undefined;
  /** Sends the events of a window until the page goes away. The answer has its headers. */
  luister(id: string, stroom: ServerResponse): void;
  /** Closes all, their projects safe. */
  sluit(): Promise<void>;
}

/** @param geduld milliseconds that a window outlives its page */
export function maakVensters(maak: (ontvang: (gebeurtenis: Gebeurtenis) => void) => Venster, geduld: number): Vensters {
  const vensters = new Map<string, Webvenster>();
  const sluitend = new Set<Promise<void>>();

  const sluitVenster = (id: string, weg: Webvenster): void => {
    if (!vensters.delete(id)) return;
    clearTimeout(weg.einde);
    for (const stroom of weg.stromen) stroom.end();
    const klaar = weg.venster.sluit().finally(() => sluitend.delete(klaar));
    sluitend.add(klaar);
  };
  const wachtOpTeken = (id: string, webvenster: Webvenster): void => {
    clearTimeout(webvenster.einde);
    webvenster.einde = setTimeout(() => sluitVenster(id, webvenster), geduld);
  };
  const vind = (id: string): Webvenster | undefined => {
    const bestaand = vensters.get(id);
    if (bestaand || vensters.size >= MAXIMAAL_VENSTERS) return bestaand;
    const stromen = new Set<ServerResponse>();
    const venster = maak((gebeurtenis) => {
      for (const stroom of stromen) stroom.write(`data: ${JSON.stringify(gebeurtenis)}\n\n`);
    });
    const nieuw: Webvenster = { venster, stromen, einde: undefined };
    vensters.set(id, nieuw);
    wachtOpTeken(id, nieuw);
    return nieuw;
  };

  return {
    van(id) {
      const webvenster = vind(id);
      // A page that calls is there, also while its stream is being taken up again.
      if (webvenster?.stromen.size === 0) wachtOpTeken(id, webvenster);
      return webvenster?.venster;
    },
    luister(id, stroom) {
      const webvenster = vind(id);
      if (!webvenster) return;
      clearTimeout(webvenster.einde);
      webvenster.stromen.add(stroom);
      stroom.write(':\n\n');
      const hartslag = setInterval(() => stroom.write(':\n\n'), HARTSLAG);
      stroom.on('close', () => {
        clearInterval(hartslag);
        webvenster.stromen.delete(stroom);
        if (webvenster.stromen.size === 0 && vensters.get(id) === webvenster) wachtOpTeken(id, webvenster);
      });
    },
    async sluit() {
      for (const [id, webvenster] of vensters) sluitVenster(id, webvenster);
      await Promise.all(sluitend);
    },
  };
}
