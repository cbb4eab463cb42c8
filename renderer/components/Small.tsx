/** A count of children in a sentence or a list, marked where it is small as it is in a table. */
import type { ReactNode } from 'react';
import { useSmall } from '../app/small.ts';
import './grid/DataGrid.css';

export function Small({ n, of, children }: { n: number; of: 'leerlingen' | 'jeugdigen'; children: ReactNode }) {
  const mark = useSmall()(n, of);
  return mark ? <span className="mark-small" title={mark.text}>{children}<span className="visually-hidden"> (klein aantal)</span></span> : children;
}
