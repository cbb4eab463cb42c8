/** Arrangementen without any cost of a team are counted, however that cost is missing. */
import { expect, it } from 'vitest';
import { withoutTeam, withoutTeamText } from '../../../renderer/stand/team.ts';
import type { Inzetregel } from '../../../models/project/types.ts';

const van = (...inzetten: Inzetregel[][]): number => withoutTeam({ arrangementen: inzetten.map((inzet, i) => ({ school: `s${i}`, start: '2027-08-01', realisatie: 1, inzet })) });
const fte = (aantal: number | undefined, bedrag: number): Inzetregel => ({ omschrijving: 'Begeleider', soort: 'fte', bedrag, ...(aantal !== undefined && { aantal }) });

it('no lines, only lines of nothing, or no number at all', () => {
  expect(van()).toBe(0);
  expect(van([])).toBe(1);
  expect(van([fte(0, 80_000), fte(2, 0)])).toBe(1);
  expect(van([fte(0, 80_000), fte(0.5, 80_000)], [], [fte(undefined, 1)])).toBe(1);
  expect(withoutTeam({})).toBe(0);
});

it('says it in one sentence', () => {
  expect(withoutTeamText(1).replaceAll('\u00a0', ' ')).toBe('1 school heeft nog geen kosten van een team: het effect is zonder die kosten.');
  expect(withoutTeamText(3).replaceAll('\u00a0', ' ')).toMatch(/^3 scholen hebben /);
});
