/** The open project of a window. */
import type { Nodig } from '../../models/contract/methoden.ts';
import { Dienstfout } from './dienstfout.ts';
import type { Kader, Thuis } from './projectkant.ts';

export class Sessie {
  readonly kader: Kader;
  readonly thuis: Thuis;

  constructor(kader: Kader, thuis: Thuis) {
    this.kader = kader;
    this.thuis = thuis;
  }

  /** @throws when the project that a method needs is not there */
  eis(nodig: Nodig): void {
    if (nodig === 'project' || nodig === 'schrijven') throw new Dienstfout('geenProject', 'Er is geen project open in dit venster. Open eerst een project.');
  }

  async sluit(): Promise<void> {}
}
