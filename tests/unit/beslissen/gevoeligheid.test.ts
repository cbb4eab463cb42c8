import { describe, expect, it } from 'vitest';
import { gevoeligheid } from '../../../models/beslissen/gevoeligheid.ts';
import type { Onzekerheid } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { basisMet, goed, klein } from './hulp.ts';

/** The team of `klein` costs 270 600; care that stops saves 203 657,14 at realisatie 1; together N 66 942,86. */
const [INZET, VERVALT] = [270_600, 66_942.857142857 - 270_600];
const ONZEKER: Onzekerheid[] = [
  { parameter: 'inzetFactor', verdeling: { soort: 'uniform', min: 0.9, max: 1.3 } },
  { parameter: 'realisatieFactor', verdeling: { soort: 'p10p50p90', p10: 0.5, p50: 0.75, p90: 1.2 } },
  { parameter: 'volumeDelta', verdeling: { soort: 'vast', waarde: 0 } },
];

describe('gevoeligheid', () => {
  it('takes each assumption to its P10 and P90, the others at their middle, widest first', async () => {
    const { uitslag } = goed(gevoeligheid(await basisMet(ONZEKER)));
    const bij = (inzet: number, realisatie: number): number => INZET * inzet + VERVALT * realisatie;
    expect(uitslag.midden).toBeCloseTo(bij(1.1, 0.75), 4);
    expect(uitslag.ingevuld).toBeCloseTo(bij(1, 1), 4);
    expect(uitslag.staven.map(({ parameter, laag, midden, hoog, breedte }) => [parameter, laag, midden, hoog, breedte])).toEqual([
      // Realisatie × 1,2 of 1 is held at 1.
      ['realisatieFactor', { waarde: 0.5, uitkomst: expect.closeTo(bij(1.1, 0.5), 4) }, 0.75, { waarde: 1.2, uitkomst: expect.closeTo(bij(1.1, 1), 4) }, expect.closeTo(-VERVALT / 2, 4)],
      ['inzetFactor', { waarde: expect.closeTo(0.94, 12), uitkomst: expect.closeTo(bij(0.94, 0.75), 4) }, 1.1, { waarde: expect.closeTo(1.26, 12), uitkomst: expect.closeTo(bij(1.26, 0.75), 4) }, expect.closeTo(0.32 * INZET, 4)],
      ['volumeDelta', { waarde: 0, uitkomst: expect.closeTo(bij(1.1, 0.75), 4) }, 0, { waarde: 0, uitkomst: expect.closeTo(bij(1.1, 0.75), 4) }, 0],
    ]);
    expect(uitslag.zinnen).toEqual([
      'Met elk onzeker uitgangspunt op zijn midden is het effect over 2027–2030 N € 144.917; zoals het scenario is ingevuld N € 66.943.',
      'Het meest hangt het effect over 2027–2030 af van de realisatie: N € 195.831 bij × 0,5 en N € 94.003 bij × 1,2, een verschil van € 101.829.',
      'Daarna: de kosten van de inzet, met een verschil van € 86.592.',
      'Elk uitgangspunt staat één keer op zijn P10 en één keer op zijn P90, terwijl de andere op hun midden blijven.',
    ]);
    expect(uitslag.staven[1]!.zin).toBe('Bij de kosten van de inzet × 0,94 is het effect over 2027–2030 N € 101.621, bij × 1,26 N € 188.213.');
  });

  it('looks at a year, a gemeente, or the net present value', async () => {
    const basis = await basisMet(ONZEKER);
    const jaar = goed(gevoeligheid(basis, { maat: 'jaar', jaar: 2027 })).uitslag;
    // In 2027 nothing has stopped yet: only the team, from August.
    expect(jaar.ingevuld).toBeCloseTo(33_000, 6);
    expect(jaar.zinnen[0]).toContain('het effect in 2027');
    const borne = goed(gevoeligheid(basis, { gemeente: 'GM0147' })).uitslag;
    expect(borne.zinnen[0]).toContain('het effect voor Borne over 2027–2030');
    expect(goed(gevoeligheid(basis, { gemeente: 'GM0147' })).uitslag.ingevuld + goed(gevoeligheid(basis, { gemeente: 'GM0164' })).uitslag.ingevuld).toBeCloseTo(66_942.857, 2);
    expect(goed(gevoeligheid(basis, { maat: 'ncw' })).uitslag.ingevuld).toBeCloseTo(66_942.857, 2);
    expect(goed(gevoeligheid(basis, { jaar: 2027 })).uitslag.ingevuld).toBeCloseTo(33_000, 6);
    expect(gevoeligheid(basis, { maat: 'ncw', jaar: 2027 })).toMatchObject({ ok: false, fouten: [{ code: 'B02', pad: 'keuze.jaar' }] });
    expect(gevoeligheid(basis, { maat: 'jaar', jaar: 2031 })).toMatchObject({ ok: false, fouten: [{ code: 'B02', pad: 'keuze.jaar' }] });
    expect(gevoeligheid(basis, { maat: 'jaar', gemeente: 'GM9999' })).toMatchObject({ ok: false, fouten: [{ pad: 'keuze.gemeente' }, { pad: 'keuze.jaar' }] });
  });

  it('says when nothing is said to be uncertain, and when nothing matters', async () => {
    expect(gevoeligheid(await basisVan(klein(), 'a'))).toMatchObject({ ok: false, fouten: [{ code: 'B01' }] });
    const { uitslag } = goed(gevoeligheid(await basisMet([{ parameter: 'eenmaligFactor', verdeling: { soort: 'uniform', min: 0, max: 2 } }])));
    expect(uitslag.zinnen[1]).toBe('Geen van de onzekere uitgangspunten verandert het effect over 2027–2030.');
  });

  it('a delay counts in whole months', async () => {
    const { uitslag } = goed(gevoeligheid(await basisMet([{ parameter: 'startvertraging', verdeling: { soort: 'uniform', min: 0, max: 6 } }])));
    expect(uitslag.staven[0]).toMatchObject({ laag: { waarde: 1 }, midden: 3, hoog: { waarde: 5 } });
    expect(uitslag.staven[0]!.zin).toContain('1 maand later');
  });
});
