/** Where drawn values hold: one place for all, or with assumptions per school one for each school with an arrangement and one for the rest. */
import { indexjarenVan, prijspeilVan, renteIn } from '../../project/standaard.ts';
import { ONZEKERE_PARAMETERS, type Indexen, type OnzekereParameter, type Rente, type Uitgangspunten } from '../../project/types.ts';
import { rateVerschoven } from '../getrokken.ts';
import { PLEK, waardenrekenaar, type Dimensie } from '../parameters.ts';

/** A place with its values in the present draw. Amounts per year of the horizon. */
export interface Plaats {
  /** In the order of `ONZEKERE_PARAMETERS`. */
  waarden: Float64Array;
  prijs: Float64Array;
  loon: Float64Array;
  /** V·P and V·L: what turns a basis into `B`; index 0 for products by prijs, 1 by loon. */
  product: [prijs: Float64Array, loon: Float64Array];
  /** Sets all of it for a draw. */
  neem(trekking: ArrayLike<number>): void;
}

/** Writes an index per year of the horizon (rekenmodel 3), its rates moved by `delta`. */
type Indexschrijver = (delta: number, naar: Float64Array) => void;

function indexschrijver(rente: Rente | undefined, uitgangspunten: Uitgangspunten): Indexschrijver {
  const { begrotingsjaar } = uitgangspunten;
  const jaren = indexjarenVan(uitgangspunten);
  const rates = Float64Array.from(jaren, (jaar) => renteIn(rente, jaar));
  const eerste = begrotingsjaar - prijspeilVan(uitgangspunten) - 1;
  return (delta, naar) => {
    naar.fill(1);
    let index = 1;
    for (let k = 0; k < rates.length; k++) {
      index *= 1 + (delta === 0 ? (rates[k] as number) : rateVerschoven(rates[k] as number, delta));
      if (k >= eerste) naar[k - eerste] = index;
    }
  };
}

const INDEXPARAMETERS: readonly OnzekereParameter[] = ['prijsDelta', 'loonDelta', 'volumeDelta'];
/** Whether some of these parameters have a value of their own at each school. */
export const verschiltPerSchool = (dimensies: readonly Dimensie[], parameters: readonly OnzekereParameter[]): boolean =>
  dimensies.some(({ geldt, parameter }) => geldt.soort === 'plaats' && parameters.includes(parameter));

/** Makes the place of a school, or (`null`) of what belongs to no school; that one must be made, and set for a draw, first. */
export function plaatsenmaker(dimensies: readonly Dimensie[], indexen: Indexen, uitgangspunten: Uitgangspunten, Y: number): (school: string | null) => Plaats {
  const schrijf = { prijs: indexschrijver(indexen.prijs, uitgangspunten), loon: indexschrijver(indexen.loon, uitgangspunten), volume: indexschrijver(indexen.volume, uitgangspunten) };
  const volume = new Float64Array(Y);
  const indexOnzeker = dimensies.some(({ parameter }) => INDEXPARAMETERS.includes(parameter));
  const indexPerSchool = verschiltPerSchool(dimensies, INDEXPARAMETERS);
  let regio: Plaats | undefined;
  return (school) => {
    const bepaal = waardenrekenaar(dimensies, school);
    const waarden = new Float64Array(ONZEKERE_PARAMETERS.length);
    if (regio && !indexPerSchool) return { ...regio, waarden, neem: (trekking) => bepaal(trekking, waarden) };
    const [prijs, loon, maalPrijs, maalLoon] = [new Float64Array(Y), new Float64Array(Y), new Float64Array(Y), new Float64Array(Y)];
    let bepaald = false;
    const plaats: Plaats = {
      waarden, prijs, loon, product: [maalPrijs, maalLoon],
      neem(trekking) {
        bepaal(trekking, waarden);
        if (bepaald && !indexOnzeker) return;
        bepaald = true;
        schrijf.prijs(waarden[PLEK.prijsDelta] as number, prijs);
        schrijf.loon(waarden[PLEK.loonDelta] as number, loon);
        schrijf.volume(waarden[PLEK.volumeDelta] as number, volume);
        for (let y = 0; y < Y; y++) {
          maalPrijs[y] = (prijs[y] as number) * (volume[y] as number);
          maalLoon[y] = (loon[y] as number) * (volume[y] as number);
        }
      },
    };
    regio ??= plaats;
    return plaats;
  };
}
