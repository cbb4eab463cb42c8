/** Buttons: one primary per screen, plain for the rest, quiet inside lists and bars. An icon button always has a label, shown as tooltip. */
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon, type IconName } from './Icon.tsx';
import { Tip } from './Tip.tsx';
import './Button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  children?: ReactNode;
}

export function Button({ kind = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${kind}`}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className="button-text">{children}</span>}
    </AriaButton>
  );
}

/** @param label what it does, with its shortcut in `keys` */
export function IconButton({ label, keys, icon, kind = 'quiet', ...rest }: Omit<ButtonProps, 'children' | 'icon'> & { label: string; icon: IconName; keys?: string }) {
  return (
    <Tip text={keys ? `${label} (${keys})` : label}>
      <AriaButton {...rest} aria-label={label} className={`button button-icon button-${kind}`}>
        <Icon name={icon} />
      </AriaButton>
    </Tip>
  );
}
