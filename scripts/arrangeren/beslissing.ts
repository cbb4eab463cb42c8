/** What the commands that help to decide have in common: a scenario ready to be questioned, the figure that is looked at, and how an answer is shown. */
import type { ParseArgsOptionsConfig } from 'node:util';
import { beslisbasis, VOORBEELD, type Beslisbasis } from '../../models/beslissen/basis.ts';
import type { Uitkomstkeuze, Uitslag } from '../../models/beslissen/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { AFSLUITCODE, Gebruikersfout, type Argumenten } from './opdracht.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { leesProjectinhoud } from './projectbestand.ts';
import { naarStdout } from './uitvoer.ts';

export const BASISOPTIES = { scenario: { type: 'string' }, json: { type: 'boolean' } } as const satisfies ParseArgsOptionsConfig;
export const BASISHULP = `  --scenario ID     het scenario (verplicht als het project er meer heeft)
  --json            schrijf de volledige uitkomst als JSON in plaats van tabellen`;
export const KEUZEOPTIES = { jaar: { type: 'string' }, gemeente: { type: 'string' }, ncw: { type: 'boolean' } } as const satisfies ParseArgsOptionsConfig;
export const KEUZEHULP = `  --jaar JAAR       kijk naar dit jaar (anders: alle jaren samen)
  --gemeente CODE   kijk naar deze gemeente (anders: alle samen)
  --ncw             kijk naar de netto contante waarde`;

/** A project from its file, valid. */
export async function leesGeldig(argumenten: Argumenten, opdracht: string): Promise<{ pad: string; project: Project }> {
  const pad = projectpad(argumenten, opdracht);
  const geldig = valideer(await leesProjectinhoud(pad));
  if (!geldig.ok) throw nietDoorTeRekenen(pad, geldig.fouten);
  return { pad, project: geldig.project };
}

/** The scenario that is asked for, or the only one. */
export function scenarioUit(argumenten: Argumenten, project: Project): string {
  const gevraagd = argumenten.waarde('scenario');
  if (gevraagd !== undefined) {
    controleerScenario(project, gevraagd);
    return gevraagd;
  }
  const [enige, ...meer] = project.scenarios;
  if (!enige) throw new Gebruikersfout('Het project heeft geen scenario’s.');
  if (meer.length > 0) throw new Gebruikersfout(`Geef met --scenario welk scenario: ${project.scenarios.map(({ id }) => id).join(', ')}.`);
  return enige.id;
}

/** Throws what stands in the way as a Gebruikersfout. */
export function eis<T extends object>(resultaat: ({ ok: true } & T) | { ok: false; fouten: readonly Melding[] }, wat: string): T {
  if (resultaat.ok) return resultaat;
  throw new Gebruikersfout(`${wat} kan niet: ${resultaat.fouten.length === 1 ? '1 fout' : `${resultaat.fouten.length} fouten`}.`, resultaat.fouten);
}

export async function basisVan(pad: string, project: Project, scenario: string): Promise<Beslisbasis> {
  const resultaat = await beslisbasis(project, bereidVoor(project), scenario);
  if (!resultaat.ok) throw nietDoorTeRekenen(pad, resultaat.fouten);
  return resultaat.basis;
}

/** A scenario of the project on the command line, ready to be questioned. */
export async function basisUit(argumenten: Argumenten, opdracht: string): Promise<Beslisbasis> {
  const { pad, project } = await leesGeldig(argumenten, opdracht);
  return basisVan(pad, project, scenarioUit(argumenten, project));
}

/** A number from the command line, in Dutch or in plain notation. */
export function getalUit(argumenten: Argumenten, optie: string): number | undefined {
  const tekst = argumenten.waarde(optie);
  if (tekst === undefined) return undefined;
  const getal = Number(tekst.replace(',', '.'));
  if (tekst.trim() === '' || !Number.isFinite(getal)) throw new Gebruikersfout(`--${optie} ${tekst} is geen getal. Schrijf het zonder punten voor duizendtallen, zoals 1500 of 2,5.`);
  return getal;
}

/** The figure that is looked at. */
export function keuzeUit(argumenten: Argumenten): Uitkomstkeuze {
  const jaar = getalUit(argumenten, 'jaar');
  const gemeente = argumenten.waarde('gemeente');
  if (jaar !== undefined && argumenten.gezet('ncw')) throw new Gebruikersfout('Kies --jaar of --ncw, niet allebei.');
  return { ...(jaar !== undefined && { maat: 'jaar' as const, jaar }), ...(argumenten.gezet('ncw') && { maat: 'ncw' as const }), ...(gemeente !== undefined && { gemeente }) };
}

/** An answer as JSON, or as text: title, tables, sentences, and what it stands on. */
export async function geef(argumenten: Argumenten, uitslag: Uitslag, titel: string, tabellen: readonly string[], voet: readonly string[] = []): Promise<number> {
  if (argumenten.gezet('json')) {
    await naarStdout(`${JSON.stringify(uitslag, null, 1)}\n`);
    return AFSLUITCODE.goed;
  }
  const delen = [
    `${uitslag.voorbeeld ? `${VOORBEELD} – ` : ''}${titel}: ${uitslag.scenario.naam}`,
    ...tabellen.map((tabel) => (uitslag.voorbeeld ? `${VOORBEELD}\n${tabel}` : tabel)),
    uitslag.zinnen.join('\n'),
    [...voet, `Vingerafdruk ${uitslag.vingerafdruk}`].join('\n'),
  ];
  await naarStdout(`${delen.filter((deel) => deel !== '').join('\n\n')}\n`);
  return AFSLUITCODE.goed;
}

/** Effects: what the letters mean. */
export const EFFECTVOET = 'Effect in hele euro’s: V is goedkoper (voordelig), N is duurder (nadelig) dan het nulscenario.';
