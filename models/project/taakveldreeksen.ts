/**
 * The Iv3 taakvelden of jeugdhulp, in the two series that budgets of these years use. Data, to be edited when the information regulation changes: codes and
 * names as gemeenten publish them. The year from which a series holds is only a proposal, which the user sets.
 */
export interface Taakveld { code: string; naam: string }
export interface Taakveldreeks {
  id: string;
  naam: string;
  /** Proposed first budget year. */
  vanafJaar: number;
  status: 'niet geverifieerd';
  bron: string;
  taakvelden: readonly Taakveld[];
}

/** Oldest first. */
export const TAAKVELDREEKSEN: readonly Taakveldreeks[] = [
  {
    id: 'iv3-2023', naam: 'Iv3, reeks 2023', vanafJaar: 2023, status: 'niet geverifieerd',
    bron: 'findo.nl, toelichting per taakveld (6.72a, 6.72d, 6.73c, 6.74b); de overige namen zijn niet nagezocht',
    taakvelden: [
      { code: '6.72a', naam: 'Jeugdhulp begeleiding' },
      { code: '6.72b', naam: 'Jeugdhulp behandeling' },
      { code: '6.72c', naam: 'Jeugdhulp dagbesteding' },
      { code: '6.72d', naam: 'Jeugdhulp zonder verblijf overig' },
      { code: '6.73a', naam: 'Pleegzorg' },
      { code: '6.73b', naam: 'Gezinsgericht' },
      { code: '6.73c', naam: 'Jeugdhulp met verblijf overig' },
      { code: '6.74a', naam: 'Jeugd behandeling ggz zonder verblijf' },
      { code: '6.74b', naam: 'Jeugdhulp crisis/LTA/ggz-verblijf' },
      { code: '6.74c', naam: 'Gesloten plaatsing' },
      { code: '6.82a', naam: 'Jeugdbescherming' },
      { code: '6.82b', naam: 'Jeugdreclassering' },
    ],
  },
  {
    id: 'iv3-lokaal-regionaal-landelijk', naam: 'Iv3, reeks lokaal–regionaal–landelijk', vanafJaar: 2025, status: 'niet geverifieerd',
    bron: 'gemeente Neder-Betuwe, bestuursrapportage 2025 (6.752, 6.753, 6.762, 6.763, 6.792, 6.821, 6.822); 6.751 en 6.761 naar analogie',
    taakvelden: [
      { code: '6.751', naam: 'Jeugdhulp ambulant lokaal' },
      { code: '6.752', naam: 'Jeugdhulp ambulant regionaal' },
      { code: '6.753', naam: 'Jeugdhulp ambulant landelijk' },
      { code: '6.761', naam: 'Jeugdhulp met verblijf lokaal' },
      { code: '6.762', naam: 'Jeugdhulp met verblijf regionaal' },
      { code: '6.763', naam: 'Jeugdhulp met verblijf landelijk' },
      { code: '6.792', naam: 'Pgb jeugd' },
      { code: '6.821', naam: 'Jeugdbescherming' },
      { code: '6.822', naam: 'Jeugdreclassering' },
    ],
  },
];
