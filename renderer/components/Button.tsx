/** Buttons: one primary per screen, plain for the rest, quiet inside lists and bars. An icon button always has a label, shown as tooltip. */
import { memo, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon, type IconName } from './Icon.tsx';
import { Tip } from './Tip.tsx';
import { useLatest } from './useLatest.ts';
import './Button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'onPress'> {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  children?: ReactNode;
  onPress?: () => void;
}

export function Button({ onPress, ...rest }: ButtonProps) {
  const press = useLatest(onPress);
  return <Plain {...rest} onPress={press} />;
}

const Plain = memo(function Plain({ kind = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${kind}`}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className="button-text">{children}</span>}
    </AriaButton>
  );
});

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  /** What it does. */
  label: string;
  icon: IconName;
  /** Its shortcut. */
  keys?: string;
}

export function IconButton({ onPress, ...rest }: IconButtonProps) {
  const press = useLatest(onPress);
  return <Small {...rest} onPress={press} />;
}

const Small = memo(function Small({ label, keys, icon, kind = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tip text={keys ? `${label} (${keys})` : label}>
      <AriaButton {...rest} aria-label={label} className={`button button-icon button-${kind}`}>
        <Icon name={icon} />
      </AriaButton>
    </Tip>
  );
});
