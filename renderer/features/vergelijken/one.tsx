/** The scenario that a question is about: one of those that are compared, the same on every tab. */
import type { ReactNode } from 'react';
import { choose, useChosen } from '../../app/chosen.ts';
import { Select } from '../../components/Select.tsx';
import type { Vergeleken } from './verschil.ts';

export function useOne(compared: readonly Vergeleken[]): { one: Vergeleken; choice: ReactNode } {
  const chosen = useChosen();
  const one = compared.find((c) => c.d.scenario.id === chosen) ?? compared[0]!;
  const choice = compared.length > 1 && (
    <div className="compare-scenario"><Select label="Scenario" labelHidden value={one.d.scenario.id} options={compared.map((c) => ({ value: c.d.scenario.id, label: c.d.scenario.naam }))} onChange={choose} /></div>
  );
  return { one, choice };
}
