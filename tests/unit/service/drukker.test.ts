/** What prints for a window: started when it is needed, once; what goes wrong with it is said in words that help. */
import { describe, expect, it } from 'vitest';
import { Dienstfout } from '../../../electron/service/dienstfout.ts';
import { Drukker, type Pdfmachine } from '../../../electron/service/drukker.ts';

const machine = (druk: Pdfmachine['druk'], gesloten: string[] = []): Pdfmachine => ({ druk, sluit: async () => void gesloten.push('dicht') });

describe('Drukker', () => {
  it('starts one machine for several documents, and a new one after it was let go', async () => {
    const gesloten: string[] = [];
    let gestart = 0;
    const drukker = new Drukker(async () => {
      gestart++;
      return machine(async (html) => new TextEncoder().encode(html), gesloten);
    });
    expect(gestart).toBe(0);
    await Promise.all([drukker.druk('a'), drukker.druk('b')]);
    expect(gestart).toBe(1);
    await drukker.sluit();
    await drukker.sluit();
    expect(gesloten).toEqual(['dicht']);
    expect(new TextDecoder().decode(await drukker.druk('c'))).toBe('c');
    expect(gestart).toBe(2);
  });

  it('says what to do where nothing prints, or it does not start, and tries again the next time', async () => {
    await expect(new Drukker(undefined).druk('a')).rejects.toMatchObject({ code: 'nietMogelijk', message: expect.stringMatching(/Chromium, Google Chrome of Microsoft Edge nodig.*als html/) as string });
    let kapot = true;
    const drukker = new Drukker(async () => {
      if (kapot) throw new Error('De browser start niet.');
      return machine(async () => new Uint8Array());
    });
    await expect(drukker.druk('a')).rejects.toThrow(new Dienstfout('nietMogelijk', 'De browser start niet. Maak de stukken als html en druk ze af vanuit de browser.'));
    kapot = false;
    await expect(drukker.druk('a')).resolves.toHaveLength(0);
  });

  it('passes on that a document does not fit', async () => {
    await expect(new Drukker(async () => machine(async () => Promise.reject(new Error('past niet')))).druk('a')).rejects.toThrow('past niet');
  });
});
