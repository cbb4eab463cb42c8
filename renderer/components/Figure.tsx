/** A figure that can be opened, and that is underlined for a moment when it changes. Effects carry their letter, sign and colour. */
import { useState, type ReactNode } from 'react';
import { directionOf, directionWord, formatAmount, type AmountUnit } from '../format/amount.ts';
import './Figure.css';

/** The text in place; a change of it is underlined for two seconds. */
export function Changing({ text }: { text: string }) {
  const [seen, setSeen] = useState({ text, times: 0 });
  if (seen.text !== text) setSeen({ text, times: seen.times + 1 });
  return <span key={seen.times} className={seen.times > 0 ? 'changed' : undefined}>{text}</span>;
}

/** @param onOpen shows how it is built up; @param label what the figure is, for who does not see where it stands */
export function Figure({ text, onOpen, label, className }: { text: string; onOpen?: (() => void) | undefined; label?: string; className?: string }) {
  const content = <Changing text={text} />;
  if (!onOpen) return <span className={className ? `figure ${className}` : 'figure'}>{content}</span>;
  return <OpenFigure label={label} onOpen={onOpen}>{content}</OpenFigure>;
}

/** A figure, of whatever form, that opens to how it is built up. */
export function OpenFigure({ label, onOpen, children }: { label: string | undefined; onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className="figure figure-open" onClick={onOpen} aria-description="Toon opbouw">
      {label !== undefined && <span className="visually-hidden">{label}: </span>}
      {children}
    </button>
  );
}

/** `−312.456 V`: the number with its sign, the letter in a column of its own so that digits stay below each other. */
export function Effect({ value, unit, changing }: { value: number; unit: AmountUnit; changing?: boolean }): ReactNode {
  const direction = directionOf(value, unit);
  const text = direction === 'N' ? `+${formatAmount(value, unit)}` : direction === '' ? '0' : formatAmount(value, unit);
  return (
    <span className={direction === '' ? 'effect' : `effect effect-${direction.toLowerCase()}`}>
      {changing ? <Changing text={text} /> : text}
      <span className="effect-letter" title={directionWord(direction)}>{direction}</span>
    </span>
  );
}

/** The same as plain text, for copying and reading aloud. */
export function effectText(value: number, unit: AmountUnit): string {
  const direction = directionOf(value, unit);
  return direction === '' ? '0' : `${direction === 'N' ? '+' : ''}${formatAmount(value, unit)} ${direction}`;
}
