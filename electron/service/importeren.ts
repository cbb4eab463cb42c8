/**
 * Use case: files into a project (import.md). The command line and the app call the same function.
 */
import { Leesfout } from '../exchange/lezen/leesfout.ts';
import { leegRapport, verken, voegMeldingToe, type Inleesvoortgang } from '../exchange/lezen/inlezen.ts';
import { kolomverslag, weggelaten } from '../../models/invoer/boekhouding.ts';
import { melding } from '../../models/invoer/meldingen.ts';
import { controleerProfiel } from '../../models/invoer/profiel.ts';
import { controleerLeerlingen, controleerSprong, totaalPerProduct } from '../../models/invoer/samenhang.ts';
import { Verzamelaar, voegSamen } from '../../models/invoer/samenvoegen.ts';
import type { Geweigerdetabel, Grenzen, Importrapport, Profiel, Projectopbouw, Soort, Vraag } from '../../models/invoer/types.ts';
import { prijspeilVan } from '../../models/project/standaard.ts';
import { FORMAAT } from '../../models/project/types.ts';
import { houdtTegen } from '../../models/invoer/vragen.ts';
import { WOORDENLIJST } from '../../templates/invoer/woordenlijst.ts';

/** How far an import is; `deel` is 0..1 of the step on this file. */
export type Importvoortgang = Inleesvoortgang;

export interface Importopdracht {
  /** Paths; the order does not matter: what others refer to is read first. */
  bestanden: string[];
  /** The project to add to; absent: a new one, whose parts that no file gave are absent. Never changed in place. */
  project?: Projectopbouw | undefined;
  /** Name of a new project. */
  naam?: string | undefined;
  /** Settled answers (`--profiel`). */
  profiel?: Profiel | undefined;
  /** Forces what the files are (`--soort`). */
  soort?: Soort | undefined;
  /** Unknown names become new gemeenten (`X-…`), scholen and producten instead of questions. */
  nieuw?: boolean | undefined;
  /** Nothing comes in when any row is refused (`--alles-of-niets`). */
  allesOfNiets?: boolean | undefined;
  /** Calendar date for the checks on past and future; default today. */
  vandaag?: string | undefined;
  voortgang?: ((v: Importvoortgang) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Importuitkomst {
  rapport: Importrapport;
  /** Undefined when nothing was imported (questions about how to read, faults in all files, or `allesOfNiets`). */
  project: Projectopbouw | undefined;
  /**
   * Each says which answer in a profile settles it. A question about how a table is read (`houdtTegen`) means that nothing was imported; one about a
   * name only that its rows were refused.
   */
  vragen: Vraag[];
  /** Rows that were refused, and not repaired by another of the files, with their reasons, without identifiers. */
  geweigerd: Geweigerdetabel[];
}

/**
 * Reads files into a portable project.
 * Row and file faults are in the report; throws only `AbortError` (signal) and faults of this program.
 * Exit codes of the command line: 1 when `project` is undefined, 3 when any table has `geweigerd` > 0, else 0.
 */
export async function importeerBestanden(opdracht: Importopdracht): Promise<Importuitkomst> {
  const basis: Projectopbouw = opdracht.project ?? { formaat: FORMAAT, naam: opdracht.naam ?? 'Nieuw project' };
  const profiel = opdracht.profiel ?? {};
  const profielfouten = controleerProfiel(profiel);
  if (profielfouten.length > 0) return { rapport: { bestanden: profielfouten.map((zin) => leegRapport('profiel', null, '', 'I52', zin)), vragen: [] }, project: undefined, vragen: [], geweigerd: [] };
  const verkenning = await verken({
    bestanden: opdracht.bestanden, profiel, soort: opdracht.soort, nieuw: opdracht.nieuw ?? false, vandaag: opdracht.vandaag ?? vandaagHier(),
    bekend: {
      gemeenten: basis.gemeenten ?? [], scholen: basis.scholen ?? [], producten: basis.producten ?? [],
      // Which rows were refused, and which of them came in since, is known of the files of this import only.
      herstelbaar: () => 'een overdraagbaar project onthoudt niet welke rijen geweigerd zijn. Lees het bronbestand samen met deze werkmap in, of lees haar in het projectbestand in (--project).', ...(basis.uitgangspunten === undefined ? {} : { prijspeil: prijspeilVan(basis.uitgangspunten) }),
    },
    voortgang: opdracht.voortgang, signal: opdracht.signal,
  });
  try {
    const { vragen, tabellen, nietGelezen } = verkenning;
    if (vragen.some(houdtTegen)) {
      const wachtend = tabellen.map(({ plan }) => ({
        ...leegRapport(plan.bestand, plan.blad, '', 'I50', 'nog niet ingelezen: er zijn vragen die eerst beantwoord moeten worden.'),
        soort: plan.soort, weggelaten: weggelaten(plan), kolommen: plan.kolommen.map(kolomverslag),
      }));
      return { rapport: { bestanden: [...wachtend, ...nietGelezen], vragen }, project: undefined, vragen, geweigerd: [] };
    }
    const verzamelaar = new Verzamelaar();
    const { rapport: gelezen, kruiscontrole } = await verkenning.leesIn(verzamelaar);
    const rapport = { ...gelezen, vragen };
    const geaccepteerd = rapport.bestanden.reduce((som, r) => som + r.geaccepteerd, 0);
    const tabellenMetGeweigerd = verzamelaar.geweigerdeTabellen;
    const geweigerd = tabellenMetGeweigerd.reduce((som, { rijen }) => som + rijen.length, 0);
    if (geaccepteerd === 0 || (opdracht.allesOfNiets === true && geweigerd > 0)) return { rapport, project: undefined, vragen, geweigerd: tabellenMetGeweigerd };

    const { project, vervangen } = voegSamen(basis, verzamelaar);
    const grenzen: Grenzen = { ...WOORDENLIJST.grenzen, ...profiel.grenzen };
    const leerlingen = new Map<string, number>();
    for (const l of project.leerlingen ?? []) leerlingen.set(l.school, (leerlingen.get(l.school) ?? 0) + l.aantal);
    const oud = totaalPerProduct(basis.indicaties ?? [], basis.declaraties ?? []);
    const naar = (soort: Soort): (typeof rapport.bestanden)[number] | undefined => rapport.bestanden.find((r) => r.soort === soort);
    for (const m of [...controleerLeerlingen(kruiscontrole, leerlingen), ...controleerSprong(kruiscontrole, oud, grenzen)]) {
      const r = naar(m.soort);
      if (r !== undefined) voegMeldingToe(r, melding(m.code, { bestand: r.bestand, blad: r.blad }, m.zin));
    }
    // These say something about rows that are read with them; a portable project has no place for them.
    if (naar('indicaties') === undefined && naar('declaraties') === undefined) {
      for (const r of rapport.bestanden) if (r.soort === 'koppeltabel' || r.soort === 'tarieven') voegMeldingToe(r, melding('I36', { bestand: r.bestand, blad: r.blad }, `${r.soort === 'tarieven' ? 'tarieven gelden' : 'een koppeltabel geldt'} voor toewijzingen en declaraties die tegelijk worden ingelezen. Lees ze samen in.`));
    }
    for (const v of vervangen) {
      const r = naar(v.soort);
      const wat = v.was === undefined ? `${v.rijen} eerder geladen ${v.soort} van ${v.gemeente} zijn` : `het eerder geladen aggregaat van ${v.gemeente} is`;
      if (r !== undefined) voegMeldingToe(r, melding('I49', { bestand: r.bestand, blad: r.blad }, `${wat} door deze levering vervangen.`));
    }
    return { rapport, project, vragen, geweigerd: tabellenMetGeweigerd };
  } catch (fout) {
    if (!(fout instanceof Leesfout)) throw fout;
    // A file that changed, or went away, between looking and reading.
    return { rapport: { bestanden: [leegRapport(fout.bestand ?? 'bestanden', null, '', 'I43', fout.message)], vragen: [] }, project: undefined, vragen: [], geweigerd: [] };
  } finally {
    await verkenning.sluit();
  }
}

/** Today's date on this machine's calendar. */
function vandaagHier(): string {
  const nu = new Date();
  return `${nu.getFullYear()}-${String(nu.getMonth() + 1).padStart(2, '0')}-${String(nu.getDate()).padStart(2, '0')}`;
}
