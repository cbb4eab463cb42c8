/** The engine in this process: preparation once per delivery of data, evaluation at every change of an assumption. */
import { volledigScenario } from '../../models/project/scenario.ts';
import { plaatsVan, rekenScenarioDoor } from '../../models/rekenen/bereken.ts';
import { gegevensVan } from '../../models/rekenen/gegevens.ts';
import { uitkomstVanScenario } from '../../models/rekenen/uitkomsten.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { mediaan, type Meting } from './meting.ts';
import { NATIONAAL, TWENTE, verzonnenProject, type Omvang } from './project.ts';

async function* omvang(maat: Omvang, doel: { voorbereiding?: number; evaluatie: number }): AsyncGenerator<Meting> {
  const json = JSON.stringify(verzonnenProject(maat));
  const ontleden = await mediaan(3, () => JSON.parse(json), 1);
  const ijk = `JSON.parse ${ontleden.toFixed(ontleden < 10 ? 1 : 0)} ms`;
  const project = verzonnenProject(maat);

  const voorbereiden = await mediaan(5, () => gegevensVan(project, bereidVoor(project)));
  yield { naam: `${maat.naam}: voorbereiding`, waarde: voorbereiden, eenheid: 'ms', ...(doel.voorbereiding !== undefined && { doel: { hoogstens: doel.voorbereiding } }), ijk };

  const gegevens = gegevensVan(project, bereidVoor(project));
  for (const { id } of project.scenarios) {
    const scenario = volledigScenario(project, id);
    const evalueer = (): void => {
      const uit = rekenScenarioDoor(gegevens, project, scenario, new Map(), plaatsVan(project, id));
      if (!uit.ok) throw new Error(uit.fouten[0]?.tekst);
      uitkomstVanScenario(gegevens, uit.nul, uit.evaluatie);
    };
    const keer = maat === TWENTE ? 201 : 21;
    yield { naam: `${maat.naam}: één evaluatie met uitkomsten, ${id}`, waarde: await mediaan(keer, evalueer, keer), eenheid: 'ms', doel: { hoogstens: doel.evaluatie }, ijk };
  }
}

/** Preparation ≤ 0,4 s and evaluation ≤ 25 ms for the country, evaluation ≤ 1 ms for a region. */
export async function* rekenen(): AsyncGenerator<Meting> {
  yield* omvang(TWENTE, { evaluatie: 1 });
  yield* omvang(NATIONAAL, { voorbereiding: 400, evaluatie: 25 });
}
