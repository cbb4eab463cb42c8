/** Locatieblad: one school on one page: who its pupils are, what individual care costs there now, and what the arrangement changes. */
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { aantalVan, GEMEENTEN, overheadVan } from '../../models/project/standaard.ts';
import type { Project, School, VolledigScenario } from '../../models/project/types.ts';
import { effectVanOpbouw, type Kostenopbouw } from '../../models/rekenen/schoolopbouw.ts';
import { kerncijfer } from './besluit.ts';
import { boodschap, som, type Pdfgegevens } from './gegevens.ts';
import { effectgrafiek, figuur } from './grafiek.ts';
import { html, ingekort, type Html, type Inhoud } from './html.ts';
import { bedragrij, effectrij, jaarkolommen } from './reeksrij.ts';
import { tabel, type Tabelrij } from './tabel.ts';
import { aantal, bedrag, datum, EENHEIDTEKST, effect, euro, gekleurd, getal, jarenInWoorden, procent } from './woorden.ts';

/** As many rows as leave the page one page; the rest is taken together and counted. */
const MEESTE_RIJEN = { gemeenten: 9, producten: 5, inzet: 4 } as const;
const TEKST = 60;

/** The first rows, and the others as one. */
function metOverige<T>(rijen: readonly T[], meeste: number, samen: (rest: readonly T[]) => T): T[] {
  return rijen.length <= meeste ? [...rijen] : [...rijen.slice(0, meeste - 1), samen(rijen.slice(meeste - 1))];
}

/** A count; a small one looks different at once. */
const telling = (n: number): Inhoud => (n > 0 && n < STANDAARDBESCHERMING.drempel ? html`<span class="klein">${getal(n)}</span>` : getal(n));

type Arrangement = VolledigScenario['arrangementen'][number];

/** Name of the school, and who and where it is. */
export const schoolkop = ({ gemeenten }: Pick<Project, 'gemeenten'>, school: School, arrangement: Arrangement | undefined): Html => html`<h1>${ingekort(school.naam, TEKST)}</h1><p class="onder">${ingekort([
  school.soort, gemeenten.find((x) => x.code === school.gemeente)?.naam ?? school.gemeente, school.samenwerkingsverband, school.bestuur && `bestuur ${school.bestuur}`,
  school.vestigingscode && `vestiging ${school.vestigingscode}`, arrangement ? `arrangement vanaf ${datum(arrangement.start)}${arrangement.eind ? ` tot en met ${datum(arrangement.eind)}` : ''}` : 'geen arrangement in dit voorstel',
].filter((deel) => deel !== undefined && deel !== '').map((deel) => ingekort(deel as string, 45)).join(' · '), 135)}</p>`;

/** @param opbouw of this school (`schoolopbouw`) */
export function locatieblad(g: Pdfgegevens, nummer: number, opbouw: Kostenopbouw): Html {
  const { project, scenario, gegevens, jaren, doorrekening: { evaluatie }, uitkomst } = g;
  const school = project.scholen[nummer] as School;
  const G = gegevens.gemeenten.length;
  const periode = jarenInWoorden(jaren);
  const arrangement = scenario.arrangementen.find((a) => a.school === school.id);
  const effecten = effectVanOpbouw(opbouw);
  const van = (aantallen: Float64Array): number => aantallen.subarray(nummer * G, (nummer + 1) * G).reduce((a, b) => a + b, 0);
  const leerlingen = van(gegevens.leerlingen);
  const jeugdigen = van(gegevens.jeugdigen);
  let opgeteld = 0;
  const cumulatief = effecten.map((x) => (opgeteld += x));

  return html`<section class="bladzij locatieblad" data-een-bladzij>
${schoolkop(project, school, arrangement)}
<div class="kern">
${kerncijfer('Leerlingen', getal(leerlingen), html`waarvan ${telling(jeugdigen)} met jeugdhulp${leerlingen === 0 ? '' : ` (${procent(jeugdigen / leerlingen, 0)})`}`)}
${kerncijfer(`Nulscenario, ${periode}`, euro(som(opbouw.nul)), leerlingen === 0 ? 'deel van gemeenten' : `per leerling in ${jaren[0]}: ${euro((opbouw.nul[0] as number) / leerlingen)}`)}
${arrangement ? kerncijfer(`Effect, ${periode}`, gekleurd(effect(opgeteld)), 'op alle gemeenten samen') : kerncijfer('Effect', '–', 'geen arrangement in dit voorstel')}
${kerncijfer('Realisatie', arrangement ? procent(arrangement.realisatie) : '–', arrangement ? `zonder toegang: ${aantal(uitkomst.zonderToegang[school.id] ?? 0, 'leerling', 'leerlingen')}` : 'geen arrangement')}
</div>
<div class="naast"><div>${tabel({
    titel: 'Wat het de gemeenten kost', eenheid: EENHEIDTEKST[1000], kolommen: [{ kop: 'Post', breedte: jaren.length > 6 ? 26 : 36 }, ...jaarkolommen(jaren, false)],
    rijen: [
      bedragrij('Nulscenario', opbouw.nul, 1000), bedragrij('Vervangen zorg', opbouw.vervangen.map((x) => -x), 1000),
      ...(opbouw.overig.some((x) => x !== 0) ? [bedragrij('Effect op overige zorg', opbouw.overig, 1000)] : []), ...(opbouw.vervallen.some((x) => x !== 0) ? [bedragrij('Bestaand, vervalt', opbouw.vervallen.map((x) => -x), 1000)] : []),
      bedragrij('Arrangement, structureel', opbouw.structureel, 1000), bedragrij('Arrangement, eenmalig', opbouw.eenmalig, 1000),
      bedragrij('Voorstel samen', opbouw.nul.map((x, y) => x + (effecten[y] as number)), 1000, 'totaal'), effectrij('Effect', effecten, 1000, 'totaal'),
    ].map((rij): Tabelrij => ({ ...rij, cellen: rij.cellen.slice(0, jaren.length) })),
  })}${gemeentetabel()}
<p class="noot">Deel van gemeenten, zonder regionale kosten. <span class="klein">Cursief: minder dan ${STANDAARDBESCHERMING.drempel}.</span></p></div>
<div>${arrangement ? figuur(boodschap(jaren, effecten, effect), EENHEIDTEKST[1000], `Effect per jaar: ${jaren.map((jaar, y) => `${jaar} ${effect(effecten[y] as number)}`).join(', ')}. Opgeteld ${effect(opgeteld)}.`, 490, 135, effectgrafiek(jaren, effecten, cumulatief, 490, 135)) : undefined}
${arrangement ? inzettabel(arrangement) : undefined}${producttabel()}</div></div></section>`;

  function gemeentetabel(): Html {
    const rijen = gegevens.gemeenten.map(({ naam }, i) => ({ naam, leerlingen: gegevens.leerlingen[nummer * G + i] as number, jeugdigen: gegevens.jeugdigen[nummer * G + i] as number })).filter((r) => r.leerlingen !== 0 || r.jeugdigen !== 0).sort((a, b) => b.leerlingen - a.leerlingen);
    const kort = metOverige(rijen, MEESTE_RIJEN.gemeenten, (rest) => ({ naam: `Overige (${rest.length})`, leerlingen: som(rest.map((r) => r.leerlingen)), jeugdigen: som(rest.map((r) => r.jeugdigen)) }));
    return tabel({
      titel: 'Waar leerlingen wonen', kolommen: [{ kop: 'Gemeente', breedte: 60 }, { kop: 'Leerlingen' }, { kop: 'Met jeugdhulp' }],
      rijen: kort.map((r) => ({ kop: ingekort(r.naam, 40), cellen: [telling(r.leerlingen), telling(r.jeugdigen)] })),
    });
  }

  function producttabel(): Html {
    const perProduct = new Map<number, number>();
    for (let c = gegevens.celVan[nummer] as number; c < (gegevens.celVan[nummer + 1] as number); c++) perProduct.set(gegevens.celProduct[c] as number, (perProduct.get(gegevens.celProduct[c] as number) ?? 0) + (gegevens.celBasis[c] as number));
    const eigen = evaluatie.effecten.find((e) => e.school === nummer);
    const rijen = [...perProduct].map(([p, basis]) => ({ naam: `${gegevens.producten[p]?.naam ?? ''}${gegevens.productDrager[p] === 0 ? '' : ' *'}`, basis, vervangbaar: (eigen?.vervangbaar[p] ?? gegevens.producten[p]?.vervangbaar ?? 0) * basis })).sort((a, b) => b.basis - a.basis);
    const kort = metOverige(rijen, MEESTE_RIJEN.producten, (rest) => ({ naam: `Overige (${rest.length})`, basis: som(rest.map((r) => r.basis)), vervangbaar: som(rest.map((r) => r.vervangbaar)) }));
    return tabel({
      titel: 'Zorg nu', eenheid: `${EENHEIDTEKST[1000]}, 12 maanden`, kolommen: [{ kop: 'Product', breedte: 60 }, { kop: 'Kosten' }, { kop: 'Vervangbaar' }],
      rijen: kort.map((r) => ({ kop: ingekort(r.naam, 40), cellen: [bedrag(r.basis, 1000), r.basis === 0 ? '–' : procent(r.vervangbaar / r.basis, 0)] })),
      ...(rijen.some((r) => r.naam.endsWith('*')) && { noot: `* niet betaald door ${GEMEENTEN}` }),
    });
  }
}

/** What is deployed at a school: its cost lines. @param naamlengte characters of a name that there is room for */
export function inzettabel({ inzet }: Arrangement, naamlengte = 28): Html {
  const regels = inzet.map((r): Tabelrij => ({
    kop: ingekort(r.omschrijving, naamlengte),
    cellen: [
      r.soort === 'fte' ? `${getal(aantalVan(r), 2)} fte` : r.soort === 'perLeerling' ? 'per leerling' : r.soort === 'eenmalig' ? 'eenmalig' : 'vast', euro(r.bedrag), overheadVan(r) === 0 ? '–' : procent(overheadVan(r), 0),
    ],
  }));
  return tabel({
    titel: 'De inzet', eenheid: 'bedragen op prijspeil, per jaar', kolommen: [{ kop: 'Kostenregel', breedte: 46 }, { kop: 'Omvang', tekst: true }, { kop: 'Bedrag' }, { kop: 'Overhead' }],
    rijen: metOverige(regels, MEESTE_RIJEN.inzet, (rest) => ({ kop: `Overige kostenregels (${rest.length}), zie de werkmap`, cellen: [] })),
  });
}
