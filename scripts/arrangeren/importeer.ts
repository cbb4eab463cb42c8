import { nogGeweigerd } from '../../models/invoer/herstel.ts';
import { SOORTEN, type Profiel, type Soort } from '../../models/invoer/types.ts';
import { houdtTegen } from '../../models/invoer/vragen.ts';
import { controleerDoel, controleerInvoer, leesJson, schrijf } from './bestand.ts';
import { importeerNaar } from './importdoel.ts';
import { importverslag, toonVragen, verschillenlijst } from './importverslag.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { toonMeldingen, Voortgang } from './uitvoer.ts';
import { leesWachtwoord } from './wachtwoord.ts';

const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

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

/** `arrangeren importeer`: files into a project, with the accounting of every row. */
export const importeer: Opdracht = {
  hulp: `arrangeren importeer BESTAND… --project PROJECT.arrangement [opties]
arrangeren importeer BESTAND… --uit PROJECT.json [opties]

Leest bestanden met gemeenten, scholen, producten, leerlingen, indicaties en declaraties in (.xlsx, .csv, iJw-berichten) en uitwisselbestanden van
gemeenten, in een projectbestand of een overdraagbaar project. Bestaat het al, dan wordt eraan toegevoegd; een nieuwe levering van een gemeente vervangt de
vorige. Een overdraagbaar project (.json) tussen de bestanden is het begin van een nieuw project. Geef alles wat bij elkaar hoort in één keer; de volgorde maakt niet uit. Wat niet goed is wordt per rij geweigerd en gemeld; er verdwijnt niets stil.

  --project BESTAND     het projectbestand (.arrangement); elke tabel wordt een levering, ook wat geweigerd is blijft bewaard
  --uit BESTAND         of: het overdraagbare project (JSON) dat geschreven wordt
  --bij BESTAND         begin van dit andere project (ook met alleen uitgangspunten en scenario's)
  --naam TEKST          naam van een nieuw project
  --soort SOORT         wat de bestanden bevatten: ${SOORTEN.join(', ')}
  --profiel BESTAND     vastgelegde antwoorden: kolommen, notaties en namen (JSON)
  --rapport BESTAND     schrijf het volledige verslag (JSON)
  --geweigerd BESTAND   schrijf de geweigerde rijen in een werkmap (.xlsx) om te verbeteren en opnieuw in te lezen
  --nieuw               onbekende gemeenten, scholen en producten worden toegevoegd
  --wachtwoord-uit BRON wachtwoord van uitwisselbestanden: een bestand met het wachtwoord op de eerste regel, of stdin
  --alles-of-niets      lees niets in als er een rij geweigerd wordt

Een werkmap met geweigerde rijen (--geweigerd, of arrangeren geweigerd --uit) wordt herkend: verbeterde rijen komen bij de levering waar ze uit komen, wat nog
niet goed is blijft geweigerd. Een overdraagbaar project onthoudt geen geweigerde rijen: geef daar het bronbestand en de werkmap samen.

Wat niet uit de bestanden blijkt wordt niet geraden: de vragen komen op stderr, met de plaats van het antwoord in het profiel. Is niet duidelijk hoe een
tabel of kolom gelezen moet worden, dan wordt niets ingelezen; rijen met een naam die niemand kent worden geweigerd.
Afsluitcodes: 0 alle rijen ingelezen, 3 er zijn rijen geweigerd, 1 niets ingelezen.`,
  opties: {
    project: { type: 'string' },
    uit: { type: 'string' },
    bij: { type: 'string' },
    naam: { type: 'string' },
    soort: { type: 'string' },
    profiel: { type: 'string' },
    rapport: { type: 'string' },
    'wachtwoord-uit': { type: 'string' },
    geweigerd: { type: 'string' },
    nieuw: { type: 'boolean' },
    'alles-of-niets': { type: 'boolean' },
  },

  async voerUit({ bestanden, waarde, gezet }) {
    if (bestanden.length === 0) throw new Gebruikersfout('Geef een of meer bestanden. Zie arrangeren importeer --help.');
    const [project, uit, bij, naam, soort, profiel, rapportpad, bron, geweigerd] = ['project', 'uit', 'bij', 'naam', 'soort', 'profiel', 'rapport', 'wachtwoord-uit', 'geweigerd'].map(waarde);
    const doel = project ?? uit;
    if (doel === undefined) throw new Gebruikersfout('Geef met --uit (of --project) het project dat geschreven moet worden. Zie arrangeren importeer --help.');
    if (project !== undefined && uit !== undefined) throw new Gebruikersfout('Geef --project of --uit, niet allebei. Zie arrangeren importeer --help.');
    for (const pad of bestanden) await controleerInvoer(pad);
    await controleerDoel(doel);
    if (rapportpad !== undefined) await controleerDoel(rapportpad);
    if (geweigerd !== undefined) await controleerDoel(geweigerd);

    const voortgang = new Voortgang();
    const { rapport, ingelezen, fouten, verschillen, bekend } = await importeerNaar({
      bestanden, doel, bij, naam, geweigerd,
      soort: soort === undefined ? undefined : alsSoort(soort),
      profiel: profiel === undefined ? {} : await leesProfiel(profiel),
      wachtwoord: bron === undefined ? undefined : await leesWachtwoord(bron),
      nieuw: gezet('nieuw'), allesOfNiets: gezet('alles-of-niets'),
      toon: (deel, tekst) => voortgang.toon(`${deel === null ? '' : `${Math.floor(deel * 100)} %  `}${tekst}`),
    });
    voortgang.klaar();
    if (rapportpad !== undefined) await schrijf(rapportpad, `${JSON.stringify(rapport, null, 1)}\n`);
    toonVragen(rapport.vragen);
    if (rapport.vragen.some(houdtTegen)) return AFSLUITCODE.gebruikersfout;
    if (rapport.bestanden.length > 0) console.log(importverslag(rapport));
    if (verschillen.length > 0) console.log(`\n${verschillenlijst(verschillen)}`);
    if (bekend.length > 0) console.log(`\nAl eerder zo ingelezen, en nu overgeslagen: ${bekend.join(', ')}.`);
    if (!ingelezen && bekend.length === 0) {
      console.error(`\nEr is niets ingelezen${gezet('alles-of-niets') ? ': er zijn rijen geweigerd en --alles-of-niets is gevraagd' : ''}.`);
      return AFSLUITCODE.gebruikersfout;
    }
    if (ingelezen) console.log(`\nGeschreven: ${doel}`);
    if (fouten.length > 0) {
      console.error('Het project is nog niet door te rekenen; daarvoor is nodig:');
      toonMeldingen(fouten);
    }
    return nogGeweigerd(rapport.bestanden) > 0 || rapport.bestanden.some((b) => (b.soort === null && b.meldingen.some(({ niveau }) => niveau === 'fout'))) ? AFSLUITCODE.rijenGeweigerd : AFSLUITCODE.goed;
  },
};
