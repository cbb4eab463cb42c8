/** How cells look, by name: what a cell means decides, never where it stands. Colours and tone follow the screens of the program. */

export const KLEUR = {
  inkt: '1B1F24', gedempt: '5B636E', haarlijn: 'DCD8D0', actie: '154273', voordelig: '006D77', nadelig: 'B3400F', nul: '8A8F98',
  invoerTekst: '0B4EA2', invoerVlak: 'FFF8DB', kopVlak: 'F3F1EC',
  scenarios: ['154273', 'B36B00', '6A4C93', '2A7F62'],
} as const;

/** Present, or with the same widths as its stand-in, wherever a workbook is opened. */
export const LETTERTYPE = 'Arial';

/** Number formats, in the notation of the file format (point and comma as in English; Excel shows them in the user's own language). */
export const FORMATEN = {
  tekst: 'General',
  algemeen: 'General',
  euro: '"€ "#,##0;"−€ "#,##0;"€ "0',
  euroCent: '"€ "#,##0.00;"−€ "#,##0.00;"€ "0.00',
  euroDuizend: '"€ "#,##0,;"−€ "#,##0,;"€ "0',
  /** Difference with the nulscenario: the letter, the sign and the colour all say whether it is dearer (N) or cheaper (V). */
  effect: '"N  +€ "#,##0;"V  −€ "#,##0;"€ "0',
  effectDuizend: '"N  +€ "#,##0,;"V  −€ "#,##0,;"€ "0',
  effectCent: '"N  +€ "#,##0.00;"V  −€ "#,##0.00;"€ "0',
  effectProcent: '"N  +"0.0%;"V  −"0.0%;0.0%',
  procent: '0.0%;−0.0%;0.0%',
  aandeel: '0.00%;−0.00%;0.00%',
  factor: '0.0000;−0.0000;0',
  getal: '#,##0.##;−#,##0.##;0',
  geheel: '#,##0;−#,##0;0',
  nummer: '0',
  jaar: '0',
  datum: '[$-413]d mmm yyyy',
  maand: '[$-413]mmm yyyy',
  /** 1 and 0 as words. */
  jaNee: '"ja";"ja";"nee"',
} as const satisfies Record<string, string>;
export type Formaat = keyof typeof FORMATEN;

/** Formats whose colour follows the sign: from this amount up N, from its negative down V. */
export const KLEUR_NAAR_TEKEN: Partial<Record<Formaat, number>> = { effect: 0.5, effectDuizend: 500, effectCent: 0.005, effectProcent: 0.0005 };

export interface Nadruk {
  punten?: number;
  vet?: boolean;
  cursief?: boolean;
  kleur?: string;
  vlak?: string;
  /** Hairlines, and the heavier line above a total. */
  boven?: 'haarlijn' | 'lijn';
  onder?: 'haarlijn' | 'lijn';
  uitlijnen?: 'links' | 'rechts' | 'midden';
  terugloop?: boolean;
  /** Text at the bottom of its row, close to what it heads. */
  laag?: boolean;
  /** Unlocked: the user may change it. */
  open?: boolean;
}

export const NADRUKKEN = {
  leeg: {},
  gewoon: { onder: 'haarlijn' },
  gedempt: { kleur: KLEUR.gedempt, onder: 'haarlijn' },
  /** A mark or word where a figure is hidden or not known, in line with the figures around it. */
  verborgen: { kleur: KLEUR.gedempt, onder: 'haarlijn', uitlijnen: 'rechts' },
  totaal: { vet: true, boven: 'lijn', onder: 'haarlijn' },
  titel: { punten: 18, vet: true },
  ondertitel: { kleur: KLEUR.gedempt },
  banner: { vet: true, cursief: true, kleur: KLEUR.nadelig },
  kop: { vet: true, kleur: KLEUR.gedempt, vlak: KLEUR.kopVlak, onder: 'haarlijn', terugloop: true, laag: true },
  kopRechts: { vet: true, kleur: KLEUR.gedempt, vlak: KLEUR.kopVlak, onder: 'haarlijn', terugloop: true, laag: true, uitlijnen: 'rechts' },
  sectie: { punten: 13, vet: true, kleur: KLEUR.actie, laag: true },
  toelichting: { kleur: KLEUR.gedempt, cursief: true },
  alinea: { terugloop: true, onder: 'haarlijn' },
  invoerAlinea: { kleur: KLEUR.invoerTekst, vlak: KLEUR.invoerVlak, boven: 'haarlijn', onder: 'haarlijn', terugloop: true, open: true },
  invoerGroot: { punten: 16, vet: true, kleur: KLEUR.invoerTekst, vlak: KLEUR.invoerVlak, boven: 'lijn', onder: 'lijn', uitlijnen: 'midden', open: true },
  invoer: { kleur: KLEUR.invoerTekst, vlak: KLEUR.invoerVlak, boven: 'haarlijn', onder: 'haarlijn', open: true },
  /** An input whose figure is an example: it must never be taken for a fact. */
  invoerVoorbeeld: { kleur: KLEUR.invoerTekst, vlak: KLEUR.invoerVlak, boven: 'haarlijn', onder: 'haarlijn', open: true, cursief: true },
} as const satisfies Record<string, Nadruk>;
export type Nadruknaam = keyof typeof NADRUKKEN;

export type Stijl = `${Nadruknaam}.${Formaat}`;
