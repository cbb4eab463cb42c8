/** Name and version of this program, as it stands in what it makes: a workbook is only read back by the version that made it. */
import type { Kader } from './projectkant.ts';

export const programmaVan = ({ versie }: Pick<Kader, 'versie'>): string => `Collectief Arrangeren ${versie}`;
