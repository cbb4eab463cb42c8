/** The rest of a cost line: how an fte amount is built, who bears it, its index and period, a key of its own, and its sources. */
import type { Bronvermelding, Dekking, Inzetregel } from '../../../models/project/types.ts';
import { indexVanRegel } from '../../../models/project/standaard.ts';
import { addressOf } from '../../app/route.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Segments, Select } from '../../components/Select.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { formatMonth } from '../../format/date.ts';
import { formatShare } from '../../format/number.ts';
import { dragerNaam, dragersVan, INDEXWOORD } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource } from '../../stand/scenario.ts';
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
      <Covers line={line} readOnly={readOnly} onSet={onSet} codes={dragersVan(project)} />
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

/** Who bears a line: shares that add up to 100 %. */
function Covers({ line, readOnly, onSet, codes }: { line: Inzetregel; readOnly: boolean; onSet: LineDetailsProps['onSet']; codes: readonly string[] }) {
  const { project } = useOpen();
  const covers = Object.entries(line.dekking ?? { gemeenten: 1 }).filter(([code]) => code !== 'herkomst') as [string, number][];
  const free = codes.filter((code) => !covers.some(([c]) => c === code));
  const sum = covers.reduce((s, [, share]) => s + share, 0);
  const set = (entries: [string, number][], what: string, field?: string): void => {
    const dekking: Dekking = Object.fromEntries(entries);
    onSet({ dekking: entries.length === 1 && entries[0]?.[0] === 'gemeenten' ? undefined : dekking }, `Dekking ${line.omschrijving}: ${what}`, field);
  };
  return (
    <div className="section" data-tip="dekking">
      <span className="field-label">Dekking</span>
      <div className="covers">
        {covers.map(([code, share], i) => (
          <div key={code} className="cover">
            <span>{dragerNaam(project, code)}</span>
            {covers.length === 1 ? <span className="number">{formatShare(share)}</span> : (
              <NumberField
                label={`Aandeel ${dragerNaam(project, code)}`}
                labelHidden
                unit="%"
                scale={100}
                step={5}
                minimum={0}
                maximum={100}
                tip="dekking"
                value={share}
                readOnly={readOnly}
                onChange={(next) => {
                  if (next === undefined) return;
                  // With two bearers the other takes what is left, so that the sum stays whole while typing.
                  const entries = covers.map(([c, s], j): [string, number] => [c, j === i ? next : covers.length === 2 ? Number((1 - next).toPrecision(12)) : s]);
                  set(entries, `${dragerNaam(project, code)} ${formatShare(next)}`, 'dekking');
                }}
              />
            )}
            {covers.length > 1 && !readOnly && (
              <IconButton icon="remove" label={`${dragerNaam(project, code)} verwijderen`} onPress={() => {
                const rest = covers.filter(([c]) => c !== code);
                set(rest.length === 1 && rest[0] ? [[rest[0][0], 1]] : rest, `zonder ${dragerNaam(project, code)}`);
              }} />
            )}
          </div>
        ))}
      </div>
      {Math.abs(sum - 1) > 1e-6 && <Notice level="fault">De aandelen tellen op tot {formatShare(sum)}; maak er 100 % van.</Notice>}
      {!readOnly && free.length > 0 && (
        <div className="screen-actions">
          {free.map((code) => <Button key={code} kind="quiet" icon="plus" onPress={() => set([...covers, [code, 0]], `met ${dragerNaam(project, code)}`)}>{dragerNaam(project, code)}</Button>)}
        </div>
      )}
    </div>
  );
}
