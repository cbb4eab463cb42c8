/** Where an import goes: a portable project (JSON) or a project file (`.arrangement`). Both tell the same story of it. */
import { createHash } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { geweigerdWerkmap } from '../../electron/exchange/geweigerdwerkmap.ts';
import { isUitwisselbestand } from '../../electron/exchange/uitwisselen.ts';
import { importeerBestanden } from '../../electron/service/importeren.ts';
import { Importgang } from '../../electron/service/importgang.ts';
import { foutenVan } from '../../electron/service/stand.ts';
import { openTabellen } from '../../electron/service/taken/importtaken.ts';
import { leesInProject } from '../../electron/service/uitwisselen.ts';
import { maakProject, openProject, type Projectbestand } from '../../electron/store/index.ts';
import type { Leveringsverschil } from '../../models/contract/import.ts';
import { nogGeweigerd } from '../../models/invoer/herstel.ts';
import { controleerProfiel } from '../../models/invoer/profiel.ts';
import type { Geweigerdetabel, Importrapport, Profiel, Projectopbouw, Soort } from '../../models/invoer/types.ts';
import { houdtTegen } from '../../models/invoer/vragen.ts';
import { FORMAAT, type Melding } from '../../models/project/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import { heeftInhoud, schrijf } from './bestand.ts';
import { Gebruikersfout } from './opdracht.ts';
import { projectJson } from './project.ts';
import { isProjectbestand, leesProjectinhoud } from './projectbestand.ts';

export interface Importopdracht {
  bestanden: string[];
  doel: string;
  bij?: string | undefined;
  naam?: string | undefined;
  soort?: Soort | undefined;
  profiel: Profiel;
  nieuw: boolean;
  allesOfNiets: boolean;
  wachtwoord?: string | undefined;
  /** Where rows that are refused are written as a workbook, to be corrected and read again. */
  geweigerd?: string | undefined;
  toon: (deel: number | null, tekst: string) => void;
}
export interface Importuitslag {
  rapport: Importrapport;
  /** Whether anything was kept. */
  ingelezen: boolean;
  /** What the project still lacks to be calculated. */
  fouten: Melding[];
  /** Where a delivery took the place of another. */
  verschillen: Leveringsverschil[];
  /** Tables that were loaded before and did nothing. */
  bekend: string[];
}

const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** A project in the making: what is missing in it is named by `valideer` at the end. */
async function leesOpbouw(pad: string): Promise<Projectopbouw> {
  const json = await leesProjectinhoud(pad);
  if (!isObject(json) || json['formaat'] !== FORMAAT) throw new Gebruikersfout(`${pad} is geen project: "formaat" moet "${FORMAAT}" zijn.`);
  return { naam: basename(pad), ...json, formaat: FORMAAT };
}

/** Whether a file is a portable project, by how it begins. */
async function isDraagbaarProject(pad: string): Promise<boolean> {
  const greep = await open(pad, 'r');
  try {
    const { buffer, bytesRead } = await greep.read(Buffer.alloc(4096));
    return /^\uFEFF?\s*\{[^]*"formaat"\s*:\s*"collectief-arrangeren\/\d+"/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await greep.close();
  }
}

/** Files into the project at `doel`, which is made when it is not there, and added to when it is. */
export async function importeerNaar(opdracht: Importopdracht): Promise<Importuitslag> {
  const projecten: string[] = [];
  for (const pad of opdracht.bestanden) if ((await isProjectbestand(pad)) || (await isDraagbaarProject(pad))) projecten.push(pad);
  const [project, ...over] = projecten;
  if (project !== undefined) {
    if (over.length > 0 || opdracht.bij !== undefined) throw new Gebruikersfout(`${[...over, project][0]} is een project. Er kan maar één project het begin zijn.`);
    if (await heeftInhoud(opdracht.doel)) throw new Gebruikersfout(`${project} is een project, en ${opdracht.doel} bestaat al: twee projecten kunnen niet worden samengevoegd. Kies een andere naam.`);
    return (await naarDoel(opdracht))({ ...opdracht, bestanden: opdracht.bestanden.filter((pad) => pad !== project), bij: project });
  }
  return (await naarDoel(opdracht))(opdracht);
}
const naarDoel = async ({ doel }: Importopdracht): Promise<(opdracht: Importopdracht) => Promise<Importuitslag>> => ((await isProjectbestand(doel)) ? naarProjectbestand : naarDraagbaar);

const gevraagd = ({ rapport }: { rapport: Importrapport }): boolean => rapport.vragen.some(houdtTegen);
const aanvaard = ({ bestanden }: Importrapport): number => bestanden.reduce((som, b) => som + b.geaccepteerd, 0);

async function bewaarGeweigerd(pad: string | undefined, tabellen: readonly Geweigerdetabel[]): Promise<void> {
  if (pad !== undefined && tabellen.length > 0) await schrijf(pad, await geweigerdWerkmap(tabellen));
}

async function naarDraagbaar({ bestanden, doel, bij, naam, toon, wachtwoord, geweigerd, ...keuzes }: Importopdracht): Promise<Importuitslag> {
  const basis = bij === undefined ? ((await heeftInhoud(doel)) ? await leesOpbouw(doel) : undefined) : await leesOpbouw(bij);
  const isUitwisseling = await Promise.all(bestanden.map(isUitwisselbestand));
  const tabellen = bestanden.filter((_, i) => !isUitwisseling[i]);
  const uitwisselbestanden = bestanden.filter((_, i) => isUitwisseling[i]);
  const begin: Projectopbouw = basis ?? { formaat: FORMAAT, naam: naam ?? 'Nieuw project' };

  const gelezen = tabellen.length === 0
    ? { rapport: { bestanden: [], vragen: [] }, project: undefined, geweigerd: [] }
    : await importeerBestanden({ bestanden: tabellen, project: begin, ...keuzes, voortgang: ({ bestand, stap, rijen, deel }) => toon(deel, `${stap} ${bestand}  ${rijen.toLocaleString('nl-NL')} rijen`) });
  await bewaarGeweigerd(geweigerd, gelezen.geweigerd);
  if (gevraagd(gelezen)) return { rapport: gelezen.rapport, ingelezen: false, fouten: [], verschillen: [], bekend: [] };
  const eerder = new Set<object>([...(begin.indicaties ?? []), ...(begin.declaraties ?? [])]);
  const bezet = new Set([...(gelezen.project?.indicaties ?? []), ...(gelezen.project?.declaraties ?? [])].filter((rij) => !eerder.has(rij)).map(({ gemeente }) => gemeente));
  const { project, ingelezen } = await leesInProject(gelezen.project ?? begin, uitwisselbestanden, { profiel: keuzes.profiel, nieuw: keuzes.nieuw, wachtwoord }, bezet);
  const rapport: Importrapport = { bestanden: [...gelezen.rapport.bestanden, ...ingelezen.map((u) => u.rapport)], vragen: [...gelezen.rapport.vragen, ...ingelezen.flatMap((u) => u.vragen)] };

  const bewaren = bestanden.length === 0 || (aanvaard(rapport) > 0 && !(keuzes.allesOfNiets && nogGeweigerd(rapport.bestanden) > 0));
  if (!bewaren) return { rapport, ingelezen: false, fouten: [], verschillen: [], bekend: [] };
  await schrijf(doel, projectJson(project));
  const uitslag = valideer(project);
  return { rapport, ingelezen: true, fouten: uitslag.ok ? [] : uitslag.fouten, verschillen: [], bekend: [] };
}

async function naarProjectbestand(opdracht: Importopdracht): Promise<Importuitslag> {
  const { doel, bij, bestanden } = opdracht;
  const bestond = await heeftInhoud(doel);
  if (bestond && bij !== undefined) throw new Gebruikersfout(`${doel} bestaat al; --bij is voor een nieuw project. Laat --bij weg om aan ${doel} toe te voegen.`);
  const bestand = bestond ? await openProject(doel) : await maakLeeg(opdracht);
  let bewaard = false;
  try {
    if (bestand.alleenLezen) throw new Gebruikersfout(bestand.alleenLezen.tekst);
    const uitslag = await leesIn(bestand, opdracht);
    bewaard = uitslag.ingelezen || (!bestond && bestanden.length === 0);
    return { ...uitslag, ingelezen: bewaard };
  } finally {
    await bestand.sluit({ reservekopie: bestond || bewaard });
    // Nothing is left of a project that nothing came into.
    if (!bestond && !bewaard) await rm(doel, { force: true });
  }
}

/** A project file without deliveries, or with what the project in `bij` has. */
async function maakLeeg({ doel, bij, naam }: Importopdracht): Promise<Projectbestand> {
  if (bij === undefined) return maakProject(doel, { ...LEEG, formaat: FORMAAT, naam: naam ?? basename(doel, '.arrangement') });
  const project = await leesOpbouw(bij);
  const uitslag = valideer(project);
  // What is still missing may come later; what is there must be right, because rows are stored by it.
  const fouten = uitslag.ok ? [] : uitslag.fouten.filter(({ code, pad }) => IN_RIJEN.test(pad) && (code !== 'P03' || pad.includes('[')));
  if (fouten.length > 0) throw new Gebruikersfout(`${bij} kan geen projectbestand worden: ${fouten.length === 1 ? '1 fout' : `${fouten.length} fouten`}.`, fouten);
  const controlegetal = createHash('sha256').update(await readFile(bij)).digest('hex');
  return maakProject(doel, project, { bron: { bestand: basename(bij), controlegetal } });
}
const LEEG = { gemeenten: [], scholen: [], leerlingen: [], producten: [], indicaties: [] };
const IN_RIJEN = /^(?:gemeenten|scholen|producten|leerlingen|indicaties|declaraties|aggregaten)\b/;

async function leesIn(bestand: Projectbestand, { bestanden, soort, nieuw, profiel, wachtwoord, allesOfNiets, geweigerd, toon }: Importopdracht): Promise<Importuitslag> {
  const profielfouten = controleerProfiel(profiel);
  if (profielfouten.length > 0) throw new Gebruikersfout(['Het profiel klopt niet.', ...profielfouten].join('\n'));
  const stopper = new AbortController();
  const stop = (): void => stopper.abort();
  // Once: a second Ctrl+C ends the program as it would any other.
  process.once('SIGINT', stop);
  const gang = new Importgang(bestand, bestanden, { soort, nieuw, wachtwoord, onbekendeNamen: 'weigeren' });
  try {
    const { bladen, uitwisselbestanden, nietGelezen, vragen, verschillen, bekend, kanUitvoeren } = await gang.lees(profiel, { signal: stopper.signal, voortgang: toon });
    const rapport: Importrapport = { bestanden: [...bladen.flatMap((b) => b.rapport ?? []), ...uitwisselbestanden, ...nietGelezen], vragen };
    const bewaren = kanUitvoeren && !(allesOfNiets && nogGeweigerd(rapport.bestanden) > 0);
    if (bewaren) gang.bewaar();
    else gang.breekAf();
    await bewaarGeweigerd(geweigerd, openTabellen(bestand, undefined));
    return { rapport, ingelezen: bewaren, fouten: foutenVan(bestand.projectZonderRijen(), bestand), verschillen: bewaren ? verschillen : [], bekend: bekend.map((b) => b.bestand) };
  } finally {
    process.off('SIGINT', stop);
    gang.breekAf();
  }
}
