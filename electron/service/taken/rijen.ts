/** Use cases: figures that need rows, the rows behind a figure, and erasing rows. */
import type { Rij } from '../../../models/contract/nulmeting.ts';
import { dragerVan, GEMEENTEN } from '../../../models/project/standaard.ts';
import { basisVanDeclaratie, basisVanIndicatie } from '../../../models/rekenen/basis-van-rij.ts';
import { locatiemeter } from '../../../models/rekenen/locaties.ts';
import { Dienstfout } from '../dienstfout.ts';
import type { Sessie } from '../sessie.ts';
import type { Onder, Taak, Taken } from '../taken.ts';
import { wisRijen } from '../wissen.ts';

/** Rows between two moments at which the work can be stopped and progress is told. */
const PORTIE = 20_000;

/** Goes through rows without holding the thread for long: in between messages come in. */
export async function doorloop<T>(rijen: Iterable<T>, taak: Taak, wat: string, doe: (rij: T) => void): Promise<void> {
  let n = 0;
  for (const rij of rijen) {
    doe(rij);
    if (++n % PORTIE !== 0) continue;
    taak.voortgang(null, `${wat}: ${n.toLocaleString('nl-NL')} rijen`);
    await new Promise((verder) => setImmediate(verder));
    taak.signal.throwIfAborted();
  }
}

const eisGegevens = (sessie: Sessie): void => void sessie.voorbereiding();

export const rijentaken: Taken<Onder<'nulmeting' | 'rijen'>> = {
  async 'nulmeting.lees'(sessie, _, taak) {
    const voorbereiding = sessie.voorbereiding();
    const project = sessie.bestand.projectZonderRijen();
    const meter = locatiemeter(project);
    await doorloop(sessie.bestand.indicaties(), taak, 'Indicaties tellen', (rij) => meter.telIndicatie(rij));
    await doorloop(sessie.bestand.declaraties(), taak, 'Declaraties tellen', (rij) => meter.telDeclaratie(rij));
    const spreidingen = new Map(sessie.bestand.spreidingen().map((s) => [s.gemeente, s.scholen]));
    for (const aggregaat of sessie.bestand.aggregaten()) meter.telAggregaat(aggregaat, spreidingen.get(aggregaat.gemeente));
    const { scholen, aanbieders } = meter.uitkomst();

    const leerlingen = new Map<string, number>();
    for (const { school, aantal } of project.leerlingen) leerlingen.set(school, (leerlingen.get(school) ?? 0) + aantal);
    const vervangbaar = project.scholen.map(() => 0);
    const { cellen } = voorbereiding;
    for (const [i, basis] of cellen.basis.entries()) {
      const product = project.producten[cellen.product[i] as number];
      if (product && dragerVan(product) === GEMEENTEN) vervangbaar[cellen.school[i] as number]! += basis * product.vervangbaar;
    }
    return { scholen: scholen.map((s, i) => ({ ...s, leerlingen: leerlingen.get(s.school) ?? 0, vervangbaar: vervangbaar[i] as number })), aanbieders };
  },

  async 'rijen.lees'(sessie, { lijst, aanbieder, teltMee, vanaf, aantal, ...filter }, taak) {
    eisGegevens(sessie);
    const { uitgangspunten, producten } = sessie.bestand.projectZonderRijen();
    const productVan = new Map(producten.map((p) => [p.code, p]));
    const rijen: Rij[] = [];
    let totaal = 0;
    let som = 0;
    const neem = (rij: Omit<Rij, 'basis'>, basis: number): void => {
      if ((aanbieder !== undefined && rij.aanbieder !== aanbieder) || (teltMee === true && basis === 0)) return;
      if (totaal >= vanaf && rijen.length < aantal) rijen.push({ ...rij, basis } as Rij);
      totaal++;
      som += basis;
    };
    if (lijst === 'indicaties') {
      await doorloop(sessie.bestand.indicaties(filter), taak, 'Indicaties zoeken', (rij) => {
        const product = productVan.get(rij.product);
        if (!product) throw new Dienstfout('ongeldig', `Product ${rij.product} ontbreekt.`);
        neem(rij, basisVanIndicatie(rij, product, uitgangspunten));
      });
    } else await doorloop(sessie.bestand.declaraties(filter), taak, 'Declaraties zoeken', (rij) => neem(rij, basisVanDeclaratie(rij, uitgangspunten)));
    return { totaal, basis: som, rijen };
  },
  async 'rijen.wis'(sessie, { welke }, taak) {
    taak.voortgang(null, welke === 'alles' ? 'Rijen optellen en wissen' : 'Rijen wissen');
    const gemeenten = await wisRijen(sessie.bestand, welke);
    return { ...sessie.stand(), gemeenten };
  },
};
