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

/** The text of an agreement; `verrekening` may be an object with a text in it. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'object' && value !== null ? String((value as Verrekening).tekst ?? (value as Verrekening).wijze ?? '') : '');
export const isAgreed = (value: unknown): boolean => textOf(value).trim() !== '';

export function Agreements({ scenario }: { scenario: VolledigScenario }) {
  const { stand } = useOpen();
  const readOnly = stand.alleenLezen;
  const set = (key: Key, value: unknown, field?: string): void =>
    wijzigScenario(scenario.id, (s) => {
      const afspraken = without({ ...s.afspraken, [key]: value });
      const { afspraken: _, ...rest } = s;
      return Object.keys(afspraken).length > 0 ? { ...rest, afspraken } : rest;
    }, `Afspraak ${AFSPRAAKTEKSTEN[key].onderwerp.toLowerCase()}`, field);
  const setText = (key: Key, text: string, field?: string): void => {
    const now = scenario.afspraken?.[key];
    if (key === 'verrekening' && typeof now === 'object' && now !== null) set(key, without({ ...now, tekst: text.trim() === '' ? undefined : text }), field);
    else set(key, text.trim() === '' ? undefined : text, field);
  };
  const settlement = scenario.afspraken?.['verrekening'];
  const band = typeof settlement === 'object' && settlement !== null ? (settlement as Verrekening).bandbreedte : undefined;
  return (
    <div className="agreements">
      <p className="muted">Deze teksten komen op het blad Afspraken, met de cijfers van het voorstel erbij. Wat leeg is staat daar als nog af te spreken.</p>
      {AFSPRAKEN.map((key) => {
        const { onderwerp, voorstel } = AFSPRAAKTEKSTEN[key];
        const text = textOf(scenario.afspraken?.[key]);
        return (
          <div key={key} className="agreement">
            <TextField
              label={onderwerp}
              lines={text.length > 180 ? 4 : 2}
              value={text}
              readOnly={readOnly}
              placeholder={voorstel}
              onChange={(t) => setText(key, t, `afspraak ${key}`)}
              aside={<span className="note">{text.trim() === '' ? 'nog af te spreken' : ''}{text.trim() === '' && !readOnly && <Button kind="quiet" onPress={() => setText(key, voorstel)}>Voorstel overnemen</Button>}</span>}
            />
            {key === 'verrekening' && (
              <div className="agreement-band">
                <NumberField label="Bandbreedte" unit="%" scale={100} minimum={0} maximum={100} step={0.5} optional placeholder="geen" value={band} readOnly={readOnly} onChange={(bandbreedte) => set(key, without({ ...(typeof settlement === 'object' && settlement !== null ? settlement : text ? { tekst: text } : {}), bandbreedte }), 'afspraak bandbreedte')} note="Verschil waarbinnen niet wordt verrekend." />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
