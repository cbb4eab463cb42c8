/**
 * Sheet Berekening: how schools and region follow the assumptions (docs/beveiliging.md). What a school releases is not published per product or gemeente, but its
 * sum per year is what the cost lines, which are public, leave of the published effect. That sum moves along with realisatie, start and indexes; the cost lines
 * are calculated anew. So nothing stands here that is not in the publication, the assumptions or the cost lines, or made of them.
 */
import { GEMEENTEN } from '../../models/project/standaard.ts';
import { INDEXEN, type IndexNaam } from '../../models/project/types.ts';
import { add, div, eq, gt, iff, index, matchExact, max, min, mul, round, sub, sum, sumIfs, type Celverwijzing, type Formule } from '../voorstel/formule.ts';
import { indexcijfer } from '../voorstel/indexcijfer.ts';
import { maakTijdrijen, maandenInJaar, maandenSindsStart, naKalender, naMaand, volgnummer, volgnummerOf } from '../voorstel/kalender.ts';
import { beginVanRegel, jaarbedragVanRegel, kostenVanRegel, naRegel } from '../voorstel/regelkosten.ts';
import { kolom, perJaar, type Reeks, type Rij, type Werkmap } from '../voorstel/werkmap.ts';
import type { Arrangementenblad, Arrangementopzet, Regelopzet } from './arrangementen.ts';
import type { Catalogus } from './gegevens.ts';
import type { Gepubliceerd, Gepubliceerdblad } from './gepubliceerd.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';

const KOPPEN = { post: 'Post', school: 'School', omschrijving: 'Omschrijving', begin: ['Begin', 'nummer'], na: ['Na eind', 'nummer'], groep: ['Groep nr', 'nummer'], waarde: ['Waarde', 'getal'] } as const;
type Kolom = keyof typeof KOPPEN;
type Berekenrij = Rij<Kolom>;
const INDEXNAAM: Record<IndexNaam, string> = { prijs: 'Prijzen', loon: 'Lonen', volume: 'Volume', leerlingen: 'Leerlingen' };

export type Berekeningblad = ReturnType<typeof maakBerekening>;
const labels = (r: Regelopzet, post: string) => ({ post, school: r.school?.naam ?? 'Regio', omschrijving: r.regel.omschrijving });
const factor = (formule: Formule): Reeks => ({ formule, formaat: 'factor' });
/** An index figure now, and as it was published. */
interface Indexrij { nu: Berekenrij; toen: Berekenrij }

export function maakBerekening(werkmap: Werkmap, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad, gepubliceerd: Gepubliceerdblad, catalogus: Catalogus) {
  const { rente, prijspeil, maandenPerJaar, speling, decimalen } = uitgangspunten;
  const { jaren } = werkmap.opzet;
  const blad = werkmap.jaarblad({
    naam: 'Berekening', titel: 'Berekening', uitleg: 'Hoe de cijfers van scholen en regio de uitgangspunten volgen: wat gepubliceerd is, en wat de gele cellen daaraan veranderen.',
    breedtes: [44, 32, 34, 9, 9, 9, 1, 1, 18], koppen: KOPPEN, vasteKolommen: 2,
  });
  /** What a row was when it was published: the same, as values. */
  const bijPublicatie = (lijst: { rij: typeof tijdlijst.rij }, rij: Berekenrij): Berekenrij => lijst.rij(
    { post: `${String(rij.cellen[1]?.waarde)}, bij publicatie`, school: String(rij.cellen[2]?.waarde ?? ''), waarde: { waarde: rij.waardeIn(9), formaat: 'getal' } },
    { waarden: jaren.map((_, y) => rij.waardeIn(10 + y)), formaat: rij.reeks?.stijl.endsWith('.factor') ? 'factor' : rij.reeks?.stijl.endsWith('.nummer') ? 'nummer' : 'euro' }, 'gedempt');

  const tijdlijst = blad.sectie<Kolom>('Tijd en indexcijfers', KOPPEN, 'Indexcijfer: prijspeil = 1. Bij publicatie: vaste waarden.');
  const tijd = maakTijdrijen((post, reeks) => tijdlijst.rij({ post }, reeks) as unknown as Rij<string>, werkmap.jaren, uitgangspunten, maandenPerJaar);
  const cijfer = Object.fromEntries(INDEXEN.map((naam) => {
    const { begin, reeks } = indexcijfer(rente[naam], werkmap.jaren, prijspeil);
    return [naam, tijdlijst.rij({ post: INDEXNAAM[naam], waarde: begin }, (zelf) => reeks(zelf as unknown as Rij<string>))];
  })) as Record<IndexNaam, Berekenrij>;
  const volgorde = tijdlijst.rij({ post: 'Jaar van de publicatie' }, { formule: add(sub(werkmap.jaren.jaar, werkmap.jaren.inPeriode(0)), 1), formaat: 'nummer' });
  const metPublicatie = (nu: Berekenrij): Indexrij => ({ nu, toen: bijPublicatie(tijdlijst, nu) });
  const productindex = {
    prijs: metPublicatie(tijdlijst.rij({ post: 'Prijzen × volume' }, factor(mul(cijfer.prijs.jaar, cijfer.volume.jaar)))),
    loon: metPublicatie(tijdlijst.rij({ post: 'Lonen × volume' }, factor(mul(cijfer.loon.jaar, cijfer.volume.jaar)))),
  };
  const loon = metPublicatie(cijfer.loon);

  /** The index of the products that meet `mee`; of prices and wages together weighed by what they are in the region. */
  const indexVan = (naam: string, bedrag: 'waarde' | 'gewicht', kolomnaam: 'drager' | 'categorie', nummer: Celverwijzing | undefined, mee: (p: Gepubliceerdblad['producten'][number]['aanname']) => boolean): Indexrij => {
    const soorten = new Set(gepubliceerd.producten.filter(({ aanname }) => mee(aanname)).map(({ aanname }) => aanname.index));
    if (soorten.size < 2 || !nummer) return productindex[soorten.has('loon') ? 'loon' : 'prijs'];
    const lijst = gepubliceerd.producten.map((p) => p.rij);
    const met = [kolom(lijst, kolomnaam), nummer] as const;
    const alle = tijdlijst.rij({ post: `${naam}: gewicht van alle producten`, waarde: { formule: sumIfs(kolom(lijst, bedrag), met), formaat: 'euro' } });
    const aandeel = tijdlijst.rij({ post: `${naam}: deel met de loonindex`, waarde: { formule: iff(eq(alle.cel('waarde'), 0), 0, div(sumIfs(kolom(lijst, bedrag), met, [kolom(lijst, 'loon'), 1]), alle.cel('waarde'))), formaat: 'procent' } }).cel('waarde');
    return metPublicatie(tijdlijst.rij({ post: `${naam}: lonen en prijzen samen × volume` }, factor(add(mul(sub(1, aandeel), productindex.prijs.nu.jaar), mul(aandeel, productindex.loon.nu.jaar)))));
  };
  const verhouding = ({ nu, toen }: Indexrij): Formule => div(nu.jaar, toen.jaar);
  const indexPerDrager = new Map(gepubliceerd.dragers.map((drager) => [drager, indexVan(`Vervangbaar deel, ${drager}`, 'gewicht', 'drager', gepubliceerd.nulPerDrager.get(drager)?.rij.cel('waarde'), (p) => p.drager === drager && p.vervangbaar > 0)]));
  const categorienummer = gepubliceerd.categorieen.map((naam, i) => tijdlijst.rij({ post: `Nummer van categorie ${naam}`, waarde: { waarde: i + 1, formaat: 'nummer' } }, undefined, 'gedempt').cel('waarde'));
  const indexPerCategorie = gepubliceerd.categorieen.map((naam, i) => indexVan(`Categorie ${naam}`, 'waarde', 'categorie', categorienummer[i], (p) => p.categorie === naam));

  // ── Arrangementen and cost lines in time ──
  /** The month after the last one, for an end that can only be that of a year: any other date is an error. */
  const naJaar = (eind: Celverwijzing): Formule => iff(eq(eind, ''), naKalender(uitgangspunten), add(tijd.begin.inPeriode(0), mul(matchExact(eind, uitgangspunten.einddatums), maandenPerJaar)));
  const looplijst = blad.sectie<Kolom>('Looptijd', KOPPEN, 'Begin en eind: volgnummers in de kalender. Per jaar: maanden sinds de start aan het eind van het jaar, binnen de looptijd.');
  const looptijden = new Map(arrangementen.arrangementen.map((a) => {
    const cellen = arrangementen.arrangement(a);
    return [a, looplijst.rij({
      post: 'Maanden sinds de start', school: a.naam, begin: volgnummer(uitgangspunten, cellen.cel('start')), na: a.verschuift && a.arrangement.eind == null ? naJaar(cellen.cel('eind')) : naMaand(uitgangspunten, cellen.cel('eind'), naKalender(uitgangspunten)),
      waarde: (zelf) => maandenSindsStart(tijd, zelf.cel('begin'), zelf.cel('na')).vooraf as Formule,
    }, (zelf) => ({ formule: maandenSindsStart(tijd, zelf.cel('begin'), zelf.cel('na')).perJaar, formaat: 'nummer' }))];
  }));
  const looptijd = (a: Arrangementopzet): Berekenrij => looptijden.get(a) as Berekenrij;

  const bekend = arrangementen.regels.filter((r) => r.bekend);
  const regellijst = bekend.length + arrangementen.vervallen.length === 0 ? undefined : blad.sectie<Kolom>('Kostenregels', KOPPEN, 'Waarde: een vol jaar op prijspeil (eenmalig: in totaal). Wat een bestaand arrangement kostte gaat eraf.');
  type Lijst = NonNullable<typeof regellijst>;
  const actief = new Map(bekend.map((r) => {
    const cellen = arrangementen.regel(r);
    const l = r.school && looptijd(r.school);
    const looptijdcellen = l && { begin: l.cel('begin'), na: l.cel('na') };
    return [r, (regellijst as Lijst).rij({
      ...labels(r, 'Actieve maanden'), begin: beginVanRegel(uitgangspunten, (naam) => cellen.cel(naam), looptijdcellen, tijd.begin.inPeriode(0)), na: (zelf) => naRegel(uitgangspunten, r.regel, (naam) => cellen.cel(naam), zelf.cel('begin'), looptijdcellen),
    }, (zelf) => ({ formule: maandenInJaar(tijd, [zelf.cel('begin')], [zelf.cel('na')]), formaat: 'nummer' }))];
  }));
  /** Lines, and below zero what existing arrangementen no longer cost, all bearers together. */
  const kosten = new Map<Regelopzet | Arrangementenblad['vervallen'][number], Berekenrij>(bekend.map((r) => {
    const cellen = arrangementen.regel(r);
    return [r, (regellijst as Lijst).rij({ ...labels(r, 'Kosten'), waarde: { formule: jaarbedragVanRegel(r.regel, (naam) => cellen.cel(naam), cellen.cel('aantal')), formaat: 'euro' } },
      (zelf) => ({ formule: kostenVanRegel(r.regel, zelf.cel('waarde'), actief.get(r) as unknown as Rij<string>, cijfer as unknown as Record<IndexNaam, Rij<string>>, maandenPerJaar), formaat: 'euro' }))];
  }));
  const vervallenMaanden = arrangementen.vervallen.map((v) => {
    const l = looptijd(v.school);
    return (regellijst as Lijst).rij({
      post: 'Vervallen maanden', school: v.school.naam, begin: volgnummerOf(uitgangspunten, v.rij.cel('start'), 1), na: naMaand(uitgangspunten, v.rij.cel('eind'), naKalender(uitgangspunten)),
    }, (zelf) => ({ formule: maandenInJaar(tijd, [zelf.cel('begin'), l.cel('begin')], [zelf.cel('na'), l.cel('na')]), formaat: 'nummer' }));
  });
  arrangementen.vervallen.forEach((v, i) => kosten.set(v, (regellijst as Lijst).rij(
    { post: 'Vervallen kosten', school: v.school.naam, waarde: { formule: sub(0, div(v.rij.cel('bedrag'), maandenPerJaar)), formaat: 'euro' } },
    (zelf) => ({ formule: mul(zelf.cel('waarde'), cijfer.loon.jaar, (vervallenMaanden[i] as Berekenrij).jaar), formaat: 'euro' }),
  )));

  // ── What each bearer pays, per group: schools that were published alone or together, those that are hidden, the region ──
  const groepen = [...Map.groupBy(arrangementen.arrangementen.filter((a) => a.getoond), (a) => a.rij)].map(([rij, leden], i) => ({ rij, leden, nummer: i + 1, naam: catalogus.naam('scholen', rij) }));
  const verborgen = { leden: arrangementen.arrangementen.filter((a) => !a.getoond), nummer: groepen.length + 1, naam: 'Verborgen scholen samen' };
  const REGIO = { nummer: groepen.length + 2, naam: 'Regio' };
  const groepVan = (school: Arrangementopzet | undefined): number => (!school ? REGIO.nummer : school.getoond ? (groepen.find(({ rij }) => rij === school.rij)?.nummer as number) : verborgen.nummer);
  const delen = new Map((kosten.size === 0 ? [] : arrangementen.dragers).map((drager) => [drager, [...kosten].map(([bron, kostenrij]) => (regellijst as Lijst).rij(
    { post: `Deel van ${drager}`, school: bron.school?.naam ?? REGIO.naam, omschrijving: 'regel' in bron ? bron.regel.omschrijving : 'vervallen', groep: groepVan(bron.school) },
    { formule: mul((('regel' in bron ? arrangementen.regel(bron) : bron.rij) as unknown as Rij<string>).cel(arrangementen.dragerkolom(drager)), kostenrij.jaar), formaat: 'euro' },
  ))]));
  const som = (rijen: readonly Berekenrij[]): Formule => sum(perJaar(rijen as unknown as Rij<string>[]));
  const nul = (lijst: { rij: Lijst['rij'] }, post: string, school: string): Berekenrij => lijst.rij({ post, school }, { waarden: jaren.map(() => 0), formaat: 'euro' }, 'gedempt');
  const metToen = (lijst: { rij: Lijst['rij'] }, nu: Berekenrij): Indexrij => ({ nu, toen: bijPublicatie(lijst, nu) });
  /** What gemeenten pay of the lines of a group, less what existing arrangementen no longer cost. */
  const kostenVan = (lijst: { rij: Lijst['rij'] }, { nummer, naam }: { nummer: number; naam: string }): Indexrij => {
    const blok = delen.get(GEMEENTEN);
    return metToen(lijst, blok ? lijst.rij({ post: 'Kosten', school: naam, groep: nummer }, (zelf) => ({ formule: sumIfs(perJaar(blok as unknown as Rij<string>[]), [kolom(blok, 'groep'), zelf.cel('groep')]), formaat: 'euro' })) : nul(lijst, 'Kosten', naam));
  };

  // ── Per school, or schools that were published together ──
  const gemeentenindex = indexPerDrager.get(GEMEENTEN) as Indexrij;
  const schoollijst = blad.sectie<Kolom>('Per school, deel van gemeenten', KOPPEN, 'Vrijgevallen bij publicatie = kosten bij publicatie − gepubliceerd effect. Daarna op prijspeil, zo veel jaren later als de start verschuift, maal index en realisatie.');
  /** Effect of schools: what they cost now, less what they release. A line whose cost cannot be told is in what they release, and moves along with it. */
  const effectVan = (school: string, kostenrij: Indexrij, gepubliceerdEffect: Rij<string>, vrij: (vrijgevallen: Berekenrij) => Berekenrij): Berekenrij => {
    const vrijgevallen = schoollijst.rij({ post: 'Vrijgevallen, bij publicatie', school }, { formule: sub(kostenrij.toen.jaar, gepubliceerdEffect.jaar), formaat: 'euro' });
    return schoollijst.rij({ post: 'Effect', school }, { formule: sub(kostenrij.nu.jaar, vrij(vrijgevallen).jaar), formaat: 'effect' }, 'totaal');
  };
  const metIndex = (school: string) => (vrijgevallen: Berekenrij): Berekenrij => schoollijst.rij({ post: 'Vrijgevallen', school }, { formule: mul(vrijgevallen.jaar, verhouding(gemeentenindex)), formaat: 'euro' });
  const perGroep = groepen.map((groep): [groep: (typeof groepen)[number], effect: Berekenrij] => {
    const { rij, leden, naam } = groep;
    const [eerste] = leden as [Arrangementopzet];
    const effect = (gepubliceerd.effect.get(rij) as Gepubliceerd).rij;
    return [groep, effectVan(naam, kostenVan(schoollijst, groep), effect, eerste.stilstand === undefined ? (v) => beweeg(eerste, v) : metIndex(naam))];
  });

  // ── The region ──
  const regiolijst = blad.sectie<Kolom>('De regio', KOPPEN, 'Rest: het gepubliceerde totaal zonder de scholen die te zien zijn en de regionale regels. Dat zijn de scholen die verborgen zijn, samen, en wat door afronding of een regel per leerling niet toe te delen is.');
  const effecten = perGroep.map(([{ rij, naam }, effect]) => [rij, regiolijst.rij({ post: 'Effect per school', school: naam }, { formule: effect.jaar, formaat: 'effect' })] as const);
  const perSchool = new Map(effecten);
  const regionaal = kostenVan(regiolijst, REGIO);
  const restToen = regiolijst.rij({ post: 'Rest, bij publicatie', school: REGIO.naam }, {
    formule: round(sub(sub(gepubliceerd.totaal.rij.jaar, sum(perJaar([...gepubliceerd.effect.values()].map(({ rij }) => rij)))), regionaal.toen.jaar), decimalen), formaat: 'effect',
  });
  const rest = verborgen.leden.length === 0 ? restToen : effectVan(verborgen.naam, kostenVan(schoollijst, verborgen), restToen as unknown as Rij<string>, metIndex(verborgen.naam));
  const totaal = regiolijst.rij({ post: 'Effect van het voorstel', school: REGIO.naam }, { formule: effecten.length > 0 ? add(som(effecten.map(([, rij]) => rij)), regionaal.nu.jaar, rest.jaar) : add(regionaal.nu.jaar, rest.jaar), formaat: 'effect' }, 'totaal');

  const vanRegels = delen.get(GEMEENTEN)?.slice(0, bekend.length) ?? [];
  const regels = metToen(regiolijst, vanRegels.length > 0 ? regiolijst.rij({ post: 'Kostenregels, deel van gemeenten', school: REGIO.naam }, { formule: som(vanRegels), formaat: 'euro' }) : nul(regiolijst, 'Kostenregels, deel van gemeenten', REGIO.naam));
  const collectief = regiolijst.rij({ post: 'Kosten van de arrangementen', school: REGIO.naam }, { formule: add(gepubliceerd.collectief.rij.jaar, sub(regels.nu.jaar, regels.toen.jaar)), formaat: 'euro' }, 'totaal');
  const effectPerDrager = new Map(gepubliceerd.dragers.filter((drager) => gepubliceerd.effectPerDrager.get(drager)?.getoond).map((drager) => {
    if (drager === GEMEENTEN) return [drager, totaal];
    const blok = delen.get(drager);
    const { nu, toen } = metToen(regiolijst, blok ? regiolijst.rij({ post: `Kosten van ${drager}`, school: REGIO.naam }, { formule: som(blok), formaat: 'euro' }) : nul(regiolijst, `Kosten van ${drager}`, REGIO.naam));
    const vrijgevallen = sub(toen.jaar, (gepubliceerd.effectPerDrager.get(drager) as Gepubliceerd).rij.jaar);
    return [drager, regiolijst.rij({ post: `Effect op ${drager}`, school: REGIO.naam }, { formule: sub(nu.jaar, mul(vrijgevallen, verhouding(indexPerDrager.get(drager) as Indexrij))), formaat: 'effect' })];
  }));
  const verschil = regiolijst.rij({ post: 'Effect, verschil met de publicatie', school: REGIO.naam }, { formule: round(sub(totaal.jaar, gepubliceerd.totaal.rij.jaar), decimalen), formaat: 'effect' });
  regiolijst.vul(verschil, 'waarde', { formule: iff(gt(max(max(verschil.alleJaren), sub(0, min(verschil.alleJaren))), speling), 'gewijzigd', 'zoals gepubliceerd'), formaat: 'tekst' });

  return {
    blad, perSchool, totaal, collectief, effectPerDrager, verhoudingVanCategorie: (i: number): Formule => verhouding(indexPerCategorie[i] as Indexrij), stand: verschil.cel('waarde'),
    verhoudingVanProduct: (soort: 'prijs' | 'loon'): Formule => verhouding(productindex[soort]),
    /** Of existing arrangementen. */
    verhoudingLoon: verhouding(loon),
  };

  /** What one school releases when its realisatie changes, or its start and end by whole years: year by year the same as published, that much later. */
  function beweeg(a: Arrangementopzet, vrijgevallen: Berekenrij): Berekenrij {
    const rij = (post: string, reeks: Reeks | undefined, waarde?: Formule): Berekenrij => schoollijst.rij({ post, school: a.naam, ...(waarde && { waarde }) }, reeks);
    const cellen = arrangementen.arrangement(a);
    const evenredig = div(cellen.cel('realisatie'), cellen.cel('publicatie'));
    if (!a.verschuift) return schoollijst.rij({ post: 'Vrijgevallen', school: a.naam, waarde: evenredig }, (zelf) => ({ formule: mul(vrijgevallen.jaar, verhouding(gemeentenindex), zelf.cel('waarde')), formaat: 'euro' }));
    const opPrijspeil = rij('Vrijgevallen, op prijspeil', { formule: div(vrijgevallen.jaar, gemeentenindex.toen.jaar), formaat: 'euro' });
    const plaats = schoollijst.rij({ post: 'Jaar van de publicatie waarmee het overeenkomt', school: a.naam, waarde: sub(matchExact(cellen.cel('start'), uitgangspunten.startdatums(a.arrangement.start)), 1) }, (zelf) => ({ formule: sub(volgorde.jaar, zelf.cel('waarde')), formaat: 'nummer' }));
    const l = looptijd(a);
    const gelezen = rij('Vrijgevallen sinds de nieuwe start, op prijspeil', { formule: iff(eq(l.jaar, l.vorigJaar), 0, index(opPrijspeil.alleJaren, 1, plaats.jaar)), formaat: 'euro' });
    return schoollijst.rij({ post: 'Vrijgevallen', school: a.naam, waarde: evenredig }, (zelf) => ({ formule: mul(gelezen.jaar, gemeentenindex.nu.jaar, zelf.cel('waarde')), formaat: 'euro' }));
  }
}
