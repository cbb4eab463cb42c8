/** Poppler, with which tests read printed documents back. */
import { execFileSync } from 'node:child_process';
import { zoekBrowser } from '../../electron/exchange/pdf.ts';

export const heeftPoppler = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
/** Whether documents can be printed and read back here, and what is behind the name of a suite that is skipped. */
export const kanDrukken = zoekBrowser() !== undefined && heeftPoppler;
export const NIET_GEDRUKT = kanDrukken ? '' : ' (overgeslagen: Chromium of pdftotext ontbreekt, installeer chromium en poppler-utils)';
