/** The documents as HTML: text stays text, figures are those of the engine, and the structure can be read without eyes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metMaker, zoekBrowser } from '../../../electron/exchange/pdf.ts';
import { maakPdfdocumenten } from '../../../electron/service/pdf.ts';
import type { Lezer } from '../../../models/bescherming/instellingen.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { deelnemersVan } from '../../../models/project/standaard.ts';
import type { Project } from '../../../models/project/types.ts';
import { bereken } from '../../../models/rekenen/bereken.ts';
import type { Pdfdeel } from '../../../models/contract/voorstel.ts';
import { alsHtml, bestandsdeel, type Document } from '../../../templates/pdf/document.ts';
import { boodschap } from '../../../templates/pdf/gegevens.ts';
import { cssTekst, html, ingekort } from '../../../templates/pdf/html.ts';
import { effect, effectgetal, getal, richting } from '../../../templates/pdf/woorden.ts';

const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;

type MetHtml = Document & { html: string };
async function maak(project: Project, id: string, delen?: Pdfdeel[], lezer: Lezer = 'intern'): Promise<MetHtml[]> {
  const uitslag = await maakPdfdocumenten(project, id, { lezer, moment: new Date('2026-01-01T00:00:00Z'), programma: 'test', ...(delen && { delen }) });
  if (!uitslag.ok) throw new Error(JSON.stringify(uitslag.fouten));
  return uitslag.documenten.map((document) => ({ ...document, html: alsHtml(document, []) }));
}
/** What is read: without style and marks. */
const tekstVan = (document: MetHtml): string => document.html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '\n').replaceAll('\u00a0', ' ');

describe('html', () => {
  it('escapes every text and keeps what is html', () => {
    expect(html`<p title="${'"\'<'}">${'<b>&'}${html`<i>${1}</i>`}${undefined}${['a', html`<br>`]}</p>`.tekst).toBe('<p title="&quot;&#39;&lt;">&lt;b&gt;&amp;<i>1</i>a<br></p>');
    expect(html`${'a\u0000\u001b\ud800b'}`.tekst).toBe('a\ufffdb');
  });
  it('lets nothing out of a css string', () => {
    expect(cssTekst('a"; } </style>\\ \n')).toBe('"a\\22 ; } \\3c /style\\3e \\5c  \\a "');
  });
  it('shortens with an ellipsis', () => expect([ingekort('abcdef', 6), ingekort('abcdefg', 6)]).toEqual(['abcdef', 'abcde…']));
  it('makes names of files', () => expect([bestandsdeel("Súdwest-Fryslân / 't Bildt"), bestandsdeel('../..')]).toEqual(['sudwest-fryslan-t-bildt', '']));
});

describe('woorden', () => {
  it('says an effect with letter and sign', () => {
    expect([-1234.4, 1234.5, 0.4, -0.4].map((x) => effect(x).replaceAll('\u00a0', ' '))).toEqual(['V −€ 1.234', 'N +€ 1.235', '€ 0', '€ 0']);
    expect([-1499, 499, 1500].map((x) => effectgetal(x, 1000).replaceAll('\u00a0', ' '))).toEqual(['V −1', '0', 'N +2']);
    expect([-1, 1, 0.3].map((x) => richting(x))).toEqual(['V', 'N', '']);
  });
  it.each([
    [[-1, -2, -3], 'Elk jaar voordelig; in 2029 −3'], [[5, -2, -3], 'Vanaf 2028 voordelig; in 2029 −3'], [[-5, 2, -3], 'Vanaf 2029 voordelig; in 2029 −3'],
    [[-5, -2, 3], 'In 2029 duurder dan het nulscenario: 3'], [[5, 2, 0], 'In 2029 geen verschil met het nulscenario'],
  ])('puts the message of %j in words', (reeks, zin) => expect(boodschap([2027, 2028, 2029], reeks, (x) => getal(x))).toBe(zin));
});

describe('documenten', () => {
  it('hold the figures of the engine', async () => {
    const project = lees('twente');
    const berekend = await bereken(project, { scenarios: ['sc2'] });
    if (!berekend.ok) throw new Error('reken');
    const uitkomst = berekend.berekening.scenarios['sc2']!;
    const [besluit] = await maak(project, 'sc2', ['besluit']);
    const tekst = tekstVan(besluit as MetHtml);
    for (const reeks of Object.values(uitkomst.bijdragenAfgerond)) for (const x of reeks) expect(tekst).toContain(getal(x));
    for (const x of uitkomst.effect.perJaar) expect(tekst).toContain(effectgetal(x, 1000).replaceAll('\u00a0', ' '));
    const gemeenten = await maak(project, 'sc2', ['gemeenten']);
    expect(gemeenten.length).toBe(deelnemersVan(project, volledigScenario(project, 'sc2')).length);
    for (const document of gemeenten) {
      const code = /GM\d{4}/.exec(document.html.slice(document.html.indexOf('<main ')))?.[0] as string;
      for (const x of [...uitkomst.bijdragenAfgerond[code]!, ...uitkomst.totaal.perGemeente[code]!]) expect(tekstVan(document)).toContain(getal(x));
      for (const x of uitkomst.effect.perGemeente[code]!) expect(tekstVan(document)).toContain(effectgetal(x).replaceAll('\u00a0', ' '));
    }
    expect(new Set(gemeenten.map((d) => d.bestandsnaam)).size).toBe(gemeenten.length);
    const [locaties] = await maak(project, 'sc2', ['locaties']);
    expect(locaties!.html.match(/data-een-bladzij/g)).toHaveLength(project.scholen.length);
  });

  it('have a language, one kind of heading after another, captions, scopes and alternative texts', async () => {
    for (const document of await maak(lees('klein'), 'a')) {
      expect(document.html).toContain('<html lang="nl">');
      expect(document.html.match(/<table>/g)).toHaveLength(document.html.match(/<caption>/g)!.length);
      expect(document.html.match(/<th (?!scope=)/g)).toBeNull();
      for (const svg of document.html.match(/<svg[^>]*>/g) ?? []) expect(svg).toMatch(/role="img" aria-label="[^"]{20,}"/);
      expect(/.{0,40}(NaN|undefined|Infinity|\[object).{0,20}/.exec(document.html)?.[0]).toBeUndefined();
    }
  });

  it('take names as text, whatever is in them', async () => {
    const project = lees('klein');
    const boos = '</style><script>alert(1)</script>"\'<img src=x onerror=1>\\ 😀 =1+1 ';
    project.naam = boos;
    for (const lijst of [project.gemeenten, project.scholen, project.producten]) for (const ding of lijst) ding.naam = `${boos}${'x'.repeat(500)}`;
    project.scenarios[0]!.naam = boos;
    for (const document of await maak(project, 'a')) {
      expect(document.html).not.toMatch(/<script|<img/);
      expect(document.html.match(/<\/style>/g)).toHaveLength(1);
    }
  });

  it('say that figures are an example on every page, and that what is in them is confidential', async () => {
    const project = lees('klein');
    const paginakop = (d: MetHtml): string => /@top-left \{ content: "([^"]*)"/.exec(d.html)?.[1] ?? '';
    expect((await maak(project, 'a')).map(paginakop)).toEqual(expect.arrayContaining(['vertrouwelijk – herleidbaar']));
    project.uitgangspunten.herkomst = { jaren: { status: 'voorbeeld' } };
    for (const d of await maak(project, 'a')) expect(paginakop(d)).toBe('VOORBEELD – bedragen fictief · vertrouwelijk – herleidbaar');
  });

  it('refuse a scenario that is not there', async () => {
    expect(await maakPdfdocumenten(lees('klein'), 'zz', { lezer: 'intern', moment: new Date(0), programma: '' })).toMatchObject({ ok: false, fouten: [{ code: 'P06' }] });
  });
});

describe('metMaker', () => {
  const pdf = (tekst: string): Uint8Array => Buffer.from(tekst, 'latin1');
  it('names the program in the place of browser and machine, and moves nothing', () => {
    const oud = '%PDF \xe9\n<</Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome)\n/Producer (Skia)>> einde';
    const nieuw = Buffer.from(metMaker(pdf(oud), 'Proef (1)')).toString('latin1');
    expect(nieuw).toHaveLength(oud.length);
    expect(nieuw).toMatch(/^%PDF \xe9\n<<\/Creator \(Proef \\\(1\\\)\) +\n\/Producer \(Skia\)>> einde$/);
  });
  it.each([['%PDF zonder'], ['/Creator (a b c d e f g h) /Creator (a b c d e f g h)'], ['/Creator (kort)']])('makes nothing of %j', (tekst) => {
    expect(() => metMaker(pdf(tekst), 'Collectief')).toThrow('niet te vervangen');
  });
});

describe('zoekBrowser', () => {
  it('finds nothing where nothing is', () => {
    expect(zoekBrowser({ PATH: '/bestaat-niet' }, 'linux')).toBeUndefined();
    expect(zoekBrowser({ PATH: '/usr/bin', ARRANGEREN_BROWSER: '/bestaat-niet' }, 'linux')).toBeUndefined();
  });
  it('takes the one that is named', () => expect(zoekBrowser({ ARRANGEREN_BROWSER: process.execPath }, 'linux')).toBe(process.execPath));
});
