/** Use cases: freezing a scenario, and holding a frozen one against a calculation of today. */
import type { VastgesteldScenario } from '../../../models/contract/stand.ts';
import type { Vastgesteld } from '../../store/index.ts';
import type { Onder, Taken } from '../taken.ts';
import { houdTegenHetLicht, stelVast } from '../vaststellen.ts';

const alsScenario = ({ id, scenario, naam, wanneer, wie, programmaversie, vingerafdruk }: Omit<Vastgesteld, 'invoer' | 'uitkomst' | 'ongeschonden'>): VastgesteldScenario =>
  ({ id, scenario, naam, wanneer, wie, programmaversie, vingerafdruk });

export const vaststeltaken: Taken<Onder<'vastgesteld'>> = {
  'vastgesteld.lijst': ({ bestand }) => bestand.vastgesteld().map(alsScenario),

  'vastgesteld.maak': async (sessie, { scenario }) => alsScenario(await stelVast(sessie.bestand, scenario, sessie.voorbereiding(), sessie.kader.versie)),

  async 'vastgesteld.lees'({ bestand }, { id }) {
    const { vastgesteld, verschillen } = await houdTegenHetLicht(bestand, id);
    return { vastgesteld: alsScenario(vastgesteld), project: vastgesteld.invoer.project, uitkomst: vastgesteld.uitkomst, klopt: verschillen.length === 0, verschillen };
  },
};
