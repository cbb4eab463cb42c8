/** Refused rows of a project file that come back corrected: from a workbook that was exported, or typed in the program (import.md, Checks). */
import { createHash } from 'node:crypto';
import { BRONRIJ, herstelkolommen, KENMERK, kenmerkVan, REDEN } from '../../models/invoer/herstel.ts';
import { identiteitVan } from '../../models/invoer/identiteit.ts';
import { veldVan } from '../../models/invoer/velden.ts';
import type { Herstelveld } from '../../models/contract/import.ts';
import type { Bladplan, Bronverwijzing, Herstelbaar, Rij, Soort } from '../../models/invoer/types.ts';
import { WOORDENLIJST } from '../../templates/invoer/woordenlijst.ts';
import type { Bron } from '../exchange/lezen/bron.ts';
import { staatInDeWeg, type Bewaardgeweigerd, type Levering, type Projectbestand } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import { teltMee } from './stand.ts';

/** Name of a delivery of rows that were corrected in the program. */
export const IN_PROGRAMMA = 'verbeterd in het programma';

const datum = (iso: string): string => `${Number(iso.slice(8, 10))}-${Number(iso.slice(5, 7))}-${iso.slice(0, 4)}`;

/** What a delivery that is not to be repaired is known by, and what its rows are read with. */
const bronVan = ({ bestand, blad, soort, controlegetal }: Levering): Bronverwijzing => ({ bestand, blad, soort: soort as Soort, controlegetal });

/** The delivery with this kenmerk, when it counts; else a Dutch sentence that says why nothing of it can be repaired and what to do. */
export function herstelbaarVan(bestand: Projectbestand, kenmerk: string): Herstelbaar | string {
  const alle = bestand.leveringen();
  const van = alle.filter((l) => l.herstelt === null && l.controlegetal !== '' && kenmerkVan(l) === kenmerk);
  const levering = van.find(teltMee);
  if (levering?.plan == null) return waaromNiet(van[0]);
  const rijen = new Map(bestand.geweigerd(levering.id).map(({ rij, ...geweigerd }) => [rij, geweigerd]));
  if (levering.rapport && rijen.size < levering.rapport.geweigerd) return waaromNiet({ ...levering, staat: 'gewist' });
  const nieuwere = bestand.nieuwere(levering.id);
  const staand = bestand.staandeHerstellen();
  return {
    van: bronVan(levering), kenmerk, plan: levering.plan, rijen,
    geteld: () => ({
      rapport: levering.rapport ?? nietGeteld(levering),
      eerder: alle.flatMap((l) => (l.herstelt === levering.id && staand.has(l.id) && l.rapport ? [l.rapport] : [])),
    }),
    geladen: (gemeente) => (levering.soort === 'declaraties' ? bestand.declaraties({ gemeente }) : bestand.indicaties({ gemeente })),
    inDeWeg: (gemeente, maand) => {
      const weg = staatInDeWeg(nieuwere, gemeente, maand);
      return weg && `van ${gemeente}${maand === '' ? '' : ` over ${maand.slice(0, 7)}`} telt deze levering niet meer mee: ${weg.soort === 'niets' ? 'zij is vervangen' : `${weg.bestand} van ${datum(weg.wanneer)} kwam ervoor in de plaats`}. Verbeter de rij daar als zij nog nodig is.`;
    },
  };
}

function nietGeteld({ bestand }: Levering): never {
  throw new Dienstfout('geweigerd', `Van ${bestand} is geen verslag bewaard. Lees het bronbestand opnieuw in.`);
}

function waaromNiet(levering: Levering | undefined): string {
  if (!levering) return 'deze rijen horen bij een levering die niet in dit project staat. Open het project waaruit ze zijn bewaard, of lees het bronbestand samen met deze werkmap in.';
  const naam = `${levering.bestand}${levering.blad === null ? '' : `, blad “${levering.blad}”`} van ${datum(levering.wanneer)}`;
  switch (levering.staat) {
    case 'ongedaan':
      return `${naam} is ongedaan gemaakt. Haal die levering terug (Opnieuw, of in het logboek), of lees het bronbestand opnieuw in.`;
    case 'gewist':
      return `de rijen van ${naam} zijn gewist. Lees het verbeterde bronbestand opnieuw in.`;
    case 'vervangen':
      return `${naam} is door een nieuwere levering vervangen. Verbeter de rijen van die levering.`;
    default:
      return `van ${naam} is niet bewaard hoe zij is gelezen. Lees het verbeterde bronbestand opnieuw in.`;
  }
}

/** The delivery of refused rows that can be corrected now, and how it was read. @throws Dienstfout `geweigerd` with what to do instead */
function teVerbeteren(bestand: Projectbestand, nummer: number): { levering: Levering; plan: Bladplan } {
  const levering = bestand.levering(nummer);
  if (levering.herstelt !== null) throw new Dienstfout('geweigerd', `Deze rij stond niet tussen de geweigerde rijen waar ${levering.bestand} bij hoort. Verbeter haar in het bronbestand.`);
  const uitslag = herstelbaarVan(bestand, kenmerkVan(levering));
  if (typeof uitslag !== 'string') return { levering, plan: uitslag.plan };
  throw new Dienstfout('geweigerd', `Deze rij kan hier niet worden verbeterd: ${uitslag}`);
}

/** @throws Dienstfout `nietGevonden` */
function eisGeweigerd(bestand: Projectbestand, levering: number, id: number): Bewaardgeweigerd {
  const gevonden = bestand.geweigerd(levering).find((g) => g.id === id);
  if (!gevonden) throw new Dienstfout('nietGevonden', 'Deze geweigerde rij is er niet meer. Bekijk de lijst opnieuw.');
  return gevonden;
}

/** What of a refused row can be corrected. @throws Dienstfout */
export function leesTeVerbeteren(bestand: Projectbestand, nummer: number, id: number): { rij: Bewaardgeweigerd & { levering: number }; velden: Herstelveld[] } {
  const rij = eisGeweigerd(bestand, nummer, id);
  const { plan } = teVerbeteren(bestand, nummer);
  const velden = herstelkolommen(plan).map(({ kop, veld }): Herstelveld => {
    const v = veld === null || plan.soort === null ? undefined : veldVan(plan.soort, veld);
    const keuzes = v?.type === 'keuze' || v?.type === 'ja/nee' ? (WOORDENLIJST.keuzes[v.type === 'ja/nee' ? v.type : v.naam] ?? {}) : {};
    return { kop, veld, titel: v?.titel ?? 'aantal leerlingen', type: v?.type ?? 'aantal', verplicht: v?.verplicht === true, keuzes: Object.entries(keuzes).map(([keuze, [woord]]) => woord ?? keuze) };
  });
  return { rij: { ...rij, levering: nummer }, velden };
}

type Verbetering = Readonly<{ id: number; waarden: readonly Readonly<{ kop: string; waarde: string | number }>[] }>;

/**
 * Refused rows of a delivery with other values, as a sheet that is read as any other. It is in memory only.
 * @throws Dienstfout `geweigerd` when they cannot be corrected, or when what was typed points at a person
 */
export function verbeterd(bestand: Projectbestand, nummer: number, verbeteringen: readonly Verbetering[]): Bron {
  const { levering, plan } = teVerbeteren(bestand, nummer);
  const kolommen = new Map(herstelkolommen(plan).map((k) => [k.kop, k]));
  const rijen = verbeteringen.map(({ id, waarden }) => {
    const eerder = eisGeweigerd(bestand, nummer, id);
    const nu = new Map<string, string | number>(Object.entries(eerder.waarden));
    for (const { kop, waarde } of waarden) {
      const kolom = kolommen.get(kop);
      if (!kolom) throw new Dienstfout('ongeldig', `Een kolom “${kop}” is er niet bij deze levering.`);
      const type = kolom.veld === null || plan.soort === null ? undefined : veldVan(plan.soort, kolom.veld)?.type;
      const vrij = (type === 'tekst' && kolom.veld !== 'toewijzingnummer') || type === 'naam';
      if (vrij && typeof waarde === 'string' && waarde !== eerder.waarden[kop] && identiteitVan(waarde) !== null) throw new Dienstfout('geweigerd', `Wat bij “${kop}” is ingevuld wijst naar een persoon en wordt niet bewaard. Vul iets anders in of maak het leeg.`);
      if (waarde === '') nu.delete(kop);
      else nu.set(kop, waarde);
    }
    return { rij: eerder.rij, waarden: nu };
  });
  const koppen = [...kolommen.keys()];
  const kenmerk = kenmerkVan(levering);
  const alle: Rij[] = [
    { nummer: 1, cellen: [BRONRIJ, ...koppen, REDEN, KENMERK] },
    ...rijen.map(({ rij, waarden }, i) => ({ nummer: i + 2, cellen: [rij, ...koppen.map((kop) => waarden.get(kop) ?? null), null, kenmerk] })),
  ];
  return {
    bestand: IN_PROGRAMMA, vorm: 'werkmap', vasteBreedte: false, sluit: async () => {},
    controlegetal: createHash('sha256').update(JSON.stringify(alle)).digest('hex'),
    bladen: [{ naam: null, verborgen: false, async *rijen() { yield alle; } }],
  };
}
