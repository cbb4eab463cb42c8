/** Use cases: backups, of the open project or of one that cannot be opened. */
import { basename } from 'node:path';
import type { Bron } from '../../../models/contract/methoden.ts';
import type { Reservekopie } from '../../../models/contract/stand.ts';
import { herstelProject, lijstReservekopieen, type Reservekopie as Kopie } from '../../store/index.ts';
import { Dienstfout } from '../dienstfout.ts';
import type { Sessie } from '../sessie.ts';
import type { Onder, Taken } from '../taken.ts';
import { open, padVan } from './project.ts';

const REDENEN: Record<Kopie['reden'], string> = {
  sessie: 'na een sessie', uur: 'elk uur', migratie: 'voor een nieuwe versie', herstel: 'voor een herstel', gewist: 'na het wissen', verzoek: 'op verzoek',
};
export const alsReservekopie = ({ pad, wanneer, bytes, reden }: Kopie): Reservekopie => ({ id: basename(pad), wanneer, grootte: bytes, reden: REDENEN[reden] });

const projectpad = async (sessie: Sessie, bron: Bron | undefined): Promise<string> => (bron ? padVan(sessie, bron) : sessie.bestand.pad);

export const reservekopietaken: Taken<Onder<'reservekopieen'>> = {
  async 'reservekopieen.lijst'(sessie, { bron }) {
    return lijstReservekopieen(await projectpad(sessie, bron)).map(alsReservekopie);
  },
  async 'reservekopieen.herstel'(sessie, { bron, id }) {
    const pad = await projectpad(sessie, bron);
    const kopie = lijstReservekopieen(pad).find((k) => basename(k.pad) === id);
    if (!kopie) throw new Dienstfout('nietGevonden', 'Deze reservekopie is er niet meer. Kies een andere.');
    const wasOpen = sessie.pad === pad;
    if (wasOpen) {
      sessie.eis('schrijven');
      await sessie.sluit();
    }
    try {
      await herstelProject(pad, kopie.pad);
    } catch (fout) {
      // Nothing was changed: the project is open again as it was.
      if (wasOpen) await open(sessie, pad);
      throw fout;
    }
    return open(sessie, pad);
  },
};
