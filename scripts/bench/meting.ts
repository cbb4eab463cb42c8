/** What a bench measures, and how it is shown. */

/** One figure. `doel` is what it may at most, or must at least, be. */
export interface Meting {
  naam: string;
  waarde: number;
  eenheid: string;
  doel?: { hoogstens: number } | { minstens: number };
  /** Something to compare machines with, such as the time to parse the same file. */
  ijk?: string;
}

/** A part of the bench: gives its figures one by one, so that they show as soon as they are there. */
export type Onderdeel = () => AsyncGenerator<Meting>;

export const gehaald = ({ waarde, doel }: Meting): boolean => !doel || ('hoogstens' in doel ? waarde <= doel.hoogstens : waarde >= doel.minstens);

const getal = (x: number): string => x.toLocaleString('nl-NL', { maximumSignificantDigits: x < 1000 ? 3 : 15, maximumFractionDigits: 0 });

/** One line: figure, target, verdict, reference. */
export function regel(meting: Meting): string {
  const { naam, waarde, eenheid, doel, ijk } = meting;
  const grens = doel ? ('hoogstens' in doel ? `≤ ${getal(doel.hoogstens)}` : `≥ ${getal(doel.minstens)}`) : '';
  const oordeel = doel ? (gehaald(meting) ? 'ok' : 'TE TRAAG') : '';
  return [naam.padEnd(52), getal(waarde).padStart(10), eenheid.padEnd(8), grens.padStart(10), oordeel.padEnd(8), ijk ? `ijk: ${ijk}` : ''].join(' ').trimEnd();
}

/** Runs `werk` a few times to warm up and then `keer` times; gives the median in milliseconds. */
export async function mediaan(keer: number, werk: () => unknown, opwarmen = 2): Promise<number> {
  for (let i = 0; i < opwarmen; i++) await werk();
  const tijden: number[] = [];
  for (let i = 0; i < keer; i++) {
    const begin = performance.now();
    await werk();
    tijden.push(performance.now() - begin);
  }
  return tijden.sort((a, b) => a - b)[Math.floor(keer / 2)] ?? Number.NaN;
}
