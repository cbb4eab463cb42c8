/**
 * Rules for a scenario with everything of its parents in it: circles of parents (P16), arrangementen that only the parents complete (P03, P06, P13) and
 * what the whole must have (`scenariogebreken.ts`). A fault that a scenario merely has from its parent is reported there alone.
 */
import { isDatum } from './datum.ts';
import type { Keuring } from './verslag.ts';
import { bij, ontbreekt } from './object.ts';
import { feitenVan, gebrekenVan, type Feiten } from './scenariogebreken.ts';
import { isObject, type Ruw } from './soort.ts';
import { ARRANGEMENT, SCENARIO } from './velden.ts';
import { metOuder } from '../scenario.ts';
import type { Arrangementwijziging, Scenario, VolledigScenario } from '../types.ts';

export function keurScenarios(project: Ruw, k: Keuring): void {
  const { scenarios } = project;
  if (!Array.isArray(scenarios)) return;
  const keuring = new Scenariokeuring(project, scenarios, k);
  keuring.keurKringen();
  for (const i of scenarios.keys()) keuring.volledig(i);
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

  constructor(project: Ruw, scenarios: unknown[], k: Keuring) {
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
      const weg = new Set<number>();
      let hier: number | undefined = begin;
      while (hier !== undefined && !weg.has(hier) && !this.inKring.has(hier)) {
        weg.add(hier);
        hier = this.ouderVan(hier);
      }
      if (hier !== begin || weg.size === 0) continue;
      for (const i of weg) this.inKring.add(i);
      const ids = [...weg, begin].map((i) => (this.scenarios[i] as Ruw)['id'] as string).join(' → ');
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
        const samen = volledig.arrangementen.find((a) => a.school === school) as unknown as Ruw | undefined;
        if (samen === undefined) return;
        // What a parent's arrangement lacks is reported with the parent.
        for (const [naam, veld] of heeftOuder ? [] : Object.entries(ARRANGEMENT.beschrijving.velden)) {
          if (veld.verplicht && samen[naam] === undefined) ontbreekt(naam, veld, this.k);
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
    bij(this.k, ['scenarios', i], SCENARIO, this.scenarios[i] as Ruw, doe);
  }
}

/** Whether laying it over its parent makes sense; if not, that is a fault of its own, reported where it stands. */
function isOplosbaar({ arrangementen, indexen }: Ruw): boolean {
  const lijstGoed = arrangementen === undefined || (Array.isArray(arrangementen) && arrangementen.every((a) => isObject(a) && typeof a['school'] === 'string'));
  return lijstGoed && (indexen === undefined || isObject(indexen));
}
