/** A file that cannot be read as what it claims to be. Dutch sentence: what is wrong and what to do. */
export class Leesfout extends Error {
  readonly code: string;
  constructor(code: string, tekst: string) {
    super(tekst);
    this.name = 'Leesfout';
    this.code = code;
  }
}
