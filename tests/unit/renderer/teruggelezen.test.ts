/** An input cell that came back reads with its unit, as the screens write it. */
import { expect, it } from 'vitest';
import { inputText } from '../../../renderer/features/voorstel/inputText.ts';
import type { Eenheid } from '../../../models/contract/voorstel.ts';

it.each<[number | string, Eenheid | undefined, string]>([
  [0, 'aandeel', '0 %'], [0.02, 'aandeel', '2 %'], [0.0275, 'aandeel', '2,75 %'],
  [84_500, 'euro', '€ 84.500'], [-1_200.5, 'euro', '−€ 1.200,50'],
  [1, 'maanden', '1 maand'], [18, 'maanden', '18 maanden'], [2, 'jaar', '2 jaar'],
  ['2027-08-01', 'datum', '1 aug. 2027'], ['', 'datum', 'leeg'], [1.25, undefined, '1,25'], ['peildatum', undefined, 'peildatum'],
])('%s %s', (value, unit, text) => {
  expect(inputText(value, unit).replaceAll('\u00a0', ' ')).toBe(text);
});
