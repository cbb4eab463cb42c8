/** What answers one draw: the effect per gemeente and year. The plain model is the definition; `snel.ts` gives the same, faster. */
import type { Melding, Onzekerheid } from '../project/types.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { effectVan, type Beslisbasis } from './basis.ts';
import { scenarioGetrokken, trek } from './getrokken.ts';
import { eindenVan } from './kansverdeling.ts';
import { alleen, neutraleWaarde, type Dimensie } from './parameters.ts';
import { aantal, maandInWoorden, opsomming } from './woorden.ts';

export interface Trekkingsmodel {
  dimensies: readonly Dimensie[];
  /**
   * @param trekking a value per dimension
   * @param naar the effect is written here, at `gemeente · jaren + y`
   * @returns faults that only this draw has (P22), or undefined
   */
  reken(trekking: ArrayLike<number>, naar: Float64Array): readonly Melding[] | undefined;
}

/** Applies each draw to the scenario and calculates it as any other. */
export function gewoonModel(basis: Beslisbasis, dimensies: readonly Dimensie[]): Trekkingsmodel {
  return {
    dimensies,
    reken(trekking, naar) {
      const { scenario, kader } = trek(basis, dimensies, trekking);
      const resultaat = effectVan(basis, scenario, kader);
      if (!resultaat.ok) return resultaat.fouten;
      naar.set(resultaat.effect);
      return undefined;
    },
  };
}

/** A value for every dimension: the neutral one, or what `waarde` says. */
export const trekkingMet = (dimensies: readonly Dimensie[], waarde: (dimensie: Dimensie) => number | undefined): Float64Array =>
  Float64Array.from(dimensies, (dimensie) => waarde(dimensie) ?? neutraleWaarde(dimensie.parameter));

/**
 * A later start measures run-off at another month of the year, in which nothing may run of a product (P21). Finds that before anything is drawn.
 * @param vertragingen least and greatest delay in months
 */
export function keurVertragingen(basis: Beslisbasis, [minst, meest]: readonly [number, number]): Rekenresultaat<object> {
  for (let n = minst; n <= Math.min(meest, minst + 11); n++) {
    if (n === 0) continue;
    const verschoven = scenarioGetrokken(basis.scenario, basis.project.producten, () => alleen('startvertraging', n));
    const resultaat = effectVan(basis, verschoven);
    if (resultaat.ok) continue;
    const starts = [...new Set(verschoven.arrangementen.map(({ start }) => start.slice(0, 7)))].sort();
    const wanneer = `${aantal(Math.abs(n), 'maand', 'maanden')} ${n < 0 ? 'eerder' : 'later'} (start in ${opsomming(starts.slice(0, 3).map(maandInWoorden))})`;
    return { ok: false, fouten: resultaat.fouten.map((f) => ({ ...f, tekst: `Een start ${wanneer} is niet door te rekenen. ${f.tekst}` })) };
  }
  return { ok: true };
}

/** The least and the greatest delay, in whole months, that these assumptions can add up to. */
export function vertragingsbereik(onzekerheden: readonly Onzekerheid[]): [minst: number, meest: number] {
  const einden = onzekerheden.filter(({ parameter }) => parameter === 'startvertraging').map(({ verdeling }) => eindenVan(verdeling));
  const samen = (kant: 0 | 1): number => alleen('startvertraging', einden.reduce((som, eind) => som + eind[kant], 0)).startvertraging;
  return [samen(0), samen(1)];
}
