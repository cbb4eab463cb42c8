import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controleerLagen, LAGEN } from '../../../scripts/lagen.ts';

const wortel = fileURLToPath(new URL('../../..', import.meta.url));

describe('lagen', () => {
  let map: string;
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'lagen-'));
  });
  afterEach(() => rmSync(map, { recursive: true }));

  const plant = (pad: string, tekst: string): void => {
    mkdirSync(dirname(join(map, pad)), { recursive: true });
    writeFileSync(join(map, pad), tekst);
  };
  const overtredingen = (): string[] => controleerLagen(map).overtredingen;

  it.each([
    ['an import', 'models/rekenen/a.ts', `import { x } from '../../electron/store/x.ts';\nx();`, 'electron/store/x.ts'],
    ['an export from', 'models/project/a.ts', `export * from '../rekenen/basis.ts';`, 'models/rekenen/basis.ts'],
    ['a dynamic import', 'renderer/app/a.tsx', `const x = <b/>; await import('../../electron/service/x.ts');`, 'electron/service/x.ts'],
    ['an import type', 'templates/a.ts', `type A = import('../scripts/x.ts').A; export type { A };`, 'scripts/x.ts'],
    ['a side effect', 'electron/web/a.ts', `import '../../renderer/app/x.ts';`, 'renderer/app/x.ts'],
    ['a require', 'electron/shell/preload.cts', `const x = require('../store/x.ts');`, 'electron/store/x.ts'],
    ['Node in pure code', 'models/rekenen/a.ts', `import { readFileSync } from 'node:fs';\nreadFileSync('');`, 'node:fs'],
    ['Node without its prefix', 'models/rekenen/a.ts', `import { readFileSync } from 'fs';\nreadFileSync('');`, `'fs'`],
    ['electron outside the shell', 'electron/service/a.ts', `import { app } from 'electron';\napp.quit();`, `'electron'`],
    ['a chart outside charts', 'renderer/features/a.tsx', `import { Chart } from 'chart.js/auto';`, `'chart.js/auto'`],
  ])('refuses %s', (_soort, pad, tekst, genoemd) => {
    plant(pad, tekst);
    const [overtreding, ...rest] = overtredingen();
    expect(rest).toEqual([]);
    expect(overtreding).toContain(`${pad}:1 `);
    expect(overtreding).toContain(genoemd);
    expect(overtreding).toContain('docs/architectuur.md#');
  });

  it('lets only types through where the table says types', () => {
    plant('electron/store/a.ts', `import type { Project } from '../../models/project/types.ts';\nimport { type School } from '../../models/project/types.ts';\nexport type { Project, School };`);
    expect(overtredingen()).toEqual([]);
    plant('electron/store/b.ts', `import { type School, FORMAAT } from '../../models/project/types.ts';\nexport const x: [School?, string?] = [, FORMAAT];`);
    expect(overtredingen()).toEqual([expect.stringMatching(/^electron\/store\/b\.ts:1 .*alleen types/)]);
  });

  it('names the line, and is not misled by comments and strings', () => {
    plant('models/rekenen/a.ts', `// import x from '../../electron/store/x.ts'\nconst s = "import '../../electron/store/x.ts'";\n\nexport { y } from '../beslissen/y.ts';\nexport { s };`);
    expect(overtredingen()).toEqual([expect.stringMatching(/^models\/rekenen\/a\.ts:4 /)]);
  });

  it('refuses source that lies in no layer', () => {
    plant('models/los.ts', 'export const x = 1;');
    plant('electron/los.ts', 'export const x = 1;');
    expect(overtredingen()).toEqual([expect.stringMatching(/^electron\/los\.ts ligt in geen enkele laag/), expect.stringMatching(/^models\/los\.ts ligt in geen enkele laag/)]);
  });

  it('refuses a layer whose types nobody checks', () => {
    plant('tsconfig.json', '{"files":[],"references":[{"path":"models"}]}');
    plant('models/tsconfig.json', '{}');
    plant('models/project/a.ts', 'export const x = 1;');
    plant('electron/store/tsconfig.json', '{}');
    expect(overtredingen()).toEqual([]);
    plant('electron/store/a.ts', 'export const x = 1;');
    expect(overtredingen()).toEqual([expect.stringMatching(/^tsconfig\.json: electron\/store /)]);
  });

  it('says so when a file cannot be parsed', () => {
    plant('models/project/a.ts', 'export const = 1;');
    expect(() => overtredingen()).toThrow('models/project/a.ts');
  });

  it('finds nothing wrong in this project', () => {
    const { bestanden, overtredingen } = controleerLagen(wortel);
    expect(overtredingen).toEqual([]);
    expect(bestanden).toBeGreaterThan(5);
  });

  it('is the table of docs/architectuur.md', () => {
    const uitleg = readFileSync(join(wortel, 'docs/architectuur.md'), 'utf8');
    const rijen = [...uitleg.matchAll(/^\| `([\w/]+)\/` \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(([, map, lagen, pakketten]) => ({
      map,
      lagen: [...(lagen ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1]),
      types: (lagen ?? '').includes('types'),
      pakketten: [...(pakketten ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1]),
    }));
    expect(rijen).toEqual(LAGEN.map(({ map, lagen, types = [], pakketten }) => ({ map, lagen: [...lagen, ...types], types: types.length > 0, pakketten: [...pakketten] })));
  });
});
