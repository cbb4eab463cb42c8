/** The frame of every field: label, explanation, the control, its unit, and the fault below it. */
import { useId, type ReactNode } from 'react';
import { tipText, type TipName } from '../help/tips.ts';
import { Icon } from './Icon.tsx';
import './Field.css';

export interface FieldFrame {
  label: string;
  /** Hides the label from sight where the table or row around it already says it. */
  labelHidden?: boolean;
  /** One sentence under the control. */
  note?: ReactNode;
  fault?: string | undefined;
  unit?: string;
  /** What stands at the right of the label: source, mark of a change. */
  aside?: ReactNode;
  /** What it means: shown in the help line, and read aloud. */
  tip?: TipName | undefined;
}

/** @param control gets the ids to label and describe itself with */
export function Field({ label, labelHidden, note, fault, unit, aside, tip, control }: FieldFrame & { control: (ids: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  const faultId = `${id}-fault`;
  const tipId = `${id}-tip`;
  const described = [note ? noteId : '', fault ? faultId : '', tip ? tipId : ''].filter((part) => part !== '').join(' ');
  return (
    <div className="field" data-tip={tip}>
      <div className={labelHidden && !aside ? 'visually-hidden' : 'field-head'}>
        <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</label>
        {aside}
      </div>
      <div className="field-control">
        {control({ id, describedBy: described || undefined, invalid: fault !== undefined })}
        {unit && <span className="field-unit">{unit}</span>}
      </div>
      {fault !== undefined && <p id={faultId} className="field-fault" role="alert"><Icon name="fault" tone="fault" />{fault}</p>}
      {tip && <span id={tipId} className="visually-hidden">{tipText(tip)}</span>}
      {note && <p id={noteId} className="note">{note}</p>}
    </div>
  );
}
