import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

export const VERSIE = version;
/** Name and version of this program, as it stands in what it makes. */
export const PROGRAMMA = `Collectief arrangeren ${version}`;
