import { describe, expect, it } from 'vitest';
import type { Inzetregel } from '../../../models/project/types.ts';
import { pasteLines, withKind } from '../../../renderer/features/scenarios/pastedLines.ts';

const team: Inzetregel = { omschrijving: 'Team', soort: 'fte', bedrag: 80_000, aantal: 2, overhead: 0.2, opbouw: { uurkosten: 50, urenPerFte: 1600 }, herkomst: { bedrag: { bron: 'cao', status: 'vastgesteld' } } };

describe('a block of cost lines', () => {
  it('changes the lines it lies over and adds those below, as Excel writes them', () => {
    const pasted = pasteLines([team], 0, 0, [['Team', 'Fte', '2,5', '€ 84.500,00', '15%'], ['Opstart', 'eenmalig', '', '-1.000', '']]);
    expect(pasted).toEqual({ ok: true, lines: [
      { omschrijving: 'Team', soort: 'fte', bedrag: 84_500, aantal: 2.5, overhead: 0.15, herkomst: { bedrag: { status: 'aanname' } } },
      { omschrijving: 'Opstart', soort: 'eenmalig', bedrag: -1000, aantal: 1 },
    ] });
  });

  it('begins where it is pasted, and leaves what an empty cell lies on', () => {
    expect(pasteLines([team], 0, 2, [['3', '', '']])).toEqual({ ok: true, lines: [{ ...team, aantal: 3 }] });
  });

  it.each([
    [[['Team', 'uren']], 'soort'], [[['Team', 'fte', 'veel']], 'aantal'], [[['Team', 'fte', '1', '-5']], 'bedrag'], [[['Team', 'vast', '1', '5', '10']], 'overhead'],
    [[['Team', 'per leerling', '3']], 'aantal'], [[['Team', 'fte', '1', '5', '120']], 'overhead'],
  ])('refuses %j whole, with the cell', (cells, what) => {
    const pasted = pasteLines([team], 0, 0, cells);
    expect(pasted.ok).toBe(false);
    if (!pasted.ok) expect(pasted.refused).toEqual([expect.stringContaining(`regel 1, ${what}`)]);
  });

  it('a new line needs a description and a soort', () => expect(pasteLines([team], 1, 2, [['3']])).toMatchObject({ ok: false }));

  it('a line of another kind keeps what that kind has', () => {
    expect(withKind(team, 'perLeerling')).toEqual({ omschrijving: 'Team', soort: 'perLeerling', bedrag: 80_000, herkomst: team.herkomst });
    expect(withKind({ omschrijving: 'x', soort: 'perLeerling', bedrag: 3 }, 'vast')).toEqual({ omschrijving: 'x', soort: 'vast', bedrag: 3, aantal: 1 });
  });
});
