/** Sheet Afspraken: the text of the beheerafspraken, with the figures of this proposal by formula. */
import { AFSPRAAKTEKSTEN } from '../../models/project/afspraakteksten.ts';
import { AFSPRAKEN, type Verrekening, type VolledigScenario } from '../../models/project/types.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import type { Begrotingblad } from './begroting.ts';
import { max, min } from './formule.ts';
import { getalInvoer, invoercel } from './invoer.ts';
import type { Opzet } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import type { Verdelingblad } from './verdeling.ts';
import { regelsVan, type Celinhoud, type Reeks, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { onderwerp: 'Onderwerp', tekst: 'Afspraak', stand: 'Stand', waarde: ['Cijfer', 'getal'] } as const;
const TEKSTBREEDTE = 92;
const REGELHOOGTE = 13.5;
/** Higher rows than this a spreadsheet does not show. */
const MEESTE_REGELS = 29;
export const NOG_AF_TE_SPREKEN = 'nog af te spreken';

/** What was agreed on a subject, as text; empty if nothing was. */
export function afspraaktekst(waarde: unknown): string {
  if (typeof waarde === 'string') return waarde.trim();
  if (typeof waarde !== 'object' || waarde === null) return waarde === undefined ? '' : String(waarde);
  const { tekst, wijze } = waarde as Verrekening;
  return [tekst, wijze && `Wijze: ${wijze}.`].filter(Boolean).join(' ');
}

function zetVerrekening(s: VolledigScenario, wijziging: Partial<Verrekening>): void {
  const nu = s.afspraken?.verrekening;
  s.afspraken = { ...s.afspraken, verrekening: { ...(typeof nu === 'string' ? { tekst: nu } : (nu as Verrekening | undefined)), ...wijziging } };
}

export function maakAfspraken(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad, verdeling: Verdelingblad, begroting: Begrotingblad) {
  const { scenario, jaren } = opzet;
  const blad = werkmap.jaarblad({
    naam: 'Afspraken', titel: 'Beheerafspraken', uitleg: 'De gele teksten zijn voorstellen om te bespreken en te wijzigen; de cijfers ernaast komen uit deze werkmap.', breedtes: [26, TEKSTBREEDTE, 17, 1, 1, 1, 1, 1, 15], koppen: KOPPEN, vasteKolommen: 1,
  });
  const teksten = blad.sectie('Afspraken', KOPPEN);
  const starts = opzet.arrangementen.map((a) => arrangementen.arrangement(a).cel('start'));
  const bandbreedte = (scenario.afspraken?.verrekening as Verrekening | undefined)?.bandbreedte;
  const cijfer = (onderwerp: (typeof AFSPRAKEN)[number]): Celinhoud | undefined => {
    switch (onderwerp) {
      case 'partijen': return { waarde: opzet.deelnemers.length, formaat: 'geheel' };
      case 'looptijd': return starts.length > 0 ? { formule: min(...starts), formaat: 'datum' } : undefined;
      case 'verrekening': return invoercel(bandbreedte ?? '', 'procent', getalInvoer(0, 1, 'Bandbreedte waarbinnen niet wordt verrekend.'), { plaats: 'Afspraak verrekening: bandbreedte', pas: (s, w) => zetVerrekening(s, w === '' ? {} : { bandbreedte: Number(w) }) });
      case 'vanElders': return uitgangspunten.bijdragePerLeerling && { formule: uitgangspunten.bijdragePerLeerling, formaat: 'euroCent' };
      case 'evaluatie': return starts.length > 0 ? { formule: max(...starts), formaat: 'datum' } : undefined;
      default: return undefined;
    }
  };
  const perJaar = (onderwerp: (typeof AFSPRAKEN)[number]): Reeks | undefined => (onderwerp === 'betaling' ? { formule: begroting.afgerond.totaal.jaar, formaat: 'euro' } : undefined);
  for (const onderwerp of AFSPRAKEN) {
    const afgesproken = afspraaktekst(scenario.afspraken?.[onderwerp]);
    const tekst = afgesproken || AFSPRAAKTEKSTEN[onderwerp].voorstel;
    const waarde = cijfer(onderwerp);
    const rij = teksten.rij({
      onderwerp: { waarde: AFSPRAAKTEKSTEN[onderwerp].onderwerp, nadruk: 'alinea' },
      tekst: { waarde: tekst, nadruk: 'invoerAlinea', invoer: { soort: 'tekst', uitleg: 'De tekst van deze afspraak.', doel: { plaats: `Afspraak ${AFSPRAAKTEKSTEN[onderwerp].onderwerp}`, pas: (s, w) => { if (onderwerp === 'verrekening') zetVerrekening(s, { tekst: String(w) }); else s.afspraken = { ...s.afspraken, [onderwerp]: String(w) }; } } } },
      stand: afgesproken ? 'afgesproken' : NOG_AF_TE_SPREKEN, ...(waarde && { waarde }),
    }, perJaar(onderwerp));
    rij.hoogte = REGELHOOGTE * Math.min(MEESTE_REGELS, regelsVan(tekst, TEKSTBREEDTE)) + 3;
  }

  const scholen = blad.sectie('Scholen', { ...KOPPEN, onderwerp: 'School', tekst: 'Soort en start', waarde: ['Start', 'datum'] });
  for (const a of opzet.arrangementen) scholen.rij({ onderwerp: a.school.naam, tekst: a.school.soort, waarde: arrangementen.arrangement(a).cel('start') });
  const bijdragen = blad.sectie('Bijdragen in hele euro’s', { ...KOPPEN, onderwerp: 'Gemeente', tekst: '', stand: '' }, `Per kalenderjaar, ${jaren[0]} tot en met ${jaren.at(-1)}.`);
  for (const g of verdeling.betalers) bijdragen.rij({ onderwerp: g.gemeente.naam }, { formule: (verdeling.afgerond.get(g) as Rij<string>).jaar, formaat: 'euro' });
  bijdragen.rij({ onderwerp: 'Samen' }, { formule: begroting.afgerond.totaal.jaar, formaat: 'euro' }, 'totaal');
  const indexen = blad.sectie('Indexatie in dit voorstel', { ...KOPPEN, onderwerp: 'Index', tekst: '', stand: '', waarde: '' });
  indexen.rij({ onderwerp: 'Loonindex' }, { formule: uitgangspunten.rente.loon.perJaar.jaar, formaat: 'aandeel' });
  indexen.rij({ onderwerp: 'Prijsindex' }, { formule: uitgangspunten.rente.prijs.perJaar.jaar, formaat: 'aandeel' });
  return { blad };
}
