/** "Bedoelde u …": the one known word that is nearest to what was typed. */

/**
 * The single candidate within a small edit distance of `getypt` (a third of its length, at least one), letter case aside. Two equally near ones are no
 * answer: a wrong hint is worse than none.
 */
export function bedoelde(getypt: string, kandidaten: Iterable<string>): string | undefined {
  const woord = getypt.toLowerCase();
  let grens = Math.max(1, Math.floor(woord.length / 3));
  let beste: string | undefined;
  for (const kandidaat of kandidaten) {
    if (Math.abs(kandidaat.length - woord.length) > grens) continue;
    const afstand = bewerkingsafstand(woord, kandidaat.toLowerCase());
    if (afstand > grens) continue;
    beste = afstand === grens && beste !== undefined ? undefined : kandidaat;
    grens = afstand;
  }
  return beste;
}

/** Edit distance with swaps of neighbours counted as one (optimal string alignment). */
export function bewerkingsafstand(a: string, b: string): number {
  let tweeTerug: number[] = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    for (let j = 1; j <= b.length; j++) {
      const vervangen = (vorige[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let kleinste = Math.min(vervangen, (vorige[j] as number) + 1, (rij[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) kleinste = Math.min(kleinste, (tweeTerug[j - 2] as number) + 1);
      rij.push(kleinste);
    }
    tweeTerug = vorige;
    vorige = rij;
  }
  return vorige[b.length] as number;
}
