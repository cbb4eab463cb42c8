/** Passes a command on to whoever can do it. */
import { useEffect } from 'react';
import type { Menuopdracht } from '../../models/contract/gebeurtenis.ts';

const takers = new Set<(command: Menuopdracht) => void>();

export const MenuBus = {
  send(command: Menuopdracht): void {
    for (const take of takers) take(command);
  },
};

/** Does something on a command for as long as the component is there. */
export function useCommand(handlers: Partial<Record<Menuopdracht, () => void>>): void {
  useEffect(() => {
    const take = (command: Menuopdracht): void => handlers[command]?.();
    takers.add(take);
    return () => void takers.delete(take);
  });
}
