/** What a gemeente shares instead of its rows, as the app asks for it. */
import type { Uitwisseling } from '../invoer/uitwisseling.ts';
import type { Bestandsgreep } from './bestand.ts';

/** The file, with what it says of itself: who shares it with whom on what ground, from how many rows, and what stood out in those. */
export interface Uitwisselbestand extends Pick<Uitwisseling, 'kop' | 'rijen' | 'waarschuwingen'> {
  bestand: Bestandsgreep;
}
