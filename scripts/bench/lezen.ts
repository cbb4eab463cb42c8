/** Reading files: cells, both passes, and into a project file; beside it other readers of the same files. */
import { execFile, fork } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { schrijfCsv, schrijfJw301, schrijfXlsx } from './exportbestanden.ts';
import type { Leesuitslag } from './lezen-kind.ts';
import type { Meting } from './meting.ts';

const MILJOEN = 1_000_000;
const HONDERDDUIZEND = 100_000;

function kind(hoe: 'cellen' | 'tellen' | 'projectbestand', map: string, ...paden: string[]): Promise<Leesuitslag> {
  return new Promise((klaar, mislukt) => {
    const proces = fork(fileURLToPath(new URL('lezen-kind.ts', import.meta.url)), [hoe, join(map, `${hoe}-${paden.length}-${Math.round(performance.now())}.arrangement`), ...paden], { execArgv: [] });
    proces.on('message', (uitslag) => klaar(uitslag as Leesuitslag));
    proces.on('error', mislukt);
    proces.on('exit', (code) => code !== 0 && mislukt(new Error(`lezen-kind ended with ${code}`)));
  });
}

async function seconden(werk: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await werk();
  return (performance.now() - begin) / 1000;
}

const papaparse = (pad: string): Promise<number> =>
  seconden(() => new Promise<void>((klaar, mislukt) => {
    let rijen = 0;
    Papa.parse(createReadStream(pad), { delimiter: ';', step: () => void rijen++, error: mislukt, complete: () => (rijen > MILJOEN ? klaar() : mislukt(new Error(`papaparse saw ${rijen} rows`))) });
  }));

/** Seconds of another program on the same file, or undefined where that program is not there. */
async function ander(programma: string, argumenten: string[], toets: string[]): Promise<number | undefined> {
  const voer = promisify(execFile);
  try {
    await voer(programma, toets);
  } catch {
    return undefined;
  }
  return seconden(() => voer(programma, argumenten, { maxBuffer: 1 << 20 }));
}

const s = (x: number): string => `${x.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} s`;

/** Targets of the bench: .csv ≥ 200 000 rows/s, .xlsx 100 000 rows ≤ 5 s, into a project file ≤ 20 and ≤ 60 s, JW301 of 100 000 ≤ 10 s. */
export async function* lezen(): AsyncGenerator<Meting> {
  const map = mkdtempSync(join(tmpdir(), 'lezen-bench-'));
  const [csv, klein, groot, jw, koppel] = ['miljoen.csv', 'honderdduizend.xlsx', 'miljoen.xlsx', 'jw301.xml', 'koppel.csv'].map((n) => join(map, n)) as [string, string, string, string, string];
  try {
    await schrijfCsv(csv, MILJOEN);
    const papa = `papaparse ${s(await papaparse(csv))}`;
    const cellen = await kind('cellen', map, csv);
    yield { naam: '.csv, 1 000 000 rijen: cellen', waarde: Math.round(cellen.rijen / cellen.inlezen), eenheid: 'rijen/s', doel: { minstens: 400_000 }, ijk: papa };
    yield { naam: '.csv, 1 000 000 rijen: cellen, grootste geheugen', waarde: cellen.megabytes, eenheid: 'MB', doel: { hoogstens: 300 } };
    const omgezet = await kind('tellen', map, csv);
    yield { naam: '.csv, 1 000 000 rijen: verkennen', waarde: Math.round(omgezet.rijen / omgezet.verkennen), eenheid: 'rijen/s', doel: { minstens: 200_000 }, ijk: papa };
    yield { naam: '.csv, 1 000 000 rijen: omzetten met alle controles', waarde: Math.round(omgezet.rijen / omgezet.inlezen), eenheid: 'rijen/s', doel: { minstens: 200_000 }, ijk: papa };
    yield { naam: '.csv, 1 000 000 rijen: omzetten, grootste geheugen', waarde: omgezet.megabytes, eenheid: 'MB', doel: { hoogstens: 500 } };
    const bewaard = await kind('projectbestand', map, csv);
    yield { naam: '.csv, 1 000 000 indicaties in het projectbestand', waarde: bewaard.verkennen + bewaard.inlezen, eenheid: 's', doel: { hoogstens: 20 }, ijk: papa };
    yield { naam: '.csv, idem: grootste geheugen', waarde: bewaard.megabytes, eenheid: 'MB', doel: { hoogstens: 500 } };

    await schrijfXlsx(klein, HONDERDDUIZEND);
    const kleinUit = await kind('tellen', map, klein);
    const openpyxl = await ander('/usr/bin/python3', ['-c', `import openpyxl,sys\nfor r in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True): pass`, klein], ['-c', 'import openpyxl']);
    const office = await ander('soffice', ['--headless', '--convert-to', 'csv', '--outdir', map, klein], ['--version']);
    const naast = [openpyxl === undefined ? 'openpyxl is er niet' : `openpyxl ${s(openpyxl)}`, office === undefined ? 'LibreOffice is er niet' : `LibreOffice ${s(office)}`].join(', ');
    yield { naam: '.xlsx, 100 000 rijen: verkennen en omzetten', waarde: kleinUit.verkennen + kleinUit.inlezen, eenheid: 's', doel: { hoogstens: 5 }, ijk: `één keer lezen: ${naast}` };
    await schrijfXlsx(groot, MILJOEN);
    const grootCellen = await kind('cellen', map, groot);
    yield { naam: '.xlsx, 1 000 000 rijen × 12: cellen', waarde: grootCellen.inlezen, eenheid: 's', doel: { hoogstens: 23 } };
    yield { naam: '.xlsx, 1 000 000 rijen × 12: cellen, grootste geheugen', waarde: grootCellen.megabytes, eenheid: 'MB', doel: { hoogstens: 300 } };
    const grootBewaard = await kind('projectbestand', map, groot);
    yield { naam: '.xlsx, 1 000 000 indicaties in het projectbestand', waarde: grootBewaard.verkennen + grootBewaard.inlezen, eenheid: 's', doel: { hoogstens: 60 } };
    yield { naam: '.xlsx, idem: grootste geheugen', waarde: grootBewaard.megabytes, eenheid: 'MB', doel: { hoogstens: 700 } };

    await schrijfJw301(jw, koppel, HONDERDDUIZEND);
    const bericht = await kind('tellen', map, jw, koppel);
    yield { naam: 'JW301, 100 000 toewijzingen met koppeltabel', waarde: bericht.verkennen + bericht.inlezen, eenheid: 's', doel: { hoogstens: 10 } };
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
