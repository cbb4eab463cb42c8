/** Use case: the documents of a proposal for print: Besluit, Uw gemeente per participant, Vergelijking, Afspraken, and a locatieblad per school. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Uitgave } from '../../models/bescherming/eerder.ts';
import type { Beschermingsinstellingen, Lezer } from '../../models/bescherming/instellingen.ts';
import type { Meld } from '../../models/bescherming/publiceer.ts';
import { PDFDELEN, type Pdfdeel } from '../../models/contract/voorstel.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { deelnemersVan } from '../../models/project/standaard.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { scenariovingerafdruk } from '../../models/project/vingerafdruk.ts';
import { waarschuwingen } from '../../models/project/waarschuwingen.ts';
import { plaatsVan, rekenScenarioDoor, type Doorrekening } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import { gegevensVan } from '../../models/rekenen/gegevens.ts';
import { uitkomstVanNul, uitkomstVanScenario } from '../../models/rekenen/uitkomsten.ts';
import { bereidVoor, geldendeWaarschuwingen } from '../../models/rekenen/voorbereiden.ts';
import { maakDocumenten, type Stuk } from '../../templates/pdf/documenten.ts';
import type { Pdfgegevens, Pdfscenario } from '../../templates/pdf/gegevens.ts';
import type { Lettertype } from '../../templates/pdf/opmaak.ts';
import { maakPubliekeDocumenten } from '../../templates/pdf/publiek/documenten.ts';
import { datum } from '../../templates/pdf/woorden.ts';
import { bevatVoorbeeld } from '../../templates/voorstel/opzet.ts';
import { scenarioregels } from '../../templates/voorstel/scenarioregels.ts';
import { maakPublicatie, type Publiceerder, type PubliekeLezer } from './publicatie.ts';

export interface Pdfopties {
  /** Who will read it, never assumed: `intern` gets everything, the others what may be published and nothing else. */
  lezer: Lezer;
  /** When it is made: the date that stands in it. */
  moment: Date;
  /** Name and version of this program. */
  programma: string;
  /** Default all. */
  delen?: readonly Pdfdeel[];
  /** Other scenarios to set beside it; default the first three others of the project for `intern`, none for who gets what was published. */
  naast?: readonly string[];
  /** Of what may be published. */
  instellingen?: Beschermingsinstellingen;
  /** What went out before (`Publicatieopties`). */
  eerder?: readonly Uitgave[] | undefined;
  meld?: Meld | undefined;
  publiceerder?: Publiceerder | undefined;
  /** The legal ground on which it is shared; only for `intern`. */
  grondslag?: string;
}
/**
 * @property waarschuwingen for who makes the documents; they do not go along
 * @property voorVolgende of what was published: must be kept when the documents go out (`GemaaktePublicatie`); absent for `intern`
 */
export type Pdfresultaat = { ok: true; documenten: Stuk[]; waarschuwingen: Melding[]; voorVolgende?: Uitgave } | { ok: false; fouten: Melding[] };

/** Scenarios beside the proposal that still can be told apart in a chart. */
const MEESTE_NAAST = 3;

/** The type of the program, embedded, so that a document looks the same on every machine. */
export async function ingebouwdeLettertypen(): Promise<Lettertype[]> {
  const vind = createRequire(import.meta.url);
  return await Promise.all(([400, 600] as const).map(async (gewicht) => {
    const bytes = await readFile(vind.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${gewicht}-normal.woff2`));
    return { gewicht, url: `data:font/woff2;base64,${bytes.toString('base64')}` };
  }));
}

/**
 * The documents of a proposal.
 * @param project valid (`valideer`)
 * @returns the documents, or why they cannot be made: no such scenario (P06), faults of the calculation (P21, P22), and for others than `intern` a project that is
 * too large (V01) or figures that cannot be kept hidden (B03)
 */
export async function maakPdfdocumenten(project: Project, scenarioId: string, opties: Pdfopties): Promise<Pdfresultaat> {
  const { lezer, ...rest } = opties;
  return lezer === 'intern' ? maakInterne(project, scenarioId, rest) : maakPublieke(project, scenarioId, lezer, rest);
}

/** What may be published, and made of the same publication as the workbook (`maakPublicatie`). */
async function maakPublieke(project: Project, scenarioId: string, lezer: PubliekeLezer, { delen = PDFDELEN, ...opties }: Omit<Pdfopties, 'lezer' | 'grondslag'>): Promise<Pdfresultaat> {
  const gemaakt = await maakPublicatie(project, scenarioId, lezer, opties);
  if (!gemaakt.ok) return gemaakt;
  const { gegevens: publicatie, markering, ...uit } = gemaakt;
  const { naam, scholen, gemeenten, uitgangspunten } = project;
  const scenario = volledigScenario(project, scenarioId);
  const documenten = maakPubliekeDocumenten({
    publicatie, scenario, project: { naam, scholen, gemeenten, uitgangspunten },
    kenmerk: { project: naam, scenario: scenario.naam, programma: opties.programma, markering, vingerafdruk: publicatie.verantwoording.vingerafdruk, bron: `${lezer === 'openbaar' ? 'openbare cijfers' : 'cijfers voor de klankbordgroep'}, peildatum ${datum(uitgangspunten.peildatum)}` },
    deelnemers: deelnemersVan(project, scenario).map((code) => ({ code, naam: gemeenten.find((g) => g.code === code)?.naam ?? code })),
    naast: publicatie.naast.map((ander) => ({ naam: ander.naam, regels: scenarioregels(project, volledigScenario(project, ander.id)) })),
    voorbeeld: bevatVoorbeeld({ project, scenario }),
  }, delen);
  const eigenTeksten = delen.includes('afspraken') && Object.keys(scenario.afspraken ?? {}).length > 0;
  return { ...uit, documenten, waarschuwingen: [...uit.waarschuwingen, ...(eigenTeksten ? [EIGEN_TEKSTEN] : [])] };
}

const EIGEN_TEKSTEN: Melding = { code: 'V08', pad: 'scenarios.afspraken', tekst: 'De teksten van de afspraken gaan mee zoals ze zijn geschreven. Lees na of er geen cijfers of namen in staan die deze lezer niet mag zien.' };

/** Everything. */
async function maakInterne(project: Project, scenarioId: string, opties: Omit<Pdfopties, 'lezer'>): Promise<Pdfresultaat> {
  const naast = (opties.naast ?? project.scenarios.map((s) => s.id).filter((id) => id !== scenarioId)).slice(0, MEESTE_NAAST);
  const onbekend = [scenarioId, ...naast].filter((id) => !project.scenarios.some((s) => s.id === id));
  if (onbekend.length > 0) return { ok: false, fouten: onbekend.map((id) => ({ code: 'P06', pad: 'scenarios', tekst: `Het project heeft geen scenario '${id}'. Kies uit ${project.scenarios.map((s) => `'${s.id}'`).join(', ') || 'geen enkel: maak eerst een scenario'}.` })) };

  const voorbereiding = bereidVoor(project);
  const gegevens = gegevensVan(project, voorbereiding);
  const scenarios = [scenarioId, ...naast].map((id) => volledigScenario(project, id));
  const { formules, fouten } = await leesFormules(scenarios);
  if (fouten.length > 0) return { ok: false, fouten };
  const gerekend: (Pdfscenario & { doorrekening: Doorrekening })[] = [];
  for (const scenario of scenarios) {
    const r = rekenScenarioDoor(gegevens, project, scenario, formules, plaatsVan(project, scenario.id));
    if (r.ok) gerekend.push({ scenario, doorrekening: r, uitkomst: uitkomstVanScenario(gegevens, r.nul, r.evaluatie), nul: uitkomstVanNul(gegevens, r.evaluatie.kader, r.nul) });
    else fouten.push(...r.fouten);
  }
  if (fouten.length > 0) return { ok: false, fouten };

  const [eigen, ...anderen] = gerekend as [(typeof gerekend)[number], ...typeof gerekend];
  const voorbeeld = bevatVoorbeeld({ project, scenario: eigen.scenario });
  const g: Pdfgegevens = {
    ...eigen, project, gegevens, jaren: eigen.doorrekening.evaluatie.kader.jaren, naast: anderen,
    waarschuwingen: [...vanScenario(waarschuwingen(project), project, scenarioId), ...geldendeWaarschuwingen(voorbereiding, project.uitgangspunten), ...eigen.doorrekening.evaluatie.waarschuwingen],
    kenmerk: {
      project: project.naam, scenario: eigen.scenario.naam, programma: opties.programma, vingerafdruk: scenariovingerafdruk(project, voorbereiding, eigen.scenario),
      bron: `leveringen van gemeenten en scholen, peildatum ${datum(project.uitgangspunten.peildatum)}`, markering: [...(voorbeeld ? ['VOORBEELD – bedragen fictief'] : []), 'vertrouwelijk – herleidbaar'].join(' · '),
    },
    gemaakt: opties.moment.toISOString().slice(0, 10), grondslag: opties.grondslag ?? '', voorbeeld,
  };
  return { ok: true, documenten: maakDocumenten(g, opties.delen ?? PDFDELEN), waarschuwingen: [] };
}

/** Warnings about the project and this scenario, without those about others. */
const vanScenario = (meldingen: readonly Melding[], project: Project, id: string): Melding[] => meldingen.filter(({ pad }) => {
  const nummer = /^scenarios\[(\d+)\]/.exec(pad)?.[1];
  return nummer === undefined || project.scenarios[Number(nummer)]?.id === id;
});
