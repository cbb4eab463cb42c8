/** How the amount of one fte is built: hourly cost × hours × (1 + margin); and what an hour with children then costs. */
import type { Inzetregel } from '../../../models/project/types.ts';
import { overheadVan } from '../../../models/project/standaard.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { formatEuro } from '../../format/amount.ts';

/** The `opbouw` of a line; no effect on figures but through `bedrag`. */
export interface Opbouw { uurkosten?: number; urenPerFte?: number; marge?: number; productiviteit?: number }

export const opbouwVan = (line: Inzetregel): Opbouw => (typeof line.opbouw === 'object' && line.opbouw !== null ? (line.opbouw as Opbouw) : {});

/** Euros per fte, or undefined while something is missing. Whole cents. */
export function bedragVan({ uurkosten, urenPerFte, marge = 0 }: Opbouw): number | undefined {
  return uurkosten === undefined || urenPerFte === undefined ? undefined : Math.round(uurkosten * urenPerFte * (1 + marge) * 100) / 100;
}

/** Euros per productive hour: what is paid for an hour that reaches children. */
export function prijsPerProductiefUur(bedrag: number, overhead: number, { urenPerFte, productiviteit }: Opbouw): number | undefined {
  return urenPerFte === undefined || productiviteit === undefined || urenPerFte * productiviteit === 0 ? undefined : (bedrag * (1 + overhead)) / (urenPerFte * productiviteit);
}

export function FteBuilder({ line, readOnly, onSet }: { line: Inzetregel; readOnly: boolean; onSet: (values: Partial<Inzetregel>, what: string, field?: string) => void }) {
  const opbouw = opbouwVan(line);
  const set = (values: Partial<Opbouw>): void => {
    const next = Object.fromEntries(Object.entries({ ...opbouw, ...values }).filter(([, v]) => v !== undefined)) as Opbouw;
    const bedrag = bedragVan(next);
    onSet({ opbouw: Object.keys(next).length > 0 ? next : undefined, ...(bedrag !== undefined && { bedrag }) }, `Opbouw ${line.omschrijving}`, 'opbouw');
  };
  const price = prijsPerProductiefUur(line.bedrag, overheadVan(line), opbouw);
  const built = bedragVan(opbouw);
  return (
    <div className="section">
      <span className="field-label">Opbouw van het bedrag per fte</span>
      <div className="fields">
        <NumberField label="Loonkosten per uur" unit="€" minimum={0} step={0.5} decimals={2} optional value={opbouw.uurkosten} readOnly={readOnly} onChange={(uurkosten) => set({ uurkosten })} note="cao-uurkosten, met werkgeverslasten" />
        <NumberField label="Uren per fte" unit="uur" minimum={1} maximum={3000} step={10} optional value={opbouw.urenPerFte} readOnly={readOnly} onChange={(urenPerFte) => set({ urenPerFte })} note="per jaar" />
        <NumberField label="Marge" unit="%" scale={100} minimum={0} maximum={100} step={1} optional placeholder="0" value={opbouw.marge} readOnly={readOnly} onChange={(marge) => set({ marge })} note="risico en resultaat" />
        <NumberField label="Productiviteit" unit="%" scale={100} minimum={1} maximum={100} step={1} optional value={opbouw.productiviteit} readOnly={readOnly} onChange={(productiviteit) => set({ productiviteit })} note="deel van de uren met jeugdigen" />
      </div>
      <p className="note builder-sum">
        {built === undefined ? 'Vul loonkosten en uren in om het bedrag te laten volgen; het bedrag zelf invullen kan ook.' : `Bedrag per fte ${formatEuro(built, 2)}; overhead ${formatEuro(line.bedrag * overheadVan(line), 2)} apart.`}
        {price !== undefined && ` Prijs per productief uur ${formatEuro(price, 2)}.`}
      </p>
    </div>
  );
}
