/** Vergelijking for who may not see everything: the published effect of each scenario side by side, and what they assume differently. */
import { GEMEENTEN } from '../../../models/project/standaard.ts';
import { document, type Document } from '../document.ts';
import { figuur, lijngrafiek } from '../grafiek.ts';
import { html, ingekort, type Html } from '../html.ts';
import { jaarkolommen } from '../reeksrij.ts';
import { tabel, type Tabelrij } from '../tabel.ts';
import { EENHEIDTEKST, effect, effectgetal, effectprocent, gekleurd, jarenInWoorden } from '../woorden.ts';
import { verschillen } from '../vergelijking.ts';
import { bedragrij, Cijfers, effectrij, isHeel, KOLOM, toon, totaal, UITLEG, UITLEG_EFFECT, type Publieksstof } from './gegevens.ts';

const NAAMLENGTE = 90;

export function maakVergelijking({ kenmerk, project, publicatie, naast }: Publieksstof): Document {
  const cijfers = new Cijfers(publicatie);
  const { jaren, eenheid } = cijfers;
  const periode = jarenInWoorden(jaren);
  const alle = [publicatie.scenario, ...publicatie.naast].map(({ id, naam }) => ({
    id, naam, nul: cijfers.vast('regio', `drager ${GEMEENTEN}`, KOLOM.nul, id), effecten: cijfers.vast('regio', 'regio', KOLOM.effect, id), collectief: cijfers.vast('regio', 'regio', KOLOM.bijdrage, id),
  }));
  const reeksen = alle.flatMap(({ naam, effecten }) => (isHeel(effecten) ? [{ naam, waarden: effecten }] : []));
  const som = (waarden: readonly number[]): number => waarden.reduce((a, b) => a + b, 0);
  const best = reeksen.length === alle.length ? reeksen.reduce((a, b) => (som(b.waarden) < som(a.waarden) ? b : a)) : undefined;

  return document('vergelijking', `Vergelijking – ${project.naam}`, kenmerk, html`
<h1>Vergelijking van scenario’s</h1><p class="onder">${project.naam} · elk ten opzichte van het nulscenario onder dezelfde indexen</p>
${reeksen.length === 0 || !best ? undefined : figuur(
    alle.length === 1 ? `Effect van het voorstel: ${effect(som(best.waarden))} over ${periode}` : `Over ${periode} het voordeligst of minst nadelig: ${ingekort(best.naam, NAAMLENGTE)}, ${effect(som(best.waarden))}`,
    `effect op de gemeenten samen per jaar, ${EENHEIDTEKST[1000]}; boven de lijn nadelig (N), eronder voordelig (V)`,
    `Effect per jaar: ${reeksen.map(({ naam, waarden }) => `${naam}: ${jaren.map((jaar, y) => `${jaar} ${effect(waarden[y] as number)}`).join(', ')}`).join('; ')}.`,
    1000, 200, lijngrafiek(jaren, reeksen),
  )}
${tabel({
    titel: 'Alle gemeenten samen', eenheid: `${periode}, ${EENHEIDTEKST[1000]}`, kolommen: [{ kop: 'Scenario', breedte: jaren.length <= 6 ? 40 : 26 }, ...jaarkolommen(jaren)],
    rijen: alle.flatMap(({ naam, nul, effecten, collectief }, i): Tabelrij[] => [
      { kop: `${ingekort(naam, NAAMLENGTE)}${i === 0 ? ' (dit voorstel)' : ''}`, cellen: [], soort: 'groep' },
      bedragrij('Nulscenario', nul, 1000, 'gedempt'), bedragrij('Kosten van de arrangementen', collectief, 1000), effectrij('Effect ten opzichte van het nulscenario', effecten, 1000),
    ]),
    noot: UITLEG_EFFECT,
  })}
<section class="pagina">${gemeentetabel()}</section>
${verschillen(publicatie.aannames.scenario, naast)}`);

  function gemeentetabel(): Html {
    const rij = (code: string, inProcent: boolean): Tabelrij => ({
      kop: cijfers.naam('gemeenten', code),
      cellen: alle.map(({ id }) => {
        const effecten = totaal(cijfers.vast('gemeenten', code, KOLOM.effect, id));
        const nul = totaal(cijfers.vast('gemeenten', code, KOLOM.nul, id));
        if (!inProcent) return toon(effecten, (x) => gekleurd(effectgetal(x, eenheid)));
        return toon(effecten, (x) => toon(nul, (n) => (n === 0 ? '–' : gekleurd(effectprocent(x / n)))));
      }),
    });
    const codes = cijfers.rijen('gemeenten');
    return tabel({
      titel: 'Effect per gemeente', eenheid: `over ${periode} samen, ten opzichte van het nulscenario`, kolommen: [{ kop: 'Gemeente', breedte: 24 }, ...alle.map(({ naam }) => ({ kop: ingekort(naam, NAAMLENGTE) }))],
      rijen: [
        { kop: `Bedrag, ${EENHEIDTEKST[eenheid]}`, cellen: [], soort: 'groep' }, ...codes.map((code) => rij(code, false)),
        { kop: 'Alle gemeenten', cellen: alle.map(({ effecten }) => toon(totaal(effecten), (x) => gekleurd(effectgetal(x, eenheid)))), soort: 'totaal' },
        { kop: 'In % van het nulscenario', cellen: [], soort: 'groep' }, ...codes.map((code) => rij(code, true)),
      ],
      noot: UITLEG,
    });
  }
}
