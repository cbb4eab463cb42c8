/** The settings of protection as this user chose them. What would protect nothing is passed on as it is: publishing refuses it (B01), it never becomes a default in silence. */
import { STANDAARDBESCHERMING, type Beschermingsinstellingen } from '../../models/bescherming/instellingen.ts';
import { BESCHERMINGSNAAM, type Beschermingskeuze } from '../../models/contract/bescherming.ts';
import { leesInstellingen } from './instellingen.ts';

export function beschermingVan(gegevensmap: string): Beschermingsinstellingen {
  const gekozen = leesInstellingen(gegevensmap);
  const keuzen = (Object.keys(BESCHERMINGSNAAM) as Beschermingskeuze[]).filter((naam) => BESCHERMINGSNAAM[naam] in gekozen);
  return { ...STANDAARDBESCHERMING, ...Object.fromEntries(keuzen.map((naam) => [naam, Number(gekozen[BESCHERMINGSNAAM[naam]])])) };
}
