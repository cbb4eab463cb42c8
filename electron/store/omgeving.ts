/** The clock, chance and names that the store takes from the machine; a test gives its own. */
import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';

export interface Omgeving {
  nu(): Date;
  /** A fresh name of letters and digits that nothing else has. */
  toeval(): string;
  machine: string;
  pid: number;
}

export const deOmgeving: Omgeving = {
  nu: () => new Date(),
  toeval: () => randomBytes(12).toString('hex'),
  machine: hostname(),
  pid: process.pid,
};

/** Name under which somebody works on this machine. */
export function gebruikersnaam(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return 'onbekend';
  }
}
