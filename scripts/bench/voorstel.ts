/** `arrangeren voorstel` as a user starts it, from project to proven workbook; and how long another program takes to calculate that workbook anew. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heeftLibreOffice, herreken } from '../libreoffice.ts';
import { GRENZEN } from '../../templates/voorstel/opzet.ts';
import type { Meting } from './meting.ts';
import { meetProces } from './opdrachtregel.ts';
import { TWENTE, verzonnenProject, type Omvang } from './project.ts';

const map = join(fileURLToPath(new URL('../..', import.meta.url)), '.cache', 'bench');

/** The largest project that a workbook is made of, with as many rows per school as the whole country has. */
const GRENS: Omvang = { ...GRENZEN, naam: 'grens', zaad: 100, arrangementen: GRENZEN.scholen, indicaties: 15_000, gemeentenPerSchool: 12 };

async function maak(omvang: Omvang): Promise<{ pad: string; ms: number; piekMB: number }> {
  mkdirSync(map, { recursive: true });
  const project = join(map, `${omvang.naam}.json`);
  const pad = join(map, `${omvang.naam}.xlsx`);
  writeFileSync(project, JSON.stringify(verzonnenProject(omvang)));
  return { pad, ...(await meetProces(['voorstel', project, '--scenario', 'plan', '--lezer', 'intern', '--uit', pad])) };
}

/** Twente ≤ 4 s and ≤ 3 MB, calculated anew by LibreOffice in ≤ 15 s; at the limits ≤ 30 s and ≤ 1.5 GB. Self-check included, everywhere. */
export async function* voorstel(): AsyncGenerator<Meting> {
  const twente = await maak(TWENTE);
  yield { naam: 'twente: arrangeren voorstel, nagerekend', waarde: twente.ms / 1000, eenheid: 's', doel: { hoogstens: 4 } };
  yield { naam: 'twente: de werkmap', waarde: statSync(twente.pad).size / 1e6, eenheid: 'MB', doel: { hoogstens: 3 } };
  if (heeftLibreOffice) {
    const bytes = await readFile(twente.pad);
    const begin = performance.now();
    await herreken([bytes]);
    yield { naam: 'twente: LibreOffice opent, herrekent en bewaart', waarde: (performance.now() - begin) / 1000, eenheid: 's', doel: { hoogstens: 15 } };
  } else yield { naam: 'twente: LibreOffice ontbreekt, herrekenen overgeslagen', waarde: 0, eenheid: 's' };
  const grens = await maak(GRENS);
  yield { naam: 'grens: arrangeren voorstel, nagerekend', waarde: grens.ms / 1000, eenheid: 's', doel: { hoogstens: 30 }, ijk: `${GRENS.scholen} scholen, ${GRENS.gemeenten} gemeenten, ${GRENS.producten} producten, ${GRENS.jaren} jaren` };
  yield { naam: 'grens: arrangeren voorstel, piekgeheugen', waarde: grens.piekMB, eenheid: 'MB', doel: { hoogstens: 1500 } };
}
