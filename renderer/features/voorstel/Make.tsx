/** For whom the workbook is, on what ground it is shared, and making it: recalculated and compared before it is handed over. */
import { useState } from 'react';
import { Radio, RadioGroup, Label } from 'react-aria-components/RadioGroup';
import type { VolledigScenario } from '../../../models/project/types.ts';
import type { Lezer, Voorstel as Made } from '../../../models/contract/voorstel.ts';
import { appInfo } from '../../app/info.ts';
import { bewaar, roep } from '../../client/client.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { tell } from '../../components/Toast.tsx';
import { count } from '../../format/number.ts';
import { useOpen, useUitslag } from '../../stand/hooks.ts';
import { flush } from '../../stand/store.ts';
import { Protection } from './Protection.tsx';

const LEZERS: { value: Lezer; label: string; note: string }[] = [
  { value: 'intern', label: 'Intern', note: 'De financials van de deelnemende gemeenten. Alles, met levende formules; elke pagina zegt vertrouwelijk – herleidbaar. Vraagt een wettelijke grondslag.' },
  { value: 'klankbordgroep', label: 'Klankbordgroep', note: 'Bestuurders en samenwerkingsverbanden. Alleen de vaste publicatielijst, kleine aantallen beschermd; niets per school en gemeente samen.' },
  { value: 'openbaar', label: 'Openbaar', note: 'Iedereen. Als de klankbordgroep, met euro’s per school en gemeente afgerond op € 1.000.' },
];
/** Beside the proposal itself. */
const BESIDE = 3;
const today = (): string => {
  const d = new Date();
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`;
};

export function Make({ scenario }: { scenario: VolledigScenario }) {
  const { project, stand } = useOpen();
  const uitslag = useUitslag(scenario.id);
  const { progress, run } = useTask();
  const [lezer, setLezer] = useState<Lezer>();
  const [grondslag, setGrondslag] = useState('');
  const [datum, setDatum] = useState<string | undefined>(today);
  const [beside, setBeside] = useState<readonly string[]>([]);
  const [made, setMade] = useState<Made>();
  const [fault, setFault] = useState<string>();
  const others = project.scenarios.filter((s) => s.id !== scenario.id);
  const missing = [!lezer && 'de lezer', lezer === 'intern' && grondslag.trim() === '' && 'de grondslag', !datum && 'de datum'].filter((x): x is string => typeof x === 'string');

  const make = async (): Promise<void> => {
    if (!lezer || !datum) return;
    setMade(undefined);
    setFault(undefined);
    try {
      await flush();
      const result = await run('voorstel.maak', { scenarios: [scenario.id, ...beside.filter((id) => others.some((s) => s.id === id))], lezer, datum, ...(grondslag.trim() !== '' && { grondslag: grondslag.trim() }) }, 'Werkmap maken en narekenen…');
      if (result) setMade(result);
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  const save = async (): Promise<void> => {
    if (!made) return;
    try {
      const naam = await bewaar(made.bestand);
      if (naam !== undefined) tell(`Opgeslagen als ${naam}.`, appInfo().kan.dialogen ? { label: 'Openen', onPress: () => void roep('bestand.toon', { greep: made.bestand.greep, hoe: 'openen' }).catch((f: unknown) => setFault(String(f))) } : undefined);
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };

  return (
    <div className="make">
      <section className="section">
        <RadioGroup className="readers" value={lezer ?? null} onChange={(v) => { setLezer(v as Lezer); setMade(undefined); setFault(undefined); }}>
          <Label className="make-label">Wie gaat dit lezen?</Label>
          {LEZERS.map((l) => (
            <Radio key={l.value} value={l.value} className="reader">
              <span className="reader-dot" />
              <span><b>{l.label}</b><span className="note">{l.note}</span></span>
            </Radio>
          ))}
        </RadioGroup>
      </section>
      {lezer === 'intern' && (
        <section className="section">
          <TextField label="Wettelijke grondslag waarop herleidbare gegevens worden gedeeld" value={grondslag} onChange={setGrondslag} lines={2} placeholder="bijvoorbeeld: samenwerkingsovereenkomst van … , artikel …" note="Komt op elk blad van de werkmap te staan." />
        </section>
      )}
      {lezer !== undefined && lezer !== 'intern' && <Protection />}
      <section className="section make-rest">
        <DateField label="Datum op het voorstel" value={datum} onChange={setDatum} />
        {others.length > 0 && (
          <fieldset className="make-beside">
            <legend className="field-label">Ernaast in de vergelijking, hoogstens {BESIDE}</legend>
            {others.map((s) => <Checkbox key={s.id} isSelected={beside.includes(s.id)} isDisabled={!beside.includes(s.id) && beside.length >= BESIDE} onChange={(on) => setBeside(on ? [...beside, s.id] : beside.filter((x) => x !== s.id))}>{s.naam ?? s.id}</Checkbox>)}
          </fieldset>
        )}
      </section>
      <section className="section make-result">
        <h2>Werkmap</h2>
        {stand.voorbeeld && <Notice>Dit project bevat voorbeeldcijfers. Elke pagina krijgt de tekst VOORBEELD.</Notice>}
        {!uitslag.ok && <Notice level="fault">Dit scenario is nog niet te berekenen: {uitslag.fouten[0]?.tekst}</Notice>}
        {uitslag.ok && Object.values(uitslag.doorgerekend.uitkomst.zonderToegang).some((n) => n > 0) && <Notice>{count(Object.values(uitslag.doorgerekend.uitkomst.zonderToegang).reduce((a, b) => a + b, 0), 'leerling heeft', 'leerlingen hebben')} geen toegang; dat staat op het eerste blad.</Notice>}
        {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
        <div className="screen-actions">
          <Button kind="primary" isDisabled={missing.length > 0 || !uitslag.ok || progress !== undefined} onPress={() => void make()}>Werkmap maken</Button>
          {missing.length > 0 && <span className="note">Nog nodig: {missing.join(', ')}.</span>}
        </div>
        {progress && <TaskProgress progress={progress} />}
        {made && (
          <div className="made">
            <h2>{made.bestand.naam}</h2>
            {made.controles.map((c) => <Notice key={c.naam} level={c.goed ? 'good' : 'fault'}><b>{c.naam}.</b> {c.tekst}</Notice>)}
            {made.waarschuwingen.length > 0 && (
              <details>
                <summary>{count(made.waarschuwingen.length, 'waarschuwing', 'waarschuwingen')} in de verantwoording</summary>
                {made.waarschuwingen.map((w) => <Notice key={w}>{w}</Notice>)}
              </details>
            )}
            <div className="screen-actions"><Button kind="primary" icon="download" onPress={() => void save()}>Voorstel opslaan…</Button></div>
          </div>
        )}
      </section>
    </div>
  );
}
