/** A reader with a calculator of his own: linear programming written apart from that of the audit, over everything he was ever given. */
export interface Stelsel {
  /** Coefficients by name of unknown. */
  rijen: ReadonlyMap<string, number>[];
  /** The truth, by name: what makes the right sides. No unknown is negative. */
  waar: ReadonlyMap<string, number>;
}

const KLEIN = 1e-9;

/** The largest and smallest value that a sum can have while all rows keep their value. Unbounded ends are given as ±Infinity. */
export function bereiken({ rijen, waar }: Stelsel, doelen: readonly ReadonlyMap<string, number>[]): { min: number; max: number }[] {
  const namen = [...new Set([...rijen.flatMap((rij) => [...rij.keys()]), ...doelen.flatMap((doel) => [...doel.keys()])])];
  const plaats = new Map(namen.map((naam, i) => [naam, i]));
  const n = namen.length;
  // Every unknown in units of its own size, so that all are about one.
  const eenheid = namen.map((naam) => Math.max(1, waar.get(naam) ?? 0));
  const x0 = namen.map((naam, j) => (waar.get(naam) ?? 0) / (eenheid[j] as number));
  const vector = (rij: ReadonlyMap<string, number>): number[] => {
    const uit = Array.from({ length: n }, () => 0);
    for (const [naam, coef] of rij) {
      const j = plaats.get(naam) as number;
      uit[j] = coef * (eenheid[j] as number);
    }
    return uit;
  };
  const inwendig = (a: readonly number[], b: readonly number[]): number => a.reduce((som, c, j) => som + c * (b[j] as number), 0);

  // A basis by full elimination, choosing where the truth is farthest from zero: the corner it starts from is then walked to from the truth.
  const tafel: number[][] = [];
  const basis: number[] = [];
  const over = rijen.map((rij) => {
    const v = vector(rij);
    const grootste = Math.max(...v.map(Math.abs), 1e-300);
    return v.map((c) => c / grootste);
  });
  const isBasis = new Set<number>();
  for (;;) {
    let [beste, r, k] = [1e-8, -1, -1];
    over.forEach((rij, i) => rij.forEach((c, j) => {
      const maat = Math.abs(c) * (0.05 + Math.min(1, x0[j] as number));
      if (!isBasis.has(j) && Math.abs(c) > 1e-8 && maat > beste) [beste, r, k] = [maat, i, j];
    }));
    if (r < 0) break;
    const [spil] = over.splice(r, 1) as [number[]];
    const deel = spil[k] as number;
    const rij = spil.map((c) => c / deel);
    for (const ander of [...over, ...tafel]) {
      const maal = ander[k] as number;
      if (maal !== 0) for (let j = 0; j < n; j++) ander[j]! -= maal * (rij[j] as number);
    }
    tafel.push(rij);
    basis.push(k);
    isBasis.add(k);
  }
  const draai = (r: number, k: number): void => {
    const deel = tafel[r]![k] as number;
    tafel[r] = tafel[r]!.map((c) => c / deel);
    tafel.forEach((rij, i) => {
      const maal = rij[k] as number;
      if (i !== r && maal !== 0) for (let j = 0; j < n; j++) rij[j]! -= maal * (tafel[r]![j] as number);
    });
    isBasis.delete(basis[r] as number);
    basis[r] = k;
    isBasis.add(k);
  };

  // From the truth to a corner: every unknown outside the basis is lowered to zero, or until one in it is zero and takes its place.
  const x = [...x0];
  for (let j = 0; j < n; j++) {
    while (!isBasis.has(j) && (x[j] as number) > KLEIN) {
      let [stap, r] = [x[j] as number, -1];
      tafel.forEach((rij, i) => {
        // Lowering j by t raises the basic unknown by coefficient · t.
        const c = rij[j] as number;
        const b = x[basis[i] as number] as number;
        if (c < -KLEIN && b / -c < stap) [stap, r] = [b / -c, i];
      });
      x[j]! -= stap;
      tafel.forEach((rij, i) => (x[basis[i] as number]! += (rij[j] as number) * stap));
      if (r < 0) x[j] = 0;
      else {
        x[basis[r] as number] = 0;
        draai(r, j);
      }
    }
  }

  const hoogste = (doel: readonly number[]): number => {
    for (let keer = 0; keer < 4000; keer++) {
      let k = -1;
      for (let j = 0; j < n && k < 0; j++) {
        if (isBasis.has(j)) continue;
        const winst = (doel[j] as number) - tafel.reduce((som, rij, i) => som + (doel[basis[i] as number] as number) * (rij[j] as number), 0);
        if (winst > 1e-7) k = j;
      }
      if (k < 0) return inwendig(doel, x);
      let [stap, r] = [Number.POSITIVE_INFINITY, -1];
      tafel.forEach((rij, i) => {
        const c = rij[k] as number;
        const hier = Math.max(0, x[basis[i] as number] as number) / c;
        if (c > KLEIN && (hier < stap - 1e-12 || (hier <= stap + 1e-12 && (basis[i] as number) < (basis[r] ?? n)))) [stap, r] = [hier, i];
      });
      if (r < 0) return Number.POSITIVE_INFINITY;
      tafel.forEach((rij, i) => (x[basis[i] as number]! -= (rij[k] as number) * stap));
      x[k]! += stap;
      x[basis[r] as number] = 0;
      draai(r, k);
    }
    throw new Error('the attacker did not finish');
  };
  return doelen.map((doel) => {
    const v = vector(doel);
    return { max: hoogste(v), min: -hoogste(v.map((c) => -c)) };
  });
}
