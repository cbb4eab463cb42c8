/** A workbook that others changed comes back: each difference reads with its unit, before and after, and becomes a scenario. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import { bouwWerkmap } from '../../electron/service/voorstel.ts';
import type { Project } from '../../models/project/types.ts';
import { vulIn } from '../workbook/hulp/invullen.ts';
import { naar, slaRondleidingOver, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp, WORTEL } from './hulp.ts';

const app = gebruikApp();
const PAD = join(WORTEL, 'tests/cases/klein.json');

/** The workbook of scenario A with input cells changed, as by somebody in Excel. */
async function gewijzigd(): Promise<Buffer> {
  const opgebouwd = await bouwWerkmap(JSON.parse(readFileSync(PAD, 'utf8')) as Project, 'a', { moment: new Date('2027-01-01T12:00:00Z'), programma: 'Collectief Arrangeren 0.0.0-test', naast: [] });
  if (!opgebouwd.ok) throw new Error('no workbook');
  const { werkmap } = opgebouwd.voorstel;
  return Buffer.from(vulIn(await werkmapBytes(werkmap), werkmap, { Prijsindex_2028: 0.02, Realisatie_1: 0.7, Start_1: 46_235, Disconteringsvoet: 0.03 }));
}

describe.skipIf(!app.kan)(app.naam('werkmap teruglezen'), () => {
  it('shows percentages and dates as such, and takes them in as a scenario', async () => {
    const { pagina } = await app.open({ reducedMotion: 'reduce' });
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    const [project] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Project openen…' }).click()]);
    await project.setFiles(PAD);
    await slaRondleidingOver(pagina);
    await naar(pagina, '#/voorstel/teruglezen');
    const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Werkmap kiezen…' }).click()]);
    await kiezer.setFiles({ name: 'Van de wethouder.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await gewijzigd() });
    await pagina.getByRole('heading', { name: 'Van de wethouder.xlsx' }).waitFor();
    const rijen = (await pagina.locator('table.lines tbody tr').allInnerTexts()).map((rij) => rij.replaceAll('\u00a0', ' ').split('\t').map((cel) => cel.trim()));
    expect(rijen).toEqual([
      ['Prijsindex 2028', '0 %', '2 %'],
      ['VSO de Bouwsteen: start', '1 aug. 2027', '1 aug. 2026'],
      ['VSO de Bouwsteen: realisatie', '100 %', '70 %'],
    ]);
    await pagina.getByText(/Disconteringsvoet: 0\s% is gewijzigd in 3\s%/).waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await pagina.getByRole('button', { name: 'Als nieuw scenario opnemen' }).click();
    await pagina.getByRole('heading', { name: 'Scenario Van de wethouder' }).waitFor({ state: 'attached' });
    expect(await pagina.getByLabel('Realisatie', { exact: true }).inputValue()).toBe('70');
  });
});
