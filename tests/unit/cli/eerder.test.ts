/** Exports for others than intern from the command line know what went out before: from the project file, or from a file beside a portable project. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProject } from '../../../electron/store/index.ts';
import { regio } from '../../hulp/regio.ts';
import { draai } from './draai.ts';

const VOL = [[34, 29, 32], [31, 36, 28], [40, 27, 33]];

describe('eerdere uitgaven', () => {
  let map: string;
  const pad = (naam: string): string => join(map, naam);
  const voorstel = (project: string, uit: string, ...rest: string[]): ReturnType<typeof draai> => draai(['voorstel', pad(project), '--scenario', 'alle', '--lezer', 'klankbordgroep', '--uit', pad(uit), ...rest]);
  beforeAll(() => {
    map = mkdtempSync(join(tmpdir(), 'eerder-'));
    writeFileSync(pad('p.json'), JSON.stringify(regio({ jeugdigen: VOL })));
    writeFileSync(pad('later.json'), JSON.stringify(regio({ jeugdigen: [[35, 29, 32], ...VOL.slice(1)] })));
  });
  afterAll(() => rmSync(map, { recursive: true, force: true }));

  it('zegt bij een project als JSON dat zij niet bekend zijn', () => {
    const { code, stderr, stdout } = voorstel('p.json', 'a.xlsx');
    expect(code, stderr).toBe(0);
    expect(`${stdout}${stderr}`).toContain('Wat eerder is uitgegeven is hier niet bekend');
  });

  it('houdt ze met --eerder bij in een bestand, en weigert wat het verschil zou tonen', () => {
    const eerste = voorstel('p.json', 'b.xlsx', '--eerder', pad('uitgaven.json'));
    expect(eerste.code, eerste.stderr).toBe(0);
    expect(`${eerste.stdout}${eerste.stderr}`).not.toContain('niet bekend');
    if (process.platform !== 'win32') expect(statSync(pad('uitgaven.json')).mode & 0o077).toBe(0);
    const tweede = voorstel('later.json', 'c.xlsx', '--eerder', pad('uitgaven.json'));
    expect(tweede.code).not.toBe(0);
    expect(tweede.stderr).toContain('B04');
    expect(existsSync(pad('c.xlsx'))).toBe(false);
    // What did not go out is not noted.
    expect((JSON.parse(readFileSync(pad('uitgaven.json'), 'utf8')) as { uitgaven: unknown[] }).uitgaven).toHaveLength(1);
    writeFileSync(pad('fout.json'), '{}');
    expect(voorstel('p.json', 'd.xlsx', '--eerder', pad('fout.json')).stderr).toContain('geen bestand met eerdere uitgaven');
  });

  it('noteert ze in een projectbestand, en niets voor intern', async () => {
    expect(draai(['importeer', pad('p.json'), '--project', pad('p.arrangement')]).code).toBe(0);
    const een = voorstel('p.arrangement', 'e.xlsx');
    expect(een.code, een.stderr).toBe(0);
    expect(draai(['voorstel', pad('p.arrangement'), '--scenario', 'alle', '--lezer', 'intern', '--uit', pad('f.xlsx')]).code).toBe(0);
    expect(draai(['pdf', pad('p.arrangement'), '--scenario', 'alle', '--lezer', 'openbaar', '--uit', pad('stukken'), '--html']).code).toBe(0);
    const bestand = await openProject(pad('p.arrangement'), { alleenLezen: true });
    try {
      expect(bestand.uitgaven().map(({ lezer, soort, scenarios }) => ({ lezer, soort, scenarios }))).toEqual([{ lezer: 'klankbordgroep', soort: 'werkmap', scenarios: ['alle'] }, { lezer: 'openbaar', soort: 'html', scenarios: ['alle'] }]);
    } finally {
      await bestand.sluit();
    }
    expect(voorstel('p.arrangement', 'g.xlsx', '--eerder', pad('x.json')).stderr).toContain('laat --eerder weg');
  });
});
