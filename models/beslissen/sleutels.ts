/** Sleutels naast elkaar (docs/beslissen.md, 5): what each key would mean for each gemeente, with profijt (`kosten`) as reference. */
import { deelnemersVan, isFormule, verdelingVan } from '../project/standaard.ts';
import type { Gewichten, Melding, Sleutel, VolledigScenario } from '../project/types.ts';
import { SLEUTELVARIABELEN } from '../project/types.ts';
import { gelijkeWaarde } from '../project/gelijk.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { leesFormules } from '../rekenen/formules.ts';
import { uitkomstVanNul, uitkomstVanScenario } from '../rekenen/uitkomsten.ts';
import type { Nulscenario, ScenarioUitkomst } from '../rekenen/types.ts';
import { fout, reken, uitslag, type Beslisbasis } from './basis.ts';
import { isBekend } from './bekend.ts';
import type { Gemeenteregel, Sleutelkeuze, Sleuteluitkomst, Sleutelvergelijking, Tellingen } from './types.ts';
import { aantal, effect, euro, getal, jarenInWoorden, opsomming } from './woorden.ts';

const PROFIJT: Sleutelkeuze = { naam: 'kosten (profijt)', sleutel: { kosten: 1 } };
/** Half a cent: less is no difference. */
const HALVE_CENT = 0.005;

export interface Sleutelopties {
  /** Default: the key of the scenario itself. Profijt always stands beside them. */
  sleutels?: readonly Sleutelkeuze[];
  /** Euros per inhabitant a year: how many gemeenten gain or lose more than that. */
  grens?: number | null;
}

interface Berekend { uitkomst: ScenarioUitkomst; nul: Nulscenario }

/** @returns the keys side by side; a key that cannot be calculated says why (P22, P23) */
export async function sleutelsNaastElkaar(basis: Beslisbasis, { sleutels, grens = null }: Sleutelopties = {}): Promise<Rekenresultaat<{ uitslag: Sleutelvergelijking }>> {
  if (grens !== null && !(grens >= 0)) return fout('B07', 'grens', `De grens is ${grens}; geef een bedrag van 0 of meer in euro's per inwoner per jaar.`);
  const { scenario } = basis;
  const eigen = verdelingVan(scenario);
  const gekozen = (sleutels ?? [{ naam: 'de sleutel van het scenario', sleutel: eigen.sleutel }]).filter(({ sleutel }) => !gelijkeWaarde(sleutel, PROFIJT.sleutel));
  const lijst = [PROFIJT, ...gekozen];
  const { formules } = await leesFormules(lijst);
  const metFormules: Beslisbasis = { ...basis, formules: new Map([...basis.formules, ...formules]) };

  const profijt: Partial<Record<'zonder' | 'met', ScenarioUitkomst>> = {};
  const uitkomsten = lijst.map((keuze) => {
    const isProfijt = keuze === PROFIJT;
    const fouten = onmogelijk(metFormules, keuze.sleutel);
    const per = (metIngroei: boolean): Berekend | undefined => {
      if (fouten.length > 0 || (metIngroei && !eigen.ingroei)) return undefined;
      const { ingroei, ...verdeling } = eigen;
      const anders: VolledigScenario = { ...scenario, verdeling: { ...verdeling, sleutel: keuze.sleutel, ...(metIngroei && ingroei && { ingroei }) } };
      const gerekend = reken(metFormules, anders);
      if (!gerekend.ok) {
        fouten.push(...gerekend.fouten);
        return undefined;
      }
      const berekend = { uitkomst: uitkomstVanScenario(basis.gegevens, gerekend.nul, gerekend.evaluatie), nul: uitkomstVanNul(basis.gegevens, gerekend.evaluatie.kader, gerekend.nul) };
      if (isProfijt) profijt[metIngroei ? 'met' : 'zonder'] = berekend.uitkomst;
      return berekend;
    };
    const [zonder, met] = [per(false), per(true)];
    return {
      naam: keuze.naam, sleutel: keuze.sleutel, isProfijt, fouten,
      zonderIngroei: zonder ? sleuteluitkomst(basis, zonder, profijt.zonder, grens) : null,
      metIngroei: met ? sleuteluitkomst(basis, met, profijt.met, grens, zonder?.uitkomst) : null,
    };
  });
  const inhoud = { grens, sleutels: uitkomsten };
  return { ok: true, uitslag: uitslag(basis, inhoud, zinnenVan(inhoud, basis)) };
}

/** Why a key cannot be calculated: no weights that add up to 1 (P09), a formula that is not read (P22), or figures that participants lack (P23). */
function onmogelijk({ formules, gegevens, scenario, plaats }: Beslisbasis, sleutel: Sleutel): Melding[] {
  if (isFormule(sleutel)) {
    if (!formules.has(sleutel.formule)) return [{ code: 'P22', pad: plaats.pad, tekst: `De sleutelformule “${String(sleutel.formule).slice(0, 80)}” is niet toegestaan. Gebruik alleen getallen, variabelen en de bewerkingen van het rekenmodel.` }];
  } else {
    const gewichten = Object.entries(sleutel).filter(([naam]) => naam !== 'herkomst');
    const goed = gewichten.every(([naam, gewicht]) => (SLEUTELVARIABELEN as readonly string[]).includes(naam) && typeof gewicht === 'number' && gewicht >= 0);
    if (!goed || !(Math.abs(gewichten.reduce((som, [, gewicht]) => som + gewicht, 0) - 1) <= 1e-6)) {
      return [{ code: 'P09', pad: plaats.pad, tekst: `De gewichten van een sleutel zijn getallen van 0 of meer die samen 1 zijn, op ${SLEUTELVARIABELEN.join(', ')}.` }];
    }
  }
  const deelnemers = deelnemersVan(gegevens, scenario);
  const gebruikt = isFormule(sleutel) ? (formules.get(sleutel.formule)?.variabelen ?? []) : SLEUTELVARIABELEN.filter((v) => ((sleutel as Gewichten)[v] ?? 0) !== 0);
  return gebruikt.filter((v) => !isBekend(gegevens, v, deelnemers)).map((v) => ({ code: 'P23', pad: plaats.pad, tekst: `Van niet elke deelnemer is bekend hoeveel ${v === 'inwoners' ? 'inwoners' : 'jeugdige inwoners'} er zijn. Vul dat aan bij de gemeenten, of kies een andere sleutel.` }));
}

const som = (reeks: readonly number[]): number => reeks.reduce((a, b) => a + b, 0);

function sleuteluitkomst(basis: Beslisbasis, { uitkomst, nul }: Berekend, profijt: ScenarioUitkomst | undefined, grens: number | null, eindbeeld?: ScenarioUitkomst): Sleuteluitkomst {
  const { gegevens, verantwoording, scenario } = basis;
  const { jaren } = verantwoording;
  const gemeenten = deelnemersVan(gegevens, scenario).map((code): Gemeenteregel => {
    const gemeente = gegevens.gemeenten.find((g) => g.code === code)!;
    const bijdragePerJaar = uitkomst.bijdragen[code]!;
    const effectPerJaar = uitkomst.effect.perGemeente[code]!;
    const [bedrag, eigenNul] = [som(effectPerJaar), som(nul.perGemeente[code]!)];
    const per = (aantalInwoners: number | undefined): number | null => (aantalInwoners ? bedrag / aantalInwoners / jaren.length : null);
    const verschilt = eindbeeld && bijdragePerJaar.map((x, y) => Math.abs(x - (eindbeeld.bijdragen[code]![y] as number)) > HALVE_CENT);
    const laatste = verschilt?.lastIndexOf(true) ?? -1;
    return {
      gemeente: code, naam: gemeente.naam,
      bijdrage: som(bijdragePerJaar), bijdragePerJaar, effect: bedrag, effectPerJaar,
      aandeelVanNul: eigenNul > 0 ? bedrag / eigenNul : null,
      perInwonerPerJaar: per(gemeente.inwoners),
      perJeugdigeInwonerPerJaar: per(gemeente.inwonersJeugd),
      tenOpzichteVanProfijt: bedrag - som(profijt?.effect.perGemeente[code] ?? effectPerJaar),
      ...(verschilt && { eindstand: jaren[laatste + 1] ?? null }),
    };
  });
  const inwoners = (code: string): number | undefined => gegevens.gemeenten.find((g) => g.code === code)?.inwoners;
  const tel = (van: (regel: Gemeenteregel) => number): Tellingen => {
    const voorbij = (teken: 1 | -1): number | null => (grens === null ? null : gemeenten.filter((r) => teken * van(r) > grens * (inwoners(r.gemeente) ?? Infinity) * jaren.length).length);
    return {
      voordeliger: gemeenten.filter((r) => van(r) < -HALVE_CENT).length,
      nadeliger: gemeenten.filter((r) => van(r) > HALVE_CENT).length,
      gelijk: gemeenten.filter((r) => Math.abs(van(r)) <= HALVE_CENT).length,
      voordeligerDanGrens: voorbij(-1),
      nadeligerDanGrens: voorbij(1),
    };
  };
  return { gemeenten, tellingen: tel((r) => r.effect), tellingenTenOpzichteVanProfijt: tel((r) => r.tenOpzichteVanProfijt) };
}

function zinnenVan({ sleutels, grens }: Pick<Sleutelvergelijking, 'sleutels' | 'grens'>, { verantwoording }: Beslisbasis): string[] {
  const over = jarenInWoorden(verantwoording.jaren);
  return sleutels.flatMap(({ naam, zonderIngroei, metIngroei, isProfijt, fouten }) => {
    if (!zonderIngroei) return [`Bij de verdeling naar ${naam} is geen uitkomst. ${fouten[0]?.tekst ?? ''}`];
    const { tellingen: t, tellingenTenOpzichteVanProfijt: p, gemeenten } = zonderIngroei;
    const n = gemeenten.length;
    const geordend = gemeenten.toSorted((a, b) => a.effect - b.effect);
    const [beste, slechtste] = [geordend[0]!, geordend.at(-1)!];
    const tegenProfijt = isProfijt || p.gelijk === n ? '' : `; vergeleken met profijt ${p.voordeliger === 1 ? 'wint' : 'winnen'} ${aantal(p.voordeliger, 'gemeente', 'gemeenten')} en ${p.nadeliger === 1 ? 'verliest' : 'verliezen'} er ${p.nadeliger}`;
    // Each sentence names its key: they are read apart from each other.
    const zinnen = [`Bij de verdeling naar ${naam} ${t.voordeliger === 1 ? 'is' : 'zijn'} over ${over} ${aantal(t.voordeliger, 'gemeente', 'gemeenten')} van de ${n} voordeliger uit dan in het nulscenario en ${t.nadeliger} nadeliger${n > 1 ? `; van ${beste.naam} (${effect(beste.effect)}) tot ${slechtste.naam} (${effect(slechtste.effect)})` : ''}${tegenProfijt}.`];
    if (grens !== null) zinnen.push(`Bij de verdeling naar ${naam} meer dan ${euroMetCenten(grens)} per inwoner per jaar nadeliger: ${t.nadeligerDanGrens}; voordeliger: ${t.voordeligerDanGrens}.`);
    if (metIngroei) {
      const nog = metIngroei.gemeenten.filter(({ eindstand }) => eindstand === null);
      zinnen.push(nog.length === 0 ? `Met ingroei naar ${naam} zijn alle gemeenten uiterlijk in ${Math.max(...metIngroei.gemeenten.map(({ eindstand }) => eindstand as number))} op hun eindstand.` : `Met ingroei naar ${naam} ${nog.length === 1 ? 'is' : 'zijn'} ${opsomming(nog.map((r) => r.naam))} binnen ${over} nog niet op de eindstand.`);
    }
    return zinnen;
  });
}

const euroMetCenten = (x: number): string => (Number.isInteger(x) ? euro(x) : `€ ${getal(x, 2)}`);
