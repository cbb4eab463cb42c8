/** Afspraken: the text of the beheerafspraken, subject by subject, with the figures of this proposal. */
import { AFSPRAAKTEKSTEN } from '../../models/project/afspraakteksten.ts';
import { indexenVan, indexjarenVan, renteIn } from '../../models/project/standaard.ts';
import { AFSPRAKEN, type Project, type Verrekening, type VolledigScenario } from '../../models/project/types.ts';
import { afspraaktekst, NOG_AF_TE_SPREKEN } from '../voorstel/afspraken.ts';
import { document, type Document, type Kenmerk } from './document.ts';
import { optellen, type Pdfgegevens } from './gegevens.ts';
import { html, type Html, type Inhoud } from './html.ts';
import { bedragrij, jaarkolommen } from './reeksrij.ts';
import { tabel, type Tabelrij } from './tabel.ts';
import { aantal, datum, EENHEIDTEKST, euro, euroCent, jarenInWoorden, opsomming, procent } from './woorden.ts';

/** As many years as a table of half a page has room for. */
const NAAST_JAREN = 5;

/** What differs by reader: the amounts. All else is agreed or assumed. */
export interface Afsprakencijfers {
  kenmerk: Kenmerk;
  project: Pick<Project, 'naam' | 'scholen' | 'uitgangspunten'>;
  scenario: VolledigScenario;
  /** Names of the gemeenten that take part. */
  deelnemers: readonly string[];
  jaren: readonly number[];
  /** What all pay together in each year, in words. */
  samen: readonly Inhoud[];
  /** A table of the contributions. */
  bijdragen: Html;
}

export function maakAfspraken(g: Pdfgegevens): Document {
  const { project, uitkomst, jaren } = g;
  const Y = jaren.length;
  const samen = optellen(Object.values(uitkomst.bijdragenAfgerond), Y);
  return afsprakenstuk({
    kenmerk: g.kenmerk, project, scenario: g.scenario, jaren, samen: samen.map(euro),
    deelnemers: g.doorrekening.evaluatie.deelnemers.map((i) => project.gemeenten[i]!.naam),
    bijdragen: tabel({
      titel: 'Bijdragen in hele euro’s', eenheid: `per kalenderjaar, ${jarenInWoorden(jaren)}, ${EENHEIDTEKST[1]}`, kolommen: [{ kop: 'Gemeente', breedte: Y <= 6 ? 40 : 22 }, ...jaarkolommen(jaren)],
      rijen: [...project.gemeenten.flatMap(({ code, naam }) => (uitkomst.bijdragenAfgerond[code] ? [bedragrij(naam, uitkomst.bijdragenAfgerond[code], 1)] : [])), bedragrij('Samen', samen, 1, 'totaal')],
    }),
  }, indicatoren(g.scenario));
}

/** @param bijlage what only some readers get */
export function afsprakenstuk({ kenmerk, project, scenario, deelnemers, jaren, samen, bijdragen }: Afsprakencijfers, bijlage?: Html): Document {
  const indexjaren = indexjarenVan(project.uitgangspunten);
  const open = AFSPRAKEN.filter((onderwerp) => afspraaktekst(scenario.afspraken?.[onderwerp]) === '');
  return document('afspraken', `Afspraken – ${project.naam}`, kenmerk, html`
<h1>Beheerafspraken</h1><p class="onder">${project.naam} · voorstel: ${scenario.naam}</p>
<p>${open.length === 0 ? 'Over alle onderwerpen staat een afspraak vast.' : html`Van ${AFSPRAKEN.length} onderwerpen ${open.length === 1 ? 'is er 1' : `zijn er ${open.length}`} ${NOG_AF_TE_SPREKEN}; daar staat <span class="voorstel">cursief</span> een voorstel om te bespreken.`}</p>
${tabel({
    titel: 'Afspraken per onderwerp', kolommen: [{ kop: 'Onderwerp', breedte: 17 }, { kop: 'Afspraak', tekst: true, breedte: 51 }, { kop: 'Cijfers van dit voorstel', tekst: true, breedte: 20 }, { kop: 'Stand', tekst: true, breedte: 12 }],
    rijen: AFSPRAKEN.map((onderwerp): Tabelrij => {
      const tekst = afspraaktekst(scenario.afspraken?.[onderwerp]);
      return { kop: AFSPRAAKTEKSTEN[onderwerp].onderwerp, cellen: [tekst === '' ? html`<span class="voorstel">${AFSPRAAKTEKSTEN[onderwerp].voorstel}</span>` : tekst, cijfer(onderwerp), tekst === '' ? NOG_AF_TE_SPREKEN : 'afgesproken'] };
    }),
  })}
<h2>Bijlage: scholen, bijdragen en indexen</h2>
<div class="${indexjaren.length <= NAAST_JAREN ? 'naast' : ''}"><div>${tabel({
    titel: 'Scholen', kolommen: [{ kop: 'School', breedte: 40 }, { kop: 'Soort', tekst: true }, { kop: 'Start', tekst: true }, { kop: 'Eind', tekst: true }],
    rijen: scenario.arrangementen.map((a) => {
      const school = project.scholen.find((s) => s.id === a.school);
      return { kop: school?.naam ?? a.school, cellen: [school?.soort, datum(a.start), a.eind ? datum(a.eind) : 'open'] };
    }),
  })}</div>
<div class="blok">${indextabel()}</div></div>
<div class="blok">${bijdragen}</div>
${bijlage}`);

  function cijfer(onderwerp: (typeof AFSPRAKEN)[number]): Inhoud {
    const starts = scenario.arrangementen.map((a) => a.start).sort();
    switch (onderwerp) {
      case 'partijen': return `${aantal(deelnemers.length, 'gemeente', 'gemeenten')}: ${opsomming(deelnemers)}`;
      case 'looptijd': return starts.length === 0 ? undefined : `${aantal(starts.length, 'school', 'scholen')}, eerste start ${datum(starts[0] as string)}`;
      case 'betaling': return samen.map((x, y) => html`<div>${String(jaren[y])}: ${x}</div>`);
      case 'indexatie': return 'Zie de percentages in de bijlage.';
      case 'verrekening': {
        const bandbreedte = (scenario.afspraken?.verrekening as Verrekening | undefined)?.bandbreedte;
        return bandbreedte === undefined ? 'Bandbreedte: nog af te spreken.' : `Bandbreedte ${procent(bandbreedte)}`;
      }
      case 'vanElders': return scenario.nietDeelnemers === 'bijdragePerLeerling' ? `${euroCent(scenario.bijdragePerLeerling ?? 0)} per leerling per jaar` : undefined;
      default: return undefined;
    }
  }

  function indextabel(): Html {
    const indexen = indexenVan(project, scenario);
    const rij = (kop: string, naam: 'loon' | 'prijs'): Tabelrij => ({ kop, cellen: indexjaren.map((jaar) => procent(renteIn(indexen[naam], jaar), 2)) });
    return tabel({ titel: 'Indexatie in dit voorstel', eenheid: 'verandering ten opzichte van het jaar ervoor', kolommen: [{ kop: 'Index', breedte: 40 }, ...indexjaren.map((jaar) => ({ kop: String(jaar) }))], rijen: [rij('Loonindex', 'loon'), rij('Prijsindex', 'prijs')] });
  }
}

function indicatoren(scenario: VolledigScenario): Html | undefined {
  const lijst = scenario.indicatoren ?? [];
  const waarde = (x: unknown): string => (x === undefined || x === null || x === '' ? 'nog te meten' : typeof x === 'object' ? JSON.stringify(x) : String(x));
  return lijst.length === 0 ? undefined : tabel({
    titel: 'Monitoring', kolommen: [{ kop: 'Indicator', breedte: 34 }, { kop: 'Eenheid', tekst: true }, { kop: 'Nulmeting', tekst: true }, { kop: 'Streefwaarde', tekst: true }, { kop: 'Bron', tekst: true }],
    rijen: lijst.map((i) => ({ kop: i.naam, cellen: [i.eenheid, waarde(i.nulmeting), waarde(i.streefwaarde), i.bron] })),
  });
}
