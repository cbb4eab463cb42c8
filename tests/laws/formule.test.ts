/** Key formulas (rekenmodel 6): the engine reads and calculates every formula of the grammar as the plain reading does. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { laadFormulelezer } from '../../models/rekenen/formule.ts';
import { rekenFormule } from '../hulp/formule.ts';
import { parameters } from '../hulp/wet.ts';

const VARIABELEN = ['leerlingen', 'jeugdigen', 'kosten', 'inwoners', 'inwonersJeugd'];

/** The grammar itself, with as few parentheses as it allows, so that precedence is put to the test; values may be negative or not finite. */
const bladeren = fc.constantFrom(...VARIABELEN, ...VARIABELEN, '0', '1', '2', '3', '0.5', '1.25', '12');
const som = fc.memo((diepte) => rij(product(diepte), ['+', '-', ' - ', ' + ']));
const product = fc.memo((diepte) => rij(factor(diepte), ['*', '/', ' * ']));
const factor = fc.memo((diepte): fc.Arbitrary<string> => {
  const atoom = diepte <= 1 ? bladeren : fc.oneof(bladeren, bladeren, som(diepte - 1).map((binnen) => `(${binnen})`));
  const metMin = fc.oneof({ weight: 3, arbitrary: atoom }, { weight: 1, arbitrary: atoom.map((binnen) => `-${binnen}`) });
  if (diepte <= 1) return metMin;
  return fc.oneof(
    { weight: 4, arbitrary: metMin },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('min', 'max'), fc.array(som(diepte - 1), { minLength: 2, maxLength: 3 })).map(([naam, van]) => `${naam}(${van.join(', ')})`) },
    { weight: 1, arbitrary: som(diepte - 1).map((van) => `round(${van})`) });
});
const keuze = fc
  .tuple(som(2), fc.constantFrom('<', '<=', '>', '>=', '=='), som(2), som(2), som(2))
  .map(([a, teken, b, x, y]) => `${a} ${teken} ${b} ? ${x} : ${y}`);
const formule = fc.oneof(som(3), keuze, fc.tuple(factor(2), keuze).map(([a, b]) => `${a} * (${b}) + 1`)).filter((tekst) => tekst.length <= 500);

function rij(deel: fc.Arbitrary<string>, tekens: string[]): fc.Arbitrary<string> {
  return fc.array(deel, { minLength: 1, maxLength: 3 }).chain((delen) => metTekens(delen, tekens));
}
function metTekens(delen: string[], tekens: string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...tekens), { minLength: delen.length - 1, maxLength: delen.length - 1 })
    .map((gekozen) => delen.reduce((tekst, deel, i) => `${tekst}${gekozen[i - 1]}${deel}`));
}
// Halves and small numbers: equal values, halves to round and divisions by zero all come up.
const waarden = fc.record(Object.fromEntries(VARIABELEN.map((naam) => [naam, fc.integer({ min: 0, max: 12 }).map((n) => n / 2)])));

it('de rekenkern leest en rekent elke formule van de grammatica als de gewone lezing', async () => {
  const lees = await laadFormulelezer();
  fc.assert(fc.property(formule, waarden, (tekst, x) => {
    const gelezen = lees(tekst);
    // Nothing in the grammar is refused but for its size.
    fc.pre(gelezen.ok || !gelezen.reden.includes('onderdelen'));
    if (!gelezen.ok) throw new Error(gelezen.reden);
    let verwacht: number;
    try {
      verwacht = rekenFormule(tekst, x);
    } catch {
      verwacht = Number.NaN;
    }
    const gezien = gelezen.formule.waarde(x);
    // Adding 0 takes away the sign of −0.
    expect(gezien + 0).toBe(verwacht + 0);
  }), parameters(3000));
});
