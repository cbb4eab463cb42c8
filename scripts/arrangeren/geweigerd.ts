import { geweigerdWerkmap } from '../../electron/exchange/geweigerdwerkmap.ts';
import { openTabellen } from '../../electron/service/taken/importtaken.ts';
import { controleerDoel, schrijf } from './bestand.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { projectpad } from './project.ts';
import { eisProjectbestand, metProjectbestand } from './projectbestand.ts';
import { heel, tabel } from './tabel.ts';

/** `arrangeren geweigerd`: what did not come in, with why. */
export const geweigerd: Opdracht = {
  hulp: `arrangeren geweigerd PROJECT.arrangement [--levering NUMMER] [--uit BESTAND.xlsx]

Toont de rijen die bij het inlezen zijn geweigerd en nog niet zijn hersteld, of schrijft ze in een Excel-werkmap met een kolom Reden: verbeter ze daar en
lees die werkmap in met arrangeren importeer.

  --levering NUMMER   alleen van deze levering
  --uit BESTAND       schrijf een werkmap (.xlsx)`,
  opties: { levering: { type: 'string' }, uit: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = await eisProjectbestand(projectpad(argumenten, 'geweigerd'));
    const [nummer, uit] = ['levering', 'uit'].map(argumenten.waarde);
    if (nummer !== undefined && !/^\d+$/.test(nummer)) throw new Gebruikersfout(`--levering ${nummer} is geen nummer van een levering.`);
    if (uit !== undefined) await controleerDoel(uit);
    const tabellen = await metProjectbestand(pad, 'lezen', (bestand) =>
      openTabellen(bestand, nummer === undefined ? undefined : Number(nummer)));
    const aantal = tabellen.reduce((som, { rijen }) => som + rijen.length, 0);
    if (aantal === 0) {
      console.log('Er zijn geen geweigerde rijen.');
    } else if (uit === undefined) {
      const regels = tabellen.flatMap(({ id, bestand, blad, rijen }) => rijen.map(({ rij, meldingen }) => [String(id), blad === null ? bestand : `${bestand} [${blad}]`, String(rij), meldingen.filter(({ niveau }) => niveau === 'fout').map(({ code, tekst }) => `${code} ${tekst}`).join(' ')]));
      console.log(tabel([['levering', 'bestand', 'rij', 'reden'], null, ...regels], 4));
    } else {
      await schrijf(uit, await geweigerdWerkmap(tabellen));
      console.log(`Geschreven: ${uit}, ${heel(aantal)} geweigerde ${aantal === 1 ? 'rij' : 'rijen'}.`);
    }
    return AFSLUITCODE.goed;
  },
};
