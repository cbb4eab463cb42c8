/** Sheet Controle: what must hold in every workbook (rekenmodel 9), each OK or the difference, and whether it still says what the program said. */
import type { Berekening, ScenarioUitkomst } from '../../models/rekenen/types.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import type { Begrotingblad } from './begroting.ts';
import type { Berekeningblad } from './berekening.ts';
import type { Collectiefblad } from './collectief.ts';
import { add, eq, iff, lte, max, min, round, sub, sum, sumIfs, type Bereik, type Formule } from './formule.ts';
import { GROEPSOORTEN } from './groepen.ts';
import type { Opzet } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import type { UwGemeenteblad } from './uw-gemeente.ts';
import type { Verdelingblad } from './verdeling.ts';
import { kolom, perJaar, type Rij, type Sectie, type Werkmap } from './werkmap.ts';

const KOPPEN = { naam: 'Controle', uitleg: 'Wat gelijk moet zijn', fout: ['Fouten', 'nummer'], stand: 'Stand', waarde: ['Grootste verschil', 'getal'] } as const;
type Kolom = keyof typeof KOPPEN;

export type Controleblad = ReturnType<typeof maakControle>;

export function maakControle(
  werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad, berekening: Berekeningblad, collectief: Collectiefblad, verdeling: Verdelingblad,
  begroting: Begrotingblad, uwGemeente: UwGemeenteblad, berekend: Pick<Berekening, 'nul'>, uitkomst: ScenarioUitkomst,
) {
  const { speling, decimalen } = uitgangspunten;
  const blad = werkmap.jaarblad({
    naam: 'Controle', titel: 'Controle', uitleg: 'Elke controle is OK of noemt het verschil. Per jaar: het verschil in euro’s.', breedtes: [52, 70, 9, 16, 1, 1, 1, 1, 18], koppen: KOPPEN, vasteKolommen: 1,
  });

  const grootste = (bereik: Bereik): Formule => max(max(bereik), sub(0, min(bereik)));
  const oordeel = (sectie: Sectie<Kolom>, rij: Rij<Kolom>): void => {
    sectie.vul(rij, 'fout', iff(lte(rij.cel('waarde'), speling), 0, 1));
    sectie.vul(rij, 'stand', { formule: iff(eq(rij.cel('fout'), 0), 'OK', 'verschil'), formaat: 'tekst' });
  };
  const wetten = blad.sectie('Wat altijd moet kloppen', KOPPEN);
  const perJaarGelijk = (naam: string, uitleg: string, links: Formule, rechts?: Formule): void => {
    const rij = wetten.rij({ naam, uitleg }, { formule: round(rechts ? sub(links, rechts) : links, decimalen), formaat: 'getal' });
    wetten.vul(rij, 'waarde', grootste(rij.alleJaren));
    oordeel(wetten, rij);
  };
  const eenmaalGelijk = (naam: string, uitleg: string, verschil: Formule): void => {
    const rij = wetten.rij({ naam, uitleg, waarde: round(verschil, decimalen) });
    oordeel(wetten, rij);
  };

  perJaarGelijk('Bijdragen dekken de kosten', 'Som van de bijdragen = deel van gemeenten in alle kostenregels', verdeling.totaal.jaar, collectief.totaal.jaar);
  perJaarGelijk('Hele euro’s tellen op', 'Som van de bijdragen in hele euro’s = afgerond totaal', sum(perJaar([...verdeling.afgerond.values()])), verdeling.afgerondTotaal.jaar);
  if (begroting.scholen.totaal) perJaarGelijk('Effect langs twee wegen', 'Effect over gemeenten = effect over scholen + regio', begroting.effect.totaal.jaar, begroting.scholen.totaal.jaar);
  const vanGemeenten = begroting.dragers.rijen.get('gemeenten');
  if (vanGemeenten) perJaarGelijk('Effect op de drager gemeenten', 'Effect over gemeenten = effect op de drager gemeenten', begroting.effect.totaal.jaar, vanGemeenten.effect.jaar);
  if (berekening.actief.length > 0) {
    const [b, r, i] = [berekening.actief, berekening.vervangen, berekening.blijft].map((rijen) => sum(perJaar(rijen as unknown as Rij<string>[]))) as [Formule, Formule, Formule];
    const verwacht = berekening.overig.length > 0 ? add(sub(b, r), sum(perJaar(berekening.overig as unknown as Rij<string>[]))) : sub(b, r);
    perJaarGelijk('Individuele zorg op scholen met een arrangement', 'I = B − R + O', i, verwacht);
  }
  for (const { soort, samen } of begroting.groepen) perJaarGelijk(`Totalen ${GROEPSOORTEN[soort].titel.toLowerCase()}`, 'Effect over alle groepen = effect', samen.jaar, begroting.effect.totaal.jaar);
  const verschilnummer = kolom(begroting.taakvelden.rijen, 'postnummer');
  perJaarGelijk('Regels per taakveld', 'Som van de verschillen per taakveld = effect', sumIfs(perJaar(begroting.taakvelden.rijen as unknown as Rij<string>[]), [verschilnummer, uitgangspunten.postnummer('verschil')]), begroting.effect.totaal.jaar);
  perJaarGelijk('Uw gemeente', 'Voorstel tot begrotingswijziging = effect van de gekozen gemeente', uwGemeente.samen.jaar, uwGemeente.effect.jaar);
  const mutaties = verdeling.verschuivingen;
  if (mutaties.length > 0) perJaarGelijk('Ingroei verschuift alleen', 'Som van de verschuivingen tussen gemeenten = 0', sum(perJaar(mutaties)));
  for (const [naam, som] of uitgangspunten.gewichtsommen) eenmaalGelijk(`Gewichten: ${naam}`, 'Gewichten van een sleutel tellen op tot 100%', max(sub(som, 1), sub(1, som)));
  for (const [naam, sommen] of [['kostenregels', arrangementen.sommen.regels], ['bestaande arrangementen', arrangementen.sommen.bestaand]] as const) {
    if (sommen) eenmaalGelijk(`Dekking van ${naam}`, 'Aandelen van de dragers tellen op tot 100%', max(sub(max(sommen), 1), sub(1, min(sommen))));
  }
  for (const { naam, aandelen } of arrangementen.eigenVerdelingen) eenmaalGelijk(`Verdeling van het bestaande arrangement van ${naam}`, 'Aandelen van de gemeenten tellen op tot 100%', max(sub(sum(aandelen), 1), sub(1, sum(aandelen))));
  if (berekening.onbekend) eenmaalGelijk('Uitstroom is gemeten', 'Op elke meetdatum liepen indicaties van elk product dat wordt vervangen', berekening.onbekend);
  const totaal = wetten.rij({ naam: 'Alle controles', uitleg: 'Aantal controles dat niet klopt', fout: sum(kolom(wetten.rijen, 'fout')) }, undefined, 'totaal');
  wetten.vul(totaal, 'stand', { formule: iff(eq(totaal.cel('fout'), 0), 'OK', 'let op'), formaat: 'tekst' }, 'totaal');
  werkmap.noemCel('Controle', totaal, 'stand');

  const programma = blad.sectie('Ten opzichte van het programma', { ...KOPPEN, uitleg: 'Wat het programma berekende' }, 'Vaste waarden van het programma. Na een wijziging in de gele cellen staat hier wat die wijziging doet.');
  const vergelijk = (naam: string, bron: Rij<string>, waarden: readonly number[]): void => {
    const vast = programma.rij({ naam: `${naam}, volgens het programma` }, { waarden, formaat: 'euro', nadruk: 'gedempt' });
    const rij = programma.rij({ naam: `${naam}, verschil met deze werkmap` }, { formule: round(sub(bron.jaar, vast.jaar), decimalen), formaat: 'effect' });
    programma.vul(rij, 'waarde', grootste(rij.alleJaren));
    programma.vul(rij, 'fout', iff(lte(rij.cel('waarde'), speling), 0, 1));
    programma.vul(rij, 'stand', { formule: iff(eq(rij.cel('fout'), 0), 'gelijk', 'gewijzigd'), formaat: 'tekst' });
  };
  vergelijk('Nulscenario', begroting.nul.totaal, (uitkomst.nul ?? berekend.nul).perJaar);
  vergelijk('Voorstel', begroting.scenario.totaal, uitkomst.totaal.perJaar);
  for (const g of opzet.deelnemers) vergelijk(`Bijdrage van ${g.gemeente.naam}`, verdeling.bijdragen.get(g) as Rij<string>, uitkomst.bijdragen[g.gemeente.code] as number[]);
  const gewijzigd = programma.rij({ naam: 'Uitgangspunten', fout: sum(kolom(programma.rijen, 'fout')) }, undefined, 'totaal');
  programma.vul(gewijzigd, 'stand', { formule: iff(eq(gewijzigd.cel('fout'), 0), 'ongewijzigd', 'gewijzigd'), formaat: 'tekst' }, 'totaal');

  return { blad, stand: totaal.cel('stand'), gewijzigd: gewijzigd.cel('stand'), wetten: wetten.rijen };
}
