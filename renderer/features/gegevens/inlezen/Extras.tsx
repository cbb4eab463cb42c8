/** Uitwisselbestanden of gemeenten among the files, and answers that were kept under a name. */
import { useState } from 'react';
import type { BewaardProfiel } from '../../../../models/contract/import.ts';
import type { Bestandsrapport, Profiel } from '../../../../models/invoer/types.ts';
import { Button } from '../../../components/Button.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { count } from '../../../format/number.ts';

/** The finding of a file that is locked, or is not opened by what was given. */
const LOCKED = 'I41';

export function ExchangeFiles({ list, busy, onPassword }: { list: readonly Bestandsrapport[]; busy: boolean; onPassword: (bestand: string, wachtwoord: string) => void }) {
  return (
    <section className="section" aria-labelledby="uitwisselbestanden">
      <h2 id="uitwisselbestanden">Uitwisselbestanden</h2>
      {list.map((r) => (
        <div key={r.bestand} className="form">
          <p><b>{r.bestand}</b>{r.geaccepteerd > 0 && `, ${count(r.geaccepteerd, 'opgetelde rij', 'opgetelde rijen')}`}</p>
          {r.meldingen.map((m) => <Notice key={m.code + m.tekst} level={m.niveau === 'fout' ? 'fault' : 'warning'}>{m.tekst} <span className="note">{m.code}</span></Notice>)}
          {r.geaccepteerd === 0 && r.meldingen.some((m) => m.code === LOCKED) && <Unlock bestand={r.bestand} busy={busy} onPassword={(w) => onPassword(r.bestand, w)} />}
        </div>
      ))}
    </section>
  );
}

function Unlock({ bestand, busy, onPassword }: { bestand: string; busy: boolean; onPassword: (wachtwoord: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      className="screen-actions"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(text);
        setText('');
      }}
    >
      <TextField label={`Wachtwoord van ${bestand}`} value={text} onChange={setText} />
      <Button type="submit" isDisabled={text === '' || busy}>Openen</Button>
    </form>
  );
}

export function Profiles({ kept, onUse }: { kept: readonly BewaardProfiel[]; onUse: (profiel: Profiel) => void }) {
  const [used, setUsed] = useState<string>();
  if (kept.length === 0) return null;
  return (
    <div className="wizard-profiles">
      <Select
        label="Antwoorden van eerder"
        value={used}
        placeholder="Geen"
        options={kept.map((p) => ({ value: p.naam, label: p.naam }))}
        onChange={(naam) => {
          setUsed(naam);
          const found = kept.find((p) => p.naam === naam);
          if (found) onUse(found.profiel);
        }}
      />
    </div>
  );
}
