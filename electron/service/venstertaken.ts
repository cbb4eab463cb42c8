/** The use cases of a window itself, one function per method: they touch no project and are handled at once. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Invoer, Uitvoer, Venstermethode } from '../../models/contract/methoden.ts';
import { metVertalingAsync } from '../store/fouten.ts';
import { deOmgeving, gebruikersnaam } from '../store/omgeving.ts';
import { schrijfVeilig } from '../store/veilig-schrijven.ts';
import { Dienstfout } from './dienstfout.ts';
import { bundel } from '../exchange/bundel.ts';
import type { Dialogen } from './gastheer.ts';
import { leesInstellingen, zetInstelling } from './instellingen.ts';
import { recenteProjecten, vergeet } from './recent.ts';
import type { Venster } from './venster.ts';
import { nieuweMap } from './vrij-pad.ts';

/** @throws what this host has not */
function dialogenVan({ gastheer: { dialogen } }: Venster): Dialogen {
  if (!dialogen) throw new Dienstfout('nietMogelijk', 'Dit kan niet in de browser; gebruik wat de browser daarvoor heeft.');
  return dialogen;
}

export type Venstertaak = (venster: Venster, invoer: never) => unknown;

export const VENSTERTAKEN: { [M in Venstermethode]: (venster: Venster, invoer: Invoer<M>) => Uitvoer<M> | Promise<Uitvoer<M>> } = {
  'app.info': ({ gastheer: { soort, versie, dialogen, drukker } }) => ({
    naam: 'Collectief Arrangeren', versie, gastheer: soort, gebruiker: gebruikersnaam(), kan: { dialogen: dialogen !== undefined, pdf: drukker !== undefined },
  }),
  'instellingen.lees': ({ gastheer }) => leesInstellingen(gastheer.gegevensmap),
  'instellingen.zet'({ gastheer }, { naam, waarde }) {
    zetInstelling(gastheer.gegevensmap, naam, waarde);
    return null;
  },
  'start.recent': ({ gastheer }) => recenteProjecten(gastheer.gegevensmap),
  'start.vergeet'({ gastheer }, { id }) {
    vergeet(gastheer.gegevensmap, id);
    return recenteProjecten(gastheer.gegevensmap);
  },
  async 'bestand.kies'(venster, { soort, meerdere = false }) {
    const paden = await dialogenVan(venster).kies(soort, meerdere);
    return paden.map((pad) => venster.grepen.van(pad));
  },
  async 'bestand.bewaar'(venster, { greep }) {
    const dialogen = dialogenVan(venster);
    const bestand = venster.grepen.bestand(greep);
    const doel = await dialogen.doel(bestand.naam);
    if (doel === null) return null;
    await metVertalingAsync(doel, () => schrijfVeilig(doel, deOmgeving, (tijdelijk) => copyFile(bestand.pad, tijdelijk)));
    venster.grepen.bewaardAls(greep, doel);
    return { naam: basename(doel) };
  },
  async 'bestand.bewaarAlle'(venster, { grepen, naam }) {
    const gekozen = await dialogenVan(venster).map();
    if (gekozen === null) return null;
    const bestanden = grepen.map((greep) => ({ greep, ...venster.grepen.bestand(greep) }));
    return metVertalingAsync(gekozen, async () => {
      const map = nieuweMap(gekozen, naam);
      for (const { greep, pad, naam: bestandsnaam } of bestanden) {
        const doel = join(map, bestandsnaam);
        await schrijfVeilig(doel, deOmgeving, (tijdelijk) => copyFile(pad, tijdelijk));
        venster.grepen.bewaardAls(greep, doel);
      }
      return { map: basename(map) };
    });
  },
  async 'bestand.bundel'(venster, { grepen, naam }) {
    const delen = await Promise.all(grepen.map(async (greep) => {
      const bestand = venster.grepen.bestand(greep);
      return { naam: bestand.naam, inhoud: await readFile(bestand.pad) };
    }));
    const pad = venster.grepen.nieuwPad(`${naam}.zip`);
    await writeFile(pad, bundel(delen), { mode: 0o600 });
    return venster.grepen.van(pad);
  },
  async 'bestand.toon'(venster, { greep, hoe }) {
    const bestand = venster.grepen.bestand(greep);
    if (!bestand.bewaard) throw new Dienstfout('nietGevonden', `${bestand.naam} is nog niet bewaard. Bewaar het eerst.`);
    await dialogenVan(venster).toon(bestand.pad, hoe);
    return null;
  },
  'taak.annuleer'(venster, { taak }) {
    venster.annuleer(taak);
    return null;
  },
};
