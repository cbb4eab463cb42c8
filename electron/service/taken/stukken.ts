/** Use cases: the documents of a proposal, as they read and as files. */
import { writeFile } from 'node:fs/promises';
import type { Invoer } from '../../../models/contract/methoden.ts';
import { alsHtml } from '../../../templates/pdf/document.ts';
import { bladstijl, schermstijl } from '../../../templates/pdf/opmaak.ts';
import { beschermingVan } from '../bescherming.ts';
import { Dienstfout } from '../dienstfout.ts';
import { ingebouwdeLettertypen, maakPdfdocumenten, type Pdfresultaat } from '../pdf.ts';
import { programmaVan } from '../programma.ts';
import { publiceerInDraad } from '../publiceerdraad.ts';
import type { Sessie } from '../sessie.ts';
import type { Taak, Taken } from '../taken.ts';
import { eerdereUitgaven, noteerUitgave } from '../uitgaven.ts';
import { geldigProject } from './voorstel.ts';

const NIET = 'Er kunnen nog geen stukken worden gemaakt.';

/** Share of the work that printing is. */
const AANDEEL_DRUKKEN = 0.9;

async function gemaakteStukken({ bestand, kader }: Sessie, { scenarios, lezer, grondslag, datum, delen }: Invoer<'voorstel.bekijk'>, taak: Taak): Promise<Extract<Pdfresultaat, { ok: true }>> {
  const [scenario, ...naast] = scenarios;
  if (scenario === undefined) throw new Dienstfout('ongeldigeInvoer', 'Kies een scenario voor de stukken.');
  if (delen.length === 0) throw new Dienstfout('ongeldigeInvoer', 'Kies ten minste één stuk.');
  if (lezer === 'intern' && grondslag === undefined) throw new Dienstfout('geweigerd', 'Noem de grondslag waarop deze herleidbare gegevens worden gedeeld.');
  taak.voortgang(null, 'Gegevens verzamelen');
  const project = geldigProject(bestand, NIET);
  taak.signal.throwIfAborted();
  taak.voortgang(null, lezer === 'intern' ? 'Stukken opstellen' : 'Kleine aantallen verbergen');
  const gemaakt = await maakPdfdocumenten(project, scenario, { lezer, moment: new Date(`${datum}T12:00:00Z`), programma: programmaVan(kader), naast, delen, eerder: eerdereUitgaven(bestand), instellingen: beschermingVan(kader.gegevensmap), publiceerder: publiceerInDraad(taak), ...(grondslag !== undefined && { grondslag }) });
  taak.signal.throwIfAborted();
  if (gemaakt.ok) return gemaakt;
  const nietTeVerbergen = [...new Set(gemaakt.fouten.filter(({ code }) => code === 'B03').map(({ pad }) => pad))];
  // The names alone: the sentences hold ranges of what is hidden, and this may be read from a beamer.
  if (nietTeVerbergen.length > 0) throw new Dienstfout('geweigerd', `Deze stukken kunnen niet naar de lezer ${lezer}: niet alles wat verborgen moet blijven, blijft dat. Zet er minder scenario’s naast, kies een verdeling over de regio in plaats van per school, of maak ze alleen voor de lezer intern.`, nietTeVerbergen);
  throw new Dienstfout('ongeldig', `${NIET} ${gemaakt.fouten[0]?.tekst ?? ''}`, gemaakt.fouten);
}

export const stuktaken: Taken<'voorstel.stukken' | 'voorstel.bekijk'> = {
  async 'voorstel.bekijk'(sessie, invoer, taak) {
    const { documenten, waarschuwingen } = await gemaakteStukken(sessie, invoer, taak);
    return { stukken: documenten.map(({ deel, titel, markering, naam, bron, inhoud }) => ({ deel, titel, markering, naam, bron, inhoud })), stijl: `${bladstijl}${schermstijl}`, waarschuwingen: waarschuwingen.map(({ tekst }) => tekst) };
  },

  async 'voorstel.stukken'(sessie, { als, ...invoer }, taak) {
    const { thuis, bestand } = sessie;
    const { documenten, waarschuwingen, voorVolgende } = await gemaakteStukken(sessie, invoer, taak);
    const lettertypen = await ingebouwdeLettertypen();
    // Stopping does not wait for the document that is being printed; whether it went well is heard at the end.
    let gestopt: Promise<void> | undefined;
    const stop = (): void => {
      gestopt = thuis.gedrukt();
      gestopt.catch(() => undefined);
    };
    taak.signal.addEventListener('abort', stop);
    const stukken = [];
    noteerUitgave(bestand, voorVolgende, { lezer: invoer.lezer, soort: als, scenarios: invoer.scenarios });
    try {
      for (const [i, document] of documenten.entries()) {
        taak.voortgang(1 - AANDEEL_DRUKKEN + (AANDEEL_DRUKKEN * i) / documenten.length, `${document.titel} (${i + 1} van ${documenten.length})`);
        const html = alsHtml(document, lettertypen);
        const inhoud = als === 'html' ? html : await thuis.druk(html);
        taak.signal.throwIfAborted();
        const pad = await thuis.nieuwPad(`${document.bestandsnaam}${invoer.lezer === 'intern' ? '' : `-${invoer.lezer}`}.${als}`);
        await writeFile(pad, inhoud, { mode: 0o600 });
        stukken.push({ deel: document.deel, titel: document.titel, bestand: await thuis.greepVan(pad) });
      }
    } catch (fout) {
      taak.signal.throwIfAborted();
      throw fout;
    } finally {
      taak.signal.removeEventListener('abort', stop);
      await gestopt;
      await thuis.gedrukt();
    }
    return { stukken, waarschuwingen: waarschuwingen.map(({ tekst }) => tekst) };
  },
};
