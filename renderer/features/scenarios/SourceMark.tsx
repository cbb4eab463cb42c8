/** Where an assumption comes from: its status in sight, source and date behind it; and what its parent had, with a way back. */
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Bronvermelding, Status } from '../../../models/project/types.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Segments } from '../../components/Select.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import './SourceMark.css';

const STATUSES: { value: Status; label: string }[] = [{ value: 'voorbeeld', label: 'Voorbeeld' }, { value: 'aanname', label: 'Aanname' }, { value: 'vastgesteld', label: 'Vastgesteld' }];

/** How a source reads in one line: `vastgesteld · Begroting 2027 · 1 okt. 2026`. */
export const sourceWord = (source: Bronvermelding | undefined): string => source?.status ?? (source?.bron ? 'aanname' : 'geen bron');

interface SourceMarkProps {
  /** What it is the source of. */
  name: string;
  source: Bronvermelding | undefined;
  /** It is of several values, and `source` is that of the first only. */
  differs?: boolean;
  onChange?: ((source: Bronvermelding) => void) | undefined;
}

export function SourceMark({ name, source: of, differs = false, onChange }: SourceMarkProps) {
  const source = differs ? undefined : of;
  const word = differs ? 'verschillend' : sourceWord(source);
  const missing = !differs && !source?.bron;
  return (
    <DialogTrigger>
      <AriaButton className={`source-mark${word === 'voorbeeld' ? ' example' : ''}`} aria-label={`Bron van ${name}: ${word}`}>
        {missing && <Icon name="question" />}
        {word}
      </AriaButton>
      <Popover className="popover source-popover" placement="bottom end">
        <Dialog className="source-dialog" aria-label={`Bron van ${name}`}>
          {({ close }) => <SourceForm name={name} source={source} onChange={onChange} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function SourceForm({ name, source, onChange, onDone }: { name: string; source: Bronvermelding | undefined; onChange: ((source: Bronvermelding) => void) | undefined; onDone: () => void }) {
  const [draft, setDraft] = useState<Bronvermelding>(source ?? {});
  const readOnly = onChange === undefined;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onChange?.(Object.fromEntries(Object.entries(draft).filter(([, v]) => v !== undefined && v !== '')));
        onDone();
      }}
    >
      <h3>Bron van {name}</h3>
      <TextField label="Bron" value={draft.bron ?? ''} onChange={(bron) => setDraft({ ...draft, bron })} readOnly={readOnly} placeholder="bijvoorbeeld Begroting 2027, bijlage 3" autoFocus />
      <DateField label="Datum van de bron" value={draft.datum} onChange={(datum) => setDraft({ ...draft, datum })} readOnly={readOnly} optional placeholder="bijvoorbeeld 1-10-2026" />
      <Segments label="Status" labelHidden value={draft.status} options={STATUSES} onChange={(status) => setDraft({ ...draft, status })} isDisabled={readOnly} />
      {!readOnly && <div className="source-actions"><Button kind="primary" type="submit">Bron vastleggen</Button></div>}
    </form>
  );
}

/** What the parent scenario has, where this one differs from it. */
export function ParentMark({ was, onReset }: { was: string; onReset?: (() => void) | undefined }) {
  return (
    <AriaButton className="parent-mark" isDisabled={!onReset} {...(onReset && { onPress: onReset })} aria-label={`was ${was} in het bovenliggende scenario; terugzetten`}>
      was {was}
    </AriaButton>
  );
}
