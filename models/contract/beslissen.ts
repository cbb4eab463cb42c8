/** What is asked about a scenario (docs/beslissen.md): which figure, which input, which keys. What they mean is checked by `models/beslissen`. */
import type { OnzekereParameter, Sleutel } from '../project/types.ts';
import { gevallen, geheel, inhoud, keuze, object, ofwel, optioneel, getal, sleutel, tekst, type Beschrijving } from './beschrijving.ts';

export const UITKOMSTKEUZE = object({ maat: optioneel(keuze('cumulatief', 'jaar', 'ncw')), jaar: optioneel(geheel(1000, 9999)), gemeente: optioneel(sleutel) });

const eind = ofwel(getal(-1e15, 1e15), tekst(10, 1)) as Beschrijving<number | string>;

/** One input, and how far it is searched: numbers, or dates for an input that is a date. */
export const ZOEKOPDRACHT = object({
  invoer: gevallen({ parameter: { parameter: sleutel as Beschrijving<OnzekereParameter>, school: optioneel(sleutel) }, veld: { pad: tekst(300, 1) } }),
  bereik: optioneel(object({ van: eind, tot: eind })),
});

export const SLEUTELKEUZE = object({ naam: tekst(200, 1), sleutel: inhoud<Sleutel>('een sleutel: gewichten of een formule') });
