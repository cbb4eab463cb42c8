/** An allocation key: weights that add up to 100 %, or a formula. */
import { useState } from 'react';
import type { Sleutel, Sleutelvariabele } from '../../../models/project/types.ts';
import { SLEUTELVARIABELEN } from '../../../models/project/types.ts';
import { isFormule } from '../../../models/project/standaard.ts';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Segments } from '../../components/Select.tsx';
import { TextField } from '../../components/TextField.tsx';
import { formatShare } from '../../format/number.ts';
import { sleutelWoorden, VARIABELEN } from '../../help/words.ts';

export function KeyFields({ name, value, readOnly, onChange }: { /** Whose key, after "Sleutel ". */ name: string; value: Sleutel; readOnly: boolean; onChange: (sleutel: Sleutel, what: string) => void }) {
  const formula = isFormule(value);
  const [text, setText] = useState<string>();
  const weights = formula ? {} : value;
  const sum = SLEUTELVARIABELEN.reduce((s, key) => s + (weights[key] ?? 0), 0);

  const setWeight = (key: Sleutelvariabele, weight: number | undefined): void => {
    const next = Object.fromEntries(SLEUTELVARIABELEN.flatMap((k) => {
      const w = k === key ? (weight ?? 0) : (weights[k] ?? 0);
      return w > 0 ? [[k, w]] : [];
    })) as Sleutel;
    if (Object.keys(next).length > 0) onChange(next, sleutelWoorden(next));
  };
  /** The whole weight on one variable. */
  const only = (key: Sleutelvariabele): void => onChange({ [key]: 1 }, VARIABELEN[key]);

  return (
    <div className="form" data-tip={formula ? 'formule' : 'sleutel'}>
      <Segments
        label={`Soort sleutel ${name}`}
        labelHidden
        value={formula ? 'formule' : 'gewichten'}
        isDisabled={readOnly}
        options={[{ value: 'gewichten', label: 'Gewichten' }, { value: 'formule', label: 'Formule' }]}
        onChange={(how) => onChange(how === 'formule' ? { formule: 'leerlingen' } : { leerlingen: 1 }, how)}
      />
      {formula ? (
        <TextField
          label={`Formule ${name}`}
          tip="formule"
          value={text ?? value.formule}
          readOnly={readOnly}
          onChange={(t) => {
            setText(t);
            if (t.trim() !== '') onChange({ formule: t }, t);
          }}
          onCommit={() => setText(undefined)}
          note="Variabelen: leerlingen, jeugdigen, kosten, inwoners, inwonersJeugd. Bijvoorbeeld 2*jeugdigen + leerlingen."
        />
      ) : (
        <>
          <div className="weights">
            {SLEUTELVARIABELEN.map((key) => (
              <WeightRow key={key} name={name} label={VARIABELEN[key]} weight={weights[key]} readOnly={readOnly} onWeight={(w) => setWeight(key, w)} onOnly={() => only(key)} isOnly={weights[key] === 1} />
            ))}
          </div>
          {Math.abs(sum - 1) > 1e-6 && <Notice level="fault">De gewichten tellen op tot {formatShare(sum)}; maak er 100 % van. Tot dan wordt niet gerekend.</Notice>}
        </>
      )}
    </div>
  );
}

function WeightRow({ name, label, weight, readOnly, onWeight, onOnly, isOnly }: { name: string; label: string; weight: number | undefined; readOnly: boolean; onWeight: (w: number | undefined) => void; onOnly: () => void; isOnly: boolean }) {
  return (
    <>
      <span>{label}</span>
      <NumberField label={`Gewicht ${label} ${name}`} labelHidden unit="%" scale={100} step={5} minimum={0} maximum={100} optional placeholder="0" tip="sleutel" value={weight} readOnly={readOnly} onChange={onWeight} />
      <span>{!readOnly && !isOnly && <button type="button" className="source-mark" onClick={onOnly}>alleen hierop</button>}</span>
    </>
  );
}
