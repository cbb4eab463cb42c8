/** Does one kind of work on a project over and over, and says so after each time, until it is killed. */
import { herstelProject, lijstReservekopieen, maakProject, openProject } from '../../../electron/store/index.ts';
import type { Aggregaat, Indicatie } from '../../../models/project/types.ts';

const [taak, pad, doel = ''] = process.argv.slice(2) as [string, string, string?];
const meld = (n: number): void => void process.send?.(n);
meld(-1);

const rijen = (n: number): Indicatie[] => Array.from({ length: 400 }, (_, i) => ({ school: 'bouwsteen', gemeente: 'GM0164', product: 'BEG', start: '2026-01-01', kostenPerJaar: n, jeugdige: `geheim-${n}-${i}` }));

const TAKEN: Record<string, () => Promise<void>> = {
  async wijzigen() {
    const bestand = await openProject(pad);
    for (let n = 0; ; n++) {
      bestand.wijzig(`wijziging ${n}`, (p) => { p.naam = `naam ${n}`; p.uitgangspunten.jaren = 1 + (n % 30); });
      meld(n);
      if (n % 10 === 0) await new Promise(setImmediate);
    }
  },
  async importeren() {
    const bestand = await openProject(pad);
    for (let n = 0; ; n++) {
      const invoer = bestand.invoer();
      invoer.begin({ soort: 'indicaties', bestand: `${n}.csv`, controlegetal: `${n}` });
      for (let i = 0; i < 10; i++) invoer.rijen('indicaties', rijen(n));
      invoer.einde(null);
      invoer.bewaar();
      meld(n);
      await new Promise(setImmediate);
    }
  },
  async herstellenVanRijen() {
    const bestand = await openProject(pad);
    const plan = (n: number) => ({ bestand: `h${n}.xlsx`, blad: null, soort: 'indicaties' as const, indeling: 'rijen' as const, koprij: 1, kolommen: [], vast: {}, splitsingen: [], herstel: { van: { bestand: 'a.csv', blad: null, soort: 'indicaties' as const, controlegetal: 'a' }, bronrij: 1, kenmerk: 2 } });
    for (let n = 0; ; n++) {
      const invoer = bestand.invoer();
      invoer.begin({ soort: 'indicaties', bestand: `h${n}.xlsx`, controlegetal: `h${n}`, plan: plan(n) });
      invoer.rijen('indicaties', rijen(n + 1));
      invoer.geweigerd([{ bestand: `h${n}.xlsx`, blad: null, rij: 3, waarden: { poging: n }, meldingen: [], bedrag: n, bronrij: 100_000 }]);
      invoer.hersteld([n + 2]);
      invoer.einde(null);
      invoer.bewaar();
      meld(n);
      await new Promise(setImmediate);
    }
  },
  async migreren() {
    const bestand = await openProject(pad);
    meld(0);
    await bestand.sluit();
  },
  async reservekopie() {
    const bestand = await openProject(pad);
    for (let n = 0; ; n++) {
      bestand.wijzig(`wijziging ${n}`, (p) => { p.naam = `naam ${n}`; });
      await bestand.reservekopie();
      meld(n);
    }
  },
  async bewaren() {
    const bestand = await openProject(pad);
    for (let n = 0; ; n++) {
      bestand.wijzig(`wijziging ${n}`, (p) => { p.naam = `naam ${n}`; });
      await bestand.bewaarAls(doel, { overschrijven: true });
      meld(n);
    }
  },
  async maken() {
    for (let n = 0; ; n++) {
      const bron = await openProject(pad, { alleenLezen: true });
      const project = { ...bron.project(), naam: `naam ${n}` };
      await bron.sluit();
      await (await maakProject(doel, project, { overschrijven: true })).sluit({ reservekopie: false });
      meld(n);
    }
  },
  async herstellen() {
    for (let n = 0; ; n++) {
      await herstelProject(pad, lijstReservekopieen(pad).at(n % 2)?.pad ?? '');
      meld(n);
    }
  },
  async wissen() {
    const bestand = await openProject(pad);
    await bestand.wis('alles', JSON.parse(process.env['AGGREGATEN'] ?? '[]') as Aggregaat[]);
    meld(0);
  },
};
await TAKEN[taak]?.();
