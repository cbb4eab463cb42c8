/** An outcome without the cost of a team looks like a saving: wherever it is shown, that is said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../models/project/types.ts';
import { naar, slaRondleidingOver, toegankelijkheidsfouten, tot } from './bediening.ts';
import { gebruikApp, WORTEL } from './hulp.ts';

const app = gebruikApp();
const ZIN = '1 school heeft nog geen kosten van een team: het effect is zonder die kosten.';

/** The small case: scenario A as it is, and the same without its team. */
function project(): Buffer {
  const p = JSON.parse(readFileSync(join(WORTEL, 'tests/cases/klein.json'), 'utf8')) as Project;
  const a = p.scenarios[0]!;
  p.scenarios = [a, { ...structuredClone(a), id: 'leeg', naam: 'Nog zonder team', arrangementen: a.arrangementen!.map((x) => ({ ...x, inzet: [] })) }];
  return Buffer.from(JSON.stringify(p));
}

describe.skipIf(!app.kan)(app.naam('een scenario zonder kosten van een team'), () => {
  it('is flagged in the editor, when comparing, when presenting and when a proposal is made', async () => {
    const { pagina } = await app.open({ reducedMotion: 'reduce' });
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Project openen…' }).click()]);
    await kiezer.setFiles({ name: 'zonder-team.json', mimeType: 'application/json', buffer: project() });
    await slaRondleidingOver(pagina);
    const zinnen = pagina.getByText(ZIN);

    await naar(pagina, '#/scenarios/a');
    await pagina.locator('.outcome-key').waitFor();
    expect(await zinnen.count()).toBe(0);
    await naar(pagina, '#/voorstel/maken');
    await pagina.getByText('Wie gaat dit lezen?').waitFor();
    expect(await zinnen.count()).toBe(0);
    await pagina.locator('label.checkbox', { hasText: 'Nog zonder team' }).click();
    await zinnen.waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);

    await naar(pagina, '#/scenarios/leeg');
    await zinnen.waitFor();
    await naar(pagina, '#/vergelijken');
    await pagina.getByText(`Nog zonder team: ${ZIN}`).waitFor();
    expect(await zinnen.count()).toBe(1);
    await tot(pagina);
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);

    await naar(pagina, '#/vergelijken/presentatie');
    await pagina.getByRole('button', { name: /^Intern/ }).click();
    for (const blad of ['Uitkomst', 'Per jaar', 'Opbouw', 'Per gemeente']) {
      await pagina.getByRole('region', { name: blad, exact: true }).waitFor();
      expect(await zinnen.count(), blad).toBe(1);
      await pagina.keyboard.press('ArrowRight');
    }
    const naastElkaar = pagina.getByRole('row', { name: /Nog zonder team/ });
    await naastElkaar.getByText(ZIN).waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
  });
});
