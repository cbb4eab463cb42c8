/**
 * Recognising what points at a person (import.md, Privacy at the door). A column that is called or looks like an identity
 * never comes in; what is quoted in a message or kept of a refused row passes `toonbaar` first.
 */

/** The eleven-test of a burgerservicenummer. `cijfers`: nine digits, or eight of which a leading zero was lost. */
export function isBsn(cijfers: string): boolean {
  if (!/^\d{8,9}$/.test(cijfers)) return false;
  const negen = cijfers.padStart(9, '0');
  if (negen === '000000000') return false;
  let som = 0;
  for (let i = 0; i < 8; i++) som += (9 - i) * (negen.charCodeAt(i) - 48);
  som -= negen.charCodeAt(8) - 48;
  return som % 11 === 0;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const TELEFOON = /^(?:\+31|0031|0)[\s-]?(?:\(0\))?[1-9](?:[\s-]?\d){8}$/;
const POSTCODE = /^[1-9]\d{3}\s?[A-Za-z]{2}$/;

export type Identiteit = 'bsn' | 'email' | 'telefoon' | 'postcode';

/** What kind of identity a text looks like. Dots and spaces in a BSN are looked through. */
export function identiteitVan(tekst: string): Identiteit | null {
  const t = tekst.trim();
  if (t.length < 6) return null;
  const eerste = t.charCodeAt(0);
  if (eerste >= 48 && eerste <= 57 && isBsn(t.replace(/[.\s-]/g, ''))) return 'bsn';
  if (t.includes('@') && EMAIL.test(t)) return 'email';
  if ((eerste === 43 || eerste === 48) && TELEFOON.test(t)) return 'telefoon';
  return t.length <= 7 && POSTCODE.test(t) ? 'postcode' : null;
}

/** A text as it may be shown or kept: anything in it that could be an identity is blotted out, and it is cut to a sensible length. */
export function toonbaar(tekst: string): string {
  const schoon = tekst
    .replace(/[^\s@]+@[^\s@]+/g, '•••')
    .replace(/(?:\+|\b)\d(?:[.\s-]?\d){8,}\b/g, (reeks) => {
      const cijfers = reeks.replace(/\D/g, '');
      // Eight digits are more often a date or an amount than a BSN that lost its zero.
      return (cijfers.length === 9 && isBsn(cijfers)) || TELEFOON.test(reeks) ? '•••' : reeks;
    });
  return schoon.length > 60 ? `${schoon.slice(0, 59)}…` : schoon;
}

/** The name of a file as it is kept and shown: a BSN in it is blotted out. Names of persons cannot be told from other words. */
export const bestandsnaamZonderBsn = (naam: string): string => naam.replace(/(?<!\d)\d(?:[.\s-]?\d){8}(?!\d)/g, (reeks) => (isBsn(reeks.replace(/\D/g, '')) ? '•••' : reeks));
