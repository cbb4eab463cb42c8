/** A report on a project as it is walked through: where one stands, and every fault or warning found there, with path and the objects it lies in, named. */
import type { Melding } from '../types.ts';
import type { Ruw } from './soort.ts';
import type { Register } from './register.ts';

/** An object on the way to the present place, and how to name it in a sentence. */
interface Omgeving { noem: (object: Ruw) => string; object: Ruw; diepte: number }

export class Verslag {
  readonly meldingen: Melding[] = [];
  private readonly stappen: (string | number)[] = [];
  private readonly omgeving: Omgeving[] = [];

  /** Paths are kept as steps and only written out for a fault: a project has a million values and, as a rule, no fault. */
  in(stap: string | number): void {
    this.stappen.push(stap);
  }

  uit(): void {
    this.stappen.pop();
  }

  binnen(object: Ruw, noem: Omgeving['noem']): void {
    this.omgeving.push({ noem, object, diepte: this.stappen.length });
  }

  buiten(): void {
    this.omgeving.pop();
  }

  /** The present field, or `verder` from it, as it is called inside the innermost named object: `'dekking.gemeenten'`. */
  veld(...verder: (string | number)[]): string {
    return `'${padTekst([...this.stappen.slice(this.omgeving.at(-1)?.diepte ?? 0), ...verder])}'`;
  }

  /** The field of the innermost named object that the present place lies in: `dekking`. */
  hoofdveld(): string | number | undefined {
    return this.stappen[this.omgeving.at(-1)?.diepte ?? 0];
  }

  /**
   * Records a fault or warning at the present place, or `verder` from there.
   * @param tekst Dutch, after the name of the object: what is wrong and what to do, without the final full stop
   */
  meld(code: string, tekst: string, ...verder: (string | number)[]): false {
    const waar = this.omgeving.map(({ noem, object, diepte }) => noem(object) || `onderdeel ${padTekst(this.stappen.slice(0, diepte))}`).join(', ');
    const zin = waar ? `${waar}: ${tekst}` : tekst;
    this.meldingen.push({ code, pad: padTekst([...this.stappen, ...verder]), tekst: `${zin.charAt(0).toUpperCase()}${zin.slice(1)}${zin.endsWith('?') ? '' : '.'}` });
    return false;
  }
}

/** A report on input that is held against the codes it declares itself. */
export class Keuring extends Verslag {
  readonly register: Register;

  constructor(register: Register) {
    super();
    this.register = register;
  }
}

/** `scenarios[2].arrangementen[0].start`; a key that would not read as a name stands between brackets. */
export function padTekst(stappen: readonly (string | number)[]): string {
  return stappen.map((stap, i) => {
    if (typeof stap === 'number') return `[${stap}]`;
    if (!/^[\w-]+$/.test(stap)) return `[${JSON.stringify(stap)}]`;
    return i === 0 ? stap : `.${stap}`;
  }).join('');
}
