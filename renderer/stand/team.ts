/** A scenario whose arrangementen have no cost of a team yet: its outcome looks like a saving. Wherever such an outcome is shown, this stands beside it. */
import type { Scenario } from '../../models/project/types.ts';
import { count } from '../format/number.ts';

/** How many arrangementen have no cost of a team. */
export const withoutTeam = ({ arrangementen = [] }: Pick<Scenario, 'arrangementen'>): number => arrangementen.filter((a) => (a.inzet ?? []).every((r) => r.bedrag === 0 || r.aantal === 0)).length;

export const withoutTeamText = (n: number): string => `${count(n, 'school heeft', 'scholen hebben')} nog geen kosten van een team: het effect is zonder die kosten.`;
