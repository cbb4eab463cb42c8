import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draai } from './draai.ts';

const KLEIN = 'tests/cases/klein.json';

describe('arrangeren voorstel', () => {
  let map: string;
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'voorstel-'));
  });
  afterEach(() => rmSync(map, { recursive: true }));

  it('writes a workbook', () => {
    const uit = join(map, 'v.xlsx');
    const { code, stdout, stderr } = draai(['voorstel', KLEIN, '--scenario', 'a', '--lezer', 'intern', '--uit', uit]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `Geschreven: ${uit}\n`, stderr: '' });
    expect(readFileSync(uit).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    [['--uit', 'v.xlsx'], 'Geef met --scenario'],
    [['--scenario', 'a'], 'met --uit de werkmap'],
    [['--scenario', 'a', '--uit', 'v.xlsx'], 'Geef met --lezer voor wie de werkmap is: intern, klankbordgroep, openbaar.'],
    [['--scenario', 'a', '--lezer', 'iedereen', '--uit', 'v.xlsx'], 'De lezer iedereen bestaat niet; kies uit intern, klankbordgroep, openbaar.'],
    [['--scenario', 'a', '--lezer', 'intern', '--uit', 'v.xls'], 'v.xls eindigt niet op .xlsx'],
    [['--scenario', 'a', '--lezer', 'openbaar', '--uit', 'v.xlsx'], 'blijft niet verborgen'],
    [['--scenario', 'b', '--lezer', 'intern', '--uit', 'v.xlsx'], 'Scenario b bestaat niet; kies uit a.'],
  ])('says what is wrong with %j', (opties, zin) => {
    const naarMap = opties.map((x) => (x.startsWith('v.') ? join(map, x) : x));
    const { code, stdout, stderr } = draai(['voorstel', KLEIN, ...naarMap]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(zin);
    expect(existsSync(join(map, 'v.xlsx'))).toBe(false);
  });

  it('lists the faults of a project that cannot be calculated', () => {
    writeFileSync(join(map, 'p.json'), '{"formaat":"collectief-arrangeren/1"}');
    const { code, stderr } = draai(['voorstel', join(map, 'p.json'), '--scenario', 'a', '--lezer', 'intern', '--uit', join(map, 'v.xlsx')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^P03 {2}naam {2}/m);
  });
});
