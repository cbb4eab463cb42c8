/** What was asked on a tab, for as long as the project is open: tabs come and go, a question stays. */
import { useState } from 'react';
import { useOpen } from '../../stand/hooks.ts';

const kept = new Map<string, unknown>();

/** @param name of the question, unique on this screen */
export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const { stand } = useOpen();
  const [, setTimes] = useState(0);
  const key = `${stand.bestand} ${name}`;
  const set = (value: T): void => {
    kept.set(key, value);
    setTimes((n) => n + 1);
  };
  return [kept.has(key) ? (kept.get(key) as T) : initial, set];
}
