/** Totals per samenwerkingsverband, schoolbestuur and deelregio: the OOGO is held with each samenwerkingsverband. */
import { totalenPerDeelregio, totalenPerSchoolgroep, type Groepstotaal } from '../../models/rekenen/groepen.ts';
import { som, type Pdfgegevens } from './gegevens.ts';
import { html, type Html } from './html.ts';
import { effectrij, jaarkolommen } from './reeksrij.ts';
import { tabel, type Tabelrij } from './tabel.ts';
import { aantal, bedrag, EENHEIDTEKST } from './woorden.ts';

const NERGENS = 'niet ingevuld';

/** A table per kind of group that the project names; nothing if it names none. */
export function groepstabellen({ project, nul, uitkomst, jaren }: Pdfgegevens): Html | undefined {
  const maak = (titel: string, kop: string, wat: [string, string], totalen: readonly Groepstotaal[], regionaal: boolean): Html | undefined => {
    if (totalen.every((t) => t.naam === undefined)) return undefined;
    const rijen: Tabelrij[] = totalen.map((t) => {
      const rij = effectrij(html`${t.naam ?? NERGENS} <span class="noot">${aantal(t.leden.length, ...wat)}</span>`, t.effect, 1000);
      return { ...rij, cellen: [bedrag(som(t.nul), 1000), bedrag(som(t.scenario), 1000), ...rij.cellen] };
    });
    if (regionaal) {
      const rij = effectrij('Regionale kosten, van geen school', uitkomst.totaal.regionaal, 1000);
      rijen.push({ ...rij, cellen: ['', bedrag(som(uitkomst.totaal.regionaal), 1000), ...rij.cellen] });
    }
    const samen = effectrij('Samen', uitkomst.effect.perJaar, 1000, 'totaal');
    rijen.push({ ...samen, cellen: [bedrag(som(nul.perJaar), 1000), bedrag(som(uitkomst.totaal.perJaar), 1000), ...samen.cellen] });
    return html`<div class="blok">${tabel({ titel, eenheid: `deel van gemeenten, ${EENHEIDTEKST[1000]}; rechts het effect per jaar`, kolommen: [{ kop, breedte: jaren.length <= 6 ? 34 : 20 }, { kop: 'Nulscenario, samen' }, { kop: 'Voorstel, samen' }, ...jaarkolommen(jaren)], rijen })}</div>`;
  };
  const regionaal = uitkomst.totaal.regionaal.some((x) => x !== 0);
  const scholen: [string, string] = ['school', 'scholen'];
  const tabellen = [
    maak('Per samenwerkingsverband', 'Samenwerkingsverband', scholen, totalenPerSchoolgroep(project.scholen, 'samenwerkingsverband', nul, uitkomst.totaal), regionaal),
    maak('Per schoolbestuur', 'Schoolbestuur', scholen, totalenPerSchoolgroep(project.scholen, 'bestuur', nul, uitkomst.totaal), regionaal),
    maak('Per deelregio', 'Deelregio', ['gemeente', 'gemeenten'], totalenPerDeelregio(project.gemeenten, nul, uitkomst.totaal), false),
  ].filter((t) => t !== undefined);
  return tabellen.length === 0 ? undefined : html`<h2>Met wie het wordt besproken</h2>${tabellen}`;
}
