import { KORTSTE_WACHTWOORD } from '../../electron/exchange/uitwisselen.ts';
import { blokkeertVoorbereiding, foutenVan } from '../../electron/service/stand.ts';
import { bronVanBestand, bronVanProject, maakUitwisselbestand, type Rijenbron } from '../../electron/service/uitwisselen.ts';
import { valideer } from '../../models/project/valideren.ts';
import { controleerDoel, leesJson, schrijf } from './bestand.ts';
import { AFSLUITCODE, Gebruikersfout, type Argumenten, type Opdracht } from './opdracht.ts';
import { PROGRAMMA } from './programma.ts';
import { nietDoorTeRekenen, projectJson, projectpad } from './project.ts';
import { isProjectbestand, leesProjectinhoud, metProjectbestand } from './projectbestand.ts';
import { leesWachtwoord } from './wachtwoord.ts';

/** `arrangeren exporteer`: the portable project, or what a gemeente shares instead of its rows. */
export const exporteer: Opdracht = {
  hulp: `arrangeren exporteer PROJECT --uit BESTAND [opties]

Schrijft een projectbestand (.arrangement) als overdraagbaar project (JSON). Met arrangeren importeer gaat dat weer terug in een projectbestand.

  --uit BESTAND            het bestand dat geschreven wordt (verplicht)

Met --uitwisselbestand: het uitwisselbestand van één gemeente, met optellingen (aggregaten) in plaats van rijen over personen. Wie het inleest, krijgt
dezelfde uitkomsten. Er staan nog kleine aantallen in: deel het alleen tussen genoemde partijen, op een genoemde grondslag.

  --gemeente CODE          van welke gemeente, bijvoorbeeld GM0164 (verplicht)
  --grondslag TEKST        de wettelijke grondslag waarop het gedeeld wordt; komt in het bestand te staan (verplicht)
  --van TEKST              wie het deelt (standaard de gemeente)
  --aan TEKST              voor wie het is, gescheiden door ; (standaard de andere deelnemende gemeenten)
  --wachtwoord-uit BRON    bestand met het wachtwoord op de eerste regel, of stdin (ten minste ${KORTSTE_WACHTWOORD} tekens)
  --zonder-wachtwoord      uitdrukkelijk zonder wachtwoord`,
  opties: {
    uit: { type: 'string' }, uitwisselbestand: { type: 'boolean' }, gemeente: { type: 'string' }, grondslag: { type: 'string' }, van: { type: 'string' }, aan: { type: 'string' },
    'wachtwoord-uit': { type: 'string' }, 'zonder-wachtwoord': { type: 'boolean' },
  },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'exporteer');
    const uit = argumenten.waarde('uit');
    if (uit === undefined) throw new Gebruikersfout('Geef met --uit het bestand dat geschreven moet worden. Zie arrangeren exporteer --help.');
    await controleerDoel(uit);
    if (await isProjectbestand(uit)) throw new Gebruikersfout(`${uit} is een projectbestand. Kies een ander bestand, zoals een .json.`);
    if (argumenten.gezet('uitwisselbestand')) return uitwisselbestand(pad, uit, argumenten);
    for (const optie of ['gemeente', 'grondslag', 'van', 'aan', 'wachtwoord-uit']) if (argumenten.waarde(optie) !== undefined) throw new Gebruikersfout(`--${optie} hoort bij --uitwisselbestand. Zie arrangeren exporteer --help.`);
    await schrijf(uit, projectJson((await leesProjectinhoud(pad)) as object));
    console.log(`Geschreven: ${uit}. Het bevat de rijen over personen (onder pseudoniem): deel het niet zonder grondslag.`);
    return AFSLUITCODE.goed;
  },
};

async function uitwisselbestand(pad: string, uit: string, { waarde, gezet }: Argumenten): Promise<number> {
  const [gemeente, grondslag, van, aan, bron] = ['gemeente', 'grondslag', 'van', 'aan', 'wachtwoord-uit'].map(waarde);
  if (gemeente === undefined) throw new Gebruikersfout('Zeg met --gemeente van welke gemeente het uitwisselbestand is, bijvoorbeeld GM0164.');
  if (grondslag === undefined) throw new Gebruikersfout('Noem met --grondslag de wettelijke grondslag waarop deze gegevens worden gedeeld: het bestand bevat kleine aantallen.');
  if ((bron === undefined) !== gezet('zonder-wachtwoord')) throw new Gebruikersfout('Geef met --wachtwoord-uit een wachtwoord (bestand of stdin), of zeg uitdrukkelijk --zonder-wachtwoord; een van beide.');
  const wachtwoord = bron === undefined ? null : await leesWachtwoord(bron);
  const maak = (rijen: Rijenbron): ReturnType<typeof maakUitwisselbestand> => maakUitwisselbestand(rijen, { gemeente, grondslag, van, aan: aan?.split(';'), wachtwoord, moment: new Date(), programma: PROGRAMMA });
  const { tekst, uitwisseling } = (await isProjectbestand(pad))
    ? await metProjectbestand(pad, 'lezen', (bestand) => {
      const fouten = foutenVan(bestand.projectZonderRijen(), bestand).filter(blokkeertVoorbereiding);
      if (fouten.length > 0) throw nietDoorTeRekenen(pad, fouten);
      return maak(bronVanBestand(bestand));
    })
    : await maak(bronVanProject(await geldigProject(pad)));
  await schrijf(uit, tekst);
  const { kop, rijen } = uitwisseling;
  console.log(`Geschreven: ${uit}: ${kop.gemeente.naam}, peildatum ${kop.peildatum}, uit ${rijen.indicaties} indicaties en ${rijen.declaraties} declaraties, van ${kop.partijen.van} aan ${kop.partijen.aan.join(', ')}.`);
  console.log(`Grondslag: ${kop.grondslag}. ${wachtwoord === null ? 'Zonder wachtwoord: wie het bestand heeft, kan het lezen.' : 'Geef het wachtwoord langs een andere weg dan het bestand.'}`);
  return AFSLUITCODE.goed;
}

async function geldigProject(pad: string): Promise<Parameters<typeof bronVanProject>[0]> {
  const geldig = valideer(await leesJson(pad));
  if (!geldig.ok) throw nietDoorTeRekenen(pad, geldig.fouten);
  return geldig.project;
}
