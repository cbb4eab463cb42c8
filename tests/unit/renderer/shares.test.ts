/** Shares as a cell of a table reads and writes them. */
import { describe, expect, it } from 'vitest';
import { sharesCell } from '../../../renderer/components/grid/cells.ts';
import { asDekking, proportional, readShares, sumFault, writeShares, type Shares } from '../../../renderer/stand/shares.ts';

const GEMEENTEN = [{ value: 'GM0164', label: 'Hengelo' }, { value: 'GM0153', label: 'Enschede' }, { value: 'GM1771', label: 'Geldrop-Mierlo' }, { value: 'GM0820', label: 'Nuenen, Gerwen en Nederwetten' }];
const read = (text: string): Shares | string => {
  const reading = readShares(text, GEMEENTEN);
  return reading.ok ? reading.value : reading.why.replaceAll('\u00a0', ' ');
};

describe('shares in a cell', () => {
  it.each<[string, Shares]>([
    ['60 % Hengelo; 40 % Enschede', { GM0164: 0.6, GM0153: 0.4 }],
    ['Hengelo 60%, Enschede 40%', { GM0164: 0.6, GM0153: 0.4 }],
    ['hengelo: 62,5 %\nGM0153: 37,5 %', { GM0164: 0.625, GM0153: 0.375 }],
    ['33,3 % Hengelo, 33,3 % Nuenen, Gerwen en Nederwetten, 33,4 % Geldrop-Mierlo', { GM0164: 0.333, GM0820: 0.333, GM1771: 0.334 }],
    ['Enschede', { GM0153: 1 }],
    ['100 % Enschede', { GM0153: 1 }],
    ['0 % Hengelo; 100 % Enschede', { GM0164: 0, GM0153: 1 }],
  ])('reads %s', (text, shares) => expect(read(text)).toEqual(shares));

  it.each<[string, RegExp]>([
    ['60 % Hengelo; 30 % Enschede', /tellen op tot 90 %; maak er 100 % van/],
    ['60 % Hengelo; 40 % Almelo', /“Almelo” is niet bekend/],
    ['60 % Hengelo; 40 % hengelo', /Hengelo staat er twee keer/],
    ['140 % Hengelo', /Hengelo heeft geen aandeel tussen 0 en 100 %/],
    ['60 % Hengelo; 40 %', /^Schrijf bijvoorbeeld 60 % Hengelo; 40 % Enschede/],
    ['Hengelo 60 %; Enschede', /^Schrijf bijvoorbeeld/],
    ['Hengelo 60; Enschede 40', /niet bekend.*Schrijf bijvoorbeeld/],
    ['-20 % Hengelo; 120 % Enschede', /niet bekend|aandeel|Schrijf/],
  ])('refuses %s', (text, why) => expect(read(text)).toMatch(why));

  it('what is written is read the same, thirds too', () => {
    for (const shares of [{ GM0164: 0.6, GM0153: 0.4 }, { GM0164: 0.125, GM0820: 0.875 }] as Shares[]) expect(read(writeShares(shares, GEMEENTEN))).toEqual(shares);
    const thirds = read(writeShares(proportional([['GM0164', 5], ['GM0153', 5], ['GM1771', 5], ['GM0820', 0]]), GEMEENTEN)) as Shares;
    expect(Object.keys(thirds)).toEqual(['GM0164', 'GM0153', 'GM1771']);
    for (const share of Object.values(thirds)) expect(share).toBeCloseTo(1 / 3, 8);
    expect(writeShares(proportional([['GM0164', 1], ['GM0153', 2]]), GEMEENTEN, 2).replaceAll('\u00a0', ' ')).toBe('33,33 % Hengelo; 66,67 % Enschede');
  });

  it('nothing, or the word for what holds then, sets nothing; all of it on gemeenten is stored as nothing', () => {
    const dragers = [{ value: 'gemeenten', label: 'Gemeenten' }, { value: 'rijk', label: 'Rijk' }];
    const cell = sharesCell((b: { dekking?: Shares }) => b.dekking, dragers, 'Gemeenten', asDekking);
    for (const text of ['', ' ', 'Gemeenten', '100 % gemeenten', cell.start({})]) expect(cell.read(text, {})).toEqual({ ok: true, value: undefined });
    expect(cell.read('Rijk', {})).toEqual({ ok: true, value: { rijk: 1 } });
    expect(cell.start({ dekking: { rijk: 0.25, gemeenten: 0.75 } }).replaceAll('\u00a0', ' ')).toBe('25 % Rijk; 75 % Gemeenten');
  });

  it('a sum within 1e-6 is whole (P09), and without figures shares are equal', () => {
    expect(sumFault([0.333_333_3, 0.333_333_3, 0.333_333_3])).toBeUndefined();
    expect(sumFault([0.5, 0.49])).toBeDefined();
    expect(proportional([['a', 0], ['b', 0]])).toEqual({ a: 0.5, b: 0.5 });
    expect(proportional([['a', 3], ['b', 1]])).toEqual({ a: 0.75, b: 0.25 });
  });
});
