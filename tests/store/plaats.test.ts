/** Where a file lies: network drives and synchronised folders of each system are known. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plaatsVan, type Systeem } from '../../electron/store/plaats.ts';
import { eigenMap } from './hulp.ts';

const systeem = (over: Partial<Systeem>): Systeem => ({ platform: 'linux', omgeving: {}, echtPad: (map) => map, soortBestandssysteem: () => 0xef53, aankoppelingen: () => '', namen: () => [], ...over });
const MOUNTS = `/dev/disk3s1 on / (apfs, sealed, local, read-only)
//g@server/deel on /Volumes/deel (smbfs, nodev, nosuid)
/dev/disk4 on /Volumes/deel van mij (hfs, local)`;

describe('plaatsVan', () => {
  it.each<[string, string, Partial<Systeem>, string]>([
    ['ext4', '/home/g/p.arrangement', {}, 'lokaal'],
    ['NFS', '/mnt/p.arrangement', { soortBestandssysteem: () => 0x6969 }, 'netwerk'],
    ['SMB2', '/mnt/p.arrangement', { soortBestandssysteem: () => 0xfe534d42 }, 'netwerk'],
    ['FUSE', '/mnt/p.arrangement', { soortBestandssysteem: () => 0x65735546 }, 'netwerk'],
    ['een systeem dat het niet zegt', '/mnt/p.arrangement', { soortBestandssysteem: () => { throw new Error('ENOSYS'); } }, 'lokaal'],
    ['Windows lokaal', 'p.arrangement', { platform: 'win32', echtPad: () => 'C:\\Gebruikers\\g' }, 'lokaal'],
    ['Windows netwerkletter', 'p.arrangement', { platform: 'win32', echtPad: () => '\\\\server\\afdeling\\project' }, 'netwerk'],
    ['Windows lang lokaal pad', 'p.arrangement', { platform: 'win32', echtPad: () => '\\\\?\\C:\\Gebruikers' }, 'lokaal'],
    ['Windows lang netwerkpad', 'p.arrangement', { platform: 'win32', echtPad: () => '\\\\?\\UNC\\server\\deel' }, 'netwerk'],
    ['macOS lokaal', '/Users/g/p.arrangement', { platform: 'darwin', aankoppelingen: () => MOUNTS }, 'lokaal'],
    ['macOS netwerk', '/Volumes/deel/map/p.arrangement', { platform: 'darwin', aankoppelingen: () => MOUNTS }, 'netwerk'],
    ['macOS schijf met een naam die ermee begint', '/Volumes/deel van mij/p.arrangement', { platform: 'darwin', aankoppelingen: () => MOUNTS }, 'lokaal'],
  ])('%s', (_, pad, over, soort) => {
    const plaats = plaatsVan(pad, systeem(over));
    expect(plaats.soort).toBe(soort);
    expect(plaats.waarschuwing === undefined).toBe(soort === 'lokaal');
  });

  it.each<[string, Partial<Systeem>, string]>([
    ['/Users/g/OneDrive - Gemeente Hengelo/project/p.arrangement', {}, 'OneDrive'],
    ['/home/g/werk/p.arrangement', { omgeving: { OneDrive: '/home/g/werk' } }, 'OneDrive'],
    ['/home/g/Dropbox/p.arrangement', {}, 'Dropbox'],
    ['/Users/g/Library/Mobile Documents/p.arrangement', {}, 'iCloud'],
    ['/home/g/Nextcloud2/p.arrangement', {}, 'Nextcloud'],
    ['/home/g/eigen/sub/p.arrangement', { namen: (map) => (map === '/home/g/eigen' ? ['a', '.stfolder'] : []) }, 'Syncthing'],
    ['/home/g/eigen/p.arrangement', { namen: (map) => (map === '/home/g/eigen' ? ['.sync_0a1b.db'] : []) }, 'Nextcloud'],
  ])('%s is gesynchroniseerd', (pad, over, dienst) => {
    const plaats = plaatsVan(pad, systeem(over));
    expect(plaats.soort).toBe('synchroon');
    expect(plaats.waarschuwing).toContain(`een map die ${dienst} synchroniseert`);
  });

  it.each(['/home/g/werk2/p.arrangement', '/home/g/Dropboxen/p.arrangement', '/home/g/boxen/p.arrangement'])('%s is dat niet', (pad) => {
    expect(plaatsVan(pad, systeem({ omgeving: { OneDrive: '/home/g/werk' } })).soort).toBe('lokaal');
  });

  it('werkt op deze machine', () => {
    const map = join(eigenMap(), 'OneDrive');
    mkdirSync(map);
    expect(plaatsVan(join(map, 'p.arrangement')).soort).toBe('synchroon');
    expect(plaatsVan(join(map, 'geen', 'p.arrangement')).soort).toBe('lokaal');
  });
});
