/** The second calculation sees what is wrong in a sheet as it is written: a stale value, another address, a missing bracket, a changed constant. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bladXml } from '../../electron/exchange/werkmap/blad.ts';
import { Narekenaar } from '../../electron/exchange/werkmap/narekenen.ts';
import { Stijlboek } from '../../electron/exchange/werkmap/stijlen.ts';
import type { Project } from '../../models/project/types.ts';
import type { Blad, Werkmap } from '../../templates/voorstel/werkmap.ts';
import { bouw } from './hulp/bouw.ts';

const project = JSON.parse(readFileSync(new URL('../cases/randen-2.json', import.meta.url), 'utf8')) as Project;

describe('narekenen', () => {
  let werkmap: Werkmap;
  beforeAll(async () => { ({ werkmap } = await bouw(project, 'sc6')); });

  const schrijf = (blad: Blad): string => [...bladXml(blad, new Stijlboek(), () => 0, false)].join('');
  const bladVan = (naam: string): Blad => werkmap.bladen.find((b) => b.naam === naam) as Blad;
  function reken(blad: Blad, xml: string): Narekenaar {
    const narekenaar = new Narekenaar(werkmap);
    narekenaar.neem(blad, xml);
    return narekenaar;
  }

  it('elke formulecel van elk blad klopt', () => {
    for (const blad of werkmap.bladen) {
      const xml = schrijf(blad);
      const { aantal, verschillen } = reken(blad, xml);
      expect(verschillen, blad.naam).toEqual([]);
      expect(aantal, blad.naam).toBe(xml.split('<f>').length - 1);
    }
  });

  it.each([
    ['een verouderde waarde', 'Verdeling', /(<f>SUM\([^<]*<\/f><v>)([^<]+)/, (_: string, voor: string, waarde: string) => `${voor}${Number(waarde) + 0.02}`],
    ['een ander adres', 'Berekening', /<f>J(\d+)\*J(\d+)<\/f>/, (_: string, a: string, b: string) => `<f>J${a}*J${Number(b) + 1}</f>`],
    ['een ander bereik', 'Nulscenario', /<f>SUM\(J(\d+):J(\d+)\)<\/f>/, (_: string, a: string, b: string) => `<f>SUM(J${a}:J${Number(b) - 1})</f>`],
    ['een haakje minder', 'Collectief', /<f>(MAX\(0,.*?)\)<\/f>/, (_: string, f: string) => `<f>${f}</f>`],
    ['een vergeten haakje', 'Nulscenario', /(<c r="K\d+"[^>]*><f>[^<]*)\*\(1\+(Uitgangspunten!K\d+)\)/, (_: string, voor: string, f: string) => `${voor}*1+${f}`],
    ['een functie die niet mag', 'Begroting', /<f>SUM\(/, () => '<f>SUBTOTAL('],
    ['een ander blad', 'Besluit', /Begroting!J/, () => 'Verdeling!J'],
    ['een blad dat niet bestaat', 'Besluit', /Begroting!J/, () => 'Begrotingen!J'],
    ['een ander getal in een gewone cel', 'Nulscenario', /(<c r="I\d+" s="\d+"><v>)(\d{3,}\.?\d*)<\/v>/, (_: string, voor: string, waarde: string) => `${voor}${Number(waarde) + 1}</v>`],
  ])('%s wordt gezien', (_, naam, wat, vervang) => {
    const blad = bladVan(naam);
    const xml = schrijf(blad);
    const anders = xml.replace(wat, vervang as (...delen: string[]) => string);
    expect(anders).not.toBe(xml);
    expect(reken(blad, anders).verschillen.length).toBeGreaterThan(0);
  });
});
