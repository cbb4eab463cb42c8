/**
 * `node scripts/sbom.ts [map]`: what this program is made of, from package-lock.json. Writes `sbom.cdx.json` (CycloneDX 1.6) and `licenties.md`, what ships and what only
 * builds and tests it apart. The same lock file gives the same bytes: no clock, no random serial number.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Pakket { version?: string; license?: string; dev?: boolean; optional?: boolean; devOptional?: boolean; integrity?: string; dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
export interface Slot { name: string; version: string; packages: Record<string, Pakket> }

export interface Onderdeel { naam: string; versie: string; licentie: string | undefined; ontwikkeling: boolean; integriteit: string | undefined; purl: string; afhankelijkVan: string[] }

const MAP = 'node_modules/';
const naamVan = (pad: string): string => pad.slice(pad.lastIndexOf(MAP) + MAP.length);
/** Package URL: the name with its scope's @ encoded. */
const purlVan = (naam: string, versie: string): string => `pkg:npm/${naam.replace(/^@/, '%40')}@${versie}`;

/** Where Node would find a dependency of the package at `pad`: its own folder first, then each one up. */
function gevonden(slot: Slot, pad: string, naam: string): string | undefined {
  for (let hier = pad; ; ) {
    const kandidaat = hier === '' ? `${MAP}${naam}` : `${hier}/${MAP}${naam}`;
    if (slot.packages[kandidaat]) return kandidaat;
    if (hier === '') return undefined;
    const einde = hier.lastIndexOf(`/${MAP}`);
    hier = einde < 0 ? '' : hier.slice(0, einde);
  }
}

/** Every package of the lock file once per version, by name; `ontwikkeling` only where no copy of it ships. */
export function onderdelenVan(slot: Slot): Onderdeel[] {
  const perPurl = new Map<string, Onderdeel>();
  for (const [pad, pakket] of Object.entries(slot.packages)) {
    if (pad === '' || pakket.version === undefined) continue;
    const naam = naamVan(pad);
    const purl = purlVan(naam, pakket.version);
    const afhankelijkVan = Object.keys({ ...pakket.dependencies, ...pakket.optionalDependencies }).flatMap((nodig) => {
      const waar = gevonden(slot, pad, nodig);
      const versie = waar === undefined ? undefined : slot.packages[waar]?.version;
      return versie === undefined ? [] : [purlVan(nodig, versie)];
    });
    const bekend = perPurl.get(purl);
    perPurl.set(purl, {
      naam, versie: pakket.version, licentie: pakket.license, purl, integriteit: pakket.integrity,
      ontwikkeling: (bekend?.ontwikkeling ?? true) && (pakket.dev === true || pakket.devOptional === true),
      afhankelijkVan: [...new Set([...(bekend?.afhankelijkVan ?? []), ...afhankelijkVan])].sort(),
    });
  }
  return [...perPurl.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

/** An SPDX expression, or the name of a licence that is not one. */
const licentieVeld = (licentie: string): object => (/ (?:OR|AND|WITH) /.test(licentie) ? { expression: licentie.replace(/^\((.*)\)$/, '$1') } : /^[\w.+-]+$/.test(licentie) ? { license: { id: licentie } } : { license: { name: licentie } });
const [BASE64, HEX] = ['base64', 'hex'] as const;

/** The CycloneDX document of a lock file. */
export function sbom(slot: Slot): object {
  const onderdelen = onderdelenVan(slot);
  const wortel = purlVan(slot.name, slot.version);
  const som = createHash('sha256').update(JSON.stringify(onderdelen)).digest(HEX);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    // Of what is in it, so that the same parts have the same number.
    serialNumber: `urn:uuid:${som.slice(0, 8)}-${som.slice(8, 12)}-8${som.slice(13, 16)}-8${som.slice(17, 20)}-${som.slice(20, 32)}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': wortel, name: slot.name, version: slot.version, purl: wortel, licenses: [{ license: { id: slot.packages['']?.license ?? 'EUPL-1.2' } }] } },
    components: onderdelen.map((o) => ({
      type: 'library', 'bom-ref': o.purl, name: o.naam, version: o.versie, purl: o.purl,
      scope: o.ontwikkeling ? 'excluded' : 'required',
      ...(o.licentie !== undefined && { licenses: [licentieVeld(o.licentie)] }),
      ...(o.integriteit?.startsWith('sha512-') && { hashes: [{ alg: 'SHA-512', content: Buffer.from(o.integriteit.slice('sha512-'.length), BASE64).toString(HEX) }] }),
    })),
    dependencies: onderdelen.map((o) => ({ ref: o.purl, dependsOn: o.afhankelijkVan })),
  };
}

const tabel = (lijst: readonly Onderdeel[]): string => ['| pakket | versie | licentie |', '| --- | --- | --- |', ...lijst.map((o) => `| ${o.naam} | ${o.versie} | ${o.licentie ?? 'niet vermeld'} |`)].join('\n');
/** The list of licences, in Dutch. */
export function licentielijst(slot: Slot): string {
  const onderdelen = onderdelenVan(slot);
  const telling = new Map<string, number>();
  for (const { licentie = 'niet vermeld', ontwikkeling } of onderdelen) if (!ontwikkeling) telling.set(licentie, (telling.get(licentie) ?? 0) + 1);
  return [
    `# Licenties van ${slot.name} ${slot.version}`,
    `Gemaakt uit package-lock.json. Wat meegeleverd wordt: ${[...telling].sort(([, a], [, b]) => b - a).map(([licentie, aantal]) => `${aantal} × ${licentie}`).join(', ')}.`,
    '## Meegeleverd', tabel(onderdelen.filter((o) => !o.ontwikkeling)),
    '## Alleen om te bouwen en te testen', tabel(onderdelen.filter((o) => o.ontwikkeling)), '',
  ].join('\n\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wortel = new URL('..', import.meta.url);
  const slot = JSON.parse(readFileSync(new URL('package-lock.json', wortel), 'utf8')) as Slot;
  const map = process.argv[2] ?? 'sbom';
  mkdirSync(map, { recursive: true });
  writeFileSync(join(map, 'sbom.cdx.json'), `${JSON.stringify(sbom(slot), null, 2)}\n`);
  writeFileSync(join(map, 'licenties.md'), licentielijst(slot));
  console.log(`${onderdelenVan(slot).length} pakketten in ${join(map, 'sbom.cdx.json')} en ${join(map, 'licenties.md')}.`);
}
