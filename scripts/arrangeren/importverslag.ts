/** What an import did, for people: the accounting per file, control totals that disagree, and what was refused or stands out. */
import type { Bestandsrapport, Importmelding, Importrapport, Vraag } from '../../models/invoer/types.ts';
import { centen, heel, tabel } from './tabel.ts';

const REGELS = 20;

const naamVan = ({ bestand, blad }: { bestand: string; blad: string | null }): string => (blad === null ? bestand : `${bestand} [${blad}]`);

function plaats({ bestand, blad, rij, kolom }: Importmelding): string {
  return [naamVan({ bestand, blad }), rij === null ? '' : `rij ${rij}`, kolom === null ? '' : `kolom ${kolom}`].filter(Boolean).join(', ');
}

/** Rows in the file = headings + blank + totals + accepted + refused, one line per table. */
function telling(bestanden: readonly Bestandsrapport[]): string {
  return tabel([
    ['bestand', 'soort', 'gelezen', 'koppen', 'leeg', 'totalen', 'aanvaard', 'geweigerd', 'bedrag aanvaard', 'bedrag geweigerd'],
    null,
    ...bestanden.map((b) => [
      naamVan(b), b.soort ?? 'niet gelezen', ...[b.gelezen, b.koppen, b.leeg, b.totalen, b.geaccepteerd, b.geweigerd].map(heel), ...[b.bedragGeaccepteerd, b.bedragGeweigerd].map((x) => (x === 0 ? '–' : centen(x))),
    ]),
  ]);
}

/** The report as text; the whole of it is in the JSON of `--rapport`. */
export function importverslag({ bestanden }: Importrapport): string {
  const delen = [telling(bestanden)];
  const controles = bestanden.flatMap((b) => b.controletotalen.filter((c) => !c.klopt).map((c) => `  ${naamVan(b)}, rij ${c.rij}, ${c.omschrijving}: het bestand zegt ${heel(c.bestand)}, de delen tellen op tot ${heel(c.berekend)}`));
  const getoetst = bestanden.reduce((som, b) => som + b.controletotalen.length, 0);
  if (getoetst > 0) delen.push([`Controletotalen: ${getoetst} nagerekend, ${controles.length} ${controles.length === 1 ? 'wijkt' : 'wijken'} af.`, ...controles].join('\n'));
  const weggelaten = bestanden.filter((b) => b.weggelaten.length > 0).map((b) => `  ${naamVan(b)}: ${b.weggelaten.join(', ')}`);
  if (weggelaten.length > 0) delen.push(['Weggelaten kolommen:', ...weggelaten].join('\n'));
  for (const [niveau, kop] of [['fout', 'Geweigerd'], ['waarschuwing', 'Opgevallen']] as const) {
    const meldingen = bestanden.flatMap((b) => b.meldingen.filter((m) => m.niveau === niveau));
    if (meldingen.length === 0) continue;
    const regels = meldingen.slice(0, REGELS).map((m) => `  ${m.code}  ${plaats(m)}: ${m.tekst}`);
    if (meldingen.length > REGELS) regels.push(`  … en nog ${meldingen.length - REGELS}`);
    delen.push([`${kop}:`, ...regels].join('\n'));
  }
  return delen.join('\n\n');
}

/** Questions that only the user can answer, each with the place of the answer in a profile. */
export function vragenlijst(vragen: readonly Vraag[]): string {
  return vragen
    .map(({ bestand, blad, tekst, keuzes, voorstel, profielpad }) => {
      const regels = [`  ${naamVan({ bestand, blad })}: ${tekst}`];
      if (keuzes.length > 0) regels.push(`    keuzes: ${keuzes.map((k) => `${JSON.stringify(k.waarde)} (${k.tekst})`).join(', ')}`);
      if (voorstel !== undefined) regels.push(`    voorstel: ${JSON.stringify(voorstel)}`);
      regels.push(`    in het profiel bij: ${profielpad.join(' → ')}`);
      return regels.join('\n');
    })
    .join('\n');
}
