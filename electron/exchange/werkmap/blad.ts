/** One sheet as xml, in pieces, so that a large sheet never stands in memory whole. */
import { bladnaam, kolomletters, LEEG, REEKSKOLOM, WAARDEKOLOM, type Formule, type Waarde } from '../../../templates/voorstel/formule.ts';
import { KLEUR_NAAR_TEKEN, type Formaat, type Nadruknaam, type Stijl } from '../../../templates/voorstel/opmaak.ts';
import { KOPRIJ, type Blad, type Invoer } from '../../../templates/voorstel/werkmap.ts';
import { Stijlboek } from './stijlen.ts';
import { attribuut, celtekst, paginatekst, xml } from './tekst.ts';

const JAARBREEDTE = 15;
const MAANDBREEDTE = 8;
/** Months side by side on one printed page. */
const MAANDEN_PER_PAGINA = 24;
/** Rows whose line runs on under their empty cells; not on sheets so long that it would only make the file large. */
const DOORLOPEND = ['gewoon', 'gedempt', 'totaal', 'kop', 'alinea'] as const satisfies Nadruknaam[];
const MEESTE_LIJNEN = 5000;
/** Length of a piece of xml, in characters. */
const STUK = 1 << 18;

/** Cells that share something, gathered as ranges: runs along a row, and equal runs on adjoining rows together. */
class Cellenverzameling {
  private readonly blokken: { van: number; tot: number; rij: number; totRij: number }[] = [];
  voegToe(kolom: number, rij: number): void {
    const laatste = this.blokken.at(-1);
    if (laatste && laatste.rij === rij && laatste.totRij === rij && laatste.tot === kolom - 1) laatste.tot = kolom;
    else this.blokken.push({ van: kolom, tot: kolom, rij, totRij: rij });
  }
  bereiken(): string {
    const samen: typeof this.blokken = [];
    const open = new Map<string, (typeof samen)[number]>();
    for (const b of this.blokken) {
      const sleutel = `${b.van} ${b.tot}`;
      const boven = open.get(sleutel);
      if (boven && boven.totRij === b.rij - 1) boven.totRij = b.rij;
      else {
        const nieuw = { ...b };
        samen.push(nieuw);
        open.set(sleutel, nieuw);
      }
    }
    return samen.map((b) => (b.van === b.tot && b.rij === b.totRij ? `${kolomletters(b.van)}${b.rij}` : `${kolomletters(b.van)}${b.rij}:${kolomletters(b.tot)}${b.totRij}`)).join(' ');
  }
}

/**
 * @param teksten gives the index of a text among those that all sheets share
 * @param actief whether this sheet is the one in sight when the file opens
 */
export function* bladXml(blad: Blad, stijlen: Stijlboek, teksten: (tekst: string) => number, actief: boolean): Generator<string> {
  const regels = new Map<string, { invoer: Invoer; cellen: Cellenverzameling }>();
  const effecten = new Map<number, Cellenverzameling>();
  const { rijen } = blad;
  const kolommen = blad.laatsteKolom;

  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    + `<dimension ref="A1:${kolomletters(kolommen)}${Math.max(1, rijen.length - 1)}"/>`
    + weergave(blad, actief)
    + '<sheetFormatPr defaultRowHeight="14.25"/>'
    + breedtes(blad)
    + '<sheetData>';

  const lijnen = rijen.length < MEESTE_LIJNEN;
  let stuk = '';
  const merk = (kolom: number, rij: number, stijl: Stijl, invoer: Invoer | undefined): void => {
    if (invoer) {
      const sleutel = JSON.stringify({ ...invoer, doel: undefined, bereik: invoer.soort === 'keuzeUit' ? invoer.bereik.tekst(-1, blad) : undefined });
      const regel = regels.get(sleutel) ?? { invoer, cellen: new Cellenverzameling() };
      regels.set(sleutel, regel);
      regel.cellen.voegToe(kolom, rij);
    }
    const grens = KLEUR_NAAR_TEKEN[stijl.slice(stijl.indexOf('.') + 1) as Formaat];
    if (grens === undefined) return;
    const cellen = effecten.get(grens) ?? new Cellenverzameling();
    effecten.set(grens, cellen);
    cellen.voegToe(kolom, rij);
  };
  const cel = (kolom: number, rij: number, stijl: Stijl, waarde: Waarde, formule: Formule | undefined, periode: number): string => {
    const begin = `<c r="${kolomletters(kolom)}${rij}" s="${stijlen.nummer(stijl, kolom)}"`;
    if (typeof waarde === 'boolean') throw new TypeError(`Blad ${blad.naam}, rij ${rij}: ja en nee staan in cellen als 1 en 0.`);
    if (typeof waarde === 'number' && !Number.isFinite(waarde)) throw new RangeError(`Blad ${blad.naam}, ${kolomletters(kolom)}${rij}: de uitkomst is geen eindig getal.`);
    if (formule) {
      const tekst = `<f>${xml(formule.tekst(periode, blad))}</f>`;
      return typeof waarde === 'number' ? `${begin}>${tekst}<v>${waarde}</v></c>` : `${begin} t="str">${tekst}<v>${celtekst(waarde)}</v></c>`;
    }
    if (waarde === LEEG) return `${begin}/>`;
    return typeof waarde === 'number' ? `${begin}><v>${waarde}</v></c>` : `${begin} t="s"><v>${teksten(waarde)}</v></c>`;
  };

  for (const rij of rijen) {
    if (!rij) continue;
    const { nummer, cellen, reeks } = rij;
    stuk += rij.hoogte === undefined ? `<row r="${nummer}">` : `<row r="${nummer}" ht="${rij.hoogte}" customHeight="1">`;
    const lijn = lijnen && cellen[1] && DOORLOPEND.find((nadruk) => cellen[1]?.stijl.startsWith(`${nadruk}.`));
    for (let k = 1; k < Math.max(cellen.length, lijn ? kolommen + 1 : 0); k++) {
      if (k >= REEKSKOLOM && reeks) break;
      const c = cellen[k];
      if (!c) {
        if (lijn) stuk += `<c r="${kolomletters(k)}${nummer}" s="${stijlen.nummer(`${lijn}.algemeen`, k)}"/>`;
        continue;
      }
      stuk += cel(k, nummer, c.stijl, c.waarde, c.formule, -1);
      merk(k, nummer, c.stijl, c.invoer);
    }
    if (reeks) {
      for (let p = 0; p < reeks.waarden.length; p++) {
        const invoer = reeks.invoer?.(p);
        // An input row can have cells that are none, such as the years before the price level.
        const stijl: Stijl = reeks.invoer && !invoer ? `gedempt.${reeks.stijl.slice(reeks.stijl.indexOf('.') + 1) as Formaat}` : reeks.stijl;
        stuk += cel(REEKSKOLOM + p, nummer, stijl, reeks.waarden[p] as Waarde, reeks.formule, p);
        merk(REEKSKOLOM + p, nummer, stijl, invoer);
      }
    }
    stuk += '</row>';
    if (stuk.length > STUK) {
      yield stuk;
      stuk = '';
    }
  }

  yield `${stuk}</sheetData>`
    + '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>'
    + filter(blad)
    + samenvoegingen(blad)
    + kleuren(effecten)
    + validaties(blad, regels)
    + '<printOptions horizontalCentered="0"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>'
    + `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${paginasBreed(blad)}" fitToHeight="0"/>`
    + paginakop(blad)
    // Codes such as 45 and 6.72 are texts on purpose.
    + `<ignoredErrors><ignoredError sqref="A1:${kolomletters(kolommen)}${Math.max(1, rijen.length - 1)}" numberStoredAsText="1"/></ignoredErrors>`
    + (blad.grafieken.length > 0 ? '<drawing r:id="rId1"/>' : '')
    + '</worksheet>';
}

const paginasBreed = (blad: Blad): number => (blad.as === 'maanden' ? Math.max(1, Math.ceil(blad.perioden / MAANDEN_PER_PAGINA)) : 1);

function weergave(blad: Blad, actief: boolean): string {
  const vast = blad.opzet.vasteKolommen ?? 0;
  const hoek = `${kolomletters(vast + 1)}${KOPRIJ + 1}`;
  const deel = vast > 0 ? 'bottomRight' : 'bottomLeft';
  return `<sheetViews><sheetView showGridLines="0"${actief ? ' tabSelected="1"' : ''} zoomScale="90" zoomScaleNormal="90" workbookViewId="0"><pane${vast > 0 ? ` xSplit="${vast}"` : ''} ySplit="${KOPRIJ}" topLeftCell="${hoek}" activePane="${deel}" state="frozen"/><selection pane="${deel}" activeCell="${hoek}" sqref="${hoek}"/></sheetView></sheetViews>`;
}

function breedtes(blad: Blad): string {
  const vaste = blad.opzet.breedtes.slice(0, blad.perioden > 0 ? WAARDEKOLOM : undefined).map((breedte, i) => `<col min="${i + 1}" max="${i + 1}" width="${breedte}" customWidth="1"/>`);
  const perioden = blad.perioden > 0 ? `<col min="${REEKSKOLOM}" max="${REEKSKOLOM + blad.perioden - 1}" width="${blad.as === 'maanden' ? MAANDBREEDTE : JAARBREEDTE}" customWidth="1"/>` : '';
  return `<cols>${vaste.join('')}${perioden}</cols>`;
}

/** Range of the table that can be filtered, heading included; undefined where there is none. */
export function filterbereik(blad: Blad): string | undefined {
  const eerste = blad.filter?.rijen[0];
  const laatste = blad.filter?.rijen.at(-1);
  return eerste && laatste ? `$A$${eerste.nummer - 1}:$${kolomletters(blad.laatsteKolom)}$${laatste.nummer}` : undefined;
}
function filter(blad: Blad): string {
  const bereik = filterbereik(blad);
  return bereik ? `<autoFilter ref="${bereik.replaceAll('$', '')}"/>` : '';
}

/** Rows whose text runs over the whole width. */
function samenvoegingen(blad: Blad): string {
  const bereiken = blad.rijen.flatMap((rij) => (rij?.overDeBreedte ? [`A${rij.nummer}:${kolomletters(blad.laatsteKolom)}${rij.nummer}`] : []));
  return bereiken.length === 0 ? '' : `<mergeCells count="${bereiken.length}">${bereiken.map((bereik) => `<mergeCell ref="${bereik}"/>`).join('')}</mergeCells>`;
}

/** Above every amount, and below every text: a mark in the place of a figure takes no colour. */
const ALLE_GETALLEN = '1E+15';

/** Teal for V and vermilion for N, beside the letter and the sign that the number format gives. */
function kleuren(effecten: ReadonlyMap<number, Cellenverzameling>): string {
  let voorrang = 0;
  return [...effecten].map(([grens, cellen]) =>
    `<conditionalFormatting sqref="${cellen.bereiken()}">`
    + `<cfRule type="cellIs" dxfId="${Stijlboek.NADELIG}" priority="${++voorrang}" operator="between"><formula>${grens}</formula><formula>${ALLE_GETALLEN}</formula></cfRule>`
    + `<cfRule type="cellIs" dxfId="${Stijlboek.VOORDELIG}" priority="${++voorrang}" operator="lessThanOrEqual"><formula>-${grens}</formula></cfRule></conditionalFormatting>`).join('');
}

function validaties(blad: Blad, regels: ReadonlyMap<string, { invoer: Invoer; cellen: Cellenverzameling }>): string {
  if (regels.size === 0) return '';
  const delen = [...regels.values()].map(({ invoer, cellen }) => {
    const uitleg = attribuut(invoer.uitleg);
    const berichten = `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Niet mogelijk" error="${uitleg}" promptTitle="Invoer" prompt="${uitleg}" sqref="${cellen.bereiken()}"`;
    switch (invoer.soort) {
      case 'getal': return `<dataValidation type="decimal" operator="between" ${berichten}><formula1>${invoer.van}</formula1><formula2>${invoer.tot}</formula2></dataValidation>`;
      case 'lijst': return `<dataValidation type="list" ${berichten}><formula1>${xml(`"${invoer.keuze.join(',')}"`)}</formula1></dataValidation>`;
      case 'keuzeUit': return `<dataValidation type="list" ${berichten}><formula1>${xml(invoer.bereik.tekst(-1, blad))}</formula1></dataValidation>`;
      case 'tekst': return `<dataValidation type="textLength" operator="lessThanOrEqual" ${berichten}><formula1>32000</formula1></dataValidation>`;
    }
  });
  return `<dataValidations count="${delen.length}">${delen.join('')}</dataValidations>`;
}

function paginakop(blad: Blad): string {
  const { titel, vingerafdruk } = blad.werkmap.opzet;
  const kop = `&L&9${paginatekst(blad.opzet.titel, 60)}&R&9&B${paginatekst(blad.werkmap.markering, 120)}`;
  const voet = `&L&8${paginatekst(titel, 90)}&R&8vingerafdruk ${paginatekst(vingerafdruk.slice(0, 16), 16)} · pagina &P van &N`;
  return `<headerFooter><oddHeader>${xml(kop)}</oddHeader><oddFooter>${xml(voet)}</oddFooter></headerFooter>`;
}

/** What is printed, where that is not the whole sheet. */
export function afdrukbereik(blad: Blad): string | undefined {
  if (!blad.nietAfgedrukt) return undefined;
  const { van, tot } = blad.nietAfgedrukt;
  const laatste = blad.rijen.length - 1;
  const stuk = (eerste: number, einde: number): string => `${bladnaam(blad.naam)}!$A$${eerste}:$${kolomletters(blad.laatsteKolom)}$${einde}`;
  return [stuk(1, van - 1), ...(tot <= laatste ? [stuk(tot, laatste)] : [])].join(',');
}

/** Rows (and for wide sheets columns) that repeat on every printed page. */
export function herhaling(blad: Blad): string {
  const naam = bladnaam(blad.naam);
  const kolommen = paginasBreed(blad) > 1 ? `${naam}!$A:$${kolomletters(WAARDEKOLOM)},` : '';
  return `${kolommen}${naam}!$1:$${KOPRIJ}`;
}
