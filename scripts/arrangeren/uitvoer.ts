/** What the command line says: results on stdout, everything else on stderr. */
import type { Melding } from '../../models/project/types.ts';

/** Writes to stdout and waits until the reader took it, however large. A reader that has seen enough (`| head`) is no error. */
export function naarStdout(tekst: string): Promise<void> {
  return new Promise((klaar, mislukt) => process.stdout.write(tekst, (fout) => (fout && !isGeslotenPijp(fout) ? mislukt(fout) : klaar())));
}

const isGeslotenPijp = (fout: Error): boolean => 'code' in fout && fout.code === 'EPIPE';

/** Ends the program quietly once the reader of stdout or stderr has closed the pipe; any other fault of a stream is left to whoever writes. */
export function stopBijGeslotenPijp(): void {
  for (const stroom of [process.stdout, process.stderr]) {
    stroom.on('error', (fout: Error) => {
      if (isGeslotenPijp(fout)) process.exit(0);
    });
  }
}

const REGELS = 25;

/** One line per fault or warning: code, path, sentence. After 25 lines only how many more there are, unless `alles`. */
export function toonMeldingen(meldingen: readonly Melding[], alles = false): void {
  const getoond = alles ? meldingen : meldingen.slice(0, REGELS);
  for (const { code, pad, tekst } of getoond) console.error(`${code}  ${pad || '(project)'}  ${tekst}`);
  if (getoond.length < meldingen.length) console.error(`… en nog ${meldingen.length - getoond.length} (alle staan in de uitkomst).`);
}

/** Progress on one line of a terminal; says nothing anywhere else. */
export class Voortgang {
  #laatst = 0;
  readonly #actief = process.stderr.isTTY;

  /** Replaces the line, at most ten times a second. */
  toon(tekst: string): void {
    const nu = performance.now();
    if (!this.#actief || nu - this.#laatst < 100) return;
    this.#laatst = nu;
    process.stderr.write(`\r\u001B[K${tekst.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }

  /** Clears the line. */
  klaar(): void {
    if (this.#actief && this.#laatst > 0) process.stderr.write('\r\u001B[K');
  }
}
