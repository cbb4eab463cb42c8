/** Use cases: freezing a scenario, and holding a frozen one against a calculation of today. */
import type { VastgesteldScenario } from '../../../models/contract/stand.ts';
import { berekenVoorbereid } from '../../../models/rekenen/bereken.ts';
import type { Vastgesteld } from '../../store/index.ts';
import { Dienstfout } from '../dienstfout.ts';
import { uitkomstverschillen } from '../uitkomstverschillen.ts';
import type { Onder, Taken } from '../taken.ts';

const alsScenario = ({ id, scenario, naam, wanneer, wie, programmaversie, vingerafdruk }: Omit<Vastgesteld, 'invoer' | 'uitkomst' | 'ongeschonden'>): VastgesteldScenario =>
  ({ id, scenario, naam, wanneer, wie, programmaversie, vingerafdruk });

export const vaststeltaken: Taken<Onder<'vastgesteld'>> = {
  'vastgesteld.lijst': ({ bestand }) => bestand.vastgesteld().map(alsScenario),

  async 'vastgesteld.maak'(sessie, { scenario }) {
    const { bestand, kader } = sessie;
    const invoer = bestand.teVaststellen(scenario, sessie.voorbereiding());
    const uitslag = await berekenVoorbereid(invoer.project, invoer.voorbereiding, { scenarios: [scenario] });
    if (!uitslag.ok) throw new Dienstfout('ongeldig', `Dit scenario kan nog niet worden vastgesteld. ${uitslag.fouten[0]?.tekst ?? ''}`, uitslag.fouten);
    return alsScenario(bestand.leesVastgesteld(bestand.stelVast(scenario, invoer, uitslag.berekening, kader.versie)));
  },

  async 'vastgesteld.lees'({ bestand }, { id }) {
    const vast = bestand.leesVastgesteld(id);
    const { project, voorbereiding } = vast.invoer;
    const nu = await berekenVoorbereid(project, voorbereiding, { scenarios: [vast.scenario] });
    const verschillen = [
      ...(vast.ongeschonden ? [] : ['De vingerafdruk klopt niet met de inhoud: het bestand is beschadigd of buiten het programma om gewijzigd.']),
      ...(nu.ok ? uitkomstverschillen(vast.uitkomst, nu.berekening) : nu.fouten.map(({ tekst }) => tekst)),
    ];
    return { vastgesteld: alsScenario(vast), project, uitkomst: vast.uitkomst, klopt: verschillen.length === 0, verschillen };
  },
};
