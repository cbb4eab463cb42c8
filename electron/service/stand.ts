/** What a window is told of its project (`models/contract/stand.ts`), out of the project file. */
import { basename, extname } from 'node:path';
import type { Leveringstand, Projectstand } from '../../models/contract/stand.ts';
import { benuttingVan, dragerVan } from '../../models/project/standaard.ts';
import type { Melding } from '../../models/project/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import { heeftVoorbeeld } from '../../models/project/voorbeeld.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import type { Levering, Projectbestand } from '../store/index.ts';

/** Number of the last log entry. */
export const revisieVan = (bestand: Pick<Projectbestand, 'log'>): number => bestand.log(1)[0]?.id ?? 0;

/** A project as `valideer` takes it, without its rows: those were checked when they came in. */
export const zonderRijen = (project: ProjectZonderRijen): Record<string, unknown> => ({ ...project, indicaties: [], declaraties: undefined, aggregaten: undefined });

/** The faults of a project, rows aside; aggregaten are held against the peildatum (P25). */
export function foutenVan(project: ProjectZonderRijen, bestand: Pick<Projectbestand, 'aggregaten'>): Melding[] {
  const aggregaten = bestand.aggregaten();
  const uitslag = valideer({ ...zonderRijen(project), ...(aggregaten.length > 0 && { aggregaten }) });
  return uitslag.ok ? [] : uitslag.fouten;
}

/** Faults within a scenario leave the others to be calculated; any other fault stands in the way of all. */
export const blokkeertVoorbereiding = ({ pad }: Melding): boolean => !pad.startsWith('scenarios');

/** A text that is another when the preparation is (see `Voorbereiding`): which rows count, the codes of the lists, and the assumptions that rows are read with. */
export function voorbereidingssleutel(project: ProjectZonderRijen, bestand: Projectbestand): string {
  const { peildatum, wekenPerJaar, maximaleLooptijd, basis, uitstroomMeting } = project.uitgangspunten;
  return JSON.stringify([
    peildatum, wekenPerJaar, maximaleLooptijd, basis, uitstroomMeting,
    project.scholen.map(({ id }) => id), project.gemeenten.map(({ code }) => code), project.producten.map((p) => [p.code, benuttingVan(p), dragerVan(p)]),
    bestand.leveringen().map(({ id, delen }) => [id, ...delen.map(({ actief }) => actief)]),
  ]);
}

export function projectstand(bestand: Projectbestand, project: ProjectZonderRijen, fouten: Melding[], voorbereiding: number | null): Projectstand {
  const leveringen = bestand.leveringen();
  const { ongedaan, opnieuw } = bestand.stand();
  const { alleenLezen, afgebroken, plaats } = bestand;
  const telt = (soort: Levering['soort']): number =>
    leveringen.filter((l) => l.soort === soort).reduce((som, { delen }) => som + delen.reduce((a, deel) => a + (deel.actief ? deel.rijen : 0), 0), 0);
  return {
    bestand: basename(bestand.pad, extname(bestand.pad)),
    revisie: revisieVan(bestand),
    alleenLezen: alleenLezen !== undefined,
    ...(alleenLezen?.houder && { vergrendeldDoor: { wie: alleenLezen.houder.wie, machine: alleenLezen.houder.machine, sinds: alleenLezen.houder.sinds } }),
    project,
    voorbereiding,
    aantallen: { indicaties: telt('indicaties'), declaraties: telt('declaraties'), aggregaten: telt('aggregaten'), geweigerd: leveringen.filter(teltMee).reduce((som, { geweigerd }) => som + geweigerd, 0) },
    leveringen: leveringen.map(leveringstand),
    ...(ongedaan && { ongedaan: ongedaan.omschrijving }),
    ...(opnieuw && { opnieuw: opnieuw.omschrijving }),
    fouten,
    meldingen: [
      // Who holds it is told by `vergrendeldDoor`.
      ...(alleenLezen && !alleenLezen.houder ? [alleenLezen.tekst] : []),
      ...(plaats.waarschuwing === undefined ? [] : [plaats.waarschuwing]),
      ...(afgebroken ? [`De vorige keer is het programma onverwacht gestopt (${afgebroken.wie} op ${afgebroken.machine}). Alles tot en met de laatste wijziging is er.`] : []),
    ],
    voorbeeld: heeftVoorbeeld(project),
  };
}

/** Whether any part of a delivery counts. */
export const teltMee = ({ staat }: Pick<Levering, 'staat'>): boolean => staat === 'geldig' || staat === 'deels';

function leveringstand({ id, soort, bestand, blad, wanneer, wie, rijen, bedrag, geweigerd, hersteld, herstelt, controlegetal, delen, staat }: Levering): Leveringstand {
  return { id, soort, bestand, blad, gemeenten: [...new Set(delen.map(({ gemeente }) => gemeente))].filter((code) => code !== ''), wanneer, wie, rijen, bedrag, geweigerd, hersteld, ...(herstelt !== null && { herstelt }), staat, controlegetal };
}
