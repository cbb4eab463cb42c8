/** Native dialogs of a window. */
import { extname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow, type FileFilter } from 'electron';
import type { Bestandssoort } from '../../models/contract/bestand.ts';
import type { Dialogen } from '../service/gastheer.ts';

const SOORTEN: Record<Bestandssoort, { titel: string; filter: FileFilter }> = {
  project: { titel: 'Project openen', filter: { name: 'Project', extensions: ['arrangement'] } },
  overdraagbaarProject: { titel: 'Overdraagbaar project overnemen', filter: { name: 'Overdraagbaar project', extensions: ['json'] } },
  gegevens: { titel: 'Bestanden inlezen', filter: { name: 'Excel, CSV, iJw of uitwisselbestand', extensions: ['xlsx', 'csv', 'txt', 'xml', 'json'] } },
  werkmap: { titel: 'Werkmap teruglezen', filter: { name: 'Excel-werkmap', extensions: ['xlsx'] } },
  profiel: { titel: 'Profiel kiezen', filter: { name: 'Profiel', extensions: ['json'] } },
};
const NAMEN: Record<string, string> = { '.arrangement': 'Project', '.json': 'JSON-bestand', '.xlsx': 'Excel-werkmap', '.pdf': 'Pdf', '.html': 'Webpagina', '.zip': 'Pakket' };

export const dialogenVan = (venster: BrowserWindow): Dialogen => ({
  async kies(soort, meerdere) {
    const { titel, filter } = SOORTEN[soort];
    const { canceled, filePaths } = await dialog.showOpenDialog(venster, {
      title: titel,
      buttonLabel: soort === 'gegevens' ? 'Inlezen' : 'Openen',
      filters: [filter, { name: 'Alle bestanden', extensions: ['*'] }],
      properties: meerdere ? ['openFile', 'multiSelections'] : ['openFile'],
    });
    return canceled ? [] : filePaths;
  },
  async doel(naam) {
    const uitgang = extname(naam);
    const { canceled, filePath } = await dialog.showSaveDialog(venster, {
      title: 'Opslaan als',
      buttonLabel: 'Opslaan',
      defaultPath: join(app.getPath('documents'), naam),
      filters: [{ name: NAMEN[uitgang] ?? 'Bestand', extensions: [uitgang.slice(1)] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (canceled || filePath === '') return null;
    return extname(filePath).toLowerCase() === uitgang ? filePath : `${filePath}${uitgang}`;
  },
  async map() {
    const { canceled, filePaths: [gekozen] } = await dialog.showOpenDialog(venster, { title: 'Map kiezen', buttonLabel: 'Hier opslaan', defaultPath: app.getPath('documents'), properties: ['openDirectory', 'createDirectory'] });
    return canceled || gekozen === undefined ? null : gekozen;
  },
  async toon(pad, hoe) {
    // 15: only what this program itself wrote at a place that the user chose, and only as a document.
    if (hoe === 'openen' && extname(pad).toLowerCase() in NAMEN) {
      const fout = await shell.openPath(pad);
      if (fout === '') return;
    }
    shell.showItemInFolder(pad);
  },
});
