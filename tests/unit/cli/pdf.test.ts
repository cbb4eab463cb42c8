import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draai } from './draai.ts';

const KLEIN = 'tests/cases/klein.json';

describe('arrangeren pdf', () => {
  let map: string;
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'pdf-'));
  });
  afterEach(() => rmSync(map, { recursive: true }));

  it('writes every document as html where no pdf is asked for', () => {
    const { code, stderr } = draai(['pdf', KLEIN, '--scenario', 'a', '--uit', join(map, 'uit'), '--lezer', 'intern', '--html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const namen = readdirSync(join(map, 'uit'));
    for (const naam of ['besluit.html', 'vergelijking.html', 'afspraken.html', 'locatiebladen.html']) expect(namen).toContain(naam);
    expect(namen.filter((naam) => naam.startsWith('uw-gemeente-')).length).toBeGreaterThan(0);
    expect(readFileSync(join(map, 'uit', 'besluit.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*font\/woff2/);
  });

  it('writes one part', () => {
    expect(draai(['pdf', KLEIN, '--scenario', 'a', '--uit', map, '--lezer', 'intern', '--html', '--deel', 'afspraken']).code).toBe(0);
    expect(readdirSync(map)).toEqual(['afspraken.html']);
  });

  it.each([
    [['--scenario', 'a', '--uit', 'M'], 'met --lezer voor wie het is'],
    [['--scenario', 'a', '--uit', 'M', '--lezer', 'iedereen'], 'De lezer iedereen bestaat niet; kies uit intern, klankbordgroep, openbaar.'],
    [['--scenario', 'a', '--uit', 'M', '--lezer', 'intern', '--naast', 'b,c,d,e', '--html'], 'hoogstens drie scenario’s'],
    [['--scenario', 'a', '--uit', 'M', '--lezer', 'intern', '--deel', 'x'], 'Het deel x bestaat niet'],
    [['--scenario', 'b', '--uit', 'M', '--lezer', 'intern', '--html'], 'Scenario b bestaat niet; kies uit a.'],
  ])('says what is wrong with %j and writes nothing', (opties, zin) => {
    const uit = join(map, 'uit');
    const { code, stdout, stderr } = draai(['pdf', KLEIN, ...opties.map((x) => (x === 'M' ? uit : x))]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(zin);
    expect(existsSync(uit)).toBe(false);
  });

  it('writes nothing for another reader when figures cannot be kept hidden, and says which', () => {
    const { code, stderr } = draai(['pdf', KLEIN, '--scenario', 'a', '--uit', map, '--lezer', 'openbaar', '--html']);
    expect({ code, geweigerd: stderr.includes('B03') }).toEqual({ code: 1, geweigerd: true });
    expect(readdirSync(map)).toEqual([]);
  });

  it('offers html where there is no browser', () => {
    process.env['ARRANGEREN_BROWSER'] = join(map, 'geen-browser');
    try {
      const { code, stderr } = draai(['pdf', KLEIN, '--scenario', 'a', '--uit', map, '--lezer', 'intern']);
      expect(code).toBe(1);
      expect(stderr).toContain('is een browser nodig');
      expect(stderr).toContain('--html');
    } finally {
      delete process.env['ARRANGEREN_BROWSER'];
    }
  });
});
