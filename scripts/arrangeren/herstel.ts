import { basename } from 'node:path';
import { herstelProject, lijstReservekopieen } from '../../electron/store/index.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { projectpad } from './project.ts';
import { heel, tabel } from './tabel.ts';

/** `arrangeren herstel`: the backups of a project file, also of one that is damaged or gone. */
export const herstel: Opdracht = {
  hulp: `arrangeren herstel PROJECT.arrangement [--kopie NAAM]

Toont de reservekopieën van een projectbestand, de nieuwste eerst, of zet er een terug. Wat er stond wordt eerst zelf een reservekopie: terugzetten kan dus
ook weer ongedaan worden gemaakt. Werkt ook als het projectbestand beschadigd of weg is.

  --kopie NAAM   zet deze terug: een naam uit de lijst, of nieuwste`,
  opties: { kopie: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'herstel');
    const kopieen = lijstReservekopieen(pad);
    const kopie = argumenten.waarde('kopie');
    if (kopie === undefined) {
      if (kopieen.length === 0) console.log(`Van ${pad} zijn geen reservekopieën.`);
      else console.log(tabel([['naam', 'wanneer', 'reden', 'bytes'], null, ...kopieen.map((k) => [basename(k.pad), k.wanneer.slice(0, 16).replace('T', ' '), k.reden, heel(k.bytes)])], 3));
      return AFSLUITCODE.goed;
    }
    const gekozen = kopie === 'nieuwste' ? kopieen[0] : kopieen.find((k) => basename(k.pad) === kopie);
    if (!gekozen) throw new Gebruikersfout(`Reservekopie ${kopie} is er niet. Kies uit de lijst van arrangeren herstel ${pad}.`);
    const vorige = await herstelProject(pad, gekozen.pad);
    console.log(`Teruggezet: ${basename(gekozen.pad)}.${vorige === undefined ? '' : ` Wat er stond is bewaard als ${basename(vorige)}.`}`);
    return AFSLUITCODE.goed;
  },
};
