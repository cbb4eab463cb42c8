/** Short messages at the bottom: what was done, with a way back, and what went wrong. Faults stay until they are closed. */
import { useSyncExternalStore } from 'react';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './Toast.css';

interface Toast { id: number; level: 'good' | 'fault'; text: string; action?: { label: string; onPress: () => void } }

/** Milliseconds that a message which needs no answer stays. */
const STAY = 6000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};
const close = (id: number): void => set(toasts.filter((t) => t.id !== id));

export function tell(text: string, action?: Toast['action']): void {
  const id = ++last;
  set([...toasts.slice(-2), { id, level: 'good', text, ...(action && { action }) }]);
  setTimeout(() => close(id), STAY);
}

export function tellFault(fault: unknown): void {
  const text = fault instanceof Error ? fault.message : String(fault);
  if (toasts.some((t) => t.level === 'fault' && t.text === text)) return;
  set([...toasts.slice(-2), { id: ++last, level: 'fault', text }]);
}

export function Toasts() {
  const list = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => toasts);
  return (
    <div className="toasts screen-only" role="region" aria-label="Meldingen">
      {list.map((t) => (
        <div key={t.id} className="toast" role={t.level === 'fault' ? 'alert' : 'status'}>
          <Icon name={t.level === 'fault' ? 'fault' : 'check'} tone={t.level === 'fault' ? 'fault' : 'v'} />
          <p>{t.text}</p>
          {t.action && (
            <Button
              kind="quiet"
              onPress={() => {
                close(t.id);
                t.action?.onPress();
              }}
            >
              {t.action.label}
            </Button>
          )}
          <IconButton icon="close" label="Melding sluiten" onPress={() => close(t.id)} />
        </div>
      ))}
    </div>
  );
}
