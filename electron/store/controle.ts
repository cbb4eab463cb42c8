/** Damage that SQLite cannot see: values that are not what was written. */
import { beschadigd } from './fouten.ts';
import { BEDRAG_VAN_RIJ, RIJTABELLEN, type Rijsoort } from './rijen.ts';
import { leesVastgesteld, lijstVastgesteld } from './vaststellen.ts';
import type { Leesdb } from './verbinding.ts';

/**
 * Holds documents against their last image in the log, rows against the count and euros of their part, and frozen scenarios against their fingerprint.
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

  for (const [soort, tabel] of Object.entries(RIJTABELLEN) as [Rijsoort, string][]) {
    const deel = db
      .prepare<[string], { levering: number; gemeente: string }>(
        `SELECT d.levering, d.gemeente FROM deel AS d JOIN levering AS l ON l.id = d.levering
         LEFT JOIN (SELECT deel, count(*) AS rijen, total(${BEDRAG_VAN_RIJ[soort]}) AS bedrag FROM ${tabel} GROUP BY deel) AS t ON t.deel = d.id
         WHERE l.soort = ? AND (t.rijen IS NOT NULL OR d.actief = 1) AND (coalesce(t.rijen, 0) <> d.rijen OR abs(coalesce(t.bedrag, 0) - d.bedrag) > 1e-9 * max(1, abs(d.bedrag))) LIMIT 1`,
      )
      .get(soort);
    if (deel) throw beschadigd(pad, `de ${soort} van ${deel.gemeente} uit levering ${deel.levering} tellen niet op tot wat is geladen`);
  }

  for (const { id, naam } of lijstVastgesteld(db)) if (!leesVastgesteld(db, id).ongeschonden) throw beschadigd(pad, `het vastgestelde scenario “${naam}” is niet wat er is vastgesteld`);
}
