/** Tornado (docs/beslissen.md, 1): which uncertain assumption matters most. */
import type { Melding } from '../project/types.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { fout, gemerkt, uitslag, type Beslisbasis } from './basis.ts';
import { inverseVan, middenVan } from './kansverdeling.ts';
import type { Trekkingsmodel } from './model.ts';
import { alleen, neutraleWaarde } from './parameters.ts';
import { trekkingsmodel } from './snel.ts';
import type { Gevoeligheid, Punt, Staaf, Uitkomstkeuze } from './types.ts';
import { gemeten, uitkomstmaat, type Uitkomstmaat } from './uitkomstkeuze.ts';
import { effect, euro, PARAMETERNAAM, parameterwaarde } from './woorden.ts';

/** Nothing is said to be uncertain (B01). */
export const zonderOnzekerheden = ({ plaats, scenario }: Beslisbasis): { ok: false; fouten: Melding[] } =>
  fout('B01', `${plaats.pad}.onzekerheden`, `Bij scenario “${scenario.naam}” staat niet welke uitgangspunten onzeker zijn. Vul onzekerheden in: per uitgangspunt een kansverdeling met een bron.`);

/** @returns the tornado, or why there is none (B01, B02, P21, P22) */
export function gevoeligheid(basis: Beslisbasis, keuze: Uitkomstkeuze = {}): Rekenresultaat<{ uitslag: Gevoeligheid }> {
  const onzekerheden = basis.scenario.onzekerheden ?? [];
  if (onzekerheden.length === 0) return zonderOnzekerheden(basis);
  const gekozen = uitkomstmaat(basis.project, keuze);
  if (!gekozen.ok) return gekozen;
  const gemaakt = trekkingsmodel(basis);
  if (!gemaakt.ok) return gemaakt;
  const { model } = gemaakt;
  const fouten: Melding[] = [];
  const bij = (waarden: readonly number[]): number => uitkomstBij(basis, model, gekozen.maat, waarden, fouten);

  const middens = onzekerheden.map(({ verdeling }) => middenVan(verdeling));
  const punt = (i: number, waarde: number): Punt => ({ waarde: alleen(onzekerheden[i]!.parameter, waarde)[onzekerheden[i]!.parameter], uitkomst: bij(middens.with(i, waarde)) });
  const staven = onzekerheden.map(({ parameter, perSchool = false, verdeling }, i): Staaf => {
    const inverse = inverseVan(verdeling);
    const [laag, hoog] = [punt(i, inverse(0.1)), punt(i, inverse(0.9))];
    const naam = PARAMETERNAAM[parameter] + (perSchool ? ' (alle scholen tegelijk)' : '');
    const zin = `Bij ${naam} ${parameterwaarde(parameter, laag.waarde)} is ${gekozen.maat.wat} ${gekozen.maat.wanneer} ${effect(laag.uitkomst)}, bij ${parameterwaarde(parameter, hoog.waarde)} ${effect(hoog.uitkomst)}.`;
    return { parameter, naam, perSchool, laag, midden: alleen(parameter, middens[i] as number)[parameter], hoog, breedte: Math.abs(hoog.uitkomst - laag.uitkomst), zin: gemerkt(basis.verantwoording, zin) };
  }).sort((a, b) => b.breedte - a.breedte);
  const inhoud = { keuze, midden: bij(middens), ingevuld: bij(onzekerheden.map(({ parameter }) => neutraleWaarde(parameter))), staven };
  return fouten.length > 0 ? { ok: false, fouten } : { ok: true, uitslag: uitslag(basis, inhoud, zinnenVan(inhoud, gekozen.maat)) };
}

/** The figure when each assumption has one value everywhere. */
function uitkomstBij(basis: Beslisbasis, model: Trekkingsmodel, maat: Uitkomstmaat, waarden: readonly number[], fouten: Melding[]): number {
  const naar = new Float64Array(basis.gegevens.gemeenten.length * maat.gewichten.length);
  fouten.push(...(model.reken(model.dimensies.map(({ onzekerheid }) => waarden[onzekerheid] as number), naar) ?? []));
  return gemeten(maat, naar);
}

function zinnenVan({ staven, midden, ingevuld }: Pick<Gevoeligheid, 'staven' | 'midden' | 'ingevuld'>, { wat, wanneer }: Uitkomstmaat): string[] {
  const [grootste, ...andere] = staven;
  const basiszin = `Met elk onzeker uitgangspunt op zijn midden is ${wat} ${wanneer} ${effect(midden)}; zoals het scenario is ingevuld ${effect(ingevuld)}.`;
  if (!grootste || euro(grootste.breedte) === euro(0)) return [basiszin, `Geen van de onzekere uitgangspunten verandert ${wat} ${wanneer}.`];
  const { naam, parameter, laag, hoog, breedte } = grootste;
  const zinnen = [
    basiszin,
    `Het meest hangt ${wat} ${wanneer} af van ${naam}: ${effect(laag.uitkomst)} bij ${parameterwaarde(parameter, laag.waarde)} en ${effect(hoog.uitkomst)} bij ${parameterwaarde(parameter, hoog.waarde)}, een verschil van ${euro(breedte)}.`,
  ];
  const tweede = andere[0];
  if (tweede && euro(tweede.breedte) !== euro(0)) zinnen.push(`Daarna: ${tweede.naam}, met een verschil van ${euro(tweede.breedte)}.`);
  zinnen.push('Elk uitgangspunt staat één keer op zijn P10 en één keer op zijn P90, terwijl de andere op hun midden blijven.');
  return zinnen;
}
