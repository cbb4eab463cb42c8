/** The bridge over loopback HTTP (models/contract/http.ts), for when the page stands in a browser. */
import type { Brug } from '../../models/contract/brug.ts';
import { PADEN, SLEUTELKOP, VENSTERKOP } from '../../models/contract/http.ts';

const SLEUTEL = 'arrangement.sleutel';
const VENSTER = 'arrangement.venster';
/** Characters that a browser still sends for a page that is going away. */
const KLEIN = 60_000;
/** Milliseconds before a broken stream of events is taken up again. */
const HERVAT_NA = 1000;

/** The token out of the address, kept for this tab and taken out of sight; and the number of this window. */
function identify(): Record<string, string> {
  const token = /^#([0-9a-zA-Z_-]{16,})$/.exec(location.hash)?.[1];
  if (token) {
    sessionStorage.setItem(SLEUTEL, token);
    history.replaceState(null, '', location.pathname);
  }
  if (!sessionStorage.getItem(VENSTER)) sessionStorage.setItem(VENSTER, crypto.randomUUID());
  return { [SLEUTELKOP]: sessionStorage.getItem(SLEUTEL) ?? '', [VENSTERKOP]: sessionStorage.getItem(VENSTER) as string };
}

const unreachable = (): string => JSON.stringify({ ok: false, fout: { code: 'intern', tekst: 'Het programma antwoordt niet. Kijk of het nog draait, start het zo nodig opnieuw en open de pagina via het adres dat het dan noemt.' } });

/** @returns of `haal`: the file, or an envelope that says why not */
export function httpBrug(): Brug & { haal: (greep: string) => Promise<Blob | string> } {
  const headers = identify();

  async function post(path: string, body: BodyInit, type: string): Promise<string> {
    try {
      const answer = await fetch(path, { method: 'POST', headers: { ...headers, 'content-type': type }, body, keepalive: typeof body === 'string' && body.length < KLEIN });
      return await answer.text();
    } catch {
      return unreachable();
    }
  }

  return {
    roep: (bericht) => post(PADEN.dienst, bericht, 'application/json'),
    luister(ontvang) {
      const stop = new AbortController();
      void read();
      return () => stop.abort();

      async function read(): Promise<void> {
        while (!stop.signal.aborted) {
          try {
            const answer = await fetch(PADEN.gebeurtenissen, { headers, signal: stop.signal });
            if (answer.status >= 400 && answer.status < 500) return;
            let rest = '';
            for await (const part of answer.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
              const lines = (rest + part).split('\n');
              rest = lines.pop() as string;
              for (const line of lines) if (line.startsWith('data:')) ontvang(line.slice(5).trim());
            }
          } catch {
            // The stream broke off: the program stopped or the machine slept. It is taken up again below; a call in between says what is wrong.
          }
          await new Promise((go) => setTimeout(go, HERVAT_NA));
        }
      }
    },
    async neem(bestanden) {
      const grepen: unknown[] = [];
      for (const bestand of bestanden as File[]) {
        const text = await post(`${PADEN.bestand}?naam=${encodeURIComponent(bestand.name)}`, bestand, 'application/octet-stream');
        const antwoord = JSON.parse(text) as { ok: boolean; value?: unknown };
        if (!antwoord.ok) return text;
        grepen.push(...[antwoord.value].flat());
      }
      return JSON.stringify({ ok: true, value: grepen });
    },
    async haal(greep) {
      try {
        const answer = await fetch(`${PADEN.bestand}/${encodeURIComponent(greep)}`, { headers });
        return answer.ok ? await answer.blob() : await answer.text();
      } catch {
        return unreachable();
      }
    },
  };
}
