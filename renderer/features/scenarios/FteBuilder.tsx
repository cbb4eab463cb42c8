/** How the amount of one fte is built: hourly cost × hours × (1 + margin), overhead apart; and beside it what an hour with children then costs. */
import type { Bronvermelding, Herkomst, Inzetregel } from '../../../models/project/types.ts';
import { overheadVan } from '../../../models/project/standaard.ts';
import { bedragPerFte, fteopbouwVan, prijsPerProductiefUur, type Fteopbouw } from '../../../models/rekenen/fteopbouw.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { formatEuro } from '../../format/amount.ts';
import { formatPlain, formatShare } from '../../format/number.ts';
import { withSource, withValue } from '../../stand/source.ts';
import { SourceMark } from './SourceMark.tsx';

type Opbouw = Fteopbouw & { herkomst?: Herkomst };

/** Euros per fte in whole cents, as a cost line holds them, or undefined while something is missing. */
function bedragVan(opbouw: Fteopbouw): number | undefined {
  const bedrag = bedragPerFte(opbouw);
  return bedrag === undefined ? undefined : Math.round(bedrag * 100) / 100;
}

export function FteBuilder({ line, readOnly, onSet }: { line: Inzetregel; readOnly: boolean; onSet: (values: Partial<Inzetregel>, what: string, field?: string) => void }) {
  const opbouw = fteopbouwVan(line.opbouw);
  const stored: Opbouw = { ...opbouw, herkomst: (line.opbouw as Opbouw | undefined)?.herkomst ?? {} };
  const overhead = overheadVan(line);
  const save = (next: Opbouw, field?: string): void => {
    const bedrag = bedragVan(next);
    const { herkomst = {}, ...figures } = next;
    onSet({ opbouw: Object.keys(figures).length === 0 ? undefined : { ...figures, ...(Object.keys(herkomst).length > 0 && { herkomst }) }, ...(bedrag !== undefined && bedrag !== line.bedrag && { bedrag }) }, `Opbouw ${line.omschrijving}`, field);
  };
  const set = (values: Partial<Fteopbouw>): void => save(withValue(stored, values as Partial<Opbouw>), 'opbouw');
  const source = (field: keyof Fteopbouw, name: string) => opbouw[field] !== undefined && (
    <SourceMark name={`${name} van ${line.omschrijving}`} source={stored.herkomst?.[field]} onChange={readOnly ? undefined : (s: Bronvermelding) => save(withSource(stored, field, s))} />
  );
  const built = bedragVan(opbouw);
  const price = prijsPerProductiefUur(line.bedrag, overhead, opbouw);
  return (
    <div className="section">
      <span className="field-label">Opbouw van het bedrag per fte</span>
      <div className="fields">
        <NumberField label="Uurkosten" tip="uurkosten" unit="€" minimum={0} step={0.5} decimals={2} optional value={opbouw.uurkosten} readOnly={readOnly} onChange={(uurkosten) => set({ uurkosten })} note="cao, met werkgeverslasten" aside={source('uurkosten', 'uurkosten')} />
        <NumberField label="Uren per fte" tip="urenPerFte" unit="uur" minimum={1} maximum={3000} step={10} optional value={opbouw.urenPerFte} readOnly={readOnly} onChange={(urenPerFte) => set({ urenPerFte })} note="betaald, per jaar" aside={source('urenPerFte', 'uren per fte')} />
        <NumberField label="Marge" tip="marge" unit="%" scale={100} minimum={0} maximum={100} step={1} optional placeholder="0" value={opbouw.marge} readOnly={readOnly} onChange={(marge) => set({ marge })} note="risico en resultaat" aside={source('marge', 'marge')} />
        <NumberField label="Productiviteit" tip="productiviteit" unit="%" scale={100} minimum={1} maximum={100} step={1} optional value={opbouw.productiviteit} readOnly={readOnly} onChange={(productiviteit) => set({ productiviteit })} note="deel van de uren met jeugdigen" aside={source('productiviteit', 'productiviteit')} />
      </div>
      <dl className="builder-sum">
        <div>
          <dt>Bedrag per fte per jaar</dt>
          <dd>{built === undefined ? <span className="muted">Vul uurkosten en uren in om het bedrag te laten volgen; het bedrag zelf invullen kan ook.</span> : `${formatEuro(opbouw.uurkosten ?? 0, 2)} × ${formatPlain(opbouw.urenPerFte ?? 0)} uur × (1 + ${formatShare(opbouw.marge ?? 0)}) = ${formatEuro(built, 2)}`}</dd>
        </div>
        <div>
          <dt>Overhead, apart</dt>
          <dd>{`${formatShare(overhead)} van ${formatEuro(line.bedrag, 2)} = ${formatEuro(line.bedrag * overhead, 2)}`}</dd>
        </div>
        {price !== undefined && (
          <div>
            <dt>Prijs per productief uur</dt>
            <dd>{`${formatEuro(line.bedrag, 2)} × (1 + ${formatShare(overhead)}) ÷ (${formatPlain(opbouw.urenPerFte ?? 0)} uur × ${formatShare(opbouw.productiviteit ?? 0)}) = ${formatEuro(price, 2)}`}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
