/** The audit and the suppression on random tables, against trying every table that fits. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../models/bescherming/audit.ts';
import { primaireGroepen, rijKolomRegel, verberg } from '../../models/bescherming/verbergen.ts';
import { kruistabel, waarBereik, willekeurigeTabel } from '../hulp/publicatie.ts';
import { parameters } from '../hulp/wet.ts';

const MARGE = 0.2;
const drempels = fc.integer({ min: 5, max: 12 });

describe('audit', () => {
  it('vindt van elk verborgen aantal precies of het genoeg speling heeft, welke cellen er ook verborgen zijn', () => {
    let lek = 0;
    let dicht = 0;
    // Any width: the audit itself knows no lowest threshold.
    fc.assert(fc.property(willekeurigeTabel(3, 3, 9), fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(8), { maxLength: 7 }), (tabel, drempel, erbij) => {
      const p = kruistabel(tabel, drempel);
      const binnen = tabel.length * (tabel[0]?.length ?? 0);
      const verborgen = new Set(erbij.map((i) => i % binnen));
      const lekken = new Set(audit(p, verborgen, { drempel, marge: MARGE }).map((l) => l.groep));
      for (const [groep, { min, max }] of waarBereik(p, verborgen)) {
        expect(lekken.has(groep)).toBe(max - min < drempel);
        if (lekken.has(groep)) lek++;
        else dicht++;
      }
    }), parameters(400));
    expect(lek).toBeGreaterThan(20);
    expect(dicht).toBeGreaterThan(20);
  });

  it('weigert elk patroon waaruit een cel te veel is teruggezet', () => {
    let gezien = 0;
    fc.assert(fc.property(willekeurigeTabel(4, 3, 12), drempels, fc.nat(1000), (tabel, drempel, worp) => {
      const p = kruistabel(tabel, drempel);
      const uitslag = verberg(p, { drempel, marge: MARGE });
      fc.pre(uitslag.ok);
      const erbij = [...uitslag.patroon.verborgen].filter((i) => !uitslag.patroon.primair.has(i));
      fc.pre(erbij.length > 0);
      gezien++;
      const minder = new Set(uitslag.patroon.verborgen);
      minder.delete(erbij[worp % erbij.length] as number);
      expect(audit(p, minder, { drempel, marge: MARGE })).not.toEqual([]);
    }), parameters(150));
    expect(gezien).toBeGreaterThan(20);
  });
});

describe('verberg', () => {
  it('laat geen verborgen aantal smaller over dan de drempel, ook niet voor wie alle tabellen probeert', () => {
    let beschermd = 0;
    fc.assert(fc.property(willekeurigeTabel(3, 3, 10), drempels, (tabel, drempel) => {
      const p = kruistabel(tabel, drempel);
      const uitslag = verberg(p, { drempel, marge: MARGE });
      for (const groep of primaireGroepen(p)) expect(uitslag.patroon.verborgen.has(groep)).toBe(true);
      if (!uitslag.ok) {
        // Refused: then nothing helps, not even hiding every inner cell.
        const alles = new Set([...p.groepen.keys()].filter((i) => Number.isFinite(p.groepen[i]?.prijs)));
        expect([...waarBereik(p, alles).values()].some(({ min, max }) => max - min < drempel)).toBe(true);
        return;
      }
      for (const { min, max } of waarBereik(p, uitslag.patroon.verborgen).values()) {
        expect(max - min).toBeGreaterThanOrEqual(drempel);
        beschermd++;
      }
    }), parameters(300));
    expect(beschermd).toBeGreaterThan(50);
  });

  it('beschermt waar de rij-kolomregel dat niet doet', () => {
    let onveilig = 0;
    fc.assert(fc.property(willekeurigeTabel(4, 4, 12), (tabel) => {
      const p = kruistabel(tabel, 10);
      const regel = { drempel: 10, marge: MARGE };
      const uitslag = verberg(p, regel);
      fc.pre(uitslag.ok);
      expect(audit(p, uitslag.patroon.verborgen, regel)).toEqual([]);
      if (audit(p, rijKolomRegel(p), regel).length > 0) onveilig++;
    }), parameters(60));
    expect(onveilig).toBeGreaterThan(0);
  });
});
