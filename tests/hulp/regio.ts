/** An invented region for tests of protection: schools of every size, from three children with care up. Nothing in it is a fact. */
import { FORMAAT, type Indicatie, type Project } from '../../models/project/types.ts';

export interface Regio {
  /** Children with care per school (row) and gemeente (column). */
  jeugdigen: readonly (readonly number[])[];
  /** Euros a year per child; default a few thousand, each its own. */
  kosten?: (school: number, gemeente: number, kind: number, product: number) => number;
}

export function regio({ jeugdigen, kosten = (s, g, kind, p) => 4000 + ((s * 7919 + g * 104_729 + kind * 1299 + p * 31) % 9000) }: Regio): Project {
  const scholen = jeugdigen.map((_, s) => ({ id: `s${s}`, naam: `School ${s}`, soort: 'SO' as const, gemeente: 'GM0001' }));
  const gemeenten = (jeugdigen[0] ?? []).map((_, g) => ({ code: `GM000${g + 1}`, naam: `Gemeente ${g + 1}`, inwoners: 10_000 + 1000 * g }));
  const producten = [{ code: 'BEG', naam: 'Begeleiding', vervangbaar: 0.6, categorie: 'begeleiding' }, { code: 'BEH', naam: 'Behandeling', vervangbaar: 0.2, index: 'loon' as const, categorie: 'behandeling' }];
  const indicaties: Indicatie[] = jeugdigen.flatMap((rij, s) => rij.flatMap((aantal, g) => Array.from({ length: aantal }, (_, kind) => producten.map((product, p): Indicatie => ({
    school: `s${s}`, gemeente: `GM000${g + 1}`, product: product.code, start: '2024-01-01', eind: `2026-${String(3 + ((s + kind) % 9)).padStart(2, '0')}-15`, jeugdige: `j${s}-${g}-${kind}`, kostenPerJaar: kosten(s, g, kind, p),
  })))).flat());
  return {
    formaat: FORMAAT,
    naam: 'VOORBEELD – verzonnen',
    gemeenten, scholen, producten, indicaties,
    leerlingen: jeugdigen.flatMap((rij, s) => rij.map((aantal, g) => ({ school: `s${s}`, gemeente: `GM000${g + 1}`, aantal: 15 + 3 * aantal }))),
    uitgangspunten: { peildatum: '2026-01-01', begrotingsjaar: 2027, jaren: 3, maximaleLooptijd: 24, indexen: { prijs: 0.02, loon: 0.03 }, uitstroomMeting: 'peildatum' },
    scenarios: [
      {
        id: 'alle', naam: 'Alle scholen', verdeling: { bereik: 'regio', sleutel: { leerlingen: 1 } },
        arrangementen: scholen.map(({ id }, s) => ({ school: id, start: s % 2 === 0 ? '2027-08-01' : '2028-01-01', realisatie: 0.8, inzet: [{ omschrijving: 'Team', soort: 'fte' as const, aantal: 1, bedrag: 80_000 }] })),
      },
      { id: 'minder', naam: 'Een school minder', ouder: 'alle', arrangementen: [{ school: 's0', vervalt: true }] },
    ],
  };
}
