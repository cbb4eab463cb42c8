/**
 * What every page and session of this program is denied. The numbers are those of Electron's security list; docs/uitgeven.md has the whole list with where
 * each item is held.
 */
import { app, type Session, type WebPreferences } from 'electron';
import { OORSPRONG, SCHEMA } from './oorsprong.ts';

/** 2, 3, 4, 6, 8, 9, 10: said in full, so that no default decides. */
export const VEILIGE_VOORKEUREN = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** 11–14: no page of ours goes elsewhere, opens a window or holds a webview; this also covers pages that we did not make. */
export function beperkPaginas(): void {
  app.on('web-contents-created', (_, inhoud) => {
    inhoud.on('will-navigate', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.on('will-redirect', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.on('will-frame-navigate', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.on('will-attach-webview', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

const EIGEN_SCHEMAS = new Set([`${SCHEMA}:`, 'blob:', 'data:', 'devtools:']);

/** What the page may use beyond drawing itself: full screen for a presentation, and copying a chart or table. */
const TOEGESTAAN: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);
const vanOns = (oorsprong: string): boolean => oorsprong === OORSPRONG || oorsprong.startsWith(`${OORSPRONG}/`);

/** 1, 5: nothing from outside is loaded, no permission or device is given, and only files that the page itself made are downloaded. */
export function beperkSessie(sessie: Session): void {
  sessie.setPermissionRequestHandler((_inhoud, recht, antwoord, { requestingUrl }) => antwoord(TOEGESTAAN.has(recht) && vanOns(requestingUrl)));
  sessie.setPermissionCheckHandler((_inhoud, recht, oorsprong) => TOEGESTAAN.has(recht) && vanOns(oorsprong));
  sessie.setDevicePermissionHandler(() => false);
  sessie.setDisplayMediaRequestHandler((_verzoek, antwoord) => antwoord({}));
  sessie.webRequest.onBeforeRequest(({ url }, antwoord) => antwoord({ cancel: !EIGEN_SCHEMAS.has(new URL(url).protocol) }));
  sessie.on('will-download', (gebeurtenis, download) => {
    if (!download.getURL().startsWith(`blob:${OORSPRONG}/`)) gebeurtenis.preventDefault();
  });
  sessie.setSpellCheckerEnabled(false);
}
