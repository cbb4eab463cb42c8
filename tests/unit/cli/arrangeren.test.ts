import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { draai, STARTER } from './draai.ts';

/** The first `node` on the path that is too old to run TypeScript, if this machine has one. */
function oudeNode(): string | undefined {
  for (const map of (process.env['PATH'] ?? '').split(delimiter)) {
    const node = join(map, 'node');
    if (!existsSync(node)) continue;
    const [major = 0, minor = 0] = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.').map(Number);
    if (major < 22 || (major === 22 && minor < 18)) return node;
  }
  return undefined;
}

describe('arrangeren', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('explains itself: %j', (argumenten) => {
    const { code, stdout, stderr } = draai(argumenten);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const opdracht of ['bereken', 'importeer', 'exporteer', 'geweigerd', 'vaststellen', 'log', 'herstel', 'wissen', 'voorstel', 'voorbeeld']) expect(stdout).toContain(`  ${opdracht} `);
  });

  it.each(['bereken', 'importeer', 'exporteer', 'geweigerd', 'vaststellen', 'log', 'herstel', 'wissen', 'voorstel', 'voorbeeld'])('explains %s', (opdracht) => {
    const { code, stdout, stderr } = draai([opdracht, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^arrangeren ${opdracht} `));
  });

  it.each([
    [['verzin'], 'De opdracht verzin bestaat niet; kies uit bereken, importeer, exporteer, geweigerd, vaststellen, log, herstel, wissen, '],
    [['toString'], 'De opdracht toString bestaat niet'],
    [['bereken'], 'Geef een projectbestand'],
    [['bereken', 'a.json', 'b.json'], 'b.json is te veel'],
    [['bereken', 'a.json', '--snel'], 'De optie --snel bestaat niet.'],
    [['bereken', 'a.json', '--uit'], 'De optie --uit heeft geen goede waarde.'],
    [['bereken', 'a.json', '--help=ja'], 'De optie --help heeft geen goede waarde.'],
    [['importeer'], 'Geef een of meer bestanden.'],
    [['importeer', 'LICENSE'], 'Geef met --uit'],
    [['importeer', 'LICENSE', '--uit', '/bestaat/niet/p.json'], '/bestaat/niet bestaat niet.'],
    [['importeer', 'bestaat-niet.csv', '--uit', 'p.json'], 'bestaat-niet.csv bestaat niet.'],
    [['importeer', 'LICENSE', '--uit', 'p.json', '--soort', 'auto'], 'De soort auto bestaat niet'],
  ])('says in one sentence what is wrong with %j, with exit code 1', (argumenten, zin) => {
    const { code, stdout, stderr } = draai(argumenten);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(zin);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('ends with 2 and the place in the program when the fault is ours', async () => {
    vi.doMock('../../../scripts/arrangeren/bereken.ts', () => ({ bereken: { hulp: '', opties: {}, voerUit: () => Promise.reject(new TypeError('dit hoort niet')) } }));
    const gezegd = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { hoofd } = await import('../../../scripts/arrangeren/hoofd.ts');
    expect(await hoofd(['bereken', 'x.json'])).toBe(2);
    expect(gezegd.mock.calls.flat().join('\n')).toMatch(/fout in het programma[^]*TypeError: dit hoort niet\n.*arrangeren\.test\.ts/);
    gezegd.mockRestore();
    vi.doUnmock('../../../scripts/arrangeren/bereken.ts');
  });

  const node = oudeNode();
  it.skipIf(node === undefined)('hands over to the Node that came along when it is started with one that is too old (skipped where no old Node is installed)', () => {
    const { code, stdout } = draai(['--help'], node);
    expect(code).toBe(0);
    expect(stdout).toContain('Gebruik: arrangeren');
    expect(draai(['verzin'], node).code).toBe(1);
  });

  it.skipIf(node === undefined)('says which Node it needs when there is none to hand over to (skipped where no old Node is installed)', () => {
    const { status, stderr } = spawnSync(node ?? '', [join(STARTER, '../node-versie.mjs')], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Node \d+\.\d+\.\d+ is te oud: .*22\.18/);
  });
});
