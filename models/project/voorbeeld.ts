/** Whether figures are still an example (rekenmodel 1, `herkomst`): then VOORBEELD stands on every screen and page, and nothing can be frozen. */
import type { Herkomst } from './types.ts';

/** @param waarde a project, or any part of one */
export function heeftVoorbeeld(waarde: unknown): boolean {
  if (typeof waarde !== 'object' || waarde === null) return false;
  if (Array.isArray(waarde)) return waarde.some(heeftVoorbeeld);
  return Object.entries(waarde).some(([sleutel, deel]) =>
    sleutel === 'herkomst' ? Object.values((deel ?? {}) as Herkomst).some(({ status }) => status === 'voorbeeld') : heeftVoorbeeld(deel));
}
