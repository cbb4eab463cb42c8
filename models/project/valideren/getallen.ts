/** Kinds of number: amounts, counts, shares, rates, years. */
import { toon, verkeerdeSoort, type Soort } from './soort.ts';

/** Far beyond every amount there is, and small enough for every outcome to stay finite. */
const GROOTSTE = 1e15;
export const getal: Soort = {
  omschrijving: 'een getal',
  keur(waarde, k) {
    if (typeof waarde === 'number' && Math.abs(waarde) <= GROOTSTE) return true;
    if (typeof waarde === 'number') return k.meld('P04', `${k.veld()} is te groot om mee te rekenen; vul een getal in van ten hoogste 1 000 000 000 000 000`);
    return verkeerdeSoort(waarde, k, this, leestAlsGetal(waarde) ? ' zonder aanhalingstekens, met een punt voor de decimalen en niets tussen duizendtallen' : '');
  },
};
const leestAlsGetal = (waarde: unknown): boolean => typeof waarde === 'string' && /^[€\s\d.,-]*\d[\s\d.,-]*$/.test(waarde);

const geheelGetal: Soort = {
  omschrijving: 'een geheel getal',
  keur(waarde, k) {
    if (!getal.keur(waarde, k)) return false;
    return Number.isInteger(waarde) || verkeerdeSoort(waarde, k, this);
  },
};

function nietNegatief(soort: Soort, omschrijving: string): Soort {
  return {
    omschrijving,
    keur(waarde, k) {
      if (!soort.keur(waarde, k)) return false;
      return (waarde as number) >= 0 || k.meld('P10', `${k.veld()} is ${toon(waarde)} en kan niet negatief zijn; vul ${omschrijving} in`);
    },
  };
}
/** Euros, not negative (P10). */
export const bedrag = nietNegatief(getal, 'een bedrag van 0 of meer');
/** Euros; may be negative. */
export const bedragMetTeken: Soort = { ...getal, omschrijving: 'een bedrag' };
/** How much, in parts if need be (fte, hours, weeks). */
export const hoeveelheid = nietNegatief(getal, 'een getal van 0 of meer');
/** How many whole ones (pupils, inhabitants, months). */
export const aantal = nietNegatief(geheelGetal, 'een geheel getal van 0 of meer');

/** A hint where a number that should be a fraction reads as a percentage. */
const alsPercentage = (x: number): string => (Math.abs(x) >= 2 && Math.abs(x) <= 100 ? `. Bedoelde u ${Number((x / 100).toPrecision(12))} (${x} %)?` : '');

/** A share 0..1 (P08). */
export const aandeel: Soort = {
  omschrijving: 'een aandeel van 0 tot en met 1',
  keur(waarde, k) {
    if (!getal.keur(waarde, k)) return false;
    const x = waarde as number;
    return (x >= 0 && x <= 1) || k.meld('P08', `${k.veld()} is ${x}; vul ${this.omschrijving} in${x > 0 ? alsPercentage(x) : ''}`);
  },
};

/**
 * A rate per year, as a fraction. What lies outside −0.99..1 is a percentage that was not divided by 100, or would leave nothing of what it is applied to (P08).
 */
export const jaarpercentage: Soort = {
  omschrijving: 'een percentage per jaar als breuk, van -0.99 tot en met 1',
  keur(waarde, k) {
    if (!getal.keur(waarde, k)) return false;
    const x = waarde as number;
    return (x >= -0.99 && x <= 1) || k.meld('P08', `${k.veld()} is ${x}; vul ${this.omschrijving} in${alsPercentage(x)}`);
  },
};

export const isGeheelTussen = (waarde: unknown, van: number, tot: number): waarde is number => Number.isInteger(waarde) && (waarde as number) >= van && (waarde as number) <= tot;
export const isJaartal = (waarde: unknown): waarde is number => isGeheelTussen(waarde, 1000, 9999);
export const jaartal: Soort = {
  omschrijving: 'een jaartal van vier cijfers',
  keur(waarde, k) {
    if (!geheelGetal.keur(waarde, k)) return false;
    return isJaartal(waarde) || verkeerdeSoort(waarde, k, this);
  },
};

/** A whole number within bounds (P27). */
export function geheelTussen(van: number, tot: number, eenheid: string): Soort {
  return {
    omschrijving: `een geheel getal van ${van} tot en met ${tot} (${eenheid})`,
    keur(waarde, k) {
      if (!geheelGetal.keur(waarde, k)) return false;
      return isGeheelTussen(waarde, van, tot) || k.meld('P27', `${k.veld()} is ${toon(waarde)}; vul ${this.omschrijving} in`);
    },
  };
}
