/** The project file `.arrangement`: what the service and the command line may use of it. */
export { openProject, maakProject, herstelProject, type Maakopties, type Openopties } from './openen.ts';
export type { Leesreden, Projectbestand } from './projectbestand.ts';
export type { Invoersessie } from './invoersessie.ts';
export { Opslagfout, type Opslagfoutcode } from './fouten.ts';
export type { Invoeropties, Levering, Leveringsdeel, Leveringsopgave, Leveringsoort } from './leveringen.ts';
export { staatInDeWeg, type Bewaardgeweigerd, type Nieuwere } from './herstel.ts';
export type { Leveringsverschil, Verschiltelling } from './verschil.ts';
export type { Logregel, Logsoort, Veldwijziging } from './log.ts';
export type { Concept } from './onderdelen.ts';
export type { Aggregaatrij, Declaratierij, Indicatierij, Rijfilter } from './rijen.ts';
export { lijstReservekopieen, type Reservekopie } from './reservekopie.ts';
export type { BewaardeUitgave, NieuweUitgave } from './uitgaven.ts';
export type { Vastgesteld, Vastgesteldeinvoer } from './vaststellen.ts';
