import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { projectpad } from './project.ts';
import { eisProjectbestand, metProjectbestand } from './projectbestand.ts';
import { tabel } from './tabel.ts';

/** `arrangeren log`: who changed what, newest first. */
export const log: Opdracht = {
  hulp: `arrangeren log PROJECT.arrangement [--aantal N] [--wijzigingen]

Toont het logboek van een projectbestand, het nieuwste eerst: wie, wanneer, wat.

  --aantal N      hoeveel regels (standaard 50)
  --wijzigingen   ook van wat naar wat`,
  opties: { aantal: { type: 'string' }, wijzigingen: { type: 'boolean' } },

  async voerUit(argumenten) {
    const pad = await eisProjectbestand(projectpad(argumenten, 'log'));
    const aantal = argumenten.waarde('aantal') ?? '50';
    if (!/^[1-9]\d{0,8}$/.test(aantal)) throw new Gebruikersfout(`--aantal ${aantal} is geen aantal regels.`);
    const tekst = await metProjectbestand(pad, 'lezen', (bestand) => {
      const regels = bestand.log(Number(aantal));
      const kop = [['regel', 'wanneer', 'wie', 'wat'], null];
      if (!argumenten.gezet('wijzigingen')) return tabel([...kop, ...regels.map(({ id, wanneer, wie, omschrijving }) => [String(id), wanneer.slice(0, 16).replace('T', ' '), wie, omschrijving])], 4);
      return regels.map(({ id, wanneer, wie, omschrijving }) => [
        `${id}  ${wanneer.slice(0, 16).replace('T', ' ')}  ${wie}  ${omschrijving}`,
        ...bestand.wijzigingen(id).map(({ lijst, item, pad: plek, van, naar }) => `    ${[lijst, item, plek].filter((deel) => deel !== '').join(', ')}: ${JSON.stringify(van ?? null)} → ${JSON.stringify(naar ?? null)}`),
      ].join('\n')).join('\n');
    });
    console.log(tekst);
    return AFSLUITCODE.goed;
  },
};
