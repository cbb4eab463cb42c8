/** Sheet Collectief: what the lines of the arrangements and of the region cost, per year and per bearer (rekenmodel 5). */
import { indexVanRegel } from '../../models/project/standaard.ts';
import { REGELSOORTTEKST, type Arrangementenblad } from './arrangementen.ts';
import type { Berekeningblad } from './berekening.ts';
import { min, mul, sub, sum, sumIfs, sumProduct } from './formule.ts';
import { maandenInJaar } from './kalender.ts';
import type { Nulscenarioblad } from './nulscenario.ts';
import type { Arrangementopzet, Drageropzet, Opzet, Regelopzet } from './opzet.ts';
import { beginVanRegel, jaarbedragVanRegel, kostenVanRegel, naRegel, type Looptijdcellen } from './regelkosten.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import { kolom, perJaar, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { school: 'School', code: 'Regel', omschrijving: 'Omschrijving', soort: 'Soort', index: 'Index', a: '', b: '', c: '', waarde: ['Per jaar', 'euro'] } as const;

export type Collectiefblad = ReturnType<typeof maakCollectief>;

export function maakCollectief(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad, nulscenario: Nulscenarioblad, berekening: Berekeningblad) {
  const { maandenPerJaar } = uitgangspunten;
  const { tijd, index } = nulscenario;
  const blad = werkmap.jaarblad({
    naam: 'Collectief', titel: 'Collectief', uitleg: 'Wat de inzet op de scholen en in de regio kost, per kostenregel en per drager, in euro’s van het jaar zelf.',
    breedtes: [30, 8, 36, 13, 10, 10, 10, 1, 13], koppen: KOPPEN, vasteKolommen: 3,
  });
  const { regels } = opzet;
  const school = (r: Regelopzet): string => r.arrangement?.school.naam ?? 'Regio';
  const labels = (r: Regelopzet) => ({ school: school(r), code: r.code, omschrijving: r.regel.omschrijving, soort: REGELSOORTTEKST[r.regel.soort] });
  const looptijdcellen = (a: Arrangementopzet): Looptijdcellen => ({ begin: berekening.looptijd(a).cel('begin'), na: berekening.looptijd(a).cel('na') });
  const rijVan = <R>(rijen: readonly R[], r: Regelopzet): R => rijen[regels.indexOf(r)] as R;

  const leerlinglijst = blad.sectie('Leerlingen die van het arrangement gebruikmaken', { school: 'School', a: '', b: '', c: '', d: '', e: '', zonder: ['Zonder toegang', 'geheel'], f: '', waarde: ['Leerlingen', 'geheel'] }, 'Zonder toegang: leerlingen van gemeenten die niet meedoen.');
  const leerlingen = (naam: string, bron: ReturnType<Uitgangspuntenblad['leerlingenAanSchool']>) =>
    leerlinglijst.rij({ school: naam, waarde: sumProduct(bron.aantal, bron.inbegrepen), zonder: (zelf) => sub(sum(bron.aantal), zelf.cel('waarde')) });
  const perSchool = opzet.arrangementen.map((a) => leerlingen(a.school.naam, uitgangspunten.leerlingenAanSchool(a.schoolnummer)));
  const alleScholen = opzet.arrangementen.length === 0 ? undefined : leerlingen('Alle scholen met een arrangement', uitgangspunten.leerlingenMetArrangement());

  if (regels.length === 0) {
    const leeg = blad.sectie('Kostenregels', KOPPEN, 'Dit scenario heeft geen kostenregels.');
    const nul = (naam: string): Rij<string> => leeg.rij({ school: naam }, { waarden: opzet.jaren.map(() => 0), formaat: 'euro' }, 'totaal');
    return { blad, regels: undefined, totaal: nul('Deel van gemeenten'), eenmalig: nul('Waarvan eenmalig'), vanSchool: () => undefined, regionaal: undefined, vanDrager: () => undefined, eersteMaand: undefined, zonderToegang: perSchool };
  }

  const maandlijst = blad.sectie('Actieve maanden per jaar', { school: 'School', code: 'Regel', omschrijving: 'Omschrijving', soort: 'Soort', leeg: '', begin: ['Begin', 'nummer'], na: ['Na eind', 'nummer'] }, 'Begin en eind: volgnummers in de kalender. Een eenmalige regel telt in één maand.');
  const maanden = regels.map((r) => {
    const rij = arrangementen.regel(r);
    const looptijd = r.arrangement && looptijdcellen(r.arrangement);
    return maandlijst.rij({
      ...labels(r), begin: beginVanRegel(uitgangspunten, (naam) => rij.cel(naam), looptijd, tijd.begin.inPeriode(0)), na: (zelf) => naRegel(uitgangspunten, r.regel, (naam) => rij.cel(naam), zelf.cel('begin'), looptijd),
    }, (zelf) => ({ formule: maandenInJaar(tijd, [zelf.cel('begin')], [zelf.cel('na')]), formaat: 'nummer' }));
  });

  const kostenlijst = blad.sectie('Kosten per regel', KOPPEN, 'Per jaar: het bedrag van een vol jaar (eenmalig: in totaal) op prijspeil.');
  const kosten = regels.map((r) => {
    const rij = arrangementen.regel(r);
    const leerlingental = (r.arrangement ? perSchool[r.arrangement.nummer - 1] : alleScholen)?.cel('waarde') ?? 0;
    return kostenlijst.rij({ ...labels(r), index: indexVanRegel(r.regel), waarde: jaarbedragVanRegel(r.regel, (naam) => rij.cel(naam), leerlingental) },
      (zelf) => ({ formule: kostenVanRegel(r.regel, zelf.cel('waarde'), rijVan(maanden, r), index, maandenPerJaar), formaat: 'euro' }));
  });

  const deellijst = blad.sectie('Deel van gemeenten', { school: 'School', code: 'Regel', omschrijving: 'Omschrijving', soort: 'Soort', schoolnummer: ['School nr', 'nummer'], eenmalig: ['Eenmalig', 'jaNee'], pool: ['Pool nr', 'nummer'], leeg: '', waarde: ['Aandeel', 'procent'] });
  const deel = regels.map((r) => deellijst.rij(
    { ...labels(r), schoolnummer: r.arrangement?.schoolnummer ?? 0, eenmalig: r.regel.soort === 'eenmalig' ? 1 : 0, pool: r.pool.nummer, waarde: arrangementen.regelaandeel(r, 1) },
    (zelf) => ({ formule: mul(zelf.cel('waarde'), rijVan(kosten, r).jaar), formaat: 'euro' }),
  ));

  const totaallijst = blad.sectie('Deel van gemeenten per school', { school: 'School' });
  const som = (naam: string, eigen: readonly Regelopzet[]): Rij<string> | undefined => (eigen.length === 0 ? undefined : totaallijst.rij({ school: naam }, { formule: sum(perJaar(eigen.map((r) => rijVan(deel, r)))), formaat: 'euro' }));
  const vanSchool = new Map(opzet.arrangementen.map((a) => [a, som(a.school.naam, regels.filter((r) => r.arrangement === a))]));
  const regionaal = som('Regio', regels.filter((r) => !r.arrangement));
  const totaal: Rij<string> = totaallijst.rij({ school: 'Deel van gemeenten' }, { formule: sum(perJaar(deel)), formaat: 'euro' }, 'totaal');
  const eenmalig: Rij<string> = totaallijst.rij({ school: 'Waarvan eenmalig (incidenteel)' }, { formule: sumIfs(perJaar(deel), [kolom(deel, 'eenmalig'), 1]), formaat: 'euro' });

  const dragerlijst = blad.sectie('Kosten per drager', { school: 'Drager', code: '', omschrijving: '' });
  const vanDrager = new Map(opzet.dragers.map((d) => {
    const dekking = arrangementen.dekking(d.nummer);
    const rij: Rij<string> = dragerlijst.rij({ school: d.naam, omschrijving: 'Totaal' }, { formule: sumProduct(dekking, perJaar(kosten)), formaat: 'euro' });
    dragerlijst.rij({ school: d.naam, omschrijving: 'Waarvan eenmalig' }, { formule: sumProduct(dekking, perJaar(kosten), kolom(deel, 'eenmalig')), formaat: 'euro', nadruk: 'gedempt' });
    return [d, rij];
  }));

  return {
    blad,
    /** Gemeenten part of each line, with the numbers of school and pool and whether it is one-off. */
    regels: deel,
    totaal, eenmalig, regionaal,
    /** First month of the calendar in which a line costs something. */
    eersteMaand: min(kolom(maanden, 'begin')),
    vanSchool: (a: Arrangementopzet) => vanSchool.get(a),
    vanDrager: (d: Drageropzet) => vanDrager.get(d),
    zonderToegang: perSchool,
  };
}
