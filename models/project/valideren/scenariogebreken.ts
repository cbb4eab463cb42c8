/** What a resolved scenario must have: participants (P18), a choice for who does not take part (P19, P03), the figures that it divides by (P23). */
import { inwonergebruik } from './inwonergebruik.ts';
import { objectenIn, type Ruw } from './soort.ts';
import { isDeelnemer, isRestgroep } from '../standaard.ts';
import type { Arrangementwijziging, Gemeente, VolledigScenario } from '../types.ts';

/** A fault of a resolved scenario: `sleutel` tells whether parent and child have the same one. */
export interface Gebrek {
  sleutel: string;
  code: string;
  pad: (string | number)[];
  tekst: string;
  /** The scenario states itself what is wrong, so that it is no heritage. */
  eigen: boolean;
}

/** What the rules need of the rest of the project; undefined where that is not there to judge by. */
export interface Feiten { gemeenten: Gemeente[] | undefined; leerlingen: { school: string; gemeente: string }[] }

export function feitenVan({ gemeenten, leerlingen }: Ruw): Feiten {
  return {
    gemeenten: Array.isArray(gemeenten) ? objectenIn(gemeenten).flatMap(([, g]) => (typeof g['code'] === 'string' ? [g as unknown as Gemeente] : [])) : undefined,
    leerlingen: objectenIn(leerlingen).flatMap(([, l]) => ((l['aantal'] as number) > 0 ? [l as { school: string; gemeente: string }] : [])),
  };
}

/** @param eigen the scenario as it is written, to find a path in; @param scenario the same, resolved */
export function gebrekenVan(eigen: Ruw, scenario: VolledigScenario, { gemeenten, leerlingen }: Feiten): Gebrek[] {
  const gebreken: Gebrek[] = [];
  if (scenario.nietDeelnemers === 'bijdragePerLeerling' && scenario.bijdragePerLeerling === undefined) {
    gebreken.push({
      sleutel: 'P03', code: 'P03', eigen: eigen['nietDeelnemers'] !== undefined, pad: ['bijdragePerLeerling'], tekst: `'bijdragePerLeerling' ontbreekt bij 'nietDeelnemers': 'bijdragePerLeerling'; vul een bedrag per jaar in`,
    });
  }
  if (gemeenten === undefined || (scenario.deelnemers !== undefined && !Array.isArray(scenario.deelnemers))) return gebreken;
  const genoemd = scenario.deelnemers as unknown[] | undefined;
  const deelnemers = gemeenten.filter((g) => (genoemd ? genoemd.includes(g.code) && !isRestgroep(g.code) : isDeelnemer(g)));
  if (genoemd ? genoemd.length === 0 : deelnemers.length === 0) {
    const oorzaak = genoemd ? `'deelnemers' is leeg` : 'geen gemeente is deelnemer';
    gebreken.push({ sleutel: 'P18', code: 'P18', eigen: eigen['deelnemers'] !== undefined, pad: ['deelnemers'], tekst: `er zijn geen deelnemers, want ${oorzaak}; noem ten minste één gemeente` });
  }
  if (deelnemers.length === 0) return gebreken;

  const codes = new Set(deelnemers.map((g) => g.code));
  if (scenario.nietDeelnemers === undefined) {
    const scholen = new Set(scenario.arrangementen.map((a) => a.school));
    const zonder = new Set(leerlingen.filter((l) => scholen.has(l.school) && !codes.has(l.gemeente)).map((l) => l.gemeente));
    const namen = gemeenten.filter((g) => zonder.has(g.code)).map(aangeduid);
    if (namen.length > 0) {
      gebreken.push({
        sleutel: 'P19', code: 'P19', eigen: false, pad: ['nietDeelnemers'],
        tekst: `${namen.join(', ')} ${namen.length === 1 ? 'doet' : 'doen'} niet mee, maar ${namen.length === 1 ? 'heeft' : 'hebben'} leerlingen op een school met een arrangement; kies 'nietDeelnemers': 'individueel', 'gastvrij' of 'bijdragePerLeerling'`,
      });
    }
  }
  for (const { veld, waarmee, pad } of inwonergebruik(scenario)) {
    const zonder = deelnemers.filter((g) => g[veld] === undefined);
    if (zonder.length === 0) continue;
    gebreken.push({
      sleutel: `P23 ${waarmee} ${zonder.map((g) => g.code).join()}`, code: 'P23', ...hier(eigen, scenario, pad),
      tekst: `${waarmee} rekent met '${veld}', maar ${zonder.map(aangeduid).join(', ')} ${zonder.length === 1 ? 'heeft' : 'hebben'} dat niet; vul het aan bij 'gemeenten' of kies iets anders`,
    });
  }
  return gebreken;
}

const aangeduid = ({ code, naam }: Gemeente): string => (typeof naam === 'string' && naam ? `'${code}' (${naam})` : `'${code}'`);

/** Where the scenario as it is written holds something of the resolved one; if that is the parent's, what makes it a fault here. */
function hier(eigen: Ruw, scenario: VolledigScenario, pad: readonly (string | number)[]): Pick<Gebrek, 'pad' | 'eigen'> {
  const [boven, j, ...rest] = pad as [string, ...(string | number)[]];
  if (boven !== 'arrangementen') {
    if (eigen[boven] !== undefined) return { pad: [...pad], eigen: true };
  } else {
    const { school } = scenario.arrangementen[j as number] as { school: string };
    const plaats = ((eigen['arrangementen'] ?? []) as Arrangementwijziging[]).findIndex((a) => a.school === school && a.inzet !== undefined);
    if (plaats >= 0) return { pad: [boven, plaats, ...rest], eigen: true };
  }
  return { pad: eigen['deelnemers'] === undefined ? [] : ['deelnemers'], eigen: false };
}
