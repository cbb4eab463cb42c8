/** What this program keeps beside projects: handles, temporary files, recent projects, settings and its log. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foutenlogboek } from '../../../electron/service/foutenlogboek.ts';
import { Grepen, ruimTijdelijkOp, veiligeNaam } from '../../../electron/service/grepen.ts';
import { leesInstellingen, zetInstelling } from '../../../electron/service/instellingen.ts';
import { onthoud, recenteProjecten, recentPad, vergeet } from '../../../electron/service/recent.ts';
import { vrijPad } from '../../../electron/service/vrij-pad.ts';
import { gegevensmap } from '../../../electron/web/gegevensmap.ts';

let map: string;
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'arrangement-bestanden-'));
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

describe('a name for a file', () => {
  it.each([
    ['Voorstel Hengelo.xlsx', 'Voorstel Hengelo.xlsx'], ['../../x', 'x'], ['a/b\\c:d', 'a b c d'], ['  .verborgen. ', 'verborgen'], ['CON', 'bestand CON'], ['nul.txt', 'bestand nul.txt'],
    ['', 'bestand'], ['...', 'bestand'], ['a\nb\tc', 'a b c'], ['Hof v. Twente – 50 %', 'Hof v. Twente – 50 %'],
  ])('%j becomes %j', (naam, veilig) => expect(veiligeNaam(naam)).toBe(veilig));

  it('is never a path, never empty and never long, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (naam) => {
      const veilig = veiligeNaam(naam);
      expect(veilig).not.toMatch(/[/\\]|^\.*$/);
      expect([...veilig].every((teken) => teken >= ' ')).toBe(true);
      expect(veilig.length).toBeLessThanOrEqual(130);
    }));
  });

  it('keeps the kind of a file that has a long name', () => expect(veiligeNaam(`${'x'.repeat(300)}.xlsx`)).toMatch(/^x{100}\.xlsx$/));

  it('gets a number when it is taken', () => {
    writeFileSync(vrijPad(map, 'a.json'), '');
    writeFileSync(vrijPad(map, 'a.json'), '');
    expect(vrijPad(map, 'a.json')).toBe(join(map, 'a 3.json'));
  });
});

describe('temporary files', () => {
  it('lie where only this user can read, and go with their window', () => {
    const grepen = new Grepen(map);
    const pad = grepen.nieuwPad('a.json');
    writeFileSync(pad, 'x');
    if (process.platform !== 'win32') expect(statSync(join(pad, '..', '..')).mode & 0o777).toBe(0o700);
    expect(grepen.isTijdelijk(pad)).toBe(true);
    expect(grepen.isTijdelijk(join(map, 'tijdelijk'))).toBe(false);
    const { greep } = grepen.van(pad);
    grepen.sluit();
    expect(existsSync(pad)).toBe(false);
    expect(() => grepen.bestand(greep)).toThrow('niet meer bekend');
  });

  it('of a process that was killed are removed at the next start, and of one that runs are not', () => {
    const tijdelijk = join(map, 'tijdelijk');
    for (const naam of [`${process.pid}-hier`, '4194304-weg', 'van-iemand-anders']) mkdirSync(join(tijdelijk, naam), { recursive: true });
    ruimTijdelijkOp(map);
    expect([`${process.pid}-hier`, '4194304-weg', 'van-iemand-anders'].map((naam) => existsSync(join(tijdelijk, naam)))).toEqual([true, false, true]);
  });
});

describe('recent projects', () => {
  it('come newest first, once each, and are pointed at without their path', () => {
    const paden = ['a', 'b', 'a'].map((naam) => join(map, `${naam}.arrangement`));
    for (const [i, pad] of paden.entries()) onthoud(map, pad, `Naam ${i}`, new Date(2027, 0, i + 1));
    writeFileSync(join(map, 'a.arrangement'), '');
    const lijst = recenteProjecten(map);
    expect(lijst).toMatchObject([{ naam: 'Naam 2', bestand: 'a.arrangement', bestaat: true }, { naam: 'Naam 1', bestand: 'b.arrangement', bestaat: false }]);
    expect(recentPad(map, lijst[0]?.id as string)).toBe(paden[0]);
    vergeet(map, lijst[0]?.id as string);
    expect(recenteProjecten(map).map(({ naam }) => naam)).toEqual(['Naam 1']);
    expect(recentPad(map, lijst[0]?.id as string)).toBeUndefined();
  });

  it('are at most twenty', () => {
    for (let i = 0; i < 25; i++) onthoud(map, join(map, `${i}.arrangement`), String(i), new Date());
    expect(recenteProjecten(map)).toHaveLength(20);
  });

  it.each(['', '{', 'null', '[1]', '[{"pad":1}]', '{"pad":"/etc/passwd"}'])('are none when their file holds %j, and can be kept again', (tekst) => {
    writeFileSync(join(map, 'recent.json'), tekst);
    expect(recenteProjecten(map)).toEqual([]);
    onthoud(map, join(map, 'a.arrangement'), 'A', new Date());
    expect(recenteProjecten(map)).toHaveLength(1);
  });
});

describe('settings', () => {
  it('are kept by name, and taken away by null', () => {
    zetInstelling(map, 'thema', 'donker');
    zetInstelling(map, '__proto__', { x: 1 });
    expect(leesInstellingen(map)['thema']).toBe('donker');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    zetInstelling(map, 'thema', null);
    expect(Object.keys(leesInstellingen(map))).toEqual(['__proto__']);
  });
});

describe('the log of faults', () => {
  it('says where a fault was, and nothing of what was being read', () => {
    let fout: unknown;
    try {
      JSON.parse('{"bsn": 123456782, "naam": Jansen');
    } catch (f) {
      fout = f;
    }
    const nummer = foutenlogboek(map, '1.2.3').schrijf(fout);
    const tekst = readFileSync(join(map, 'fouten.log'), 'utf8');
    expect(tekst).toContain(nummer);
    expect(tekst).toMatch(/SyntaxError[\s\S]*bestanden\.test\.ts:\d+/);
    expect(tekst).not.toMatch(/123456782|Jansen|bsn/);
    expect(tekst).not.toContain(map);
  });

  it('takes whatever is thrown, and starts anew when it is large', () => {
    const log = foutenlogboek(map, '1');
    for (const wat of ['tekst met geheim', 3, undefined, { geheim: 1 }]) log.schrijf(wat);
    expect(readFileSync(join(map, 'fouten.log'), 'utf8')).not.toContain('geheim');
    writeFileSync(join(map, 'fouten.log'), 'x'.repeat(1_000_001));
    log.schrijf(new Error('x'));
    expect(statSync(join(map, 'fouten.log')).size).toBeLessThan(10_000);
    expect(existsSync(join(map, 'fouten.log.1'))).toBe(true);
  });
});

it('the folder of this program is the one that Electron uses', () => {
  expect(gegevensmap('linux', {}, '/home/u')).toBe('/home/u/.config/Collectief Arrangeren');
  expect(gegevensmap('linux', { XDG_CONFIG_HOME: '/x' }, '/home/u')).toBe('/x/Collectief Arrangeren');
  expect(gegevensmap('darwin', {}, '/Users/u')).toBe('/Users/u/Library/Application Support/Collectief Arrangeren');
  expect(gegevensmap('win32', { APPDATA: '/roaming' }, '/u')).toBe('/roaming/Collectief Arrangeren');
});
