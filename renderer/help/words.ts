/** How the codes of the rekenmodel read on screen. */
import type { Arrangement, Bronvermelding, Dekking, Inzetregel, NietDeelnemers, OnzekereParameter, Schoolsoort, Sleutel, Sleutelvariabele, Uitstroomwijze } from '../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';
import { INGEBOUWDE_DRAGERS } from '../../models/project/types.ts';
import { isFormule } from '../../models/project/standaard.ts';
import { formatShare } from '../format/number.ts';

const DRAGERS: Record<string, string> = {
  gemeenten: 'gemeenten', samenwerkingsverband: 'samenwerkingsverband', onderwijs: 'onderwijs', zorgverzekeraar: 'zorgverzekeraar', zorgkantoor: 'zorgkantoor', rijk: 'rijk',
};
export const dragerNaam = (project: Pick<ProjectZonderRijen, 'dragers'>, code: string): string => DRAGERS[code] ?? project.dragers?.find((d) => d.code === code)?.naam ?? code;

/** The codes of all bearers of cost: the built-in ones and the project's own. */
export const dragersVan = (project: Pick<ProjectZonderRijen, 'dragers'>): string[] => [...INGEBOUWDE_DRAGERS, ...(project.dragers ?? []).map((d) => d.code)];

export const VARIABELEN: Record<Sleutelvariabele, string> = {
  leerlingen: 'leerlingen', jeugdigen: 'jeugdigen met jeugdhulp', kosten: 'huidige kosten (profijt)', inwoners: 'inwoners', inwonersJeugd: 'inwoners 0–17 jaar', gelijk: 'gelijke delen',
};
export function sleutelWoorden(sleutel: Sleutel): string {
  if (isFormule(sleutel)) return `formule ${sleutel.formule}`;
  const parts = Object.entries(sleutel).filter(([key, weight]) => key !== 'herkomst' && weight !== 0) as [Sleutelvariabele, number][];
  return parts.length === 1 && parts[0] ? VARIABELEN[parts[0][0]] : parts.map(([key, weight]) => `${formatShare(weight)} ${VARIABELEN[key]}`).join(' + ');
}

export const SOORT: Record<string, string> = { gemeenten: 'Gemeenten', scholen: 'Scholen', producten: 'Producten', koppeltabel: 'Koppeltabel', tarieven: 'Tarieven', leerlingen: 'Leerlingen', indicaties: 'Indicaties', declaraties: 'Declaraties', aggregaten: 'Uitwisselbestand' };

export const REGELSOORT: Record<Inzetregel['soort'], string> = { fte: 'Fte', perLeerling: 'Per leerling', vast: 'Vast per jaar', eenmalig: 'Eenmalig' };
export const INDEXWOORD: Record<NonNullable<Inzetregel['index']>, string> = { loon: 'loon', prijs: 'prijs', geen: 'geen' };
export const ARRANGEMENTSOORT: Record<NonNullable<Arrangement['soort']>, string> = { collectief: 'Collectief', schakel: 'Schakel', interprofessioneel: 'Interprofessioneel', toekomstplan: 'Toekomstplan' };
export const SCHOOLSOORT: Record<Schoolsoort, string> = { SBO: 'SBO', SO: 'SO', VSO: 'VSO', SOVSO: 'SO/VSO', PRO: 'PRO', REGULIER: 'Regulier' };
export const NIETDEELNEMERS: Record<NietDeelnemers, string> = { individueel: 'Individueel: geen toegang', gastvrij: 'Gastvrij: wel toegang, geen bijdrage', bijdragePerLeerling: 'Toegang tegen een bijdrage per leerling' };
/** What can be uncertain, as the head of a row. */
export const ONZEKER: Record<OnzekereParameter, string> = {
  realisatieFactor: 'Realisatie', vervangbaarFactor: 'Vervangbaar deel', inzetFactor: 'Kosten van de inzet', eenmaligFactor: 'Eenmalige kosten', startvertraging: 'Startvertraging',
  uitstroomFactor: 'Duur van indicaties', volumeDelta: 'Volumegroei', prijsDelta: 'Prijsindex', loonDelta: 'Loonindex', effectOverigDelta: 'Overige zorg',
};

export function uitstroomWoorden(u: Uitstroomwijze): string {
  if (u.wijze === 'omzetten') return 'omzetten (direct)';
  return u.wijze === 'lineair' ? `lineair in ${u.maanden} maanden` : 'uitdienen (zoals gemeten)';
}

export function dekkingWoorden(project: Pick<ProjectZonderRijen, 'dragers'>, dekking: Dekking | undefined): string {
  const parts = Object.entries(dekking ?? { gemeenten: 1 }).filter(([key]) => key !== 'herkomst');
  return parts.length === 1 && parts[0] ? dragerNaam(project, parts[0][0]) : parts.map(([code, share]) => `${formatShare(share)} ${dragerNaam(project, code)}`).join(', ');
}

export const isVoorbeeld = (source: Bronvermelding | undefined): boolean => source?.status === 'voorbeeld';
