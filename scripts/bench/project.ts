/** Invented projects of a given size for the bench, the same every time. Nothing in them is a fact. */
import { FORMAAT, type Arrangement, type Indicatie, type Leerlingen, type Project } from '../../models/project/types.ts';
import { Toeval } from '../../templates/voorbeeld/toeval.ts';

export interface Omvang { naam: string; zaad: number; scholen: number; gemeenten: number; producten: number; indicaties: number; arrangementen: number; jaren: number; gemeentenPerSchool: number }

/** The whole country. */
export const NATIONAAL: Omvang = { naam: 'nationaal', zaad: 342, scholen: 1000, gemeenten: 342, producten: 30, indicaties: 150_000, arrangementen: 700, jaren: 4, gemeentenPerSchool: 12 };
/** One region. */
export const TWENTE: Omvang = { naam: 'twente', zaad: 14, scholen: 35, gemeenten: 14, producten: 12, indicaties: 3000, arrangementen: 25, jaren: 4, gemeentenPerSchool: 9 };

const SOORTEN = ['SBO', 'SO', 'VSO', 'PRO'] as const;
const PEILDATUM = '2026-10-01';

/** The last day of the month that is `maanden` after January 2023, or its first day. */
function dag(maanden: number, laatste: boolean): string {
  return new Date(Date.UTC(2023, maanden + (laatste ? 1 : 0), laatste ? 0 : 1)).toISOString().slice(0, 10);
}

/** A project of this size with two scenarios: `plan`, and `ingroei` that divides the same by a mixed key along a bounded path. */
export function verzonnenProject(omvang: Omvang): Project {
  const toeval = new Toeval(omvang.zaad);
  const gemeenten = Array.from({ length: omvang.gemeenten }, (_, i) => ({
    code: `GM${String(i + 1).padStart(4, '0')}`,
    naam: `Gemeente ${i + 1}`,
    inwoners: toeval.geheel(8_000, 120_000),
    inwonersJeugd: toeval.geheel(1_500, 24_000),
  }));
  const scholen = Array.from({ length: omvang.scholen }, (_, i) => ({ id: `school-${i + 1}`, naam: `School ${i + 1}`, soort: toeval.kies(SOORTEN), gemeente: toeval.kies(gemeenten).code }));
  const producten = Array.from({ length: omvang.producten }, (_, i) => ({
    code: `P${String(i + 1).padStart(2, '0')}`,
    naam: `Product ${i + 1}`,
    vervangbaar: toeval.geheel(0, 80) / 100,
    index: toeval.kans(0.3) ? ('loon' as const) : ('prijs' as const),
    drager: toeval.kans(0.1) ? 'zorgverzekeraar' : 'gemeenten',
  }));

  const leerlingen: Leerlingen[] = [];
  for (const school of scholen) {
    const begin = toeval.geheel(0, omvang.gemeenten - 1);
    for (let i = 0; i < Math.min(omvang.gemeentenPerSchool, omvang.gemeenten); i++) {
      leerlingen.push({ school: school.id, gemeente: gemeenten[(begin + i) % omvang.gemeenten]?.code ?? '', aantal: toeval.geheel(1, 30) });
    }
  }

  const indicaties: Indicatie[] = Array.from({ length: omvang.indicaties }, (_, i) => {
    const { school, gemeente } = toeval.kies(leerlingen);
    const start = toeval.geheel(0, 44);
    const eind = start + toeval.kies([5, 8, 11, 11, 17, 23]);
    const vast = { school, gemeente, product: toeval.kies(producten).code, jeugdige: `j${Math.floor(i * 0.7)}`, aanbieder: `Aanbieder ${toeval.geheel(1, 40)}`, start: dag(start, false), eind: toeval.kans(0.03) ? null : dag(eind, true) };
    const vorm = toeval.geheel(0, 3);
    if (vorm === 0) return { ...vast, volume: toeval.geheel(1, 24) / 4, tarief: toeval.geheel(5000, 12_000) / 100, frequentie: 'perWeek' };
    if (vorm === 1 && vast.eind !== null) return { ...vast, totaalbedrag: toeval.geheel(1000, 20_000) };
    return { ...vast, kostenPerJaar: toeval.geheel(100_000, 1_800_000) / 100 };
  });

  const arrangementen: Arrangement[] = scholen.slice(0, omvang.arrangementen).map(({ id }, i) => ({
    school: id,
    start: toeval.kies(['2027-08-01', '2027-08-01', '2028-01-01', '2028-08-01']),
    realisatie: toeval.geheel(60, 95) / 100,
    inzet: [
      { omschrijving: 'Team', soort: 'fte', aantal: toeval.geheel(4, 40) / 10, bedrag: 85_000, overhead: 0.1, ...(i % 3 === 0 && { dekking: { gemeenten: 0.8, samenwerkingsverband: 0.2 } }) },
      { omschrijving: 'Activiteiten', soort: 'perLeerling', bedrag: 60, index: 'prijs' },
      { omschrijving: 'Inrichting', soort: 'eenmalig', bedrag: 12_000 },
    ],
  }));

  return {
    formaat: FORMAAT,
    naam: `VOORBEELD ${omvang.naam} – alles verzonnen`,
    gemeenten,
    scholen,
    leerlingen,
    producten,
    indicaties,
    uitgangspunten: {
      peildatum: PEILDATUM,
      begrotingsjaar: 2027,
      jaren: omvang.jaren,
      maximaleLooptijd: 60,
      indexen: { prijs: 0.025, loon: 0.03, volume: 0.01 },
      disconteringsvoet: 0.02,
      uitstroomZonderIndicaties: { wijze: 'lineair', maanden: 18 },
    },
    scenarios: [
      {
        id: 'plan',
        naam: 'Plan',
        arrangementen,
        regionaal: [{ omschrijving: 'Coördinatie', soort: 'fte', aantal: 4, bedrag: 90_000 }],
        nietDeelnemers: 'individueel',
      },
      {
        id: 'ingroei',
        naam: 'Plan met gemengde sleutel en ingroei',
        ouder: 'plan',
        verdeling: { bereik: 'school', sleutel: { leerlingen: 0.5, jeugdigen: 0.3, inwonersJeugd: 0.2 }, ingroei: { aandeel: [0.25, 0.5, 0.75], maximumPerInwoner: [2, 3] } },
      },
    ],
  };
}
