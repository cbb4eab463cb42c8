/**
 * The layer check: holds the one-way arrows of docs/architectuur.md. Every import, export-from, dynamic import and import type of every source file
 * is held against the table below; what the table does not allow is refused with a message that links to the reason.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync, Visitor, type ESTree } from 'vite';

/** What a folder may import. A file belongs to the layer with the longest matching `map`. */
export interface Laag {
  map: string;
  /** Other layers that it may import from; a name covers what lies below it. */
  lagen: readonly string[];
  /** Other layers that it may import types from, and nothing that runs. */
  types?: readonly string[];
  /** Packages that it may import; `node:` stands for what Node itself brings, `*` for every package. */
  pakketten: readonly string[];
}

/** The table of docs/architectuur.md. */
export const LAGEN: readonly Laag[] = [
  { map: 'models/project', lagen: [], pakketten: [] },
  { map: 'models/invoer', lagen: ['models/project'], types: ['models/rekenen'], pakketten: [] },
  { map: 'models/rekenen', lagen: ['models/project'], pakketten: ['mathjs'] },
  { map: 'models/beslissen', lagen: ['models/project', 'models/rekenen'], pakketten: [] },
  { map: 'models/bescherming', lagen: ['models/project', 'models/rekenen', 'models/contract'], pakketten: [] },
  { map: 'models/contract', lagen: [], types: ['models'], pakketten: [] },
  { map: 'templates', lagen: ['models'], pakketten: [] },
  { map: 'electron/store', lagen: [], types: ['models'], pakketten: ['node:', 'better-sqlite3'] },
  { map: 'electron/exchange', lagen: ['models', 'templates'], pakketten: ['node:', 'fflate', 'yauzl'] },
  { map: 'electron/service', lagen: ['models', 'templates', 'electron/store', 'electron/exchange'], pakketten: ['node:'] },
  { map: 'electron/shell', lagen: ['electron/service', 'models/contract'], pakketten: ['node:', 'electron'] },
  { map: 'electron/web', lagen: ['electron/service', 'models/contract'], pakketten: ['node:'] },
  { map: 'renderer', lagen: ['models', 'renderer/charts'], pakketten: ['react', 'react-dom', 'react-aria-components', '@fontsource/ibm-plex-sans'] },
  { map: 'renderer/charts', lagen: ['models', 'renderer'], pakketten: ['react', 'react-dom', 'chart.js'] },
  { map: 'scripts', lagen: ['models', 'templates', 'electron', 'renderer'], pakketten: ['node:', '*'] },
  { map: 'tests', lagen: ['models', 'templates', 'electron', 'renderer', 'scripts'], pakketten: ['node:', '*'] },
];

/** The folders that hold source, all of it in some layer. */
const WORTELS = ['models', 'templates', 'electron', 'renderer', 'scripts', 'tests'];
const BRON = /\.(?:[cm]?ts|tsx|[cm]?js|jsx)$/;
const UITLEG = 'docs/architectuur.md#pijlen-in-één-richting';

const valtOnder = (pad: string, map: string): boolean => pad === map || pad.startsWith(`${map}/`);

/** The layer of a path relative to the root, or undefined for a file outside every layer. */
export function laagVan(pad: string): Laag | undefined {
  let gevonden: Laag | undefined;
  for (const laag of LAGEN) if (valtOnder(pad, laag.map) && laag.map.length > (gevonden?.map.length ?? 0)) gevonden = laag;
  return gevonden;
}

interface Verwijzing { doel: string; regel: number; alleenTypes: boolean }

/** Every module that a source text refers to by a literal name. Throws when the text cannot be parsed. */
function verwijzingen(pad: string, tekst: string): Verwijzing[] {
  const { program, errors } = parseSync(pad, tekst);
  if (errors.length > 0) throw new Error(`${pad} is niet te lezen: ${errors[0]?.message ?? 'onbekende fout'}`);
  const gevonden: Verwijzing[] = [];
  const voegToe = (bron: ESTree.Node | null, alleenTypes: boolean): void => {
    if (bron?.type !== 'Literal' || typeof bron.value !== 'string') return;
    gevonden.push({ doel: bron.value, regel: tekst.slice(0, bron.start).split('\n').length, alleenTypes });
  };
  new Visitor({
    ImportDeclaration: (node) =>
      voegToe(node.source, node.importKind === 'type' || (node.specifiers.length > 0 && node.specifiers.every((s) => s.type === 'ImportSpecifier' && s.importKind === 'type'))),
    ExportNamedDeclaration: (node) => voegToe(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => voegToe(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => voegToe(node.source, false),
    TSImportType: (node) => voegToe(node.source, true),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') voegToe(node.arguments[0] ?? null, false);
    },
  }).visit(program);
  return gevonden;
}

const pakketnaam = (doel: string): string => doel.split('/').slice(0, doel.startsWith('@') ? 2 : 1).join('/');

/** Why this reference is refused, or undefined if it is allowed. */
function weigering(pad: string, laag: Laag, { doel, alleenTypes }: Verwijzing): string | undefined {
  if (!doel.startsWith('.')) {
    const pakket = isBuiltin(doel) ? 'node:' : pakketnaam(doel);
    if (laag.pakketten.includes(pakket) || (pakket !== 'node:' && laag.pakketten.includes('*'))) return undefined;
    const toegestaan = laag.pakketten.length > 0 ? `alleen ${laag.pakketten.join(', ')}` : 'geen enkel pakket';
    return `importeert '${doel}', maar ${laag.map} mag ${toegestaan} gebruiken`;
  }
  const doelpad = posix.normalize(posix.join(posix.dirname(pad), doel));
  const doellaag = laagVan(doelpad);
  if (doellaag === laag) return undefined;
  if (!doellaag) {
    // Hosts may read what stands at the root (package.json); the layers below them stand on their own.
    const isHost = laag.map === 'scripts' || laag.map === 'tests';
    return isHost && !WORTELS.some((map) => valtOnder(doelpad, map)) ? undefined : `importeert ${doelpad}, dat in geen enkele laag ligt`;
  }
  if (laag.lagen.some((map) => valtOnder(doellaag.map, map))) return undefined;
  if (laag.types?.some((map) => valtOnder(doellaag.map, map))) {
    return alleenTypes ? undefined : `importeert ${doelpad}, maar ${laag.map} mag daarvan alleen types gebruiken (import type)`;
  }
  const toegestaan = [...laag.lagen, ...(laag.types ?? [])];
  return `importeert ${doelpad}, maar ${laag.map} mag ${toegestaan.length > 0 ? `alleen ${toegestaan.join(', ')}` : 'geen enkele andere laag'} importeren`;
}

function* bronbestanden(map: string): Generator<string> {
  for (const item of readdirSync(map, { withFileTypes: true })) {
    if (item.name === 'node_modules' || item.name === 'fixtures') continue;
    const pad = join(map, item.name);
    if (item.isDirectory()) yield* bronbestanden(pad);
    else if (BRON.test(item.name)) yield pad;
  }
}

/** The layers whose tsconfig is not among the references of the root although they hold TypeScript: they would go unchecked. */
function vergetenLagen(wortel: string, bestanden: readonly string[]): string[] {
  const hoofd = join(wortel, 'tsconfig.json');
  if (!existsSync(hoofd)) return [];
  const { references = [] } = JSON.parse(readFileSync(hoofd, 'utf8')) as { references?: { path: string }[] };
  const genoemd = new Set(references.map((r) => posix.normalize(r.path)));
  const projecten = new Set<string>();
  for (const pad of bestanden.filter((p) => /\.tsx?$/.test(p))) {
    for (let map = posix.dirname(pad); map !== '.'; map = posix.dirname(map)) {
      if (existsSync(join(wortel, map, 'tsconfig.json'))) {
        projecten.add(map);
        break;
      }
    }
  }
  return [...projecten].filter((map) => !genoemd.has(map)).map((map) => `tsconfig.json: ${map} staat niet bij references, zodat de types ervan niet nagekeken worden`);
}

/**
 * Holds every source file under `wortel` against the table. Gives the number of files and one Dutch sentence per refused import, with file and line.
 * Throws when a file cannot be parsed.
 */
export function controleerLagen(wortel: string): { bestanden: number; overtredingen: string[] } {
  const overtredingen: string[] = [];
  const bestanden = WORTELS.filter((map) => existsSync(join(wortel, map)))
    .flatMap((map) => [...bronbestanden(join(wortel, map))])
    .map((pad) => relative(wortel, pad).split(sep).join('/'))
    .sort();
  for (const pad of bestanden) {
    const laag = laagVan(pad);
    if (!laag) {
      overtredingen.push(`${pad} ligt in geen enkele laag (${dirname(pad)}); zie ${UITLEG}`);
      continue;
    }
    for (const verwijzing of verwijzingen(pad, readFileSync(join(wortel, pad), 'utf8'))) {
      const reden = weigering(pad, laag, verwijzing);
      if (reden) overtredingen.push(`${pad}:${verwijzing.regel} ${reden}; zie ${UITLEG}`);
    }
  }
  return { bestanden: bestanden.length, overtredingen: [...overtredingen, ...vergetenLagen(wortel, bestanden)] };
}
