/**
 * What a delivery changed against the parts that it replaced: new, ended, changed and vanished rows with their euros. Rows are the same when all but
 * their pseudonym (which is new in every import) is; else they are matched on toewijzingnummer, or where a side has none on school, product, start
 * and aanbieder.
 */
import type { GemeenteCode } from '../../models/project/types.ts';
import type { Leesdb } from './verbinding.ts';
import { leesLevering, type Leveringsoort } from './leveringen.ts';
import { BEDRAG_VAN_RIJ, RIJTABELLEN } from './rijen.ts';

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

/** By what a row is known again when it has no toewijzingnummer, and what else there is of it (never the pseudonym, which every import draws anew). */
const KOLOMMEN = {
  indicaties: { sleutel: ['school', 'product', 'start', 'aanbieder'], inhoud: ['kostenPerJaar', 'totaalbedrag', 'volume', 'tarief', 'frequentie', 'verwijzer', 'plaats', 'leveringsvorm', 'eind'] },
  declaraties: { sleutel: ['maand', 'school', 'product', 'aanbieder'], inhoud: ['bedrag'] },
} as const;

/** The parts that the log entry of a delivery put out of use, and its own. */
const OUDE_DELEN = `SELECT rij FROM beeld WHERE log = @log AND tabel = 'deel' AND na ->> 'actief' = 0`;
const NIEUWE_DELEN = 'SELECT id FROM deel WHERE levering = @levering';

const leeg = (): Verschiltelling => ({ rijen: 0, bedragOud: 0, bedragNieuw: 0 });

/** Per gemeente of a delivery, in the order of their codes. @throws Opslagfout `onbekend` when there is no such delivery */
export function leesVerschil(db: Leesdb, levering: number): Leveringsverschil[] {
  const { log, soort, delen } = leesLevering(db, levering);
  const verschillen = new Map<string, Leveringsverschil>();
  for (const gemeente of [...new Set(delen.map((deel) => deel.gemeente))].sort()) {
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

type Waarde = string | number | null;
/** Rows that are wholly alike: how many of them each side has. */
type Groep = Record<string, Waarde> & { gemeente: string; toewijzingnummer: string | null; bedrag: number; oud: number; nieuw: number };

function telRijen(db: Leesdb, van: (gemeente: string) => Leveringsverschil, soort: keyof typeof KOLOMMEN, waarden: { log: number; levering: number }): void {
  const tabel = RIJTABELLEN[soort];
  const bedrag = BEDRAG_VAN_RIJ[soort];
  const MET = `WITH zijde AS MATERIALIZED (SELECT id AS deel, gemeente, maand, 1 AS isOud FROM deel WHERE id IN (${OUDE_DELEN}) UNION ALL SELECT id, gemeente, maand, 0 FROM deel WHERE id IN (${NIEUWE_DELEN}))`;
  const RIJEN = `FROM ${tabel} JOIN zijde USING (deel)`;

  for (const { gemeente, product, rijen, ...bedragen } of db
    .prepare<[typeof waarden], Leveringsverschil['perProduct'][number] & { gemeente: string; rijen: number }>(
      `${MET} SELECT gemeente, tekst AS product, total(iif(isOud, ${bedrag}, 0)) AS bedragOud, total(iif(isOud, 0, ${bedrag})) AS bedragNieuw, sum(isOud) AS rijen
       ${RIJEN} JOIN code ON code.id = product GROUP BY gemeente, product`,
    )
    .iterate(waarden)) {
    const verschil = van(gemeente);
    verschil.perProduct.push({ product, ...bedragen });
    // Every earlier row is the same, until it is found not to be.
    tel(verschil.gelijk, rijen, bedragen.bedragOud, bedragen.bedragOud);
  }

  const opNummer = db.prepare(`${MET} SELECT count(DISTINCT isOud) = 2 ${RIJEN} WHERE toewijzingnummer IS NOT NULL`).pluck().get(waarden) === 1;
  const { sleutel, inhoud } = KOLOMMEN[soort];
  const velden: readonly string[] = [...sleutel, ...inhoud];
  const volgorde = [...(opNummer ? ['toewijzingnummer'] : []), ...velden].join(', ');
  const ongelijk = db.prepare<[typeof waarden], Groep>(
    `${MET} SELECT gemeente, ${opNummer ? '' : 'NULL AS toewijzingnummer, '}${volgorde}, ${bedrag} AS bedrag, sum(isOud) AS oud, count(*) - sum(isOud) AS nieuw ${RIJEN} GROUP BY gemeente, ${volgorde} HAVING oud <> nieuw ORDER BY gemeente, ${volgorde}`,
  );
  const bekendAan = (groep: Groep): string => JSON.stringify([groep.gemeente, groep.toewijzingnummer ?? sleutel.map((kolom) => groep[kolom])]);
  let samen: Groep[] = [];
  let hiervoor = '';
  for (const groep of ongelijk.iterate(waarden)) {
    const hier = bekendAan(groep);
    if (hier !== hiervoor) {
      paar(samen, van, velden);
      samen = [];
      hiervoor = hier;
    }
    samen.push(groep);
  }
  paar(samen, van, velden);
}

function tel(telling: Verschiltelling, rijen: number, oud: number, nieuw: number): void {
  telling.rijen += rijen;
  telling.bedragOud += oud;
  telling.bedragNieuw += nieuw;
}

/** Pairs the rows that are known by the same, old with new in order, and counts each pair for what it is. */
function paar(groepen: readonly Groep[], van: (gemeente: string) => Leveringsverschil, velden: readonly string[]): void {
  const los = (over: (groep: Groep) => number): Groep[] => groepen.flatMap((groep) => Array<Groep>(Math.max(0, over(groep))).fill(groep));
  const oude = los((groep) => groep.oud - groep.nieuw);
  const nieuwe = los((groep) => groep.nieuw - groep.oud);
  for (let i = 0; i < Math.max(oude.length, nieuwe.length); i++) {
    const [oud, nieuw] = [oude[i], nieuwe[i]];
    const verschil = van(((oud ?? nieuw) as Groep).gemeente);
    if (oud) tel(verschil.gelijk, -1, -oud.bedrag, -oud.bedrag);
    if (!oud || !nieuw) tel(oud ? verschil.vervallen : verschil.nieuw, 1, oud?.bedrag ?? 0, nieuw?.bedrag ?? 0);
    else tel(isBeeindigd(oud, nieuw, velden) ? verschil.beeindigd : verschil.gewijzigd, 1, oud.bedrag, nieuw.bedrag);
  }
}

const isBeeindigd = (oud: Groep, nieuw: Groep, velden: readonly string[]): boolean =>
  nieuw['eind'] != null && (oud['eind'] == null || nieuw['eind'] < oud['eind']) && velden.every((kolom) => kolom === 'eind' || oud[kolom] === nieuw[kolom]);

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
