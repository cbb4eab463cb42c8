/** Use case: what goes out to `klankbordgroep` and `openbaar`, as workbook or as pdf. From here on only what may be published goes along (docs/beveiliging.md). */
import { KOLOM, type Bronnen } from '../../models/bescherming/catalogus.ts';
import { gegevensstand, type Uitgave } from '../../models/bescherming/eerder.ts';
import type { Beschermingsinstellingen, Lezer } from '../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../models/bescherming/personen.ts';
import { publiceer, type Meld, type Publicatieresultaat } from '../../models/bescherming/publiceer.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { disconteringsvoetVan, dragerVan, horizonVan, indexVanProduct, prijspeilVan } from '../../models/project/standaard.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { sha256 } from '../../models/project/sha256.ts';
import { canoniek } from '../../models/project/vingerafdruk.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import type { Publicatiegegevens } from '../../templates/publicatie/gegevens.ts';
import { bouwPublicatie } from '../../templates/publicatie/publicatie.ts';
import { rekenaannames } from '../../templates/publicatie/rekenaannames.ts';
import { bevatVoorbeeld, dragernaam } from '../../templates/voorstel/opzet.ts';
import { scenarioregels } from '../../templates/voorstel/scenarioregels.ts';
import type { Werkmap } from '../../templates/voorstel/werkmap.ts';
import { bezwaren } from './voorstelgrenzen.ts';

export interface Publicatieopties {
  moment: Date;
  programma: string;
  /** Scenarios to set beside it; default none, since every figure more makes more to hide. */
  naast?: readonly string[];
  /** Default those of `models/bescherming`. */
  instellingen?: Beschermingsinstellingen | undefined;
  /** What went out before, all of it; undefined where nothing is kept of that, which the warnings then say. */
  eerder?: readonly Uitgave[] | undefined;
  /** Told what is being done, many times a second, when it is done here. */
  meld?: Meld | undefined;
  /** Does the work elsewhere; default here. */
  publiceerder?: Publiceerder | undefined;
}
export type Publiceerder = (bronnen: Bronnen, lezer: PubliekeLezer, instellingen: Beschermingsinstellingen | undefined) => Promise<Extract<Publicatieresultaat, { ok: true }> | Mislukt>;
export type PubliekeLezer = Exclude<Lezer, 'intern'>;
interface Mislukt { ok: false; fouten: Melding[] }
/**
 * @property markering on every page
 * @property voorVolgende must be kept when it goes out (`Projectbestand.noteerUitgave`), and given as `eerder` to every next one. It holds hidden figures
 * @property waarschuwingen what the maker must know and the reader may not
 */
export type GemaaktePublicatie = { ok: true; gegevens: Publicatiegegevens; markering: string; waarschuwingen: Melding[]; voorVolgende: Uitgave } | Mislukt;
export type PubliekeWerkmap = { ok: true; werkmap: Werkmap; waarschuwingen: Melding[]; voorVolgende: Uitgave } | Mislukt;

/** The workbook, or why it is refused (`maakPublicatie`). */
export async function bouwPubliekeWerkmap(project: Project, scenarioId: string, lezer: PubliekeLezer, opties: Publicatieopties): Promise<PubliekeWerkmap> {
  const gemaakt = await maakPublicatie(project, scenarioId, lezer, opties);
  if (!gemaakt.ok) return gemaakt;
  const { gegevens, markering, ...uit } = gemaakt;
  return { ...uit, werkmap: bouwPublicatie(gegevens, { markering }) };
}

/**
 * All that may be published of a scenario: workbook and pdf are both made of this.
 * @returns or why it is refused: no such scenario (P06), too large (V01), faults of the calculation, or the cells that cannot be kept hidden (B03)
 */
export async function maakPublicatie(project: Project, scenarioId: string, lezer: PubliekeLezer, { moment, programma, naast = [], eerder, instellingen: gekozen, meld, publiceerder = (bronnen, voorWie, gekozen) => publiceer(bronnen, voorWie, gekozen, meld) }: Publicatieopties): Promise<GemaaktePublicatie> {
  const kanNiet = bezwaren(project, [scenarioId, ...naast]);
  if (kanNiet.length > 0) return { ok: false, fouten: kanNiet };
  const voorbereiding = bereidVoor(project);
  const gerekend = await berekenVoorbereid(project, voorbereiding, { scenarios: [scenarioId, ...naast] });
  if (!gerekend.ok) return gerekend;
  const publicatie = await publiceerder({ project, voorbereiding, berekening: gerekend.berekening, personen: telPersonen(project), ...(eerder && { eerder }) }, lezer, gekozen);
  if (!publicatie.ok) return publicatie;
  const { tabellen, kennis, verslag: { opschrift, toelichting, instellingen, voorVolgende } } = publicatie;

  const [scenario, ...anderen] = [scenarioId, ...naast].map((id) => volledigScenario(project, id)) as [ReturnType<typeof volledigScenario>, ...ReturnType<typeof volledigScenario>[]];
  const inhoud = {
    project: project.naam, jaren: horizonVan(project.uitgangspunten),
    scenario: { id: scenario.id, naam: scenario.naam }, naast: anderen.map(({ id, naam }) => ({ id, naam })), tabellen,
    namen: {
      scholen: new Map(project.scholen.map((s) => [s.id, s.naam])),
      gemeenten: new Map(project.gemeenten.map((g) => [g.code, g.naam])),
      producten: new Map(project.producten.map((p) => [p.code, p.naam])),
      dragers: new Map(Object.keys(gerekend.berekening.nul.perDrager).map((code) => [code, dragernaam(project, code)])),
    },
    aannames: { project: projectaannames(project), scenario: scenarioregels(project, scenario), rekenen: rekenaannames(project, scenario, gerekend.berekening.scenarios[scenarioId]?.zonderToegang ?? {}, instellingen.drempel, new Set(tabellen.scholen.filter((c) => c.kolom === KOLOM.leerlingen && c.waarde !== null).map((c) => c.rij))) },
    ...(lezer === 'openbaar' && { afronding: instellingen.afronding }),
  } satisfies Omit<Publicatiegegevens, 'verantwoording'>;
  const gegevens: Publicatiegegevens = {
    ...inhoud,
    // Of what is published alone: a fingerprint of the data behind it would let someone try out what is hidden.
    verantwoording: { lezer, opschrift, toelichting, programma, gemaakt: moment.toISOString(), vingerafdruk: sha256(canoniek(tabellen)) },
  };
  return {
    ok: true,
    gegevens,
    markering: [...(bevatVoorbeeld({ project, scenario }) ? ['VOORBEELD – bedragen fictief'] : []), opschrift].join(' · '),
    voorVolgende: { ...voorVolgende, gegevens: gegevensstand(project, voorbereiding), kennis },
    waarschuwingen: eerder ? [] : [EERDER_ONBEKEND],
  };
}

/** V07: nothing was kept of what went out before. */
export const EERDER_ONBEKEND: Melding = {
  code: 'V07', pad: 'publicatie',
  tekst: 'Wat eerder is uitgegeven is hier niet bekend, want dit is geen projectbestand. Twee uitgaven van dezelfde gegevens kunnen samen laten zien wat elk verbergt. Geef volgende keren uit vanuit het projectbestand, of geef het bestand met eerdere uitgaven mee.',
};

const procent = (x: number): string => `${(100 * x).toLocaleString('nl-NL', { maximumFractionDigits: 2 })}%`;

/** What holds for all scenarios, and what is assumed of each product. */
function projectaannames({ uitgangspunten: u, ...project }: Project): [onderwerp: string, waarde: string][] {
  return [
    ['Peildatum', u.peildatum],
    ['Prijspeil', String(prijspeilVan(u))],
    ['Disconteringsvoet', procent(disconteringsvoetVan(u))],
    ['Langste looptijd van een indicatie', `${u.maximaleLooptijd} maanden`],
    ...project.producten.map((p): [string, string] => [
      `Product ${p.code} ${p.naam}`,
      [p.categorie === undefined ? '' : `categorie ${p.categorie}`, `vervangbaar ${procent(p.vervangbaar)}`, `${indexVanProduct(p)}index`, `betaald door ${dragernaam(project, dragerVan(p))}`].filter((deel) => deel !== '').join(', '),
    ]),
  ];
}
