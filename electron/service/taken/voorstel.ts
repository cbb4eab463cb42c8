/** Use cases: the workbook for the OOGO, out and back in. */
import { Dienstfout } from '../dienstfout.ts';
import type { Onder, Taken } from '../taken.ts';

const nogNiet = (): never => {
  throw new Dienstfout('nietMogelijk', 'Het voorstel kan nog niet in deze versie.');
};

export const voorsteltaken: Taken<Onder<'voorstel'>> = { 'voorstel.maak': nogNiet, 'voorstel.lees': nogNiet };
