/** Where a validation stands and what it has found: collects every fault with its path and the objects it lies in, named. */
import type { Melding } from '../types.ts';
import type { Register } from './register.ts';

/** An object on the way to the present place, and how to name it in a sentence. */
interface Omgeving { noem: (object: Record<string, unknown>) => string; object: Record<string, unknown>; diepte: number }

export class Keuring {
  readonly fouten: Melding[] = [];
  readonly register: Register;
  private readonly stappen: (string | number)[] = [];
  private readonly omgeving: Omgeving[] = [];

  constructor(register: Register) {
    this.register = register;
  }

  /** Paths are kept as steps and only written out for a fault: a project has a million values and, as a rule, no fault. */
  in(stap: string | number): void {
    this.stappen.push(stap);
  }

  uit(): void {
    this.stappen.pop();
  }

  binnen(object: Record<string, unknown>, noem: Omgeving['noem']): void {
    this.omgeving.push({ noem, object, diepte: this.stappen.length });
  }

  buiten(): void {
    this.omgeving.pop();
  }

  /** Goes on to a place inside the present one for as long as `doe` runs; `noem` names the object there, if it has a name. */
  op(stappen: readonly (string | number)[], doe: () => void, object?: Record<string, unknown>, noem?: Omgeving['noem']): void {
    this.stappen.push(...stappen);
    if (object && noem) this.binnen(object, noem);
    doe();
    if (object && noem) this.buiten();
    this.stappen.length -= stappen.length;
  }

  /** The present field, or `verder` from it, as it is called inside the innermost named object: `'dekking.gemeenten'`. */
  veld(...verder: (string | number)[]): string {
    return `'${padTekst([...this.stappen.slice(this.omgeving.at(-1)?.diepte ?? 0), ...verder])}'`;
  }

  /**
   * Records a fault at the present place, or `verder` from there.
   * @param tekst Dutch, after the name of the object: what is wrong and what to do, without the final full stop
   */
  meld(code: string, tekst: string, ...verder: (string | number)[]): false {
    const waar = this.omgeving.map(({ noem, object, diepte }) => noem(object) || `onderdeel ${padTekst(this.stappen.slice(0, diepte))}`).join(', ');
    const zin = waar ? `${waar}: ${tekst}` : tekst;
    this.fouten.push({ code, pad: padTekst([...this.stappen, ...verder]), tekst: `${zin.charAt(0).toUpperCase()}${zin.slice(1)}${zin.endsWith('?') ? '' : '.'}` });
    return false;
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
