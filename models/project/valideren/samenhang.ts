/** Rules over several fields of one object. Each stands fields that are missing or of a wrong type: those are reported where they stand. */
import { isDatum, maandVan } from './datum.ts';
import type { Ruw } from './soort.ts';
import type { Keuring } from './verslag.ts';
import { INGEBOUWDE_DRAGERS } from '../types.ts';
import { isRestgroep } from '../standaard.ts';

/** P13. */
export function eindNietVoorStart({ start, eind }: Ruw, k: Keuring): void {
  if (isDatum(start) && isDatum(eind) && eind < start) k.meld('P13', `'eind' (${eind}) ligt voor 'start' (${start}); verbeter een van beide`, 'eind');
}

const VOLUMEVORM = ['volume', 'tarief', 'frequentie'] as const;
/** P14: exactly one cost form. P15: a total needs an end. */
export function eenKostenvorm(indicatie: Ruw, k: Keuring): void {
  const { kostenPerJaar, totaalbedrag, volume, tarief, frequentie, eind } = indicatie;
  const aanwezig = Number(volume !== undefined) + Number(tarief !== undefined) + Number(frequentie !== undefined);
  const vormen = Number(kostenPerJaar !== undefined) + Number(totaalbedrag !== undefined) + Number(aanwezig > 0);
  if (vormen === 0) k.meld('P14', `de kosten ontbreken; vul 'kostenPerJaar' in, of 'totaalbedrag', of 'volume', 'tarief' en 'frequentie' samen`);
  else if (vormen > 1) {
    const genoemd = ['kostenPerJaar', 'totaalbedrag', ...VOLUMEVORM].filter((naam) => indicatie[naam] !== undefined);
    k.meld('P14', `de kosten staan er op meer dan één manier (${genoemd.join(', ')}); laat er één staan`);
  } else if (aanwezig > 0 && aanwezig < VOLUMEVORM.length) {
    const gemist = VOLUMEVORM.filter((naam) => indicatie[naam] === undefined).map((naam) => `'${naam}'`);
    k.meld('P14', `van 'volume', 'tarief' en 'frequentie' ${gemist.length === 1 ? 'ontbreekt' : 'ontbreken'} ${gemist.join(' en ')}; vul alle drie in`);
  } else if ((totaalbedrag !== undefined || frequentie === 'totaal') && (eind === undefined || eind === null)) {
    k.meld('P15', `'eind' ontbreekt bij een totaalbedrag, dat over de looptijd verdeeld wordt; vul 'eind' in`, 'eind');
  }
}

/** P10: only what is spent once or as a fixed sum can be a cost avoided. */
export function geenNegatiefTarief({ soort, bedrag }: Ruw, k: Keuring): void {
  if ((soort === 'fte' || soort === 'perLeerling') && typeof bedrag === 'number' && bedrag < 0) {
    k.meld('P10', `'bedrag' is ${bedrag} en kan bij soort '${soort}' niet negatief zijn; vul 0 of meer in, of gebruik soort 'vast' voor vermeden kosten`, 'bedrag');
  }
}

/** P18: an X-… group is nobody who can agree to anything. */
export function geenDeelnemendeRestgroep({ code, deelnemer }: Ruw, k: Keuring): void {
  if (deelnemer === true && typeof code === 'string' && isRestgroep(code)) k.meld('P18', `een groep X-… kan geen deelnemer zijn; laat 'deelnemer' weg`, 'deelnemer');
}

/** P05: the built-in bearers exist already. */
export function geenIngebouwdeDrager({ code }: Ruw, k: Keuring): void {
  if ((INGEBOUWDE_DRAGERS as readonly unknown[]).includes(code)) k.meld('P05', `de code '${code as string}' is die van een ingebouwde drager; laat deze drager weg of kies een andere code`, 'code');
}

/** P02: what lapses cannot be changed as well. */
export function vervaltZonderMeer(wijziging: Ruw, k: Keuring): void {
  if (wijziging['vervalt'] !== true) return;
  for (const naam of Object.keys(wijziging)) {
    if (!['school', 'vervalt', 'herkomst'].includes(naam) && wijziging[naam] !== undefined) k.meld('P02', `'${naam}' hoort niet bij 'vervalt': true; laat een van beide weg`, naam);
  }
}

/** P04: a distribution that runs backwards is none. */
export function oplopend(verdeling: Ruw, k: Keuring): void {
  const genoemd = ['min', 'modus', 'max', 'p10', 'p50', 'p90'].filter((naam) => typeof verdeling[naam] === 'number');
  const aflopend = genoemd.find((naam, i) => i > 0 && (verdeling[naam] as number) < (verdeling[genoemd[i - 1] as string] as number));
  if (aflopend !== undefined) k.meld('P04', `${k.veld(aflopend)} is kleiner dan de waarde ervoor; vul ${genoemd.join(', ')} in van klein naar groot`, aflopend);
}

/** P25: run-off is measured on the twelve first-of-months up to and including peildatum. */
export function meetdatumsBijPeildatum({ peildatum, uitstroom }: Ruw, k: Keuring): void {
  if (!isDatum(peildatum) || !Array.isArray(uitstroom)) return;
  const laatste = maandVan(peildatum);
  const voorEerste = `${String(Number(laatste.slice(0, 4)) - 1).padStart(4, '0')}${laatste.slice(4)}`;
  for (const [i, rij] of (uitstroom as unknown[]).entries()) {
    const meetdatum = (rij as { meetdatum?: unknown } | null)?.meetdatum;
    if (isDatum(meetdatum) && (maandVan(meetdatum) > laatste || maandVan(meetdatum) <= voorEerste)) {
      k.meld('P25', `'uitstroom[${i}].meetdatum' is ${meetdatum}, maar hoort in de twaalf maanden tot en met ${laatste} te liggen; vraag een aggregaat dat bij de peildatum past`, 'uitstroom', i, 'meetdatum');
    }
  }
}
