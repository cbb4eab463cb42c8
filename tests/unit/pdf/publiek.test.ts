/** Public documents on publications of every shape: hidden, taken together, or without years. */
import { describe, expect, it } from 'vitest';
import { maakPublicatie } from '../../../electron/service/publicatie.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import type { Publicatiecel } from '../../../models/bescherming/publiceer.ts';
import { PDFDELEN } from '../../../models/contract/voorstel.ts';
import { maakPubliekeDocumenten } from '../../../templates/pdf/publiek/documenten.ts';
import type { Publicatiegegevens } from '../../../templates/publicatie/gegevens.ts';
import { MERK } from '../../../templates/publicatie/gegevens.ts';
import { effectgetal } from '../../../templates/pdf/woorden.ts';
import { regio } from '../../hulp/regio.ts';

const project = regio({ jeugdigen: [[14, 19, 12], [11, 16, 18], [20, 17, 13]] });
const publicatieVan = async (): Promise<Publicatiegegevens> => {
  const gemaakt = await maakPublicatie(project, 'alle', 'klankbordgroep', { moment: new Date('2026-10-01T12:00:00Z'), programma: 'test' });
  if (!gemaakt.ok) throw new Error(JSON.stringify(gemaakt.fouten));
  return gemaakt.gegevens;
};
/** What each document says, by the name of its file. */
function tekstenVan(publicatie: Publicatiegegevens): Map<string, string> {
  const { naam, scholen, gemeenten, uitgangspunten } = project;
  const stukken = maakPubliekeDocumenten({
    publicatie, scenario: volledigScenario(project, 'alle'), project: { naam, scholen, gemeenten, uitgangspunten }, naast: [], voorbeeld: false,
    kenmerk: { project: naam, scenario: 'Alle scholen', bron: 'test', vingerafdruk: 'a'.repeat(64), programma: 'test', markering: 'klankbordgroep' },
    deelnemers: gemeenten.map((g) => ({ code: g.code, naam: g.naam })),
  }, PDFDELEN);
  return new Map(stukken.map(({ bestandsnaam, inhoud }) => [bestandsnaam, inhoud.replace(/<[^>]*>/g, ' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')]));
}
const bij = (tabel: readonly Publicatiecel[], pas: (cel: Publicatiecel) => Publicatiecel[]): Publicatiecel[] => tabel.flatMap(pas);
const isEffectVan = (cel: Publicatiecel, code: string): boolean => cel.rij === code && cel.kolom === 'effect';

describe('publieke stukken', () => {
  it('show the sum where only that was published, in every document, and no year', async () => {
    const publicatie = await publicatieVan();
    const jaren = publicatie.tabellen.gemeenten.filter((cel) => isEffectVan(cel, 'GM0002'));
    expect(jaren).toHaveLength(3);
    const som = jaren.reduce((totaal, { waarde }) => totaal + (waarde as number), 0);
    let gezet = false;
    const gemeenten = bij(publicatie.tabellen.gemeenten, (cel) => {
      if (!isEffectVan(cel, 'GM0002')) return [cel];
      const { jaar: _, ...zonder } = cel;
      const eerste = gezet ? [] : [{ ...zonder, waarde: som }];
      gezet = true;
      return [...eerste, { ...cel, waarde: null, verborgen: 'aanvullend' as const }];
    });
    const teksten = tekstenVan({ ...publicatie, tabellen: { ...publicatie.tabellen, gemeenten } });
    const eigen = teksten.get('uw-gemeente-gemeente-2-gm0002') as string;
    expect(eigen).toContain('alleen over alle jaren samen te zien');
    for (const naam of ['uw-gemeente-gemeente-2-gm0002', 'besluit', 'vergelijking']) expect(teksten.get(naam)).toContain(effectgetal(som).replaceAll('\u00a0', ' '));
    for (const { waarde } of jaren) for (const tekst of teksten.values()) expect(tekst).not.toContain(effectgetal(waarde as number).replaceAll('\u00a0', ' '));
  });

  it('hide every sum of what is hidden', async () => {
    const publicatie = await publicatieVan();
    const waarden = publicatie.tabellen.gemeenten.filter(({ rij, soort }) => rij === 'GM0003' && soort === 'bedrag').map(({ waarde }) => waarde as number);
    const gemeenten = bij(publicatie.tabellen.gemeenten, (cel) => [cel.rij === 'GM0003' ? { ...cel, waarde: null, verborgen: 'klein' as const } : cel]);
    const eigen = tekstenVan({ ...publicatie, tabellen: { ...publicatie.tabellen, gemeenten } }).get('uw-gemeente-gemeente-3-gm0003') as string;
    expect(eigen).toContain(MERK);
    expect(eigen).toContain('zijn bedragen verborgen');
    // Of its euros nothing is left; what it has are years, its code and its inhabitants.
    expect(eigen).not.toMatch(/€ \d/);
    expect(waarden.length).toBeGreaterThan(6);
    for (const getal of eigen.match(/\d[\d.]{4,}/g) ?? []) expect(['12.000', '1.000']).toContain(getal);
  });
});
