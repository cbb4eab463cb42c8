/** Marks every invented part of the example as such, so that it stays an example wherever the project goes. */
import type { Projectopbouw } from '../../models/invoer/types.ts';
import type { Bronvermelding, Herkomst } from '../../models/project/types.ts';

const VERZONNEN: Bronvermelding = { bron: 'verzonnen voor dit voorbeeld', datum: '2026-10-01', status: 'voorbeeld' };
const AFGEROND: Bronvermelding = { bron: 'afgerond, orde van grootte begin 2020', datum: '2020-01-01', status: 'voorbeeld' };
const NIEUWSBRIEF: Bronvermelding = { bron: 'Nieuwsbrief zorgintensieve scholen Hengelo, editie 1, maart 2020; gebruikt alsof geteld op 1 oktober 2026', datum: '2020-03-01', status: 'voorbeeld' };

const BEDRAGEN = ['kostenPerJaar', 'totaalbedrag', 'tarief'];

function gemerkt<T extends { herkomst?: Herkomst }>(object: T, velden: readonly string[], bron: Bronvermelding): T {
  const aanwezig = velden.filter((veld) => veld in object);
  return aanwezig.length === 0 ? object : { ...object, herkomst: { ...object.herkomst, ...Object.fromEntries(aanwezig.map((veld) => [veld, bron])) } };
}

/** The project with `herkomst` of status `voorbeeld` on every figure that came out of the files. */
export function merkVoorbeeld(project: Projectopbouw): Projectopbouw {
  return {
    ...project,
    gemeenten: project.gemeenten?.map((g) => gemerkt(g, ['inwoners', 'inwonersJeugd'], AFGEROND)),
    leerlingen: project.leerlingen?.map((l) => gemerkt(l, ['aantal'], NIEUWSBRIEF)),
    producten: project.producten?.map((p) => gemerkt(p, ['vervangbaar'], VERZONNEN)),
    indicaties: project.indicaties?.map((i) => gemerkt(i, BEDRAGEN, VERZONNEN)),
  };
}
