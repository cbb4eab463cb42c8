import { rekenBestandDoor } from '../../electron/service/berekenen.ts';
import { rekenDoor } from '../../models/rekenen/bereken.ts';
import { controleerDoel, leesJson, schrijf } from './bestand.ts';
import { AFSLUITCODE, type Opdracht } from './opdracht.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { isProjectbestand, metProjectbestand } from './projectbestand.ts';
import { naarStdout, toonMeldingen } from './uitvoer.ts';

/** `arrangeren bereken`: the JSON of rekenmodel 8, to stdout or a file. */
export const bereken: Opdracht = {
  hulp: `arrangeren bereken PROJECT [--scenario ID] [--uit BESTAND]

Rekent een projectbestand (.arrangement) of een overdraagbaar project (.json, formaat collectief-arrangeren/1) door en schrijft de uitkomst als JSON: nulscenario, en per scenario bijdragen,
totalen, effecten, contante waarde en terugverdienmaand. Bedragen zijn euro's per jaar, niet afgerond.

  --scenario ID   alleen dit scenario (anders alle)
  --uit BESTAND   schrijf naar dit bestand in plaats van naar het scherm

Fouten in het project (P01–P27) komen alle tegelijk op stderr, met code, plaats en wat eraan te doen is. Waarschuwingen (W01–W10) staan ook in de uitkomst.`,
  opties: { scenario: { type: 'string' }, uit: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'bereken');
    const uit = argumenten.waarde('uit');
    if (uit !== undefined) await controleerDoel(uit);
    const scenario = argumenten.waarde('scenario');
    const keuze = scenario === undefined ? {} : { scenarios: [scenario] };
    const uitslag = (await isProjectbestand(pad)) ? await metProjectbestand(pad, 'lezen', (bestand) => rekenBestandDoor(bestand, keuze)) : await rekenDoor(await leesJson(pad), keuze);
    if (!uitslag.ok) throw nietDoorTeRekenen(pad, uitslag.fouten);
    if (scenario !== undefined) controleerScenario(uitslag.project, scenario);
    toonMeldingen(uitslag.berekening.waarschuwingen);
    const json = `${JSON.stringify(uitslag.berekening, null, 1)}\n`;
    await (uit === undefined ? naarStdout(json) : schrijf(uit, json));
    return AFSLUITCODE.goed;
  },
};
