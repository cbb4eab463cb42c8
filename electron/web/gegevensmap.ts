/** The folder of this program for this user: the same that Electron gives the shell, so that both show the same recent projects. */
import { homedir } from 'node:os';
import { join } from 'node:path';

const NAAM = 'Collectief Arrangeren';

export function gegevensmap(platform = process.platform, omgeving = process.env, thuis = homedir()): string {
  if (platform === 'win32') return join(omgeving['APPDATA'] ?? join(thuis, 'AppData', 'Roaming'), NAAM);
  if (platform === 'darwin') return join(thuis, 'Library', 'Application Support', NAAM);
  return join(omgeving['XDG_CONFIG_HOME'] ?? join(thuis, '.config'), NAAM);
}
