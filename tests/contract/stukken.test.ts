/** The documents of a proposal over the contract, on every host: as they read, as files, refused, and stopped. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { regio } from '../hulp/regio.ts';
import { verwacht } from './verwacht.ts';
import { VERVOER, type Programma, type Verbinding } from './vervoer.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VRAAG = { scenarios: ['alle-scholen'], datum: '2027-01-01' } as const;

describe.each(VERVOER)('stukken over $naam', ({ start }) => {
  let programma: Programma;
  let venster: Verbinding;
  beforeAll(async () => {
    programma = await start();
    venster = await programma.venster();
    verwacht(await venster.roep('project.openVoorbeeld', {}));
  });
  afterAll(() => programma.sluit());

  it('reads as it will be made, with the mark of its reader and nothing that runs', async () => {
    const { stukken, stijl } = verwacht(await venster.roep('voorstel.bekijk', { ...VRAAG, scenarios: [...VRAAG.scenarios], lezer: 'openbaar', delen: ['besluit', 'gemeenten'] }));
    expect(stukken.map(({ deel }) => deel)).toEqual(['besluit', 'gemeenten', 'gemeenten', 'gemeenten']);
    for (const { markering, inhoud } of stukken) {
      expect(markering).toBe('VOORBEELD – bedragen fictief · openbaar – kleine aantallen verborgen, bedragen per school en gemeente afgerond');
      // The page that shows it allows no style or script within it.
      expect(inhoud).not.toMatch(/ style=|<style|<script|<img|<link|href=| on\w+=/);
    }
    expect(stijl).not.toMatch(/url\(|@import|@font-face/);
  });

  it('makes a file of each, with progress, and names the reader', async () => {
    const { stukken } = verwacht(await venster.roep('voorstel.stukken', { ...VRAAG, scenarios: [...VRAAG.scenarios], lezer: 'klankbordgroep', delen: ['vergelijking', 'besluit'], als: 'html' }, 'taak-stukken'));
    expect(stukken.map(({ deel, bestand }) => [deel, bestand.naam])).toEqual([['besluit', 'besluit-klankbordgroep.html'], ['vergelijking', 'vergelijking-klankbordgroep.html']]);
    for (const { bestand } of stukken) expect(bestand.grootte).toBeGreaterThan(20_000);
    expect(venster.gebeurtenissen.some((g) => g.soort === 'voortgang' && g.taak === 'taak-stukken')).toBe(true);
    const pakket = verwacht(await venster.roep('bestand.bundel', { grepen: stukken.map(({ bestand }) => bestand.greep), naam: 'Stukken' }));
    expect(pakket.naam).toBe('Stukken.zip');
    expect(pakket.grootte).toBeGreaterThan(stukken.reduce((som, { bestand }) => som + bestand.grootte, 0));
  });

  it('asks for the ground of what is confidential, and for at least one document', async () => {
    const vraag = { ...VRAAG, scenarios: [...VRAAG.scenarios] };
    expect(await venster.roep('voorstel.stukken', { ...vraag, lezer: 'intern', delen: ['besluit'], als: 'html' })).toMatchObject({ ok: false, fout: { code: 'geweigerd', tekst: expect.stringContaining('grondslag') as string } });
    expect(await venster.roep('voorstel.stukken', { ...vraag, lezer: 'openbaar', delen: [], als: 'html' })).toMatchObject({ ok: false, fout: { code: 'ongeldigeInvoer' } });
  });

  it('gives nothing when it is stopped', async () => {
    const lopend = venster.roep('voorstel.stukken', { ...VRAAG, scenarios: [...VRAAG.scenarios], lezer: 'intern', grondslag: 'overeenkomst', delen: ['besluit', 'gemeenten', 'locaties'], als: 'html' }, 'taak-stop');
    verwacht(await venster.roep('taak.annuleer', { taak: 'taak-stop' }));
    expect(await lopend).toMatchObject({ ok: false, fout: { code: 'geannuleerd' } });
  });

  it('refuses what cannot be kept hidden, names the cells and not how close one can come', async () => {
    const map = mkdtempSync(join(tmpdir(), 'stukken-'));
    try {
      // One child costs more than all others at its school together, and two scenarios show what one school is.
      const project = regio({ jeugdigen: [[14, 9, 12], [11, 16, 8], [20, 7, 13], [9, 12, 18], [15, 11, 10]], kosten: (s, g, kind, p) => (s === 2 && g === 1 && kind === 0 && p === 1 ? 400_000 : 4000 + ((s * 7919 + g * 104_729 + kind * 1299 + p * 31) % 9000)) });
      writeFileSync(join(map, 'project.json'), JSON.stringify(project));
      const ander = await programma.venster();
      const { greep } = await ander.neem(join(map, 'project.json'));
      verwacht(await ander.roep('project.neemOver', { greep }));
      const antwoord = await ander.roep('voorstel.stukken', { scenarios: ['alle', 'minder'], lezer: 'openbaar', datum: '2027-01-01', delen: ['besluit'], als: 'html' });
      expect(antwoord).toMatchObject({ ok: false, fout: { code: 'geweigerd' } });
      if (antwoord.ok) return;
      expect((antwoord.fout.details as string[]).length).toBeGreaterThan(0);
      expect(JSON.stringify(antwoord.fout)).not.toMatch(/na te bepalen|ligt tussen/);
    } finally {
      rmSync(map, { recursive: true, force: true });
    }
  });
});

it('says what to do where nothing can print', async () => {
  const [direct] = VERVOER;
  const programma = await direct!.start();
  try {
    const venster = await programma.venster();
    expect(verwacht(await venster.roep('app.info', {})).kan.pdf).toBe(false);
    verwacht(await venster.roep('project.openVoorbeeld', {}));
    expect(await venster.roep('voorstel.stukken', { ...VRAAG, scenarios: [...VRAAG.scenarios], lezer: 'klankbordgroep', delen: ['besluit'], als: 'pdf' })).toMatchObject({ ok: false, fout: { code: 'nietMogelijk', tekst: expect.stringContaining('als html en druk ze af') as string } });
  } finally {
    await programma.sluit();
  }
});
