/** Use cases: freezing a scenario, and holding a frozen one against a calculation of today. */
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import type { Voorbereiding } from '../../models/rekenen/types.ts';
import type { Projectbestand, Vastgesteld } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import { uitkomstverschillen } from './uitkomstverschillen.ts';

/**
 * Freezes a scenario with what it is calculated from and its outcome. @param versie of this program
 * @throws Dienstfout `ongeldig`; Opslagfout `onbekend`, `voorbeeld`
 */
export async function stelVast(bestand: Projectbestand, scenario: string, voorbereiding: Voorbereiding, versie: string): Promise<Vastgesteld> {
  const invoer = bestand.teVaststellen(scenario, voorbereiding);
  const uitslag = await berekenVoorbereid(invoer.project, invoer.voorbereiding, { scenarios: [scenario] });
  if (!uitslag.ok) throw new Dienstfout('ongeldig', `Dit scenario kan nog niet worden vastgesteld. ${uitslag.fouten[0]?.tekst ?? ''}`, uitslag.fouten);
  return bestand.leesVastgesteld(bestand.stelVast(scenario, invoer, uitslag.berekening, versie));
}

/** A frozen scenario, and each difference with what it calculates to now, in words. @throws Opslagfout `onbekend` */
export async function houdTegenHetLicht(bestand: Projectbestand, id: number): Promise<{ vastgesteld: Vastgesteld; verschillen: string[] }> {
  const vastgesteld = bestand.leesVastgesteld(id);
  const { project, voorbereiding } = vastgesteld.invoer;
  const nu = await berekenVoorbereid(project, voorbereiding, { scenarios: [vastgesteld.scenario] });
  const verschillen = [
    ...(vastgesteld.ongeschonden ? [] : ['De vingerafdruk klopt niet met de inhoud: het bestand is beschadigd of buiten het programma om gewijzigd.']),
    ...(nu.ok ? uitkomstverschillen(vastgesteld.uitkomst, nu.berekening) : nu.fouten.map(({ tekst }) => tekst)),
  ];
  return { vastgesteld, verschillen };
}
