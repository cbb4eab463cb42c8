/**
 * Random tests draw the same cases every time, so that a green run stays green and a red one can be repeated. To look further:
 * `ZAAD=willekeurig npm test` (fast-check prints the seed of what fails), `ZAAD=12345 npm test` to repeat it.
 */
import * as fc from 'fast-check';

const zaad = process.env['ZAAD'] ?? '20261121';
if (zaad !== 'willekeurig') fc.configureGlobal({ seed: Number(zaad) });
