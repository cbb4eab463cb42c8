/** Everything of this folder as one argument for recognition. */
import type { Woordenlijst } from '../../models/invoer/woordenlijst.ts';
import { BIJZAAK_SCHOOL, GEMEENTELIJST, GROEPSNAAM } from './gemeenten.ts';
import { GRENZEN } from './grenzen.ts';
import { KEUZES } from './keuzes.ts';
import { IDENTITEITSKOPPEN, KOPPEN, KOPVAST, SCHAALKOPPEN } from './kolommen.ts';

export const WOORDENLIJST: Woordenlijst = {
  koppen: KOPPEN,
  kopvast: KOPVAST,
  identiteitskoppen: IDENTITEITSKOPPEN,
  schaalkoppen: SCHAALKOPPEN,
  keuzes: KEUZES,
  gemeentelijst: GEMEENTELIJST,
  bijzaakSchool: BIJZAAK_SCHOOL,
  groepsnaam: GROEPSNAAM,
  grenzen: { kostenPerJaar: GRENZEN.kostenPerJaar.waarde, jarenTerug: GRENZEN.jarenTerug.waarde, sprong: GRENZEN.sprong.waarde },
};
