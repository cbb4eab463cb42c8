import { importeerBestanden } from '../../electron/service/importeren.ts';
import { SOORTEN, type Profiel, type Projectopbouw, type Soort } from '../../models/invoer/types.ts';
import { houdtTegen } from '../../models/invoer/vragen.ts';
import { FORMAAT } from '../../models/project/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import { controleerDoel, controleerInvoer, heeftInhoud, leesJson, schrijf } from './bestand.ts';
import { importverslag, toonVragen } from './importverslag.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { projectJson } from './project.ts';
import { heel } from './tabel.ts';
import { toonMeldingen, Voortgang } from './uitvoer.ts';

const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** A project in the making: what is missing in it is named by `valideer` at the end. */
async function leesOpbouw(pad: string): Promise<Projectopbouw> {
  const json = await leesJson(pad);
  if (!isObject(json) || json['formaat'] !== FORMAAT) throw new Gebruikersfout(`${pad} is geen project: "formaat" moet "${FORMAAT}" zijn.`);
  return { naam: pad, ...json, formaat: FORMAAT };
}

/** What the files are added to: the project that was named, or else the one that stands where the outcome goes, so that nothing in it is lost. */
async function basisVoor(uit: string, bij: string | undefined): Promise<Projectopbouw | undefined> {
  if (bij !== undefined) return leesOpbouw(bij);
  return (await heeftInhoud(uit)) ? leesOpbouw(uit) : undefined;
}

async function leesProfiel(pad: string): Promise<Profiel> {
  const json = await leesJson(pad);
  if (!isObject(json)) throw new Gebruikersfout(`${pad} is geen profiel: er wordt een object verwacht met bronnen en namen.`);
  return json;
}

const alsSoort = (tekst: string): Soort => {
  const soort = SOORTEN.find((s) => s === tekst);
  if (!soort) throw new Gebruikersfout(`De soort ${tekst} bestaat niet; kies uit ${SOORTEN.join(', ')}.`);
  return soort;
};

/** `arrangeren importeer`: files into a portable project, with the accounting of every row. */
export const importeer: Opdracht = {
  hulp: `arrangeren importeer BESTAND… --uit PROJECT.json [opties]

Leest .xlsx- en .csv-bestanden met gemeenten, scholen, producten, leerlingen, indicaties en declaraties in en schrijft een overdraagbaar project.
Geef alles wat bij elkaar hoort in één keer; de volgorde maakt niet uit. Wat niet goed is wordt per rij geweigerd en gemeld; er verdwijnt niets stil.

  --uit BESTAND         het project dat geschreven wordt (verplicht); staat daar al een project, dan wordt daaraan toegevoegd
  --bij BESTAND         voeg toe aan dit andere project of begin van een project (zoals alleen uitgangspunten en scenario's)
  --naam TEKST          naam van een nieuw project
  --soort SOORT         wat de bestanden bevatten: ${SOORTEN.join(', ')}
  --profiel BESTAND     vastgelegde antwoorden: kolommen, notaties en namen (JSON)
  --rapport BESTAND     schrijf het volledige verslag (JSON)
  --nieuw               onbekende gemeenten, scholen en producten worden toegevoegd
  --alles-of-niets      lees niets in als er een rij geweigerd wordt

Wat niet uit de bestanden blijkt wordt niet geraden: de vragen komen op stderr, met de plaats van het antwoord in het profiel. Is niet duidelijk hoe een
tabel of kolom gelezen moet worden, dan wordt niets ingelezen; rijen met een naam die niemand kent worden geweigerd.
Afsluitcodes: 0 alle rijen ingelezen, 3 er zijn rijen geweigerd, 1 niets ingelezen.`,
  opties: {
    uit: { type: 'string' },
    bij: { type: 'string' },
    naam: { type: 'string' },
    soort: { type: 'string' },
    profiel: { type: 'string' },
    rapport: { type: 'string' },
    nieuw: { type: 'boolean' },
    'alles-of-niets': { type: 'boolean' },
  },

  async voerUit({ bestanden, waarde, gezet }) {
    if (bestanden.length === 0) throw new Gebruikersfout('Geef een of meer bestanden. Zie arrangeren importeer --help.');
    const uit = waarde('uit');
    if (uit === undefined) throw new Gebruikersfout('Geef met --uit het project dat geschreven moet worden. Zie arrangeren importeer --help.');
    for (const pad of bestanden) await controleerInvoer(pad);
    await controleerDoel(uit);
    const [bij, naam, soort, profiel, rapport] = ['bij', 'naam', 'soort', 'profiel', 'rapport'].map(waarde);
    if (rapport !== undefined) await controleerDoel(rapport);

    const project = await basisVoor(uit, bij);
    const voortgang = new Voortgang();
    const uitkomst = await importeerBestanden({
      bestanden,
      ...(project !== undefined && { project }),
      ...(naam !== undefined && { naam }),
      ...(soort !== undefined && { soort: alsSoort(soort) }),
      ...(profiel !== undefined && { profiel: await leesProfiel(profiel) }),
      nieuw: gezet('nieuw'),
      allesOfNiets: gezet('alles-of-niets'),
      voortgang: ({ bestand, stap, rijen, deel }) => voortgang.toon(`${Math.floor(deel * 100)} %  ${stap} ${bestand}  ${heel(rijen)} rijen`),
    });
    voortgang.klaar();
    if (rapport !== undefined) await schrijf(rapport, `${JSON.stringify(uitkomst.rapport, null, 1)}\n`);
    toonVragen(uitkomst.vragen);
    if (uitkomst.vragen.some(houdtTegen)) return AFSLUITCODE.gebruikersfout;
    console.log(importverslag(uitkomst.rapport));
    if (!uitkomst.project) {
      console.error(`\nEr is niets ingelezen${gezet('alles-of-niets') ? ': er zijn rijen geweigerd en --alles-of-niets is gevraagd' : ''}.`);
      return AFSLUITCODE.gebruikersfout;
    }
    await schrijf(uit, projectJson(uitkomst.project));
    console.log(`\nGeschreven: ${uit}`);
    const uitslag = valideer(uitkomst.project);
    if (!uitslag.ok) {
      console.error('Het project is nog niet door te rekenen; daarvoor is nodig:');
      toonMeldingen(uitslag.fouten);
    }
    return uitkomst.rapport.bestanden.some((b) => b.geweigerd > 0) ? AFSLUITCODE.rijenGeweigerd : AFSLUITCODE.goed;
  },
};
