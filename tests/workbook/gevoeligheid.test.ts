/** Sheet Gevoeligheid: what models/beslissen finds stands in the workbook as it is, and nothing where nothing is uncertain. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leesVoorstelTerug } from '../../electron/service/voorstel-terug.ts';
import { maakVoorstel } from '../../electron/service/voorstel.ts';
import { leesWerkmap } from '../../electron/exchange/werkmap/lezen.ts';
import { beslisbasis } from '../../models/beslissen/basis.ts';
import { gevoeligheid } from '../../models/beslissen/gevoeligheid.ts';
import { GEWONE_TREKKINGEN } from '../../models/beslissen/types.ts';
import { zekerheid } from '../../models/beslissen/zekerheid.ts';
import type { Onzekerheid, Project } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';

const OPTIES = { moment: new Date('2026-10-01T12:00:00Z'), programma: 'test' };
const klein = (): Project => JSON.parse(readFileSync(new URL('../cases/klein.json', import.meta.url), 'utf8')) as Project;
const ONZEKER: Onzekerheid[] = [
  { parameter: 'realisatieFactor', verdeling: { soort: 'driehoek', min: 0.6, modus: 0.9, max: 1.1 } },
  { parameter: 'inzetFactor', verdeling: { soort: 'driehoek', min: 0.9, modus: 1, max: 1.2 } },
];
const onzeker = (): Project => {
  const project = klein();
  return { ...project, scenarios: project.scenarios.map((s) => (s.id === 'a' ? { ...s, onzekerheden: ONZEKER } : s)) };
};
async function werkmapVan(project: Project): Promise<Uint8Array> {
  const gemaakt = await maakVoorstel(project, 'a', { lezer: 'intern', ...OPTIES });
  if (!gemaakt.ok) throw new Error(gemaakt.fouten.map(({ tekst }) => tekst).join('\n'));
  return gemaakt.werkmap;
}
const waardenOp = (bytes: Uint8Array): unknown[] => [...(leesWerkmap(bytes).bladen.get('Gevoeligheid') ?? new Map<string, { waarde: unknown }>()).values()].map(({ waarde }) => waarde);

describe('blad Gevoeligheid', () => {
  it('bevat wat het programma vindt, met dag en zaad', async () => {
    const project = onzeker();
    const waarden = waardenOp(await werkmapVan(project));
    const gemaakt = await beslisbasis(project, bereidVoor(project), 'a');
    if (!gemaakt.ok) throw new Error('no basis');
    const [tornado, zeker] = [gevoeligheid(gemaakt.basis), zekerheid(gemaakt.basis, { zaad: 1, trekkingen: GEWONE_TREKKINGEN })];
    if (!tornado.ok || !zeker.ok) throw new Error('no outcome');
    for (const { naam, laag, hoog, breedte } of tornado.uitslag.staven) expect(waarden).toEqual(expect.arrayContaining([naam, laag.uitkomst, hoog.uitkomst, breedte]));
    expect(waarden).toEqual(expect.arrayContaining(zeker.uitslag.zekerheden.map(({ hoogstens }) => hoogstens)));
    expect(waarden).toContain('Vaste waarden van het programma, berekend op 2026-10-01 met zaad 1; ze volgen wijzigingen in deze werkmap niet.');
    expect(waarden.filter((w) => typeof w === 'string' && /^(?:Tornado|Zekerheid|Omslagpunten|Sleutel): ?|^Tornado/.test(w)).length).toBeGreaterThanOrEqual(4);
  });

  it('is gelijk bij gelijke invoer, en staat terug inlezen niet in de weg', async () => {
    const bytes = await werkmapVan(onzeker());
    expect(await werkmapVan(onzeker())).toEqual(bytes);
    expect(await leesVoorstelTerug(bytes, onzeker(), 'v.xlsx', OPTIES)).toMatchObject({ ok: false, fouten: [{ code: 'V06', tekst: 'In de werkmap is niets gewijzigd.' }] });
  });

  it('zegt dat er niets is waar niets onzeker is', async () => {
    expect(waardenOp(await werkmapVan(klein()))).toContain('Voor dit scenario zijn geen onzekerheden doorgerekend. Vul in het programma onzekerheden in en maak het voorstel opnieuw.');
  });
});
