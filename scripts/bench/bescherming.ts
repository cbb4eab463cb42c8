/** Protection of small numbers: from prepared data to tables that may go out, and how much is hidden of what had to be. */
import { publiceer } from '../../models/bescherming/publiceer.ts';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../models/bescherming/personen.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
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
    yield { naam: `${omvang.naam}: publiceren, ${uitslag.ok ? 'mag' : `geweigerd om ${uitslag.cellen.length} cijfers`}`, waarde: performance.now() - begin, eenheid: 'ms', doel: { hoogstens: 30_000 } };
    if (!uitslag.ok) continue;
    const { cellen, opgerold, rijKolomRegel, jarenSamen } = uitslag.verslag;
    yield { naam: `${omvang.naam}: verborgen cellen van ${cellen.alle}`, waarde: cellen.verborgen, eenheid: 'cellen', ijk: `${cellen.moesten} moesten, ${cellen.terug} terug als overige; rij-kolomregel ${rijKolomRegel.verborgen} met ${rijKolomRegel.lekken} lekken` };
    yield { naam: `${omvang.naam}: samengenomen`, waarde: opgerold.scholen.length + opgerold.gemeenten.length, eenheid: 'rijen', ijk: `van ${jarenSamen.length} rijen alleen alle jaren samen` };
  }
}
