import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rekenDoor } from '../../../models/rekenen/bereken.ts';
import type { Berekening } from '../../../models/rekenen/types.ts';
import { draai, draaiMetKorteLezer } from './draai.ts';

const KLEIN = 'tests/cases/klein.json';
const TWENTE = 'tests/cases/twente.json';
const invoer = (pad: string): unknown => JSON.parse(readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8'));

describe('arrangeren bereken', () => {
  let map: string;
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'bereken-'));
  });
  afterEach(() => rmSync(map, { recursive: true }));

  it('writes the whole outcome of the engine to stdout, and the warnings to stderr', async () => {
    const { code, stdout, stderr } = draai(['bereken', KLEIN]);
    const verwacht = await rekenDoor(invoer(KLEIN));
    if (!verwacht.ok) throw new Error(verwacht.fouten[0]?.tekst);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(verwacht.berekening);
    expect(stderr).toBe(verwacht.berekening.waarschuwingen.map((w) => `${w.code}  ${w.pad}  ${w.tekst}\n`).join(''));
  });

  it('writes the same to a file, whole and with nothing left beside it', () => {
    const uit = join(map, 'uit.json');
    writeFileSync(uit, 'vorige');
    const { code, stdout } = draai(['bereken', KLEIN, '--uit', uit]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(uit, 'utf8')).toBe(draai(['bereken', KLEIN]).stdout);
    expect(readdirSync(map)).toEqual(['uit.json']);
  });

  it('writes through a link to what it points at', () => {
    mkdirSync(join(map, 'echt'));
    writeFileSync(join(map, 'echt/uit.json'), '');
    symlinkSync('echt/uit.json', join(map, 'uit.json'));
    expect(draai(['bereken', KLEIN, '--uit', join(map, 'uit.json')]).code).toBe(0);
    expect(readFileSync(join(map, 'echt/uit.json'), 'utf8')).toContain('"jaren"');
  });

  it('leaves the file as it was when the project is wrong', () => {
    const uit = join(map, 'uit.json');
    writeFileSync(uit, 'vorige');
    writeFileSync(join(map, 'fout.json'), '{}');
    expect(draai(['bereken', join(map, 'fout.json'), '--uit', uit]).code).toBe(1);
    expect(readFileSync(uit, 'utf8')).toBe('vorige');
  });

  it('calculates one scenario when asked', () => {
    const alle = JSON.parse(draai(['bereken', TWENTE]).stdout) as Berekening;
    const [eerste = '', tweede = ''] = Object.keys(alle.scenarios);
    const een = JSON.parse(draai(['bereken', TWENTE, '--scenario', tweede]).stdout) as Berekening;
    expect(Object.keys(een.scenarios)).toEqual([tweede]);
    expect(een.scenarios[tweede]).toEqual(alle.scenarios[tweede]);
    expect(een.nul).toEqual(alle.nul);
    const { code, stdout, stderr } = draai(['bereken', TWENTE, '--scenario', 'weg']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Scenario weg bestaat niet; kies uit ${eerste}, ${tweede}`);
  });

  it('lists every fault with its code, path and sentence', () => {
    const project = invoer(KLEIN) as { gemeenten: { code: string }[]; uitgangspunten: { peildatum: string }; onzin?: number };
    if (project.gemeenten[0]) project.gemeenten[0].code = 'GM16';
    project.uitgangspunten.peildatum = '2026-01-32';
    project.onzin = 1;
    const pad = join(map, 'fout.json');
    writeFileSync(pad, JSON.stringify(project));
    const { code, stdout, stderr } = draai(['bereken', pad]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^.*fout\.json kan niet worden doorgerekend: \d+ fouten\.$/m);
    expect(stderr).toMatch(/^P02 {2}onzin {2}\S.+/m);
    expect(stderr).toMatch(/^P07 {2}gemeenten\[0\]\.code {2}\S.+/m);
    expect(stderr).toMatch(/^P11 {2}uitgangspunten\.peildatum {2}\S.+/m);
  });

  it.each([
    ['{"formaat": "collectief-arrangeren/1",\n "naam": ]', /^P01 {2}\S/m],
    ['{"a": 1,}', /^P01 {2}regel 1, teken 9 /m],
    ['', /^P01 {2}regel 1, teken 1 /m],
  ])('says P01 of what is not JSON: %j', (tekst, patroon) => {
    const pad = join(map, 'p.json');
    writeFileSync(pad, tekst);
    const { code, stderr } = draai(['bereken', pad]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${pad} is geen JSON.`);
    expect(stderr).toMatch(patroon);
  });

  it('reads a file that begins with a byte order mark', () => {
    const pad = join(map, 'p.json');
    writeFileSync(pad, `\uFEFF${JSON.stringify(invoer(KLEIN))}`);
    expect(draai(['bereken', pad]).code).toBe(0);
  });

  it('says what is wrong with a path', () => {
    expect(draai(['bereken', join(map, 'weg.json')]).stderr).toBe(`${join(map, 'weg.json')} bestaat niet.\n`);
    expect(draai(['bereken', map]).stderr).toBe(`${map} is een map, geen bestand.\n`);
    expect(draai(['bereken', KLEIN, '--uit', map]).stderr).toContain('is een map; geef de naam van een bestand.');
    expect(draai(['bereken', KLEIN, '--uit', join(map, 'weg/uit.json')]).stderr).toBe(`${join(map, 'weg')} bestaat niet.\n`);
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write somewhere (skipped as root, who may write anywhere)', () => {
    chmodSync(map, 0o500);
    const { code, stderr } = draai(['bereken', KLEIN, '--uit', join(map, 'uit.json')]);
    chmodSync(map, 0o700);
    expect(code).toBe(1);
    expect(stderr).toContain('geen rechten');
  });

  it('ends quietly when the reader of a long outcome has seen enough', async () => {
    const { code, stderr } = await draaiMetKorteLezer(['bereken', TWENTE]);
    expect(code).toBe(0);
    expect(stderr).not.toContain('EPIPE');
    expect(stderr).not.toContain('fout in het programma');
  });
});
