/** Locatieblad for who may not see everything: the published figures of one school on one page, with what is deployed there. */
import { kostenkolom } from '../../../models/bescherming/catalogus.ts';
import { kerncijfer } from '../besluit.ts';
import { boodschap } from '../gegevens.ts';
import { effectgrafiek, figuur } from '../grafiek.ts';
import { html, ingekort, type Html } from '../html.ts';
import { inzettabel, schoolkop } from '../locatieblad.ts';
import { jaarkolommen } from '../reeksrij.ts';
import { tabel } from '../tabel.ts';
import { EENHEIDTEKST, effect, effectgetal, euro, gekleurd, jarenInWoorden, procent } from '../woorden.ts';
import { bedragrij, effectrij, heel, KOLOM, opgeteld, samengeteld, toon, toonAantal, UITLEG_EFFECT, type Cijferreeks, type Cijfers, type Publieksstof } from './gegevens.ts';

/** More categories than this leave no page one page; the rest is taken together. */
const MEESTE_CATEGORIEEN = 9;
const CATEGORIELENGTE = 36;
/** Half a page has no room for more years in euros. */
const MEESTE_JAREN_IN_EURO = 4;
const NAAMLENGTE = 60;

/** @param rij of the catalogue: a school, or all that were taken together */
export function locatieblad({ project, scenario, publicatie: { verantwoording } }: Publieksstof, cijfers: Cijfers, rij: string): Html {
  const { jaren } = cijfers;
  const eenheid = jaren.length > MEESTE_JAREN_IN_EURO ? 1000 : cijfers.eenheid;
  const school = project.scholen.find((s) => s.id === rij);
  const arrangement = scenario.arrangementen.find((a) => a.school === rij);
  const periode = jarenInWoorden(jaren);
  const effecten = cijfers.vast('scholen', rij, KOLOM.effect);
  const cumulatief = opgeteld(effecten);
  const hele = heel(effecten);
  const posten = categorieen(cijfers, rij);
  const kosten = samengeteld(posten.map((p) => p.reeks), jaren.length);
  const heeftEffect = school === undefined || arrangement !== undefined;
  const samengenomen = verantwoording.toelichting.find((zin) => zin.includes('overige scholen'));

  return html`<section class="bladzij locatieblad" data-een-bladzij>
${school ? schoolkop(project, school, arrangement) : html`<h1>${cijfers.naam('scholen', rij)}</h1><p class="onder">${ingekort(samengenomen ?? '', 250)}</p>`}
<div class="kern">
${kerncijfer('Leerlingen', toonAantal(cijfers.aantal('scholen', rij, KOLOM.leerlingen)), html`waarvan ${toonAantal(cijfers.aantal('scholen', rij, KOLOM.jeugdigen))} met jeugdhulp`)}
${kerncijfer(`Zonder voorstel, ${periode}`, toon(kosten.samen, euro), 'alle individuele zorg, alle dragers')}
${heeftEffect ? kerncijfer(`Effect, ${periode}`, toon(effecten.samen, (x) => gekleurd(effect(x))), 'op alle gemeenten samen') : kerncijfer('Effect', '–', 'geen arrangement in dit voorstel')}
${kerncijfer('Realisatie', arrangement ? procent(arrangement.realisatie) : '–', arrangement ? 'aangenomen deel dat wordt vervangen' : 'geen eigen arrangement')}
</div>
<div class="naast"><div>${tabel({
    titel: 'Kosten zonder voorstel', eenheid: `per categorie, ${EENHEIDTEKST[eenheid]}`, kolommen: [{ kop: 'Categorie', breedte: jaren.length > 6 ? 26 : 36 }, ...jaarkolommen(jaren, false)],
    rijen: posten.map(({ naam, reeks }) => zonderTotaal(bedragrij(naam, reeks, eenheid))),
  })}${tabel({
    titel: 'Effect van het voorstel', eenheid: `deel van gemeenten, zonder regionale kosten, ${EENHEIDTEKST[eenheid]}`, kolommen: [{ kop: 'Post', breedte: jaren.length > 6 ? 26 : 36 }, ...jaarkolommen(jaren, false)],
    rijen: [zonderTotaal(effectrij('Effect', effecten, eenheid, 'totaal')), { kop: 'Effect, opgeteld', cellen: cumulatief.map((x) => toon(x, (n) => gekleurd(effectgetal(n, eenheid)))) }],
    noot: `${UITLEG_EFFECT}${cijfers.eenheid === 1 ? '' : ' Afgerond op € 1.000.'}`,
  })}</div>
<div>${heeftEffect && hele ? figuur(boodschap(jaren, [...hele], effect), EENHEIDTEKST[1000], `Effect per jaar: ${jaren.map((jaar, y) => `${jaar} ${effect(hele[y] as number)}`).join(', ')}. Opgeteld ${effect(cumulatief.at(-1) as number)}.`, 490, 190, effectgrafiek(jaren, hele, cumulatief as number[], 490, 190)) : undefined}${hele && heel(kosten) ? undefined : html`<p>Bedragen van ${school ? 'deze school' : 'deze scholen'} zijn verborgen, of alleen over alle jaren samen te zien, omdat het om weinig jeugdigen gaat, of omdat anders de cijfers van andere scholen bekend zouden worden.</p>`}
${arrangement ? inzettabel(arrangement, NAAMLENGTE) : undefined}</div></div></section>`;

  function zonderTotaal<T extends { cellen: readonly unknown[] }>(rij_: T): T {
    return { ...rij_, cellen: rij_.cellen.slice(0, jaren.length) };
  }
}

function categorieen(cijfers: Cijfers, rij: string): { naam: string; reeks: Cijferreeks }[] {
  const begin = kostenkolom('');
  const alle = cijfers.kolommen('scholen').filter((kolom) => kolom.startsWith(begin)).map((kolom) => ({ naam: ingekort(kolom.slice(begin.length), CATEGORIELENGTE), reeks: cijfers.vast('scholen', rij, kolom) }));
  if (alle.length <= MEESTE_CATEGORIEEN) return alle;
  const rest = alle.slice(MEESTE_CATEGORIEEN - 1);
  return [...alle.slice(0, MEESTE_CATEGORIEEN - 1), { naam: `Overige (${rest.length})`, reeks: samengeteld(rest.map((r) => r.reeks), cijfers.jaren.length) }];
}
