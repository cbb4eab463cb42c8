/**
 * Validation of the portable project: every fault of rekenmodel 1 that shows without calculating, all of them at once, each with code, path and remedy.
 * What is left to the calculation: P21 (but for `uitstroomZonderIndicaties`) and P22 (but for the length of a formula).
 *
 * The rules: `valideren/velden.ts` for each field by name, `samenhang.ts` within one object, `projectregels.ts` and `scenarioregels.ts` between objects.
 */
import { FORMAAT, type Melding, type Project } from './types.ts';
import { Keuring } from './valideren/verslag.ts';
import { keurSamenhang } from './valideren/projectregels.ts';
import { Register } from './valideren/register.ts';
import { keurScenarios } from './valideren/scenarioregels.ts';
import { isObject, toon } from './valideren/soort.ts';
import { jsonFout } from './valideren/jsonfout.ts';
import { PROJECT } from './valideren/velden.ts';

export type Validatie = { ok: true; project: Project } | { ok: false; fouten: Melding[] };

/**
 * Whether a value is a project that can be calculated (rekenmodel 1).
 * @param invoer what `JSON.parse` gave, or a project that was built in the program; it is not changed, and is itself the answer if it has no fault
 */
export function valideer(invoer: unknown): Validatie {
  if (!isObject(invoer)) return onleesbaar('', `Dit is ${toon(invoer)} en geen project; een projectbestand is een object ({…}) met 'formaat': '${FORMAAT}'.`);
  const { formaat } = invoer;
  if (formaat !== FORMAAT) {
    const wat = formaat === undefined ? `'formaat' ontbreekt` : `'formaat' is ${toon(formaat)}`;
    return onleesbaar('formaat', `${wat}; dit programma leest '${FORMAAT}'. Kies een projectbestand van dat formaat.`);
  }
  const keuring = new Keuring(new Register(invoer));
  PROJECT.keur(invoer, keuring);
  keurSamenhang(invoer, keuring);
  keurScenarios(invoer, keuring);
  const fouten = keuring.meldingen;
  return fouten.length === 0 ? { ok: true, project: invoer as unknown as Project } : { ok: false, fouten };
}

/** A project out of the text of its file, with or without a byte order mark (P01 if it is not JSON). */
export function leesProject(tekst: string): Validatie {
  let invoer: unknown;
  try {
    invoer = JSON.parse(tekst.startsWith('\uFEFF') ? tekst.slice(1) : tekst);
  } catch {
    return onleesbaar('', `Dit bestand is geen JSON: ${jsonFout(tekst)}. Herstel het bestand of kies een ander.`);
  }
  return valideer(invoer);
}

const onleesbaar = (pad: string, tekst: string): Validatie => ({ ok: false, fouten: [{ code: 'P01', pad, tekst }] });
