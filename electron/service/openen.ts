/** Opening a project file in a window, from wherever the page points at it. */
import { basename, join } from 'node:path';
import type { Bron } from '../../models/contract/methoden.ts';
import type { Beschadiging, Reservekopie, Stand } from '../../models/contract/stand.ts';
import { lijstReservekopieen, openProject, Opslagfout, type Openopties, type Reservekopie as Kopie } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import type { Sessie } from './sessie.ts';
import { vrijPad } from './vrij-pad.ts';

/** Path of a project that the page points at. */
export async function padVan({ thuis, kader }: Sessie, bron: Bron): Promise<string> {
  if (bron.soort === 'bestand') {
    const { pad, geleend } = await thuis.bestand(bron.greep);
    return geleend ? overgenomen(pad, join(kader.gegevensmap, 'projecten')) : pad;
  }
  const pad = await thuis.recentPad(bron.id);
  if (pad === null) throw new Dienstfout('nietGevonden', 'Dit project staat niet meer in de lijst. Open het via Openen.');
  return pad;
}

/** A project file that a browser lends is only a copy that goes with its window: what is worked on is a copy of ours, that stays. */
async function overgenomen(geleend: string, map: string): Promise<string> {
  const bron = await openProject(geleend, { alleenLezen: true });
  try {
    const pad = vrijPad(map, basename(geleend));
    await bron.bewaarAls(pad);
    return pad;
  } finally {
    await bron.sluit();
  }
}

/** Opens the file at `pad` in this window. What cannot be opened because it is damaged comes with what it can be restored from. */
export async function open(sessie: Sessie, pad: string, opties: Openopties = {}): Promise<Stand> {
  if (sessie.pad === pad && !opties.alleenLezen && !sessie.bestand.alleenLezen) return sessie.stand(true);
  try {
    return await sessie.neem(await openProject(pad, { ...opties, bijFout: kopiemelder(sessie) }));
  } catch (fout) {
    if (!(fout instanceof Opslagfout) || fout.code !== 'beschadigd') throw fout;
    throw new Dienstfout('beschadigd', fout.message, { reservekopieen: lijstReservekopieen(pad).map(alsReservekopie) } satisfies Beschadiging);
  }
}

/** An hourly backup that fails is told to the window, since nobody waits for it. */
export const kopiemelder = ({ thuis }: Sessie) => (fout: unknown): void =>
  void thuis.meld({ soort: 'melding', tekst: `De reservekopie is niet gelukt. ${fout instanceof Opslagfout ? fout.message : 'Bewaar het project onder een andere naam.'}` });

const REDENEN: Record<Kopie['reden'], string> = {
  sessie: 'na een sessie', uur: 'elk uur', migratie: 'voor een nieuwe versie', herstel: 'voor een herstel', gewist: 'na het wissen', verzoek: 'op verzoek',
};
export const alsReservekopie = ({ pad, wanneer, bytes, reden }: Kopie): Reservekopie => ({ id: basename(pad), wanneer, grootte: bytes, reden: REDENEN[reden] });
