/** The line at the foot of a screen that explains what has the focus or lies under the pointer. It covers nothing and needs no click. */
import { useEffect, useState, type RefObject } from 'react';
import { TIPS, type TipName } from './tips.ts';
import './HelpLine.css';

const tipOf = (target: EventTarget | null): TipName | undefined => (target instanceof Element ? (target.closest<HTMLElement>('[data-tip]')?.dataset['tip'] as TipName | undefined) : undefined);

/** @param within the part of the page it explains */
export function HelpLine({ within }: { within: RefObject<HTMLElement | null> }) {
  const [focused, setFocused] = useState<TipName>();
  const [hovered, setHovered] = useState<TipName>();
  useEffect(() => {
    const box = within.current;
    if (!box) return undefined;
    // Where the keyboard goes counts, also under a pointer that lies still.
    const onFocus = (event: FocusEvent): void => {
      setFocused(tipOf(event.target));
      setHovered(undefined);
    };
    const onOver = (event: PointerEvent): void => setHovered(tipOf(event.target));
    const onLeave = (): void => setHovered(undefined);
    box.addEventListener('focusin', onFocus);
    box.addEventListener('pointerover', onOver);
    box.addEventListener('pointerleave', onLeave);
    return () => {
      box.removeEventListener('focusin', onFocus);
      box.removeEventListener('pointerover', onOver);
      box.removeEventListener('pointerleave', onLeave);
    };
  }, [within]);
  const tip = TIPS[hovered ?? focused ?? 'effect'];
  const shown = hovered !== undefined || focused !== undefined;
  return <p className="help-line screen-only">{shown ? <>{tip.text} <span className="help-place">{tip.place}</span></> : 'Wijs een veld aan voor uitleg.'}</p>;
}
