import { describe, expect, it } from 'vitest';
import { audit } from '../../../models/bescherming/audit.ts';
import { catalogus, type Bronnen } from '../../../models/bescherming/catalogus.ts';
import { STANDAARDBESCHERMING, type Beschermingsinstellingen } from '../../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../../models/bescherming/personen.ts';
import { publiceer, type Publicatieresultaat } from '../../../models/bescherming/publiceer.ts';
import { primaireGroepen } from '../../../models/bescherming/verbergen.ts';
import type { Project } from '../../../models/project/types.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { TWENTE, verzonnenProject } from '../../../scripts/bench/project.ts';
import { regio } from '../../hulp/regio.ts';
import { reken } from '../../hulp/reken.ts';

const RUIM = [[14, 9, 12], [11, 16, 8], [20, 7, 13], [9, 12, 18], [15, 11, 10]];
/** School 1 has three children with care. */
const KLEIN = RUIM.map((rij, s) => (s === 1 ? [2, 1, 0] : rij));

/** One child whose treatment costs more than that of all others at its school together. */
const eenDuurKind = (s: number, g: number, kind: number, p: number): number => (s === 2 && g === 1 && kind === 0 && p === 1 ? 400_000 : 5000 + 10 * kind);

async function bronnenVan(project: Project): Promise<Bronnen> {
  return { project, voorbereiding: bereidVoor(project), berekening: await reken(project), personen: telPersonen(project) };
}
type Gelukt = Extract<Publicatieresultaat, { ok: true }>;
async function gelukt(bronnen: Bronnen, lezer: Parameters<typeof publiceer>[1], instellingen?: Beschermingsinstellingen): Promise<Gelukt> {
  const uitslag = await publiceer(bronnen, lezer, instellingen);
  if (!uitslag.ok) throw new Error(uitslag.fouten.map(({ tekst }) => tekst).join('\n'));
  return uitslag;
}
const sleutel = (cel: { rij: string; kolom: string }): string => `${cel.rij}|${cel.kolom}`;

const bedragen = (uit: Gelukt): number[] => [...uit.tabellen.scholen, ...uit.tabellen.gemeenten].flatMap((cel) => (cel.soort === 'bedrag' && cel.waarde !== null ? [cel.waarde] : []));
/** What a spreadsheet user can do: a total minus all shown rows. */
const restVan = (cellen: readonly { rij: string; waarde: number | null }[], totaal: number): { rest: number; open: number } => ({
  rest: totaal - cellen.reduce((som, { waarde }) => som + (waarde ?? 0), 0),
  open: cellen.filter(({ waarde }) => waarde === null).length,
});

describe('publiceer', () => {
  it('verbergt niets waar niets klein is', async () => {
    const { verslag, tabellen } = await gelukt(await bronnenVan(regio({ jeugdigen: RUIM.map((rij) => rij.map((n) => n + 10)) })), 'klankbordgroep');
    expect(verslag.cellen).toMatchObject({ verborgen: 0, moesten: 0 });
    expect(tabellen.scholen.find((cel) => cel.rij === 's0' && cel.kolom === 'jeugdigen')?.waarde).toBe(65);
    expect(tabellen.gemeenten.every(({ waarde }) => waarde !== null)).toBe(true);
  });

  it('geeft bij paren van enkele kinderen alleen alle jaren samen, en zegt dat', async () => {
    const { verslag, tabellen } = await gelukt(await bronnenVan(verzonnenProject({ ...TWENTE, naam: 'klein', zaad: 5, scholen: 8, gemeenten: 5, gemeentenPerSchool: 5, indicaties: 900, producten: 3, jaren: 6, arrangementen: 8 })), 'klankbordgroep');
    expect(verslag.cellen.moesten).toBe(0);
    const perJaar = tabellen.gemeenten.filter(({ verborgen }) => verborgen === 'jaren');
    expect(verslag.jarenSamen.length).toBeGreaterThan(0);
    expect(perJaar.length).toBeGreaterThan(0);
    for (const { rij, kolom, scenario, waarde } of perJaar) {
      expect(waarde).toBeNull();
      expect(tabellen.gemeenten.filter((cel) => cel.rij === rij && cel.kolom === kolom && cel.scenario === scenario && cel.jaar === undefined && cel.waarde !== null)).toHaveLength(1);
    }
    expect(verslag.toelichting.join(' ')).toContain(verslag.jarenSamen[0]);
  });

  it('toont nergens een aantal onder de drempel, noch de bedragen daarbij', async () => {
    const { verslag, tabellen } = await gelukt(await bronnenVan(regio({ jeugdigen: KLEIN })), 'klankbordgroep');
    for (const tabel of Object.values(tabellen)) for (const cel of tabel) if (cel.soort === 'aantal' && cel.waarde !== null) expect(cel.waarde).toBeGreaterThanOrEqual(10);
    // Kept together or hidden, but never by itself.
    expect(tabellen.scholen.filter((cel) => cel.rij === 's1' && cel.soort === 'bedrag' && cel.waarde !== null)).toEqual([]);
    expect(tabellen.scholen.filter((cel) => cel.rij === 's1' && cel.kolom === 'jeugdigen' && cel.waarde !== null)).toEqual([]);
    expect(verslag.cellen.verborgen).toBeGreaterThan(verslag.cellen.moesten);
    expect(verslag.cellen.moesten).toBe(4);
    expect(verslag.rijKolomRegel.lekken).toBeGreaterThan(0);
  });

  it('heeft één patroon voor alle jaren en scenario’s', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: RUIM, kosten: eenDuurKind }));
    const { tabellen } = await gelukt(bronnen, 'klankbordgroep');
    let verborgen = 0;
    for (const tabel of Object.values(tabellen)) {
      const perCel = new Map<string, Set<boolean>>();
      for (const cel of tabel) perCel.set(sleutel(cel), (perCel.get(sleutel(cel)) ?? new Set()).add(cel.waarde === null));
      for (const [, gezien] of perCel) expect(gezien.size).toBe(1);
      verborgen += tabel.filter((cel) => cel.waarde === null).length;
    }
    expect(verborgen).toBeGreaterThan(0);
  });

  it('verbergt een bedrag dat grotendeels van één kind is', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: RUIM, kosten: eenDuurKind }));
    const gelezen = await catalogus(bronnen, STANDAARDBESCHERMING);
    if (!gelezen.ok) throw new Error('geen catalogus');
    expect(gelezen.publicatie.groepen.filter(({ primair }) => primair === 'overheersing').map((g) => g.sleutel)).toContain('scholen|s2|kosten behandeling');
    const { tabellen } = await gelukt(bronnen, 'klankbordgroep');
    expect(tabellen.scholen.find((cel) => cel.rij === 's2' && cel.kolom === 'kosten behandeling')).toMatchObject({ waarde: null, verborgen: 'overheersing' });
  });

  it('kan zonder rijen niet tonen dat geen bedrag van één kind is', async () => {
    const { personen: _, ...bronnen } = await bronnenVan(regio({ jeugdigen: RUIM }));
    const streng = await publiceer(bronnen, 'klankbordgroep');
    expect(streng.ok && streng.tabellen.gemeenten.some((cel) => cel.soort === 'bedrag' && cel.waarde !== null)).toBe(false);
    const { verslag } = await gelukt(bronnen, 'klankbordgroep', { ...STANDAARDBESCHERMING, zonderPseudoniem: 'buitenBeschouwing' });
    expect(verslag.overheersing).toBe('niet getoetst');
    expect(verslag.toelichting.join(' ')).toContain('niet getoetst');
  });

  it('weigert met de cellen waar het om gaat als niets helpt', async () => {
    const uitslag = await publiceer(await bronnenVan(regio({ jeugdigen: [[2, 1], [1, 1]] })), 'openbaar');
    expect(uitslag.ok).toBe(false);
    if (uitslag.ok) return;
    expect(uitslag.cellen.length).toBeGreaterThan(0);
    expect(uitslag.fouten[0]).toMatchObject({ code: 'B03', pad: uitslag.cellen[0]?.naam });
  });

  it('weigert instellingen die niets beschermen', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: RUIM }));
    for (const fout of [{ drempel: 4 }, { drempel: 7.5 }, { marge: 0 }, { overheersing: 1 }, { afronding: 0 }]) {
      const uitslag = await publiceer(bronnen, 'openbaar', { ...STANDAARDBESCHERMING, ...fout });
      expect(uitslag).toMatchObject({ ok: false, fouten: [{ code: 'B01' }] });
    }
  });

  it('rondt voor openbaar de bedragen per school en gemeente af, en voor anderen niet', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: RUIM }));
    expect(bedragen(await gelukt(bronnen, 'openbaar')).filter((x) => x % 1000 !== 0)).toEqual([]);
    expect(bedragen(await gelukt(bronnen, 'klankbordgroep')).some((x) => x % 1000 !== 0)).toBe(true);
  });

  it('toont intern alles en zegt dat op elke bladzijde', async () => {
    const { verslag, tabellen } = await gelukt(await bronnenVan(regio({ jeugdigen: KLEIN })), 'intern');
    expect(verslag.opschrift).toBe('vertrouwelijk – herleidbaar');
    expect(Object.values(tabellen).flat().some(({ waarde }) => waarde === null)).toBe(false);
    expect(tabellen.scholen.find((cel) => cel.rij === 's1' && cel.kolom === 'jeugdigen')?.waarde).toBe(3);
  });

  it('heeft geen tabel van school × gemeente', async () => {
    const { tabellen } = await gelukt(await bronnenVan(regio({ jeugdigen: RUIM })), 'klankbordgroep');
    expect(Object.keys(tabellen)).toEqual(['scholen', 'gemeenten', 'regio']);
    for (const cel of tabellen.scholen) expect(cel.kolom).not.toContain('GM');
    for (const cel of tabellen.gemeenten) expect(cel.kolom).not.toMatch(/^s\d/);
  });
});

describe('twee uitgaven na elkaar', () => {
  it('laten wat de eerste verborg ook in de tweede niet zien', async () => {
    const eerste = await gelukt(await bronnenVan(regio({ jeugdigen: KLEIN })), 'klankbordgroep', { ...STANDAARDBESCHERMING, drempel: 10 });
    const bronnen = await bronnenVan(regio({ jeugdigen: KLEIN }));
    const tweede = await gelukt({ ...bronnen, eerder: [eerste.verslag.voorVolgende] }, 'klankbordgroep', { ...STANDAARDBESCHERMING, drempel: 5 });
    const getoond = new Set(tweede.verslag.voorVolgende.getoond);
    for (const verborgen of eerste.verslag.voorVolgende.verborgen) expect(getoond).not.toContain(verborgen);
  });

  it('worden geweigerd als de eerste al liet zien wat nu verborgen moet zijn', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: KLEIN }));
    // As if everything had gone to the same reader.
    const alles = await gelukt(bronnen, 'intern');
    const uitslag = await publiceer({ ...bronnen, eerder: [alles.verslag.voorVolgende] }, 'klankbordgroep');
    expect(uitslag.ok).toBe(false);
  });
});

describe('aftrekken', () => {
  it('van rijen, jaren en scenario’s geeft nooit één verborgen cijfer', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: KLEIN }));
    for (const instellingen of [STANDAARDBESCHERMING, { ...STANDAARDBESCHERMING, drempel: 5 }]) {
      const { tabellen } = await gelukt(bronnen, 'klankbordgroep', instellingen);
      const jeugdigen = tabellen.scholen.filter(({ kolom }) => kolom === 'jeugdigen');
      const totaal = tabellen.regio.find(({ kolom }) => kolom === 'jeugdigen')?.waarde ?? Number.NaN;
      const { rest, open } = restVan(jeugdigen, totaal);
      expect(open === 0 ? rest === 0 : open > 1 && rest >= instellingen.drempel).toBe(true);
      const open2 = new Map<string, number>();
      for (const cel of [...tabellen.scholen, ...tabellen.gemeenten]) if (cel.waarde === null) open2.set(`${cel.kolom} ${cel.jaar} ${cel.scenario}`, (open2.get(`${cel.kolom} ${cel.jaar} ${cel.scenario}`) ?? 0) + 1);
      for (const [, aantal] of open2) expect(aantal).toBeGreaterThan(1);
    }
  });

  it('wordt door de audit gezien als iemand één cel terugzet', async () => {
    const bronnen = await bronnenVan(regio({ jeugdigen: KLEIN }));
    const gelezen = await catalogus(bronnen, STANDAARDBESCHERMING);
    if (!gelezen.ok) throw new Error('geen catalogus');
    const p = { ...gelezen.publicatie, doelen: [] };
    const lekken = audit(p, primaireGroepen(p), STANDAARDBESCHERMING);
    expect(lekken.map(({ naam }) => naam)).toContain('scholen|s1|jeugdigen');
    const lek = lekken.find(({ naam }) => naam === 'scholen|s1|jeugdigen');
    expect([lek?.min, lek?.max]).toEqual([3, 3]);
    expect(lekken.map(({ naam }) => naam)).toContain('scholen|s1|effect');
  });
});
