/**
 * Key formulas (rekenmodel 6): parsed by mathjs, held to exactly the grammar of the rekenmodel by lists of what is allowed, and evaluated by our own walk
 * over the tree, because every step on the way must be finite and mathjs compares and rounds differently from Excel.
 * Grammar: numbers, variables, + − * /, unary minus directly before a number, variable or parenthesis, parentheses, min, max, round, `a < b ? x : y`.
 */
import type { ConditionalNode, ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { FORMULELENGTE } from '../project/valideren/velden.ts';

export const FORMULEVARIABELEN = ['leerlingen', 'jeugdigen', 'kosten', 'inwoners', 'inwonersJeugd'] as const;
export type Formulevariabele = (typeof FORMULEVARIABELEN)[number];
export type Formulewaarden = Partial<Record<Formulevariabele, number>>;

export interface Formule {
  tekst: string;
  variabelen: Formulevariabele[];
  boom: Formuleboom;
  /** The value for one gemeente; NaN as soon as anything on the way is not finite (P22). */
  waarde(waarden: Formulewaarden): number;
}

/** The formula as data, for those who write it elsewhere (Excel). */
export type Formuleboom =
  | { soort: 'getal'; waarde: number }
  | { soort: 'variabele'; naam: Formulevariabele }
  | { soort: 'haakjes'; binnen: Formuleboom }
  | { soort: 'min'; van: Formuleboom }
  | { soort: 'bewerking'; teken: '+' | '-' | '*' | '/'; links: Formuleboom; rechts: Formuleboom }
  | { soort: 'functie'; naam: 'min' | 'max' | 'round'; argumenten: Formuleboom[] }
  | { soort: 'keuze'; teken: Vergelijking; links: Formuleboom; rechts: Formuleboom; dan: Formuleboom; anders: Formuleboom };
export type Vergelijking = '<' | '<=' | '>' | '>=' | '==';

export type Formuleresultaat = { ok: true; formule: Formule } | { ok: false; reden: string };

/** Names, plain decimal numbers, signs and spaces: everything else (quotes, brackets, `0x`, `#`, `;`, line ends…) is refused before parsing. */
const TOEGESTANE_TEKENS = /^(?:[A-Za-z]|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])|<=|>=|==|[-+*/()?:<>,]| )*$/;
const BEWERKINGEN: Record<string, '+' | '-' | '*' | '/'> = { add: '+', subtract: '-', multiply: '*', divide: '/' };
const VERGELIJKINGEN: Record<string, Vergelijking> = { smaller: '<', smallerEq: '<=', larger: '>', largerEq: '>=', equal: '==' };

export type Formulelezer = (tekst: string) => Formuleresultaat;

/** Loads the parser of mathjs, so ask for it only where a project has a formula. */
export async function laadFormulelezer(): Promise<Formulelezer> {
  const { parse } = await import('./ontleder.ts');
  return (tekst) => {
    if (tekst.length > FORMULELENGTE) return { ok: false, reden: `de formule is langer dan ${FORMULELENGTE} tekens` };
    if (tekst.trim() === '') return { ok: false, reden: 'de formule is leeg' };
    if (!TOEGESTANE_TEKENS.test(tekst)) return { ok: false, reden: 'de formule bevat een teken dat niet is toegestaan' };
    let ontleed: MathNode;
    try {
      ontleed = parse(tekst) as MathNode;
    } catch {
      return { ok: false, reden: 'de formule is niet te lezen; controleer haakjes en tekens' };
    }
    try {
      const boom = vertaal(ontleed, false);
      const variabelen = FORMULEVARIABELEN.filter((naam) => komtVoor(naam, boom));
      return { ok: true, formule: { tekst, variabelen, boom, waarde: (waarden) => waardeVan(boom, waarden) } };
    } catch (fout) {
      if (fout instanceof BuitenGrammatica) return { ok: false, reden: fout.message };
      throw fout;
    }
  };
}

/** Inside this file only: leaves the walk at the first node outside the grammar. */
class BuitenGrammatica extends Error {}

function vertaal(knoop: MathNode, inKeuze: boolean): Formuleboom {
  const verder = (kind: MathNode, binnenKeuze = inKeuze): Formuleboom => vertaal(kind, binnenKeuze);
  switch (knoop.type) {
    case 'ConstantNode': {
      const { value } = knoop as ConstantNode;
      if (typeof value !== 'number' || !Number.isFinite(value)) throw new BuitenGrammatica('alleen gewone getallen zijn toegestaan');
      return { soort: 'getal', waarde: value };
    }
    case 'SymbolNode': {
      const naam = FORMULEVARIABELEN.find((v) => v === (knoop as SymbolNode).name);
      if (naam === undefined) throw new BuitenGrammatica(`“${(knoop as SymbolNode).name}” is geen variabele; kies uit ${FORMULEVARIABELEN.join(', ')}`);
      return { soort: 'variabele', naam };
    }
    case 'ParenthesisNode':
      return { soort: 'haakjes', binnen: verder((knoop as ParenthesisNode).content) };
    case 'OperatorNode': {
      const { fn, args, implicit } = knoop as OperatorNode & { implicit?: boolean };
      if (implicit) throw new BuitenGrammatica('schrijf een vermenigvuldiging met *');
      if ((fn as string) === 'unaryMinus') {
        const van = args[0] as MathNode;
        if (!['ConstantNode', 'SymbolNode', 'ParenthesisNode'].includes(van.type)) throw new BuitenGrammatica('een minteken mag alleen direct voor een getal, variabele of haakje staan');
        return { soort: 'min', van: verder(van) };
      }
      const teken = BEWERKINGEN[fn as string];
      if (VERGELIJKINGEN[fn as string]) throw new BuitenGrammatica('een vergelijking mag alleen direct voor een vraagteken staan');
      if (teken === undefined || args.length !== 2) throw new BuitenGrammatica('alleen de bewerkingen + - * / zijn toegestaan');
      return { soort: 'bewerking', teken, links: verder(args[0] as MathNode), rechts: verder(args[1] as MathNode) };
    }
    case 'FunctionNode': {
      const { fn, args } = knoop as FunctionNode & { fn: SymbolNode };
      const naam = fn.name;
      if (naam !== 'min' && naam !== 'max' && naam !== 'round') throw new BuitenGrammatica(`de functie ${naam} bestaat niet; kies uit min, max, round`);
      if (naam === 'round' ? args.length !== 1 : args.length < 2) throw new BuitenGrammatica(naam === 'round' ? 'round heeft één argument' : `${naam} heeft twee of meer argumenten`);
      return { soort: 'functie', naam, argumenten: args.map((argument) => verder(argument)) };
    }
    case 'ConditionalNode': {
      if (inKeuze) throw new BuitenGrammatica('een keuze (a < b ? x : y) mag niet in een andere keuze staan');
      const { condition, trueExpr, falseExpr } = knoop as ConditionalNode;
      const teken = condition.type === 'OperatorNode' ? VERGELIJKINGEN[(condition as OperatorNode).fn as string] : undefined;
      if (teken === undefined) throw new BuitenGrammatica('voor het vraagteken hoort één vergelijking met <, <=, >, >= of ==');
      const [links, rechts] = (condition as OperatorNode).args as [MathNode, MathNode];
      return { soort: 'keuze', teken, links: verder(links, true), rechts: verder(rechts, true), dan: verder(trueExpr, true), anders: verder(falseExpr, true) };
    }
    default:
      throw new BuitenGrammatica('dit onderdeel is niet toegestaan in een sleutelformule');
  }
}

function kinderen(boom: Formuleboom): Formuleboom[] {
  switch (boom.soort) {
    case 'getal':
    case 'variabele': return [];
    case 'haakjes': return [boom.binnen];
    case 'min': return [boom.van];
    case 'bewerking': return [boom.links, boom.rechts];
    case 'functie': return boom.argumenten;
    case 'keuze': return [boom.links, boom.rechts, boom.dan, boom.anders];
  }
}

const komtVoor = (naam: Formulevariabele, boom: Formuleboom): boolean => (boom.soort === 'variabele' && boom.naam === naam) || kinderen(boom).some((kind) => komtVoor(naam, kind));

function waardeVan(boom: Formuleboom, waarden: Formulewaarden): number {
  const w = (kind: Formuleboom): number => waardeVan(kind, waarden);
  switch (boom.soort) {
    case 'getal': return boom.waarde;
    case 'variabele': return waarden[boom.naam] ?? Number.NaN;
    case 'haakjes': return w(boom.binnen);
    case 'min': return -w(boom.van);
    case 'bewerking': return eindig(bewerk(boom.teken, w(boom.links), w(boom.rechts)));
    case 'functie': {
      const argumenten = boom.argumenten.map(w);
      if (boom.naam === 'round') return rondHalfVanNulAf(argumenten[0] as number);
      return boom.naam === 'min' ? Math.min(...argumenten) : Math.max(...argumenten);
    }
    case 'keuze': {
      const links = w(boom.links);
      const rechts = w(boom.rechts);
      if (Number.isNaN(links) || Number.isNaN(rechts)) return Number.NaN;
      return vergelijk(boom.teken, links, rechts) ? w(boom.dan) : w(boom.anders);
    }
  }
}

const eindig = (waarde: number): number => (Number.isFinite(waarde) ? waarde : Number.NaN);

function bewerk(teken: '+' | '-' | '*' | '/', a: number, b: number): number {
  if (teken === '+') return a + b;
  if (teken === '-') return a - b;
  return teken === '*' ? a * b : a / b;
}

function vergelijk(teken: Vergelijking, a: number, b: number): boolean {
  switch (teken) {
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    case '>=': return a >= b;
    case '==': return a === b;
  }
}

/** Half away from zero, as Excel's ROUND; JavaScript's Math.round takes −2.5 to −2. */
export const rondHalfVanNulAf = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));
