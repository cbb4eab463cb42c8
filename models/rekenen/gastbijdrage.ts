/** Guest contributions (rekenmodel 6): what gemeenten that do not take part pay per pupil, with `bijdragePerLeerling`. */
import type { Arrangementeffect } from './effect.ts';
import type { Gegevens } from './gegevens.ts';
import { kaderVanSchool, maandenIn, type Kader } from './kader.ts';
import type { Regelkosten } from './inzet.ts';
import { VERWAARLOOSBAAR } from './voorbereiden.ts';

export interface Gastbijdragen {
  /** Euros per gemeente and year, at `gemeente · jaren + y`. */
  perGemeente: Float64Array;
  /** Fraction by which every line of a school is lowered, per arrangement and year, at `arrangement · jaren + y`. */
  verlaging: Float64Array;
}

/**
 * amount · pupils · U(y) · active months/12 · L(y) for each arrangement, scaled down where together they would exceed the gemeenten part of that school's
 * own lines of that year, and nothing where that is ≤ 0.
 * @param perLeerling euros a year; undefined: there are no guest contributions
 * @param isDeelnemer per gemeente
 */
export function gastbijdragen(perLeerling: number | undefined, isDeelnemer: readonly boolean[], effecten: readonly Arrangementeffect[], regels: readonly Regelkosten[], gegevens: Gegevens, kader: Kader): Gastbijdragen {
  const G = gegevens.gemeenten.length;
  const Y = kader.jaren.length;
  const perGemeente = new Float64Array(G * Y);
  const verlaging = new Float64Array(effecten.length * Y);
  if (perLeerling === undefined) return { perGemeente, verlaging };

  const eigenRegels = new Float64Array(effecten.length * Y);
  const grootte = new Float64Array(effecten.length * Y);
  for (const r of regels) {
    if (r.arrangement === undefined) continue;
    for (let y = 0; y < Y; y++) {
      const bedrag = (r.perJaar[y] as number) * r.aandeelGemeenten;
      eigenRegels[r.arrangement * Y + y]! += bedrag;
      grootte[r.arrangement * Y + y]! += Math.abs(bedrag);
    }
  }
  for (const [a, effect] of effecten.entries()) {
    const gasten = gegevens.gemeenten.map((_, g) => g).filter((g) => !isDeelnemer[g] && (gegevens.leerlingen[effect.school * G + g] as number) > 0);
    if (gasten.length === 0) continue;
    for (let y = 0; y < Y; y++) {
      const ruimte = eigenRegels[a * Y + y] as number;
      // Lines that cancel out leave nothing: without this the last bits, and so the order of the lines, decide whether guests pay for all of them.
      if (ruimte <= VERWAARLOOSBAAR * (grootte[a * Y + y] as number)) continue;
      const perHoofd = ((perLeerling * (kader.indexen.leerlingen[y] as number) * maandenIn(effect.periode, kader, y)) / 12) * (kaderVanSchool(kader, effect.school).indexen.loon[y] as number);
      const samen = perHoofd * gasten.reduce((som, g) => som + (gegevens.leerlingen[effect.school * G + g] as number), 0);
      const schaal = samen > ruimte ? ruimte / samen : 1;
      for (const g of gasten) perGemeente[g * Y + y]! += schaal * perHoofd * (gegevens.leerlingen[effect.school * G + g] as number);
      verlaging[a * Y + y] = (schaal * samen) / ruimte;
    }
  }
  return { perGemeente, verlaging };
}
