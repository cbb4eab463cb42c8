/** How the amount of one fte is built: hourly cost × hours × (1 + margin); and what an hour with children then costs. */
import type { Inzetregel } from '../../../models/project/types.ts';
import { overheadVan } from '../../../models/project/standaard.ts';
import { bedragPerFte, prijsPerProductiefUur, type Fteopbouw } from '../../../models/rekenen/fteopbouw.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { formatEuro } from '../../format/amount.ts';

export const opbouwVan = (line: Inzetregel): Fteopbouw => (typeof line.opbouw === 'object' && line.opbouw !== null ? (line.opbouw as Fteopbouw) : {});

/** Euros per fte in whole cents, as a cost line holds them, or undefined while something is missing. */
function bedragVan(opbouw: Fteopbouw): number | undefined {
  const bedrag = bedragPerFte(opbouw);
  return bedrag === undefined ? undefined : Math.round(bedrag * 100) / 100;
}

export function FteBuilder({ line, readOnly, onSet }: { line: Inzetregel; readOnly: boolean; onSet: (values: Partial<Inzetregel>, what: string, field?: string) => void }) {
  const opbouw = opbouwVan(line);
  const set = (values: Partial<Fteopbouw>): void => {
    const next = Object.fromEntries(Object.entries({ ...opbouw, ...values }).filter(([, v]) => v !== undefined)) as Fteopbouw;
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
