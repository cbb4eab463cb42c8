/**
 * Where a project file lies. On a network drive several machines do not see each other's shared memory, so WAL is not safe there; a synchronised
 * folder copies files while they are being written. Both work, with care and a warning.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

export type Plaatssoort = 'lokaal' | 'netwerk' | 'synchroon';
export interface Plaats {
  soort: Plaatssoort;
  /** Dutch, for the user; only where there is something to warn of. */
  waarschuwing?: string;
}

/** What is asked of the system; a test gives its own. */
export interface Systeem {
  platform: NodeJS.Platform;
  omgeving: Record<string, string | undefined>;
  /** Resolves links, and on Windows a drive letter of a network drive to `\\server\share`. */
  echtPad(map: string): string;
  /** Number of the kind of file system (Linux). */
  soortBestandssysteem(map: string): number;
  /** Table of mounted file systems as the command `mount` prints it (macOS). */
  aankoppelingen(): string;
  namen(map: string): string[];
}

const hetSysteem: Systeem = {
  platform: process.platform,
  omgeving: process.env,
  echtPad: (map) => realpathSync.native(map),
  soortBestandssysteem: (map) => statfsSync(map).type >>> 0,
  aankoppelingen: () => execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 }),
  namen: (map) => readdirSync(map),
};

/** Numbers of statfs(2) of file systems that live elsewhere; FUSE is counted among them since sshfs, rclone and the like use it. */
const NETWERKSYSTEMEN = new Set([0x6969 /* NFS */, 0x517b /* SMB */, 0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */, 0x65735546 /* FUSE */, 0x01021997 /* 9P */, 0x5346414f /* AFS */, 0x00c36400 /* Ceph */, 0x73757245 /* Coda */, 0x564c /* NCP */]);
const NETWERKSOORTEN_MAC = /^(?:smbfs|nfs|afpfs|webdav|ftp|osxfuse|macfuse|fuse)/;

/** Names of folders under which a service synchronises everything. */
const SYNCHRONISATIE: readonly [RegExp, string][] = [
  [/^OneDrive(?: ?-.*)?$/i, 'OneDrive'],
  [/^SharePoint(?: ?-.*)?$/i, 'SharePoint'],
  [/^Dropbox(?: ?\(.*\))?$/i, 'Dropbox'],
  [/^(?:Google Drive|GoogleDrive(?:-.*)?|Mijn Drive|My Drive)$/i, 'Google Drive'],
  [/^(?:iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
  [/^Box(?: Sync|-Box)?$/i, 'Box'],
];
/** What services leave in the top of a folder that they synchronise. */
const SPOREN: readonly [RegExp, string][] = [
  [/^\.dropbox$/, 'Dropbox'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.(?:_sync_|sync_).*\.db$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
];

const netwerk: Plaats = {
  soort: 'netwerk',
  waarschuwing: 'Dit project staat op een netwerkschijf. Werken gaat er trager en een verbroken verbinding kan de laatste wijziging kosten. Zet het project zo mogelijk op een lokale schijf.',
};
const synchroon = (dienst: string): Plaats => ({
  soort: 'synchroon',
  waarschuwing: `Dit project staat in een map die ${dienst} synchroniseert. Open het op één machine tegelijk en wacht na het sluiten tot ${dienst} klaar is, anders ontstaan er twee versies.`,
});

/** Kind of place of a file (that may not exist yet). What cannot be asked counts as local: a warning is missed, nothing else. */
export function plaatsVan(pad: string, systeem: Systeem = hetSysteem): Plaats {
  let map = dirname(resolve(pad));
  try {
    map = systeem.echtPad(map);
  } catch {
    // A folder that does not exist is reported by whoever opens the file.
    return { soort: 'lokaal' };
  }
  const dienst = synchronisatiedienst(map, systeem);
  if (dienst) return synchroon(dienst);
  return isNetwerk(map, systeem) ? netwerk : { soort: 'lokaal' };
}

function isNetwerk(map: string, systeem: Systeem): boolean {
  try {
    if (systeem.platform === 'win32') return /^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/i.test(map);
    if (systeem.platform === 'darwin') return NETWERKSOORTEN_MAC.test(soortOpMac(map, systeem.aankoppelingen()));
    return NETWERKSYSTEMEN.has(systeem.soortBestandssysteem(map));
  } catch {
    return false;
  }
}

/** `//server/deel on /Volumes/deel (smbfs, nodev)`: the kind of the longest mount point that holds `map`. */
function soortOpMac(map: string, aankoppelingen: string): string {
  let langste = '';
  let soort = '';
  for (const regel of aankoppelingen.split('\n')) {
    const [, punt, kenmerken] = / on (.+) \(([^)]*)\)$/.exec(regel) ?? [];
    if (punt === undefined || punt.length < langste.length || !(map === punt || map.startsWith(punt === '/' ? '/' : `${punt}/`))) continue;
    langste = punt;
    soort = kenmerken ?? '';
  }
  return soort;
}

function synchronisatiedienst(map: string, systeem: Systeem): string | undefined {
  for (const sleutel of ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']) {
    const wortel = systeem.omgeving[sleutel];
    if (wortel && (map === wortel || map.startsWith(wortel + (systeem.platform === 'win32' ? '\\' : sep)))) return 'OneDrive';
  }
  for (const deel of map.split(/[\\/]/)) {
    const gevonden = SYNCHRONISATIE.find(([naam]) => naam.test(deel));
    if (gevonden) return gevonden[1];
  }
  for (let hier = map, hoger = dirname(hier); ; hier = hoger, hoger = dirname(hier)) {
    const dienst = spoorIn(hier, systeem);
    if (dienst) return dienst;
    if (hoger === hier) return undefined;
  }
}

function spoorIn(map: string, systeem: Systeem): string | undefined {
  try {
    const namen = systeem.namen(map);
    return SPOREN.find(([spoor]) => namen.some((naam) => spoor.test(naam)))?.[1];
  } catch {
    // A folder above ours that we may not read tells nothing.
    return undefined;
  }
}
