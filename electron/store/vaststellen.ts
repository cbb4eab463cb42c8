/**
 * Frozen scenarios: a copy of its own of everything that a figure depends on, its outcome, and a fingerprint over both. It holds what was prepared from
 * the data, no rows about persons, so that those can be erased. It can be calculated again at any time and the outcomes compared.
 */
import { createHash } from 'node:crypto';
import type { Herkomst, Scenario } from '../../models/project/types.ts';
import type { Berekening, Voorbereiding } from '../../models/rekenen/types.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import { Opslagfout } from './fouten.ts';
import { leesLeveringen, type Levering } from './leveringen.ts';
import { leesProjectZonderRijen } from './onderdelen.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

/** What the outcome depends on. */
export interface Vastgesteldeinvoer {
  /** Without rows; of the scenarios only the frozen one and its ouders. */
  project: ProjectZonderRijen;
  voorbereiding: Voorbereiding;
  /** Deliveries that counted: which files the data came from. */
  leveringen: (Pick<Levering, 'soort' | 'bestand' | 'blad' | 'controlegetal' | 'wie' | 'wanneer'> & { gemeenten: string[]; rijen: number; bedrag: number })[];
}

export interface Vastgesteld {
  id: number;
  log: number;
  /** Id of the scenario that it is a copy of. */
  scenario: string;
  naam: string;
  wanneer: string;
  wie: string;
  programmaversie: string;
  invoer: Vastgesteldeinvoer;
  /** SHA-256 of the data: voorbereiding, leerlingen and deliveries. */
  gegevenssom: string;
  uitkomst: Berekening;
  /** SHA-256 of everything above. */
  vingerafdruk: string;
  /** Whether the fingerprint fits what is stored; false means that the file was tampered with or is damaged. */
  ongeschonden: boolean;
}

type Rij = Omit<Vastgesteld, 'invoer' | 'uitkomst' | 'ongeschonden'> & { invoer: string; uitkomst: string };

const sha256 = (...delen: string[]): string => createHash('sha256').update(JSON.stringify(delen)).digest('hex');
const vingerafdrukVan = (r: Omit<Rij, 'id' | 'log' | 'vingerafdruk'>): string => sha256(r.scenario, r.naam, r.wanneer, r.wie, r.programmaversie, r.invoer, r.gegevenssom, r.uitkomst);
const gegevenssomVan = ({ voorbereiding, project, leveringen }: Vastgesteldeinvoer): string => sha256(JSON.stringify([voorbereiding, project.leerlingen, leveringen]));

/** A scenario and its ouders, as they are written. @throws Opslagfout `onbekend` */
function metOuders(scenarios: readonly Scenario[], id: string): Scenario[] {
  const keten: Scenario[] = [];
  for (let zoek: string | undefined = id; zoek !== undefined; ) {
    const scenario = scenarios.find((s) => s.id === zoek);
    if (!scenario || keten.includes(scenario)) throw new Opslagfout('onbekend', `Scenario ${zoek} bestaat niet of is zijn eigen ouder. Herstel het scenario en stel het dan vast.`);
    keten.push(scenario);
    zoek = scenario.ouder;
  }
  return keten;
}

/** What would be frozen of a scenario now; calculate its outcome from this. @throws Opslagfout `onbekend` */
export function stelInvoerSamen(db: Leesdb, scenario: string, voorbereiding: Voorbereiding): Vastgesteldeinvoer {
  const project = leesProjectZonderRijen(db);
  return {
    project: { ...project, scenarios: metOuders(project.scenarios, scenario).reverse() },
    voorbereiding,
    leveringen: leesLeveringen(db)
      .filter((l) => l.staat === 'geldig' || l.staat === 'deels')
      .map(({ soort, bestand, blad, controlegetal, wie, wanneer, delen }) => {
        const actief = delen.filter((deel) => deel.actief);
        return {
          soort, bestand, blad, controlegetal, wie, wanneer,
          gemeenten: [...new Set(actief.map((deel) => deel.gemeente))].filter((gemeente) => gemeente !== ''),
          rijen: actief.reduce((som, deel) => som + deel.rijen, 0),
          bedrag: actief.reduce((som, deel) => som + deel.bedrag, 0),
        };
      }),
  };
}

/** Places where an assumption is still an example (`herkomst` with status `voorbeeld`), as paths in the project. */
export function voorbeelden(waarde: unknown, pad = ''): string[] {
  if (typeof waarde !== 'object' || waarde === null) return [];
  if (Array.isArray(waarde)) return waarde.flatMap((deel, i) => voorbeelden(deel, `${pad}[${i}]`));
  return Object.entries(waarde).flatMap(([sleutel, deel]) => {
    const hier = pad === '' ? sleutel : `${pad}.${sleutel}`;
    if (sleutel !== 'herkomst') return voorbeelden(deel, hier);
    return Object.entries((deel ?? {}) as Herkomst).filter(([, bron]) => bron.status === 'voorbeeld').map(([veld]) => (pad === '' ? veld : `${pad}.${veld}`));
  });
}

/** Whether rows that count are marked as an example. */
const rijenZijnVoorbeeld = (db: Leesdb): boolean =>
  ['indicatie', 'declaratie'].some((tabel) => db.prepare(`SELECT 1 FROM ${tabel}, json_each(rest, '$.herkomst') AS h WHERE rest IS NOT NULL AND deel IN (SELECT id FROM deel WHERE actief = 1) AND h.value ->> 'status' = 'voorbeeld' LIMIT 1`).get() !== undefined);

/** Writes a frozen scenario. Only in an open log entry. @throws Opslagfout `voorbeeld` */
export function schrijfVastgesteld(db: Schrijfdb, log: number, scenario: string, invoer: Vastgesteldeinvoer, uitkomst: Berekening, wie: string, wanneer: Date, programmaversie: string): number {
  const plekken = [...voorbeelden(invoer.project), ...(rijenZijnVoorbeeld(db) ? ['geladen rijen'] : [])];
  const naam = invoer.project.scenarios.find((s) => s.id === scenario)?.naam ?? scenario;
  if (plekken.length > 0) {
    const welke = plekken.slice(0, 5).join(', ') + (plekken.length > 5 ? ` en ${plekken.length - 5} andere` : '');
    throw new Opslagfout('voorbeeld', `“${naam}” kan niet worden vastgesteld: er staan nog voorbeeldwaarden in (${welke}). Vervang die door eigen waarden met een bron.`);
  }
  const tekst = { scenario, naam, wanneer: wanneer.toISOString(), wie, programmaversie, invoer: JSON.stringify(invoer), gegevenssom: gegevenssomVan(invoer), uitkomst: JSON.stringify(uitkomst) };
  const invoegen = db.prepare(
    `INSERT INTO vastgesteld (log, scenario, naam, wanneer, wie, programmaversie, invoer, gegevenssom, uitkomst, vingerafdruk)
     VALUES (@log, @scenario, @naam, @wanneer, @wie, @programmaversie, @invoer, @gegevenssom, @uitkomst, @vingerafdruk)`,
  );
  return Number(invoegen.run({ ...tekst, log, vingerafdruk: vingerafdrukVan(tekst) }).lastInsertRowid);
}

function alsVastgesteld(rij: Rij): Vastgesteld {
  const invoer = JSON.parse(rij.invoer) as Vastgesteldeinvoer;
  return { ...rij, invoer, uitkomst: JSON.parse(rij.uitkomst) as Berekening, ongeschonden: rij.vingerafdruk === vingerafdrukVan(rij) && rij.gegevenssom === gegevenssomVan(invoer) };
}

export function leesVastgesteld(db: Leesdb, id: number): Vastgesteld {
  const rij = db.prepare<[number], Rij>('SELECT * FROM vastgesteld WHERE id = ?').get(id);
  if (!rij) throw new Opslagfout('onbekend', `Vastgesteld scenario ${id} bestaat niet.`);
  return alsVastgesteld(rij);
}

/** All frozen scenarios without their contents, newest first. */
export const lijstVastgesteld = (db: Leesdb): Omit<Vastgesteld, 'invoer' | 'uitkomst' | 'ongeschonden'>[] =>
  db.prepare<[], Rij>('SELECT id, log, scenario, naam, wanneer, wie, programmaversie, gegevenssom, vingerafdruk FROM vastgesteld ORDER BY id DESC').all();
