/**
 * What a reader knows of an export that went out (docs/beveiliging.md): sums of unknowns, by name and with the coefficients of the assumptions of then, and what
 * had to stay uncertain. It is kept with the export, so that a next one with other assumptions, scenarios or years is held against both together.
 */
import { relatiesVan, vragenVan } from './audit.ts';
import { richting, waardeVan } from './termen.ts';
import type { Doel, Onbekende, Publicatie, Relatie, Termen } from './types.ts';

/** Of one export, without what exports before it told already. Hidden figures: kept in the project file only. */
export interface Lezerskennis {
  /** With their true values then. */
  onbekenden: Onbekende[];
  /** Sums that are known; by index in `onbekenden`. */
  relaties: Termen[];
  vragen: { naam: string; soort: 'aantal' | 'bedrag'; termen: Termen; paar?: { school: string; gemeente: string } }[];
}

/** More equations of earlier exports than this are not searched: then nothing more goes out. */
export const MEESTE_EERDER = 6000;

/** @param p as it goes out; @param eerder what earlier exports told, over the unknowns of `p` */
export function lezerskennisVan(p: Publicatie, verborgen: ReadonlySet<number>, eerder: Eerderekennis): Lezerskennis {
  const plekken = new Map<number, number>();
  const onbekenden: Onbekende[] = [];
  const bewaard = ({ plek, coef }: Termen): Termen => ({
    plek: plek.map((i) => {
      let nr = plekken.get(i);
      if (nr === undefined) plekken.set(i, (nr = onbekenden.push(p.onbekenden[i] as Onbekende) - 1));
      return nr;
    }),
    coef,
  });
  const bekend = new Set(eerder.relaties.map(({ termen }) => richting(termen)));
  const gevraagd = new Set(eerder.doelen.map(({ soort, termen }) => `${soort} ${richting(termen)}`));
  return {
    relaties: relatiesVan(p, verborgen).filter(({ termen }) => !bekend.has(richting(termen))).map(({ termen }) => bewaard(termen)),
    vragen: vragenVan(p, verborgen).filter(({ soort, termen }) => !gevraagd.has(`${soort} ${richting(termen)}`)).map(({ naam, soort, termen, paar }) => ({ naam, soort, termen: bewaard(termen), ...(paar && { paar: { school: paar.school, gemeente: paar.gemeente } }) })),
    onbekenden,
  };
}

/** What exports before this one told, over the unknowns of this one and those that were other then. */
export interface Eerderekennis { relaties: Relatie[]; doelen: (Omit<Doel, 'paar' | 'buurt'> & { paar?: { school: string; gemeente: string } })[] }
export const NIETS_EERDER: Eerderekennis = { relaties: [], doelen: [] };

/** Amounts below half a cent are nothing. */
const NIETS = 0.005;

/**
 * Takes up what earlier exports told. An unknown that has the same value as then is the same; where all of a product changed by one factor (another price or
 * use), the reader is taken to know that factor; what changed otherwise is an unknown of its own. What does not hang together with this export is left out.
 * @param onbekenden of this export; those that were other then are added
 */
export function neemEerderOp(eerder: readonly Lezerskennis[], onbekenden: Onbekende[]): Eerderekennis {
  const nu = onbekenden.length;
  const plekVan = new Map(onbekenden.map(({ naam }, i) => [naam, i]));
  const toen = new Map<string, number>();
  const uit: Eerderekennis = { relaties: [], doelen: [] };
  const gezien = new Set<string>();
  for (const kennis of eerder) {
    const factoren = factorenVan(kennis.onbekenden, onbekenden, plekVan);
    const naar = kennis.onbekenden.map((onbekende): readonly [plek: number, factor: number] => {
      const plek = plekVan.get(onbekende.naam);
      if (plek !== undefined) {
        if (gelijk(onbekende, onbekenden[plek] as Onbekende)) return [plek, 1];
        const factor = onbekende.soort === undefined ? undefined : factoren.get(onbekende.soort);
        if (factor !== undefined) return [plek, factor];
      }
      const code = `${onbekende.naam}@${onbekende.waarde.toFixed(3)}`;
      let ander = toen.get(code);
      if (ander === undefined) toen.set(code, (ander = onbekenden.push({ ...onbekende, naam: code }) - 1));
      return [ander, 1];
    });
    const vertaal = ({ plek, coef }: Termen): Termen => ({ plek: plek.map((i) => (naar[i] as readonly [number, number])[0]), coef: coef.map((c, k) => c * (naar[plek[k] as number] as readonly [number, number])[1]) });
    const neem = (code: string): boolean => !gezien.has(code) && !!gezien.add(code);
    for (const relatie of kennis.relaties) {
      const termen = opVolgorde(vertaal(relatie));
      if (neem(richting(termen))) uit.relaties.push({ termen, waarde: waardeVan(termen, onbekenden) });
    }
    for (const { termen: oud, ...vraag } of kennis.vragen) {
      const termen = opVolgorde(vertaal(oud));
      if (neem(`${vraag.soort} ${richting(termen)}`)) uit.doelen.push({ ...vraag, termen, waarde: waardeVan(termen, onbekenden) });
    }
  }
  return watSamenhangt(uit, nu);
}

/** In the order of the unknowns, as every sum is (`somVan`). */
function opVolgorde({ plek, coef }: Termen): Termen {
  const orde = [...plek.keys()].sort((a, b) => (plek[a] as number) - (plek[b] as number));
  return { plek: orde.map((i) => plek[i] as number), coef: orde.map((i) => coef[i] as number) };
}

const gelijk = (a: Onbekende, b: Onbekende): boolean => Math.abs(a.waarde - b.waarde) <= (a.hulp ? 1e-9 * Math.max(1, Math.abs(b.waarde)) : NIETS);

/** By what an earlier value of each kind is a multiple of the present one, where that is the same for all of them. */
function factorenVan(oud: readonly Onbekende[], nu: readonly Onbekende[], plekVan: ReadonlyMap<string, number>): Map<string, number> {
  const verhoudingen = new Map<string, number[]>();
  for (const { naam, soort, waarde } of oud) {
    const plek = plekVan.get(naam);
    if (soort === undefined || plek === undefined) continue;
    const nieuw = (nu[plek] as Onbekende).waarde;
    if (Math.abs(nieuw) <= NIETS && Math.abs(waarde) <= NIETS) continue;
    const lijst = verhoudingen.get(soort);
    if (lijst) lijst.push(waarde / nieuw);
    else verhoudingen.set(soort, [waarde / nieuw]);
  }
  return new Map([...verhoudingen].flatMap(([soort, lijst]) => {
    const [eerste] = lijst as [number];
    return lijst.length > 1 && Number.isFinite(eerste) && eerste > 0 && lijst.every((v) => Math.abs(v - eerste) <= 1e-9 * eerste) ? [[soort, eerste] as const] : [];
  }));
}

/** Only what hangs together with the first so many unknowns, directly or through others. */
function watSamenhangt({ relaties, doelen }: Eerderekennis, aantal: number): Eerderekennis {
  const erbij = new Set<number>();
  const raakt = (termen: Termen): boolean => termen.plek.some((plek) => plek < aantal || erbij.has(plek));
  let rest = relaties;
  const houd: Relatie[] = [];
  for (let verder = true; verder; ) {
    verder = false;
    const over: Relatie[] = [];
    for (const relatie of rest) {
      if (!raakt(relatie.termen)) {
        over.push(relatie);
        continue;
      }
      houd.push(relatie);
      for (const plek of relatie.termen.plek) if (plek >= aantal) erbij.add(plek);
      verder = true;
    }
    rest = over;
  }
  return { relaties: houd, doelen: doelen.filter(({ termen }) => raakt(termen)) };
}
