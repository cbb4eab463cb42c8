/** Paste from Excel into every table that can be edited: a block goes in as one change, one undo takes it back, and a block with a fault goes in not at all. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { cel, naar, openVoorbeeld, plak } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

interface Geval {
  tabel: string;
  plaats: string;
  /** Where a block of two rows is pasted. */
  kop: RegExp;
  blok: [string, string];
  /** How the two cells read then. */
  wordt: [RegExp, RegExp];
  /** A block of which one cell does not fit. */
  fout?: [string, string];
  /** Makes rows where the example has none. */
  eerst?: (pagina: Page) => Promise<void>;
}

const voegToe = (knop: string, velden: [string, string][]) => async (pagina: Page): Promise<void> => {
  await pagina.getByRole('button', { name: knop }).click();
  const vak = pagina.getByRole('dialog');
  for (const [label, waarde] of velden) {
    if (waarde.startsWith('>')) {
      await vak.getByLabel(label).click();
      await pagina.getByRole('option', { name: waarde.slice(1) }).first().click();
    } else await vak.getByLabel(label).fill(waarde);
  }
  await vak.getByRole('button', { name: 'Toevoegen' }).click();
  await vak.waitFor({ state: 'detached' });
};
const naElkaar = (...stappen: ((pagina: Page) => Promise<void>)[]) => async (pagina: Page): Promise<void> => {
  for (const stap of stappen) await stap(pagina);
};

const TABELLEN: Geval[] = [
  { tabel: 'Gemeenten', plaats: 'gegevens/gemeenten', kop: /^Inwoners( |$)(?!0)/, blok: ['82.301', '24.000'], wordt: [/82\.301/, /24\.000/], fout: ['82.301', 'veel'] },
  { tabel: 'Scholen', plaats: 'gegevens/scholen', kop: /^Bestuur/, blok: ['Bestuur A', 'Bestuur B'], wordt: [/Bestuur A/, /Bestuur B/] },
  { tabel: 'Leerlingen per school en gemeente', plaats: 'gegevens/leerlingen', kop: /^Hengelo/, blok: ['101', '102'], wordt: [/101/, /102/], fout: ['101', '1,5'] },
  { tabel: 'Producten', plaats: 'gegevens/producten', kop: /^Vervangbaar/, blok: ['35%', '45 %'], wordt: [/35.%/, /45.%/], fout: ['35', '450'] },
  {
    tabel: 'Bestaande arrangementen', plaats: 'gegevens/bestaand', kop: /^Bedrag/, blok: ['€ 12.500', '13500'], wordt: [/12\.500/, /13\.500/], fout: ['1', '-5'],
    eerst: naElkaar(voegToe('Bestaand arrangement toevoegen', [['School', '>Stapsteen'], ['Bedrag per jaar, €', '10.000']]), voegToe('Bestaand arrangement toevoegen', [['School', '>Batavier'], ['Bedrag per jaar, €', '11.000']])),
  },
  {
    tabel: 'Bestaande arrangementen', plaats: 'gegevens/bestaand', kop: /^Dekking/, blok: ['80 % gemeenten; 20 % rijk', 'onderwijs'], wordt: [/80.% gemeenten; 20.% rijk/, /100.% onderwijs/], fout: ['rijk', '80 % gemeenten; 10 % rijk'],
    eerst: naElkaar(voegToe('Bestaand arrangement toevoegen', [['School', '>Stapsteen'], ['Bedrag per jaar, €', '10.000']]), voegToe('Bestaand arrangement toevoegen', [['School', '>Batavier'], ['Bedrag per jaar, €', '11.000']])),
  },
  {
    tabel: 'Dragers', plaats: 'gegevens/dragers', kop: /^Soort/, blok: ['zorg', 'Rijk'], wordt: [/zorg/, /rijk/], fout: ['zorg', 'gemeente'],
    eerst: naElkaar(voegToe('Drager toevoegen', [['Code', 'fonds'], ['Naam', 'Fonds'], ['Soort', '>onderwijs']]), voegToe('Drager toevoegen', [['Code', 'stichting'], ['Naam', 'Stichting'], ['Soort', '>onderwijs']])),
  },
  { tabel: 'Taakvelden per begrotingsjaar', plaats: 'gegevens/taakvelden', kop: /^2027/, blok: ['6.751', '6.753 Jeugdhulp ambulant landelijk'], wordt: [/6\.751/, /6\.753/], fout: ['6.751', 'x'.repeat(61)] },
  { tabel: 'Scholen in dit scenario', plaats: 'scenarios/alle-scholen', kop: /^Realisatie/, blok: ['70', '65'], wordt: [/70/, /65/], fout: ['70', 'veel'] },
  {
    tabel: 'Indicatoren', plaats: 'voorstel/indicatoren', kop: /^Eenheid/, blok: ['%', 'dagen'], wordt: [/%/, /dagen/], fout: ['%', ''],
    eerst: async (pagina) => {
      for (let i = 0; i < 2; i++) await pagina.getByRole('button', { name: 'Indicator toevoegen' }).click();
    },
  },
];

describe.skipIf(!app.kan)(app.naam('plakken uit Excel'), () => {
  describe('in tabellen', () => {
    let pagina: Page;
    beforeEach(async () => {
      ({ pagina } = await app.open());
      await openVoorbeeld(pagina);
    });

    it.each(TABELLEN.map((t) => [t.tabel, t.kop.source, t] as const))('%s %s', async (_, __, { tabel, plaats, kop, blok, wordt, fout, eerst }) => {
      await naar(pagina, `#/${plaats}`);
      await eerst?.(pagina);
      const cellen: [Locator, Locator] = [await cel(pagina, tabel, 0, kop), await cel(pagina, tabel, 1, kop)];
      await cellen[1].waitFor();
      const was = await Promise.all(cellen.map((c) => c.innerText()));
      await cellen[0].click();
      await pagina.keyboard.press('Escape');
      await cellen[0].focus();
      if (fout) {
        await plak(pagina, fout.join('\r\n') + '\r\n');
        await pagina.getByText(/Niets geplakt/).first().waitFor();
        expect(await Promise.all(cellen.map((c) => c.innerText()))).toEqual(was);
      }
      await plak(pagina, blok.join('\r\n') + '\r\n');
      await expect.poll(() => cellen[0].innerText()).toMatch(wordt[0]);
      expect(await cellen[1].innerText()).toMatch(wordt[1]);
      await pagina.getByText('Opgeslagen', { exact: true }).waitFor();
      await pagina.keyboard.press('Control+z');
      await expect.poll(() => Promise.all(cellen.map((c) => c.innerText()))).toEqual(was);
      await pagina.keyboard.press('Control+y');
      await expect.poll(() => cellen[1].innerText()).toMatch(wordt[1]);
    });
  });

  describe('in tabellen met velden', () => {
    let pagina: Page;
    beforeEach(async () => {
      ({ pagina } = await app.open());
      await openVoorbeeld(pagina);
    });
    const waarde = (label: string): Promise<string> => pagina.getByLabel(label, { exact: true }).inputValue();

    it('kostenregels: over de regels en eronder', async () => {
      await naar(pagina, '#/scenarios/alle-scholen/regionaal');
      const regels = pagina.getByRole('table', { name: 'Regionale inzet' });
      const aantal = await regels.getByLabel(/^Omschrijving regel/).count();
      await pagina.getByLabel('Omschrijving regel 1', { exact: true }).focus();
      await plak(pagina, 'Projectleider\tFte\tveel\t90000\t10');
      await pagina.getByText(/Niets geplakt.*aantal/).waitFor();
      expect(await waarde('Omschrijving regel 1')).not.toBe('Projectleider');
      const rijen = Array.from({ length: aantal + 1 }, (_, i) => `Regel ${i + 1}\tVast per jaar\t1\t€ 1.00${i}`);
      await plak(pagina, rijen.join('\r\n'));
      await expect.poll(() => regels.getByLabel(/^Omschrijving regel/).count()).toBe(aantal + 1);
      expect(await waarde(`Bedrag regel ${aantal + 1}`)).toBe(`1.00${aantal}`);
      await pagina.getByRole('button', { name: /^Ongedaan: .*geplakt/ }).click();
      await expect.poll(() => regels.getByLabel(/^Omschrijving regel/).count()).toBe(aantal);
    });

    it('indexen: een blok van indexen en jaren', async () => {
      await naar(pagina, '#/scenarios/alle-scholen/uitgangspunten');
      await pagina.getByLabel('Prijs 2027', { exact: true }).focus();
      await plak(pagina, '1,5\t1,6\r\n2,5\tveel\r\n');
      await pagina.getByText(/Niets geplakt/).waitFor();
      expect(await waarde('Prijs 2027')).toBe('2,5');
      await plak(pagina, '1,5\t1,6\r\n2,6\t2,7%\r\n');
      await expect.poll(() => waarde('Loon 2028')).toBe('2,7');
      expect([await waarde('Prijs 2027'), await waarde('Prijs 2028'), await waarde('Prijs 2029'), await waarde('Loon 2027'), await waarde('Volume 2027')]).toEqual(['1,5', '1,6', '2,5', '2,6', '2']);
      await pagina.getByRole('button', { name: /^Ongedaan: .*geplakt/ }).click();
      await expect.poll(() => waarde('Loon 2028')).toBe('3');
    });

    it('vervangbaar per product: een kolom', async () => {
      await naar(pagina, '#/scenarios/alle-scholen/scholen/stapsteen');
      const velden = pagina.getByRole('table', { name: 'Vervangbaar per product' }).getByRole('textbox');
      await velden.nth(0).focus();
      await plak(pagina, '31\r\n32\r\n');
      await expect.poll(() => velden.nth(1).inputValue()).toBe('32');
      expect(await velden.nth(0).inputValue()).toBe('31');
      await pagina.getByRole('button', { name: /^Ongedaan: .*geplakt/ }).click();
      await expect.poll(() => velden.nth(0).inputValue()).not.toBe('31');
    });

    it('één waarde gaat gewoon in het veld', async () => {
      await naar(pagina, '#/scenarios/alle-scholen/uitgangspunten');
      const veld = pagina.getByLabel('Prijs 2027', { exact: true });
      await veld.focus();
      const geweigerd = await pagina.evaluate(`(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '1,5');
        return !document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      })()`);
      expect(geweigerd).toBe(false);
    });
  });
});
