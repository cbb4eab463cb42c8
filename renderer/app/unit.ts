/** The one switch between euros and thousands of euros, for every table and chart. */
import type { AmountUnit } from '../format/amount.ts';
import { useSetting } from './settings.ts';

export const useUnit = (): [AmountUnit, (unit: AmountUnit) => void] => useSetting<AmountUnit>('eenheid', 1);
