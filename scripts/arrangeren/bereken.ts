import { bereken as rekenDoor } from '../../models/rekenen/bereken.ts';
import { controleerDoel, schrijf } from './bestand.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { controleerScenario, foutregel, leesProject, projectpad } from './project.ts';
import { naarStdout, toonMeldingen } from './uitvoer.ts';

/** `arrangeren bereken`: the JSON of rekenmodel 8, to stdout or a file. */
export const bereken: Opdracht = {
  hulp: `arrangeren bereken PROJECT.json [--scenario ID] [--uit BESTAND]

Rekent een overdraagbaar project door (formaat collectief-arrangeren/1) en schrijft de uitkomst als JSON: nulscenario, en per scenario bijdragen,
totalen, effecten, contante waarde en terugverdienmaand. Bedragen zijn euro's per jaar, niet afgerond.

  --scenario ID   alleen dit scenario (anders alle)
  --uit BESTAND   schrijf naar dit bestand in plaats van naar het scherm

Fouten in het project (P01–P27) komen alle tegelijk op stderr, met code, plaats en wat eraan te doen is. Waarschuwingen (W01–W10) staan ook in de uitkomst.`,
  opties: { scenario: { type: 'string' }, uit: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = projectpad(argumenten, 'bereken');
    const uit = argumenten.waarde('uit');
    if (uit !== undefined) await controleerDoel(uit);
    const project = await leesProject(pad);
    const scenario = argumenten.waarde('scenario');
    if (scenario !== undefined) controleerScenario(project, scenario);
    const uitslag = await rekenDoor(project, scenario === undefined ? {} : { scenarios: [scenario] });
    if (!uitslag.ok) throw new Gebruikersfout(foutregel(pad, uitslag.fouten.length), uitslag.fouten);
    toonMeldingen(uitslag.berekening.waarschuwingen);
    const json = `${JSON.stringify(uitslag.berekening, null, 1)}\n`;
    await (uit === undefined ? naarStdout(json) : schrijf(uit, json));
    return AFSLUITCODE.goed;
  },
};
