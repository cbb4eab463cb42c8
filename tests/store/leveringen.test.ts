/** Deliveries: what they hold, replace and change; recognised, refused, undone; nothing of one that was let go. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject, type Leveringsopgave, type Projectbestand } from '../../electron/store/index.ts';
import type { Bestandsrapport } from '../../models/invoer/types.ts';
import type { Aggregaat, Indicatie } from '../../models/project/types.ts';
import { aggregeer } from '../hulp/aggregeer.ts';
import { declaratie, eigenMap, geweigerdeRij, herstel, indicatie, kaal, klein, laad, straksDicht, vasteOmgeving, verwachtFout } from './hulp.ts';

const nieuw = async (project = kaal()): Promise<Projectbestand> => straksDicht(await maakProject(join(eigenMap(), 'p.arrangement'), project, { gebruiker: 'tester', omgeving: vasteOmgeving() }));
const opgave = (over: Partial<Leveringsopgave> = {}): Leveringsopgave => ({ soort: 'indicaties', bestand: 'a.csv', blad: null, controlegetal: 'som', ...over });
const maand = (m: number, bedrag: number): ReturnType<typeof declaratie> => declaratie({ maand: `2026-0${m}-01`, bedrag });
const borne = (over: Partial<Indicatie> = {}): Indicatie => indicatie({ gemeente: 'GM0147', ...over });

describe('een levering', () => {
  it('telt per gemeente rijen en euro’s, met wie, wanneer en het rapport', async () => {
    const bestand = await nieuw();
    const invoer = bestand.invoer();
    invoer.begin(opgave());
    invoer.rijen('indicaties', [indicatie({ kostenPerJaar: 100 }), borne({ kostenPerJaar: undefined, volume: 2, tarief: 50, frequentie: 'perWeek' })]);
    invoer.rijen('indicaties', [indicatie({ kostenPerJaar: undefined, totaalbedrag: 900, eind: '2026-03-31' })]);
    const rapport = { bestand: 'a.csv', geaccepteerd: 3 } as Bestandsrapport;
    invoer.einde(rapport);
    const [levering] = invoer.bewaar();
    expect(levering).toMatchObject({ soort: 'indicaties', bestand: 'a.csv', blad: null, controlegetal: 'som', wie: 'tester', rapport, rijen: 3, bedrag: 1000 + 5200, geweigerd: 0, staat: 'geldig' });
    expect(levering?.delen).toEqual([
      { gemeente: 'GM0164', maand: '', rijen: 2, bedrag: 1000, actief: true },
      { gemeente: 'GM0147', maand: '', rijen: 1, bedrag: 5200, actief: true },
    ]);
    expect(bestand.leveringen()).toEqual([levering]);
    bestand.controleer();
  });

  it('bewaart toewijzingnummer en onbekend bedrag, die het draagbare project niet kent', async () => {
    const bestand = await nieuw();
    const rij = { ...indicatie({ toewijzingnummer: 'T1', aanbieder: 'Aanbieder A', verwijzer: 'huisarts', plaats: 'school', leveringsvorm: 'pgb', jeugdige: 'x' }), bedragOnbekend: true };
    laad(bestand, 'indicaties', [rij, indicatie({ school: 'batavier' })]);
    expect([...bestand.indicaties({ school: 'bouwsteen' })]).toEqual([rij]);
    const { toewijzingnummer, bedragOnbekend, ...draagbaar } = rij;
    expect(bestand.project().indicaties[0]).toEqual(draagbaar);
    expect([toewijzingnummer, bedragOnbekend]).toEqual(['T1', true]);
  });

  it('geeft rijen per bladzijde, school, gemeente, product en levering', async () => {
    const bestand = await nieuw();
    const rijen = Array.from({ length: 10 }, (_, i) => indicatie({ kostenPerJaar: i, gemeente: i % 2 === 0 ? 'GM0164' : 'GM0147', product: i < 5 ? 'BEG' : 'BEH' }));
    const eerste = laad(bestand, 'indicaties', rijen);
    laad(bestand, 'indicaties', [borne({ kostenPerJaar: 99 })], { controlegetal: 'tweede' });
    const kosten = (filter: Parameters<Projectbestand['indicaties']>[0]): unknown[] => [...bestand.indicaties(filter)].map((rij) => rij.kostenPerJaar);
    expect(kosten({})).toEqual([0, 2, 4, 6, 8, 99]);
    expect(kosten({ levering: eerste })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(kosten({ levering: eerste, gemeente: 'GM0147', product: 'BEH' })).toEqual([5, 7, 9]);
    expect(kosten({ vanaf: 1, aantal: 2 })).toEqual([2, 4]);
    expect(kosten({ school: 'batavier' })).toEqual([]);
  });

  it('neemt de plaats in van de vorige van dezelfde gemeente en soort, en alleen daarvan', async () => {
    const bestand = await nieuw();
    const eerste = laad(bestand, 'indicaties', [indicatie({ kostenPerJaar: 1 }), borne({ kostenPerJaar: 2 })], { controlegetal: 'a' });
    laad(bestand, 'declaraties', [declaratie()], { controlegetal: 'd' });
    laad(bestand, 'indicaties', [borne({ kostenPerJaar: 3 })], { controlegetal: 'b' });
    expect(bestand.project().indicaties.map((rij) => rij.kostenPerJaar)).toEqual([1, 3]);
    expect(bestand.project().declaraties).toEqual([declaratie()]);
    expect(bestand.levering(eerste).staat).toBe('deels');
    laad(bestand, 'indicaties', [indicatie({ kostenPerJaar: 4 })], { controlegetal: 'c' });
    expect(bestand.levering(eerste).staat).toBe('vervangen');
    bestand.ongedaan();
    bestand.ongedaan();
    expect(bestand.project().indicaties.map((rij) => rij.kostenPerJaar)).toEqual([1, 2]);
    expect(bestand.leveringen().map((l) => l.staat)).toEqual(['ongedaan', 'ongedaan', 'geldig', 'geldig']);
  });

  it('zonder rijen van een gemeente waar ze wel voor is, maakt die leeg', async () => {
    const bestand = await nieuw();
    laad(bestand, 'indicaties', [indicatie(), borne()], { controlegetal: 'a' });
    laad(bestand, 'indicaties', [indicatie()], { controlegetal: 'b', gemeenten: ['GM0164', 'GM0147'] });
    expect(bestand.project().indicaties.map((rij) => rij.gemeente)).toEqual(['GM0164']);
  });

  it('van twee tabellen in één import telt allebei', async () => {
    const bestand = await nieuw();
    laad(bestand, 'indicaties', [indicatie({ kostenPerJaar: 9 })], { controlegetal: 'oud' });
    const invoer = bestand.invoer();
    for (const blad of ['2025', '2026']) {
      invoer.begin(opgave({ blad }));
      invoer.rijen('indicaties', [indicatie({ start: `${blad}-01-01` })]);
      invoer.einde(null);
    }
    expect(invoer.bewaar().map((l) => l.staat)).toEqual(['geldig', 'geldig']);
    expect(bestand.project().indicaties.map((rij) => rij.start)).toEqual(['2025-01-01', '2026-01-01']);
    bestand.ongedaan();
    expect(bestand.project().indicaties.map((rij) => rij.start)).toEqual(['2025-01-01']);
  });

  it('van declaraties vervangt de maanden van de eerste tot en met de laatste, ook lege', async () => {
    const bestand = await nieuw();
    laad(bestand, 'declaraties', [maand(1, 1), maand(2, 1), maand(3, 1), maand(4, 1), declaratie({ gemeente: 'GM0147', maand: '2026-03-01', bedrag: 1 })], { controlegetal: 'a' });
    laad(bestand, 'declaraties', [maand(2, 2), maand(4, -2), maand(5, 2)], { controlegetal: 'b' });
    expect(bestand.project().declaraties).toEqual([maand(1, 1), declaratie({ gemeente: 'GM0147', maand: '2026-03-01', bedrag: 1 }), maand(2, 2), maand(4, -2), maand(5, 2)]);
  });

  it('van rijen en van een aggregaat van dezelfde gemeente sluiten elkaar uit', async () => {
    const bestand = await nieuw(klein());
    const [aggregaat] = aggregeer(klein(), 'GM0164').aggregaten as [Aggregaat];
    const invoer = bestand.invoer();
    invoer.begin(opgave({ soort: 'aggregaten', bestand: 'uitwissel.json' }));
    invoer.rijen('aggregaten', [aggregaat]);
    invoer.einde(null);
    invoer.bewaar();
    expect(bestand.project()).toMatchObject({ aggregaten: [aggregaat], indicaties: klein().indicaties.filter((rij) => rij.gemeente !== 'GM0164') });
    laad(bestand, 'indicaties', [indicatie()]);
    expect(bestand.project().aggregaten ?? []).toEqual([]);
    bestand.controleer();
  });

  it('die al geladen is wordt herkend en doet niets, tenzij anders gelezen, ongedaan gemaakt of uitdrukkelijk gevraagd', async () => {
    const bestand = await nieuw();
    const laadWeer = (over: Partial<Leveringsopgave> = {}, opties: { opnieuw?: boolean } = {}): { bewaard: number; bekend: number } => {
      const invoer = bestand.invoer(opties);
      invoer.begin(opgave(over));
      invoer.rijen('indicaties', [indicatie()]);
      invoer.geweigerd([]);
      invoer.einde(null);
      return { bekend: invoer.bekend.length, bewaard: invoer.bewaar().length };
    };
    expect(laadWeer()).toEqual({ bewaard: 1, bekend: 0 });
    const voor = bestand.log();
    expect(laadWeer()).toEqual({ bewaard: 0, bekend: 1 });
    expect(bestand.log()).toEqual(voor);
    expect(laadWeer({ plan: { koprij: 2 } as Leveringsopgave['plan'] })).toEqual({ bewaard: 1, bekend: 0 });
    // That took the place of the first, so the first is no longer known.
    expect(laadWeer()).toEqual({ bewaard: 1, bekend: 0 });
    expect(laadWeer({}, { opnieuw: true })).toEqual({ bewaard: 1, bekend: 0 });
    bestand.ongedaan();
    bestand.ongedaan();
    expect(laadWeer()).toEqual({ bewaard: 1, bekend: 0 });
  });

  it('brengt lijsten samen: bestaande aangevuld, nieuwe achteraan, niets weg', async () => {
    const bestand = await nieuw();
    const invoer = bestand.invoer();
    invoer.begin(opgave({ soort: 'scholen' }));
    invoer.rijen('scholen', [{ id: 'batavier', naam: 'Batavier', soort: 'SBO', gemeente: 'GM0164', bestuur: 'B', herkomst: { bestuur: { status: 'aanname' } } }, { id: 'nieuw', naam: 'Nieuw', soort: 'SO', gemeente: 'GM0147' }]);
    invoer.einde(null);
    const [levering] = invoer.leveringen();
    expect(invoer.verschil(levering!.id)[0]).toMatchObject({ nieuw: { rijen: 1 }, gewijzigd: { rijen: 1 }, vervallen: { rijen: 0 } });
    invoer.bewaar();
    expect(bestand.project().scholen).toEqual([...kaal().scholen.slice(0, 1), { ...kaal().scholen[1], naam: 'Batavier', bestuur: 'B', herkomst: { bestuur: { status: 'aanname' } } }, { id: 'nieuw', naam: 'Nieuw', soort: 'SO', gemeente: 'GM0147' }]);
    bestand.ongedaan();
    expect(bestand.project()).toStrictEqual(kaal());
    expect(bestand.levering(levering!.id).staat).toBe('ongedaan');
  });

  it('van leerlingen is de hele waarheid van haar scholen, of van haar ene gemeente', async () => {
    const bestand = await nieuw();
    const lever = (paren: { school: string; gemeente: string; aantal: number }[], controlegetal: string): void => {
      const invoer = bestand.invoer();
      invoer.begin(opgave({ soort: 'leerlingen', controlegetal }));
      invoer.rijen('leerlingen', paren);
      invoer.einde(null);
      invoer.bewaar();
    };
    // Of one gemeente: the other's pupils at the school stay.
    lever([{ school: 'bouwsteen', gemeente: 'GM0164', aantal: 60 }], 'a');
    expect(bestand.project().leerlingen).toEqual([{ school: 'bouwsteen', gemeente: 'GM0164', aantal: 60 }, ...kaal().leerlingen.slice(1)]);
    // Of a school: who is not named is not there any more.
    bestand.wijzig('Gemeente erbij', (p) => { p.gemeenten.push({ code: 'X-rest', naam: 'rest' }); });
    lever([{ school: 'batavier', gemeente: 'GM0164', aantal: 1 }, { school: 'batavier', gemeente: 'X-rest', aantal: 2 }], 'b');
    expect(bestand.project().leerlingen.filter((l) => l.school === 'batavier').map((l) => [l.gemeente, l.aantal])).toEqual([['GM0164', 1], ['X-rest', 2]]);
  });

  it('neemt namen op die de bestanden toevoegen, als eigen regel, en niet wat er al is', async () => {
    const bestand = await nieuw();
    const invoer = bestand.invoer();
    invoer.nieuw({ gemeenten: [{ code: 'GM0164', naam: 'anders' }], scholen: [{ id: 'nieuw', naam: 'Nieuw' }], producten: [] });
    invoer.begin(opgave());
    invoer.rijen('indicaties', [indicatie({ school: 'nieuw' })]);
    invoer.einde(null);
    invoer.bewaar();
    expect(bestand.project().gemeenten).toEqual(kaal().gemeenten);
    expect(bestand.project().scholen.at(-1)).toEqual({ id: 'nieuw', naam: 'Nieuw' });
    expect(bestand.log(2).map((r) => r.omschrijving)).toEqual(['indicaties uit a.csv', 'Nieuw uit bestanden: nieuw']);
  });

  it('bewaart tarieven en profielen naast het project, in het log', async () => {
    const bestand = await nieuw();
    const invoer = bestand.invoer();
    invoer.begin(opgave({ soort: 'tarieven' }));
    invoer.rijen('tarieven', [{ product: 'BEG', jaar: 2026, tarief: 61.5 }]);
    invoer.einde(null);
    invoer.bewaar();
    bestand.wijzig('Profiel bewaard', (p) => { p.profielen.push({ naam: 'bron A', inhoud: { kolommen: {} } }); });
    expect(bestand.lijst('tarieven')).toEqual([{ product: 'BEG', jaar: 2026, tarief: 61.5 }]);
    expect(bestand.lijst('profielen')).toEqual([{ naam: 'bron A', inhoud: { kolommen: {} } }]);
    expect(bestand.project()).toStrictEqual(kaal());
    bestand.terugNaar(1);
    expect([bestand.lijst('tarieven'), bestand.lijst('profielen')]).toEqual([[], []]);
  });
});

describe('geweigerde rijen', () => {
  /** A delivery `a` with a row and three refused ones, at rows 7, 8 and 9. */
  const metGeweigerd = async (soort: 'indicaties' | 'declaraties' = 'indicaties', rijen: object[] = [indicatie()], over: Partial<Leveringsopgave> = {}): Promise<{ bestand: Projectbestand; id: number }> => {
    const bestand = await nieuw();
    return { bestand, id: metRijen(bestand, soort, rijen, over) };
  };
  const metRijen = (bestand: Projectbestand, soort: 'indicaties' | 'declaraties', rijen: object[], over: Partial<Leveringsopgave> = {}): number => {
    const invoer = bestand.invoer();
    invoer.begin(opgave({ soort, controlegetal: 'a', ...over }));
    invoer.rijen(soort, rijen as never[]);
    invoer.geweigerd([geweigerdeRij(7), geweigerdeRij(8), geweigerdeRij(9, { bedrag: undefined })]);
    invoer.einde(null);
    return invoer.bewaar()[0]!.id;
  };
  const staat = (bestand: Projectbestand, id: number): unknown[] => bestand.geweigerd(id).map((g) => [g.rij, g.hersteld, g.waarden['Bedrag']]);

  it('blijven met hun redenen en bedrag', async () => {
    const { bestand, id } = await metGeweigerd();
    expect(bestand.levering(id)).toMatchObject({ geweigerd: 3, hersteld: 0, herstelt: null });
    expect(bestand.geweigerd(id)).toEqual([geweigerdeRij(7), geweigerdeRij(8), geweigerdeRij(9, { bedrag: undefined })].map(({ bedrag, ...g }, i) => ({ ...g, id: i + 1, hersteld: false, ...(bedrag !== undefined && { bedrag }) })));
  });

  it('komen hersteld naast hun levering, en blijven anders geweigerd zoals ze nu zijn; ongedaan en opnieuw', async () => {
    const { bestand, id } = await metGeweigerd();
    const door = herstel(bestand, 'a', [indicatie({ start: '2026-02-28' })], [7], [geweigerdeRij(2, { waarden: { Bedrag: 5 }, bronrij: 8 })]);
    const na = [[7, true, 100], [8, false, 5], [9, false, 100]];
    expect(staat(bestand, id)).toEqual(na);
    expect(bestand.levering(id)).toMatchObject({ geweigerd: 2, hersteld: 1, staat: 'geldig' });
    expect(bestand.levering(door)).toMatchObject({ geweigerd: 0, hersteld: 0, herstelt: id, rijen: 1, staat: 'geldig' });
    expect(bestand.project().indicaties.length).toBe(2);
    expect(bestand.log(1)[0]?.omschrijving).toBe('herstelde indicaties van a.csv uit h.xlsx');
    bestand.ongedaan();
    expect(staat(bestand, id)).toEqual([[7, false, 100], [8, false, 100], [9, false, 100]]);
    expect([bestand.levering(id).geweigerd, bestand.project().indicaties.length]).toEqual([3, 1]);
    bestand.opnieuw();
    expect(staat(bestand, id)).toEqual(na);
    // A second repair goes on from there.
    herstel(bestand, 'a', [indicatie({ start: '2026-03-01' })], [8], [geweigerdeRij(3, { waarden: { Bedrag: 6 }, bronrij: 9 })]);
    expect(staat(bestand, id)).toEqual([[7, true, 100], [8, true, 100], [9, false, 6]]);
    expect(bestand.project().indicaties.length).toBe(3);
    // Back to the first, and on from there once more.
    bestand.terugNaar(bestand.levering(door).log);
    expect(staat(bestand, id)).toEqual(na);
    bestand.controleer();
  });

  it('een levering gaat niet weg zolang er herstelde rijen van tellen', async () => {
    const { bestand, id } = await metGeweigerd();
    const door = herstel(bestand, 'a', [indicatie({ start: '2026-02-28' })], [7]);
    const fout = await verwachtFout('conflict', () => bestand.maakOngedaan(bestand.levering(id).log));
    expect(fout.message).toContain('h.xlsx');
    expect(bestand.project().indicaties.length).toBe(2);
    bestand.maakOngedaan(bestand.levering(door).log);
    bestand.maakOngedaan(bestand.levering(id).log);
    expect(bestand.project().indicaties).toEqual([]);
    await verwachtFout('conflict', () => herstel(bestand, 'a', [indicatie()], [8]));
    expect(bestand.leveringen().length).toBe(2);
  });

  it('een nieuwere levering vervangt ook wat is hersteld, en daarna kan het niet meer', async () => {
    const { bestand, id } = await metGeweigerd('indicaties', [indicatie(), borne()]);
    const door = herstel(bestand, 'a', [indicatie({ start: '2026-02-28' })], [7]);
    laad(bestand, 'indicaties', [indicatie({ kostenPerJaar: 9 })], { controlegetal: 'b' });
    expect(bestand.project().indicaties.map((rij) => [rij.gemeente, rij.kostenPerJaar])).toEqual([['GM0147', 12_000], ['GM0164', 9]]);
    expect([bestand.levering(door).staat, bestand.levering(id).staat]).toEqual(['vervangen', 'deels']);
    // It was repaired, even though that was replaced since.
    expect(staat(bestand, id)[0]).toEqual([7, true, 100]);
    const fout = await verwachtFout('conflict', () => herstel(bestand, 'a', [indicatie()], [8]));
    expect(fout.message).toContain('b.csv');
    herstel(bestand, 'a', [borne({ start: '2026-02-28' })], [8]);
    expect(bestand.project().indicaties.length).toBe(3);
    bestand.ongedaan();
    bestand.ongedaan();
    expect(bestand.project().indicaties.map((rij) => rij.start)).toEqual(['2026-01-01', '2026-01-01', '2026-02-28']);
  });

  it('van een gemeente die de levering nog niet had, vervangen wat daarvoor van haar kwam', async () => {
    const bestand = await nieuw();
    laad(bestand, 'indicaties', [borne({ kostenPerJaar: 1 })], { controlegetal: 'oud' });
    metRijen(bestand, 'indicaties', [indicatie()]);
    herstel(bestand, 'a', [borne({ kostenPerJaar: 2 })], [7]);
    expect(bestand.project().indicaties.map((rij) => [rij.gemeente, rij.kostenPerJaar])).toEqual([['GM0164', 12_000], ['GM0147', 2]]);
    herstel(bestand, 'a', [borne({ kostenPerJaar: 3 })], [8]);
    expect(bestand.project().indicaties.map((rij) => [rij.gemeente, rij.kostenPerJaar])).toEqual([['GM0164', 12_000], ['GM0147', 2], ['GM0147', 3]]);
  });

  it('van declaraties vervangen de maanden die erbij komen, en tot waar de levering dan reikt', async () => {
    const bestand = await nieuw();
    laad(bestand, 'declaraties', [maand(1, 1), maand(3, 1), maand(4, 1), maand(5, 1), maand(6, 1)], { controlegetal: 'oud' });
    metRijen(bestand, 'declaraties', [maand(3, 2)]);
    herstel(bestand, 'a', [maand(5, 3), maand(3, 4)], [7, 8], [], { soort: 'declaraties' });
    expect(bestand.project().declaraties?.map((d) => [d.maand.slice(5, 7), d.bedrag])).toEqual([['01', 1], ['06', 1], ['03', 2], ['05', 3], ['03', 4]]);
  });

  it('een rij komt één keer binnen, en zonder rijen is er geen levering', async () => {
    const { bestand } = await metGeweigerd();
    const een = (): number => herstel(bestand, 'a', [indicatie({ start: '2026-02-28' })], [7], [], { controlegetal: 'h' });
    een();
    await verwachtFout('conflict', een);
    expect([bestand.leveringen().length, bestand.project().indicaties.length]).toEqual([2, 2]);
    // One that brings nothing in is no delivery, and leaves nothing.
    expect(herstel(bestand, 'a', [], [], [geweigerdeRij(2, { bronrij: 8 })])).toBe(0);
    expect([bestand.leveringen().length, bestand.log(1)[0]?.soort]).toEqual([2, 'levering']);
    await verwachtFout('conflict', () => herstel(bestand, 'onbekend', [indicatie()], [7]));
    expect(() => herstel(bestand, 'a', [indicatie()], [70])).toThrow('was not refused');
    expect(bestand.project().indicaties.length).toBe(2);
  });
});

describe('een levering die niet doorgaat', () => {
  it('laat niets achter als ze wordt afgebroken', async () => {
    const bestand = await nieuw(klein());
    const [project, log] = [bestand.project(), bestand.log()];
    const invoer = bestand.invoer();
    invoer.begin(opgave());
    invoer.rijen('indicaties', Array.from({ length: 5000 }, (_, i) => indicatie({ jeugdige: `geheim${i}` })));
    expect(bestand.project()).toStrictEqual(project);
    invoer.breekAf();
    invoer.breekAf();
    expect(() => invoer.rijen('indicaties', [])).toThrow('ended');
    expect([bestand.project(), bestand.log(), bestand.leveringen().length]).toStrictEqual([project, log, 1]);
    bestand.controleer();
  });

  it.each([
    ['een onbekende school', indicatie({ school: 'weg' }), /^School weg komt voor/],
    ['een onbekende gemeente', indicatie({ gemeente: 'GM9999' }), /^Gemeente GM9999 komt voor/],
    ['een onbekend product', indicatie({ product: 'weg' }), /^Product weg komt voor/],
    ['geen datum', indicatie({ start: 'morgen' }), /CHECK/],
    ['twee kostenvormen', indicatie({ totaalbedrag: 1, eind: '2026-12-31' }), /CHECK/],
    ['een negatief bedrag', indicatie({ kostenPerJaar: -1 }), /CHECK/],
  ])('laat niets achter bij %s', async (_, rij, tekst) => {
    const bestand = await nieuw();
    const invoer = bestand.invoer();
    invoer.begin(opgave());
    expect(() => {
      invoer.rijen('indicaties', [indicatie(), rij]);
      invoer.einde(null);
    }).toThrow(tekst);
    expect(() => invoer.bewaar()).toThrow('ended');
    expect([bestand.project(), bestand.leveringen()]).toStrictEqual([kaal(), []]);
    laad(bestand, 'indicaties', [indicatie()]);
  });

  it('houdt ondertussen andere wijzigingen tegen, niet het lezen', async () => {
    const bestand = await nieuw();
    const invoer = bestand.invoer();
    invoer.begin(opgave());
    await verwachtFout('bezig', () => bestand.wijzig('naam', (p) => { p.naam = 'x'; }));
    await verwachtFout('bezig', () => bestand.invoer());
    await verwachtFout('bezig', () => bestand.reservekopie());
    await verwachtFout('bezig', () => bestand.wis('alles'));
    expect(bestand.project()).toStrictEqual(kaal());
    invoer.breekAf();
    bestand.wijzig('naam', (p) => { p.naam = 'x'; });
  });

  it('gaat met het bestand dicht', async () => {
    const map = eigenMap();
    const bestand = await maakProject(join(map, 'p.arrangement'), kaal());
    bestand.invoer().begin(opgave());
    await bestand.sluit({ reservekopie: false });
    expect(readdirSync(map)).toEqual(['p.arrangement']);
    expect(straksDicht(await openProject(join(map, 'p.arrangement'))).leveringen()).toEqual([]);
  });
});

/** Pseudonyms are new in every import, so they differ. */
const rij = (toewijzingnummer: string, over: Partial<Indicatie> = {}): Indicatie => indicatie({ toewijzingnummer, jeugdige: `${Math.random()}`, ...over });
const som = (rijen: Indicatie[]): number => rijen.reduce((s, { kostenPerJaar }) => s + kostenPerJaar!, 0);
const gezaaid = (zaad: number): Indicatie[] =>
  Array.from({ length: 300 }, (_, i) => {
    const n = (i * 7919 + zaad * 104_729) % 1000;
    return indicatie({ gemeente: n % 3 === 0 ? 'GM0147' : 'GM0164', start: `2025-0${1 + (n % 9)}-01`, kostenPerJaar: n % 7, eind: n % 5 === 0 ? '2026-05-31' : null, ...(zaad < 3 && n % 4 > 0 ? { toewijzingnummer: `T${n % 200}` } : {}) });
  });
async function verschilVan(oud: Indicatie[], nieuwe: Indicatie[]): Promise<ReturnType<Projectbestand['verschil']>> {
  const bestand = await nieuw();
  laad(bestand, 'indicaties', oud, { controlegetal: 'oud' });
  return bestand.verschil(laad(bestand, 'indicaties', nieuwe, { controlegetal: 'nieuw' }));
}

describe('het verschil met wat een levering vervangt', () => {
  const leeg = { rijen: 0, bedragOud: 0, bedragNieuw: 0 };
  it('noemt nieuw, beëindigd, gewijzigd en vervallen met euro’s, op toewijzingnummer', async () => {
    const [verschil, ...overige] = await verschilVan(
      [rij('1'), rij('2'), rij('3'), rij('4', { kostenPerJaar: 5 }), rij('5', { eind: '2026-12-31' })],
      [rij('1'), rij('2', { eind: '2026-06-30' }), rij('3', { kostenPerJaar: 13_000 }), rij('5', { eind: '2027-12-31' }), rij('6', { kostenPerJaar: 7, product: 'BEH' })],
    );
    expect(overige).toEqual([]);
    expect(verschil).toMatchObject({
      gemeente: 'GM0164',
      gelijk: { rijen: 1, bedragOud: 12_000, bedragNieuw: 12_000 },
      nieuw: { rijen: 1, bedragOud: 0, bedragNieuw: 7 },
      beeindigd: { rijen: 1, bedragOud: 12_000, bedragNieuw: 12_000 },
      gewijzigd: { rijen: 2, bedragOud: 24_000, bedragNieuw: 25_000 },
      vervallen: { rijen: 1, bedragOud: 5, bedragNieuw: 0 },
      perProduct: [{ product: 'BEG', bedragOud: 48_005, bedragNieuw: 49_000 }, { product: 'BEH', bedragOud: 0, bedragNieuw: 7 }],
    });
    expect(verschil?.vervangen).toMatchObject([{ levering: 1, soort: 'indicaties', bestand: 'oud.csv', rijen: 5, bedrag: 48_005 }]);
  });

  it('zonder nummers op school, product, start en aanbieder; gelijke rijen eerst, elk één keer', async () => {
    const [verschil] = await verschilVan(
      [indicatie({ kostenPerJaar: 1 }), indicatie({ kostenPerJaar: 2 }), indicatie({ kostenPerJaar: 2 }), indicatie({ start: '2025-01-01', kostenPerJaar: 9 })],
      [indicatie({ kostenPerJaar: 2 }), indicatie({ kostenPerJaar: 3 }), indicatie({ aanbieder: 'A', kostenPerJaar: 4 })],
    );
    expect(verschil).toMatchObject({
      gelijk: { rijen: 1, bedragOud: 2, bedragNieuw: 2 },
      gewijzigd: { rijen: 1, bedragOud: 1, bedragNieuw: 3 },
      nieuw: { rijen: 1, bedragNieuw: 4 },
      vervallen: { rijen: 2, bedragOud: 11 },
      beeindigd: leeg,
    });
  });

  it('telt altijd op: wat er was en wat er is, in rijen en euro’s', async () => {
    for (const [a, b] of [[1, 2], [1, 1], [3, 4], [1, 3]] as const) {
      const [oud, nieuwe] = [gezaaid(a), gezaaid(b)];
      const verschillen = await verschilVan(oud, nieuwe);
      const totaal = (velden: ('gelijk' | 'nieuw' | 'beeindigd' | 'gewijzigd' | 'vervallen')[], wat: 'rijen' | 'bedragOud' | 'bedragNieuw'): number => verschillen.reduce((s, v) => s + velden.reduce((t, veld) => t + v[veld][wat], 0), 0);
      expect(totaal(['gelijk', 'beeindigd', 'gewijzigd', 'vervallen'], 'rijen')).toBe(oud.length);
      expect(totaal(['gelijk', 'beeindigd', 'gewijzigd', 'nieuw'], 'rijen')).toBe(nieuwe.length);
      expect(totaal(['gelijk', 'beeindigd', 'gewijzigd', 'vervallen'], 'bedragOud')).toBeCloseTo(som(oud), 6);
      expect(totaal(['gelijk', 'beeindigd', 'gewijzigd', 'nieuw'], 'bedragNieuw')).toBeCloseTo(som(nieuwe), 6);
      if (a === b) expect(totaal(['gelijk'], 'rijen')).toBe(300);
    }
  });

  it('van declaraties per maand, en van een gemeente zonder voorganger is alles nieuw', async () => {
    const bestand = await nieuw();
    laad(bestand, 'declaraties', [declaratie(), declaratie({ maand: '2026-02-01' })], { controlegetal: 'a' });
    const id = laad(bestand, 'declaraties', [declaratie({ bedrag: 900 }), declaratie({ gemeente: 'GM0147', bedrag: 5 })], { controlegetal: 'b' });
    const [borneVerschil, hengelo] = bestand.verschil(id);
    expect(borneVerschil).toMatchObject({ gemeente: 'GM0147', nieuw: { rijen: 1, bedragOud: 0, bedragNieuw: 5 }, vervangen: [], gelijk: leeg });
    expect(hengelo).toMatchObject({ gewijzigd: { rijen: 1, bedragOud: 1000, bedragNieuw: 900 }, vervallen: leeg, gelijk: leeg });
  });
});
