/** The texts of the beheerafspraken: what was agreed, beside a proposal to begin with. What is empty is still to be agreed. */
import type { Verrekening, VolledigScenario } from '../../../models/project/types.ts';
import { AFSPRAKEN } from '../../../models/project/types.ts';
import { AFSPRAAKTEKSTEN } from '../../../models/project/afspraakteksten.ts';
import { Button } from '../../components/Button.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { without, wijzigScenario } from '../../stand/scenario.ts';

type Key = (typeof AFSPRAKEN)[number];

/** `verrekening` is a text, or a text with settings beside it. */
const settlementOf = (value: unknown): Verrekening => (typeof value === 'object' && value !== null ? value : typeof value === 'string' && value !== '' ? { tekst: value } : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : settlementOf(value).tekst ?? '');
export const isAgreed = (value: unknown): boolean => textOf(value).trim() !== '' || (settlementOf(value).wijze ?? '').trim() !== '';

export function Agreements({ scenario }: { scenario: VolledigScenario }) {
  const { stand } = useOpen();
  const readOnly = stand.alleenLezen;
  const set = (key: Key, value: unknown, field?: string): void =>
    wijzigScenario(scenario.id, (s) => {
      const afspraken = without({ ...s.afspraken, [key]: value });
      const { afspraken: _, ...rest } = s;
      return Object.keys(afspraken).length > 0 ? { ...rest, afspraken } : rest;
    }, `Afspraak ${AFSPRAAKTEKSTEN[key].onderwerp.toLowerCase()}`, field);
  const settlement = settlementOf(scenario.afspraken?.['verrekening']);
  const setSettlement = (change: Partial<Record<keyof Verrekening, unknown>>, field: string): void => {
    const next = without({ ...settlement, ...change });
    set('verrekening', Object.keys(next).length > 0 ? next : undefined, field);
  };
  const setText = (key: Key, text: string, field = `afspraak ${key}`): void => {
    const given = text.trim() === '' ? undefined : text;
    if (key === 'verrekening' && (settlement.wijze !== undefined || settlement.bandbreedte !== undefined)) setSettlement({ tekst: given }, field);
    else set(key, given, field);
  };
  return (
    <div className="agreements">
      <p className="muted">Deze teksten komen op het blad Afspraken, met de cijfers van het voorstel erbij. Wat leeg is staat daar als nog af te spreken.</p>
      {AFSPRAKEN.map((key) => {
        const { onderwerp, voorstel } = AFSPRAAKTEKSTEN[key];
        const value = scenario.afspraken?.[key];
        const text = textOf(value);
        return (
          <div key={key} className="agreement">
            <TextField
              label={onderwerp}
              lines={text.length > 180 ? 4 : 2}
              value={text}
              readOnly={readOnly}
              placeholder={voorstel}
              onChange={(t) => setText(key, t)}
              aside={<span className="note">{isAgreed(value) ? '' : 'nog af te spreken'}{text.trim() === '' && !readOnly && <Button kind="quiet" onPress={() => setText(key, voorstel)}>Voorstel overnemen</Button>}</span>}
            />
            {key === 'verrekening' && (
              <div className="agreement-settings">
                <TextField label="Wijze" value={settlement.wijze ?? ''} readOnly={readOnly} placeholder="bijvoorbeeld achteraf op werkelijke kosten" onChange={(t) => setSettlement({ wijze: t.trim() === '' ? undefined : t }, 'afspraak wijze')} />
                <NumberField label="Bandbreedte" unit="%" scale={100} minimum={0} maximum={100} step={0.5} optional placeholder="geen" value={settlement.bandbreedte} readOnly={readOnly} onChange={(bandbreedte) => setSettlement({ bandbreedte }, 'afspraak bandbreedte')} note="Verschil waarbinnen niet wordt verrekend." />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
