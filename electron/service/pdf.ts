/** Use case: the documents of a proposal for print: Besluit, Uw gemeente per participant, Vergelijking, Afspraken, and a locatieblad per school. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { volledigScenario } from '../../models/project/scenario.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { scenariovingerafdruk } from '../../models/project/vingerafdruk.ts';
import { waarschuwingen } from '../../models/project/waarschuwingen.ts';
import { plaatsVan, rekenScenarioDoor, type Doorrekening } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import { gegevensVan } from '../../models/rekenen/gegevens.ts';
import { uitkomstVanNul, uitkomstVanScenario } from '../../models/rekenen/uitkomsten.ts';
import { bereidVoor, geldendeWaarschuwingen } from '../../models/rekenen/voorbereiden.ts';
import type { Document } from '../../templates/pdf/document.ts';
import { maakDocumenten, type Pdfdeel } from '../../templates/pdf/documenten.ts';
import type { Pdfgegevens, Pdfscenario } from '../../templates/pdf/gegevens.ts';
import { datum } from '../../templates/pdf/woorden.ts';
import type { Lettertype } from '../../templates/pdf/opmaak.ts';
import { bevatVoorbeeld } from '../../templates/voorstel/opzet.ts';

export interface Pdfopties {
  /** When it is made: the date that stands in it. */
  moment: Date;
  /** Name and version of this program. */
  programma: string;
  lettertypen: readonly Lettertype[];
  delen?: readonly Pdfdeel[];
  /** Other scenarios to set beside it; default the first three others of the project. */
  naast?: readonly string[];
  /** The legal ground on which it is shared. */
  grondslag?: string;
}
export type Pdfresultaat = { ok: true; documenten: Document[] } | { ok: false; fouten: Melding[] };

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
 * The documents as HTML, for readers of the kind `intern`: everything is in them.
 * @param project valid (`valideer`)
 * @returns the documents, or why they cannot be made: no such scenario (P06), faults of the calculation (P21, P22)
 */
export async function maakPdfdocumenten(project: Project, scenarioId: string, opties: Pdfopties): Promise<Pdfresultaat> {
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
  const g: Pdfgegevens = {
    ...eigen, project, gegevens, jaren: eigen.doorrekening.evaluatie.kader.jaren, naast: anderen,
    waarschuwingen: [...vanScenario(waarschuwingen(project), project, scenarioId), ...geldendeWaarschuwingen(voorbereiding, project.uitgangspunten), ...eigen.doorrekening.evaluatie.waarschuwingen],
    vingerafdruk: scenariovingerafdruk(project, voorbereiding, eigen.scenario), programma: opties.programma, gemaakt: opties.moment.toISOString().slice(0, 10),
    bron: `leveringen van gemeenten en scholen, peildatum ${datum(project.uitgangspunten.peildatum)}`, grondslag: opties.grondslag ?? '',
    voorbeeld: bevatVoorbeeld({ project, scenario: eigen.scenario }), lettertypen: opties.lettertypen,
  };
  return { ok: true, documenten: maakDocumenten(g, opties.delen) };
}

/** Warnings about the project and this scenario, without those about others. */
const vanScenario = (meldingen: readonly Melding[], project: Project, id: string): Melding[] => meldingen.filter(({ pad }) => {
  const nummer = /^scenarios\[(\d+)\]/.exec(pad)?.[1];
  return nummer === undefined || project.scenarios[Number(nummer)]?.id === id;
});
