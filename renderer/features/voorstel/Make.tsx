/** For whom the proposal is, on what ground it is shared, and making it: as a workbook and as documents for print. */
import { faultSentence } from '../../app/faults.ts';
import { addressOf } from '../../app/route.ts';
import { Radio, RadioGroup, Label } from 'react-aria-components/RadioGroup';
import type { Lezer } from '../../../models/contract/voorstel.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { count } from '../../format/number.ts';
import { useOpen, useUitslag } from '../../stand/hooks.ts';
import { withoutTeam, withoutTeamText } from '../../stand/team.ts';
import { Documents } from './Documents.tsx';
import { BESIDE, type Proposal } from './proposal.ts';
import { Protection } from './Protection.tsx';
import { Workbook } from './Workbook.tsx';

const LEZERS: { value: Lezer; label: string; note: string }[] = [
  { value: 'intern', label: 'Intern', note: 'De financials van de deelnemende gemeenten. Alles, met levende formules; elke pagina zegt vertrouwelijk – herleidbaar. Vraagt een wettelijke grondslag.' },
  { value: 'klankbordgroep', label: 'Klankbordgroep', note: 'Bestuurders en samenwerkingsverbanden. Alleen de vaste publicatielijst, kleine aantallen beschermd; niets per school en gemeente samen.' },
  { value: 'openbaar', label: 'Openbaar', note: 'Iedereen. Als de klankbordgroep, met euro’s per school en gemeente afgerond op € 1.000.' },
];

export function Make({ proposal }: { proposal: Proposal }) {
  const { project, stand } = useOpen();
  const { scenario, choice: { lezer, grondslag, datum, beside }, choose, progress } = proposal;
  const uitslag = useUitslag(scenario.id);
  const others = project.scenarios.filter((s) => s.id !== scenario.id);
  return (
    <div className="make">
      <section className="section">
        <RadioGroup className="readers" value={lezer ?? null} onChange={(v) => choose({ lezer: v as Lezer })}>
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
          <TextField label="Wettelijke grondslag waarop herleidbare gegevens worden gedeeld" value={grondslag} onChange={(t) => choose({ grondslag: t })} lines={2} placeholder="bijvoorbeeld: samenwerkingsovereenkomst van … , artikel …" note="Komt in de verantwoording te staan." />
        </section>
      )}
      {lezer !== undefined && lezer !== 'intern' && <Protection />}
      <section className="section make-rest">
        <DateField label="Datum op het voorstel" value={datum} onChange={(d) => choose({ datum: d })} />
        {others.length > 0 && (
          <fieldset className="make-beside">
            <legend className="field-label">Ernaast in de vergelijking, hoogstens {BESIDE}</legend>
            {others.map((s) => <Checkbox key={s.id} isSelected={beside.includes(s.id)} isDisabled={!beside.includes(s.id) && beside.length >= BESIDE} onChange={(on) => choose({ beside: on ? [...beside, s.id] : beside.filter((x) => x !== s.id) })}>{s.naam ?? s.id}</Checkbox>)}
          </fieldset>
        )}
      </section>
      <div className="make-result">
        {stand.voorbeeld && <Notice>Dit project bevat voorbeeldcijfers. Elke pagina krijgt de tekst VOORBEELD.</Notice>}
        {!uitslag.ok && <Notice level="fault">Dit scenario is nog niet te berekenen. {uitslag.fouten[0] && faultSentence(uitslag.fouten[0])} <a href={addressOf('scenarios', scenario.id)}>Naar het scenario</a></Notice>}
        {uitslag.ok && Object.values(uitslag.doorgerekend.uitkomst.zonderToegang).some((n) => n > 0) && <Notice>{count(Object.values(uitslag.doorgerekend.uitkomst.zonderToegang).reduce((a, b) => a + b, 0), 'leerling heeft', 'leerlingen hebben')} geen toegang; alleen de lezer intern ziet dat op Besluit.</Notice>}
        {[scenario, ...others.filter((s) => beside.includes(s.id)).map((s) => volledigScenario(project, s.id))].map((s) => withoutTeam(s) > 0 && <Notice key={s.id}><b>{s.naam}:</b> {withoutTeamText(withoutTeam(s))} <a href={addressOf('scenarios', s.id)}>Naar het scenario</a></Notice>)}
        {proposal.missing.length > 0 && <p className="note">Nog nodig: {proposal.missing.join(', ')}.</p>}
        {progress && <TaskProgress progress={progress} />}
        <Workbook proposal={proposal} ready={uitslag.ok} />
        <Documents proposal={proposal} ready={uitslag.ok} />
      </div>
    </div>
  );
}
