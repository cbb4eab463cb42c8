/** Protection of small numbers: from prepared data to tables that may go out, and how much is hidden of what had to be. */
import { publiceer } from '../../models/bescherming/publiceer.ts';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../models/bescherming/personen.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
import { gegevensstand } from '../../models/bescherming/eerder.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import type { Meting } from './meting.ts';
import { TWENTE, verzonnenProject, type Omvang } from './project.ts';

/** A region with fewer children, so that some schools are small. */
const DUN: Omvang = { ...TWENTE, naam: 'dun', indicaties: 900, gemeentenPerSchool: 5, jaren: 3, producten: 6, arrangementen: 20 };

export async function* bescherming(): AsyncGenerator<Meting> {
  for (const omvang of [TWENTE, DUN]) {
    const project = verzonnenProject(omvang);
    const voorbereiding = bereidVoor(project);
    const gerekend = await bereken(project, { scenarios: ['plan'] });
    if (!gerekend.ok) throw new Error(gerekend.fouten[0]?.tekst);
    const begin = performance.now();
    const uitslag = await publiceer({ project, voorbereiding, berekening: gerekend.berekening, personen: telPersonen(project) }, 'klankbordgroep', STANDAARDBESCHERMING);
    yield { naam: `${omvang.naam}: publiceren, ${uitslag.ok ? 'mag' : `geweigerd om ${uitslag.cellen.length} cijfers`}`, waarde: Math.round(performance.now() - begin), eenheid: 'ms', doel: { hoogstens: 30_000 } };
    if (!uitslag.ok) continue;
    const { cellen, opgerold, rijKolomRegel, jarenSamen } = uitslag.verslag;
    yield { naam: `${omvang.naam}: verborgen cellen van ${cellen.alle}`, waarde: cellen.verborgen, eenheid: 'cellen', ijk: `${cellen.moesten} moesten, ${cellen.terug} terug als overige; rij-kolomregel ${rijKolomRegel.verborgen} met ${rijKolomRegel.lekken} lekken` };
    // The next export of the same figures must cost and hide no more; one with other assumptions is held against both.
    const eerder = [{ ...uitslag.verslag.voorVolgende, gegevens: gegevensstand(project, voorbereiding), kennis: uitslag.kennis }];
    const anders = { ...project, scenarios: project.scenarios.map((s) => (s.id === 'plan' ? { ...s, arrangementen: (s.arrangementen ?? []).map((a) => ('realisatie' in a ? { ...a, realisatie: 0.7 } : a)) } : s)) };
    for (const [wat, ander] of [['dezelfde nog eens', project], ['met andere realisatie', anders]] as const) {
      const weer = await bereken(ander, { scenarios: ['plan'] });
      if (!weer.ok) throw new Error(weer.fouten[0]?.tekst);
      const toen = performance.now();
      const tweede = await publiceer({ project: ander, voorbereiding, berekening: weer.berekening, personen: telPersonen(ander), eerder }, 'klankbordgroep', STANDAARDBESCHERMING);
      yield { naam: `${omvang.naam}: ${wat}, ${tweede.ok ? `${tweede.verslag.cijfers.verborgen} van ${tweede.verslag.cijfers.alle} cijfers verborgen (eerst ${uitslag.verslag.cijfers.verborgen})` : `geweigerd om ${tweede.cellen.length} cijfers`}`, waarde: Math.round(performance.now() - toen), eenheid: 'ms', doel: { hoogstens: 30_000 } };
    }
    yield { naam: `${omvang.naam}: samengenomen`, waarde: opgerold.scholen.length + opgerold.gemeenten.length, eenheid: 'rijen', ijk: `van ${jarenSamen.length} rijen alleen alle jaren samen` };
  }
}
