/** Faults as they read on screen: the file's codes and field names as the names that stand there, and where each is mended. */
import type { Melding, ProjectZonderRijen } from '../../models/project/types.ts';
import { addressOf } from './route.ts';

/** What a field or a value of the file is called on screen. */
const CALLED: Readonly<Record<string, string>> = {
  nietDeelnemers: 'Wat voor hen geldt', individueel: 'Individueel', gastvrij: 'Gastvrij', bijdragePerLeerling: 'Toegang tegen een bijdrage per leerling', deelnemers: 'Deelnemers',
  arrangementen: 'Scholen', regionaal: 'Regionale inzet', verdeling: 'Verdeling', uitgangspunten: 'Uitgangspunten', gemeenten: 'Gemeenten', scholen: 'Scholen', producten: 'Producten', leerlingen: 'Leerlingen',
  inwoners: 'inwoners', inwonersJeugd: 'inwoners 0–17 jaar', peildatum: 'Peildatum', begrotingsjaar: 'Begrotingsjaar', maximaleLooptijd: 'Maximale looptijd', inzet: 'Inzet', realisatie: 'Realisatie', vervangbaar: 'Vervangbaar',
};

/** `'GM0168' (Losser)` → `Losser`, `'nietDeelnemers'` → `“Wat voor hen geldt”`; the rest as it is. */
export const faultSentence = ({ tekst }: Pick<Melding, 'tekst'>): string =>
  tekst.replaceAll(/'[^']+' \(([^()]+(?:\([^()]*\))?)\)/g, '$1').replaceAll(/'(\w+)'/g, (quoted, field: string) => (CALLED[field] === undefined ? quoted : `“${CALLED[field]}”`));

const TABS: Readonly<Record<string, string>> = { arrangementen: 'scholen', regionaal: 'regionaal', verdeling: 'verdeling', deelnemers: 'deelnemers', nietDeelnemers: 'deelnemers', bijdragePerLeerling: 'deelnemers' };
const LISTS: Readonly<Record<string, string>> = { gemeenten: 'gemeenten', scholen: 'scholen', leerlingen: 'leerlingen', producten: 'producten', dragers: 'dragers', bestaandeArrangementen: 'bestaand', indicaties: 'rijen', declaraties: 'rijen' };

/** The address of the screen where a fault is mended, and what that is called; undefined where none is. */
export function faultPlace(project: Pick<ProjectZonderRijen, 'scenarios'>, { pad }: Pick<Melding, 'pad'>): { address: string; label: string } | undefined {
  const inScenario = /^scenarios\[(\d+)\](?:\.(\w+))?/.exec(pad);
  if (inScenario) {
    const scenario = project.scenarios[Number(inScenario[1])];
    const tab = TABS[inScenario[2] ?? ''] ?? 'uitgangspunten';
    return scenario && { address: addressOf('scenarios', scenario.id, tab), label: { scholen: 'Scholen', regionaal: 'Regionale inzet', verdeling: 'Verdeling', deelnemers: 'Deelnemers' }[tab] ?? 'Uitgangspunten' };
  }
  const list = LISTS[/^\w+/.exec(pad)?.[0] ?? ''];
  return list === undefined ? undefined : { address: addressOf('gegevens', list), label: `Gegevens, ${list}` };
}
