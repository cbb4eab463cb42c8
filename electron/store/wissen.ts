/**
 * Erasing rows about persons for good: from the project, its free pages, its journal and its backups. What was prepared from them stays, as aggregaten.
 * The log and frozen scenarios hold no such rows. It is done in steps that can be finished by whoever opens the file next, if this process is killed.
 */
import { Opslagfout } from './fouten.ts';
import { Invoer } from './leveringen.ts';
import { openRegel, sluitRegel } from './log.ts';
import type { Omgeving } from './omgeving.ts';
import { maakReservekopie, verwijderReservekopieen, type Reservekopie } from './reservekopie.ts';
import { RIJTABELLEN, type Aggregaatrij } from './rijen.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

/** Gemeenten that have rows of persons that count: for each, erasing needs its aggregaat. */
export const gemeentenMetRijen = (db: Leesdb): string[] =>
  db.prepare<[], string>(`SELECT DISTINCT d.gemeente FROM deel AS d JOIN levering AS l ON l.id = d.levering WHERE d.actief = 1 AND d.rijen > 0 AND l.soort IN ('indicaties', 'declaraties') ORDER BY 1`).pluck().all();

/**
 * First step, in a transaction: rows go, `aggregaten` come in their place. Nothing before it can be undone.
 * @param welke `alles`, or only rows of deliveries that were replaced or undone (then without aggregaten)
 * @throws Opslagfout `conflict` when a gemeente with rows has no aggregaat here
 */
export function wisRijen(db: Schrijfdb, welke: 'alles' | 'vervangen', aggregaten: readonly Aggregaatrij[], wie: string, wanneer: () => Date): void {
  if (welke === 'alles') zetAggregaten(db, aggregaten, wie, wanneer);
  openRegel(db, { soort: 'gewist', omschrijving: welke === 'alles' ? 'Rijen over personen gewist; hun aggregaten blijven' : 'Rijen van vervangen en teruggedraaide leveringen gewist', wie, wanneer: wanneer(), grens: true });
  db.prepare('UPDATE toestand SET wissen = 1').run();
  for (const tabel of Object.values(RIJTABELLEN)) db.prepare(`DELETE FROM ${tabel} WHERE deel IN (SELECT id FROM deel WHERE actief = 0)`).run();
  // What was refused and what findings quote comes from rows too; of deliveries that count only when all goes.
  const leveringen = welke === 'alles' ? 'SELECT id FROM levering' : 'SELECT id FROM levering AS l WHERE NOT EXISTS (SELECT 1 FROM deel WHERE levering = l.id AND actief = 1)';
  const geweigerd = `SELECT id FROM geweigerd WHERE levering IN (${leveringen})`;
  db.prepare(`DELETE FROM herstel WHERE geweigerd IN (${geweigerd}) OR opnieuw IN (${geweigerd})`).run();
  db.prepare(`DELETE FROM geweigerd WHERE levering IN (${leveringen})`).run();
  db.prepare(`UPDATE levering SET rapport = json_set(rapport, '$.meldingen', json('[]')) WHERE id IN (${leveringen}) AND json_type(rapport) = 'object'`).run();
  const inGebruik = CODEKOLOMMEN.map(([tabel, kolom]) => `SELECT ${kolom} FROM ${tabel} WHERE ${kolom} IS NOT NULL`).join(' UNION ');
  db.prepare(`DELETE FROM code WHERE id NOT IN (${inGebruik})`).run();
  sluitRegel(db);
}

const CODEKOLOMMEN = [['indicatie', 'school'], ['indicatie', 'product'], ['indicatie', 'aanbieder'], ['indicatie', 'verwijzer'], ['declaratie', 'school'], ['declaratie', 'product'], ['declaratie', 'aanbieder']] as const;

/** Brings in the aggregaten as a delivery, which takes the place of the rows. */
function zetAggregaten(db: Schrijfdb, aggregaten: readonly Aggregaatrij[], wie: string, wanneer: () => Date): void {
  const nodig = gemeentenMetRijen(db);
  const gegeven = aggregaten.map((a) => a.gemeente).sort();
  if (JSON.stringify(nodig) !== JSON.stringify(gegeven)) {
    const ontbreekt = nodig.filter((gemeente) => !gegeven.includes(gemeente));
    throw new Opslagfout('conflict', `Wissen kan alleen als van elke gemeente met rijen precies één aggregaat is gemaakt${ontbreekt.length > 0 ? `; het ontbreekt van ${ontbreekt.join(', ')}` : ''}.`);
  }
  if (aggregaten.length === 0) return;
  // Erasing may have been done before, for other gemeenten: that is not the same delivery again.
  const invoer = new Invoer(db, wie, wanneer, { opnieuw: true });
  invoer.begin({ soort: 'aggregaten', bestand: 'gewiste rijen', controlegetal: '' });
  invoer.rijen('aggregaten', [...aggregaten]);
  invoer.einde(null);
}

/** Whether a file is in the middle of being erased. */
export const isBezigMetWissen = (db: Leesdb): boolean => db.prepare('SELECT wissen FROM toestand').pluck().get() === 1;

/**
 * What remains to be done once rows are gone, all of which may be repeated: the file is written anew without free pages, nothing stays in its journal, the
 * backups go, and rows cannot be deleted any more. Then a new backup is made. @throws Opslagfout `in-gebruik` while another reads the file
 */
export async function maakWissenAf(db: Schrijfdb, pad: string, omgeving: Omgeving): Promise<Reservekopie> {
  // What VACUUM sorts out stays in memory: a temporary file would be a copy of the rows.
  db.pragma('temp_store = MEMORY');
  db.exec('VACUUM');
  const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  if (busy) throw new Opslagfout('in-gebruik', 'Het wissen is nog niet af: een ander venster leest dit project. Sluit dat en open het project opnieuw; het wissen wordt dan afgemaakt.');
  verwijderReservekopieen(pad);
  db.prepare('UPDATE toestand SET wissen = 0').run();
  return maakReservekopie(db, pad, 'gewist', omgeving);
}
