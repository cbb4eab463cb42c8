/**
 * The fast model of draws: what depends on data is added up once, and a draw touches no cell (docs/beslissen.md). Gives what `gewoonModel` gives; a law
 * holds the two together on random projects.
 */
import { indexenVan } from '../project/standaard.ts';
import type { OnzekereParameter, Onzekerheid } from '../project/types.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { reken, type Beslisbasis } from './basis.ts';
import { keurVertragingen, vertragingsbereik, type Trekkingsmodel } from './model.ts';
import { dimensiesVan, type Dimensie } from './parameters.ts';
import { inzetrekenaar } from './snel/inzet.ts';
import { plaatsenmaker, verschiltPerSchool, type Plaats } from './snel/plaatsen.ts';
import { zorgrekenaar } from './snel/zorg.ts';

/** The model of the scenario's uncertain assumptions, or of others; or why some of their draws cannot be calculated (P21). */
export function trekkingsmodel(basis: Beslisbasis, onzekerheden: readonly Onzekerheid[] = basis.scenario.onzekerheden ?? []): Rekenresultaat<{ model: Trekkingsmodel }> {
  const gekeurd = keurVertragingen(basis, vertragingsbereik(onzekerheden));
  return gekeurd.ok ? snelModel(basis, dimensiesVan(onzekerheden, basis.scenario.arrangementen.map(({ school }) => school))) : gekeurd;
}

/** @param dimensies whose draws can all be calculated (`keurVertragingen`) */
export function snelModel(basis: Beslisbasis, dimensies: readonly Dimensie[]): Rekenresultaat<{ model: Trekkingsmodel }> {
  const { project, scenario } = basis;
  const gerekend = reken(basis, scenario);
  if (!gerekend.ok) return gerekend;
  const { evaluatie } = gerekend;
  const maakPlaats = plaatsenmaker(dimensies, indexenVan(project, scenario), project.uitgangspunten, evaluatie.kader.jaren.length);
  const regio = maakPlaats(null);
  const gemaakt = new Map<number, Plaats>();
  /** The place of an arrangement for some parameters: that of the region as long as none of them differs per school. */
  const plaatsVoor = (parameters: readonly OnzekereParameter[]) => (arrangement: number): Plaats => {
    if (!verschiltPerSchool(dimensies, parameters)) return regio;
    const plaats = gemaakt.get(arrangement) ?? maakPlaats(scenario.arrangementen[arrangement]!.school);
    gemaakt.set(arrangement, plaats);
    return plaats;
  };
  const aandeel = plaatsVoor(['realisatieFactor', 'vervangbaarFactor']);
  const telZorg = zorgrekenaar(basis, evaluatie.kader, evaluatie.isInbegrepen, { aandeel, klasse: plaatsVoor(['startvertraging', 'uitstroomFactor', 'effectOverigDelta', 'volumeDelta', 'prijsDelta', 'loonDelta']) });
  const regels = plaatsVoor(['startvertraging', 'inzetFactor', 'eenmaligFactor', 'prijsDelta', 'loonDelta']);
  const telInzet = inzetrekenaar(basis, evaluatie, { aandeel, regels, regio }, dimensies.some(({ parameter }) => parameter === 'vervangbaarFactor'));
  const alle = [regio, ...gemaakt.values()];
  return {
    ok: true,
    model: {
      dimensies,
      reken(trekking, naar) {
        for (const plaats of alle) plaats.neem(trekking);
        naar.fill(0);
        telZorg(naar);
        return telInzet(naar);
      },
    },
  };
}
