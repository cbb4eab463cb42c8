/** Zekerheid (docs/beslissen.md, 2): how sure a figure is, from many draws of the uncertain assumptions. */
import { disconteringsvoetVan } from '../project/standaard.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { uitslag, type Beslisbasis } from './basis.ts';
import { zonderOnzekerheden } from './gevoeligheid.ts';
import { kwantiel, spreiding } from './spreiding.ts';
import { maakTrekker, type Reeksen, type Trekkingsplan } from './trekkingen.ts';
import type { Zekerheid } from './types.ts';
import { uitkomstmaat } from './uitkomstkeuze.ts';
import { effect, euro, getal, kans, procent, tenOpzichte } from './woorden.ts';

/** The certainties that bestuurders know. */
export const ZEKERHEDEN = [0.7, 0.8, 0.9, 0.95] as const;

/** All draws in one go. @returns faults B01, B02, B03, P21, P22 */
export function zekerheid(basis: Beslisbasis, plan: Trekkingsplan): Rekenresultaat<{ uitslag: Zekerheid }> {
  const trekker = maakZekerheid(basis, plan);
  if (!trekker.ok) return trekker;
  const gerekend = trekker.trekker.reken(0, plan.trekkingen);
  return gerekend.ok ? { ok: true, uitslag: zekerheidVan(basis, plan, gerekend.reeksen) } : gerekend;
}

/** What calculates ranges of draws, for whoever divides the work; the ranges together go to `zekerheidVan`. */
export function maakZekerheid(basis: Beslisbasis, plan: Trekkingsplan): ReturnType<typeof maakTrekker> {
  return (basis.scenario.onzekerheden ?? []).length === 0 ? zonderOnzekerheden(basis) : maakTrekker(basis, plan);
}

/** @param reeksen of all draws, in order: then the same draws give the same bytes, however they were divided */
export function zekerheidVan(basis: Beslisbasis, { zaad, trekkingen, keuze = {} }: Trekkingsplan, reeksen: Reeksen): Zekerheid {
  const { jaren } = basis.verantwoording;
  const Y = jaren.length;
  const voet = disconteringsvoetVan(basis.project.uitgangspunten);
  const som = new Float64Array(trekkingen);
  const contant = new Float64Array(trekkingen);
  for (let y = 0; y < Y; y++) {
    for (let i = 0; i < trekkingen; i++) {
      som[i]! += reeksen[y]![i] as number;
      contant[i]! += (reeksen[y]![i] as number) / (1 + voet) ** y;
    }
  }
  const { spreiding: gekozen, geordend } = spreiding(reeksen.at(-1) as Float64Array);
  const inhoud = {
    keuze, zaad, trekkingen, gekozen,
    cumulatief: spreiding(som).spreiding,
    ncw: spreiding(contant).spreiding,
    perJaar: jaren.map((_, y) => spreiding(reeksen[y]!).spreiding),
    perGemeente: Object.fromEntries(basis.gegevens.gemeenten.map(({ code }, g) => [code, spreiding(reeksen[Y + g]!).spreiding])),
    zekerheden: ZEKERHEDEN.map((zekerheid) => ({ zekerheid, hoogstens: kwantiel(geordend, zekerheid) })),
    risicobedrag: Math.max(0, gekozen.p90 - gekozen.gemiddelde),
    kromme: Array.from({ length: 101 }, (_, p) => kwantiel(geordend, p / 100)),
  };
  return uitslag(basis, inhoud, zinnenVan(basis, inhoud));
}

type Gezegd = Pick<Zekerheid, 'keuze' | 'zaad' | 'trekkingen' | 'gekozen' | 'zekerheden' | 'risicobedrag'>;

function zinnenVan({ project, scenario }: Beslisbasis, z: Gezegd): string[] {
  const gekozen = uitkomstmaat(project, z.keuze);
  if (!gekozen.ok) throw new Error('draws are only made of a figure that exists');
  const gemeente = gekozen.maat.gemeente === null ? undefined : project.gemeenten[gekozen.maat.gemeente]?.naam;
  const over = `${z.keuze.maat === 'ncw' ? 'contant ' : ''}${gekozen.maat.wanneer}`;
  const naam = `“${scenario.naam}”${gemeente === undefined ? '' : ` voor ${gemeente}`}`;
  const { gemiddelde, p10, p90, kansGoedkoper } = z.gekozen;
  return [
    ...z.zekerheden.map(({ zekerheid, hoogstens }) => zekerheidszin(zekerheid, hoogstens, naam, over)),
    `De kans dat ${naam} ${over} goedkoper is dan het nulscenario is ${kans(kansGoedkoper)}.`,
    `Gemiddeld is ${naam} ${over} ${tenOpzichte(gemiddelde)} het nulscenario; in 8 van de 10 gevallen ligt het effect tussen ${effect(p10)} en ${effect(p90)}.`,
    `Voor het weerstandsvermogen${gemeente === undefined ? '' : ` van ${gemeente}`} is ${euro(z.risicobedrag)} een passend risicobedrag: met 90 % zekerheid valt het niet meer dan dat tegen ten opzichte van het gemiddelde.`,
    `Gerekend met ${getal(z.trekkingen)} trekkingen (zaad ${z.zaad}). De onzekere uitgangspunten zijn onafhankelijk van elkaar getrokken.`,
  ];
}

/** `Met 80 % zekerheid kost … ten hoogste € 1.000 meer dan het nulscenario.` */
function zekerheidszin(zekerheid: number, hoogstens: number, naam: string, over: string): string {
  const met = `Met ${procent(zekerheid)} zekerheid`;
  const bedrag = euro(Math.abs(hoogstens));
  if (bedrag === '€ 0') return `${met} kost ${naam} ${over} niet meer dan het nulscenario.`;
  return hoogstens < 0 ? `${met} is ${naam} ${over} ten minste ${bedrag} goedkoper dan het nulscenario.` : `${met} kost ${naam} ${over} ten hoogste ${bedrag} meer dan het nulscenario.`;
}
