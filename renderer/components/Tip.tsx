/** A tooltip on something that can be focused, and the explained term of the field. */
import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './Tip.css';

/** @param children something that takes focus, such as a React Aria button */
export function Tip({ text, children }: { text: ReactNode; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="tip" offset={6}>{text}</Tooltip>
    </TooltipTrigger>
  );
}

/** A word or mark whose explanation shows on hover and focus. */
export function Explained({ text, children, className }: { text: ReactNode; children: ReactNode; className?: string }) {
  return (
    <Tip text={text}>
      <Focusable>
        <span role="note" tabIndex={0} className={className ?? 'term'}>{children}</span>
      </Focusable>
    </Tip>
  );
}
