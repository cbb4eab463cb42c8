/** The draws of a scenario, any range of them by whoever has time: draw number i is the same one wherever it is made. */
import type { Melding } from '../project/types.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { fout, type Beslisbasis } from './basis.ts';
import { kansenVan } from './hypercubus.ts';
import { inverseVan } from './kansverdeling.ts';
import { dimensiesVan } from './parameters.ts';
import { trekkingsmodel } from './snel.ts';
import { isZaad } from './toeval.ts';
import type { Uitkomstkeuze } from './types.ts';
import { gemeten, uitkomstmaat } from './uitkomstkeuze.ts';

export interface Trekkingsplan {
  zaad: number;
  trekkingen: number;
  /** The figure that the certainty is about. */
  keuze?: Uitkomstkeuze | undefined;
}

/** Most draws, and most numbers drawn in all: what fits in memory. */
export const MEESTE_TREKKINGEN = 1_000_000;
const MEESTE_GETALLEN = 5e7;

/** Faults of a plan (B03). */
export function keurPlan(basis: Beslisbasis, { zaad, trekkingen }: Trekkingsplan): Melding[] {
  const fouten: Melding[] = [];
  if (!isZaad(zaad)) fouten.push({ code: 'B03', pad: 'zaad', tekst: `Het zaad is ${zaad}; geef een geheel getal van 0 of meer.` });
  if (!Number.isInteger(trekkingen) || trekkingen < 2 || trekkingen > MEESTE_TREKKINGEN) {
    fouten.push({ code: 'B03', pad: 'trekkingen', tekst: `Het aantal trekkingen is ${trekkingen}; geef een geheel getal van 2 tot en met ${MEESTE_TREKKINGEN}.` });
  } else {
    const dimensies = dimensiesVan(basis.scenario.onzekerheden ?? [], basis.scenario.arrangementen.map(({ school }) => school)).length;
    if (dimensies * trekkingen > MEESTE_GETALLEN) {
      fouten.push({ code: 'B03', pad: 'trekkingen', tekst: `${trekkingen} trekkingen van ${dimensies} getallen (per school een) passen niet in het geheugen; neem er hoogstens ${Math.floor(MEESTE_GETALLEN / dimensies)}.` });
    }
  }
  return fouten;
}

/** Figures of a range of draws, list by list: for each year of the horizon, for each gemeente (cumulative), then the chosen figure; one number per draw. */
export type Reeksen = Float64Array[];

/** Calculates ranges of draws. */
export interface Trekker {
  /** @returns the figures of draws `van` up to `tot`, or faults that one of them has (P22) */
  reken(van: number, tot: number): Rekenresultaat<{ reeksen: Reeksen }>;
}

/** @returns faults of the plan (B02, B03) or of draws that cannot be calculated (P21) */
export function maakTrekker(basis: Beslisbasis, plan: Trekkingsplan): Rekenresultaat<{ trekker: Trekker }> {
  const fouten = keurPlan(basis, plan);
  if (fouten.length > 0) return { ok: false, fouten };
  const gekozen = uitkomstmaat(basis.project, plan.keuze ?? {});
  if (!gekozen.ok) return gekozen;
  const gemaakt = trekkingsmodel(basis);
  if (!gemaakt.ok) return gemaakt;
  const { model } = gemaakt;
  const inversen = (basis.scenario.onzekerheden ?? []).map(({ verdeling }) => inverseVan(verdeling));
  const kansen = model.dimensies.map(({ naam }) => kansenVan(plan.zaad, plan.trekkingen, naam));
  const Y = basis.verantwoording.jaren.length;
  const G = basis.gegevens.gemeenten.length;
  const trekking = new Float64Array(model.dimensies.length);
  const effect = new Float64Array(G * Y);
  return {
    ok: true,
    trekker: {
      reken(van, tot) {
        const reeksen = Array.from({ length: Y + G + 1 }, () => new Float64Array(tot - van));
        for (let i = van; i < tot; i++) {
          for (let d = 0; d < trekking.length; d++) trekking[d] = inversen[model.dimensies[d]!.onzekerheid]!(kansen[d]![i] as number);
          const gefaald = model.reken(trekking, effect);
          if (gefaald) return fout(gefaald[0]!.code, gefaald[0]!.pad, `In trekking ${i + 1} van ${plan.trekkingen} (zaad ${plan.zaad}): ${gefaald[0]!.tekst}`);
          for (let g = 0; g < G; g++) {
            let samen = 0;
            for (let y = 0; y < Y; y++) {
              const bedrag = effect[g * Y + y] as number;
              samen += bedrag;
              reeksen[y]![i - van]! += bedrag;
            }
            reeksen[Y + g]![i - van] = samen;
          }
          reeksen[Y + G]![i - van] = gemeten(gekozen.maat, effect);
        }
        return { ok: true, reeksen };
      },
    },
  };
}

/** Ranges that follow each other, in order, as one. */
export function aaneen(delen: readonly Reeksen[]): Reeksen {
  const [eerste = []] = delen;
  return eerste.map((_, k) => {
    const samen = new Float64Array(delen.reduce((som, deel) => som + deel[k]!.length, 0));
    let plek = 0;
    for (const deel of delen) {
      samen.set(deel[k]!, plek);
      plek += deel[k]!.length;
    }
    return samen;
  });
}
