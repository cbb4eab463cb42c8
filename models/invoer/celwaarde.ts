/** Pass 2, one cell: from what stands in the file to the value of a field, as the plan of its column says, or a finding. */
import { datumVanExcel, EINDE_DER_TIJDEN, leesDatum, leesMaand } from './datum.ts';
import { leesGetal, MAXIMUM_GETAL } from './getal.ts';
import { citeer, type Meldingcode } from './meldingen.ts';
import { vouw } from './naam.ts';
import { losgemaakt, staatLos } from './tekst.ts';
import type { Cel, Kolomplan } from './types.ts';
import type { Veldtype } from './velden.ts';

/** Why a cell has no value; `zin` completes "…, kolom X: ". */
export class Celfout {
  readonly code: Meldingcode;
  readonly zin: string;
  constructor(code: Meldingcode, zin: string) {
    this.code = code;
    this.zin = zin;
  }
}

/** Undefined: the cell is empty. Names and persons stay text here: they are looked up by row. */
export type Celwaarde = string | number | boolean | null | undefined | Celfout;
export type Cellezer = (cel: Cel) => Celwaarde;

const STREEPJE = /^[-–—]$/;
const VERBETER = 'Verbeter de waarde.';

/** Times a power of ten without the noise of a multiplication: 1.005 × 1000 is 1005. */
export function geschaald(x: number, schaal: number): number {
  const macht = Math.log10(schaal);
  const tekst = String(x);
  return Number.isInteger(macht) && !tekst.includes('e') ? Number(`${tekst}e${macht}`) : x * schaal;
}

/** Rounded to cents, half away from zero, without the noise of a multiplication. */
export function opCenten(euros: number): number {
  const tekst = String(Math.abs(euros));
  const centen = tekst.includes('e') ? Math.round(Math.abs(euros) * 100) : Math.round(Number(`${tekst}e2`));
  return (Math.sign(euros) * centen) / 100;
}

function niet(cel: Cel, wat: string): Celfout {
  if (typeof cel === 'object' && cel !== null) {
    if ('fout' in cel) return new Celfout('I21', `hier staat ${cel.fout}. Laat Excel het bestand uitrekenen en opslaan, of vul de waarde in.`);
    return new Celfout('I02', `hier staat een datum (${cel.datum}) in plaats van ${wat}. ${VERBETER}`);
  }
  return new Celfout('I02', `${typeof cel === 'boolean' ? 'waar/onwaar' : citeer(cel)} is niet te lezen als ${wat}. ${VERBETER}`);
}

function getallezer(k: Kolomplan): (cel: Cel) => number | undefined | Celfout {
  const notatie = k.getalnotatie ?? '1234';
  const schaal = k.schaal ?? 1;
  return (cel) => {
    if (cel === null) return undefined;
    let getal: number | undefined;
    if (typeof cel === 'number') getal = cel;
    else if (typeof cel === 'string') {
      if (STREEPJE.test(cel)) return undefined;
      getal = leesGetal(cel, notatie);
    }
    if (getal === undefined) return niet(cel, notatie === '1234' ? 'getal' : `getal in de notatie ${notatie}`);
    if (Math.abs(getal) > MAXIMUM_GETAL) return new Celfout('I24', `${citeer(cel)} is te groot om een bedrag of aantal te zijn. ${VERBETER}`);
    return schaal === 1 ? getal : geschaald(getal, schaal);
  };
}

function datumlezer(k: Kolomplan, einde: boolean): (cel: Cel) => string | null | undefined | Celfout {
  const notatie = k.datumnotatie ?? 'dag-maand';
  const gelezen = new Map<string, string | undefined>();
  return (cel) => {
    if (cel === null) return einde ? null : undefined;
    let datum: string | undefined;
    if (typeof cel === 'string') {
      datum = gelezen.get(cel);
      if (datum === undefined) {
        if (einde && STREEPJE.test(cel)) return null;
        datum = leesDatum(cel, notatie);
        if (datum !== undefined && gelezen.size < 50_000) gelezen.set(cel, datum);
      }
    } else if (typeof cel === 'number') datum = notatie === 'excel' ? datumVanExcel(cel, false) : leesDatum(String(cel), notatie);
    else if (typeof cel === 'object') {
      if ('fout' in cel) return new Celfout('I21', `hier staat ${cel.fout} in plaats van een datum. ${VERBETER}`);
      datum = cel.datum;
    }
    if (datum === undefined) return new Celfout('I03', `${citeer(cel)} is geen datum. Schrijf hem als 31-12-2026 of 2026-12-31.`);
    if (datum === EINDE_DER_TIJDEN) return einde ? null : new Celfout('I03', `${citeer(cel)} kan geen begindatum zijn. ${VERBETER}`);
    return datum;
  };
}

function maandlezer(k: Kolomplan): Cellezer {
  const notatie = k.datumnotatie ?? 'dag-maand';
  const gelezen = new Map<string, string | undefined>();
  return (cel) => {
    if (cel === null) return undefined;
    let maand: string | undefined;
    if (typeof cel === 'string' || typeof cel === 'number') {
      const tekst = String(cel);
      maand = gelezen.get(tekst);
      if (maand === undefined) {
        maand = notatie === 'excel' && typeof cel === 'number' ? datumVanExcel(cel, false) : leesMaand(tekst, notatie);
        if (maand !== undefined) maand = `${maand.slice(0, 8)}01`;
        if (maand !== undefined && gelezen.size < 50_000) gelezen.set(losgemaakt(tekst), maand);
      }
    } else if (typeof cel === 'object' && 'datum' in cel) maand = `${cel.datum.slice(0, 8)}01`;
    else if (typeof cel === 'object') return new Celfout('I21', `hier staat ${cel.fout} in plaats van een maand. ${VERBETER}`);
    return maand ?? new Celfout('I03', `${citeer(cel)} is geen maand. Schrijf hem als 2026-03, maart 2026 of 01-03-2026.`);
  };
}

function tekstlezer(): (cel: Cel) => string | undefined | Celfout {
  // Few different texts in most columns: one copy of each, so that no cell keeps a piece of the file alive.
  const eigen = new Map<string, string>();
  return (cel) => {
    if (cel === null) return undefined;
    if (typeof cel === 'number') return String(cel);
    if (typeof cel !== 'string') return typeof cel === 'boolean' ? (cel ? 'waar' : 'onwaar') : 'datum' in cel ? cel.datum : niet(cel, 'tekst');
    if (staatLos(cel)) return cel;
    let tekst = eigen.get(cel);
    if (tekst === undefined) {
      tekst = losgemaakt(cel);
      if (eigen.size < 10_000) eigen.set(tekst, tekst);
    }
    return tekst;
  };
}

function keuzelezer(woorden: Record<string, readonly string[]>): Cellezer {
  const opzoek = new Map<string, string>();
  for (const [waarde, namen] of Object.entries(woorden)) for (const naam of [waarde, ...namen]) opzoek.set(vouw(naam) || naam, waarde);
  const mogelijk = Object.keys(woorden).join(', ');
  return (cel) => {
    if (cel === null || (typeof cel === 'string' && STREEPJE.test(cel))) return undefined;
    if (typeof cel === 'object') return niet(cel, 'een van de mogelijke waarden');
    const tekst = typeof cel === 'boolean' ? (cel ? 'waar' : 'onwaar') : String(cel);
    const bekend = opzoek.get(tekst);
    if (bekend !== undefined) return bekend;
    const gevonden = opzoek.get(vouw(tekst));
    if (gevonden !== undefined) opzoek.set(losgemaakt(tekst), gevonden);
    return gevonden ?? new Celfout('I22', `${citeer(tekst)} is hier niet bekend. Mogelijk zijn: ${mogelijk}.`);
  };
}

/** The reader of a column. @param keuzes words of the field's possible values, for fields that have them */
export function cellezer(type: Veldtype, k: Kolomplan, keuzes: Record<string, readonly string[]> | undefined): Cellezer {
  switch (type) {
    case 'getal':
      return getallezer(k);
    case 'aantal': {
      const lees = getallezer(k);
      return (cel) => {
        const x = lees(cel);
        return typeof x !== 'number' || (Number.isInteger(x) && x >= 0) ? x : new Celfout('I24', `${citeer(cel)} is geen heel getal van 0 of meer. ${VERBETER}`);
      };
    }
    case 'aandeel': {
      const lees = getallezer(k);
      return (cel) => {
        const procent = typeof cel === 'string' && cel.endsWith('%');
        const x = lees(procent ? cel.slice(0, -1).trimEnd() : cel);
        if (typeof x !== 'number') return x;
        const aandeel = procent ? geschaald(x, 0.01) : x;
        return aandeel >= 0 && aandeel <= 1 ? aandeel : new Celfout('I24', `${citeer(cel)} is geen deel tussen 0 en 1. Schrijf 60% of 0,6.`);
      };
    }
    case 'jaar': {
      const lees = getallezer(k);
      return (cel) => {
        const x = lees(cel);
        return typeof x !== 'number' || (Number.isInteger(x) && x >= 2000 && x <= 2100) ? x : new Celfout('I24', `${citeer(cel)} is geen jaar. ${VERBETER}`);
      };
    }
    case 'datum':
      return datumlezer(k, false);
    case 'einddatum':
      return datumlezer(k, true);
    case 'maand':
      return maandlezer(k);
    case 'keuze':
      return keuzelezer(keuzes ?? {});
    case 'ja/nee': {
      const lees = keuzelezer(keuzes ?? {});
      return (cel) => {
        const x = lees(cel);
        return typeof x === 'string' ? x === 'ja' : x;
      };
    }
    default:
      return tekstlezer();
  }
}
