import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { licentielijst, onderdelenVan, sbom, type Slot } from '../../../scripts/sbom.ts';

const slot = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as Slot;

describe('sbom', () => {
  const onderdelen = onderdelenVan(slot);
  const namen = new Set(onderdelen.map(({ purl }) => purl));

  it('holds every package of the lock file, once per version', () => {
    const verwacht = new Set(Object.entries(slot.packages).filter(([pad]) => pad !== '').map(([pad, { version }]) => `${pad.slice(pad.lastIndexOf('node_modules/') + 13)}@${version}`));
    expect(new Set(onderdelen.map(({ naam, versie }) => `${naam}@${versie}`))).toEqual(verwacht);
    expect(namen.size).toBe(onderdelen.length);
  });

  it('tells what ships from what only builds', () => {
    const ontwikkeling = new Map(onderdelen.map((o) => [o.naam, o.ontwikkeling]));
    expect(['better-sqlite3', 'react', 'vitest', 'oxlint'].map((naam) => ontwikkeling.get(naam))).toEqual([false, false, true, true]);
  });

  it('names only parts that it holds, and finds every dependency that is installed', () => {
    const { dependencies } = sbom(slot) as { dependencies: { ref: string; dependsOn: string[] }[] };
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((purl) => !namen.has(purl))).toEqual([]);
    expect(dependencies.find(({ ref }) => ref.startsWith('pkg:npm/exceljs@'))?.dependsOn.length).toBeGreaterThan(5);
  });

  it('writes scoped names and hashes as CycloneDX has them', () => {
    const { components } = sbom(slot) as { components: { name: string; purl: string; hashes?: { content: string }[] }[] };
    expect(components.find(({ name }) => name === '@fontsource/ibm-plex-sans')?.purl).toMatch(/^pkg:npm\/%40fontsource\/ibm-plex-sans@\d/);
    for (const { hashes } of components) for (const { content } of hashes ?? []) expect(content).toMatch(/^[0-9a-f]{128}$/);
  });

  it('is the same every time, and changes when a part does', () => {
    expect(sbom(slot)).toEqual(sbom(structuredClone(slot)));
    const anders = structuredClone(slot);
    anders.packages['node_modules/react'] = { ...anders.packages['node_modules/react'], version: '0.0.0' };
    expect((sbom(anders) as { serialNumber: string }).serialNumber).not.toBe((sbom(slot) as { serialNumber: string }).serialNumber);
  });

  it('lists the licences', () => {
    expect(licentielijst(slot)).toMatch(/\| better-sqlite3 \| [\d.]+ \| MIT \|/);
  });
});
