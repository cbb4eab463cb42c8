/** The rest of a cost line: how an fte amount is built, who bears it, its index and period, a key of its own, and its sources. */
import type { Bronvermelding, Inzetregel } from '../../../models/project/types.ts';
import { GEMEENTEN, indexVanRegel } from '../../../models/project/standaard.ts';
import { addressOf } from '../../app/route.ts';
import { Button } from '../../components/Button.tsx';
import { Segments, Select } from '../../components/Select.tsx';
import { Shares } from '../../components/Shares.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { formatMonth } from '../../format/date.ts';
import { dragerNaam, dragersVan, INDEXWOORD } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource } from '../../stand/scenario.ts';
import { asDekking } from '../../stand/shares.ts';
import { FteBuilder } from './FteBuilder.tsx';
import { KeyFields } from './KeyFields.tsx';
import { SourceMark } from './SourceMark.tsx';

interface LineDetailsProps {
  line: Inzetregel;
  regional: boolean;
  readOnly: boolean;
  /** Sets values; the sources of what they replace no longer hold. */
  onSet: (values: Partial<Inzetregel>, what: string, field?: string) => void;
  onReplace: (line: Inzetregel, what: string, field?: string) => void;
  onRemove: () => void;
}

export function LineDetails({ line, regional, readOnly, onSet, onReplace, onRemove }: LineDetailsProps) {
  const { project } = useOpen();
  const name = line.omschrijving;
  const source = (field: 'bedrag' | 'aantal' | 'overhead', label: string) => (
    <span key={field} className="nowrap">
      <span className="muted">{label}: </span>
      <SourceMark name={`${label} van ${name}`} source={line.herkomst?.[field]} onChange={readOnly ? undefined : (s: Bronvermelding) => onReplace(withSource(line, field, s), `Bron van ${label}, ${name}`)} />
    </span>
  );
  const period = regional ? 'vanaf januari van het eerste begrotingsjaar' : 'als het arrangement';
  const taakveld = line.taakveld;
  return (
    <div className="form">
      {line.soort === 'fte' && <FteBuilder line={line} readOnly={readOnly} onSet={onSet} />}
      <div className="fields">
        {line.soort === 'eenmalig' ? (
          <DateField label="Maand" month="first" optional placeholder={regional ? 'januari van het eerste jaar' : 'start van het arrangement'} value={line.maand} readOnly={readOnly} tip="maand" onChange={(maand) => onSet({ maand }, `Maand ${name} ${maand ? formatMonth(maand) : period}`)} />
        ) : (
          <>
            <DateField label="Vanaf" month="first" optional placeholder={period} value={line.start} readOnly={readOnly} tip="start" onChange={(start) => onSet({ start }, `Start ${name} ${start ? formatMonth(start) : period}`)} />
            <DateField label="Tot en met" month="last" optional placeholder={regional ? 'zonder einde' : period} value={line.eind} readOnly={readOnly} tip="eind" onChange={(eind) => onSet({ eind }, `Eind ${name} ${eind ? formatMonth(eind) : 'open'}`)} />
          </>
        )}
        <Select label="Index" tip="index" value={indexVanRegel(line)} isDisabled={readOnly} options={Object.entries(INDEXWOORD).map(([value, label]) => ({ value: value as NonNullable<Inzetregel['index']>, label }))} onChange={(index) => onSet({ index: index === 'loon' ? undefined : index }, `Index ${name}: ${INDEXWOORD[index]}`)} />
        {taakveld !== undefined && typeof taakveld !== 'string' ? (
          <div className="field" data-tip="taakveld"><span className="field-label">Taakveld</span><p>{Object.entries(taakveld).map(([year, code]) => `${year}: ${code}`).join(', ')} · <a href={addressOf('gegevens', 'taakvelden')}>Taakvelden</a></p></div>
        ) : (
          <TextField label="Taakveld" tip="taakveld" value={taakveld ?? ''} readOnly={readOnly} placeholder="bijvoorbeeld 6.752" onChange={(text) => onSet({ taakveld: text.trim() === '' ? undefined : text.trim() }, `Taakveld ${name}: ${text}`, 'taakveld')} />
        )}
      </div>
      <div className="section" data-tip="dekking">
        <span className="field-label">Dekking</span>
        <Shares shares={line.dekking ?? { [GEMEENTEN]: 1 }} options={dragersVan(project).map((value) => ({ value, label: dragerNaam(project, value) }))} tip="dekking" readOnly={readOnly} onChange={(shares, what, field) => onSet({ dekking: asDekking(shares) }, `Dekking ${name}: ${what}`, field && 'dekking')} />
      </div>
      <div data-tip="regelsleutel" className="section">
        <Segments
          label="Verdeling van deze regel"
          value={line.sleutel === undefined ? 'scenario' : 'eigen'}
          isDisabled={readOnly}
          options={[{ value: 'scenario', label: 'Als het scenario' }, { value: 'eigen', label: 'Eigen sleutel' }]}
          onChange={(how) => onSet({ sleutel: how === 'scenario' ? undefined : { leerlingen: 1 } }, how === 'scenario' ? `${name} verdeeld als het scenario` : `${name} met eigen sleutel`)}
        />
        {line.sleutel !== undefined && <KeyFields name={`van ${name}`} value={line.sleutel} readOnly={readOnly} onChange={(sleutel, what) => onSet({ sleutel }, `Sleutel van ${name}: ${what}`, 'sleutel')} />}
      </div>
      <div className="screen-actions">{source('bedrag', 'bron bedrag')}{line.soort !== 'perLeerling' && source('aantal', 'bron aantal')}{line.soort === 'fte' && source('overhead', 'bron overhead')}<span className="line-space" />{!readOnly && <Button kind="quiet" icon="remove" onPress={onRemove}>Regel verwijderen</Button>}</div>
    </div>
  );
}
