/** For every method input that fits its description and input that does not. What must be there to run the good ones stands in `Verhaal`. */
import type { Invoer, Methodenaam } from '../../models/contract/methoden.ts';
import type { Uitgangspunten } from '../../models/project/types.ts';

/** What a method may need to exist. */
export interface Verhaal { greep: string; recent: string; import: string }

/** Faulty input, and the place that the answer must name ('' = the input itself). */
type Fout = [invoer: unknown, pad: string];
interface Voorbeeld<N extends Methodenaam> { goed: (verhaal: Verhaal) => Invoer<N>; fout: Fout[] }

const TEVEEL: Fout = [{ teveel: 1 }, 'teveel'];
const GEEN_OBJECT: Fout[] = [['tekst', ''], [[], ''], [null, ''], [3, '']];
const niets = { goed: () => ({}), fout: [TEVEEL, ...GEEN_OBJECT] };

export const UITGANGSPUNTEN: Uitgangspunten = { peildatum: '2027-01-01', begrotingsjaar: 2028, maximaleLooptijd: 36 };
const VERVUILD = JSON.parse('{"__proto__": {"x": 1}}') as unknown;
const diep = (n: number): unknown => (n === 0 ? 1 : { d: diep(n - 1) });

export const VOORBEELDEN: { [N in Methodenaam]: Voorbeeld<N> } = {
  'app.info': niets,
  'instellingen.lees': niets,
  'instellingen.zet': { goed: () => ({ naam: 'thema', waarde: 'donker' }), fout: [[{ naam: 'thema' }, 'waarde'], [{ naam: '', waarde: 1 }, 'naam'], [{ naam: 'a', waarde: VERVUILD }, 'waarde.__proto__'], [{ naam: 'a', waarde: diep(40) }, `waarde${'.d'.repeat(32)}`]] },
  'start.recent': niets,
  'start.vergeet': { goed: () => ({ id: 'is-er-niet' }), fout: [[{}, 'id'], [{ id: 3 }, 'id'], [{ id: '' }, 'id']] },

  'bestand.kies': { goed: () => ({ soort: 'gegevens', meerdere: true }), fout: [[{ soort: 'alles' }, 'soort'], [{ soort: 'project', meerdere: 'ja' }, 'meerdere'], [{}, 'soort']] },
  'bestand.bewaar': { goed: ({ greep }) => ({ greep }), fout: [[{}, 'greep'], [{ greep: { pad: '/etc/passwd' } }, 'greep'], [{ greep: 'a', pad: '/etc/passwd' }, 'pad']] },
  'bestand.bewaarAlle': { goed: ({ greep }) => ({ grepen: [greep], naam: 'Stukken' }), fout: [[{ naam: 'x' }, 'grepen'], [{ grepen: ['a'] }, 'naam'], [{ grepen: ['a'], naam: 'x', map: '/etc' }, 'map']] },
  'bestand.bundel': { goed: ({ greep }) => ({ grepen: [greep], naam: 'Stukken' }), fout: [[{ naam: 'x' }, 'grepen'], [{ grepen: [3], naam: 'x' }, 'grepen[0]']] },
  'bestand.toon': { goed: ({ greep }) => ({ greep, hoe: 'map' }), fout: [[{ greep: 'a' }, 'hoe'], [{ greep: 'a', hoe: 'uitvoeren' }, 'hoe']] },
  'taak.annuleer': { goed: () => ({ taak: 'een-taak' }), fout: [[{}, 'taak'], [{ taak: null }, 'taak']] },

  'project.nieuw': { goed: () => ({ naam: 'Proef', uitgangspunten: UITGANGSPUNTEN }), fout: [[{ naam: 'Proef' }, 'uitgangspunten'], [{ naam: 'x'.repeat(201), uitgangspunten: {} }, 'naam'], [{ naam: 'Proef', uitgangspunten: [] }, 'uitgangspunten'], [{ naam: 'Proef', uitgangspunten: UITGANGSPUNTEN, waar: '/tmp/x' }, 'waar']] },
  'project.open': { goed: ({ recent }) => ({ bron: { soort: 'recent', id: recent } }), fout: [[{}, 'bron'], [{ bron: { soort: 'pad', pad: '/x' } }, 'bron'], [{ bron: { soort: 'bestand', id: 'x' } }, 'bron.id'], [{ bron: { soort: 'recent', id: 'x' }, alleenLezen: 1 }, 'alleenLezen']] },
  'project.openVoorbeeld': niets,
  'project.neemOver': { goed: ({ greep }) => ({ greep }), fout: [[{}, 'greep'], [{ greep: 1 }, 'greep']] },
  'project.opslaanAls': { goed: () => ({ naam: 'Kopie' }), fout: [[{}, 'naam'], [{ naam: '' }, 'naam']] },
  'project.exporteer': { goed: () => ({ als: 'overdraagbaar' }), fout: [[{}, 'als'], [{ als: 'zip' }, 'als']] },
  'project.sluit': niets,
  'project.stand': niets,
  'project.wijzig': {
    goed: () => ({ wijzigingen: [{ soort: 'naam', naam: 'Andere naam' }], omschrijving: 'Naam gewijzigd' }),
    fout: [
      [{ wijzigingen: [] }, 'omschrijving'],
      [{ omschrijving: 'x' }, 'wijzigingen'],
      [{ wijzigingen: [{ soort: 'iets' }], omschrijving: 'x' }, 'wijzigingen[0]'],
      [{ wijzigingen: [{ soort: 'naam', naam: 3 }], omschrijving: 'x' }, 'wijzigingen[0].naam'],
      [{ wijzigingen: [{ soort: 'scholen', lijst: ['a'] }], omschrijving: 'x' }, 'wijzigingen[0].lijst[0]'],
      [{ wijzigingen: [{ soort: 'scholen', lijst: Array.from({ length: 10_001 }, () => ({})) }], omschrijving: 'x' }, 'wijzigingen[0].lijst'],
      [{ wijzigingen: [{ soort: 'indicaties', lijst: [] }], omschrijving: 'x' }, 'wijzigingen[0]'],
      [{ wijzigingen: [{ soort: 'scenario', scenario: { id: 'a', afspraken: VERVUILD } }], omschrijving: 'x' }, 'wijzigingen[0].scenario.afspraken.__proto__'],
      [{ wijzigingen: [], omschrijving: 'x', revisie: 1.5 }, 'revisie'],
    ],
  },
  'project.ongedaan': niets,
  'project.opnieuw': niets,

  'logboek.lijst': { goed: () => ({ aantal: 10 }), fout: [[{}, 'aantal'], [{ aantal: 0 }, 'aantal'], [{ aantal: 501 }, 'aantal'], [{ aantal: 10, voor: 'x' }, 'voor']] },
  'logboek.terugNaar': { goed: () => ({ id: 1 }), fout: [[{}, 'id'], [{ id: '1' }, 'id'], [{ id: -1 }, 'id']] },

  'import.inlezen': { goed: ({ greep }) => ({ bestanden: [greep] }), fout: [[{}, 'bestanden'], [{ bestanden: 'a' }, 'bestanden'], [{ bestanden: [''] }, 'bestanden[0]'], [{ bestanden: ['a'], profiel: [] }, 'profiel'], [{ bestanden: ['a'], wachtwoorden: { a: 'b' } }, 'wachtwoorden'], [{ bestanden: ['a'], wachtwoorden: [{ bestand: 'a', wachtwoord: '' }] }, 'wachtwoorden[0].wachtwoord']] },
  'import.herzie': { goed: (v) => ({ import: v.import, profiel: {} }), fout: [[{ import: 'a' }, 'profiel'], [{ profiel: {} }, 'import'], [{ import: 'a', profiel: {}, wachtwoorden: [{ wachtwoord: 'b' }] }, 'wachtwoorden[0].bestand']] },
  'import.uitvoeren': { goed: (v) => ({ import: v.import }), fout: [[{}, 'import'], [{ import: 'a', bewaarProfiel: '' }, 'bewaarProfiel']] },
  'import.annuleer': { goed: (v) => ({ import: v.import }), fout: [[{}, 'import']] },
  'import.profielen': niets,
  'leveringen.ongedaan': { goed: () => ({ levering: 1 }), fout: [[{}, 'levering'], [{ levering: 0 }, 'levering']] },
  'geweigerd.lijst': { goed: () => ({ vanaf: 0, aantal: 10 }), fout: [[{ aantal: 10 }, 'vanaf'], [{ vanaf: 0, aantal: 1e9 }, 'aantal']] },
  'geweigerd.lees': { goed: () => ({ levering: 1, id: 1 }), fout: [[{ id: 1 }, 'levering'], [{ levering: 1 }, 'id'], [{ levering: 1, id: '1' }, 'id']] },
  'geweigerd.verbeter': { goed: () => ({ levering: 1, rijen: [{ id: 1, waarden: [{ kop: 'Start', waarde: '1-1-2026' }, { kop: 'Kosten per jaar', waarde: 100 }] }] }), fout: [[{ levering: 1 }, 'rijen'], [{ levering: 1, rijen: [{ id: 1 }] }, 'rijen[0].waarden'], [{ levering: 1, rijen: [{ id: 1, waarden: [{ kop: 'Start', waarde: null }] }] }, 'rijen[0].waarden[0].waarde'], [{ levering: 1, rijen: [{ id: 1, waarden: [{ kop: '', waarde: 1 }] }] }, 'rijen[0].waarden[0].kop']] },
  'geweigerd.exporteer': { goed: () => ({}), fout: [[{ levering: 'a' }, 'levering'], TEVEEL] },

  'nulmeting.lees': niets,
  'rijen.lees': { goed: () => ({ lijst: 'indicaties', vanaf: 0, aantal: 5 }), fout: [[{ lijst: 'personen', vanaf: 0, aantal: 5 }, 'lijst'], [{ lijst: 'indicaties', vanaf: -1, aantal: 5 }, 'vanaf'], [{ lijst: 'indicaties', vanaf: 0, aantal: 5, school: {} }, 'school'], [{ lijst: 'indicaties', vanaf: 0, aantal: Number.NaN }, 'aantal']] },

  'publicatie.lees': {
    goed: () => ({ scenarios: ['a'], lezer: 'klankbordgroep' }),
    fout: [
      [{ scenarios: ['a'] }, 'lezer'], [{ scenarios: ['a'], lezer: 'intern' }, 'lezer'], [{ lezer: 'openbaar' }, 'scenarios'], [{ scenarios: ['a', 'b', 'c', 'd', 'e'], lezer: 'openbaar' }, 'scenarios'],
      [{ scenarios: ['a'], lezer: 'openbaar', varianten: ['b'] }, 'varianten[0]'], [{ scenarios: ['a'], lezer: 'openbaar', varianten: Array.from({ length: 9 }, () => ({})) }, 'varianten'],
      [{ scenarios: ['a'], lezer: 'openbaar', eerder: { getoond: [], verborgen: [''], opgerold: { scholen: [], gemeenten: [] } } }, 'eerder.verborgen[0]'],
      [{ scenarios: ['a'], lezer: 'openbaar', drempel: 0 }, 'drempel'],
    ],
  },

  'uitwisselbestand.maak': {
    goed: () => ({ gemeente: 'GM0164', grondslag: 'afspraak', beveiliging: { soort: 'open' } }),
    fout: [
      [{ gemeente: 'GM0164', grondslag: 'afspraak' }, 'beveiliging'], [{ gemeente: 'GM0164', grondslag: 'afspraak', beveiliging: {} }, 'beveiliging'],
      [{ gemeente: 'GM0164', grondslag: 'afspraak', beveiliging: { soort: 'wachtwoord' } }, 'beveiliging.wachtwoord'],
      [{ gemeente: 'GM0164', grondslag: 'afspraak', beveiliging: { soort: 'open', wachtwoord: 'x' } }, 'beveiliging.wachtwoord'],
      [{ gemeente: 'GM0164', beveiliging: { soort: 'open' } }, 'grondslag'], [{ grondslag: 'afspraak', beveiliging: { soort: 'open' } }, 'gemeente'],
      [{ gemeente: 'GM0164', grondslag: 'afspraak', aan: 'de regio', beveiliging: { soort: 'open' } }, 'aan'],
    ],
  },
  'rijen.wis': { goed: () => ({ welke: 'alles' }), fout: [[{}, 'welke'], [{ welke: 'niets' }, 'welke'], [{ welke: 'alles', definitief: true }, 'definitief']] },

  'beslissen.gevoeligheid': { goed: () => ({ scenario: 'a', keuze: { maat: 'jaar', jaar: 2028 } }), fout: [[{}, 'scenario'], [{ scenario: 'a', keuze: { maat: 'ooit' } }, 'keuze.maat'], [{ scenario: 'a', keuze: { jaar: '2028' } }, 'keuze.jaar']] },
  'beslissen.zekerheid': { goed: () => ({ scenario: 'a', zaad: 1, trekkingen: 100, keuze: { maat: 'ncw' } }), fout: [[{ scenario: 'a', zaad: 1, trekkingen: 100, keuze: { maat: 'alles' } }, 'keuze.maat'], [{ scenario: 'a', trekkingen: 100 }, 'zaad'], [{ scenario: 'a', zaad: -1, trekkingen: 100 }, 'zaad'], [{ scenario: 'a', zaad: 1, trekkingen: 1e7 }, 'trekkingen']] },
  'beslissen.omslag': { goed: () => ({ scenario: 'a', school: 'bouwsteen' }), fout: [[{}, 'scenario'], [{ scenario: 'a', opdrachten: [{ invoer: { soort: 'alles' } }] }, 'opdrachten[0].invoer'], [{ scenario: 'a', opdrachten: [{ invoer: { soort: 'veld', pad: '' } }] }, 'opdrachten[0].invoer.pad']] },
  'beslissen.doelzoek': {
    goed: () => ({ scenario: 'a', opdracht: { invoer: { soort: 'parameter', parameter: 'inzetFactor' }, bereik: { van: 0.5, tot: 1.5 } }, doel: 0 }),
    fout: [[{ scenario: 'a', doel: 0 }, 'opdracht'], [{ scenario: 'a', opdracht: { invoer: { soort: 'veld', pad: 'x' }, bereik: { van: null, tot: 1 } }, doel: 0 }, 'opdracht.bereik.van'], [{ scenario: 'a', opdracht: { invoer: { soort: 'veld', pad: 'x' } }, doel: 'veel' }, 'doel']],
  },
  'beslissen.brug': { goed: () => ({ scenario: 'a' }), fout: [[{}, 'scenario']] },
  'beslissen.scenariobrug': { goed: () => ({ scenario: 'a', naar: 'a' }), fout: [[{ scenario: 'a' }, 'naar']] },
  'beslissen.sleutels': { goed: () => ({ scenario: 'a', sleutels: [{ naam: 'leerlingen', sleutel: { leerlingen: 1 } }], grens: 5 }), fout: [[{}, 'scenario'], [{ scenario: 'a', sleutels: [{ naam: 'x', sleutel: 'leerlingen' }] }, 'sleutels[0].sleutel'], [{ scenario: 'a', grens: -1 }, 'grens']] },
  'beslissen.houdbaarheid': { goed: () => ({ scenario: 'a' }), fout: [[{}, 'scenario'], [{ scenario: 'a', vastDeel: 0.5 }, 'vastDeel']] },
  'beslissen.volgorde': { goed: () => ({ scenario: 'a', plafond: 100_000 }), fout: [[{}, 'scenario'], [{ scenario: 'a', plafond: 'laag' }, 'plafond']] },

  'vastgesteld.lijst': niets,
  'vastgesteld.maak': { goed: () => ({ scenario: 'a' }), fout: [[{}, 'scenario']] },
  'vastgesteld.lees': { goed: () => ({ id: 1 }), fout: [[{}, 'id'], [{ id: 2.5 }, 'id']] },

  'voorstel.maak': { goed: () => ({ scenarios: ['a'], lezer: 'intern', grondslag: 'afspraak', datum: '2027-01-01' }), fout: [[{ scenarios: ['a'], datum: '2027-01-01' }, 'lezer'], [{ scenarios: ['a'], lezer: 'iedereen', datum: '2027-01-01' }, 'lezer'], [{ scenarios: ['a'], lezer: 'intern' }, 'datum'], [{ scenarios: ['a', 'b', 'c', 'd', 'e'], lezer: 'intern', datum: '2027-01-01' }, 'scenarios'], [{ scenarios: ['a'], lezer: 'intern', datum: 'vandaag' }, 'datum']] },
  'voorstel.lees': { goed: ({ greep }) => ({ greep }), fout: [[{}, 'greep']] },
  'voorstel.stukken': { goed: () => ({ scenarios: ['a'], lezer: 'intern', grondslag: 'afspraak', datum: '2027-01-01', delen: ['besluit'], als: 'html' }), fout: [[{ scenarios: ['a'], datum: '2027-01-01', delen: ['besluit'], als: 'pdf' }, 'lezer'], [{ scenarios: ['a'], lezer: 'openbaar', datum: '2027-01-01', delen: ['alles'], als: 'pdf' }, 'delen[0]'], [{ scenarios: ['a'], lezer: 'openbaar', datum: '2027-01-01', delen: ['besluit'], als: 'docx' }, 'als'], [{ scenarios: ['a'], lezer: 'openbaar', datum: '2027-01-01', delen: ['besluit'], als: 'pdf', naar: '/tmp' }, 'naar']] },
  'voorstel.bekijk': { goed: () => ({ scenarios: ['a'], lezer: 'intern', grondslag: 'afspraak', datum: '2027-01-01', delen: ['afspraken'] }), fout: [[{ scenarios: ['a'], datum: '2027-01-01', delen: [] }, 'lezer'], [{ scenarios: ['a'], lezer: 'intern', datum: '2027-01-01' }, 'delen']] },

  'reservekopieen.lijst': { goed: () => ({}), fout: [[{ bron: 'x' }, 'bron'], [{ bron: { soort: 'bestand' } }, 'bron.greep']] },
  'reservekopieen.herstel': { goed: () => ({ id: 'is-er-niet' }), fout: [[{}, 'id'], [{ id: 'x', bron: { soort: 'recent' } }, 'bron.id']] },
};
