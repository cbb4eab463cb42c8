/** The use cases of a window itself, one function per method: they touch no project and are handled at once. */
import { copyFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Invoer, Uitvoer, Venstermethode } from '../../models/contract/methoden.ts';
import { metVertalingAsync } from '../store/fouten.ts';
import { deOmgeving, gebruikersnaam } from '../store/omgeving.ts';
import { schrijfVeilig } from '../store/veilig-schrijven.ts';
import { Dienstfout } from './dienstfout.ts';
import type { Gastheer } from './gastheer.ts';
import { leesInstellingen, zetInstelling } from './instellingen.ts';
import { recenteProjecten, vergeet } from './recent.ts';
import type { Venster } from './venster.ts';

/** @throws what this host has not */
function vanGastheer<N extends 'dialogen' | 'pdf'>({ gastheer }: Venster, wat: N): NonNullable<Gastheer[N]> {
  const hulp = gastheer[wat];
  if (!hulp) throw new Dienstfout('nietMogelijk', 'Dit kan niet in de browser; gebruik wat de browser daarvoor heeft.');
  return hulp;
}

export type Venstertaak = (venster: Venster, invoer: never) => unknown;

export const VENSTERTAKEN: { [M in Venstermethode]: (venster: Venster, invoer: Invoer<M>) => Uitvoer<M> | Promise<Uitvoer<M>> } = {
  'app.info': ({ gastheer: { soort, versie, dialogen, pdf } }) => ({
    naam: 'Collectief Arrangeren', versie, gastheer: soort, gebruiker: gebruikersnaam(), kan: { dialogen: dialogen !== undefined, pdf: pdf !== undefined },
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
    const paden = await vanGastheer(venster, 'dialogen').kies(soort, meerdere);
    return paden.map((pad) => venster.grepen.van(pad));
  },
  async 'bestand.bewaar'(venster, { greep }) {
    const dialogen = vanGastheer(venster, 'dialogen');
    const bestand = venster.grepen.bestand(greep);
    const doel = await dialogen.doel(bestand.naam);
    if (doel === null) return null;
    await metVertalingAsync(doel, () => schrijfVeilig(doel, deOmgeving, (tijdelijk) => copyFile(bestand.pad, tijdelijk)));
    venster.grepen.bewaardAls(greep, doel);
    return { naam: basename(doel) };
  },
  async 'bestand.toon'(venster, { greep, hoe }) {
    const bestand = venster.grepen.bestand(greep);
    if (!bestand.bewaard) throw new Dienstfout('nietGevonden', `${bestand.naam} is nog niet bewaard. Bewaar het eerst.`);
    await vanGastheer(venster, 'dialogen').toon(bestand.pad, hoe);
    return null;
  },
  'taak.annuleer'(venster, { taak }) {
    venster.annuleer(taak);
    return null;
  },
  async 'pdf.maak'(venster, { naam, liggend = true }) {
    const pad = venster.grepen.nieuwPad(`${naam}.pdf`);
    await writeFile(pad, await vanGastheer(venster, 'pdf')({ liggend }), { mode: 0o600 });
    return venster.grepen.van(pad);
  },
};
