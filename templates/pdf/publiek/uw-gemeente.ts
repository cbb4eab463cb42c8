/** Uw gemeente for who may not see everything: the published figures of one gemeente. */
import { kerncijfer } from '../besluit.ts';
import { bestandsdeel, document, type Document } from '../document.ts';
import { boodschap } from '../gegevens.ts';
import { effectgrafiek, figuur } from '../grafiek.ts';
import { html, type Html } from '../html.ts';
import { jaarkolommen } from '../reeksrij.ts';
import { tabel } from '../tabel.ts';
import { EENHEIDTEKST, effect, effectgetal, euro, gekleurd, getal, jarenInWoorden } from '../woorden.ts';
import { bedragrij, Cijfers, effectrij, heel, KOLOM, opgeteld, samengeteld, toon, toonAantal, UITLEG_EFFECT, type Cijfer, type Publieksstof } from './gegevens.ts';

/** @param code of a gemeente that pays and stands on a row of its own */
export function maakUwGemeente({ kenmerk, project, scenario, publicatie }: Publieksstof, code: string): Document {
  const cijfers = new Cijfers(publicatie);
  const { jaren, eenheid } = cijfers;
  const naam = cijfers.naam('gemeenten', code);
  const inwoners = project.gemeenten.find((g) => g.code === code)?.inwoners;
  const van = (kolom: string) => cijfers.vast('gemeenten', code, kolom);
  const [nul, bijdrage, effecten] = [van(KOLOM.nul), van(KOLOM.bijdrage), van(KOLOM.effect)];
  const cumulatief = opgeteld(effecten);
  const hele = heel(effecten);
  const periode = jarenInWoorden(jaren);
  const smal = jaren.length <= 4;
  const maten: [number, number] = smal ? [490, 220] : [1000, 170];
  const gekleurdEffect = (x: number): Html => gekleurd(effect(x));

  return document(`uw-gemeente-${bestandsdeel(naam) || bestandsdeel(code)}-${bestandsdeel(code)}`, `Uw gemeente: ${naam} – ${project.naam}`, kenmerk, html`
<h1>Uw gemeente: ${naam}</h1><p class="onder">${code} · voorstel: ${scenario.naam}</p>
<div class="kern">
${kerncijfer(`Effect op uw begroting, ${periode}`, toon(effecten.samen, gekleurdEffect), 'ten opzichte van het nulscenario')}
${kerncijfer(`Effect in ${jaren.at(-1)}`, toon(effecten.jaren.at(-1) as Cijfer, gekleurdEffect), 'het laatste jaar van dit voorstel')}
${kerncijfer('Uw bijdrage', toon(bijdrage.samen, euro), periode)}
${kerncijfer('Leerlingen op alle scholen', toonAantal(cijfers.aantal('gemeenten', code, KOLOM.leerlingen)), html`waarvan ${toonAantal(cijfers.aantal('gemeenten', code, KOLOM.jeugdigen))} met jeugdhulp${inwoners === undefined ? '' : `; ${getal(inwoners)} inwoners`}`)}
</div>
<div class="${smal ? 'naast' : ''}"><div>${tabel({
    titel: 'Uw begroting', eenheid: `${EENHEIDTEKST[eenheid]}, euro’s van het jaar zelf`, kolommen: [{ kop: 'Post', breedte: smal ? 36 : 26 }, ...jaarkolommen(jaren)],
    rijen: [
      bedragrij('Nulscenario: als er niets verandert', nul, eenheid), bedragrij('Voorstel samen', samengeteld([nul, effecten], jaren.length), eenheid), bedragrij('Waarvan bijdrage aan de arrangementen', bijdrage, eenheid, 'gedempt'),
      effectrij('Effect', effecten, eenheid, 'totaal'), { kop: 'Effect, opgeteld', cellen: cumulatief.map((x) => toon(x, (n) => gekleurd(effectgetal(n, eenheid)))) },
    ],
    noot: `${UITLEG_EFFECT}${eenheid === 1 ? '' : ' Afgerond op € 1.000.'}`,
  })}</div>
${hele
    ? figuur(boodschap(jaren, [...hele], effect), `effect op uw begroting, ${EENHEIDTEKST[1000]}`, `Effect per jaar: ${jaren.map((jaar, y) => `${jaar} ${effect(hele[y] as number)}`).join(', ')}. Opgeteld ${effect(cumulatief.at(-1) as number)}.`, ...maten, effectgrafiek(jaren, hele, cumulatief as number[], ...maten))
    : html`<p>Van ${naam} zijn bedragen ${effecten.samen === null ? 'verborgen' : 'alleen over alle jaren samen te zien'}, omdat het om weinig jeugdigen gaat of anders de cijfers van anderen bekend zouden worden. De financials van uw gemeente hebben ze.</p>`}</div>
<h2>Wat hier niet in staat</h2><p>Regels per taakveld, de termijnen en de begrotingswijziging volgen uit cijfers per school en gemeente en worden niet gepubliceerd; zij staan in het interne stuk van uw gemeente.</p>`);
}
