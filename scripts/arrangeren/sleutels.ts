import { sleutelsNaastElkaar } from '../../models/beslissen/sleutels.ts';
import type { Sleutelkeuze, Sleuteluitkomst } from '../../models/beslissen/types.ts';
import { SLEUTELVARIABELEN, type Gewichten } from '../../models/project/types.ts';
import { BASISHULP, BASISOPTIES, basisUit, EFFECTVOET, eis, geef, getalUit } from './beslissing.ts';
import { Gebruikersfout, type Opdracht } from './opdracht.ts';
import { effect, heel, tabel } from './tabel.ts';

/** `leerlingen`, `leerlingen=0,5+kosten=0,5`, or `formule:2*jeugdigen + leerlingen`. */
function sleutelVan(tekst: string): Sleutelkeuze {
  if (tekst.startsWith('formule:')) return { naam: tekst.slice(8), sleutel: { formule: tekst.slice(8) } };
  const gewichten: Gewichten = {};
  for (const deel of tekst.split('+')) {
    const [naam = '', gewicht = '1'] = deel.trim().split('=');
    const variabele = SLEUTELVARIABELEN.find((v) => v === naam.trim());
    const waarde = Number(gewicht.replace(',', '.'));
    if (!variabele || !(waarde >= 0)) throw new Gebruikersfout(`De sleutel ${tekst} is niet te lezen. Schrijf zoals leerlingen, leerlingen=0,5+kosten=0,5 of formule:2*jeugdigen + leerlingen; variabelen: ${SLEUTELVARIABELEN.join(', ')}.`);
    gewichten[variabele] = (gewichten[variabele] ?? 0) + waarde;
  }
  const som = Object.values(gewichten).reduce((a, b) => a + b, 0);
  if (!(som > 0)) throw new Gebruikersfout(`De gewichten van ${tekst} zijn samen 0.`);
  return { naam: tekst, sleutel: Object.fromEntries(Object.entries(gewichten).map(([v, gewicht]) => [v, gewicht / som])) };
}

const twee = (x: number | null): string => (x === null ? '–' : `${x < 0 ? '−' : x > 0 ? '+' : ''}${Math.abs(x).toFixed(2).replace('.', ',')}`);
const percentage = (x: number | null): string => (x === null ? '–' : `${twee(100 * x)} %`);

function uitkomsttabel({ gemeenten }: Sleuteluitkomst): string {
  const rijen = gemeenten.map((g) => [g.naam, heel(g.bijdrage), effect(g.effect), percentage(g.aandeelVanNul), twee(g.perInwonerPerJaar), twee(g.perJeugdigeInwonerPerJaar), effect(g.tenOpzichteVanProfijt), ...(g.eindstand === undefined ? [] : [g.eindstand === null ? 'later' : String(g.eindstand)])]);
  return tabel([['gemeente', 'bijdrage', 'effect', '% van nul', '€/inw/jr', '€/jeugd/jr', 't.o.v. profijt', ...(gemeenten[0]?.eindstand === undefined ? [] : ['eindstand'])], null, ...rijen]);
}

/** `arrangeren sleutels`: keys side by side. */
export const sleutels: Opdracht = {
  hulp: `arrangeren sleutels PROJECT [--scenario ID] [--sleutels LIJST] [--grens BEDRAG]

Wat betekent elke verdeelsleutel voor elke gemeente? Profijt (kosten) staat er altijd naast.

${BASISHULP}
  --sleutels LIJST  gescheiden door puntkomma's: leerlingen; leerlingen=0,5+kosten=0,5; formule:2*jeugdigen + leerlingen
                    (anders: de sleutel van het scenario)
  --grens BEDRAG    tel gemeenten die meer dan zoveel euro per inwoner per jaar winnen of verliezen`,
  opties: { ...BASISOPTIES, sleutels: { type: 'string' }, grens: { type: 'string' } },

  async voerUit(argumenten) {
    const basis = await basisUit(argumenten, 'sleutels');
    const lijst = argumenten.waarde('sleutels')?.split(';').map((deel) => sleutelVan(deel.trim()));
    const grens = getalUit(argumenten, 'grens') ?? null;
    const { uitslag } = eis(await sleutelsNaastElkaar(basis, { grens, ...(lijst && { sleutels: lijst }) }), 'Sleutels naast elkaar');
    const tabellen = uitslag.sleutels.flatMap(({ naam, zonderIngroei, metIngroei }) => [
      ...(zonderIngroei ? [`${naam}\n${uitkomsttabel(zonderIngroei)}`] : []),
      ...(metIngroei ? [`${naam}, met ingroei\n${uitkomsttabel(metIngroei)}`] : []),
    ]);
    return geef(argumenten, uitslag, 'Sleutels naast elkaar', tabellen, [EFFECTVOET]);
  },
};
