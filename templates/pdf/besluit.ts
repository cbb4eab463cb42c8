/** Besluit: what is asked of whom, what it costs and saves, and how hard the figures are. */
import { GEMEENTEN } from '../../models/project/standaard.ts';
import { document, type Document } from './document.ts';
import { boodschap, optellen, som, type Pdfgegevens } from './gegevens.ts';
import { effectgrafiek, figuur, staafgrafiek } from './grafiek.ts';
import { groepstabellen } from './groepen.ts';
import { html, type Html, type Inhoud } from './html.ts';
import { bedragrij, effectrij, jaarkolommen } from './reeksrij.ts';
import { tabel, type Tabelrij } from './tabel.ts';
import { aantal, bedrag, datum, EENHEIDTEKST, effect, effectgetal, euro, gekleurd, getal, jarenInWoorden, maandInWoorden, opsomming } from './woorden.ts';

const MEESTE_NAMEN = 4;
/** What a warning is about (rekenmodel 1), in a few words. */
const WAARSCHUWING: Record<string, string> = {
  W01: 'arrangement begint voor het eerste begrotingsjaar', W02: 'prijs- en loonindex verschillen zonder bron', W03: 'jeugdigen geteld uit rijen zonder pseudoniem', W04: 'verdeelsleutel vervangen door leerlingen of gelijke delen',
  W05: 'kosten onder nul geteld als nul', W06: 'het jaar voor de peildatum eindigde geen indicatie', W07: 'leerlingen zonder toegang', W08: 'een bestaand arrangement eindigt zonder vervolg', W09: 'uitgangspunt zonder bron, of voorbeeld', W10: 'declaraties van de laatste maanden kunnen ontbreken',
};
const DRAGERNAMEN: Record<string, string> = { gemeenten: 'Gemeenten', samenwerkingsverband: 'Samenwerkingsverband', onderwijs: 'Onderwijs', zorgverzekeraar: 'Zorgverzekeraar', zorgkantoor: 'Zorgkantoor', rijk: 'Rijk' };

/** The word that stands beside a key figure. */
export const kerncijfer = (wat: string, waarde: Inhoud, noot: Inhoud): Html => html`<div><p>${wat}</p><p class="groot">${waarde}</p><p class="noot">${noot}</p></div>`;

export function maakBesluit(g: Pdfgegevens): Document {
  const { project, scenario, uitkomst, nul, jaren, doorrekening } = g;
  const Y = jaren.length;
  const [eerste, laatste] = [jaren[0] as number, jaren.at(-1) as number];
  const periode = jarenInWoorden(jaren);
  const betalers = project.gemeenten.filter((gemeente) => uitkomst.bijdragenAfgerond[gemeente.code]);
  const structureel = uitkomst.collectief.map((x, y) => x - (uitkomst.eenmalig[y] as number));
  const individueel = optellen(Object.values(uitkomst.individueel), Y);
  const bijdragen = optellen(Object.values(uitkomst.bijdragen), Y);
  const bestaand = uitkomst.totaal.perJaar.map((x, y) => x - (individueel[y] as number) - (bijdragen[y] as number));
  const { terugverdienmaand } = uitkomst;

  const kern = html`<div class="kern">
${kerncijfer(`Effect op de gemeenten samen, ${periode}`, gekleurd(effect(som(uitkomst.effect.perJaar))), 'ten opzichte van het nulscenario')}
${kerncijfer(`Effect in ${laatste}`, gekleurd(effect(uitkomst.effect.perJaar[Y - 1] as number)), 'het laatste jaar van dit voorstel')}
${kerncijfer('Bijdragen van de gemeenten', euro(som(uitkomst.collectief)), `${periode}, waarvan eenmalig ${euro(som(uitkomst.eenmalig))}`)}
${kerncijfer('Terugverdiend', terugverdienmaand === null ? `niet voor ${laatste + 1}` : terugverdienmaand === `${eerste}-01` ? 'vanaf de start' : maandInWoorden(terugverdienmaand), 'vanaf dan opgeteld niet meer nadelig')}
</div>`;

  return document('besluit', `Besluit – ${project.naam}`, g.kenmerk, html`
<h1>${project.naam}</h1><p class="onder">Voorstel: ${scenario.naam}</p>
${kern}
<div class="naast"><section><h2 class="eerst">Het voorstel in vijf zinnen</h2>${vijfZinnen(g)}</section>
${figuur(boodschap(jaren, uitkomst.effect.perJaar, effect), `effect op de gemeenten samen, ${periode}, ${EENHEIDTEKST[1000]}`, `Effect per jaar ten opzichte van het nulscenario: ${jaren.map((jaar, y) => `${jaar} ${effect(uitkomst.effect.perJaar[y] as number)}`).join(', ')}. Opgeteld ${effect(som(uitkomst.effect.perJaar))}.`, 490, 190, effectgrafiek(jaren, uitkomst.effect.perJaar, uitkomst.effect.cumulatief, 490, 190))}</div>
<div class="blok">${tabel({
    titel: 'Wat het de gemeenten samen kost', eenheid: `${periode}, ${EENHEIDTEKST[1000]}, euro’s van het jaar zelf`, kolommen: [{ kop: 'Post', breedte: Y <= 6 ? 40 : 26 }, ...jaarkolommen(jaren)],
    rijen: [
      bedragrij('Nulscenario: als er niets verandert', nul.perJaar, 1000),
      bedragrij('Voorstel: individuele zorg die blijft', individueel, 1000),
      ...(bestaand.some((x) => Math.abs(x) > 0.5) ? [bedragrij('Voorstel: bestaande arrangementen', bestaand, 1000)] : []),
      bedragrij('Voorstel: arrangementen, structureel', structureel, 1000),
      bedragrij('Voorstel: arrangementen, eenmalig', uitkomst.eenmalig, 1000),
      bedragrij('Voorstel samen', uitkomst.totaal.perJaar, 1000, 'totaal'),
      effectrij('Effect ten opzichte van het nulscenario', uitkomst.effect.perJaar, 1000, 'totaal'),
      { ...effectrij('Effect, opgeteld vanaf het eerste jaar', uitkomst.effect.cumulatief, 1000, 'gedempt'), cellen: uitkomst.effect.cumulatief.map((x) => gekleurd(effectgetal(x, 1000))) },
    ],
    noot: 'V −: voordelig, goedkoper dan het nulscenario. N +: nadelig, duurder. Door afronding kan een som een eenheid afwijken.',
  })}</div>
<section class="pagina"><h2 class="eerst">Wat van wie wordt gevraagd</h2>
${tabel({
    titel: 'Bijdrage per gemeente', eenheid: `per kalenderjaar, ${EENHEIDTEKST[1]}; rechts het effect op de begroting over ${periode}`, kolommen: [{ kop: 'Gemeente', breedte: Y <= 6 ? 34 : 16 }, ...jaarkolommen(jaren), { kop: 'Effect, samen' }],
    rijen: [
      ...betalers.map(({ code, naam }): Tabelrij => {
        const rij = bedragrij(naam, uitkomst.bijdragenAfgerond[code] as number[], 1);
        return { ...rij, cellen: [...rij.cellen, gekleurd(effectgetal(som(uitkomst.effect.perGemeente[code] as number[])))] };
      }),
      (() => {
        const rij = bedragrij('Samen', optellen(Object.values(uitkomst.bijdragenAfgerond), Y), 1, 'totaal');
        return { ...rij, cellen: [...rij.cellen, gekleurd(effectgetal(betalers.reduce((t, { code }) => t + som(uitkomst.effect.perGemeente[code] as number[]), 0)))] };
      })(),
    ],
    noot: 'Bijdragen in hele euro’s: dit zijn de bedragen van de afspraak.',
  })}
<div class="naast">${bijdragefiguur(g, betalers)}
<section><h2 class="eerst">Gevraagd besluit</h2>${gevraagdBesluit(doorrekening.evaluatie.deelnemers.map((i) => (project.gemeenten[i] as { naam: string }).naam))}</section></div></section>
${groepstabellen(g)}
<div class="blok"><h2>Wie draagt wat</h2>${dragertabel(g)}</div>
<div class="blok"><h2>Hoe hard deze cijfers zijn</h2>${zekerheid(g)}</div>`);
}

/** What is asked of whom. @param deelnemers names of the gemeenten that take part */
export const gevraagdBesluit = (deelnemers: readonly string[]): Html => html`<p>De colleges van burgemeester en wethouders van ${opsomming([...deelnemers])} wordt gevraagd:</p>
<ol><li>in te stemmen met de inzet van de arrangementen op de scholen, zoals op de locatiebladen;</li><li>de bijdragen hierboven op te nemen in de begroting, zoals in het stuk ‘Uw gemeente’;</li><li>de beheerafspraken in het stuk ‘Afspraken’ vast te stellen.</li></ol>`;

function vijfZinnen({ project, scenario, uitkomst, nul, jaren, doorrekening: { evaluatie } }: Pdfgegevens): Html {
  const namen = evaluatie.deelnemers.map((i) => (project.gemeenten[i] as { naam: string }).naam);
  const wie = namen.length <= MEESTE_NAMEN ? opsomming(namen) : `${namen.length} gemeenten`;
  const laatste = jaren.length - 1;
  const start = scenario.arrangementen.map((a) => a.start).sort()[0];
  const duurste = uitkomst.effect.perJaar.reduce((best, x, y) => (x > (uitkomst.effect.perJaar[best] as number) ? y : best), 0);
  const eerste = start === undefined ? 'Dit scenario heeft geen school met een arrangement.' : `${wie} ${namen.length === 1 ? 'zet' : 'zetten samen'} hulp in op ${aantal(scenario.arrangementen.length, 'school', 'scholen')}; ${scenario.arrangementen.length === 1 ? 'die start' : 'de eerste start'} op ${datum(start)}.`;
  return html`<ol><li>${eerste}</li>
<li>Zonder besluit betalen de gemeenten in ${jaren[laatste]} samen <span class="sterk">${euro(nul.perJaar[laatste] as number)}</span>.</li>
<li>Met het voorstel is dat in ${jaren[laatste]} <span class="sterk">${euro(uitkomst.totaal.perJaar[laatste] as number)}</span>.</li>
<li>Over ${jarenInWoorden(jaren)} samen is het verschil ${gekleurd(effect(som(uitkomst.effect.perJaar)))}.</li>
<li>In ${jaren[duurste]}, het jaar met het minst gunstige effect, is het verschil ${gekleurd(effect(uitkomst.effect.perJaar[duurste] as number))}.</li></ol>`;
}

function bijdragefiguur({ uitkomst, jaren }: Pdfgegevens, betalers: Pdfgegevens['project']['gemeenten']): Html {
  const posten = betalers.map(({ code, naam }) => ({ naam, bedrag: som(uitkomst.bijdragen[code] as number[]) }));
  const { inhoud, hoogte } = staafgrafiek(posten);
  const hoogste = posten.reduce((a, b) => (b.bedrag > a.bedrag ? b : a), { naam: '', bedrag: 0 });
  const totaal = som(posten.map((p) => p.bedrag));
  return figuur(totaal > 0 ? `${hoogste.naam} draagt ${getal((100 * hoogste.bedrag) / totaal)} % van de bijdragen` : 'Geen bijdragen', `${jarenInWoorden(jaren)}, ${EENHEIDTEKST[1000]}`, `Bijdrage over de hele periode: ${posten.map((p) => `${p.naam} ${euro(p.bedrag)}`).join(', ')}.`, 490, hoogte, inhoud);
}

function dragertabel({ project, nul, uitkomst, jaren }: Pdfgegevens): Html {
  const onbekend = new Set(project.uitgangspunten.onbekend);
  const naam = (code: string): string => DRAGERNAMEN[code] ?? project.dragers?.find((d) => d.code === code)?.naam ?? code;
  const codes = Object.keys(uitkomst.effect.perDrager);
  return tabel({
    titel: 'Effect per drager', eenheid: `${EENHEIDTEKST[1000]}; nulscenario over de hele periode`, kolommen: [{ kop: 'Drager', breedte: jaren.length <= 6 ? 30 : 18 }, { kop: 'Nulscenario, samen' }, ...jaarkolommen(jaren)],
    rijen: [
      ...codes.map((code): Tabelrij => {
        const rij = effectrij(naam(code), uitkomst.effect.perDrager[code] as number[], 1000, code === GEMEENTEN ? 'totaal' : undefined);
        return { ...rij, cellen: [onbekend.has(code) ? 'onbekend' : bedrag(som(nul.perDrager[code] as number[]), 1000), ...rij.cellen] };
      }),
      (() => {
        const rij = effectrij('Alle dragers samen', uitkomst.alleDragers, 1000, 'totaal');
        return { ...rij, cellen: [codes.some((code) => onbekend.has(code)) ? 'onbekend' : bedrag(codes.reduce((t, code) => t + som(nul.perDrager[code] as number[]), 0), 1000), ...rij.cellen] };
      })(),
    ],
  });
}

function zekerheid({ uitkomst, waarschuwingen, voorbeeld, kenmerk: { vingerafdruk, programma, bron }, gemaakt, grondslag, project }: Pdfgegevens): Html {
  const zonder = som(Object.values(uitkomst.zonderToegang));
  const perCode = [...Map.groupBy(waarschuwingen, ({ code }) => code)].sort(([a], [b]) => (a < b ? -1 : 1));
  return tabel({
    titel: 'Stand van de cijfers', kolommen: [{ kop: 'Onderwerp', breedte: 34 }, { kop: 'Stand', tekst: true }],
    rijen: [
      { kop: 'Uitgangspunten', cellen: [voorbeeld ? html`<span class="n">VOORBEELD: een deel van de bedragen is fictief.</span> Hierover kan nog niet worden besloten.` : 'Geen voorbeeldcijfers.'] },
      { kop: 'Netto contante waarde van het effect', cellen: [gekleurd(effect(uitkomst.ncw))] },
      { kop: 'Leerlingen zonder toegang', cellen: [zonder === 0 ? 'Geen.' : `${getal(zonder)}, omdat hun gemeente niet meedoet.`] },
      { kop: 'Waarschuwingen', cellen: [perCode.length === 0 ? 'Geen.' : perCode.map(([code, lijst]) => html`<div>${WAARSCHUWING[code] ?? code}: ${getal(lijst.length)}</div>`)] },
      { kop: 'Gegevens', cellen: [`${bron}; ${aantal(project.scholen.length, 'school', 'scholen')}, ${aantal(project.gemeenten.length, 'gemeente', 'gemeenten')}. ${grondslag === '' ? '' : `Grondslag voor het delen: ${grondslag}.`}`] },
      { kop: 'Vingerafdruk', cellen: [html`${vingerafdruk}, gemaakt op ${datum(gemaakt)} met ${programma}.`] },
    ],
  });
}
