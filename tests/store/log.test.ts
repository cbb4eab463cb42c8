/** The log: whatever is done, undone, redone and gone back to, the project is what it was at that point. */
import * as fc from 'fast-check';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject, type Concept, type Projectbestand } from '../../electron/store/index.ts';
import type { Project, Scenario } from '../../models/project/types.ts';
import { parameters } from '../hulp/wet.ts';
import { eigenMap, indicatie, kaal, klein, laad, straksDicht, vasteOmgeving, verwachtFout } from './hulp.ts';

const nieuw = async (project: Project = kaal()): Promise<Projectbestand> => straksDicht(await maakProject(join(eigenMap(), 'p.arrangement'), project, { gebruiker: 'tester', omgeving: vasteOmgeving() }));

/** Everything that a user can do to a list: change, add, remove, move, replace whole. */
const BEWERKINGEN: ((project: Concept, worp: number) => void)[] = [
  (p, w) => { p.naam = `naam ${w}`; },
  (p, w) => { p.uitgangspunten.jaren = 1 + (w % 30); },
  (p, w) => { p.scholen[w % p.scholen.length]!.naam = `school ${w}`; },
  (p, w) => { p.scholen.push({ id: `s${w}`, naam: 'erbij', soort: 'SO', gemeente: 'GM0164' }); },
  (p, w) => { p.scholen.splice(w % 2, 0, { id: `t${w}`, naam: 'ertussen', soort: 'SO', gemeente: 'GM0164' }); },
  (p) => { p.leerlingen.reverse(); },
  (p, w) => { p.leerlingen.splice(w % Math.max(1, p.leerlingen.length), 1); },
  (p, w) => { p.dragers = w % 2 === 0 ? [] : [{ code: `d${w}`, naam: 'fonds', soort: 'zorg' }]; },
  (p) => { delete p.dragers; },
  (p, w) => { p.scenarios.push({ id: `sc${w}`, naam: 'scenario', ouder: p.scenarios[0]?.id, arrangementen: [{ school: 'bouwsteen', realisatie: (w % 100) / 100 }] } as Scenario); },
  (p, w) => { p.scenarios.splice(w % Math.max(1, p.scenarios.length), 1); },
  (p, w) => { const a = p.scenarios[0]?.arrangementen?.[0]; if (a) a.realisatie = (w % 1000) / 1000; },
  (p, w) => { p.profielen.push({ naam: `p${w}`, inhoud: { w } }); },
];
type Stap = { soort: 'wijzig' | 'ongedaan' | 'opnieuw' | 'terug' | 'laad'; worp: number; welke: number };
const stap: fc.Arbitrary<Stap> = fc.record({
  soort: fc.constantFrom('wijzig' as const, 'wijzig' as const, 'wijzig' as const, 'ongedaan' as const, 'ongedaan' as const, 'opnieuw' as const, 'terug' as const, 'laad' as const),
  worp: fc.nat(10_000),
  welke: fc.nat(BEWERKINGEN.length - 1),
});

const momentopname = (bestand: Projectbestand): unknown => ({ project: bestand.project(), profielen: bestand.lijst('profielen') });

describe('logboek', () => {
  it('elke reeks van wijzigen, laden, ongedaan, opnieuw en terug volgt een gewone stapel van toestanden', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { maxLength: 25, size: 'max' }), async (stappen) => {
        const bestand = await maakProject(join(eigenMap(), 'p.arrangement'), kaal(), { omgeving: vasteOmgeving() });
        try {
          // The model: states with a finger in them, and the state after every log entry.
          const toestanden = [momentopname(bestand)];
          let vinger = 0;
          const naRegel = new Map<number, unknown>([[bestand.log(1)[0]!.id, toestanden[0]]]);
          for (const { soort, worp, welke } of stappen) {
            if (soort === 'ongedaan' || soort === 'opnieuw') {
              const doel = vinger + (soort === 'ongedaan' ? -1 : 1);
              const regel = soort === 'ongedaan' ? bestand.ongedaan() : bestand.opnieuw();
              expect(regel !== undefined).toBe(doel in toestanden);
              if (doel in toestanden) vinger = doel;
            } else {
              const voor = momentopname(bestand);
              // The same, done to a plain object.
              const gewoon = { ...bestand.project(), tarieven: [], profielen: bestand.lijst('profielen') };
              if (soort === 'wijzig') bestand.wijzig(`bewerking ${welke}`, (p) => BEWERKINGEN[welke]!(p, worp));
              else if (soort === 'laad') laad(bestand, 'indicaties', [indicatie({ kostenPerJaar: worp })], { controlegetal: `${worp}` });
              else bestand.terugNaar([...naRegel.keys()][worp % naRegel.size]!);
              const na = momentopname(bestand);
              if (soort === 'wijzig') {
                BEWERKINGEN[welke]!(gewoon, worp);
                const { tarieven: _, profielen, ...project } = gewoon;
                expect(na).toStrictEqual({ project: JSON.parse(JSON.stringify(project)), profielen });
              }
              if (soort === 'terug') expect(na).toStrictEqual([...naRegel.values()][worp % naRegel.size]);
              // A change that changed nothing leaves no entry.
              if (bestand.log(1)[0]!.id > Math.max(...naRegel.keys())) {
                toestanden.splice(++vinger, Number.POSITIVE_INFINITY, na);
              } else {
                expect(na).toStrictEqual(voor);
              }
            }
            expect(momentopname(bestand)).toStrictEqual(toestanden[vinger]);
            naRegel.set(bestand.log(1)[0]!.id, toestanden[vinger]);
          }
          bestand.controleer();
        } finally {
          await bestand.sluit({ reservekopie: false });
        }
      }),
      parameters(30),
    );
  });

  it('zegt wie wat wanneer wijzigde, van wat naar wat', async () => {
    const bestand = await nieuw();
    const regel = bestand.wijzig('Realisatie verlaagd', (p) => {
      p.scenarios[0]!.arrangementen![0]!.realisatie = 0.55;
      p.uitgangspunten.disconteringsvoet = 0.031;
    });
    expect(regel).toMatchObject({ wie: 'tester', soort: 'wijziging', omschrijving: 'Realisatie verlaagd', bereikbaar: true });
    expect(regel?.wanneer).toMatch(/^2026-11-21T09:\d\d:00\.000Z$/);
    expect(bestand.wijzigingen(regel!.id)).toEqual([
      { lijst: 'arrangementen', item: 'bouwsteen', pad: 'realisatie', van: kaal().scenarios[0]!.arrangementen![0]!.realisatie, naar: 0.55 },
      { lijst: 'uitgangspunten', item: '', pad: 'disconteringsvoet', van: kaal().uitgangspunten.disconteringsvoet, naar: 0.031 },
    ]);
  });

  it('schrijft niets op als er niets anders wordt', async () => {
    const bestand = await nieuw();
    const voor = bestand.log();
    expect(bestand.wijzig('niets', (p) => { p.naam = String(p.naam); p.scholen = [...p.scholen]; void p.leerlingen.length; void p.dragers; })).toBeUndefined();
    expect(bestand.log()).toEqual(voor);
  });

  it('verandert niets als een wijziging halverwege faalt', async () => {
    const bestand = await nieuw();
    const voor = bestand.project();
    expect(() => bestand.wijzig('half', (p) => { p.naam = 'half'; throw new RangeError('halverwege'); })).toThrow('halverwege');
    expect(bestand.project()).toStrictEqual(voor);
    expect(bestand.log().length).toBe(1);
  });

  it('maakt een eerdere wijziging los ongedaan, maar niet door een latere van hetzelfde heen', async () => {
    const bestand = await nieuw();
    const naam = bestand.wijzig('Naam', (p) => { p.naam = 'een'; })!;
    const school = bestand.wijzig('School', (p) => { p.scholen[0]!.naam = 'een'; })!;
    bestand.wijzig('School nog eens', (p) => { p.scholen[0]!.naam = 'twee'; });
    bestand.maakOngedaan(naam.id);
    expect(bestand.project().naam).toBe(kaal().naam);
    const fout = await verwachtFout('conflict', () => bestand.maakOngedaan(school.id));
    expect(fout.message).toContain('“School nog eens” (tester, regel 4)');
    await verwachtFout('niets-te-doen', () => bestand.maakOngedaan(naam.id));
    expect(bestand.project().scholen[0]!.naam).toBe('twee');
  });

  it('houdt scholen, gemeenten en producten vast zolang rijen ze noemen', async () => {
    const bestand = await nieuw(klein());
    const fout = await verwachtFout('onbekend', () => bestand.wijzig('School weg', (p) => { p.scholen.shift(); }));
    expect(fout.message).toMatch(/^School bouwsteen komt voor in geladen rijen, maar staat niet bij de scholen/);
    await verwachtFout('onbekend', () => bestand.wijzig('Product weg', (p) => { p.producten = []; }));
    await verwachtFout('onbekend', () => bestand.wijzig('Gemeente weg', (p) => { p.gemeenten.length = 0; }));
    expect(bestand.project()).toStrictEqual(klein());
  });

  it('kan een school niet ongedaan maken die later geladen rijen noemen', async () => {
    const bestand = await nieuw();
    const erbij = bestand.wijzig('School erbij', (p) => { p.scholen.push({ id: 'nieuw', naam: 'Nieuw', soort: 'SO', gemeente: 'GM0164' }); })!;
    laad(bestand, 'indicaties', [indicatie({ school: 'nieuw' })]);
    await verwachtFout('onbekend', () => bestand.maakOngedaan(erbij.id));
    bestand.ongedaan();
    bestand.maakOngedaan(erbij.id);
    expect(bestand.project()).toStrictEqual(kaal());
    expect([bestand.opnieuw()?.omschrijving, bestand.opnieuw()?.omschrijving]).toEqual(['Opnieuw: School erbij', 'Opnieuw: indicaties uit indicaties.csv']);
    expect(bestand.project().indicaties).toEqual([indicatie({ school: 'nieuw' })]);
  });

  it('laat zich niet omzeilen: triggers weigeren wat buiten het log om gaat en wat het log zelf wijzigt', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, klein())).sluit({ reservekopie: false });
    const db = new Database(pad);
    const weigert = (sql: string, reden: RegExp): void => expect(() => db.exec(sql), sql).toThrow(reden);
    weigert(`UPDATE onderdeel SET inhoud = '{}'`, /buiten het logboek/);
    weigert('DELETE FROM onderdeel', /buiten het logboek/);
    weigert(`INSERT INTO onderdeel (lijst, plek, inhoud) VALUES ('scholen', 9, '{}')`, /buiten het logboek/);
    weigert('UPDATE deel SET actief = 0', /buiten het logboek/);
    weigert(`UPDATE log SET wie = 'ander'`, /logboek kan niet/);
    weigert('DELETE FROM log', /logboek kan niet/);
    weigert(`REPLACE INTO log (id, wanneer, wie, soort, omschrijving) VALUES (1, '', '', '', '')`, /logboek kan niet/);
    weigert('UPDATE beeld SET na = NULL', /logboek kan niet/);
    weigert('REPLACE INTO beeld SELECT * FROM beeld', /logboek kan niet/);
    weigert('DELETE FROM beeld', /logboek kan niet/);
    weigert('UPDATE indicatie SET kostenPerJaar = 1', /rij kan niet worden gewijzigd/);
    weigert('DELETE FROM indicatie', /rij kan niet worden gewijzigd/);
    weigert('DELETE FROM deel', /deel van een levering kan niet/);
    weigert(`INSERT INTO indicatie (deel, school, product, start, kostenPerJaar) VALUES (1, 1, 1, '1-1-2026', 1)`, /CHECK/);
    weigert(`INSERT INTO indicatie (deel, school, product, start) VALUES (1, 1, 1, '2026-01-01')`, /CHECK/);
    weigert(`INSERT INTO indicatie (deel, school, product, start, kostenPerJaar) VALUES (99, 1, 1, '2026-01-01', 1)`, /FOREIGN KEY/);
    weigert(`INSERT INTO indicatie (deel, school, product, start, kostenPerJaar) VALUES (1, 1, 1, '2026-01-01', 'veel')`, /cannot store TEXT/);
    db.close();
    const bestand = straksDicht(await openProject(pad));
    expect(bestand.project()).toStrictEqual(klein());
  });
});
