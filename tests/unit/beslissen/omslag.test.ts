import { describe, expect, it } from 'vitest';
import { effectVan } from '../../../models/beslissen/basis.ts';
import { doelzoeken, omslagpunten, type Zoekopdracht } from '../../../models/beslissen/omslag.ts';
import type { OnzekereParameter } from '../../../models/project/types.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { basisMet, goed, kleinMet } from './hulp.ts';

/** As in gevoeligheid.test.ts: the team costs 270 600, care that stops saves 203 657,14. */
const [INZET, VERVALT] = [270_600, 203_657.142857143];
const parameter = (p: OnzekereParameter): Zoekopdracht => ({ invoer: { soort: 'parameter', parameter: p } });
const veld = (pad: string): Zoekopdracht => ({ invoer: { soort: 'veld', pad } });
const eerste = async (opdracht: Zoekopdracht, scenario = {}, arrangement = {}) => goed(omslagpunten(await basisVan(kleinMet(scenario, arrangement), 'a'), {}, [opdracht])).uitslag.punten[0]!;

describe('omslagpunt', () => {
  it('is where the figure is 0, to the last digits', async () => {
    const punt = await eerste(parameter('inzetFactor'));
    expect(punt.uitslag).toMatchObject({ soort: 'gevonden', waarde: expect.closeTo(VERVALT / INZET, 12), uitkomst: expect.closeTo(0, 6), gehaaldBij: 'lager', overige: [] });
    expect(punt.zin).toBe('“Collectief vanaf schooljaar 2027-2028” verdient zich over 2027–2030 terug als de kosten van de inzet ten hoogste × 0,75 zijn.');
  });

  it('speaks of indicaties that stop', async () => {
    // With a cheaper team it pays for itself at a realisatie of 0,8 × 0,783… = 62,64 %.
    const goedkoper = { realisatie: 0.8, inzet: [{ omschrijving: 'team', soort: 'fte', aantal: 0.8, bedrag: 90_000 * 0.4714 }] };
    const punt = await eerste(parameter('realisatieFactor'), {}, goedkoper);
    const e = (0.4714 * INZET) / 1.1 / VERVALT;
    expect(punt.uitslag).toMatchObject({ soort: 'gevonden', waarde: expect.closeTo(e / 0.8, 9), gehaaldBij: 'hoger' });
    expect(punt.zin).toBe('“Collectief vanaf schooljaar 2027-2028” verdient zich over 2027–2030 terug als ten minste 57 van de 100 vervangbare indicaties stoppen (realisatie × 0,72).');
  });

  it('is not reached: both ends with their outcomes', async () => {
    const basis = await basisMet([{ parameter: 'realisatieFactor', verdeling: { soort: 'uniform', min: 0.5, max: 0.9 } }]);
    const [punt] = goed(omslagpunten(basis, {}, [parameter('realisatieFactor')])).uitslag.punten;
    expect(punt!.bereik).toEqual({ van: 0.5, tot: 0.9 });
    expect(punt!.uitslag).toEqual({ soort: 'nietBereikt', van: { waarde: 0.5, uitkomst: expect.closeTo(INZET - VERVALT / 2, 4) }, tot: { waarde: 0.9, uitkomst: expect.closeTo(INZET - 0.9 * VERVALT, 4) } });
    expect(punt!.zin).toBe('Het omslagpunt wordt niet bereikt tussen × 0,5 en × 0,9 voor de realisatie: het effect over 2027–2030 is dan N € 168.771 en N € 87.309.');
  });

  it('says what has no influence', async () => {
    const punt = await eerste(parameter('eenmaligFactor'));
    expect(punt.uitslag).toEqual({ soort: 'geenInvloed', uitkomst: expect.closeTo(INZET - VERVALT, 4) });
    expect(punt.zin).toBe('Het effect over 2027–2030 hangt niet af van de eenmalige kosten: N € 66.943.');
  });

  it('of the fte and the amount of a team', async () => {
    const aantal = await eerste(veld('arrangementen[bouwsteen].inzet[0].aantal'));
    expect(aantal).toMatchObject({ naam: 'het aantal fte van “Jeugdhulpteam in school” op VSO de Bouwsteen', nu: 0.8, bereik: { van: 0, tot: 4 }, uitslag: { waarde: expect.closeTo((0.8 * VERVALT) / INZET, 9) } });
    expect(aantal.zin).toMatch(/ terug als het aantal fte van “Jeugdhulpteam in school” op VSO de Bouwsteen ten hoogste 0,6 is\.$/);
    const bedrag = await eerste(veld('arrangementen[bouwsteen].inzet[0].bedrag'));
    expect(bedrag.uitslag).toMatchObject({ waarde: expect.closeTo((90_000 * VERVALT) / INZET, 4) });
    expect(bedrag.zin).toMatch(/ten hoogste € 67\.735 is\.$/);
  });

  it('of a start: whole months, the last that is still met', async () => {
    const half = { inzet: [{ omschrijving: 'team', soort: 'fte', aantal: 0.8, bedrag: 60_000 }] };
    const punt = await eerste(veld('arrangementen[bouwsteen].start'), {}, half);
    expect(punt.nu).toBe('2027-08-01');
    expect(punt.bereik).toEqual({ van: '2027-01-01', tot: '2030-12-01' });
    if (punt.uitslag.soort !== 'gevonden') throw new Error(punt.uitslag.soort);
    const bij = async (start: string): Promise<number> => {
      const basis = await basisVan(kleinMet({}, { ...half, start } as never), 'a');
      return goed(effectVan(basis, basis.scenario)).effect.reduce((a, b) => a + b, 0);
    };
    const later = `${String(punt.uitslag.waarde).slice(0, 5)}${String(Number(String(punt.uitslag.waarde).slice(5, 7)) + (punt.uitslag.gehaaldBij === 'lager' ? 1 : -1)).padStart(2, '0')}-01`;
    expect(await bij(String(punt.uitslag.waarde))).toBeLessThanOrEqual(0);
    expect(await bij(later)).toBeGreaterThan(0);
    expect(punt.zin).toMatch(/terug als de start van het arrangement op VSO de Bouwsteen niet (eerder|later) is dan [a-z]+ 20\d\d\./);
  });

  it('of a delay, of an index, of the effect on the rest: in the words that belong to them', async () => {
    // A one-off so large that only more volume pays for it; the other way about for the rest.
    const zin = async (p: OnzekereParameter, arrangement = {}): Promise<string> => (await eerste(parameter(p), {}, arrangement)).zin;
    expect(await zin('volumeDelta')).toMatch(/terug als de groei van het volume per jaar ten minste 6,86 procentpunt hoger is dan aangenomen\.$/);
    expect(await zin('loonDelta')).toMatch(/terug als de loonindex per jaar ten minste 7,37 procentpunt lager is dan aangenomen\.$/);
    expect(await zin('effectOverigDelta')).toMatch(/terug als het effect op de overige zorg ten minste 20,94 procentpunt lager is dan aangenomen\.$/);
    expect(await zin('startvertraging', { inzet: [{ omschrijving: 'team', soort: 'vast', bedrag: 30_000 }] })).toMatch(/als de start ten hoogste \d+ maand(en)? later is\./);
  });

  it('searches every parameter where nothing is chosen, and a team where a school is', async () => {
    const { uitslag } = goed(omslagpunten(await basisVan(kleinMet(), 'a')));
    expect(uitslag.punten.map(({ invoer }) => invoer.soort === 'parameter' && invoer.parameter)).toHaveLength(10);
    expect(uitslag.zinnen[0]).toBe('Zoals het scenario is ingevuld is het effect over 2027–2030 N € 66.943. Elk omslagpunt geldt als al het andere blijft zoals het is.');
    expect(uitslag.zinnen.slice(1)).toEqual(uitslag.punten.map(({ zin }) => zin));
  });

  it('marks every sentence of an example', async () => {
    const basis = await basisVan(kleinMet({ herkomst: { naam: { status: 'voorbeeld' } } }), 'a');
    const { uitslag } = goed(omslagpunten(basis));
    for (const zin of [...uitslag.zinnen, ...uitslag.punten.map((p) => p.zin)]) expect(zin).toMatch(/^Voorbeeld: /);
  });
});

describe('doelzoeken', () => {
  it('finds any one input for any target', async () => {
    const basis = await basisVan(kleinMet(), 'a');
    const { uitslag } = goed(doelzoeken(basis, { ...veld('arrangementen[0].realisatie'), bereik: { van: 0.2, tot: 1 } }, 150_000));
    expect(uitslag.zoeking.uitslag).toMatchObject({ soort: 'gevonden', waarde: expect.closeTo((INZET - 150_000) / VERVALT, 9), uitkomst: expect.closeTo(150_000, 5) });
    expect(uitslag.zinnen).toEqual(['Het effect van “Collectief vanaf schooljaar 2027-2028” is over 2027–2030 ten hoogste N € 150.000 als de realisatie van het arrangement op VSO de Bouwsteen ten minste 59,3 % is.']);
  });

  it('searches the project too: what a product is, an index, and with rows at hand what was prepared from them', async () => {
    const basis = await basisVan(kleinMet(), 'a');
    const vind = (pad: string, doel: number, bereik?: { van: number; tot: number }, opnieuw?: Parameters<typeof doelzoeken>[4]) => goed(doelzoeken(basis, { ...veld(pad), ...(bereik && { bereik }) }, doel, {}, opnieuw)).uitslag.zoeking.uitslag;
    expect(vind('producten[BEG].vervangbaar', 100_000)).toMatchObject({ soort: 'gevonden', uitkomst: expect.closeTo(100_000, 5) });
    expect(vind('uitgangspunten.indexen.volume', 0)).toMatchObject({ soort: 'gevonden', waarde: expect.closeTo(0.0685, 4) });
    expect(doelzoeken(basis, veld('producten[BEG].benutting'), 100_000)).toMatchObject({ ok: false, fouten: [{ code: 'B06' }] });
    const project = kleinMet();
    // Half of an indicatie is used: what stops saves half as much.
    const benutting = vind('producten[BEG].benutting', INZET - VERVALT / 2, { van: 0.1, tot: 1 }, (anders) => bereidVoor({ ...project, ...anders }));
    expect(benutting).toMatchObject({ soort: 'gevonden', waarde: expect.closeTo(0.5, 9) });
  });

  it('says what cannot be searched, and how far', async () => {
    const basis = await basisVan(kleinMet(), 'a');
    const fout = (opdracht: Zoekopdracht, doel = 0): unknown => doelzoeken(basis, opdracht, doel);
    for (const pad of ['arrangementen[weg].start', 'arrangementen[0].school', 'onzin[', '', 'naam', 'verdeling.herkomst', '__proto__.x']) expect(fout(veld(pad)), pad).toMatchObject({ ok: false, fouten: [{ code: 'B06' }] });
    expect(fout({ ...veld('arrangementen[0].realisatie'), bereik: { van: 0, tot: 2 } })).toMatchObject({ ok: false, fouten: [{ code: 'B07', tekst: expect.stringContaining('realisatie') }] });
    expect(fout({ ...veld('arrangementen[0].realisatie'), bereik: { van: 1, tot: 0.5 } })).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
    expect(fout({ invoer: { soort: 'parameter', parameter: 'startvertraging' }, bereik: { van: 0, tot: 1e9 } })).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
    expect(fout({ ...veld('arrangementen[0].start'), bereik: { van: '1001-01-01', tot: '2030-01-01' } })).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
    expect(fout({ ...veld('arrangementen[0].start'), bereik: { van: 3, tot: 4 } })).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
    expect(fout(veld('verdeling.sleutel.leerlingen'))).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
    expect(fout(veld('arrangementen[0].realisatie'), Number.NaN)).toMatchObject({ ok: false, fouten: [{ code: 'B07', pad: 'doel' }] });
    expect(fout({ invoer: { soort: 'parameter', parameter: 'inzetFactor', school: 'weg' } })).toMatchObject({ ok: false, fouten: [{ code: 'B06' }] });
  });
});
