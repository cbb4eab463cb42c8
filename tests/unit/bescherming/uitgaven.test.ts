/** Two exports one after the other through the service, with changed data in between: subtracting one from the other tells nothing of few children. */
import { describe, expect, it } from 'vitest';
import { EERDER_ONBEKEND, maakPublicatie, type GemaaktePublicatie } from '../../../electron/service/publicatie.ts';
import type { Uitgave } from '../../../models/bescherming/eerder.ts';
import { neemEerderOp } from '../../../models/bescherming/lezerskennis.ts';
import type { Project } from '../../../models/project/types.ts';
import { regio } from '../../hulp/regio.ts';

const OPTIES = { moment: new Date('2026-10-01T12:00:00Z'), programma: 'test' };
const VOL = [[34, 29, 32], [31, 36, 28], [40, 27, 33], [29, 32, 38], [35, 31, 30]];
type Gemaakt = Extract<GemaaktePublicatie, { ok: true }>;

async function geefUit(project: Project, eerder?: readonly Uitgave[]): Promise<GemaaktePublicatie> {
  return maakPublicatie(project, 'alle', 'klankbordgroep', { ...OPTIES, ...(eerder && { eerder }) });
}
async function gelukt(project: Project, eerder?: readonly Uitgave[]): Promise<Gemaakt> {
  const uit = await geefUit(project, eerder);
  if (!uit.ok) throw new Error(uit.fouten.map(({ tekst }) => tekst).join('\n'));
  return uit;
}

/** Some more children at these places. */
const met = (erbij: readonly (readonly [school: number, gemeente: number, aantal: number])[]): Project => regio({ jeugdigen: VOL.map((rij, s) => rij.map((n, g) => n + erbij.reduce((som, [school, gemeente, aantal]) => som + (school === s && gemeente === g ? aantal : 0), 0))) });

/** Every amount that stands in both, subtracted. */
function verschillen(eerste: Gemaakt, tweede: Gemaakt): { tabel: string; rij: string; kolom: string; verschil: number }[] {
  return Object.entries(eerste.gegevens.tabellen).flatMap(([tabel, cellen]) => cellen.flatMap((a) => {
    const b = tweede.gegevens.tabellen[tabel as 'regio'].find((cel) => cel.rij === a.rij && cel.kolom === a.kolom && cel.jaar === a.jaar && cel.scenario === a.scenario);
    return a.soort === 'bedrag' && a.waarde !== null && b && b.waarde !== null ? [{ tabel, rij: a.rij, kolom: a.kolom, verschil: b.waarde - a.waarde }] : [];
  }));
}

describe('twee uitgaven na elkaar', () => {
  it('zeggen dat eerdere uitgaven niet bekend zijn waar niets daarvan bewaard is', async () => {
    expect((await gelukt(regio({ jeugdigen: VOL }))).waarschuwingen).toContainEqual(EERDER_ONBEKEND);
    expect((await gelukt(regio({ jeugdigen: VOL }), [])).waarschuwingen).toEqual([]);
  });

  it('laten van dezelfde gegevens hetzelfde zien', async () => {
    const eerste = await gelukt(regio({ jeugdigen: VOL }), []);
    const tweede = await gelukt(regio({ jeugdigen: VOL }), [eerste.voorVolgende]);
    expect(tweede.gegevens.tabellen).toEqual(eerste.gegevens.tabellen);
  });

  it('worden geweigerd na een uitgave waarvan niet bewaard is wat zij vertelde', async () => {
    const { kennis: _, ...oud } = (await gelukt(regio({ jeugdigen: VOL }), [])).voorVolgende;
    const uit = await geefUit(regio({ jeugdigen: VOL }), [oud as Uitgave]);
    expect(uit).toMatchObject({ ok: false, fouten: [{ code: 'B05' }] });
  });

  it('bewaren van dezelfde cijfers niets dubbel, en van andere uitgangspunten wat erbij komt', async () => {
    const project = regio({ jeugdigen: VOL });
    const eerste = (await gelukt(project, [])).voorVolgende;
    const tweede = (await gelukt(project, [eerste])).voorVolgende;
    expect(eerste.kennis.relaties.length).toBeGreaterThan(20);
    expect(tweede.kennis).toEqual({ onbekenden: [], relaties: [], vragen: [] });
    const anders = structuredClone(project);
    anders.uitgangspunten.indexen = { prijs: 0.05, loon: 0.01 };
    const derde = (await gelukt(anders, [eerste, tweede])).voorVolgende;
    expect(derde.kennis.relaties.length).toBeGreaterThan(0);
    expect(derde.kennis.relaties.length).toBeLessThan(eerste.kennis.relaties.length);
  });

  it('tellen wat er bij een andere prijs voor alle kinderen evenveel maal is, als hetzelfde', () => {
    const onbekenden = [1000, 2000].map((waarde, i) => ({ naam: `b${i}`, soort: 'P', geheel: false, waarde }));
    const toen = { onbekenden: onbekenden.map((o) => ({ ...o, waarde: 1.5 * o.waarde })), relaties: [{ plek: [0, 1], coef: [1, 2] }], vragen: [] };
    expect(neemEerderOp([toen], [...onbekenden])).toEqual({ relaties: [{ termen: { plek: [0, 1], coef: [1.5, 3] }, waarde: 7500 }], doelen: [] });
    // What changed otherwise is an unknown of its own; what hangs together with nothing is left out.
    const los = [...onbekenden];
    expect(neemEerderOp([{ ...toen, onbekenden: [{ ...onbekenden[0]!, waarde: 1300 }, onbekenden[1]!] }], los).relaties).toEqual([{ termen: { plek: [1, 2], coef: [2, 1] }, waarde: 5300 }]);
    expect(los).toHaveLength(3);
    expect(neemEerderOp([{ ...toen, onbekenden: [{ ...onbekenden[0]!, waarde: 1300 }, { ...onbekenden[1]!, waarde: 7 }] }], [...onbekenden]).relaties).toEqual([]);
  });

  it('worden geweigerd als er in de regio minder kinderen bij zijn dan de drempel: het verschil is wat zij kosten', async () => {
    const [voor, na] = [regio({ jeugdigen: VOL }), met([[2, 1, 1]])];
    // Without what went out before, subtracting gives the cost of one child to the cent.
    const [blind, daarna] = [await gelukt(voor, []), await gelukt(na, [])];
    const kosten = na.indicaties.filter((rij) => !voor.indicaties.some((ander) => ander.jeugdige === rij.jeugdige)).map((rij) => rij.kostenPerJaar as number);
    expect(kosten).toHaveLength(2);
    expect(verschillen(blind, daarna).some(({ tabel, verschil }) => tabel === 'regio' && Math.abs(verschil) > 1)).toBe(true);
    const uit = await geefUit(na, [blind.voorVolgende]);
    expect(uit).toMatchObject({ ok: false });
    if (uit.ok) return;
    expect(uit.fouten.every(({ code }) => code === 'B04')).toBe(true);
    expect(uit.fouten[0]?.tekst).toContain('minder dan 10 kinderen');
  });

  it('tonen geen verschil van een school of gemeente waar minder kinderen wijzigden dan de drempel, ook niet na aftrekken van alle andere', async () => {
    const eerste = await gelukt(regio({ jeugdigen: VOL }), []);
    // Many children at three schools and few at another, in all gemeenten.
    const project = met([[0, 0, 14], [0, 1, 12], [0, 2, 13], [1, 0, 12], [1, 1, 14], [1, 2, 12], [3, 0, 2], [3, 1, 1], [3, 2, 1], [4, 0, 1], [4, 2, 2]]);
    const tweede = await gelukt(project, [eerste.voorVolgende]);
    const verschil = verschillen(eerste, tweede).filter(({ tabel, verschil: euro }) => tabel === 'scholen' && Math.abs(euro) > 0.005);
    expect(verschil.filter(({ rij }) => rij === 's3' || rij === 's4')).toEqual([]);
    // What follows by taking all that is shown from the region: the rest together, which is not a few children either.
    const dicht = new Set(tweede.gegevens.tabellen.scholen.filter(({ waarde, soort }) => soort === 'bedrag' && waarde === null).map(({ rij }) => rij));
    const kinderen = (p: Project): number => new Set(p.indicaties.filter(({ school }) => dicht.has(school)).map(({ jeugdige }) => jeugdige)).size;
    expect(dicht.size).toBeGreaterThan(2);
    expect(kinderen(project) - kinderen(regio({ jeugdigen: VOL }))).toBeGreaterThanOrEqual(10);
  });
});
