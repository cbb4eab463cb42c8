/** How the amount of one fte is built (schermen.md, fte builder): cao hourly cost × hours × (1 + margin); overhead stays apart, as it is in the cost line. */

/** The `opbouw` of a cost line of soort `fte`; what is missing has not been filled in. */
export interface Fteopbouw {
  /** Euros per paid hour, employer's charges included. */
  uurkosten?: number;
  /** Paid hours per fte in a year. */
  urenPerFte?: number;
  /** Share on top of the cost (risk and result); default 0. */
  marge?: number;
  /** Share 0..1 of the paid hours that reaches children. */
  productiviteit?: number;
}

/** The opbouw of a cost line, which a project may hold in any form (`opbouw` is free there): only figures count. */
export function fteopbouwVan(opbouw: unknown): Fteopbouw {
  const { uurkosten, urenPerFte, marge, productiviteit } = (typeof opbouw === 'object' && opbouw !== null ? opbouw : {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries({ uurkosten, urenPerFte, marge, productiviteit }).filter(([, waarde]) => typeof waarde === 'number' && Number.isFinite(waarde)));
}

/** Euros per fte in a year, without overhead and unrounded; undefined while cost or hours are missing. */
export function bedragPerFte({ uurkosten, urenPerFte, marge = 0 }: Fteopbouw): number | undefined {
  return uurkosten === undefined || urenPerFte === undefined ? undefined : uurkosten * urenPerFte * (1 + marge);
}

/**
 * Euros per productive hour: what is paid for an hour that reaches children.
 * @param bedrag euros per fte in a year, without overhead; @param overhead share on top of it, as in the cost line
 * @returns undefined while hours or productivity are missing or 0
 */
export function prijsPerProductiefUur(bedrag: number, overhead: number, { urenPerFte, productiviteit }: Fteopbouw): number | undefined {
  const productief = urenPerFte === undefined || productiviteit === undefined ? 0 : urenPerFte * productiviteit;
  return productief === 0 ? undefined : (bedrag * (1 + overhead)) / productief;
}
