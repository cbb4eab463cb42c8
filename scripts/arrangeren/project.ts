import type { Melding, Project } from '../../models/project/types.ts';
import { Gebruikersfout, type Argumenten } from './opdracht.ts';

/** The one project file that a command takes. */
export function projectpad({ bestanden }: Argumenten, opdracht: string): string {
  const [pad, ...over] = bestanden;
  if (pad === undefined) throw new Gebruikersfout(`Geef een projectbestand: arrangeren ${opdracht} PROJECT. Zie arrangeren ${opdracht} --help.`);
  if (over.length > 0) throw new Gebruikersfout(`Geef één projectbestand; ${over.join(', ')} is te veel.`);
  return pad;
}

/** What is wrong with a project: how much, and every fault P01–P27. */
export const nietDoorTeRekenen = (pad: string, fouten: readonly Melding[]): Gebruikersfout =>
  new Gebruikersfout(`${pad} kan niet worden doorgerekend: ${fouten.length === 1 ? '1 fout' : `${fouten.length} fouten`}.`, fouten);

/** Throws a Gebruikersfout when the project has no scenario with this id. */
export function controleerScenario(project: Pick<Project, 'scenarios'>, id: string): void {
  if (project.scenarios.some((scenario) => scenario.id === id)) return;
  const bekend = project.scenarios.map((scenario) => scenario.id);
  throw new Gebruikersfout(`Scenario ${id} bestaat niet${bekend.length > 0 ? `; kies uit ${bekend.join(', ')}` : ': het project heeft geen scenario’s'}.`);
}

/** JSON of a project in pieces, so that the number of rows is not bounded by the length of a string. One row per line. */
export function* projectJson(project: object): Generator<string> {
  const delen = Object.entries(project).filter(([, waarde]) => waarde !== undefined);
  yield '{';
  for (const [i, [sleutel, waarde]] of delen.entries()) {
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(sleutel)}: `;
    if (Array.isArray(waarde)) yield* lijstJson(waarde);
    else yield JSON.stringify(waarde);
  }
  yield '\n}\n';
}

const RIJEN_PER_STUK = 1000;

function* lijstJson(lijst: readonly unknown[]): Generator<string> {
  yield '[';
  for (let i = 0; i < lijst.length; i += RIJEN_PER_STUK) {
    yield `${i === 0 ? '' : ','}\n ${lijst.slice(i, i + RIJEN_PER_STUK).map((rij) => JSON.stringify(rij)).join(',\n ')}`;
  }
  yield ']';
}
