/** Sheet Uw gemeente: one yellow cell with a CBS code, and the published figures of that gemeente. */
import { add, eq, iff, index, matchExact } from '../voorstel/formule.ts';
import { kolom, perJaar, type Rij, type Werkmap } from '../voorstel/werkmap.ts';
import { MERK, MERKUITLEG } from './gegevens.ts';
import type { PerGemeenteblad } from './per-gemeente.ts';
import type { Berekeningblad } from './berekening.ts';

const KOPPEN = { post: 'Post', waarde: ['Keuze', 'tekst'] } as const;

export function maakUwGemeente(werkmap: Werkmap, gemeenten: PerGemeenteblad, { stand }: Berekeningblad) {
  const blad = werkmap.jaarblad({ naam: 'Uw gemeente', titel: 'Uw gemeente', uitleg: `Kies in de gele cel de CBS-code van uw gemeente. De cijfers zijn vaste waarden van het programma. ${MERKUITLEG}`, breedtes: [56, 1, 1, 1, 1, 1, 1, 1, 18], koppen: KOPPEN, vasteKolommen: 1 });
  const { keuze: codes } = gemeenten;
  if (codes.length === 0) {
    blad.alinea('Geen gemeente staat met eigen cijfers in deze publicatie.');
    return { blad };
  }
  const keuze = blad.sectie('Kies uw gemeente', KOPPEN);
  const rij = keuze.rij({
    post: 'CBS-code van uw gemeente',
    waarde: { waarde: codes[0] as string, formaat: 'tekst', nadruk: 'invoerGroot', invoer: { soort: 'lijst', keuze: codes, uitleg: 'De CBS-code van een gemeente die bijdraagt: GM en vier cijfers.', doel: { plaats: 'Uw gemeente', weergave: true } } },
  });
  rij.hoogte = 24;
  werkmap.noemCel('MijnGemeente', rij, 'waarde');
  const plaats = keuze.rij({ post: 'Plaats in de lijst van gemeenten', waarde: { formule: matchExact(rij.cel('waarde'), gemeenten.codes), formaat: 'nummer', nadruk: 'gedempt' } }, undefined, 'gedempt').cel('waarde');
  keuze.rij({ post: 'Gemeente', waarde: { formule: index(gemeenten.namen, plaats), formaat: 'tekst' } });
  keuze.rij({ post: 'Scholen en regio in deze werkmap', waarde: { formule: stand, formaat: 'tekst' } });
  keuze.rij({ post: 'Leerlingen op alle scholen', waarde: { formule: index(gemeenten.leerlingen, plaats), formaat: 'geheel' } });
  keuze.rij({ post: 'Jeugdigen met jeugdhulp', waarde: { formule: index(gemeenten.jeugdigen, plaats), formaat: 'geheel' } });

  const uitkomst = blad.sectie('Wat het voorstel voor uw begroting betekent', { post: 'Post', waarde: gemeenten.jarenSamen ? ['Alle jaren', 'effect'] : '' }, 'Vaste waarden, ook waar scholen en regio zijn gewijzigd. In euro’s van het jaar zelf. V = voordelig, N = nadelig.');
  const post = (naam: string, bron: readonly Rij<string>[], formaat: 'euro' | 'effect', celnaam: string): Rij<string> => {
    const nieuw = uitkomst.rij({ post: naam, ...(gemeenten.jarenSamen && { waarde: { formule: index(kolom(bron, 'waarde'), plaats), formaat } }) }, { formule: index(perJaar(bron), plaats), formaat }) as unknown as Rij<string>;
    werkmap.noemJaren(celnaam, nieuw);
    return nieuw;
  };
  post('Nulscenario: als er niets verandert', gemeenten.nul, 'euro', 'Mijn_Nul');
  post('Voorstel: bijdrage aan de arrangementen', gemeenten.bijdrage, 'euro', 'Mijn_Bijdrage');
  const effect = post('Effect van het voorstel', gemeenten.effect, 'effect', 'Mijn_Effect');
  uitkomst.rij({ post: 'Effect, opgeteld vanaf het eerste jaar' }, (zelf) => ({ formule: iff(eq(effect.jaar, MERK), MERK, add(zelf.vorigJaar, effect.jaar)), formaat: 'effect' }));
  return { blad };
}
