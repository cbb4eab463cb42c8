/** Vergelijking: the scenarios side by side against the nulscenario, the bridge to the proposal, and what they assume differently. */
import { schoolopbouw, telOpbouwOp } from '../../models/rekenen/schoolopbouw.ts';
import { scenarioregels, type Scenarioregel } from '../voorstel/scenarioregels.ts';
import { document, type Document } from './document.ts';
import { som, type Pdfgegevens, type Pdfscenario } from './gegevens.ts';
import { bruggrafiek, figuur, lijngrafiek, type Brugstap } from './grafiek.ts';
import { html, ingekort, type Html } from './html.ts';
import { bedragrij, effectrij, jaarkolommen } from './reeksrij.ts';
import { tabel, type Tabelrij } from './tabel.ts';
import { EENHEIDTEKST, effect, effectcent, effectgetal, effectprocent, euro, gekleurd, jarenInWoorden, maandInWoorden } from './woorden.ts';

const NAAMLENGTE = 90;

export function maakVergelijking(g: Pdfgegevens): Document {
  const { project, jaren } = g;
  const alle = [g, ...g.naast];
  const periode = jarenInWoorden(jaren);
  const laatste = jaren.length - 1;
  const naamVan = (i: number): string => ingekort(alle[i]!.scenario.naam, NAAMLENGTE);
  const best = alle.reduce((a, b) => (som(b.uitkomst.effect.perJaar) < som(a.uitkomst.effect.perJaar) ? b : a));

  return document('vergelijking', `Vergelijking – ${project.naam}`, g.kenmerk, html`
<h1>Vergelijking van scenario’s</h1><p class="onder">${project.naam} · ${onderschrift(alle.length)}</p>
${figuur(
    alle.length === 1 ? `Effect van het voorstel: ${effect(som(g.uitkomst.effect.perJaar))} over ${periode}` : `Over ${periode} het voordeligst of minst nadelig: ${ingekort(best.scenario.naam, NAAMLENGTE)}, ${effect(som(best.uitkomst.effect.perJaar))}`,
    `effect op de gemeenten samen per jaar, ${EENHEIDTEKST[1000]}; boven de lijn nadelig (N), eronder voordelig (V)`,
    `Effect per jaar: ${alle.map(({ scenario, uitkomst }) => `${scenario.naam}: ${jaren.map((jaar, y) => `${jaar} ${effect(uitkomst.effect.perJaar[y] as number)}`).join(', ')}`).join('; ')}.`,
    1000, 200, lijngrafiek(jaren, alle.map(({ scenario, uitkomst }) => ({ naam: scenario.naam, waarden: uitkomst.effect.perJaar }))),
  )}
${tabel({
    titel: 'Alle gemeenten samen', eenheid: `${periode}, ${EENHEIDTEKST[1000]}`, kolommen: [{ kop: 'Scenario', breedte: jaren.length <= 6 ? 40 : 26 }, ...jaarkolommen(jaren), { kop: 'Terugverdiend' }],
    rijen: alle.flatMap(({ nul, uitkomst }, i): Tabelrij[] => {
      const maand = uitkomst.terugverdienmaand;
      const rij = effectrij('Effect ten opzichte van het nulscenario', uitkomst.effect.perJaar, 1000);
      return [
        { kop: `${naamVan(i)}${i === 0 ? ' (dit voorstel)' : ''}`, cellen: [], soort: 'groep' },
        bedragrij('Nulscenario', nul.perJaar, 1000, 'gedempt'), bedragrij('Kosten', uitkomst.totaal.perJaar, 1000), { ...rij, cellen: [...rij.cellen, maand === null ? `niet voor ${(jaren[laatste] as number) + 1}` : maand === `${jaren[0]}-01` ? 'vanaf de start' : maandInWoorden(maand)] },
      ];
    }),
  })}
<section class="pagina">${brug(g)}
${gemeentetabel(g, alle)}</section>
${verschillen(scenarioregels(project, g.scenario), g.naast.map(({ scenario }) => ({ naam: scenario.naam, regels: scenarioregels(project, scenario) })))}`);
}

function gemeentetabel({ project, jaren }: Pdfgegevens, alle: readonly Pdfscenario[]): Html {
  const totalen = alle.map(({ uitkomst }) => gekleurd(effectgetal(som(uitkomst.effect.perJaar))));
  const maten: [kop: string, cel: (effect: number, nul: number, inwoners: number | undefined) => string | undefined][] = [
    ['In euro’s', (x) => effectgetal(x)],
    ['In % van het nulscenario', (x, nul) => (nul === 0 ? undefined : effectprocent(x / nul))],
    ['Per inwoner', (x, _nul, inwoners) => (inwoners ? effectcent(x / inwoners) : undefined)],
  ];
  return tabel({
    titel: 'Effect per gemeente', eenheid: `over ${jarenInWoorden(jaren)} samen, ten opzichte van het nulscenario`,
    kolommen: [{ kop: 'Gemeente', breedte: 24 }, ...alle.map(({ scenario }) => ({ kop: ingekort(scenario.naam, NAAMLENGTE) }))],
    rijen: maten.flatMap(([kop, cel], i): Tabelrij[] => [
      { kop, cellen: [], soort: 'groep' },
      ...project.gemeenten.map(({ code, naam, inwoners }): Tabelrij => ({
        kop: naam, cellen: alle.map(({ nul, uitkomst }) => {
          const tekst = cel(som(uitkomst.effect.perGemeente[code] as number[]), som(nul.perGemeente[code] as number[]), inwoners);
          return tekst === undefined ? 'niet bekend' : gekleurd(tekst);
        }),
      })),
      ...(i === 0 ? [{ kop: 'Samen', cellen: totalen, soort: 'totaal' as const }] : []),
    ]),
  });
}

function brug(g: Pdfgegevens): Html {
  const { jaren, nul, uitkomst, doorrekening, gegevens } = g;
  const { scholen, regionaal } = schoolopbouw(gegevens, doorrekening);
  const opbouw = telOpbouwOp([...scholen, regionaal], jaren.length);
  const stappen: Brugstap[] = [
    { naam: 'Vervangen zorg', bedrag: -som(opbouw.vervangen) }, { naam: 'Overige zorg', bedrag: som(opbouw.overig) }, { naam: 'Bestaand vervalt', bedrag: -som(opbouw.vervallen) },
    { naam: 'Arrangementen', bedrag: som(opbouw.structureel) }, { naam: 'Eenmalig', bedrag: som(opbouw.eenmalig) },
  ].filter((s) => s.bedrag !== 0);
  const totaal = som(uitkomst.totaal.perJaar);
  return figuur(
    `Van nulscenario naar voorstel: ${effect(totaal - som(nul.perJaar))}`, `alle gemeenten, ${jarenInWoorden(jaren)}, ${EENHEIDTEKST[1000]}`,
    `Nulscenario ${euro(som(nul.perJaar))}; ${stappen.map((s) => `${s.naam} ${effect(s.bedrag)}`).join('; ')}; voorstel ${euro(totaal)}.`, 1000, 230,
    bruggrafiek({ naam: 'Nulscenario', bedrag: som(nul.perJaar) }, stappen, 'Voorstel'),
  );
}

/** What stands beside what. @param aantal scenarios */
export const onderschrift = (aantal: number): string => (aantal === 1 ? 'het voorstel ten opzichte van het nulscenario; er is geen ander scenario naast gezet' : 'elk ten opzichte van het nulscenario onder dezelfde indexen');

/** What a scenario assumes (`scenarioregels`), under its name. */
export interface Aannames { naam: string; regels: ReadonlyMap<string, Scenarioregel> }

/** A table of what others assume differently; nothing without others. */
export function verschillen(eigen: Aannames['regels'], naast: readonly Aannames[]): Html | undefined {
  if (naast.length === 0) return undefined;
  const rijen = naast.flatMap(({ naam, regels: daar }): Tabelrij[] => {
    const onderwerpen = [...new Set([...eigen.keys(), ...daar.keys()])].filter((o) => {
      const [a, b] = [eigen.get(o), daar.get(o)];
      const hoortBij = (a ?? b)?.hoortBij;
      // Of a school that only one of them has, its arrangement says enough.
      return a?.waarde !== b?.waarde && (hoortBij === undefined || (eigen.has(hoortBij) && daar.has(hoortBij)));
    });
    return [
      { kop: ingekort(naam, NAAMLENGTE), cellen: [], soort: 'groep' },
      ...(onderwerpen.length === 0 ? [{ kop: 'Geen verschil in uitgangspunten.', cellen: [] }] : onderwerpen.map((o) => ({ kop: ingekort(o, 160), cellen: [ingekort(eigen.get(o)?.waarde ?? 'nee', 300), ingekort(daar.get(o)?.waarde ?? 'nee', 300)] }))),
    ];
  });
  return html`<h2>Wat de scenario’s anders aannemen</h2>${tabel({ titel: 'Verschillen in uitgangspunten', kolommen: [{ kop: 'Uitgangspunt', breedte: 40 }, { kop: 'Dit voorstel', tekst: true, breedte: 30 }, { kop: 'Ander scenario', tekst: true, breedte: 30 }], rijen })}`;
}
