import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const lees = (pad: string): string => readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8');

/** Licences under which a package may be part of something that is handed out under the EUPL-1.2. */
const TOEGESTAAN = new Set(['MIT', 'MIT/X11', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'Zlib', 'OFL-1.1', 'Python-2.0']);

/** Whether an SPDX expression is within what is allowed: any side of OR, every side of AND. */
function past(uitdrukking: string): boolean {
  const kaal = uitdrukking.trim().replace(/^\((.*)\)$/, '$1');
  if (kaal.includes(' OR ')) return kaal.split(' OR ').some(past);
  if (kaal.includes(' AND ')) return kaal.split(' AND ').every(past);
  return TOEGESTAAN.has(kaal);
}

const zonderWit = (tekst: string): string => tekst.replaceAll(/\s+/g, '');

interface Slot { packages: Record<string, { license?: string; dev?: boolean; version?: string }> }

describe('licenties', () => {
  const geleverd = Object.entries((JSON.parse(lees('package-lock.json')) as Slot).packages)
    .filter(([pad, { dev }]) => pad !== '' && !dev)
    .map(([pad, { license }]) => ({ naam: pad.slice(pad.lastIndexOf('node_modules/') + 'node_modules/'.length), license }));

  it('of what ships fit the EUPL-1.2', () => {
    expect(geleverd.length).toBeGreaterThan(10);
    const afwijkend = geleverd.filter(({ license }) => license === undefined || !past(license));
    expect(afwijkend).toEqual([]);
  });

  it('would refuse one that does not fit', () => {
    expect(past('GPL-3.0-or-later')).toBe(false);
    expect(past('(MIT AND GPL-3.0-or-later)')).toBe(false);
    expect(past('(MIT OR GPL-3.0-or-later)')).toBe(true);
  });

  it('of the program itself is the EUPL-1.2, whole', () => {
    expect((JSON.parse(lees('package.json')) as { license: string }).license).toBe('EUPL-1.2');
    const tekst = zonderWit(lees('LICENSE'));
    for (const deel of ['EUROPEAN UNION PUBLIC LICENCE v. 1.2', '1. Definitions', '5. Obligations of the Licensee', '15. Applicable Law', 'require the production of a new EUPL version.']) expect(tekst).toContain(zonderWit(deel));
  });
});
