/** Use case: erasing rows about persons for good, while what was prepared from them stays (import.md, Deliveries). */
import type { Projectbestand } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import { foutenVan, blokkeertVoorbereiding } from './stand.ts';
import { bronVanBestand, samenvattingVan } from './uitwisselen.ts';

/**
 * @param welke `alles`: aggregaten take the place of the rows; `vervangen`: only rows of deliveries that were replaced or undone
 * @returns gemeenten that now have an aggregaat instead of rows
 * @throws Dienstfout `ongeldig` while aggregaten cannot be made; Opslagfout
 */
export async function wisRijen(bestand: Projectbestand, welke: 'alles' | 'vervangen'): Promise<string[]> {
  if (welke === 'vervangen') {
    await bestand.wis('vervangen');
    return [];
  }
  const fouten = foutenVan(bestand.projectZonderRijen(), bestand).filter(blokkeertVoorbereiding);
  if (fouten.length > 0) throw new Dienstfout('ongeldig', `De rijen kunnen nog niet worden gewist, omdat er geen aggregaten van te maken zijn. ${fouten[0]?.tekst ?? ''}`, fouten);
  const bron = bronVanBestand(bestand);
  const gemeenten = bestand.gemeentenMetRijen();
  await bestand.wis('alles', gemeenten.flatMap((gemeente) => {
    const samenvatting = samenvattingVan(bron, gemeente);
    return samenvatting ? [{ ...samenvatting.aggregaat, spreiding: samenvatting.spreiding }] : [];
  }));
  return gemeenten;
}
