/** Actions behind one button. */
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Separator } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon, type IconName } from './Icon.tsx';
import './Menu.css';

export interface MenuAction { id: string; label: string; icon?: IconName; keys?: string; onAction: () => void; isDisabled?: boolean; separated?: boolean; danger?: boolean }

/** @param children the button that opens it */
export function Menu({ label, actions, children }: { label: string; actions: readonly MenuAction[]; children: ReactNode }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={2}>
        <AriaMenu className="menu" aria-label={label} onAction={(key) => actions.find((a) => a.id === key)?.onAction()} disabledKeys={actions.filter((a) => a.isDisabled).map((a) => a.id)}>
          {actions.flatMap((a) => [
            ...(a.separated ? [<Separator key={`${a.id}-line`} className="menu-line" />] : []),
            <MenuItem key={a.id} id={a.id} textValue={a.label} className={a.danger ? 'menu-item menu-danger' : 'menu-item'}>
              {a.icon ? <Icon name={a.icon} /> : <span className="menu-gap" />}
              <span className="menu-label">{a.label}</span>
              {a.keys && <kbd>{a.keys}</kbd>}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
