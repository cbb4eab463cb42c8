/** What an indicatie costs per month (rekenmodel 2). */
import type { Indicatie } from '../project/types.ts';
import { OPEN_EIND, overlapSom, type Looptijd } from './maand.ts';

/** Periods per year of each frequentie except `perWeek`, which is an assumption (`wekenPerJaar`), and `totaal`, which is spread over its own months. */
const PER_JAAR = { perDag: 365, perVierWeken: 13, perMaand: 12, perJaar: 1 } as const;

/**
 * The monthly amount `m_i` in euros, benutting included (rekenmodel 2).
 * @param benutting share 0..1 of the product that is really used
 */
export function maandbedrag(indicatie: Indicatie, looptijd: Looptijd, benutting: number, wekenPerJaar: number): number {
  return benutting * volledigMaandbedrag(indicatie, looptijd, wekenPerJaar);
}

function volledigMaandbedrag(i: Indicatie, looptijd: Looptijd, wekenPerJaar: number): number {
  if (i.kostenPerJaar !== undefined) return i.kostenPerJaar / 12;
  if (i.totaalbedrag !== undefined) return gespreid(i.totaalbedrag, looptijd);
  const bedrag = (i.volume as number) * (i.tarief as number);
  const frequentie = i.frequentie as NonNullable<Indicatie['frequentie']>;
  if (frequentie === 'totaal') return gespreid(bedrag, looptijd);
  if (frequentie === 'perMaand') return bedrag;
  return (bedrag * (frequentie === 'perWeek' ? wekenPerJaar : PER_JAAR[frequentie])) / 12;
}

/** A total divided by Σ overlap over its own months. */
const gespreid = (totaal: number, l: Looptijd): number => totaal / overlapSom(l, l.startMaand, Math.min(l.eindMaand, OPEN_EIND - 1));
