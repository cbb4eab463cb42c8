/**
 * A scenario as it is in one draw of its uncertain assumptions (docs/beslissen.md): the same scenario with other values in it, to be calculated as any other.
 * This is the definition of what the parameters do; `snel.ts` only does it faster.
 */
import { effectOverigVan, indexenVan, vervangbaarVan } from '../project/standaard.ts';
import type { Arrangement, Datum, Indexen, Inzetregel, Product, Rente, Uitgangspunten, VolledigScenario } from '../project/types.ts';
import { kaderVan, type Kader } from '../rekenen/kader.ts';
import { maandnaam, maandVan } from '../rekenen/maand.ts';
import type { Beslisbasis } from './basis.ts';
import { waardenOp, type Dimensie, type Parameterwaarden } from './parameters.ts';

/** A share held in 0..1. */
export const aandeelGehouden = (x: number): number => Math.max(0, Math.min(1, x));

const EERSTE_MAAND = maandVan('0001-01-01');
const LAATSTE_MAAND = maandVan('9999-12-01');

/** A month later or, with `n` < 0, earlier; held within the calendar. */
export const maandLater = (maand: number, n: number): number => Math.max(EERSTE_MAAND, Math.min(LAATSTE_MAAND, maand + n));
const datumLater = (datum: Datum, n: number): Datum => `${maandnaam(maandLater(maandVan(datum), n))}-01`;

/** A yearly rate moved by `delta`; prices cannot fall below nothing. */
export const rateVerschoven = (rate: number, delta: number): number => Math.max(-1, rate + delta);

function verschoven(rente: Rente | undefined, delta: number): Rente | undefined {
  if (delta === 0) return rente;
  if (rente === undefined || typeof rente === 'number') return rateVerschoven(rente ?? 0, delta);
  return Object.fromEntries(Object.entries(rente).filter(([jaar]) => jaar !== 'herkomst').map(([jaar, rate]) => [jaar, rateVerschoven(rate, delta)]));
}

/** The indexes with the drawn changes of their rates. */
export const indexenGetrokken = (indexen: Indexen, w: Parameterwaarden): Indexen => ({
  prijs: verschoven(indexen.prijs, w.prijsDelta),
  loon: verschoven(indexen.loon, w.loonDelta),
  volume: verschoven(indexen.volume, w.volumeDelta),
  leerlingen: indexen.leerlingen,
});

function regelGetrokken(regel: Inzetregel, w: Parameterwaarden, vertraging: number): Inzetregel {
  const nieuw = { ...regel, bedrag: regel.bedrag * (regel.soort === 'eenmalig' ? w.eenmaligFactor : w.inzetFactor) };
  if (vertraging === 0) return nieuw;
  if (regel.start !== undefined) nieuw.start = datumLater(regel.start, vertraging);
  if (regel.maand !== undefined) nieuw.maand = datumLater(regel.maand, vertraging);
  return nieuw;
}

/** Whether an arrangement that starts in `start` would begin after its own end: then it does not come about. */
export const komtNietTotStand = (start: number, eind: Datum | null | undefined): boolean => eind != null && start > maandVan(eind);

function arrangementGetrokken(a: Arrangement, w: Parameterwaarden, producten: readonly Product[]): Arrangement {
  const start = maandLater(maandVan(a.start), w.startvertraging);
  const overig = effectOverigVan(a);
  const nieuw: Arrangement = {
    ...a,
    start: `${maandnaam(start)}-01`,
    realisatie: aandeelGehouden(a.realisatie * w.realisatieFactor),
    vervangbaar: Object.fromEntries(producten.map((p) => [p.code, aandeelGehouden(vervangbaarVan(a, p) * w.vervangbaarFactor)])),
    inzet: a.inzet.map((regel) => regelGetrokken(regel, w, w.startvertraging)),
    effectOverig: { aandeel: overig.aandeel + w.effectOverigDelta, jaren: overig.jaren },
  };
  // It stays in the agreement, so that keys count its school as before, but does nothing: no month is active, no line is spent, and nothing needs measuring.
  if (komtNietTotStand(start, a.eind)) Object.assign(nieuw, { start: `${maandnaam(maandVan(a.eind as Datum) + 1)}-01`, uitstroom: { wijze: 'omzetten' }, inzet: [] });
  return nieuw;
}

/** A scenario with the starts of its arrangementen and their lines moved by so many months, as `startvertraging` moves them. */
export function scenarioGetrokken(scenario: VolledigScenario, producten: readonly Product[], waarden: (school: string | null) => Parameterwaarden): VolledigScenario {
  const regio = waarden(null);
  return {
    ...scenario,
    arrangementen: scenario.arrangementen.map((a) => arrangementGetrokken(a, waarden(a.school), producten)),
    ...(scenario.regionaal && { regionaal: scenario.regionaal.map((regel) => regelGetrokken(regel, regio, 0)) }),
  };
}

/** The frame of a draw: its indexes and remaining durations, with frames of their own for schools where they differ. */
export function kaderGetrokken(uitgangspunten: Uitgangspunten, indexen: Indexen, scholen: readonly { index: number; waarden: Parameterwaarden }[], regio: Parameterwaarden): Kader {
  const maak = (w: Parameterwaarden): Kader => kaderVan(uitgangspunten, indexenGetrokken(indexen, w), w.uitstroomFactor);
  const kader = maak(regio);
  if (scholen.length > 0) kader.perSchool = new Map(scholen.map(({ index, waarden }) => [index, maak(waarden)]));
  return kader;
}

/** The scenario and the frame of one draw. @param trekking a value per dimension */
export function trek(basis: Beslisbasis, dimensies: readonly Dimensie[], trekking: ArrayLike<number>): { scenario: VolledigScenario; kader: Kader } {
  const { project, gegevens, scenario } = basis;
  const perSchool = dimensies.some(({ geldt }) => geldt.soort === 'plaats');
  const regio = waardenOp(dimensies, trekking, null);
  const bij = new Map(perSchool ? scenario.arrangementen.map(({ school }) => [school, waardenOp(dimensies, trekking, school)]) : []);
  const waarden = (school: string | null): Parameterwaarden => (school === null ? regio : (bij.get(school) ?? regio));
  const scholen = [...bij].map(([school, w]) => ({ index: gegevens.schoolIndex.get(school) as number, waarden: w }));
  return { scenario: scenarioGetrokken(scenario, project.producten, waarden), kader: kaderGetrokken(project.uitgangspunten, indexenVan(project, scenario), scholen, regio) };
}
