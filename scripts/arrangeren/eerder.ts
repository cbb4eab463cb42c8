/** Exports for others than intern from the command line: what went out before is in the project file, or beside a portable project in a file of its own (`--eerder`). */
import { existsSync } from 'node:fs';
import type { Uitgave } from '../../models/bescherming/eerder.ts';
import { isLezer, LEZERS, type Lezer } from '../../models/bescherming/instellingen.ts';
import { eerdereUitgaven, noteerUitgave } from '../../electron/service/uitgaven.ts';
import type { NieuweUitgave } from '../../electron/store/index.ts';
import { leesJson, schrijf } from './bestand.ts';
import { Gebruikersfout } from './opdracht.ts';
import { isProjectbestand, metProjectbestand } from './projectbestand.ts';

export const EERDER_HULP = '  --eerder BESTAND   bij een project als JSON: waarin staat wat eerder is uitgegeven, en waar deze uitgave bij komt; het bevat verborgen cijfers en blijft bij u';

export function lezerVan(tekst: string): Lezer {
  if (!isLezer(tekst)) throw new Gebruikersfout(`De lezer ${tekst} bestaat niet; kies uit ${LEZERS.join(', ')}.`);
  return tekst;
}

export interface Uitgaven {
  /** A portable project, not yet validated. */
  inhoud: unknown;
  /** undefined where nothing is kept of what went out. */
  eerder: Uitgave[] | undefined;
  /** Must be done before anything is written. */
  noteer(uitgave: Uitgave | undefined, soort: NieuweUitgave['soort'], scenarios: readonly string[]): void | Promise<void>;
}

/** Works on a project with what went out of it before. @throws Gebruikersfout when the project file cannot be written and must be */
export async function metUitgaven<T>(pad: string, lezer: Lezer, eerderpad: string | undefined, werk: (uitgaven: Uitgaven) => Promise<T>): Promise<T> {
  if (await isProjectbestand(pad)) {
    if (eerderpad !== undefined) throw new Gebruikersfout('Een projectbestand weet zelf wat eerder is uitgegeven; laat --eerder weg.');
    return metProjectbestand(pad, lezer === 'intern' ? 'lezen' : 'schrijven', (bestand) => werk({
      inhoud: bestand.project(), eerder: eerdereUitgaven(bestand), noteer: (uitgave, soort, scenarios) => noteerUitgave(bestand, uitgave, { lezer, soort, scenarios }),
    }));
  }
  const eerder = eerderpad === undefined ? undefined : existsSync(eerderpad) ? uitgavenIn(await leesJson(eerderpad), eerderpad) : [];
  return werk({
    inhoud: await leesJson(pad), eerder,
    noteer: async (uitgave) => {
      if (lezer !== 'intern' && eerderpad !== undefined && uitgave) await schrijf(eerderpad, JSON.stringify({ formaat: FORMAAT, uitgaven: [...(eerder ?? []), uitgave] }));
    },
  });
}

const FORMAAT = 'arrangement-uitgaven-2';

const isLijst = (x: unknown): boolean => Array.isArray(x) && x.every((naam) => typeof naam === 'string');

function uitgavenIn(json: unknown, pad: string): Uitgave[] {
  const { formaat, uitgaven } = (json ?? {}) as { formaat?: unknown; uitgaven?: unknown };
  const klopt = (u: Partial<Uitgave> | null): boolean => isLijst(u?.getoond) && isLijst(u?.verborgen) && isLijst(u?.opgerold?.scholen) && isLijst(u?.opgerold?.gemeenten) && typeof u?.gegevens === 'object' && u.gegevens !== null && Array.isArray(u.kennis?.onbekenden) && Array.isArray(u.kennis.relaties) && Array.isArray(u.kennis.vragen);
  if (formaat !== FORMAAT || !Array.isArray(uitgaven) || !uitgaven.every(klopt)) throw new Gebruikersfout(`${pad} is geen bestand met eerdere uitgaven van dit programma. Noem met --eerder het bestand dat een vorige uitgave schreef, of een nieuw bestand.`);
  return uitgaven as Uitgave[];
}
