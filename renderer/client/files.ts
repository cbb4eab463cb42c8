/** Choosing files: by a dialog of the system in the shell, by the browser's own otherwise. */
import type { Bestandsgreep, Bestandssoort } from '../../models/contract/bestand.ts';
import { neemBestanden, roep } from './client.ts';

const EXTENSIONS: Record<Bestandssoort, string> = {
  project: '.arrangement,.json',
  overdraagbaarProject: '.json',
  gegevens: '.xlsx,.xlsm,.csv,.txt,.xml,.xls,.xlsb,.ods,.json',
  werkmap: '.xlsx',
  profiel: '.json',
};

/** An empty list when the user cancels. @param dialogen whether the program has dialogs of its own (`AppInfo.kan`) */
export async function kiesBestanden(soort: Bestandssoort, dialogen: boolean, meerdere = false): Promise<Bestandsgreep[]> {
  if (dialogen) return roep('bestand.kies', { soort, meerdere });
  const files = await new Promise<File[]>((chosen) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = EXTENSIONS[soort];
    input.multiple = meerdere;
    input.addEventListener('change', () => chosen([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => chosen([]), { once: true });
    input.click();
  });
  return files.length === 0 ? [] : neemBestanden(files);
}
