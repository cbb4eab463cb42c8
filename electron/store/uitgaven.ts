/** What went out to klankbordgroep and openbaar: when, by whom, for whom, and what a next export must know of it. It holds hidden figures and stays in the project file. */
import type { Uitgave } from '../../models/bescherming/eerder.ts';
import type { Lezer } from '../../models/bescherming/instellingen.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

export interface NieuweUitgave {
  lezer: Exclude<Lezer, 'intern'>;
  soort: 'werkmap' | 'pdf' | 'html';
  scenarios: readonly string[];
  inhoud: Uitgave;
}
export interface BewaardeUitgave extends NieuweUitgave { id: number; log: number; wanneer: string; wie: string }

/** Writes one. Only in an open log entry. */
export const schrijfUitgave = (db: Schrijfdb, log: number, { lezer, soort, scenarios, inhoud }: NieuweUitgave, wie: string, wanneer: Date): void =>
  void db.prepare('INSERT INTO uitgave (log, wanneer, wie, lezer, soort, scenarios, inhoud) VALUES (?, ?, ?, ?, ?, ?, ?)').run(log, wanneer.toISOString(), wie, lezer, soort, JSON.stringify(scenarios), JSON.stringify(inhoud));

type Rij = Omit<BewaardeUitgave, 'scenarios' | 'inhoud'> & { scenarios: string; inhoud: string };

/** All of them, oldest first; none of a file that is read as an older version. */
export const leesUitgaven = (db: Leesdb): BewaardeUitgave[] =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'uitgave'`).get() === undefined
    ? []
    : db.prepare<[], Rij>('SELECT id, log, wanneer, wie, lezer, soort, scenarios, inhoud FROM uitgave ORDER BY id').all().map((rij) => ({ ...rij, scenarios: JSON.parse(rij.scenarios) as string[], inhoud: JSON.parse(rij.inhoud) as Uitgave }));
