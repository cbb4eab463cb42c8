/** The whole window for a meeting. The page behind it is not there meanwhile: not for keyboard or screen reader, not on paper. */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export function Stage({ label, children }: { label: string; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = document.getElementById('app');
    page?.setAttribute('hidden', '');
    stage.current?.focus();
    return () => page?.removeAttribute('hidden');
  }, []);
  return createPortal(<div ref={stage} className="presentation" role="dialog" aria-modal="true" aria-label={label} tabIndex={-1}>{children}</div>, document.body);
}
