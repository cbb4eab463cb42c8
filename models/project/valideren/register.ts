/** The codes that a project declares, which its references are held against (P06), read leniently from unvalidated input. */
import { bedoelde } from './bedoelde.ts';
import { isObject, type Ruw } from './soort.ts';
import { INGEBOUWDE_DRAGERS } from '../types.ts';

export type Verwijssoort = 'gemeente' | 'school' | 'product' | 'drager' | 'scenario';

/** The list in which each kind is declared, and its key there. */
export const DECLARATIES = {
  gemeente: { lijst: 'gemeenten', sleutel: 'code' },
  school: { lijst: 'scholen', sleutel: 'id' },
  product: { lijst: 'producten', sleutel: 'code' },
  drager: { lijst: 'dragers', sleutel: 'code' },
  scenario: { lijst: 'scenarios', sleutel: 'id' },
} as const satisfies Record<Verwijssoort, { lijst: string; sleutel: string }>;

/** So many different unknown codes get a hint: where there are more, the files do not belong together, and looking for hints would take minutes. */
const VOORSTELLEN = 200;

export class Register {
  /** Per kind code → naam; undefined where the list is missing or holds something without a code, so that this one fault does not make faults of references. */
  private readonly namen: Record<Verwijssoort, Map<string, string> | undefined>;
  private readonly voorstellen = new Map<string, string | undefined>();

  constructor(project: Ruw) {
    const dragers = project['dragers'] === undefined ? new Map<string, string>() : verzamel(project, 'drager');
    for (const code of INGEBOUWDE_DRAGERS) dragers?.set(code, code);
    this.namen = {
      gemeente: verzamel(project, 'gemeente'),
      school: verzamel(project, 'school'),
      product: verzamel(project, 'product'),
      drager: dragers,
      scenario: verzamel(project, 'scenario'),
    };
  }

  kent(soort: Verwijssoort, code: string): boolean {
    const namen = this.namen[soort];
    return namen === undefined || namen.has(code);
  }

  /** The declared code that an unknown one probably means: the nearest code, or the one with that naam. */
  voorstel(soort: Verwijssoort, code: string): string | undefined {
    const vraag = `${soort}:${code}`;
    if (!this.voorstellen.has(vraag) && this.voorstellen.size < VOORSTELLEN) this.voorstellen.set(vraag, this.zoek(soort, code));
    return this.voorstellen.get(vraag);
  }

  private zoek(soort: Verwijssoort, getypt: string): string | undefined {
    const namen = this.namen[soort] ?? new Map<string, string>();
    const klein = getypt.trim().toLowerCase();
    const opNaam = [...namen].filter(([code, naam]) => naam.toLowerCase() === klein || (soort === 'gemeente' && code === `GM${klein.padStart(4, '0')}`));
    const code = opNaam.length === 1 ? opNaam[0]?.[0] : bedoelde(getypt, namen.keys());
    if (code === undefined) return undefined;
    const naam = namen.get(code);
    return naam === undefined || naam === code || naam === '' ? `'${code}'` : `'${code}' (${naam})`;
  }
}

function verzamel(project: Ruw, soort: Verwijssoort): Map<string, string> | undefined {
  const { lijst, sleutel } = DECLARATIES[soort];
  const rijen = project[lijst];
  if (!Array.isArray(rijen)) return undefined;
  const namen = new Map<string, string>();
  for (const rij of rijen as unknown[]) {
    const { [sleutel]: code, naam } = isObject(rij) ? rij : {};
    if (typeof code !== 'string') return undefined;
    if (!namen.has(code)) namen.set(code, typeof naam === 'string' ? naam : '');
  }
  return namen;
}
