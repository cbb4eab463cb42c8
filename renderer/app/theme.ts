/** Light or dark: as the system says, unless the user chose one. Paper is always light. */
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { getSetting, useSetting } from './settings.ts';

export type Theme = 'systeem' | 'licht' | 'donker';
const ATTRIBUTE: Record<Theme, string> = { systeem: '', licht: 'light', donker: 'dark' };
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let printing = false;

export function applyTheme(theme: Theme = getSetting<Theme>('thema', 'systeem')): void {
  const attribute = printing ? 'light' : ATTRIBUTE[theme];
  if (attribute === '') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = attribute;
}

function setPrinting(now: boolean): void {
  printing = now;
  applyTheme();
  // What is drawn must be drawn again before the page is taken.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}
addEventListener('beforeprint', () => setPrinting(true));
addEventListener('afterprint', () => setPrinting(false));

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, set] = useSetting<Theme>('thema', 'systeem');
  return [theme, (next) => {
    set(next);
    applyTheme(next);
  }];
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
};

/** Whether what is on screen is dark, for what is drawn rather than styled. */
export function useIsDark(): boolean {
  const [theme] = useTheme();
  const systemDark = useSyncExternalStore(subscribe, () => system.matches && !printing);
  const onPaper = useSyncExternalStore(subscribe, () => printing);
  return !onPaper && (theme === 'donker' || (theme === 'systeem' && systemDark));
}
