/** Tabs within a screen; the chosen one is in the address. Arrow keys, Home and End move and choose, as people know from elsewhere. */
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './Tabs.css';

export interface TabItem { id: string; label: string; count?: string | undefined; content: () => ReactNode }

export function Tabs({ label, items, selected, onSelect }: { label: string; items: readonly TabItem[]; selected: string; onSelect: (id: string) => void }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(0, items.findIndex((t) => t.id === selected));
  const shown = items[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + items.length) % items.length;
    onSelect(items[next]!.id);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className="tabs">
      <div ref={list} className="tab-list" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {items.map((t) => (
          <button key={t.id} type="button" role="tab" id={`${id}-${t.id}`} className="tab" aria-selected={t === shown} aria-controls={t === shown ? `${id}-panel` : undefined} tabIndex={t === shown ? 0 : -1} onClick={() => onSelect(t.id)}>
            <span className="tab-label" data-label={t.label}>{t.label}</span>
            {t.count !== undefined && <span className="tab-count">{t.count}</span>}
          </button>
        ))}
      </div>
      {shown && <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`} tabIndex={-1} key={shown.id}>{shown.content()}</div>}
    </div>
  );
}
