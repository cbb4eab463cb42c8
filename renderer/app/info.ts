/** What the program said of itself at the start. */
import type { AppInfo } from '../../models/contract/bestand.ts';
import { roep } from '../client/client.ts';

let info: AppInfo | undefined;

export async function loadInfo(): Promise<void> {
  info = await roep('app.info', {});
}
export function appInfo(): AppInfo {
  if (!info) throw new Error('The program has not said what it can do yet');
  return info;
}
