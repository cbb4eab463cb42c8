/** Refused rows of deliveries, what repairs did to them, and where a repair cannot come in any more. */
import type { GeweigerdeRij } from '../../models/invoer/types.ts';
import type { Logsoort } from './log.ts';
import type { Leesdb } from './verbinding.ts';

/** A refused row as it is kept: with the values and reasons of when it was refused last. */
export interface Bewaardgeweigerd extends GeweigerdeRij {
  id: number;
  /** Whether a repair that was not undone brought it in. */
  hersteld: boolean;
}

/** The entry that put the last part of delivery `l` out of use. */
export const LAATST_BUITEN = `(SELECT soort FROM log WHERE id = (SELECT max(b.log) FROM beeld AS b JOIN deel AS d ON d.id = b.rij WHERE b.tabel = 'deel' AND d.levering = l.id AND b.na ->> 'actief' = 0))`;
/** Whether a delivery that does not count was replaced, by the entry that put it out of use; else it was undone. */
export const isVervangen = (laatst: Logsoort | null): boolean => laatst === 'levering' || laatst === 'opnieuw';

/** Repairs that were not undone, also those that were replaced since. */
export function staandeHerstellen(db: Leesdb): Set<number> {
  const herstellen = db
    .prepare<[], { id: number; actief: number; laatst: Logsoort | null }>(`SELECT l.id, EXISTS (SELECT 1 FROM deel WHERE levering = l.id AND actief = 1) AS actief, ${LAATST_BUITEN} AS laatst FROM levering AS l WHERE herstelt IS NOT NULL`)
    .all();
  return new Set(herstellen.filter(({ actief, laatst }) => actief === 1 || isVervangen(laatst)).map(({ id }) => id));
}

/** Rows that were refused in their own right: a new try of a refused row is that row. */
export const EIGEN = 'NOT EXISTS (SELECT 1 FROM herstel WHERE opnieuw = g.id)';

/** How many refused rows of each delivery were repaired. */
export function telHersteld(db: Leesdb): Map<number, number> {
  const staand = staandeHerstellen(db);
  const aantallen = new Map<number, number>();
  if (staand.size === 0) return aantallen;
  for (const { levering, door, aantal } of db.prepare<[], { levering: number; door: number; aantal: number }>('SELECT g.levering, h.levering AS door, count(*) AS aantal FROM herstel AS h JOIN geweigerd AS g ON g.id = h.geweigerd WHERE h.opnieuw IS NULL GROUP BY 1, 2').iterate()) {
    if (staand.has(door)) aantallen.set(levering, (aantallen.get(levering) ?? 0) + aantal);
  }
  return aantallen;
}

interface Ruw { id: number; blad: string | null; rij: number; waarden: string; meldingen: string; bedrag: number | null }
type Poging = Pick<Ruw, 'waarden' | 'meldingen' | 'bedrag'> & { geweigerd: number; levering: number; opnieuw: number | null };

/** The refused rows of a delivery, in the order of the file. */
export function leesGeweigerd(db: Leesdb, levering: number, bestand: string): Bewaardgeweigerd[] {
  const staand = staandeHerstellen(db);
  const pogingen = Map.groupBy(
    db.prepare<[number], Poging>('SELECT h.geweigerd, h.levering, h.opnieuw, n.waarden, n.meldingen, n.bedrag FROM herstel AS h JOIN geweigerd AS g ON g.id = h.geweigerd LEFT JOIN geweigerd AS n ON n.id = h.opnieuw WHERE g.levering = ? ORDER BY h.levering').all(levering).filter((p) => staand.has(p.levering)),
    (p) => p.geweigerd,
  );
  return db
    .prepare<[number], Ruw>(`SELECT id, blad, rij, waarden, meldingen, bedrag FROM geweigerd AS g WHERE levering = ? AND ${EIGEN} ORDER BY id`)
    .all(levering)
    .map((ruw) => {
      const eigen = pogingen.get(ruw.id) ?? [];
      const hersteld = eigen.some(({ opnieuw }) => opnieuw === null);
      const { waarden, meldingen, bedrag } = (hersteld ? undefined : eigen.at(-1)) ?? ruw;
      return {
        id: ruw.id, bestand, blad: ruw.blad, rij: ruw.rij, hersteld,
        waarden: JSON.parse(waarden) as GeweigerdeRij['waarden'], meldingen: JSON.parse(meldingen) as GeweigerdeRij['meldingen'], ...(bedrag !== null && { bedrag }),
      };
    });
}

/** A delivery that a repair of an earlier one cannot come beside. Of declaraties from its first month through its last; else both empty. */
export interface Nieuwere { gemeente: string; van: string; tot: string; soort: string; bestand: string; wanneer: string }

/** What took the place of parts of a delivery, or of what its refused rows would have brought. */
export function leesNieuwere(db: Leesdb, levering: number): Nieuwere[] {
  return db
    .prepare<[{ levering: number }], Nieuwere>(
      `SELECT d.gemeente, min(d.maand) AS van, max(d.maand) AS tot, l.soort, l.bestand, g.wanneer
       FROM deel AS d JOIN levering AS l ON l.id = d.levering JOIN log AS g ON g.id = l.log
       WHERE d.actief = 1 AND coalesce(l.herstelt, l.id) > @levering AND l.soort IN ((SELECT soort FROM levering WHERE id = @levering), 'aggregaten') GROUP BY d.gemeente, l.id
       UNION ALL
       SELECT d.gemeente, d.maand, d.maand, 'niets', l.bestand, g.wanneer FROM deel AS d JOIN levering AS l ON l.id = d.levering JOIN log AS g ON g.id = l.log WHERE d.levering = @levering AND d.actief = 0`,
    )
    .all({ levering });
}

export const staatInDeWeg = (nieuwere: readonly Nieuwere[], gemeente: string, maand: string): Nieuwere | undefined =>
  nieuwere.find((n) => n.gemeente === gemeente && (n.soort === 'aggregaten' || (n.van <= maand && maand <= n.tot)));

/** The deliveries that repair one, undone or not. */
export const herstellenVan = (db: Leesdb, levering: number): number[] => db.prepare<[number], number>('SELECT id FROM levering WHERE herstelt = ? ORDER BY id').pluck().all(levering);
