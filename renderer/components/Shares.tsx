/** Shares that add up to 100 %: who they are of, how much, and who can be added. */
import type { TipName } from '../help/tips.ts';
import { formatShare } from '../format/number.ts';
import { sharesOf, sumFault, type ShareOption, type Shares as Values } from '../stand/shares.ts';
import { Button, IconButton } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { NumberField } from './NumberField.tsx';

interface SharesProps {
  shares: Values;
  /** Who can have one. */
  options: readonly ShareOption[];
  tip: TipName;
  readOnly: boolean;
  /** @param field when a share is being typed, so that its keystrokes become one change */
  onChange: (shares: Values, what: string, field?: string) => void;
}

export function Shares({ shares, options, tip, readOnly, onChange }: SharesProps) {
  const entries = sharesOf(shares);
  const free = options.filter(({ value }) => !entries.some(([code]) => code === value));
  const nameOf = (code: string): string => options.find((o) => o.value === code)?.label ?? code;
  const fault = sumFault(entries.map(([, share]) => share));
  const set = (next: readonly (readonly [string, number])[], what: string, field?: string): void => onChange(Object.fromEntries(next), what, field);
  return (
    <>
      <div className="covers">
        {entries.map(([code, share], i) => (
          <div key={code} className="cover">
            <span>{nameOf(code)}</span>
            {entries.length === 1 ? <span className="number">{formatShare(share)}</span> : (
              <NumberField
                label={`Aandeel ${nameOf(code)}`}
                labelHidden
                unit="%"
                scale={100}
                step={5}
                decimals={2}
                minimum={0}
                maximum={100}
                tip={tip}
                value={share}
                readOnly={readOnly}
                onChange={(next) => {
                  if (next === undefined) return;
                  // With two the other takes what is left, so that the sum stays whole while typing.
                  set(entries.map(([c, s], j) => [c, j === i ? next : entries.length === 2 ? Number((1 - next).toPrecision(12)) : s]), `${nameOf(code)} ${formatShare(next)}`, code);
                }}
              />
            )}
            {entries.length > 1 && !readOnly && (
              <IconButton icon="remove" label={`${nameOf(code)} verwijderen`} onPress={() => {
                const rest = entries.filter(([c]) => c !== code);
                set(rest.length === 1 && rest[0] ? [[rest[0][0], 1]] : rest, `zonder ${nameOf(code)}`);
              }} />
            )}
          </div>
        ))}
      </div>
      {fault !== undefined && <Notice level="fault">{fault}</Notice>}
      {!readOnly && free.length > 0 && (
        <div className="screen-actions">
          {free.map(({ value, label }) => <Button key={value} kind="quiet" icon="plus" onPress={() => set([...entries, [value, 0]], `met ${label}`)}>{label}</Button>)}
        </div>
      )}
    </>
  );
}
