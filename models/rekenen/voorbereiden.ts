/**
 * Preparation (rekenmodel 2–4): all that rows are needed for, once. Afterwards no assumption but those named at `Voorbereiding` touches a row again.
 */
import { basisVan, benuttingVan, dragerVan, uitstroomMetingVan, wekenPerJaarVan } from '../project/standaard.ts';
import type { Aggregaat, Declaratie, Indicatie, Melding, Project, ProjectZonderRijen, Uitgangspunten } from '../project/types.ts';
import { maandbedrag } from './kosten.ts';
import { looptijd, maandVan, overlapSom } from './maand.ts';
import type { Voorbereiding } from './types.ts';
import { uitstroommeter, type Uitstroomsom } from './uitstroom.ts';

export type { ProjectZonderRijen };

/** Takes rows one by one, in any order, and keeps only sums. Rows must be valid (rekenmodel 1). */
export interface Voorbereider {
  telIndicatie(rij: Indicatie): void;
  telDeclaratie(rij: Declaratie): void;
  telAggregaat(aggregaat: Aggregaat): void;
  uitkomst(): Voorbereiding;
  /** What `uitkomst().uitstroom` is made of. */
  uitstroomsommen(): Uitstroomsom[];
}

/** A sum whose size is below this share of the sizes of its terms is nothing but rounding, and counts as 0 (rekenmodel 3). */
export const VERWAARLOOSBAAR = 1e-9;

const indexVan = (codes: readonly string[]): Map<string, number> => new Map(codes.map((code, i) => [code, i]));

export function voorbereider(project: ProjectZonderRijen): Voorbereider {
  const u = project.uitgangspunten;
  const peilmaand = maandVan(u.peildatum);
  const eersteReferentie = peilmaand - 12;
  const wekenPerJaar = wekenPerJaarVan(u);
  const scholen = indexVan(project.scholen.map((s) => s.id));
  const gemeenten = indexVan(project.gemeenten.map((g) => g.code));
  const productcodes = project.producten.map((p) => p.code);
  const producten = indexVan(productcodes);
  const benutting = project.producten.map(benuttingVan);
  const vanGemeenten = project.producten.map((p) => dragerVan(p) === 'gemeenten');
  const telDeclaraties = project.gemeenten.map((g) => basisVan(u, g.code) === 'declaraties');
  const meter = uitstroommeter(productcodes, peilmaand, u.maximaleLooptijd);

  const G = project.gemeenten.length;
  const P = productcodes.length;
  const cellen = new Map<number, number>();
  const bedragen: number[] = [];
  const groottes: number[] = [];
  const telBasis = (school: number, gemeente: number, product: number, bedrag: number, grootte: number): void => {
    const sleutel = (school * G + gemeente) * P + product;
    let plek = cellen.get(sleutel);
    if (plek === undefined) {
      plek = bedragen.length;
      cellen.set(sleutel, plek);
      bedragen.push(0);
      groottes.push(0);
    }
    bedragen[plek]! += bedrag;
    groottes[plek]! += grootte;
  };

  const jeugdigenPerPaar = new Map<number, number>();
  const telJeugdigen = (school: number, gemeente: number, aantal: number): void => {
    const paar = school * G + gemeente;
    jeugdigenPerPaar.set(paar, (jeugdigenPerPaar.get(paar) ?? 0) + aantal);
  };
  const pseudoniemen = new Map<string, number>();
  const gezien = new Set<number>();
  let zonderPseudoniem = 0;
  let aantalIndicaties = 0;
  let geeindigdInReferentie = 0;
  const perDeclaratiemaand = telDeclaraties.map((telt) => (telt ? new Float64Array(12) : undefined));

  const plekVan = (rij: { school: string; gemeente: string; product: string }): [number, number, number] => [
    scholen.get(rij.school) as number,
    gemeenten.get(rij.gemeente) as number,
    producten.get(rij.product) as number,
  ];

  return {
    uitstroomsommen: () => meter.sommen(),
    telIndicatie(rij) {
      const [school, gemeente, product] = plekVan(rij);
      const l = looptijd(rij.start, rij.eind);
      const bedrag = maandbedrag(rij, l, benutting[product] as number, wekenPerJaar);
      aantalIndicaties++;
      if (l.eindMaand >= eersteReferentie && l.eindMaand < peilmaand) geeindigdInReferentie++;
      if (!telDeclaraties[gemeente]) {
        const kosten = bedrag * overlapSom(l, eersteReferentie, peilmaand - 1);
        if (kosten !== 0) telBasis(school, gemeente, product, kosten, kosten);
      }
      meter.telIndicatie(product, l, bedrag);
      const looptOpPeildatum = (l.startMaand < peilmaand || (l.startMaand === peilmaand && l.startDag === 1)) && l.eindMaand >= peilmaand;
      if (!vanGemeenten[product] || !looptOpPeildatum) return;
      if (rij.jeugdige === undefined) {
        zonderPseudoniem++;
        telJeugdigen(school, gemeente, 1);
        return;
      }
      let nummer = pseudoniemen.get(rij.jeugdige);
      if (nummer === undefined) pseudoniemen.set(rij.jeugdige, (nummer = pseudoniemen.size));
      const wieWaar = nummer * scholen.size * G + school * G + gemeente;
      if (gezien.has(wieWaar)) return;
      gezien.add(wieWaar);
      telJeugdigen(school, gemeente, 1);
    },
    telDeclaratie(rij) {
      const [school, gemeente, product] = plekVan(rij);
      const maand = maandVan(rij.maand) - eersteReferentie;
      if (!telDeclaraties[gemeente] || maand < 0 || maand >= 12) return;
      telBasis(school, gemeente, product, rij.bedrag, Math.abs(rij.bedrag));
      perDeclaratiemaand[gemeente]![maand]! += rij.bedrag;
    },
    telAggregaat(aggregaat) {
      const gemeente = gemeenten.get(aggregaat.gemeente) as number;
      for (const { school, product, bedrag } of aggregaat.basis) telBasis(scholen.get(school) as number, gemeente, producten.get(product) as number, bedrag, Math.abs(bedrag));
      for (const regel of aggregaat.uitstroom) meter.telAggregaat(regel, producten.get(regel.product) as number);
      for (const { school, aantal } of aggregaat.jeugdigen) telJeugdigen(scholen.get(school) as number, gemeente, aantal);
    },
    uitkomst() {
      const geordend = [...cellen].filter(([, plek]) => Math.abs(bedragen[plek] as number) > VERWAARLOOSBAAR * (groottes[plek] as number)).sort((a, b) => a[0] - b[0]);
      const paren = [...jeugdigenPerPaar].filter(([, aantal]) => aantal !== 0).sort((a, b) => a[0] - b[0]);
      return {
        cellen: {
          school: geordend.map(([sleutel]) => Math.floor(sleutel / (G * P))),
          gemeente: geordend.map(([sleutel]) => Math.floor(sleutel / P) % G),
          product: geordend.map(([sleutel]) => sleutel % P),
          basis: geordend.map(([, plek]) => bedragen[plek] as number),
        },
        uitstroom: meter.uitkomst(),
        jeugdigen: {
          school: paren.map(([paar]) => Math.floor(paar / G)),
          gemeente: paren.map(([paar]) => paar % G),
          aantal: paren.map(([, aantal]) => aantal),
        },
        waarschuwingen: waarschuwingen(),
      };
    },
  };

  function waarschuwingen(): Melding[] {
    const lijst: Melding[] = [];
    if (zonderPseudoniem > 0) {
      lijst.push({
        code: 'W03',
        pad: 'indicaties',
        tekst: `${zonderPseudoniem} lopende ${zonderPseudoniem === 1 ? 'indicatie heeft' : 'indicaties hebben'} geen pseudoniem: elk telt als een eigen jeugdige, het aantal jeugdigen kan te hoog zijn. Lever per rij een pseudoniem (jeugdige) aan.`,
      });
    }
    if (aantalIndicaties > 0 && geeindigdInReferentie === 0) {
      lijst.push({
        code: 'W06',
        pad: 'indicaties',
        tekst: 'Geen enkele indicatie eindigde in het jaar voor de peildatum: het bestand bevat waarschijnlijk alleen lopende indicaties, en de uitstroom per startmaand klopt dan niet. Lever ook beëindigde indicaties aan, of kies uitstroomMeting = peildatum.',
      });
    }
    for (const [g, maanden] of perDeclaratiemaand.entries()) {
      if (!maanden) continue;
      const eerdere = maanden.slice(0, 9).reduce((som, bedrag) => som + bedrag, 0) / 9;
      const achter = [9, 10, 11].filter((m) => (maanden[m] as number) < eerdere / 2);
      if (achter.length === 0) continue;
      const gemeente = project.gemeenten[g] as Project['gemeenten'][number];
      lijst.push({
        code: 'W10',
        pad: `declaraties`,
        tekst: `De declaraties van ${gemeente.naam} (${gemeente.code}) over de laatste maanden voor de peildatum zijn minder dan de helft van die ervoor: waarschijnlijk ontbreken nog declaraties en is de basis te laag. Wacht op de nagekomen declaraties of kies voor deze gemeente de basis indicaties.`,
      });
    }
    return lijst;
  }
}

/** Prepares a whole project in memory. The project must be valid (`valideer`). */
export function bereidVoor(project: Project): Voorbereiding {
  const v = voorbereider(project);
  for (const rij of project.indicaties) v.telIndicatie(rij);
  for (const rij of project.declaraties ?? []) v.telDeclaratie(rij);
  for (const aggregaat of project.aggregaten ?? []) v.telAggregaat(aggregaat);
  return v.uitkomst();
}

/** The warnings of a preparation that hold under these assumptions: W06 is about measuring per startmaand only. */
export const geldendeWaarschuwingen = (voorbereiding: Voorbereiding, u: Uitgangspunten): Melding[] =>
  voorbereiding.waarschuwingen.filter(({ code }) => code !== 'W06' || uitstroomMetingVan(u) === 'startmaand');
