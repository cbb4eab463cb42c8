/** One choice out of a list, and one out of a few that are all in sight. */
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Label as RadioLabel, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { TipName } from '../help/tips.ts';
import { Icon } from './Icon.tsx';
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

export function Select<T extends string>({ label, labelHidden, value, options, onChange, placeholder = 'Kies…', isDisabled, aside, tip }: SelectProps<T>) {
  return (
    <AriaSelect className="select" data-tip={tip} value={value ?? null} isDisabled={isDisabled} placeholder={placeholder} onChange={(key) => key !== null && onChange(String(key) as T)}>
      <div className={labelHidden && !aside ? 'visually-hidden' : 'field-head'}>
        <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
        {aside}
      </div>
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
}

/** Two to five choices side by side. */
export function Segments<T extends string>({ label, labelHidden, value, options, onChange, isDisabled }: Pick<SelectProps<T>, 'label' | 'labelHidden' | 'value' | 'options' | 'onChange' | 'isDisabled'>) {
  return (
    <RadioGroup className="segments" orientation="horizontal" value={value ?? null} isDisabled={isDisabled} onChange={(key) => onChange(key as T)}>
      <RadioLabel className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</RadioLabel>
      <div className="segments-row">
        {options.map((o) => <Radio key={o.value} value={o.value} className="segment">{o.label}</Radio>)}
      </div>
    </RadioGroup>
  );
}
