/** A new project: its name and the uitgangspunten that have no default (rekenmodel 1). */
import { useState } from 'react';
import type { Invoer } from '../../../models/contract/methoden.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';

export function NewProject({ isOpen, onClose, onCreate }: { isOpen: boolean; onClose: () => void; onCreate: (invoer: Invoer<'project.nieuw'>) => void }) {
  const [naam, setNaam] = useState('');
  const [peildatum, setPeildatum] = useState<string>();
  const [begrotingsjaar, setBegrotingsjaar] = useState<number>();
  const [looptijd, setLooptijd] = useState<number>();
  const [jaren, setJaren] = useState<number>();
  const missing = [!naam.trim() && 'een naam', !peildatum && 'de peildatum', !begrotingsjaar && 'het eerste begrotingsjaar', !looptijd && 'de maximale looptijd'].filter((x): x is string => typeof x === 'string');

  const create = (): void => {
    if (!peildatum || !begrotingsjaar || !looptijd || !naam.trim()) return;
    onCreate({ naam: naam.trim(), uitgangspunten: { peildatum, begrotingsjaar, maximaleLooptijd: looptijd, ...(jaren !== undefined && { jaren }) } });
  };
  return (
    <Dialog
      title="Nieuw project"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <span className="note">{missing.length > 0 ? `Nog nodig: ${missing.join(', ')}.` : ''}</span>
          <Button onPress={onClose}>Annuleren</Button>
          <Button kind="primary" isDisabled={missing.length > 0} onPress={create}>Project maken</Button>
        </>
      }
    >
      <form className="form" onSubmit={(event) => { event.preventDefault(); create(); }}>
        <TextField label="Naam" value={naam} onChange={setNaam} placeholder="bijvoorbeeld Arrangementen Twente 2027" autoFocus />
        <div className="form-pair">
          <DateField label="Peildatum" month="first" tip="peildatum" value={peildatum} onChange={setPeildatum} placeholder="bijvoorbeeld okt 2026" note="Eerste van een maand. De twaalf maanden ervoor zijn de nulmeting." />
          <NumberField label="Eerste begrotingsjaar" tip="begrotingsjaar" value={begrotingsjaar} onChange={setBegrotingsjaar} whole ungrouped minimum={2000} maximum={2100} placeholder="bijvoorbeeld 2027" note="Uitkomsten beginnen in januari van dit jaar." />
        </div>
        <div className="form-pair">
          <NumberField label="Maximale looptijd" tip="maximaleLooptijd" unit="maanden" value={looptijd} onChange={setLooptijd} whole minimum={1} maximum={120} placeholder="bijvoorbeeld 36" note="Daarna telt een doorlopende indicatie als afgelopen." />
          <NumberField label="Aantal jaren" tip="jaren" unit="jaar" value={jaren} onChange={setJaren} whole optional minimum={1} maximum={30} placeholder="4" note="Leeg is vier jaar." />
        </div>
      </form>
    </Dialog>
  );
}
