/** The workbook for the OOGO (voorstel.md), as the app asks for it. */
import type { Bestandsgreep } from './bestand.ts';
import type { Scenario } from '../project/types.ts';

/** Who will read it: asked at every export, never assumed (betrouwbaarheid.md). */
export const LEZERS = ['intern', 'klankbordgroep', 'openbaar'] as const;
export type Lezer = (typeof LEZERS)[number];

export interface Controle { naam: string; goed: boolean; tekst: string }
export interface Voorstel { bestand: Bestandsgreep; controles: Controle[]; waarschuwingen: string[] }

/** A workbook that came back: the scenario its inputs describe, and what differs. */
export interface TerugGelezen {
  scenario: Scenario;
  verschillen: { plaats: string; van: unknown; naar: unknown }[];
  /** Changed outside the input cells: reported, not read. */
  buitenInvoer: string[];
}
