/** Kinds of number: amounts, counts, shares, rates, years. */
import { toon, verkeerdeSoort, type Soort } from './soort.ts';

export const getal: Soort = {
  omschrijving: 'een getal',
  keur(waarde, k) {
    if (typeof waarde === 'number' && Number.isFinite(waarde)) return true;
    if (typeof waarde === 'number') return k.meld('P04', `${k.veld()} is geen eindig getal; vul een gewoon getal in`);
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

/** A share 0..1 (P08). */
export const aandeel: Soort = {
  omschrijving: 'een aandeel van 0 tot en met 1',
  keur(waarde, k) {
    if (!getal.keur(waarde, k)) return false;
    const x = waarde as number;
    if (x >= 0 && x <= 1) return true;
    return k.meld('P08', `${k.veld()} is ${x}; vul ${this.omschrijving} in${x >= 2 && x <= 100 ? `. Bedoelde u ${Number((x / 100).toPrecision(12))} (${x} %)?` : ''}`);
  },
};

/** A rate per year, as a fraction. One of −1 or less would leave nothing, or less than that, of what it is applied to (P08). */
export const jaarpercentage: Soort = {
  omschrijving: 'een percentage per jaar als breuk (0.025 is 2,5 %)',
  keur(waarde, k) {
    if (!getal.keur(waarde, k)) return false;
    return (waarde as number) > -1 || k.meld('P08', `${k.veld()} is ${toon(waarde)}; vul ${this.omschrijving} in, groter dan -1`);
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
