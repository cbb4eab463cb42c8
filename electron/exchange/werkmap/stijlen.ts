/** styles.xml: every style that the workbook uses, each once. */
import { FORMATEN, KLEUR, LETTERTYPE, NADRUKKEN, type Formaat, type Nadruk, type Nadruknaam, type Stijl } from '../../../templates/voorstel/opmaak.ts';
import { xml } from './tekst.ts';

const EERSTE_EIGEN_FORMAAT = 164;
const PUNTEN = 10;

/** A list in which equal parts share one place. */
class Register {
  readonly delen: string[] = [];
  plek(deel: string): number {
    const bestaand = this.delen.indexOf(deel);
    return bestaand >= 0 ? bestaand : this.delen.push(deel) - 1;
  }
}

const lettertype = ({ punten = PUNTEN, vet, cursief, kleur = KLEUR.inkt }: Nadruk): string =>
  `<font>${vet ? '<b/>' : ''}${cursief ? '<i/>' : ''}<sz val="${punten}"/><color rgb="FF${kleur}"/><name val="${LETTERTYPE}"/><family val="2"/></font>`;
const vulling = ({ vlak }: Nadruk): string => (vlak ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${vlak}"/><bgColor indexed="64"/></patternFill></fill>` : '<fill><patternFill patternType="none"/></fill>');
const zijde = (kant: 'top' | 'bottom', soort: Nadruk['boven']): string => (soort ? `<${kant} style="thin"><color rgb="FF${soort === 'lijn' ? KLEUR.inkt : KLEUR.haarlijn}"/></${kant}>` : `<${kant}/>`);
const rand = ({ boven, onder }: Nadruk): string => `<border><left/><right/>${zijde('top', boven)}${zijde('bottom', onder)}<diagonal/></border>`;
const UITLIJNING = { links: 'left', rechts: 'right', midden: 'center' } as const;

export class Stijlboek {
  private readonly nummers = new Map<string, number>();
  private readonly letters = new Register();
  private readonly vlakken = new Register();
  private readonly randen = new Register();
  private readonly formaten = new Register();
  private readonly cellen: string[] = [];

  constructor() {
    this.letters.plek(lettertype({}));
    // The format reserves the first two fills.
    this.vlakken.plek(vulling({}));
    this.vlakken.plek('<fill><patternFill patternType="gray125"/></fill>');
    this.randen.plek(rand({}));
    this.nummer('leeg.tekst', 1);
  }

  /** Index of a style in the file. Text beside another column stands a little in, so that it does not touch the figure before it. */
  nummer(stijl: Stijl, kolom: number): number {
    const inspringen = kolom > 1 && stijl.endsWith('.tekst');
    const sleutel = inspringen ? `>${stijl}` : stijl;
    let nummer = this.nummers.get(sleutel);
    if (nummer === undefined) this.nummers.set(sleutel, (nummer = this.cellen.push(this.cel(stijl, inspringen)) - 1));
    return nummer;
  }

  private cel(stijl: Stijl, inspringen: boolean): string {
    const punt = stijl.indexOf('.');
    const nadruk: Nadruk = NADRUKKEN[stijl.slice(0, punt) as Nadruknaam];
    const formaatcode: string = FORMATEN[stijl.slice(punt + 1) as Formaat];
    const formaat = formaatcode === 'General' ? 0 : EERSTE_EIGEN_FORMAAT + this.formaten.plek(formaatcode);
    const uitlijning = [nadruk.uitlijnen ? `horizontal="${UITLIJNING[nadruk.uitlijnen]}"` : inspringen && 'horizontal="left" indent="1"', `vertical="${nadruk.laag ? 'bottom' : 'top'}"`, nadruk.terugloop && 'wrapText="1"'].filter(Boolean).join(' ');
    return `<xf numFmtId="${formaat}" fontId="${this.letters.plek(lettertype(nadruk))}" fillId="${this.vlakken.plek(vulling(nadruk))}" borderId="${this.randen.plek(rand(nadruk))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment ${uitlijning}/><protection locked="${nadruk.open ? 0 : 1}"/></xf>`;
  }

  /** Colours that follow the sign of an effect: first N, then V. */
  static readonly NADELIG = 0;
  static readonly VOORDELIG = 1;

  xml(): string {
    const lijst = (naam: string, delen: readonly string[]): string => `<${naam} count="${delen.length}">${delen.join('')}</${naam}>`;
    const formaten = this.formaten.delen.map((code, i) => `<numFmt numFmtId="${EERSTE_EIGEN_FORMAAT + i}" formatCode="${xml(code)}"/>`);
    const kleur = (code: string): string => `<dxf><font><color rgb="FF${code}"/></font></dxf>`;
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
      + (formaten.length > 0 ? lijst('numFmts', formaten) : '')
      + lijst('fonts', this.letters.delen) + lijst('fills', this.vlakken.delen) + lijst('borders', this.randen.delen)
      + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
      + lijst('cellXfs', this.cellen)
      + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
      + lijst('dxfs', [kleur(KLEUR.nadelig), kleur(KLEUR.voordelig)])
      + '</styleSheet>';
  }
}
