/** A project in which schools and gemeenten belong to groups, and some of them to none. */
import type { Project } from '../../../models/project/types.ts';

export function metGroepen(project: Project): Project {
  const uit = (i: number, namen: readonly (string | undefined)[]): string | undefined => namen[i % namen.length];
  return {
    ...project,
    scholen: project.scholen.map((s, i) => {
      const [samenwerkingsverband, bestuur] = [uit(i, ['SWV 2302 PO', 'SWV VO', undefined]), uit(i, [' Stichting Zuid ', undefined, 'Stichting Noord', 'Stichting Zuid'])];
      return { ...s, ...(samenwerkingsverband && { samenwerkingsverband }), ...(bestuur && { bestuur }) };
    }),
    gemeenten: project.gemeenten.map((g, i) => {
      const deelregio = uit(i, [undefined, 'Noord', 'Zuid']);
      return { ...g, ...(deelregio && { deelregio }) };
    }),
  };
}
