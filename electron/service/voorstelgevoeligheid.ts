/** What the program finds about the uncertain assumptions of a scenario, as the tables of sheet Gevoeligheid. Nothing about who would be better off leaving. */
import { beslisbasis } from '../../models/beslissen/basis.ts';
import { gevoeligheid } from '../../models/beslissen/gevoeligheid.ts';
import { gewoneZoekopdrachten, omslagpunten } from '../../models/beslissen/omslag.ts';
import { sleutelsNaastElkaar } from '../../models/beslissen/sleutels.ts';
import { GEWONE_TREKKINGEN } from '../../models/beslissen/types.ts';
import type { Gevoeligheid, Omslagpunten, Sleutelvergelijking, Spreiding, Zekerheid, Zoeking } from '../../models/beslissen/types.ts';
import { parameterwaarde } from '../../models/beslissen/woorden.ts';
import { zekerheid } from '../../models/beslissen/zekerheid.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { verdelingVan } from '../../models/project/standaard.ts';
import type { Project } from '../../models/project/types.ts';
import type { Rekenresultaat } from '../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import type { Gevoeligheidgegevens, Waardentabel } from '../../templates/voorstel/gevoeligheid.ts';

/** The same draws every time, so that a workbook can be made again. */
const ZAAD = 1;

/**
 * @param berekendOp the day that stands beside the values
 * @returns the tables, or undefined where the scenario has no uncertain assumptions. What cannot be calculated says so in its place.
 */
export async function gevoeligheidVoorWerkmap(project: Project, scenarioId: string, berekendOp: string): Promise<Gevoeligheidgegevens | undefined> {
  const scenario = volledigScenario(project, scenarioId);
  if ((scenario.onzekerheden ?? []).length === 0) return undefined;
  const gemaakt = await beslisbasis(project, bereidVoor(project), scenarioId);
  if (!gemaakt.ok) return { berekendOp, zaad: ZAAD, tabellen: [metFouten('Gevoeligheid', gemaakt.fouten)] };
  const { basis } = gemaakt;
  const sleutels = [{ naam: 'sleutel van het scenario', sleutel: verdelingVan(scenario).sleutel }, { naam: 'leerlingen', sleutel: { leerlingen: 1 } }, { naam: 'jeugdigen', sleutel: { jeugdigen: 1 } }];
  const naamVan = (code: string): string => project.gemeenten.find((g) => g.code === code)?.naam ?? code;
  return {
    berekendOp, zaad: ZAAD,
    tabellen: [
      ...tabellen('Tornado', gevoeligheid(basis), tornado),
      ...tabellen('Zekerheid', zekerheid(basis, { zaad: ZAAD, trekkingen: GEWONE_TREKKINGEN }), (u) => zekerheidstabellen(u, naamVan)),
      ...tabellen('Omslagpunten', omslagpunten(basis, {}, gewoneZoekopdrachten(basis), (anders) => bereidVoor({ ...project, ...anders })), omslag),
      ...tabellen('Sleutels naast elkaar', await sleutelsNaastElkaar(basis, { sleutels }), sleuteltabellen),
    ],
  };
}

const metFouten = (titel: string, fouten: readonly { tekst: string }[]): Waardentabel => ({ titel, uitleg: `Kan niet worden berekend: ${fouten.map(({ tekst }) => tekst).join(' ')}`, kolommen: [['Onderwerp', 'tekst']], rijen: [] });

function tabellen<U>(titel: string, resultaat: Rekenresultaat<{ uitslag: U }>, maak: (uitslag: U) => Waardentabel[]): Waardentabel[] {
  return resultaat.ok ? maak(resultaat.uitslag) : [metFouten(titel, resultaat.fouten)];
}

const tornado = ({ staven, zinnen }: Gevoeligheid): Waardentabel[] => [{
  titel: 'Tornado: welk uitgangspunt het meeste uitmaakt', uitleg: zinnen[0] ?? '',
  kolommen: [['Uitgangspunt', 'tekst'], ['P10', 'tekst'], ['Effect bij P10', 'effect'], ['P90', 'tekst'], ['Effect bij P90', 'effect'], ['Verschil', 'euro']],
  rijen: staven.map(({ naam, parameter, laag, hoog, breedte }) => [naam, parameterwaarde(parameter, laag.waarde), laag.uitkomst, parameterwaarde(parameter, hoog.waarde), hoog.uitkomst, breedte]),
}];

const spreidingsrij = (naam: string, s: Spreiding): (string | number)[] => [naam, s.gemiddelde, s.p10, s.p50, s.p90, s.kansGoedkoper];

function zekerheidstabellen(z: Zekerheid, naamVan: (code: string) => string): Waardentabel[] {
  return [
    {
      titel: 'Zekerheid: hoogstens dit effect', uitleg: `Over alle jaren samen, ${z.trekkingen.toLocaleString('nl-NL')} trekkingen.`,
      kolommen: [['Zekerheid', 'procent'], ['Effect ten hoogste', 'effect']], rijen: z.zekerheden.map(({ zekerheid: deel, hoogstens }) => [deel, hoogstens]),
    },
    {
      titel: 'Spreiding van het effect', uitleg: 'In 8 van de 10 trekkingen ligt het effect tussen P10 en P90.',
      kolommen: [['Effect', 'tekst'], ['Gemiddeld', 'effect'], ['P10', 'effect'], ['P50', 'effect'], ['P90', 'effect'], ['Kans goedkoper', 'procent']],
      rijen: [...z.perJaar.map((s, y) => spreidingsrij(String(z.jaren[y]), s)), spreidingsrij('Alle jaren samen', z.cumulatief), ...Object.entries(z.perGemeente).map(([code, s]) => spreidingsrij(naamVan(code), s))],
    },
  ];
}

const omslag = ({ punten }: Omslagpunten): Waardentabel[] => [{
  titel: 'Omslagpunten: waar het effect nul wordt', uitleg: 'Over alle jaren samen, als alleen dit uitgangspunt verandert.',
  kolommen: [['Uitgangspunt', 'tekst'], ['Effect is nul bij', 'tekst']],
  rijen: punten.map((punt) => [punt.naam, omslagwaarde(punt)]),
}];

function omslagwaarde({ invoer, uitslag }: Zoeking): string {
  if (uitslag.soort === 'geenInvloed') return 'geen invloed';
  if (uitslag.soort === 'nietBereikt') return 'niet bereikt';
  return invoer.soort === 'parameter' && typeof uitslag.waarde === 'number' ? parameterwaarde(invoer.parameter, uitslag.waarde) : String(uitslag.waarde);
}

function sleuteltabellen({ sleutels }: Sleutelvergelijking): Waardentabel[] {
  return sleutels.map(({ naam, zonderIngroei, fouten }): Waardentabel => {
    const titel = `Sleutel: ${naam}`;
    return zonderIngroei === null ? metFouten(titel, fouten) : {
      titel, uitleg: 'Over alle jaren samen, zonder ingroei.', kolommen: [['Gemeente', 'tekst'], ['Bijdrage', 'euro'], ['Effect', 'effect']],
      rijen: zonderIngroei.gemeenten.map((g) => [g.naam, g.bijdrage, g.effect]),
    };
  });
}
