/** The catalogue states every figure as constant + sum of unknowns. The audit takes the constant to be public, so nothing of the data may be in it. */
import { describe, expect, it } from 'vitest';
import { catalogus } from '../../models/bescherming/catalogus.ts';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { waardeVan } from '../../models/bescherming/termen.ts';
import type { Publicatie } from '../../models/bescherming/types.ts';
import type { Project } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { reken } from '../hulp/reken.ts';
import { enkel, zonderFormules } from '../hulp/verbouw.ts';
import { wet } from '../hulp/wet.ts';

async function publicatieVan(project: Project): Promise<Publicatie> {
  const uit = await catalogus({ project, voorbereiding: bereidVoor(project), berekening: await reken(project) }, { ...STANDAARDBESCHERMING, zonderPseudoniem: 'buitenBeschouwing' });
  if (!uit.ok) throw new Error(uit.fouten[0]?.tekst);
  return uit.publicatie;
}

const constanten = (p: Publicatie): Map<string, number> => new Map(p.cellen.map((cel) => [`${p.groepen[cel.groep]?.sleutel} ${cel.jaar} ${cel.scenario}`, cel.constante]));

/** Of formulas, bounded paths and guests the reader is taken to know more instead (`bijdragen.ts`), and a contribution there is a constant. */
function zonderGrenzen(project: Project, worp: number): Project {
  const { aggregaten: _, ...rest } = zonderFormules(enkel(project, worp), { leerlingen: 0.4, jeugdigen: 0.3, kosten: 0.3 });
  return {
    ...rest,
    uitgangspunten: { ...rest.uitgangspunten, uitstroomZonderIndicaties: { wijze: 'lineair', maanden: 6 } },
    ...(rest.declaraties && { declaraties: rest.declaraties.map((rij) => ({ ...rij, bedrag: Math.abs(rij.bedrag) })) }),
    scenarios: rest.scenarios.map((s) => {
      if (s.verdeling?.ingroei) {
        const { maximumPerInwoner: __, ...ingroei } = s.verdeling.ingroei;
        s = { ...s, verdeling: { ...s.verdeling, ingroei } };
      }
      return s.nietDeelnemers === 'bijdragePerLeerling' ? { ...s, nietDeelnemers: 'gastvrij' as const } : s;
    }),
  };
}

describe('catalogus', () => {
  it('zet in geen enkel cijfer iets van de gegevens buiten de onbekenden', () => wet(120, async (project, worp) => {
    const eenvoudig = zonderGrenzen(project, worp);
    const factor = 1.5 + (worp % 7);
    // Every amount of a product changes alike: other costs of the same children, and the same uitstroom.
    const product = eenvoudig.producten[worp % eenvoudig.producten.length]!.code;
    const anders: Project = {
      ...eenvoudig,
      indicaties: eenvoudig.indicaties.map((rij) => (rij.product !== product ? rij : {
        ...rij,
        ...(rij.kostenPerJaar !== undefined && { kostenPerJaar: rij.kostenPerJaar * factor }),
        ...(rij.totaalbedrag !== undefined && { totaalbedrag: rij.totaalbedrag * factor }),
        ...(rij.tarief !== undefined && { tarief: rij.tarief * factor }),
      })),
      ...(eenvoudig.declaraties && { declaraties: eenvoudig.declaraties.map((rij) => (rij.product !== product ? rij : { ...rij, bedrag: rij.bedrag * factor })) }),
    };
    const [a, b] = [await publicatieVan(eenvoudig), await publicatieVan(anders)];
    const grootte = Math.max(1, ...[...a.cellen, ...b.cellen].map(({ waarde }) => Math.abs(waarde)));
    const [links, rechts] = [constanten(a), constanten(b)];
    for (const [naam, constante] of links) expect(Math.abs(constante - (rechts.get(naam) ?? Number.NaN)), naam).toBeLessThanOrEqual(1e-9 * grootte);
  }));

  it('geeft alleen kennis die waar is', () => wet(150, async (project) => {
    const p = await publicatieVan(project);
    const alles = new Set(p.groepen.keys());
    for (const verborgen of [new Set<number>(), alles]) {
      for (const { termen, waarde } of p.kennis(verborgen)) {
        const grootte = termen.plek.reduce((max, plek, i) => Math.max(max, Math.abs((p.onbekenden[plek]?.waarde ?? 0) * (termen.coef[i] ?? 0))), Math.abs(waarde));
        expect(Math.abs(waardeVan(termen, p.onbekenden) - waarde)).toBeLessThanOrEqual(1e-9 * Math.max(1, grootte));
      }
    }
  }));
});
