/** The figure that is looked at (`Uitkomstkeuze`), out of effects per gemeente and year. */
import { disconteringsvoetVan, horizonVan } from '../project/standaard.ts';
import type { Melding, ProjectZonderRijen } from '../project/types.ts';
import type { Uitkomstkeuze } from './types.ts';
import { jarenInWoorden } from './woorden.ts';

/** A figure as a weighted sum over years, of one gemeente or of all. */
export interface Uitkomstmaat {
  /** Per year of the horizon. */
  gewichten: Float64Array;
  /** Index of a gemeente; null for all together. */
  gemeente: number | null;
  /** `over 2027–2030`, `in 2028`, as it stands in a sentence. */
  wanneer: string;
  /** `het effect`, `het effect voor Almelo`, as the subject of a sentence. */
  wat: string;
}

/** @returns the figure, or why there is none (B02) */
export function uitkomstmaat(project: Pick<ProjectZonderRijen, 'uitgangspunten' | 'gemeenten'>, { jaar, maat = jaar === undefined ? 'cumulatief' : 'jaar', gemeente }: Uitkomstkeuze): { ok: true; maat: Uitkomstmaat } | { ok: false; fouten: Melding[] } {
  const jaren = horizonVan(project.uitgangspunten);
  const g = gemeente === undefined ? null : project.gemeenten.findIndex(({ code }) => code === gemeente);
  const fouten: Melding[] = [];
  if (g === -1) fouten.push({ code: 'B02', pad: 'keuze.gemeente', tekst: `Gemeente '${gemeente}' staat niet in het project. Kies de code van een gemeente die er wel in staat.` });
  if (maat === 'jaar' && !jaren.includes(jaar as number)) {
    fouten.push({ code: 'B02', pad: 'keuze.jaar', tekst: `${jaar === undefined ? 'Het jaar ontbreekt' : `Het jaar ${jaar} ligt buiten de berekening`}. Kies een jaar uit ${jarenInWoorden(jaren)}.` });
  }
  if (maat !== 'jaar' && jaar !== undefined) fouten.push({ code: 'B02', pad: 'keuze.jaar', tekst: `Het jaar ${jaar} hoort bij de maat 'jaar', niet bij '${maat}'. Laat het weg of kies die maat.` });
  if (fouten.length > 0) return { ok: false, fouten };
  const voet = disconteringsvoetVan(project.uitgangspunten);
  const naam = g === null ? '' : ` voor ${project.gemeenten[g]?.naam ?? gemeente}`;
  return {
    ok: true,
    maat: {
      gewichten: Float64Array.from(jaren, (j, n) => (maat === 'jaar' ? Number(j === jaar) : maat === 'ncw' ? 1 / (1 + voet) ** n : 1)),
      gemeente: g,
      wanneer: maat === 'jaar' ? `in ${jaar}` : `over ${jarenInWoorden(jaren)}`,
      wat: maat === 'ncw' ? `de contante waarde van het effect${naam}` : `het effect${naam}`,
    },
  };
}

/** @param effect per gemeente and year, flat at `gemeente · jaren + y` */
export function gemeten({ gewichten, gemeente }: Uitkomstmaat, effect: ArrayLike<number>): number {
  const Y = gewichten.length;
  const van = gemeente === null ? 0 : gemeente * Y;
  const tot = gemeente === null ? effect.length : van + Y;
  let som = 0;
  for (let i = van; i < tot; i++) som += (effect[i] as number) * (gewichten[i % Y] as number);
  return som;
}
