/** One choice out of a list, and one out of a few that are all in sight. */
import { memo, useId, type ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Label as RadioLabel, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { TipName } from '../help/tips.ts';
import { Icon } from './Icon.tsx';
import { useLatest } from './useLatest.ts';
import './Select.css';

export interface Option<T extends string> { value: T; label: string; note?: string }

export interface SelectProps<T extends string> {
  label: string;
  labelHidden?: boolean;
  value: T | undefined;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  placeholder?: string;
  isDisabled?: boolean;
  aside?: ReactNode;
  tip?: TipName;
}

export function Select<T extends string>({ label, labelHidden, value, options, onChange, placeholder = 'Kies…', isDisabled = false, aside, tip }: SelectProps<T>) {
  const labelId = useId();
  const choose = useLatest((chosen: string) => onChange(chosen as T));
  return (
    <div className="select" data-tip={tip}>
      <div className={labelHidden && !aside ? 'visually-hidden' : 'field-head'}>
        <span id={labelId} className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</span>
        {aside}
      </div>
      <Choice labelId={labelId} value={value} options={options} onChange={choose} placeholder={placeholder} isDisabled={isDisabled} />
    </div>
  );
}

const sameOptions = (a: readonly Option<string>[], b: readonly Option<string>[]): boolean =>
  a.length === b.length && a.every((o, i) => o.value === b[i]?.value && o.label === b[i]?.label && o.note === b[i]?.note);

interface ChoiceProps { labelId: string; value: string | undefined; options: readonly Option<string>[]; onChange: (value: string) => void; placeholder: string; isDisabled: boolean }

/** The control itself, drawn anew only when what it shows changed: figures follow keystrokes in fields beside it. */
const Choice = memo(function Choice({ labelId, value, options, onChange, placeholder, isDisabled }: ChoiceProps) {
  return (
    <AriaSelect aria-labelledby={labelId} value={value ?? null} isDisabled={isDisabled} placeholder={placeholder} onChange={(key) => key !== null && onChange(String(key))}>
      <Button className="select-button">
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <Icon name="down" tone="muted" />
      </Button>
      <Popover className="popover select-popover" offset={2}>
        <ListBox className="listbox" items={options.map((o) => ({ ...o, id: o.value }))}>
          {(option) => (
            <ListBoxItem className="listbox-item" textValue={option.label}>
              <span>{option.label}</span>
              {option.note && <span className="note">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}, (a, b) => a.value === b.value && a.isDisabled === b.isDisabled && a.placeholder === b.placeholder && sameOptions(a.options, b.options));

/** Two to five choices side by side. */
export function Segments<T extends string>({ onChange, ...rest }: SegmentsProps<T>) {
  return <Row {...rest} onChange={useLatest((value: string) => onChange(value as T))} />;
}

type SegmentsProps<T extends string> = Pick<SelectProps<T>, 'label' | 'labelHidden' | 'value' | 'options' | 'onChange' | 'isDisabled'>;

const Row = memo(function Row({ label, labelHidden, value, options, onChange, isDisabled }: SegmentsProps<string>) {
  return (
    <RadioGroup className="segments" orientation="horizontal" value={value ?? null} isDisabled={isDisabled} onChange={onChange}>
      <RadioLabel className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</RadioLabel>
      <div className="segments-row">
        {options.map((o) => <Radio key={o.value} value={o.value} className="segment">{o.label}</Radio>)}
      </div>
    </RadioGroup>
  );
}, (a, b) => a.label === b.label && a.value === b.value && a.isDisabled === b.isDisabled && sameOptions(a.options, b.options));
