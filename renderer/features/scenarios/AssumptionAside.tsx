/** Beside the label of an assumption: its source, and what the parent scenario has where that differs. */
import type { Bronvermelding, Herkomst } from '../../../models/project/types.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { ParentMark, SourceMark } from './SourceMark.tsx';

interface AsideProps<T extends object> {
  name: string;
  /** What holds the field, and its counterpart in the parent scenario. */
  of: T & { herkomst?: Herkomst };
  parent?: T | undefined;
  field: keyof T & string;
  show: (value: T[keyof T & string]) => string;
  onSource: ((source: Bronvermelding) => void) | undefined;
  onReset: ((value: T[keyof T & string]) => void) | undefined;
  /** Not every field is an assumption that needs a source. */
  unsourced?: boolean;
}

export function AssumptionAside<T extends object>({ name, of, parent, field, show, onSource, onReset, unsourced }: AsideProps<T>) {
  const differs = parent !== undefined && !gelijkeWaarde(parent[field], of[field]);
  return (
    <span className="assumption-aside">
      {differs && <ParentMark was={show(parent[field])} onReset={onReset && (() => onReset(parent[field]))} />}
      {!unsourced && of[field] !== undefined && <SourceMark name={name} source={of.herkomst?.[field]} onChange={onSource} />}
    </span>
  );
}
