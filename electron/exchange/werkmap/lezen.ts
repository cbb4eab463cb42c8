/** Reads a workbook cell by cell with its formulas and names: what a proposal says when it comes back, or after another program has calculated it. */
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { kolomletters } from '../../../templates/voorstel/formule.ts';
import { MAXIMUM_ONDERDELEN, MAXIMUM_VERHOUDING } from '../lezen/grenzen.ts';
import { type Attributen, Xmlfout, Xmlscanner } from '../lezen/xml.ts';

export interface GelezenCel {
  /** Null: empty. Dates are serial numbers. */
  waarde: number | string | boolean | null;
  formule: string | undefined;
  /** The value is an error such as #DIV/0!. */
  fout: boolean;
}
export interface GelezenWerkmap {
  /** By sheet and address (`J12`). */
  bladen: Map<string, Map<string, GelezenCel>>;
  /** Defined names of single cells: `Blad!$J$12` → without dollars and quotes, as `{blad, cel}`. */
  namen: Map<string, { blad: string; cel: string }>;
}

/** The file is no workbook, damaged, or unreasonably large; the message is a Dutch sentence. */
export class Werkmapfout extends Error {}

/** Unpacked bytes of a part: above it the file is none of ours. */
const MAXIMUM_DEEL = 1_500_000_000;
const STUK = 1 << 20;

/** @throws Werkmapfout */
export function leesWerkmap(bytes: Uint8Array): GelezenWerkmap {
  let delen: Record<string, Uint8Array>;
  let aantal = 0;
  try {
    delen = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (++aantal > MAXIMUM_ONDERDELEN || originalSize > MAXIMUM_DEEL || (originalSize > 50_000_000 && originalSize > size * MAXIMUM_VERHOUDING)) throw new Werkmapfout('Het bestand wordt uitgepakt onredelijk groot.');
        return /^xl\/(workbook|sharedStrings|_rels\/workbook|worksheets\/)/.test(name);
      },
    });
  } catch (fout) {
    if (fout instanceof Werkmapfout) throw fout;
    throw new Werkmapfout('Het bestand is geen Excel-werkmap (.xlsx) of is beschadigd.');
  }
  try {
    const doelen = new Map<string, string>();
    scan(deel(delen, 'xl/_rels/workbook.xml.rels'), { open: (naam, a) => { if (naam === 'Relationship') doelen.set(a.waarde('Id') ?? '', posix.join('xl', (a.waarde('Target') ?? '').replace(/^\/xl\//, ''))); } });
    const bladen: { naam: string; doel: string }[] = [];
    const namen: GelezenWerkmap['namen'] = new Map();
    let naamNu = '';
    scan(deel(delen, 'xl/workbook.xml'), {
      open: (naam, a) => {
        if (naam === 'sheet') bladen.push({ naam: a.waarde('name') ?? '', doel: doelen.get(a.waarde('r:id') ?? '') ?? '' });
        naamNu = naam === 'definedName' ? (a.waarde('name') ?? '') : '';
      },
      tekst: (tekst) => {
        const plek = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]+)\$(\d+)$/.exec(tekst);
        if (naamNu !== '' && plek) namen.set(naamNu, { blad: (plek[1] ?? plek[2] ?? '').replaceAll("''", "'"), cel: `${plek[3]}${plek[4]}` });
      },
    });
    const teksten = delen['xl/sharedStrings.xml'] ? gedeeldeTeksten(delen['xl/sharedStrings.xml']) : [];
    return { bladen: new Map(bladen.map(({ naam, doel }) => [naam, cellen(deel(delen, doel), teksten)])), namen };
  } catch (fout) {
    if (fout instanceof Xmlfout || fout instanceof TypeError) throw new Werkmapfout(`Het bestand is beschadigd: ${fout.message}.`);
    throw fout;
  }
}

function deel(delen: Record<string, Uint8Array>, naam: string): Uint8Array {
  const inhoud = delen[naam];
  if (!inhoud) throw new Werkmapfout('Het bestand is geen Excel-werkmap (.xlsx) of is beschadigd.');
  return inhoud;
}

function scan(inhoud: Uint8Array, naar: { open(naam: string, a: Attributen): void; sluit?(naam: string): void; tekst?(tekst: string): void }): void {
  const scanner = new Xmlscanner({ wilTekst: naar.tekst !== undefined, open: (naam, a) => naar.open(naam, a), sluit: (naam) => naar.sluit?.(naam), tekst: (tekst) => naar.tekst?.(tekst) });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let i = 0; i < inhoud.length; i += STUK) scanner.voer(decoder.decode(inhoud.subarray(i, i + STUK), { stream: true }));
  scanner.voer(decoder.decode());
  scanner.einde();
}

const tekens = (tekst: string): string => tekst.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function gedeeldeTeksten(inhoud: Uint8Array): string[] {
  const teksten: string[] = [];
  let huidig = '';
  let inTekst = false;
  let uitspraak = 0;
  scan(inhoud, {
    open: (naam) => {
      if (naam === 'si') huidig = '';
      if (naam === 'rPh') uitspraak++;
      inTekst = naam === 't' && uitspraak === 0;
    },
    sluit: (naam) => {
      if (naam === 'rPh') uitspraak--;
      if (naam === 't') inTekst = false;
      if (naam === 'si') teksten.push(tekens(huidig));
    },
    tekst: (tekst) => { if (inTekst) huidig += tekst; },
  });
  return teksten;
}

function cellen(inhoud: Uint8Array, teksten: readonly string[]): Map<string, GelezenCel> {
  const uit = new Map<string, GelezenCel>();
  let plek = '';
  let soort = '';
  let formule: string | undefined;
  let waarde: string | undefined;
  let binnen = '';
  // A formula that other cells follow, with the cell that it stands in.
  const gedeeld = new Map<string, { formule: string; plek: string }>();
  let groep: string | undefined;
  scan(inhoud, {
    open: (naam, a) => {
      if (naam === 'c') {
        plek = a.waarde('r') ?? '';
        soort = a.waarde('t') ?? 'n';
        formule = waarde = groep = undefined;
      } else if (naam === 'f') {
        formule = '';
        groep = a.waarde('t') === 'shared' ? (a.waarde('si') ?? '') : undefined;
      } else if (naam === 'v' || naam === 't') waarde ??= '';
      binnen = naam;
    },
    tekst: (tekst) => {
      if (binnen === 'f') formule = (formule ?? '') + tekst;
      else if (binnen === 'v' || binnen === 't') waarde = (waarde ?? '') + tekst;
    },
    sluit: (naam) => {
      binnen = '';
      if (naam === 'f' && groep !== undefined) {
        const bron = gedeeld.get(groep);
        if (formule) gedeeld.set(groep, { formule, plek });
        else if (bron) formule = verschoven(bron.formule, bron.plek, plek);
      }
      if (naam === 'c' && (waarde !== undefined || formule !== undefined)) uit.set(plek, { waarde: celwaarde(soort, waarde, teksten), formule, fout: soort === 'e' });
    },
  });
  return uit;
}

const kolomnummer = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

/** A formula as it reads in another cell: addresses without a dollar move along. */
function verschoven(formule: string, van: string, naar: string): string {
  const [[kolomVan, rijVan], [kolomNaar, rijNaar]] = [van, naar].map((plek) => [kolomnummer(/^[A-Z]+/.exec(plek)?.[0] ?? 'A'), Number(/\d+$/.exec(plek)?.[0])]) as [[number, number], [number, number]];
  return formule.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|[A-Za-z_][\w.]*\(|(\$?)\b([A-Z]{1,3})(\$?)(\d+)\b(?![\w(!])/g, (geheel, vasteKolom?: string, letters?: string, vasteRij?: string, rij?: string) =>
    letters === undefined ? geheel : `${vasteKolom ?? ''}${vasteKolom ? letters : kolomletters(kolomnummer(letters) + kolomNaar - kolomVan)}${vasteRij ?? ''}${vasteRij ? String(rij) : Number(rij) + rijNaar - rijVan}`);
}

function celwaarde(soort: string, waarde: string | undefined, teksten: readonly string[]): GelezenCel['waarde'] {
  if (waarde === undefined) return null;
  switch (soort) {
    case 's': return teksten[Number(waarde)] ?? null;
    case 'str':
    case 'inlineStr':
    case 'e': return tekens(waarde);
    case 'b': return waarde === '1';
    default: return Number(waarde);
  }
}
