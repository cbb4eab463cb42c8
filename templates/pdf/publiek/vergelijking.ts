/** Vergelijking for who may not see everything: the published effect of each scenario side by side, and what they assume differently. */
import { GEMEENTEN } from '../../../models/project/standaard.ts';
import { document, type Document } from '../document.ts';
import { figuur, lijngrafiek } from '../grafiek.ts';
import { html, ingekort, type Html, type Inhoud } from '../html.ts';
import { jaarkolommen } from '../reeksrij.ts';
import { tabel, type Tabelrij } from '../tabel.ts';
import { EENHEIDTEKST, effect, effectgetal, effectprocent, gekleurd, jarenInWoorden } from '../woorden.ts';
import { onderschrift, verschillen } from '../vergelijking.ts';
import { bedragrij, Cijfers, effectrij, heel, KOLOM, toon, UITLEG, UITLEG_EFFECT, type Cijfer, type Publieksstof } from './gegevens.ts';

const NAAMLENGTE = 90;

const som = (waarden: readonly number[]): number => waarden.reduce((a, b) => a + b, 0);
const inProcent = (x: Cijfer, nul: Cijfer): Inhoud => toon(x, (n) => toon(nul, (m) => (m === 0 ? '–' : gekleurd(effectprocent(n / m)))));

export function maakVergelijking({ kenmerk, project, publicatie, naast }: Publieksstof): Document {
  const cijfers = new Cijfers(publicatie);
  const { jaren, eenheid } = cijfers;
  const periode = jarenInWoorden(jaren);
  const alle = [publicatie.scenario, ...publicatie.naast].map(({ id, naam }) => ({
    id, naam, nul: cijfers.vast('regio', `drager ${GEMEENTEN}`, KOLOM.nul, id), effecten: cijfers.vast('regio', 'regio', KOLOM.effect, id), collectief: cijfers.vast('regio', 'regio', KOLOM.bijdrage, id),
  }));
  const reeksen = alle.flatMap(({ naam, effecten }) => {
    const waarden = heel(effecten);
    return waarden ? [{ naam, waarden }] : [];
  });
  const best = reeksen.length === alle.length ? reeksen.reduce((a, b) => (som(b.waarden) < som(a.waarden) ? b : a)) : undefined;

  return document('vergelijking', `Vergelijking – ${project.naam}`, kenmerk, html`
<h1>Vergelijking van scenario’s</h1><p class="onder">${project.naam} · ${onderschrift(alle.length)}</p>
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
<section${alle.length > 1 ? html` class="pagina"` : undefined}>${gemeentetabel()}</section>
${verschillen(publicatie.aannames.scenario, naast)}`);

  function gemeentetabel(): Html {
    const reeks = (rij: string, kolom: string, id: string): Cijfer => cijfers.vast('gemeenten', rij, kolom, id).samen;
    const inEuro = (x: Cijfer): Inhoud => toon(x, (n) => gekleurd(effectgetal(n, eenheid)));
    const codes = cijfers.rijen('gemeenten');
    const bedragen = (code: string): Inhoud[] => alle.map(({ id }) => inEuro(reeks(code, KOLOM.effect, id)));
    const procenten = (code: string): Inhoud[] => alle.map(({ id }) => inProcent(reeks(code, KOLOM.effect, id), reeks(code, KOLOM.nul, id)));
    const [kopBedrag, kopProcent] = [`Bedrag, ${EENHEIDTEKST[eenheid]}`, 'In % van het nulscenario'];
    const kop = (code: string): string => cijfers.naam('gemeenten', code);
    const opzet = { titel: 'Effect per gemeente', eenheid: `over ${periode} samen, ten opzichte van het nulscenario`, noot: UITLEG };
    const samen = alle.map(({ effecten }) => inEuro(effecten.samen));
    // One scenario needs one row per gemeente, several a row in both measures.
    if (alle.length === 1) {
      const regio = alle.map(({ effecten, nul }) => inProcent(effecten.samen, nul.samen));
      return tabel({ ...opzet, kolommen: [{ kop: 'Gemeente', breedte: 40 }, { kop: kopBedrag }, { kop: kopProcent }], rijen: [...codes.map((code) => ({ kop: kop(code), cellen: [...bedragen(code), ...procenten(code)] })), { kop: 'Alle gemeenten', cellen: [...samen, ...regio], soort: 'totaal' }] });
    }
    return tabel({
      ...opzet, kolommen: [{ kop: 'Gemeente', breedte: 24 }, ...alle.map(({ naam }) => ({ kop: ingekort(naam, NAAMLENGTE) }))],
      rijen: [
        { kop: kopBedrag, cellen: [], soort: 'groep' }, ...codes.map((code) => ({ kop: kop(code), cellen: bedragen(code) })), { kop: 'Alle gemeenten', cellen: samen, soort: 'totaal' },
        { kop: kopProcent, cellen: [], soort: 'groep' }, ...codes.map((code) => ({ kop: kop(code), cellen: procenten(code) })),
      ],
    });
  }
}
