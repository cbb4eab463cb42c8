/** A passphrase from a file or from standard input: never from the command line itself, which others on the machine can see. */
import { text } from 'node:stream/consumers';
import { Gebruikersfout } from './opdracht.ts';
import { leesTekst } from './bestand.ts';

/** The first line. @param bron path, or `stdin` */
export async function leesWachtwoord(bron: string): Promise<string> {
  const [wachtwoord = ''] = (bron === 'stdin' ? await text(process.stdin) : await leesTekst(bron)).split(/\r?\n/, 1);
  if (wachtwoord === '') throw new Gebruikersfout(`Er staat geen wachtwoord op de eerste regel van ${bron === 'stdin' ? 'de invoer' : bron}.`);
  return wachtwoord;
}
