/** Yes or no: a checkbox in lists and forms, a switch for a setting that works at once. */
import { memo, type ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import { useLatest } from './useLatest.ts';
import './Checkbox.css';

interface CheckProps { isSelected: boolean; onChange: (selected: boolean) => void; children?: ReactNode; isDisabled?: boolean; 'aria-label'?: string }

export function Checkbox({ onChange, ...rest }: CheckProps & { isIndeterminate?: boolean }) {
  return <Box {...rest} onChange={useLatest(onChange)} />;
}

const Box = memo(function Box({ children, ...rest }: CheckProps & { isIndeterminate?: boolean }) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      {({ isIndeterminate }) => (
        <>
          <span className="checkbox-box">
            <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d={isIndeterminate ? 'M3 8h10' : 'M2.5 8.5 6.3 12l7.2-8.2'} /></svg>
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
});

export function Switch({ onChange, ...rest }: CheckProps) {
  return <Track {...rest} onChange={useLatest(onChange)} />;
}

const Track = memo(function Track({ children, ...rest }: CheckProps) {
  return (
    <AriaSwitch {...rest} className="switch">
      <span className="switch-track"><span className="switch-knob" /></span>
      {children}
    </AriaSwitch>
  );
});
