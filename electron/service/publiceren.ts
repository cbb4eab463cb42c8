/** Calculates scenarios and publishes them for a reader: what goes to a screen and the clipboard. From here on only what may be published goes along (docs/beveiliging.md). */
import type { Uitgave } from '../../models/bescherming/eerder.ts';
import type { EerderePublicatie } from '../../models/bescherming/catalogus.ts';
import type { Beschermingsinstellingen } from '../../models/bescherming/instellingen.ts';
import type { Persoonsaandelen } from '../../models/bescherming/personen.ts';
import { publiceer, type Meld } from '../../models/bescherming/publiceer.ts';
import type { Publicatiecijfers, PubliekeLezer } from '../../models/contract/publicatie.ts';
import type { ProjectZonderRijen } from '../../models/project/types.ts';
import { berekenVoorbereid, type Rekenresultaat } from '../../models/rekenen/bereken.ts';
import type { Voorbereiding } from '../../models/rekenen/types.ts';

export interface Publicatievraag {
  scenarios: readonly string[];
  lezer: PubliekeLezer;
  personen: Persoonsaandelen;
  instellingen: Beschermingsinstellingen;
  eerder?: readonly (EerderePublicatie | Uitgave)[];
}

/**
 * @param project with every scenario that is asked for in it
 * @returns the publication; or faults of the calculation; settings that protect nothing (B01); or (B03) the cells that cannot be kept hidden. Their sentences hold the ranges of hidden figures: they
 * are for who makes the publication, never for who reads it
 */
export async function rekenEnPubliceer(project: ProjectZonderRijen, voorbereiding: Voorbereiding, { scenarios, lezer, personen, instellingen, eerder = [] }: Publicatievraag, meld?: Meld): Promise<Rekenresultaat<{ uitslag: Publicatiecijfers }>> {
  const gerekend = await berekenVoorbereid(project, voorbereiding, { scenarios });
  if (!gerekend.ok) return gerekend;
  const publicatie = await publiceer({ project, voorbereiding, berekening: gerekend.berekening, personen, eerder }, lezer, instellingen, meld);
  if (!publicatie.ok) return publicatie;
  const { tabellen, verslag: { opschrift, toelichting, opgerold, voorVolgende } } = publicatie;
  return { ok: true, uitslag: { lezer, jaren: gerekend.berekening.jaren, tabellen, opschrift, toelichting, opgerold, voorVolgende } };
}
