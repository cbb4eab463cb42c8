import { gevoeligheid as reken } from '../../models/beslissen/gevoeligheid.ts';
import { parameterwaarde } from '../../models/beslissen/woorden.ts';
import { BASISHULP, BASISOPTIES, basisUit, EFFECTVOET, eis, geef, KEUZEHULP, KEUZEOPTIES, keuzeUit } from './beslissing.ts';
import type { Opdracht } from './opdracht.ts';
import { effect, heel, tabel } from './tabel.ts';

/** `arrangeren gevoeligheid`: the tornado. */
export const gevoeligheid: Opdracht = {
  hulp: `arrangeren gevoeligheid PROJECT [--scenario ID] [opties]

Welk onzeker uitgangspunt maakt het meeste uit? Elk staat een keer op zijn P10 en een keer op zijn P90, de andere op hun midden.

${BASISHULP}
${KEUZEHULP}`,
  opties: { ...BASISOPTIES, ...KEUZEOPTIES },

  async voerUit(argumenten) {
    const { uitslag } = eis(reken(await basisUit(argumenten, 'gevoeligheid'), keuzeUit(argumenten)), 'Gevoeligheid');
    const rijen = uitslag.staven.map(({ naam, parameter, laag, hoog, breedte }) =>
      [naam, parameterwaarde(parameter, laag.waarde), effect(laag.uitkomst), parameterwaarde(parameter, hoog.waarde), effect(hoog.uitkomst), heel(breedte)]);
    return geef(argumenten, uitslag, 'Gevoeligheid', [tabel([['uitgangspunt', 'P10', 'effect', 'P90', 'effect', 'verschil'], null, ...rijen])], [EFFECTVOET]);
  },
};
