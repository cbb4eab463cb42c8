import { valideer } from '../../models/project/valideren.ts';
import type { Project } from '../../models/project/types.ts';
import { leesJson } from './bestand.ts';
import { Gebruikersfout, type Argumenten } from './opdracht.ts';

/** The one project file that a command takes. */
export function projectpad({ bestanden }: Argumenten, opdracht: string): string {
  const [pad, ...over] = bestanden;
  if (pad === undefined) throw new Gebruikersfout(`Geef een projectbestand: arrangeren ${opdracht} PROJECT.json. Zie arrangeren ${opdracht} --help.`);
  if (over.length > 0) throw new Gebruikersfout(`Geef één projectbestand; ${over.join(', ')} is te veel.`);
  return pad;
}

/** Reads and validates a portable project. Throws a Gebruikersfout with every fault P01–P27. */
export async function leesProject(pad: string): Promise<Project> {
  const uitslag = valideer(await leesJson(pad));
  if (!uitslag.ok) throw new Gebruikersfout(foutregel(pad, uitslag.fouten.length), uitslag.fouten);
  return uitslag.project;
}

/** The line above a list of faults. */
export const foutregel = (pad: string, aantal: number): string => `${pad} kan niet worden doorgerekend: ${aantal === 1 ? '1 fout' : `${aantal} fouten`}.`;

/** Throws a Gebruikersfout when the project has no scenario with this id. */
export function controleerScenario(project: Project, id: string): void {
  if (project.scenarios.some((scenario) => scenario.id === id)) return;
  const bekend = project.scenarios.map((scenario) => scenario.id);
  throw new Gebruikersfout(`Scenario ${id} bestaat niet${bekend.length > 0 ? `; kies uit ${bekend.join(', ')}` : ': het project heeft geen scenario’s'}.`);
}
