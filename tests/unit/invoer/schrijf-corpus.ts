/** Writes the corpus of import to `tests/fixtures/import`: the files, and beside the first of each case what is asked and expected. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASIS, GEVALLEN } from './corpus.ts';
import { werkmap } from './werkmap.ts';

const map = new URL('../../fixtures/import/', import.meta.url).pathname;
mkdirSync(map, { recursive: true });
for (const oud of readdirSync(map)) rmSync(join(map, oud));
writeFileSync(join(map, 'basis.project.json'), `${JSON.stringify(BASIS, null, 1)}\n`);
for (const { naam, wat, bestanden, verwacht, ...opdracht } of GEVALLEN) {
  for (const [bestand, inhoud] of Object.entries(bestanden)) writeFileSync(join(map, bestand), typeof inhoud === 'string' || inhoud instanceof Uint8Array ? inhoud : werkmap(inhoud));
  writeFileSync(join(map, `${naam}.verwacht.json`), `${JSON.stringify({ wat, opdracht: { bestanden: Object.keys(bestanden), ...opdracht }, ...verwacht }, null, 1)}\n`);
}
console.log(`${GEVALLEN.length} cases in ${map}`);
