/** The channels between page and main. Nothing else crosses. */
export const KANALEN = {
  /** page → main, invoke: a `Bericht` as text; answers an `Antwoord` as text. */
  roep: 'arrangement:roep',
  /** page → main, invoke: paths of `File`s that the user dropped or chose, found by the preload. */
  neem: 'arrangement:neem',
  /** page → main: the page listens from now on; what waited is sent. */
  luister: 'arrangement:luister',
  /** main → page: a `Gebeurtenis` as text. */
  gebeurtenis: 'arrangement:gebeurtenis',
} as const;
