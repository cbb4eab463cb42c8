import { blokkeertVoorbereiding, foutenVan } from '../../electron/service/stand.ts';
import { houdTegenHetLicht, stelVast } from '../../electron/service/vaststellen.ts';
import type { Projectbestand } from '../../electron/store/index.ts';
import { voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { AFSLUITCODE, type Opdracht } from './opdracht.ts';
import { VERSIE } from './programma.ts';
import { controleerScenario, nietDoorTeRekenen, projectpad } from './project.ts';
import { eisProjectbestand, metProjectbestand } from './projectbestand.ts';

/** `arrangeren vaststellen`: freezing a scenario, and calculating again what was frozen. */
export const vaststellen: Opdracht = {
  hulp: `arrangeren vaststellen PROJECT.arrangement [--scenario ID]

Stelt een scenario vast: een kopie met gegevens, uitkomsten en vingerafdruk die niet meer verandert. Zonder --scenario: wat is vastgesteld, opnieuw
doorgerekend en vergeleken met wat toen is bewaard.

  --scenario ID   stel dit scenario vast

Afsluitcodes: 0 gelukt of alles klopt, 1 niet vast te stellen of er is een verschil.`,
  opties: { scenario: { type: 'string' } },

  async voerUit(argumenten) {
    const pad = await eisProjectbestand(projectpad(argumenten, 'vaststellen'));
    const scenario = argumenten.waarde('scenario');
    if (scenario === undefined) return metProjectbestand(pad, 'lezen', rekenNa);
    return metProjectbestand(pad, 'schrijven', async (bestand) => {
      const project = bestand.projectZonderRijen();
      const fouten = foutenVan(project, bestand).filter(blokkeertVoorbereiding);
      if (fouten.length > 0) throw nietDoorTeRekenen(pad, fouten);
      controleerScenario(project, scenario);
      const { id, naam, vingerafdruk } = await stelVast(bestand, scenario, bestand.voorbereiding(voorbereider), VERSIE);
      console.log(`Vastgesteld (${id}): ${naam}\nvingerafdruk ${vingerafdruk}`);
      return AFSLUITCODE.goed;
    });
  },
};

async function rekenNa(bestand: Projectbestand): Promise<number> {
  const lijst = bestand.vastgesteld();
  if (lijst.length === 0) console.log('Er is nog niets vastgesteld.');
  let verschil = false;
  for (const { id, naam, wanneer, wie, vingerafdruk } of lijst) {
    const { verschillen } = await houdTegenHetLicht(bestand, id);
    console.log(`${id}  ${wanneer.slice(0, 16).replace('T', ' ')}  ${wie}  ${naam}  ${vingerafdruk}  ${verschillen.length === 0 ? 'klopt' : 'KLOPT NIET'}`);
    for (const tekst of verschillen) console.log(`    ${tekst}`);
    verschil ||= verschillen.length > 0;
  }
  return verschil ? AFSLUITCODE.gebruikersfout : AFSLUITCODE.goed;
}
