/**
 * Rules for a scenario with everything of its parents in it (P16, P18, P19, P23; P03, P06 and P13 of what only the parents complete). A fault that a
 * scenario merely has from its parent is reported there alone.
 */
import { isDatum } from './datum.ts';
import type { Keuring } from './verslag.ts';
import { bij, isVerplicht, ontbreekt } from './object.ts';
import { isObject, objectenIn } from './soort.ts';
import { ARRANGEMENT, SCENARIO } from './velden.ts';
import { metOuder } from '../scenario.ts';
import { isDeelnemer, isRestgroep } from '../standaard.ts';
import type { Arrangementwijziging, Gemeente, Scenario, VolledigScenario } from '../types.ts';

type Object = Record<string, unknown>;

export function keurScenarios(project: Object, k: Keuring): void {
  const { scenarios } = project;
  if (!Array.isArray(scenarios)) return;
  const keuring = new Scenariokeuring(project, scenarios, k);
  keuring.keurKringen();
  for (const i of scenarios.keys()) keuring.volledig(i);
}

/** A fault of a resolved scenario: `sleutel` tells whether parent and child have the same one. */
interface Gebrek {
  sleutel: string;
  code: string;
  pad: (string | number)[];
  tekst: string;
  /** The scenario states itself what is wrong, so that it is no heritage. */
  eigen: boolean;
}
interface Opgelost { scenario: VolledigScenario; gebreken: Set<string> }

class Scenariokeuring {
  private readonly scenarios: unknown[];
  private readonly k: Keuring;
  private readonly feiten: Feiten;
  /** The place of the first scenario of each id. */
  private readonly plaats = new Map<unknown, number>();
  private readonly inKring = new Set<number>();
  private readonly opgelost = new Map<number, Opgelost | undefined>();

  constructor(project: Object, scenarios: unknown[], k: Keuring) {
    this.scenarios = scenarios;
    this.k = k;
    this.feiten = feitenVan(project);
    for (const [i, scenario] of scenarios.entries()) {
      if (isObject(scenario) && !this.plaats.has(scenario['id'])) this.plaats.set(scenario['id'], i);
    }
  }

  private ouderVan(i: number): number | undefined {
    const scenario = this.scenarios[i];
    return isObject(scenario) && typeof scenario['ouder'] === 'string' ? this.plaats.get(scenario['ouder']) : undefined;
  }

  /** P16, once per circle, at its first scenario. */
  keurKringen(): void {
    for (const begin of this.scenarios.keys()) {
      const weg: number[] = [];
      let hier: number | undefined = begin;
      while (hier !== undefined && !weg.includes(hier) && !this.inKring.has(hier)) {
        weg.push(hier);
        hier = this.ouderVan(hier);
      }
      if (hier !== begin || weg.length === 0) continue;
      for (const i of weg) this.inKring.add(i);
      const ids = [...weg, begin].map((i) => (this.scenarios[i] as Object)['id'] as string).join(' → ');
      this.bij(begin, () => this.k.meld('P16', `de ouders vormen een kring (${ids}); laat bij een van deze scenario's 'ouder' weg`, 'ouder'));
    }
  }

  /** The resolved scenario, its faults reported once; undefined if it cannot be resolved, which is reported already. */
  volledig(i: number): Opgelost | undefined {
    if (!this.opgelost.has(i)) {
      this.opgelost.set(i, undefined);
      this.opgelost.set(i, this.losOp(i));
    }
    return this.opgelost.get(i);
  }

  private losOp(i: number): Opgelost | undefined {
    const geschreven = this.scenarios[i];
    if (this.inKring.has(i) || !isObject(geschreven) || !isOplosbaar(geschreven)) return undefined;
    const ouderplaats = this.ouderVan(i);
    const ouder = ouderplaats === undefined ? undefined : this.volledig(ouderplaats);
    if (geschreven['ouder'] !== undefined && ouder === undefined) return undefined;

    const scenario = metOuder(ouder?.scenario, geschreven as unknown as Scenario);
    this.bij(i, () => this.keurArrangementen(geschreven['arrangementen'] as Arrangementwijziging[] | undefined, ouder?.scenario, scenario));
    const gebreken = gebrekenVan(geschreven, scenario, this.feiten);
    this.bij(i, () => {
      for (const { sleutel, code, pad, tekst, eigen } of gebreken) {
        if (eigen || !ouder?.gebreken.has(sleutel)) this.k.meld(code, tekst, ...pad);
      }
    });
    return { scenario, gebreken: new Set(gebreken.map((gebrek) => gebrek.sleutel)) };
  }

  /** What the scenario's own arrangementen lack once they are laid over those of the parent. */
  private keurArrangementen(eigen: Arrangementwijziging[] | undefined, ouder: VolledigScenario | undefined, volledig: VolledigScenario): void {
    for (const [j, wijziging] of eigen?.entries() ?? []) {
      const { school } = wijziging;
      const heeftOuder = ouder?.arrangementen.some((a) => a.school === school) ?? false;
      bij(this.k, ['arrangementen', j], ARRANGEMENT, wijziging, () => {
        if (wijziging.vervalt === true) {
          if (!heeftOuder && this.k.register.kent('school', school)) {
            this.k.meld('P06', `kan niet vervallen, want ${ouder ? `ouder '${ouder.id}' heeft geen arrangement van deze school` : 'dit scenario heeft geen ouder'}; verwijder deze wijziging`, 'school');
          }
          return;
        }
        const samen = volledig.arrangementen.find((a) => a.school === school) as unknown as Object | undefined;
        if (samen === undefined) return;
        // What a parent's arrangement lacks is reported with the parent.
        for (const [naam, veld] of heeftOuder ? [] : Object.entries(ARRANGEMENT.beschrijving.velden)) {
          if (samen[naam] === undefined && isVerplicht(veld, samen)) ontbreekt(naam, veld, this.k);
        }
        const { start, eind } = samen;
        const vanOuder = wijziging.start === undefined || wijziging.eind === undefined;
        if (vanOuder && isDatum(start) && isDatum(eind) && eind < start && (wijziging.start ?? wijziging.eind) !== undefined) {
          const anders = wijziging.start === undefined ? 'start' : 'eind';
          this.k.meld('P13', `'eind' (${eind}) ligt voor 'start' (${start}), waarvan '${anders}' van de ouder komt; verbeter een van beide`, wijziging.start === undefined ? 'eind' : 'start');
        }
      });
    }
  }

  private bij(i: number, doe: () => void): void {
    bij(this.k, ['scenarios', i], SCENARIO, this.scenarios[i] as Object, doe);
  }
}

/** Whether laying it over its parent makes sense; if not, that is a fault of its own, reported where it stands. */
function isOplosbaar({ arrangementen, indexen }: Object): boolean {
  const lijstGoed = arrangementen === undefined || (Array.isArray(arrangementen) && arrangementen.every((a) => isObject(a) && typeof a['school'] === 'string'));
  return lijstGoed && (indexen === undefined || isObject(indexen));
}

// — what a scenario must have —

/** What the rules need of the rest of the project; undefined where that is not there to judge by. */
interface Feiten { gemeenten: Gemeente[] | undefined; leerlingen: { school: string; gemeente: string }[] }

function feitenVan({ gemeenten, leerlingen }: Object): Feiten {
  return {
    gemeenten: Array.isArray(gemeenten) ? objectenIn(gemeenten).flatMap(([, g]) => (typeof g['code'] === 'string' ? [g as unknown as Gemeente] : [])) : undefined,
    leerlingen: objectenIn(leerlingen).flatMap(([, l]) => ((l['aantal'] as number) > 0 ? [l as { school: string; gemeente: string }] : [])),
  };
}

/** @param eigen the scenario as it is written, to find a path in; @param scenario the same, resolved */
function gebrekenVan(eigen: Object, scenario: VolledigScenario, { gemeenten, leerlingen }: Feiten): Gebrek[] {
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

type Inwonerveld = 'inwoners' | 'inwonersJeugd';
interface Inwonergebruik { veld: Inwonerveld; waarmee: string; pad: (string | number)[] }

/** Where a scenario divides by inhabitants (P23): its keys, those of its lines, and a maximum per inhabitant. */
function inwonergebruik(scenario: VolledigScenario): Inwonergebruik[] {
  const gebruik: Inwonergebruik[] = [];
  const voegToe = (sleutel: unknown, waarmee: string, pad: (string | number)[]): void => {
    if (!isObject(sleutel)) return;
    const { formule } = sleutel;
    const namen = typeof formule === 'string' ? new Set(formule.match(/[A-Za-z_]\w*/g)) : new Set(Object.keys(sleutel));
    for (const veld of ['inwoners', 'inwonersJeugd'] as const) {
      if (namen.has(veld)) gebruik.push({ veld, waarmee, pad: [...pad, typeof formule === 'string' ? 'formule' : veld] });
    }
  };
  const regels = (lijst: unknown, bijwie: string, pad: (string | number)[]): void => {
    if (!Array.isArray(lijst)) return;
    for (const [i, regel] of (lijst as unknown[]).entries()) {
      if (isObject(regel)) voegToe(regel['sleutel'], `de sleutel van ${bijwie} '${String(regel['omschrijving'])}'`, [...pad, i, 'sleutel']);
    }
  };
  const verdeling: unknown = scenario.verdeling;
  if (isObject(verdeling)) {
    voegToe(verdeling['sleutel'], `'verdeling.sleutel'`, ['verdeling', 'sleutel']);
    const { ingroei } = verdeling;
    if (isObject(ingroei)) {
      voegToe(ingroei['van'], `'verdeling.ingroei.van'`, ['verdeling', 'ingroei', 'van']);
      const maximum = ingroei['maximumPerInwoner'];
      if (typeof maximum === 'number' || (Array.isArray(maximum) && maximum.length > 0)) {
        gebruik.push({ veld: 'inwoners', waarmee: `'verdeling.ingroei.maximumPerInwoner'`, pad: ['verdeling', 'ingroei', 'maximumPerInwoner'] });
      }
    }
  }
  regels(scenario.regionaal, 'de regionale regel', ['regionaal']);
  for (const [j, { school, inzet }] of scenario.arrangementen.entries()) regels(inzet, `school '${school}', regel`, ['arrangementen', j, 'inzet']);
  return gebruik;
}

/** Where the scenario as it is written holds something of the resolved one; if that is the parent's, what makes it a fault here. */
function hier(eigen: Object, scenario: VolledigScenario, pad: readonly (string | number)[]): Pick<Gebrek, 'pad' | 'eigen'> {
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
