/**
 * What a delivery changed against the parts that it replaced: new, ended, changed and vanished rows with their euros. Rows are the same when all but
 * their pseudonym (which is new in every import) is; else they are matched on toewijzingnummer, or where a side has none on school, product, start
 * and aanbieder.
 */
import type { GemeenteCode } from '../../models/project/types.ts';
import type { Leesdb } from './verbinding.ts';
import { leesLevering, type Leveringsoort } from './leveringen.ts';
import { BEDRAG_VAN_RIJ } from './rijen.ts';

/** Rows of one kind, with what they cost (as `Leveringsdeel.bedrag`) before and in this delivery. */
export interface Verschiltelling { rijen: number; bedragOud: number; bedragNieuw: number }

/** `beeindigd`: the same but for an earlier end; `vervallen`: in the earlier delivery and no longer in this one. */
export type Verschilsoort = 'gelijk' | 'nieuw' | 'beeindigd' | 'gewijzigd' | 'vervallen';

/** Of one gemeente; of a list (scholen, leerlingen, …) of the whole list, with gemeente empty and no euros. */
export interface Leveringsverschil extends Record<Verschilsoort, Verschiltelling> {
  gemeente: GemeenteCode;
  /** Deliveries of which parts went out of use, also of another soort (rows for an aggregaat, or the other way round). */
  vervangen: { levering: number; soort: Leveringsoort; bestand: string; wanneer: string; rijen: number; bedrag: number }[];
  perProduct: { product: string; bedragOud: number; bedragNieuw: number }[];
}

/** What makes a row known again (`sleutel`, `nummer`), and what can change of it (`inhoud`, `eind`), in SQL. */
const RIJEN = {
  indicaties: {
    tabel: 'indicatie',
    sleutel: `json_array(school, product, start, aanbieder)`,
    inhoud: `json_array(school, product, start, kostenPerJaar, totaalbedrag, volume, tarief, frequentie, aanbieder, verwijzer, plaats, leveringsvorm)`,
    eind: 'eind',
  },
  declaraties: { tabel: 'declaratie', sleutel: `json_array(maand, school, product, aanbieder)`, inhoud: `json_array(maand, school, product, aanbieder, bedrag)`, eind: 'NULL' },
} as const;

/** The parts that the log entry of a delivery put out of use, and its own. */
const OUDE_DELEN = `SELECT rij FROM beeld WHERE log = @log AND tabel = 'deel' AND na ->> 'actief' = 0`;
const NIEUWE_DELEN = 'SELECT id FROM deel WHERE levering = @levering';

/** Per gemeente of a delivery, in the order of their codes. @throws Opslagfout `onbekend` when there is no such delivery */
export function leesVerschil(db: Leesdb, levering: number): Leveringsverschil[] {
  const { log, soort, delen } = leesLevering(db, levering);
  const verschillen = new Map<string, Leveringsverschil>();
  for (const gemeente of [...new Set(delen.map((deel) => deel.gemeente))].sort()) {
    const leeg = (): Verschiltelling => ({ rijen: 0, bedragOud: 0, bedragNieuw: 0 });
    verschillen.set(gemeente, { gemeente, gelijk: leeg(), nieuw: leeg(), beeindigd: leeg(), gewijzigd: leeg(), vervallen: leeg(), vervangen: [], perProduct: [] });
  }
  const van = (gemeente: string): Leveringsverschil => verschillen.get(gemeente) as Leveringsverschil;
  const vervangen = db
    .prepare<[{ log: number }], Leveringsverschil['vervangen'][number] & { gemeente: string }>(
      `SELECT d.gemeente, l.id AS levering, l.soort, l.bestand, g.wanneer, sum(d.rijen) AS rijen, total(d.bedrag) AS bedrag
       FROM deel AS d JOIN levering AS l ON l.id = d.levering JOIN log AS g ON g.id = l.log WHERE d.id IN (${OUDE_DELEN}) GROUP BY d.gemeente, l.id ORDER BY l.id`,
    )
    .all({ log });
  for (const { gemeente, ...deel } of vervangen) van(gemeente).vervangen.push(deel);
  if (soort === 'indicaties' || soort === 'declaraties') telRijen(db, van, soort, { log, levering });
  else if (soort !== 'aggregaten') telDocumenten(db, van(''), log);
  return [...verschillen.values()];
}

function telRijen(db: Leesdb, van: (gemeente: string) => Leveringsverschil, soort: keyof typeof RIJEN, waarden: { log: number; levering: number }): void {
  const { tabel, sleutel, inhoud, eind } = RIJEN[soort];
  const bedrag = BEDRAG_VAN_RIJ[soort];
  const ZIJDE = `zijde AS (SELECT id AS deel, gemeente, maand, 0 AS nieuw FROM deel WHERE id IN (${OUDE_DELEN}) UNION ALL SELECT id, gemeente, maand, 1 FROM deel WHERE id IN (${NIEUWE_DELEN}))`;
  const tellingen = db
    .prepare<[typeof waarden], Verschiltelling & { gemeente: string; wat: Verschilsoort }>(
      `WITH ${ZIJDE},
         opNummer AS (SELECT gemeente, count(DISTINCT nieuw) = 2 AS ja FROM ${tabel} JOIN zijde USING (deel) WHERE toewijzingnummer IS NOT NULL GROUP BY gemeente),
         rij AS (
           SELECT nieuw, gemeente, CASE WHEN opNummer.ja AND toewijzingnummer IS NOT NULL THEN '#' || toewijzingnummer ELSE ${sleutel} END AS sleutel, ${inhoud} AS inhoud, ${eind} AS eind, ${bedrag} AS bedrag
           FROM ${tabel} JOIN zijde USING (deel) LEFT JOIN opNummer USING (gemeente)),
         genummerd AS (SELECT *, row_number() OVER (PARTITION BY nieuw, gemeente, sleutel, inhoud, eind) AS nummer FROM rij),
         gepaard AS (SELECT gemeente, sleutel, inhoud, eind, nieuw, bedrag, count(*) AS kanten FROM genummerd GROUP BY gemeente, sleutel, inhoud, eind, nummer),
         over AS (SELECT *, row_number() OVER (PARTITION BY nieuw, gemeente, sleutel ORDER BY inhoud, eind) AS nummer FROM gepaard WHERE kanten = 1),
         paar AS (
           SELECT gemeente, min(nieuw) AS eerste, max(nieuw) AS laatste,
             max(CASE nieuw WHEN 0 THEN inhoud END) AS oudeInhoud, max(CASE nieuw WHEN 1 THEN inhoud END) AS nieuweInhoud,
             max(CASE nieuw WHEN 0 THEN eind END) AS oudEind, max(CASE nieuw WHEN 1 THEN eind END) AS nieuwEind,
             total(CASE nieuw WHEN 0 THEN bedrag END) AS oud, total(CASE nieuw WHEN 1 THEN bedrag END) AS nieuwBedrag
           FROM over GROUP BY gemeente, sleutel, nummer)
       SELECT gemeente, 'gelijk' AS wat, count(*) AS rijen, total(bedrag) AS bedragOud, total(bedrag) AS bedragNieuw FROM gepaard WHERE kanten = 2 GROUP BY gemeente
       UNION ALL
       SELECT gemeente, CASE WHEN laatste = 0 THEN 'vervallen' WHEN eerste = 1 THEN 'nieuw' WHEN oudeInhoud = nieuweInhoud AND nieuwEind < coalesce(oudEind, '9999-99-99') THEN 'beeindigd' ELSE 'gewijzigd' END,
         count(*), total(oud), total(nieuwBedrag) FROM paar GROUP BY 1, 2`,
    )
    .all(waarden);
  for (const { gemeente, wat, ...telling } of tellingen) van(gemeente)[wat] = telling;
  const producten = db
    .prepare<[typeof waarden], Leveringsverschil['perProduct'][number] & { gemeente: string }>(
      `WITH ${ZIJDE}
       SELECT gemeente, tekst AS product, total(CASE nieuw WHEN 0 THEN ${bedrag} END) AS bedragOud, total(CASE nieuw WHEN 1 THEN ${bedrag} END) AS bedragNieuw
       FROM ${tabel} JOIN zijde USING (deel) JOIN code ON code.id = product GROUP BY gemeente, tekst ORDER BY gemeente, tekst`,
    )
    .all(waarden);
  for (const { gemeente, ...product } of producten) van(gemeente).perProduct.push(product);
}

/** Of a list: what its log entry did to its items. */
function telDocumenten(db: Leesdb, verschil: Leveringsverschil, log: number): void {
  const tellingen = db
    .prepare<[number], { wat: Verschilsoort; rijen: number }>(
      `SELECT CASE WHEN voor IS NULL THEN 'nieuw' WHEN na IS NULL THEN 'vervallen' ELSE 'gewijzigd' END AS wat, count(*) AS rijen
       FROM beeld WHERE log = ? AND tabel = 'onderdeel' AND coalesce(na, voor) ->> 'lijst' <> 'project' AND voor ->> 'inhoud' IS NOT na ->> 'inhoud' GROUP BY 1`,
    )
    .all(log);
  for (const { wat, rijen } of tellingen) verschil[wat].rijen = rijen;
}
