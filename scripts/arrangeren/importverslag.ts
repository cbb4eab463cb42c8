/** What an import did, for people: the accounting per file, control totals that disagree, and what was refused or stands out. */
import type { Leveringsverschil } from '../../models/contract/import.ts';
import { MELDINGEN, type Meldingcode } from '../../models/invoer/meldingen.ts';
import { beantwoord, houdtTegen } from '../../models/invoer/vragen.ts';
import { bronsleutel } from '../../models/invoer/plan.ts';
import type { Bestandsrapport, Bronprofiel, Importrapport, Niveau, Vraag } from '../../models/invoer/types.ts';
import { centen, heel, tabel } from './tabel.ts';

const REGELS = 20;

const naamVan = ({ bestand, blad }: { bestand: string; blad: string | null }): string => (blad === null ? bestand : `${bestand} [${blad}]`);

/** Rows in the file = headings + blank + totals + accepted + refused, one line per table. */
function telling(bestanden: readonly Bestandsrapport[]): string {
  return tabel([
    ['bestand', 'soort', 'gelezen', 'koppen', 'leeg', 'totalen', 'aanvaard', 'geweigerd', 'bedrag aanvaard', 'bedrag geweigerd'],
    null,
    ...bestanden.map((b) => [
      naamVan(b), b.soort ?? 'niet gelezen', ...[b.gelezen, b.koppen, b.leeg, b.totalen, b.geaccepteerd, b.geweigerd].map(heel), ...[b.bedragGeaccepteerd, b.bedragGeweigerd].map((x) => (x === 0 ? '–' : centen(x))),
    ]),
  ], 2);
}

/** All findings of a level, also those that the report counts and does not list. */
const aantalMeldingen = (bestanden: readonly Bestandsrapport[], niveau: Niveau): number =>
  bestanden.reduce((som, b) => som + Object.entries(b.meldingentelling).reduce((n, [code, aantal]) => (Object.hasOwn(MELDINGEN, code) && MELDINGEN[code as Meldingcode] === niveau ? n + aantal : n), 0), 0);

/** The report as text; the whole of it is in the JSON of `--rapport`. */
export function importverslag({ bestanden }: Importrapport): string {
  const delen = [telling(bestanden)];
  const herstel = bestanden.flatMap((b) => b.herstel ?? []);
  if (herstel.length > 0) delen.push(['Hersteld:', ...herstel.map(({ van, hersteld, bedrag, samen }) =>
    `  ${naamVan(van)}: ${hersteld} ${hersteld === 1 ? 'geweigerde rij' : 'geweigerde rijen'} hersteld${bedrag === 0 ? '' : ` (${centen(bedrag)})`}, nog ${heel(samen.geweigerd)} geweigerd; samen ${heel(samen.geaccepteerd)} aanvaard${samen.bedragGelezen === 0 ? '' : ` (${centen(samen.bedragGeaccepteerd)})`}`)].join('\n'));
  const controles = bestanden.flatMap((b) => b.controletotalen);
  const afwijkend = controles.filter((c) => !c.klopt).length;
  if (controles.length > 0) delen.push(`Controletotalen: ${controles.length} nagerekend, ${afwijkend === 0 ? 'alle kloppen' : `${afwijkend} ${afwijkend === 1 ? 'wijkt' : 'wijken'} af (zie I16)`}.`);
  const weggelaten = bestanden.filter((b) => b.weggelaten.length > 0).map((b) => `  ${naamVan(b)}: ${b.weggelaten.join(', ')}`);
  if (weggelaten.length > 0) delen.push(['Weggelaten kolommen:', ...weggelaten].join('\n'));
  for (const [niveau, kop] of [['fout', 'Geweigerd'], ['waarschuwing', 'Opgevallen']] as const) {
    const getoond = bestanden.flatMap((b) => b.meldingen.filter((m) => m.niveau === niveau)).slice(0, REGELS);
    if (getoond.length === 0) continue;
    const regels = getoond.map((m) => `  ${m.code}  ${m.tekst}`);
    const over = aantalMeldingen(bestanden, niveau) - getoond.length;
    if (over > 0) regels.push(`  … en nog ${heel(over)}; zie het verslag (--rapport)`);
    delen.push([`${kop}:`, ...regels].join('\n'));
  }
  const onbekend = bestanden.find(({ meldingentelling: t }) => t.I45 !== undefined || t.I51 !== undefined);
  if (onbekend) delen.push(aanwijzing(onbekend));
  return delen.join('\n\n');
}

/** How to say what a file or sheet is that was not recognised, or that it can be left out. */
function aanwijzing(bron: Pick<Bestandsrapport, 'bestand' | 'blad'>): string {
  const zeg = (keuzes: Bronprofiel): string => `  ${JSON.stringify(beantwoord({}, { profielpad: ['bronnen', bronsleutel(bron)] }, keuzes))}`;
  return ['Wat een niet gelezen bestand of blad is, zegt u in een profiel (--profiel); of dat het weg kan blijven. Bijvoorbeeld:', zeg({ soort: 'indicaties', koprij: 3 }), zeg({ overslaan: true })].join('\n');
}

/** Questions that only the user can answer, each with its possible answers and the place of the answer in a profile. */
const vragenlijst = (vragen: readonly Vraag[]): string =>
  vragen
    .map(({ tekst, keuzes, profielpad, voorstel = keuzes[0]?.waarde ?? '…' }) => [
      `- ${tekst}`,
      `  plaats in het profiel (--profiel): ${profielpad.join(' → ')}`,
      `  bijvoorbeeld: ${JSON.stringify(beantwoord({}, { profielpad }, voorstel))}`,
      ...keuzes.map((k) => `  mogelijk: ${JSON.stringify(k.waarde)}  ${k.tekst}`),
    ].join('\n'))
    .join('\n');

/** Says on stderr what is asked, and what it stands in the way of: everything, or only the rows with a name that is not known. */
export function toonVragen(vragen: readonly Vraag[]): void {
  const tegen = vragen.filter(houdtTegen);
  const namen = vragen.filter((vraag) => !houdtTegen(vraag));
  if (tegen.length > 0) {
    console.error(`Er is niets ingelezen: ${tegen.length === 1 ? '1 vraag moet' : `${tegen.length} vragen moeten`} eerst beantwoord zijn, in een profiel (--profiel).`);
    console.error(vragenlijst(tegen));
  }
  if (namen.length > 0) {
    console.error(`${namen.length === 1 ? '1 naam is' : `${namen.length} namen zijn`} niet bekend; de rijen met ${namen.length === 1 ? 'die naam' : 'die namen'} worden geweigerd. Zeg in een profiel (--profiel) wat bedoeld is, of voeg toe wat nieuw is (--nieuw).`);
    console.error(vragenlijst(namen));
  }
}

const cel = ({ rijen, bedragOud, bedragNieuw }: Leveringsverschil['nieuw']): string => (rijen === 0 ? '–' : `${heel(rijen)} (${heel(bedragNieuw - bedragOud)})`);

/** What deliveries changed against those whose place they took: rows and euros that are new, ended, changed and gone. */
export function verschillenlijst(verschillen: readonly Leveringsverschil[]): string {
  return ['Vervangen leveringen: rijen, met tussen haakjes wat het in euro scheelt', tabel([
    ['soort', 'gemeente', 'vervangt', 'gelijk', 'nieuw', 'beëindigd', 'gewijzigd', 'vervallen'],
    null,
    ...verschillen.map((v) => [v.soort, v.gemeente || '–', v.vervangen.map(({ bestand }) => bestand).join(', '), heel(v.gelijk.rijen), cel(v.nieuw), cel(v.beeindigd), cel(v.gewijzigd), cel(v.vervallen)]),
  ], 3)].join('\n\n');
}
