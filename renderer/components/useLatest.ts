/**
 * A handler that never changes but always does what the newest one does. What is drawn with it need not be drawn again when only the handler is another:
 * figures follow keystrokes, and everything beside them stays as it is.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useLatest<A extends unknown[], R>(handler: ((...args: A) => R) | undefined): (...args: A) => R | undefined {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: A) => latest.current?.(...args), []);
}
