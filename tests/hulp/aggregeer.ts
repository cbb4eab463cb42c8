/** Replaces the rows of one gemeente by the aggregaat that it could have delivered instead (rekenmodel 1 and 4). */
import type { Aggregaat, Project } from '../../models/project/types.ts';
import { bepaalBasis, jeugdigenVan, looptOp, maandbedrag, maandnaam, maandVan, overlap } from './gewoon.ts';

export function aggregeer(project: Project, gemeente: string): Project {
  const { peildatum, maximaleLooptijd } = project.uitgangspunten;
  const indicaties = project.indicaties.filter((rij) => rij.gemeente === gemeente);
  const uitstroom: Aggregaat['uitstroom'] = [];
  for (let meetmaand = maandVan(peildatum) - 11; meetmaand <= maandVan(peildatum); meetmaand += 1) {
    for (const { code } of project.producten) {
      const lopend = indicaties.filter((rij) => rij.product === code && looptOp(rij, meetmaand));
      if (lopend.length === 0) continue;
      const totaal = (aandeel: (rij: (typeof lopend)[number]) => number): number =>
        lopend.reduce((som, rij) => som + maandbedrag(project, rij) * aandeel(rij), 0);
      uitstroom.push({
        product: code,
        meetdatum: `${maandnaam(meetmaand)}-01`,
        maandbedrag: totaal(() => 1),
        resterend: Array.from({ length: maximaleLooptijd }, (_, k) => totaal((rij) => overlap(rij, meetmaand + k))),
      });
    }
  }
  const aggregaat: Aggregaat = {
    gemeente,
    peildatum,
    basis: bepaalBasis(project).filter((cel) => cel.gemeente === gemeente).map(({ school, product, basis }) => ({ school, product, bedrag: basis })),
    uitstroom,
    jeugdigen: project.scholen
      .map(({ id }) => ({ school: id, aantal: jeugdigenVan(project, id, gemeente) }))
      .filter(({ aantal }) => aantal > 0),
  };
  return {
    ...project,
    indicaties: project.indicaties.filter((rij) => rij.gemeente !== gemeente),
    declaraties: (project.declaraties ?? []).filter((rij) => rij.gemeente !== gemeente),
    aggregaten: [...(project.aggregaten ?? []), aggregaat],
  };
}
