import { cpus } from 'node:os';
import { GEWONE_TREKKINGEN, type Spreiding } from '../../models/beslissen/types.ts';
import { kans } from '../../models/beslissen/woorden.ts';
import { zekerheid as reken } from '../../models/beslissen/zekerheid.ts';
import { zekerheidOpDraden } from '../../electron/service/beslissen/draden.ts';
import { BASISHULP, BASISOPTIES, basisUit, EFFECTVOET, eis, geef, getalUit, KEUZEHULP, KEUZEOPTIES, keuzeUit } from './beslissing.ts';
import { Gebruikersfout, type Opdracht } from './opdracht.ts';
import { effect, heel, tabel } from './tabel.ts';
import { Voortgang } from './uitvoer.ts';

const rij = (naam: string, s: Spreiding): string[] => [naam, effect(s.gemiddelde), heel(s.standaardafwijking), ...[s.p5, s.p10, s.p25, s.p50, s.p75, s.p90, s.p95].map(effect), kans(s.kansGoedkoper)];

/** `arrangeren zekerheid`: how sure the effect is. */
export const zekerheid: Opdracht = {
  hulp: `arrangeren zekerheid PROJECT [--scenario ID] [--trekkingen N] [--zaad N] [--draden N] [opties]

Hoe zeker is het effect? Trekt de onzekere uitgangspunten van het scenario vele keren (Latin hypercube) en laat zien hoe de uitkomst verspreid ligt,
per jaar, over alle jaren en per gemeente, en met welke zekerheid het niet meer kost dan een bedrag. Hetzelfde zaad geeft dezelfde cijfers.

${BASISHULP}
${KEUZEHULP}
  --trekkingen N    aantal trekkingen (standaard ${GEWONE_TREKKINGEN})
  --zaad N          geheel getal waarmee het toeval begint (standaard 1)
  --draden N        verdeel het werk over N draden (standaard 1); maakt voor de cijfers niet uit`,
  opties: { ...BASISOPTIES, ...KEUZEOPTIES, trekkingen: { type: 'string' }, zaad: { type: 'string' }, draden: { type: 'string' } },

  async voerUit(argumenten) {
    const basis = await basisUit(argumenten, 'zekerheid');
    const plan = { trekkingen: getalUit(argumenten, 'trekkingen') ?? GEWONE_TREKKINGEN, zaad: getalUit(argumenten, 'zaad') ?? 1, keuze: keuzeUit(argumenten) };
    const draden = getalUit(argumenten, 'draden') ?? 1;
    const meeste = 4 * cpus().length;
    if (!Number.isInteger(draden) || draden < 1 || draden > meeste) throw new Gebruikersfout(`--draden ${draden} kan niet; geef een geheel getal van 1 tot en met ${meeste}.`);
    const voortgang = new Voortgang();
    const resultaat = draden === 1
      ? reken(basis, plan)
      : await zekerheidOpDraden(basis, plan, { draden, voortgang: (deel) => voortgang.toon(`${Math.floor(100 * deel)} %  trekken`) });
    voortgang.klaar();
    const { uitslag } = eis(resultaat, 'Zekerheid');

    const naamVan = (code: string): string => basis.gegevens.gemeenten.find((g) => g.code === code)?.naam ?? code;
    const kop = ['effect', 'gemiddeld', 'spreiding', 'P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', 'kans goedkoper'];
    const rijen = [
      ...uitslag.perJaar.map((s, y) => rij(String(uitslag.jaren[y]), s)), rij('alle jaren', uitslag.cumulatief), rij('contante waarde', uitslag.ncw), null,
      ...Object.entries(uitslag.perGemeente).map(([code, s]) => rij(naamVan(code), s)),
    ];
    const zekerheden = uitslag.zekerheden.map((z) => [`${heel(100 * z.zekerheid)} %`, effect(z.hoogstens)]);
    return geef(argumenten, uitslag, 'Zekerheid', [tabel([kop, null, ...rijen]), tabel([['zekerheid', 'effect ten hoogste'], null, ...zekerheden])], [`Zaad ${uitslag.zaad}, ${heel(uitslag.trekkingen)} trekkingen`, EFFECTVOET]);
  },
};
