/** Counts of children that are small: below the threshold of what is published they are marked, wherever they are shown. */
import { BESCHERMINGSNAAM } from '../../models/contract/bescherming.ts';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import type { CellMark } from '../components/grid/column.ts';
import { useSetting } from './settings.ts';

/** Counts below this are called small, here and in what is published. */
export const useThreshold = (): [number, (n: number) => void] => useSetting(BESCHERMINGSNAAM.drempel, STANDAARDBESCHERMING.drempel);

/** Marks a count, or an amount or share that is of so few. Undefined counts nothing. */
export function useSmall(): (n: number | undefined, of: 'leerlingen' | 'jeugdigen') => CellMark | undefined {
  const [threshold] = useThreshold();
  return (n, of) => (n !== undefined && n < threshold ? { kind: 'small', text: `Klein aantal: minder dan ${threshold} ${of}. Niet naar buiten.` } : undefined);
}
