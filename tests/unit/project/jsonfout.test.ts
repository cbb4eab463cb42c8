import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFout } from '../../../models/project/valideren/jsonfout.ts';

/** Where V8 says the first fault stands, if it says so. */
function plaatsVolgensV8(tekst: string): string | undefined {
  try {
    JSON.parse(tekst);
    return undefined;
  } catch (fout) {
    const [, regel, kolom] = /\(line (\d+) column (\d+)\)/.exec((fout as Error).message) ?? [];
    return regel === undefined ? '' : `op regel ${regel}, kolom ${kolom} `;
  }
}

/** Texts that are almost JSON: something was cut out, put in, or both. */
const bijnaJson = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(3), fc.constantFrom('', ',', '}', ']', '"', ':', '0', 'x', '-', '\\', '{', '[', '.')).map(([json, n, weg, erbij]) => {
  const plaats = n % (json.length + 1);
  return json.slice(0, plaats) + erbij + json.slice(plaats + weg);
});

describe('jsonFout', () => {
  it('noemt een plaats bij alles wat JSON.parse weigert, en bij leestekens dezelfde', () => {
    let vergeleken = 0;
    fc.assert(fc.property(bijnaJson, (tekst) => {
      const v8 = plaatsVolgensV8(tekst);
      fc.pre(v8 !== undefined);
      const uitleg = jsonFout(tekst);
      expect(uitleg).toMatch(/^op regel \d+, kolom \d+ /);
      // Inside a text, number or word V8 points at the character, this at its beginning, where a person looks first.
      const vergelijkbaar = v8 !== '' && !/begint een tekst|waar een waarde|getal of woord/.test(uitleg);
      if (vergelijkbaar) vergeleken++;
      expect(vergelijkbaar ? uitleg.slice(0, v8?.length) : v8).toBe(v8);
    }), { numRuns: 3000 });
    expect(vergeleken).toBeGreaterThan(300);
  });

  it.each([
    ['{"a": 1,}', 'op regel 1, kolom 9 staat een komma te veel voor de }'],
    ['[1,\n  2,\n]', 'op regel 3, kolom 1 staat een komma te veel voor de ]'],
    ['{"a": 0,6}', "op regel 1, kolom 9 staat '6' na een komma; decimalen komen na een punt (0.6)"],
    ["{'a': 1}", `op regel 1, kolom 2 staat ''' waar een naam tussen aanhalingstekens (") hoort`],
    ['{"a": ]', "op regel 1, kolom 7 staat ']' waar een waarde hoort"],
    ['{5: 1}', `op regel 1, kolom 2 staat '5' waar een naam tussen aanhalingstekens (") hoort`],
    ['{"a" 1}', "op regel 1, kolom 6 staat '1' waar een dubbele punt hoort"],
    ['{"a": 1 "b": 2}', `op regel 1, kolom 9 staat '"' waar een komma of } hoort`],
    ['{"a": [1, 2}', "op regel 1, kolom 12 staat '}' waar een komma of ] hoort"],
    ['{"a": ja}', "op regel 1, kolom 7 staat 'j' waar een waarde hoort"],
    ['{"a": 1.5.2}', 'op regel 1, kolom 10 eindigt een getal of woord niet goed'],
    ['{"a": 007}', 'op regel 1, kolom 8 eindigt een getal of woord niet goed'],
    ['{"a": "x\ny"}', 'op regel 1, kolom 7 begint een tekst die niet goed eindigt'],
    ['{"a": [', 'op regel 1, kolom 8 houdt de tekst te vroeg op'],
    ['{} {}', 'op regel 1, kolom 4 staat er nog iets na het einde'],
    ['  \n', 'op regel 2, kolom 1 houdt het op: het bestand is leeg'],
    ['\uFEFF{"a" 1}', "op regel 1, kolom 6 staat '1' waar een dubbele punt hoort"],
  ])('%j', (tekst, verwacht) => {
    expect(jsonFout(tekst)).toBe(verwacht);
  });
});
