/** The browser host with a real browser before it: what the unit tests of the door cannot show. */
import { describe, expect, it } from 'vitest';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

describe.skipIf(!app.kan)(app.naam('browsergastheer'), () => {
  it('shows the page under its content security policy, without an error on the console', async () => {
    const { pagina } = await app.open();
    await pagina.locator('#app > *').first().waitFor();
    expect(await pagina.title()).toContain('Collectief Arrangeren');
  });

  it('takes the token out of the address, and keeps working after a reload', async () => {
    const { pagina } = await app.open();
    await pagina.locator('#app > *').first().waitFor();
    expect(pagina.url()).not.toContain(app.adres().split('#')[1]);
    await pagina.reload();
    await pagina.locator('#app > *').first().waitFor();
  });

  it('lets no script run that does not come from the program', async () => {
    const { pagina, fouten } = await app.open({ foutenVerwacht: true });
    await pagina.locator('#app > *').first().waitFor();
    const gedraaid = await pagina.evaluate(`(() => { const s = document.createElement('script'); s.textContent = 'window.binnen = 1'; document.body.append(s); return 'binnen' in window; })()`);
    expect(gedraaid).toBe(false);
    expect(await pagina.evaluate(`fetch('https://example.org/').then(() => 'gelukt', () => 'geweigerd')`)).toBe('geweigerd');
    expect(fouten.join('\n')).toMatch(/content security policy/i);
  });
});
