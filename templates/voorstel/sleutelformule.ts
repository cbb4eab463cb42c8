/** A key formula (rekenmodel 6) as a spreadsheet formula: its variables and its figures are cells. The grammar means the same in both. */
import type { Formuleboom, Formulevariabele, Vergelijking } from '../../models/rekenen/formule.ts';
import { add, div, eq, gt, gte, iff, lt, lte, max, min, mul, neg, round, sub, type Celverwijzing, type Deel, type Formule } from './formule.ts';
import type { Rij } from './werkmap.ts';

const BEWERKING = { '+': add, '-': sub, '*': mul, '/': div } as const;
const VERGELIJKING: Record<Vergelijking, (links: Deel, rechts: Deel) => Formule> = { '<': lt, '<=': lte, '>': gt, '>=': gte, '==': eq };

/**
 * @param gegevens row with a column for each variable
 * @param getallen the cell of each figure in the formula
 */
export function sleutelformule(boom: Formuleboom, gegevens: Rij<Formulevariabele>, getallen: ReadonlyMap<Formuleboom, Celverwijzing>): Formule {
  const verder = (kind: Formuleboom): Formule => sleutelformule(kind, gegevens, getallen);
  switch (boom.soort) {
    case 'getal': return getallen.get(boom) as Celverwijzing;
    case 'variabele': return gegevens.cel(boom.naam);
    case 'haakjes': return verder(boom.binnen);
    case 'min': return neg(verder(boom.van));
    case 'bewerking': return BEWERKING[boom.teken](verder(boom.links), verder(boom.rechts));
    case 'functie': {
      const argumenten = boom.argumenten.map(verder);
      if (boom.naam === 'round') return round(argumenten[0] as Formule, 0);
      return (boom.naam === 'min' ? min : max)(...argumenten);
    }
    case 'keuze': return iff(VERGELIJKING[boom.teken](verder(boom.links), verder(boom.rechts)), verder(boom.dan), verder(boom.anders));
  }
}
