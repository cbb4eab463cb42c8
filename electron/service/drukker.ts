/** What prints documents for a window: the machine of its host, started when the first document comes. */
import { eisPassend, metMaker, overloopmeting, startBrowser, zoekBrowser, type Pdfmachine } from '../exchange/pdf.ts';
import { INHOUD } from '../../templates/pdf/opmaak.ts';
import { Dienstfout } from './dienstfout.ts';

export { eisPassend, metMaker, type Pdfmachine };
/** For a host with an engine of its own: an expression for a page that holds a document (`overloopmeting`). */
export const METING = overloopmeting(INHOUD);

/** Starts a machine. */
export type StartDrukker = () => Promise<Pdfmachine>;

export const ZONDER_DRUKKER = 'Om een pdf te maken is Chromium, Google Chrome of Microsoft Edge nodig, en geen daarvan is gevonden. Installeer er een, of maak de stukken als html en druk ze af vanuit de browser.';

/** Prints by a browser of this machine; undefined where there is none. @param programma stands in the properties of what is made */
export function browserdrukker(programma: string): StartDrukker | undefined {
  const browser = zoekBrowser();
  return browser === undefined ? undefined : () => startBrowser(browser, INHOUD, programma);
}

export class Drukker {
  private readonly start: StartDrukker | undefined;
  private machine: Promise<Pdfmachine> | undefined;
  constructor(start: StartDrukker | undefined) {
    this.start = start;
  }

  /** @throws Dienstfout where there is nothing that prints or it does not start; Error when the document does not fit its pages */
  async druk(html: string): Promise<Uint8Array> {
    if (!this.start) throw new Dienstfout('nietMogelijk', ZONDER_DRUKKER);
    this.machine ??= this.start();
    let machine: Pdfmachine;
    try {
      machine = await this.machine;
    } catch (fout) {
      this.machine = undefined;
      throw new Dienstfout('nietMogelijk', `${fout instanceof Error ? fout.message : String(fout)} Maak de stukken als html en druk ze af vanuit de browser.`);
    }
    return await machine.druk(html);
  }

  /** Lets the machine go; a document that is being printed fails. */
  async sluit(): Promise<void> {
    const { machine } = this;
    this.machine = undefined;
    // One that did not start has told whoever was waiting for it.
    await (await machine?.catch(() => undefined))?.sluit();
  }
}
