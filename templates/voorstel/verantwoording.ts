/** Sheet Verantwoording: what the figures stand on, and what they were made with. */
import type { Opzet, Voorstelgegevens } from './opzet.ts';
import type { Celinhoud, Werkmap } from './werkmap.ts';

/** Between codes of scenarios. */
export const SCHEIDING = ' · ';

export function maakVerantwoording(werkmap: Werkmap, { project, scenario }: Opzet, { verantwoording: v, naast }: Voorstelgegevens) {
  const blad = werkmap.tabelblad({ naam: 'Verantwoording', titel: 'Verantwoording', uitleg: 'Waar de cijfers op rusten en waarmee ze zijn gemaakt.', breedtes: [44, 18, 26, 13, 12, 12, 68], vasteKolommen: 1 });
  const kenmerken = blad.sectie('Kenmerken', { naam: 'Kenmerk', waarde: 'Waarde' });
  const kenmerk = (naam: string, waarde: string | Celinhoud, celnaam?: string): void => {
    const rij = kenmerken.rij({ naam, waarde });
    if (celnaam) werkmap.noemCel(celnaam, rij, 'waarde');
  };
  kenmerk('Project', project.naam);
  kenmerk('Scenario', scenario.naam);
  kenmerk('Code van het scenario', scenario.id, 'ScenarioId');
  kenmerk('Vingerafdruk van gegevens en uitgangspunten', v.vingerafdruk, 'Vingerafdruk');
  kenmerk('Codes van de scenario’s ernaast', naast.map((s) => s.id).join(SCHEIDING), 'ScenariosErnaast');
  kenmerk('Gemaakt met', v.programma, 'GemaaktMet');
  kenmerk('Gemaakt op', v.gemaakt);
  kenmerk('Bestemd voor', v.lezer);
  kenmerk('Grondslag', v.grondslag || 'niet opgegeven');
  kenmerk('Bescherming', 'geen kleine aantallen verborgen: cijfers zijn herleidbaar en vertrouwelijk');

  const leveringen = blad.sectie('Leveringen', { bestand: 'Bestand', soort: 'Soort', gemeente: 'Gemeente', datum: 'Datum', rijen: ['Rijen', 'geheel'], geweigerd: ['Geweigerd', 'geheel'], controlegetal: 'SHA-256 van het bestand' });
  for (const l of v.leveringen) leveringen.rij(l);
  if (v.leveringen.length === 0) leveringen.rij({ bestand: 'Van de leveringen is niets bekend.' });
  const aantallen = blad.sectie('Rijen waarop de berekening rust', { soort: 'Soort', leeg: '', gemeente: 'Gemeente', leeg2: '', rijen: ['Rijen', 'geheel'] });
  for (const a of v.aantallen) aantallen.rij(a);

  blad.sectie('Waarschuwingen', { tekst: 'De berekening gaat door; dit vraagt aandacht.' });
  for (const w of v.waarschuwingen) blad.alinea(`${w.code}: ${w.tekst}`);
  if (v.waarschuwingen.length === 0) blad.alinea('Geen.');
  return { blad };
}
