/** The settings of protection: what is hidden from every reader but intern, and how sure that must be. They hold for workbook, documents, presentation and clipboard alike. */
import { LAAGSTE_DREMPEL, STANDAARDBESCHERMING } from '../../../models/bescherming/instellingen.ts';
import { BESCHERMINGSNAAM } from '../../../models/contract/bescherming.ts';
import { useSetting } from '../../app/settings.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { formatShare } from '../../format/number.ts';

export function Protection() {
  const [drempel, setDrempel] = useSetting(BESCHERMINGSNAAM.drempel, STANDAARDBESCHERMING.drempel);
  const [marge, setMarge] = useSetting(BESCHERMINGSNAAM.marge, STANDAARDBESCHERMING.marge);
  const [overheersing, setOverheersing] = useSetting(BESCHERMINGSNAAM.overheersing, STANDAARDBESCHERMING.overheersing);
  return (
    <details className="section">
      <summary>Bescherming van kleine aantallen: onder {drempel}, marge {formatShare(marge, 0)}, hoogstens {formatShare(overheersing, 0)} van één kind</summary>
      <div className="fields protection-fields">
        <NumberField label="Klein onder" whole minimum={LAAGSTE_DREMPEL} maximum={1000} step={1} value={drempel} onChange={(n) => n !== undefined && setDrempel(n)} note="Een kleiner aantal wordt verborgen, met de bedragen erbij." />
        <NumberField label="Marge" unit="%" scale={100} minimum={1} maximum={100} step={1} decimals={0} value={marge} onChange={(n) => n !== undefined && setMarge(n)} note="Een verborgen bedrag blijft ten minste zo veel onzeker, naar boven en naar beneden." />
        <NumberField label="Grootste aandeel" unit="%" scale={100} minimum={1} maximum={99} step={1} decimals={0} value={overheersing} onChange={(n) => n !== undefined && setOverheersing(n)} note="Is een bedrag voor een groter deel van één kind, dan wordt het verborgen." />
      </div>
      <p className="note">Geldt voor werkmap, stukken, presentatie en klembord, en op het scherm voor wat klein heet. Bewaard voor u op deze machine. Verander ze niet tussen twee uitgaven van dezelfde cijfers.</p>
    </details>
  );
}
