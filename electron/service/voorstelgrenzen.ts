/** Why a workbook cannot be made, before anything is calculated. */
import { horizonVan } from '../../models/project/standaard.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { GRENZEN } from '../../templates/voorstel/opzet.ts';

/** Scenarios that do not exist (P06), or a project that is too large for a workbook that can be read (V01); empty when there is nothing against it. */
export function bezwaren(project: Project, scenarios: readonly string[]): Melding[] {
  const onbekend = scenarios.filter((id) => !project.scenarios.some((s) => s.id === id));
  if (onbekend.length > 0) {
    return onbekend.map((id) => ({ code: 'P06', pad: 'scenarios', tekst: `Het project heeft geen scenario '${id}'. Kies uit ${project.scenarios.map((s) => `'${s.id}'`).join(', ') || 'geen enkel: maak eerst een scenario'}.` }));
  }
  const aantallen = { scholen: project.scholen.length, gemeenten: project.gemeenten.length, producten: project.producten.length, jaren: horizonVan(project.uitgangspunten).length };
  return (Object.keys(GRENZEN) as (keyof typeof GRENZEN)[]).filter((soort) => aantallen[soort] > GRENZEN[soort]).map((soort) => ({
    code: 'V01', pad: soort === 'jaren' ? 'uitgangspunten.jaren' : soort,
    tekst: `Een werkmap kan ${GRENZEN[soort]} ${soort} bevatten en dit project heeft er ${aantallen[soort]}. Maak een project met een deel, bijvoorbeeld één deelregio, en maak daarvan het voorstel.`,
  }));
}
