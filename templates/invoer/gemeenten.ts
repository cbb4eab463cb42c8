/** Gemeenten of Twente with their CBS codes (public code list, unchanged since 2001–2006) and ways in which they are written. */
export const GEMEENTELIJST: readonly { code: string; naam: string; kort: readonly string[] }[] = [
  { code: 'GM0141', naam: 'Almelo', kort: [] },
  { code: 'GM0147', naam: 'Borne', kort: [] },
  { code: 'GM1774', naam: 'Dinkelland', kort: [] },
  { code: 'GM0153', naam: 'Enschede', kort: [] },
  { code: 'GM0158', naam: 'Haaksbergen', kort: [] },
  { code: 'GM0163', naam: 'Hellendoorn', kort: [] },
  { code: 'GM0164', naam: 'Hengelo', kort: ['Hengelo (O)', 'Hengelo (Ov)', 'Hengelo O.', 'Hengelo Overijssel', 'Hengelo (Overijssel)'] },
  { code: 'GM1735', naam: 'Hof van Twente', kort: ['Hof v. Twente', 'Hof v Twente', 'HvT', 'Hof van Tw.', 'Hof v. Tw.', 'HofvanTwente'] },
  { code: 'GM0168', naam: 'Losser', kort: [] },
  { code: 'GM0173', naam: 'Oldenzaal', kort: [] },
  { code: 'GM1742', naam: 'Rijssen-Holten', kort: ["R'holten", 'Rijssen Holten', 'Rijssen/Holten', 'Rijssen-H.', 'R-Holten', 'Rijssen en Holten'] },
  { code: 'GM0183', naam: 'Tubbergen', kort: [] },
  { code: 'GM1700', naam: 'Twenterand', kort: ['Twente-rand'] },
  { code: 'GM0189', naam: 'Wierden', kort: [] },
];

/** Words of a school's name that may be missing or added when a near name is looked for. */
export const BIJZAAK_SCHOOL: readonly string[] = ['de', 'het', 't', 'een', 'school', 'sbo', 'so', 'vso', 'sovso', 'pro', 'locatie', 'vestiging', 'basisschool'];

/** Names that stand for pupils whose gemeente is not told apart: a code `X-…` is proposed. */
export const GROEPSNAAM = /^(?:overig|overige|buiten|elders|onbekend|anders|andere|rest|diversen)\b/;
