/** A file that cannot be read as what it claims to be. Dutch sentence: what is wrong and what to do. */
export class Leesfout extends Error {
  readonly code: string;
  /** The file, where the caller does not know which one was being read. */
  readonly bestand: string | undefined;
  constructor(code: string, tekst: string, bestand?: string) {
    super(tekst);
    this.name = 'Leesfout';
    this.code = code;
    this.bestand = bestand;
  }
}
