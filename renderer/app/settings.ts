/** Settings of this user on this machine: read once at the start, kept by the program. */
import { useCallback, useSyncExternalStore } from 'react';
import { roep } from '../client/client.ts';
import { tellFault } from '../components/Toast.tsx';

let values: Record<string, unknown> = {};
const listeners = new Set<() => void>();

export async function loadSettings(): Promise<void> {
  values = await roep('instellingen.lees', {});
}

export const getSetting = <T>(name: string, otherwise: T): T => (name in values ? (values[name] as T) : otherwise);

export function setSetting(name: string, value: unknown): void {
  values = { ...values, [name]: value };
  for (const listener of listeners) listener();
  // It holds until the window closes, whether or not it could be kept.
  roep('instellingen.zet', { naam: name, waarde: value }).catch(tellFault);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useSetting<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => values[name]);
  const set = useCallback((next: T) => setSetting(name, next), [name]);
  return [value === undefined ? otherwise : (value as T), set];
}
