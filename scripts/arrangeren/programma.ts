import pakket from '../../package.json' with { type: 'json' };

/** Name and version of this program, as it stands in what it makes. */
export const PROGRAMMA = `Collectief arrangeren ${pakket.version}`;
