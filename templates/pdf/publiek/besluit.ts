/** Besluit for who may not see everything: what is asked of whom and what it costs and saves, per gemeente and per school, as far as it was published. */
import { GEMEENTEN } from '../../../models/project/standaard.ts';
import { gevraagdBesluit, kerncijfer } from '../besluit.ts';
import { document, type Document } from '../document.ts';
import { boodschap, som } from '../gegevens.ts';
import { effectgrafiek, figuur, staafgrafiek } from '../grafiek.ts';
import { html, type Html, type Inhoud } from '../html.ts';
import { jaarkolommen } from '../reeksrij.ts';
import { tabel, type Tabelrij } from '../tabel.ts';
import { aantal, bedrag, datum, EENHEIDTEKST, effect, effectgetal, euro, gekleurd, jarenInWoorden, opsomming } from '../woorden.ts';
import { bedragrij, Cijfers, effectrij, heel, KOLOM, opgeteld, OVERIGE, samengeteld, toon, toonAantal, UITLEG, UITLEG_EFFECT, type Cijfer, type Cijferreeks, type Publieksstof } from './gegevens.ts';

const MEESTE_NAMEN = 4;

export function maakBesluit(stof: Publieksstof): Document {
  const { kenmerk, project, scenario, publicatie } = stof;
  const cijfers = new Cijfers(publicatie);
  const { jaren } = cijfers;
  const Y = jaren.length;
  const periode = jarenInWoorden(jaren);
  const effecten = cijfers.vast('regio', 'regio', KOLOM.effect);
  const collectief = cijfers.vast('regio', 'regio', KOLOM.bijdrage);
  const nul = cijfers.vast('regio', `drager ${GEMEENTEN}`, KOLOM.nul);
  const voorstel = samengeteld([nul, effecten], Y);
  const heleEffecten = heel(effecten);
  const cumulatief = opgeteld(effecten);
  const gekleurdEffect = (x: number): Html => gekleurd(effect(x));
  const leerlingen = cijfers.aantal('regio', 'regio', KOLOM.leerlingen);

  return document('besluit', `Besluit – ${project.naam}`, kenmerk, html`
<h1>${project.naam}</h1><p class="onder">Voorstel: ${scenario.naam}</p>
<div class="kern">
${kerncijfer(`Effect op de gemeenten samen, ${periode}`, toon(effecten.samen, gekleurdEffect), 'ten opzichte van het nulscenario')}
${kerncijfer(`Effect in ${jaren[Y - 1]}`, toon(effecten.jaren[Y - 1] as Cijfer, gekleurdEffect), 'het laatste jaar van dit voorstel')}
${kerncijfer('Kosten van de arrangementen', toon(collectief.samen, euro), `deel van de gemeenten, ${periode}`)}
${kerncijfer('Leerlingen op alle scholen', toonAantal(leerlingen), html`waarvan ${toonAantal(cijfers.aantal('regio', 'regio', KOLOM.jeugdigen))} met jeugdhulp`)}
</div>
<div class="naast"><section><h2 class="eerst">Het voorstel in het kort</h2>${zinnen(stof, { nul, voorstel, effecten })}</section>
${heleEffecten ? figuur(boodschap(jaren, [...heleEffecten], effect), `effect op de gemeenten samen, ${periode}, ${EENHEIDTEKST[1000]}`, `Effect per jaar ten opzichte van het nulscenario: ${jaren.map((jaar, y) => `${jaar} ${effect(heleEffecten[y] as number)}`).join(', ')}. Opgeteld ${effect(som([...heleEffecten]))}.`, 490, 190, effectgrafiek(jaren, heleEffecten, cumulatief as number[], 490, 190)) : undefined}</div>
<div class="blok">${tabel({
    titel: 'Wat het de gemeenten samen kost', eenheid: `${periode}, ${EENHEIDTEKST[1000]}, euro’s van het jaar zelf`, kolommen: [{ kop: 'Post', breedte: Y <= 6 ? 40 : 26 }, ...jaarkolommen(jaren)],
    rijen: [
      bedragrij('Nulscenario: als er niets verandert', nul, 1000),
      bedragrij('Voorstel samen', voorstel, 1000),
      bedragrij('Waarvan kosten van de arrangementen', collectief, 1000, 'gedempt'),
      effectrij('Effect ten opzichte van het nulscenario', effecten, 1000, 'totaal'),
      { kop: 'Effect, opgeteld vanaf het eerste jaar', cellen: cumulatief.map((x) => toon(x, (n) => gekleurd(effectgetal(n, 1000)))), soort: 'gedempt' },
    ],
    noot: `${UITLEG_EFFECT} Door afronding kan een som een eenheid afwijken.`,
  })}</div>
<section class="pagina"><h2 class="eerst">Wat van wie wordt gevraagd</h2>
${bijdragetabel(cijfers, `per kalenderjaar, ${EENHEIDTEKST[cijfers.eenheid]}; rechts het effect op de begroting over ${periode}`, true)}
<div class="naast">${bijdragefiguur(cijfers)}
<section><h2 class="eerst">Gevraagd besluit</h2>${gevraagdBesluit(stof.deelnemers.map(({ naam }) => naam))}</section></div></section>
<section><h2>Per school</h2>${schooltabel(stof, cijfers)}</section>
<div class="blok"><h2>Wie draagt wat</h2>${dragertabel(stof, cijfers)}</div>
<div class="blok"><h2>Hoe deze cijfers te lezen</h2>${leeswijzer(stof)}</div>`);
}

function zinnen({ scenario, deelnemers, publicatie: { jaren } }: Publieksstof, { nul, voorstel, effecten }: Record<'nul' | 'voorstel' | 'effecten', Cijferreeks>): Html {
  const laatste = jaren.length - 1;
  const wie = deelnemers.length <= MEESTE_NAMEN ? opsomming(deelnemers.map(({ naam }) => naam)) : `${deelnemers.length} gemeenten`;
  const start = scenario.arrangementen.map((a) => a.start).sort()[0];
  const hele = heel(effecten);
  const duurste = hele?.reduce((best, x, y) => (x > (hele[best] as number) ? y : best), 0);
  const sterk = (x: number): Html => html`<span class="sterk">${euro(x)}</span>`;
  const gekleurdEffect = (x: number): Html => gekleurd(effect(x));
  const eerste = start === undefined ? 'Dit scenario heeft geen school met een arrangement.' : `${wie} ${deelnemers.length === 1 ? 'zet' : 'zetten samen'} hulp in op ${aantal(scenario.arrangementen.length, 'school', 'scholen')}; ${scenario.arrangementen.length === 1 ? 'die start' : 'de eerste start'} op ${datum(start)}.`;
  return html`<ol><li>${eerste}</li>
<li>Zonder besluit betalen de gemeenten in ${jaren[laatste]} samen ${toon(nul.jaren[laatste] as Cijfer, sterk)}.</li>
<li>Met het voorstel is dat in ${jaren[laatste]} ${toon(voorstel.jaren[laatste] as Cijfer, sterk)}.</li>
<li>Over ${jarenInWoorden(jaren)} samen is het verschil ${toon(effecten.samen, gekleurdEffect)}.</li>
${duurste === undefined ? undefined : html`<li>In ${jaren[duurste]}, het jaar met het minst gunstige effect, is het verschil ${gekleurdEffect(hele?.[duurste] as number)}.</li>`}</ol>`;
}

/** The contribution of each that pays, and of all. @param metEffect with their effect over all years */
export function bijdragetabel(cijfers: Cijfers, eenheid: string, metEffect = false): Html {
  const { jaren } = cijfers;
  const rij = (kop: Inhoud, tabelnaam: 'gemeenten' | 'regio', naam: string, soort?: Tabelrij['soort']): Tabelrij => {
    const bijdrage = bedragrij(kop, cijfers.vast(tabelnaam, naam, KOLOM.bijdrage), cijfers.eenheid, soort);
    return metEffect ? { ...bijdrage, cellen: [...bijdrage.cellen, toon(cijfers.vast(tabelnaam, naam, KOLOM.effect).samen, (x) => gekleurd(effectgetal(x, cijfers.eenheid)))] } : bijdrage;
  };
  return tabel({
    titel: 'Bijdrage per gemeente', eenheid, kolommen: [{ kop: 'Gemeente', breedte: jaren.length <= 6 ? 34 : 16 }, ...jaarkolommen(jaren), ...(metEffect ? [{ kop: 'Effect, samen' }] : [])],
    rijen: [...cijfers.betalers().map((code) => rij(cijfers.naam('gemeenten', code), 'gemeenten', code)), rij('Alle gemeenten', 'regio', 'regio', 'totaal')],
    noot: `${UITLEG} ${cijfers.eenheid === 1 ? 'De bedragen van de afspraak zijn in hele euro’s en kunnen daardoor een euro afwijken.' : 'Afgerond; het totaal kan daardoor van de som afwijken.'}`,
  });
}

function bijdragefiguur(cijfers: Cijfers): Html | undefined {
  const posten = cijfers.betalers().flatMap((code) => {
    const bijdrage = cijfers.vast('gemeenten', code, KOLOM.bijdrage).samen;
    return bijdrage === null ? [] : [{ naam: cijfers.naam('gemeenten', code), bedrag: bijdrage }];
  });
  if (posten.length === 0) return html`<p>Van geen gemeente is de bijdrage gepubliceerd.</p>`;
  const { inhoud, hoogte } = staafgrafiek(posten);
  const hoogste = posten.reduce((a, b) => (b.bedrag > a.bedrag ? b : a));
  const weg = cijfers.betalers().length - posten.length;
  return figuur(`${hoogste.naam} draagt het meest bij`, `${jarenInWoorden(cijfers.jaren)}, ${EENHEIDTEKST[1000]}${weg === 0 ? '' : `; van ${aantal(weg, 'gemeente', 'gemeenten')} verborgen`}`, `Bijdrage over de hele periode: ${posten.map((p) => `${p.naam} ${euro(p.bedrag)}`).join(', ')}.`, 490, hoogte, inhoud);
}

/** Schools under their samenwerkingsverband: the OOGO is held with each of those. */
function schooltabel({ project, scenario }: Publieksstof, cijfers: Cijfers): Html {
  const verbandVan = new Map(project.scholen.map((s) => [s.id, s.samenwerkingsverband ?? '']));
  const perVerband = [...Map.groupBy(cijfers.rijen('scholen'), (rij) => (rij === OVERIGE ? '' : (verbandVan.get(rij) ?? '')))].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'nl'));
  const metArrangement = new Set(scenario.arrangementen.map((a) => a.school));
  const rij = (school: string): Tabelrij => {
    const heeft = school === OVERIGE || metArrangement.has(school);
    const effecten = effectrij(cijfers.naam('scholen', school), cijfers.vast('scholen', school, KOLOM.effect), cijfers.eenheid);
    return { ...effecten, cellen: [toonAantal(cijfers.aantal('scholen', school, KOLOM.leerlingen)), toonAantal(cijfers.aantal('scholen', school, KOLOM.jeugdigen)), ...(heeft ? effecten.cellen : ['geen arrangement'])] };
  };
  return tabel({
    titel: 'Leerlingen, en het effect op de gemeenten samen', eenheid: `per jaar, ${EENHEIDTEKST[cijfers.eenheid]}, zonder regionale kosten`,
    kolommen: [{ kop: 'School', breedte: cijfers.jaren.length <= 6 ? 34 : 24 }, { kop: 'Leerlingen' }, { kop: 'Met jeugdhulp' }, ...jaarkolommen(cijfers.jaren)],
    rijen: perVerband.flatMap(([verband, scholen]): Tabelrij[] => [...(perVerband.length === 1 && verband === '' ? [] : [{ kop: verband === '' ? 'Zonder samenwerkingsverband, of samengenomen' : verband, cellen: [], soort: 'groep' as const }]), ...scholen.map(rij)]),
    noot: UITLEG_EFFECT,
  });
}

function dragertabel({ project: { uitgangspunten }, publicatie }: Publieksstof, cijfers: Cijfers): Html {
  const onbekend = new Set(uitgangspunten.onbekend);
  return tabel({
    titel: 'Effect per drager', eenheid: `${EENHEIDTEKST[1000]}; nulscenario over de hele periode`, kolommen: [{ kop: 'Drager', breedte: cijfers.jaren.length <= 6 ? 30 : 18 }, { kop: 'Nulscenario, samen' }, ...jaarkolommen(cijfers.jaren)],
    rijen: cijfers.regio('drager').map(({ rij, code }): Tabelrij => {
      const effecten = effectrij(publicatie.namen.dragers.get(code) ?? code, cijfers.vast('regio', rij, KOLOM.effect), 1000, code === GEMEENTEN ? 'totaal' : undefined);
      return { ...effecten, cellen: [onbekend.has(code) ? 'onbekend' : toon(cijfers.vast('regio', rij, KOLOM.nul).samen, (x) => bedrag(x, 1000)), ...effecten.cellen] };
    }),
  });
}

function leeswijzer({ publicatie: { verantwoording: v }, project: { uitgangspunten }, voorbeeld }: Publieksstof): Html {
  return tabel({
    titel: 'Bescherming en herkomst', kolommen: [{ kop: 'Onderwerp', breedte: 24 }, { kop: 'Stand', tekst: true }],
    rijen: [
      { kop: 'Uitgangspunten', cellen: [voorbeeld ? html`<span class="n">VOORBEELD: een deel van de bedragen is fictief.</span> Hierover kan nog niet worden besloten.` : 'Geen voorbeeldcijfers.'] },
      { kop: 'Kleine aantallen', cellen: [[UITLEG, ...v.toelichting].map((zin) => html`<div>${zin}</div>`)] },
      { kop: 'Gegevens', cellen: [html`Leveringen van gemeenten en scholen, peildatum ${datum(uitgangspunten.peildatum)}. Gemaakt op ${datum(v.gemaakt.slice(0, 10))} met ${v.programma}.`] },
      { kop: 'Vingerafdruk', cellen: [`${v.vingerafdruk}, van de gepubliceerde cijfers.`] },
    ],
  });
}
