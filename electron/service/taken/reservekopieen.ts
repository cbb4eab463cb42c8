/** Use cases: backups, of the open project or of one that cannot be opened. */
import { basename } from 'node:path';
import type { Bron } from '../../../models/contract/methoden.ts';
import { herstelProject, lijstReservekopieen } from '../../store/index.ts';
import { Dienstfout } from '../dienstfout.ts';
import { alsReservekopie, open, padVan } from '../openen.ts';
import type { Sessie } from '../sessie.ts';
import type { Onder, Taken } from '../taken.ts';

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
      sessie.eis('reservekopieen.herstel', 'schrijven');
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
