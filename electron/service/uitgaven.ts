/** What went out before, and what goes out now, in the project file: nothing leaves for others than intern without being noted first. */
import type { Uitgave } from '../../models/bescherming/eerder.ts';
import type { NieuweUitgave, Projectbestand } from '../store/index.ts';

/** All that went out, for `eerder`. */
export const eerdereUitgaven = (bestand: Projectbestand): Uitgave[] => bestand.uitgaven().map(({ inhoud }) => inhoud);

/** Notes it, unless it is for intern; must be done before the file is handed over. @throws Opslagfout `alleen-lezen`, `in-gebruik`: then nothing goes out */
export function noteerUitgave(bestand: Projectbestand, uitgave: Uitgave | undefined, wat: Omit<NieuweUitgave, 'inhoud' | 'lezer'> & { lezer: 'intern' | NieuweUitgave['lezer'] }): void {
  const { lezer } = wat;
  if (lezer === 'intern') return;
  if (!uitgave) throw new Error('een uitgave zonder wat een volgende ervan moet weten');
  bestand.noteerUitgave({ ...wat, lezer, inhoud: uitgave });
}
