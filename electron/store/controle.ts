/** Damage that SQLite cannot see: values that are not what was written. */
import { beschadigd } from './fouten.ts';
import { INHOUDSKOLOMMEN, RIJTABELLEN, somMet, type Rijsoort } from './rijen.ts';
import { leesVastgesteld, lijstVastgesteld } from './vaststellen.ts';
import type { Leesdb } from './verbinding.ts';

/**
 * Holds documents against their last image in the log, rows against the number and checksum of their part, and frozen scenarios against their fingerprint.
 * @throws Opslagfout `beschadigd`
 */
export function controleerInhoud(db: Leesdb, pad: string): void {
  const anders = db
    .prepare<[], { lijst: string }>(
      `SELECT o.lijst FROM onderdeel AS o LEFT JOIN (SELECT rij, max(id) AS beeld FROM beeld WHERE tabel = 'onderdeel' GROUP BY rij) AS laatste ON laatste.rij = o.id LEFT JOIN beeld AS b ON b.id = laatste.beeld
       WHERE b.na ->> 'inhoud' IS NOT o.inhoud OR b.na ->> 'lijst' IS NOT o.lijst OR b.na ->> 'plek' IS NOT o.plek OR b.na ->> 'ouder' IS NOT o.ouder LIMIT 1`,
    )
    .get();
  if (anders) throw beschadigd(pad, `een van de ${anders.lijst} is niet wat het logboek zegt`);

  for (const soort of Object.keys(RIJTABELLEN) as Rijsoort[]) controleerRijen(db, pad, soort);

  for (const { id, naam } of lijstVastgesteld(db)) if (!leesVastgesteld(db, id).ongeschonden) throw beschadigd(pad, `het vastgestelde scenario “${naam}” is niet wat er is vastgesteld`);
}

/** Holds the rows of a soort against the number and checksum of their part. A part whose rows were erased has none. */
function controleerRijen(db: Leesdb, pad: string, soort: Rijsoort): void {
  const gevonden = new Map<number, { rijen: number; som: number }>();
  for (const [deel, ...inhoud] of db.prepare<[], [number, ...unknown[]]>(`SELECT deel, ${INHOUDSKOLOMMEN[soort].join(', ')} FROM ${RIJTABELLEN[soort]} ORDER BY id`).raw().iterate()) {
    const { rijen, som } = gevonden.get(deel) ?? { rijen: 0, som: 0 };
    gevonden.set(deel, { rijen: rijen + 1, som: somMet(som, inhoud) });
  }
  const delen = db.prepare<[string], { id: number; levering: number; gemeente: string; rijen: number; som: number; actief: number }>(`SELECT d.id, d.levering, d.gemeente, d.rijen, d.som, d.actief FROM deel AS d JOIN levering AS l ON l.id = d.levering WHERE l.soort = ?`).all(soort);
  for (const deel of delen) {
    const { rijen, som } = gevonden.get(deel.id) ?? { rijen: 0, som: 0 };
    const gewist = rijen === 0 && deel.actief === 0;
    if (!gewist && (rijen !== deel.rijen || som !== deel.som)) throw beschadigd(pad, `de ${soort} van ${deel.gemeente} uit levering ${deel.levering} zijn niet wat is geladen`);
  }
}
