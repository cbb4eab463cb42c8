/** Uw gemeente: what the proposal means for the begroting of one gemeente. */
import type { Gemeente } from '../../models/project/types.ts';
import type { Begrotingsregel } from '../../models/rekenen/begrotingsregels.ts';
import { termijnen } from '../../models/rekenen/schooljaar.ts';
import { taakveldnaam } from '../../models/project/taakvelden.ts';
import { kerncijfer } from './besluit.ts';
import { bestandsdeel, document, type Document } from './document.ts';
import { bestaandVan, boodschap, optellen, som, verschil, type Pdfgegevens } from './gegevens.ts';
import { effectgrafiek, figuur } from './grafiek.ts';
import { html, type Html } from './html.ts';
import { bedragrij, effectrij, jaarkolommen } from './reeksrij.ts';
import { tabel, type Tabelrij } from './tabel.ts';
import { EENHEIDTEKST, effect, effectcent, effectgetal, effectprocent, euro, euroCent, gekleurd, getal, jarenInWoorden } from './woorden.ts';

/** @param regels of this gemeente (`begrotingsregels`) */
export function maakUwGemeente(g: Pdfgegevens, nummer: number, regels: readonly Begrotingsregel[]): Document {
  const { project, uitkomst, nul, jaren } = g;
  const gemeente = project.gemeenten[nummer] as Gemeente;
  const { code } = gemeente;
  const Y = jaren.length;
  const periode = jarenInWoorden(jaren);
  const nulreeks = nul.perGemeente[code] as number[];
  const effectreeks = uitkomst.effect.perGemeente[code] as number[];
  const bijdrage = uitkomst.bijdragen[code] as number[];
  const afgerond = uitkomst.bijdragenAfgerond[code] as number[];
  const { voor, na } = bestaandVan(g, nummer);
  let opgeteld = 0;
  // Few years stand beside the table, many need the width of the page.
  const maten: [number, number] = Y <= 4 ? [490, 220] : [1000, 170];
  const cumulatief = effectreeks.map((x) => (opgeteld += x));
  const leerlingen = som(project.leerlingen.filter((rij) => rij.gemeente === code).map((rij) => rij.aantal));

  return document(`uw-gemeente-${bestandsdeel(gemeente.naam) || bestandsdeel(code)}-${bestandsdeel(code)}`, `Uw gemeente: ${gemeente.naam} – ${project.naam}`, g.kenmerk, html`
<h1>Uw gemeente: ${gemeente.naam}</h1><p class="onder">${code} · voorstel: ${g.scenario.naam}</p>
<div class="kern">
${kerncijfer(`Effect op uw begroting, ${periode}`, gekleurd(effect(opgeteld)), 'ten opzichte van het nulscenario')}
${kerncijfer(`Effect in ${jaren.at(-1)}`, gekleurd(effect(effectreeks.at(-1) as number)), 'het laatste jaar van dit voorstel')}
${kerncijfer('Uw bijdrage', euro(som(afgerond)), `${periode}, hele euro’s`)}
${kerncijfer('Leerlingen op alle scholen', getal(leerlingen), gemeente.inwoners === undefined ? 'inwoners niet bekend' : `${getal(gemeente.inwoners)} inwoners`)}
</div>
<div class="${Y <= 4 ? 'naast' : ''}"><div>${tabel({
    titel: 'Uw begroting', eenheid: EENHEIDTEKST[1], kolommen: [{ kop: 'Post', breedte: Y <= 4 ? 36 : 26 }, ...jaarkolommen(jaren)],
    rijen: begroting(),
  })}</div>
${figuur(boodschap(jaren, effectreeks, effect), `effect op uw begroting, ${EENHEIDTEKST[1000]}`, `Effect per jaar: ${jaren.map((jaar, y) => `${jaar} ${effect(effectreeks[y] as number)}`).join(', ')}. Opgeteld ${effect(opgeteld)}.`, ...maten, effectgrafiek(jaren, effectreeks, cumulatief, ...maten))}</div>
<div class="blok">${tabel({
    titel: 'Uw bijdrage en de termijnen', eenheid: EENHEIDTEKST[1], kolommen: [{ kop: 'Post', breedte: Y <= 6 ? 40 : 24 }, ...jaarkolommen(jaren)], rijen: bijdragerijen(),
    noot: 'De bijdrage in hele euro’s is het bedrag van de afspraak. Termijnen naar schooljaar: 7/12 in januari–juli en 5/12 in augustus–december, in een jaar waarin later wordt gestart in verhouding tot de maanden met kosten.',
  })}</div>
<section><h2>Regels voor de begroting</h2>
${tabel({
    titel: 'Lasten per taakveld', eenheid: `${periode}, ${EENHEIDTEKST[1]}, structureel en incidenteel apart`, kolommen: [{ kop: 'Taakveld en post', breedte: Y <= 6 ? 40 : 24 }, ...jaarkolommen(jaren)],
    rijen: regels.flatMap((r): Tabelrij[] => [
      { kop: taakveldnaam(r.taakveld), cellen: [], soort: 'groep' },
      bedragrij('Nulscenario', r.nul, 1), bedragrij('Voorstel, structureel', r.structureel, 1), ...(r.incidenteel.some((x) => x !== 0) ? [bedragrij('Voorstel, incidenteel', r.incidenteel, 1)] : []),
      effectrij('Verschil', verschil(optellen([r.structureel, r.incidenteel], Y), r.nul), 1, 'gedempt'),
    ]),
    noot: 'De bijdrage volgt het taakveld van de kostenregels waarvoor zij wordt betaald. Namen van taakvelden: niet geverifieerd; controleer ze met het Iv3-informatievoorschrift van het begrotingsjaar.',
  })}
<div class="blok"><h2>Voorstel tot begrotingswijziging</h2><p>De raad wordt voorgesteld de lasten als volgt te wijzigen ten opzichte van het nulscenario; V − is een verlaging.</p>${wijziging()}</div></section>`);

  function begroting(): Tabelrij[] {
    return [
      bedragrij('Nulscenario: als er niets verandert', nulreeks, 1), bedragrij('Voorstel: individuele zorg die blijft', uitkomst.individueel[code] as number[], 1),
      ...([...voor, ...na].some((x) => x !== 0) ? [bedragrij('Voorstel: bestaande arrangementen', na, 1)] : []),
      bedragrij('Voorstel: bijdrage aan de arrangementen', bijdrage, 1), bedragrij('Voorstel samen', uitkomst.totaal.perGemeente[code] as number[], 1, 'totaal'), effectrij('Effect', effectreeks, 1, 'totaal'),
      { kop: 'Effect, opgeteld', cellen: cumulatief.map((x) => gekleurd(effectgetal(x))) },
      { kop: 'Effect per inwoner', cellen: effectreeks.map((x) => (gemeente.inwoners ? gekleurd(effectcent(x / gemeente.inwoners)) : 'niet bekend')) },
      { kop: 'Effect in % van het nulscenario', cellen: effectreeks.map((x, y) => (nulreeks[y] === 0 ? '–' : gekleurd(effectprocent(x / (nulreeks[y] as number))))) },
    ];
  }

  function bijdragerijen(): Tabelrij[] {
    const incidenteel = optellen(regels.map((r) => r.incidenteel), Y);
    const eersteMaand = Math.min(...g.doorrekening.evaluatie.regels.map((r) => r.periode.van));
    const delen = afgerond.map((bedrag, y) => termijnen(bedrag, jaren[y] as number, Number.isFinite(eersteMaand) ? eersteMaand : 0));
    const centen = (kop: string, reeks: number[]): Tabelrij => ({ kop, cellen: [...reeks, ...(Y > 1 ? [som(reeks)] : [])].map(euroCent) });
    return [
      bedragrij('Bijdrage in hele euro’s', afgerond, 1, 'totaal'), bedragrij('Waarvan structureel', verschil(bijdrage, incidenteel), 1), bedragrij('Waarvan incidenteel (eenmalige kosten)', incidenteel, 1),
      centen('Termijn januari–juli', delen.map((d) => d.totEnMetJuli)), centen('Termijn augustus–december', delen.map((d) => d.vanafAugustus)),
    ];
  }

  function wijziging(): Html {
    const mutaties = regels.flatMap((r) => [{ r, soort: 'structureel', reeks: verschil(r.structureel, r.nul) }, { r, soort: 'incidenteel', reeks: r.incidenteel }]).filter(({ reeks }) => reeks.some((x) => Math.abs(x) >= 0.5));
    return tabel({
      titel: 'Wijziging van de lasten', eenheid: EENHEIDTEKST[1], kolommen: [{ kop: 'Taakveld', breedte: Y <= 6 ? 40 : 24 }, ...jaarkolommen(jaren)],
      rijen: [...mutaties.map(({ r, soort, reeks }) => effectrij(`${taakveldnaam(r.taakveld)}, ${soort}`, reeks, 1)), effectrij('Samen, gelijk aan het effect', effectreeks, 1, 'totaal')],
    });
  }
}
