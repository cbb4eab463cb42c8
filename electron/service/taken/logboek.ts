/** Use cases: who changed what, and going back. */
import type { Logwijziging } from '../../../models/contract/stand.ts';
import type { Veldwijziging } from '../../store/index.ts';
import type { Onder, Taken } from '../taken.ts';

/** Changes that are given with an entry; an import of a list may have thousands. */
const GETOOND = 50;

const plaatsVan = ({ lijst, item, pad }: Veldwijziging): string => [lijst, item, pad].filter((deel) => deel !== '').join(', ');
const alsWijziging = (w: Veldwijziging): Logwijziging => ({ plaats: plaatsVan(w), van: w.van ?? null, naar: w.naar ?? null });

export const logboektaken: Taken<Onder<'logboek'>> = {
  'logboek.lijst'({ bestand }, { voor, aantal }) {
    const regels = bestand.log(aantal + 1, voor);
    return {
      meer: regels.length > aantal,
      regels: regels.slice(0, aantal).map(({ id, wanneer, wie, omschrijving, bereikbaar }) => {
        const wijzigingen = bestand.wijzigingen(id);
        return { id, wanneer, wie, omschrijving, wijzigingen: wijzigingen.slice(0, GETOOND).map(alsWijziging), aantalWijzigingen: wijzigingen.length, bereikbaar };
      }),
    };
  },
  'logboek.terugNaar'(sessie, { id }) {
    sessie.bestand.terugNaar(id);
    return sessie.stand();
  },
};
