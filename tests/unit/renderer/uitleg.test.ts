/** Every figure on screen can be opened: what is shown then is that same figure, and its parts add up or multiply to it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../models/project/types.ts';
import type { Berekening } from '../../../models/rekenen/types.ts';
import { bereken } from '../../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { nulmetingOf, onFormulasRead, uitslagOf } from '../../../renderer/stand/doorrekening.ts';
import type { OpenProject } from '../../../renderer/stand/store.ts';
import { uitlegVan, type Bronnen, type Deel, type Uitleg } from '../../../renderer/features/uitleg/uitleg.ts';
import type { Vraag } from '../../../renderer/features/uitleg/vraag.ts';

const GEVALLEN = ['klein', 'randen-1', 'randen-2', 'randen-3', 'twente', 'aggregaat'];

function lees(naam: string): Project {
  return JSON.parse(readFileSync(new URL(`../../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;
}

/** The project as the page holds it, with its formulas read. */
async function geopend(project: Project): Promise<OpenProject> {
  const { indicaties: _i, declaraties: _d, aggregaten: _a, ...rest } = project;
  const open = {
    project: rest, voorbereiding: bereidVoor(project), saving: false,
    stand: { project: rest, fouten: [], revisie: 1, voorbereiding: 1, alleenLezen: false, bestand: '', voorbeeld: false, meldingen: [], leveringen: [], aantallen: { indicaties: 0, declaraties: 0, aggregaten: 0, geweigerd: 0 } },
  } as unknown as OpenProject;
  const wacht = (): boolean => project.scenarios.some(({ id }) => { const u = uitslagOf(open, id); return !u.ok && u.fouten.some((f) => f.tekst.includes('wordt gelezen')); });
  if (wacht()) await new Promise<void>((klaar) => { const stop = onFormulasRead(() => { stop(); klaar(); }); });
  return open;
}

const gelijk = (a: number, b: number, waar: string): void => expect(Math.abs(a - b), `${waar}: ${a} tegen ${b}`).toBeLessThanOrEqual(0.005 + 1e-9 * Math.abs(b));

function samen({ delen, bewerking }: Uitleg): number {
  return bewerking === 'som' ? delen.reduce((s, d) => s + d.waarde, 0) : delen.reduce((s, d) => s * d.waarde, 1);
}

/** Opens a figure and everything behind it, to the bottom. */
function volg(vraag: Vraag, bronnen: Bronnen, gezien: Set<string>, verwacht?: number): void {
  const naam = JSON.stringify(vraag);
  const uitleg = uitlegVan(vraag, bronnen);
  expect(uitleg, naam).toBeDefined();
  if (!uitleg) return;
  if (verwacht !== undefined) gelijk(uitleg.waarde, verwacht, naam);
  if (gezien.has(naam)) return;
  gezien.add(naam);
  if (uitleg.delen.length > 0) gelijk(samen(uitleg), uitleg.waarde, `delen van ${naam}`);
  // A factor in a product leads to another figure than itself where a sign is turned; sums lead to their own parts.
  for (const deel of uitleg.delen) if (deel.verder) volg(deel.verder, bronnen, gezien, zelfde(vraag, deel) ? deel.waarde : undefined);
}

/** Whether a part is the figure that it leads to. The gemeenten part of a line leads to the whole line; cost now leads to that of every gemeente. */
const zelfde = (vraag: Vraag, { verder, maat }: Deel): boolean => verder !== undefined && maat !== 'aandeel' && verder.soort !== 'regel' && !(verder.soort === 'basis' && vraag.soort !== 'basis');

describe.each(GEVALLEN)('opbouw van elk getal in %s', async (naam) => {
  const project = lees(naam);
  const open = await geopend(project);
  const resultaat = await bereken(project);
  if (!resultaat.ok) throw new Error(resultaat.fouten.map((f) => f.tekst).join('\n'));
  const berekening: Berekening = resultaat.berekening;
  const bronnen: Bronnen = {
    project: open.project,
    nulmeting: nulmetingOf(open)!,
    doorgerekend: (id) => {
      const uitslag = uitslagOf(open, id);
      return uitslag.ok ? uitslag.doorgerekend : undefined;
    },
  };
  const jaren = berekening.jaren.map((_, y) => y);

  it('nulscenario', () => {
    const gezien = new Set<string>();
    for (const jaar of jaren) {
      volg({ soort: 'nul', jaar }, bronnen, gezien, berekening.nul.perJaar[jaar]);
      for (const { code } of project.gemeenten) volg({ soort: 'nul', gemeente: code, jaar }, bronnen, gezien, berekening.nul.perGemeente[code]?.[jaar]);
      for (const { id } of project.scholen) volg({ soort: 'nul', school: id, jaar }, bronnen, gezien, berekening.nul.perSchool[id]?.[jaar]);
    }
    expect(gezien.size).toBeGreaterThan(0);
  });

  it.each(project.scenarios.map((s) => s.id))('scenario %s', (id) => {
    const u = berekening.scenarios[id]!;
    const gezien = new Set<string>();
    volg({ soort: 'effect', scenario: id, jaar: 'alle' }, bronnen, gezien, u.effect.cumulatief.at(-1));
    volg({ soort: 'zonderToegang', scenario: id }, bronnen, gezien, Object.values(u.zonderToegang).reduce((a, b) => a + b, 0));
    for (const jaar of jaren) {
      volg({ soort: 'effect', scenario: id, jaar }, bronnen, gezien, u.effect.perJaar[jaar]);
      volg({ soort: 'totaal', scenario: id, jaar }, bronnen, gezien, u.totaal.perJaar[jaar]);
      volg({ soort: 'collectief', scenario: id, jaar }, bronnen, gezien, u.collectief[jaar]);
      for (const { code } of project.gemeenten) {
        volg({ soort: 'effect', scenario: id, gemeente: code, jaar }, bronnen, gezien, u.effect.perGemeente[code]?.[jaar]);
        volg({ soort: 'totaal', scenario: id, gemeente: code, jaar }, bronnen, gezien, u.totaal.perGemeente[code]?.[jaar]);
      }
      for (const [code, reeks] of Object.entries(u.bijdragen)) volg({ soort: 'bijdrage', scenario: id, gemeente: code, jaar }, bronnen, gezien, reeks[jaar]);
    }
    expect(gezien.size).toBeGreaterThan(0);
  });
});
