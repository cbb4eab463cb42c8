/** The whole window for a meeting. What lies behind it is out of reach of keyboard, pointer and screen reader. */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export function Stage({ label, children }: { label: string; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = document.getElementById('app');
    page?.setAttribute('inert', '');
    stage.current?.focus();
    return () => page?.removeAttribute('inert');
  }, []);
  return createPortal(<div ref={stage} className="presentation" role="dialog" aria-modal="true" aria-label={label} tabIndex={-1}>{children}</div>, document.body);
}
