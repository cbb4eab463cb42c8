/** Where the user is, in the address behind `#`, so that going back and a reload keep the place. */
import { useSyncExternalStore } from 'react';

export const STEPS = ['gegevens', 'nulmeting', 'scenarios', 'vergelijken', 'voorstel'] as const;
export type Step = (typeof STEPS)[number];
export type Screen = Step | 'start' | 'logboek';

export interface Route { screen: Screen; parts: string[] }

const SCREENS: readonly string[] = [...STEPS, 'start', 'logboek'];
let text = '';
let route: Route = { screen: 'start', parts: [] };

function read(): Route {
  const hash = location.hash.startsWith('#/') ? location.hash.slice(2) : '';
  if (hash === text) return route;
  text = hash;
  const [screen = '', ...parts] = hash.split('/').map(decodeURIComponent);
  return (route = SCREENS.includes(screen) ? { screen: screen as Screen, parts } : { screen: 'start', parts: [] });
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export const useRoute = (): Route => useSyncExternalStore(subscribe, read);
export const getRoute = read;

export const addressOf = (screen: Screen, ...parts: string[]): string => `#/${[screen, ...parts].map(encodeURIComponent).join('/')}`;

export function go(screen: Screen, ...parts: string[]): void {
  location.hash = addressOf(screen, ...parts);
}
