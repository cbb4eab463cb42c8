/** Tabs within a screen; the chosen one is in the address. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './Tabs.css';

export interface TabItem { id: string; label: string; count?: string | undefined; content: () => ReactNode }

export function Tabs({ label, items, selected, onSelect }: { label: string; items: readonly TabItem[]; selected: string; onSelect: (id: string) => void }) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
      <TabList className="tab-list" aria-label={label}>
        {items.map((t) => (
          <Tab key={t.id} id={t.id} className="tab">
            <span className="tab-label" data-label={t.label}>{t.label}</span>
            {t.count !== undefined && <span className="tab-count">{t.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((t) => <TabPanel key={t.id} id={t.id} className="tab-panel">{t.id === selected ? t.content() : null}</TabPanel>)}
    </AriaTabs>
  );
}
