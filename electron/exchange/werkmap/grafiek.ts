/** Charts as parts of the package: the chart itself, and the drawing that places charts on a sheet. */
import { bladnaam, kolomletters, REEKSKOLOM, type Bereik, type Celverwijzing, type Waarde } from '../../../templates/voorstel/formule.ts';
import type { Grafiek, Grafiekreeks } from '../../../templates/voorstel/grafiek.ts';
import { FORMATEN, KLEUR, LETTERTYPE } from '../../../templates/voorstel/opmaak.ts';
import type { Blad } from '../../../templates/voorstel/werkmap.ts';
import { attribuut, xml } from './tekst.ts';

const HOOFD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DIAGRAM = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const TEKENING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const RELATIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const verwijzing = (b: Bereik): string => `${bladnaam(b.van.blad.naam)}!$${kolomletters(b.vanKolom)}$${b.van.nummer}:$${kolomletters(b.totKolom)}$${b.tot.nummer}`;
const celplek = ({ rij, kolom }: Celverwijzing): string => `${bladnaam(rij.blad.naam)}!$${kolomletters(kolom)}$${rij.nummer}`;
const waarden = (b: Bereik): Waarde[] => Array.from({ length: b.aantal }, (_, n) => b.waardeVan(n, -1));
const punten = (lijst: readonly Waarde[]): string => `<c:ptCount val="${lijst.length}"/>${lijst.map((w, i) => (w === '' ? '' : `<c:pt idx="${i}"><c:v>${typeof w === 'number' ? w : attribuut(String(w))}</c:v></c:pt>`)).join('')}`;
const vulling = (kleur: string): string => `<a:solidFill><a:srgbClr val="${kleur}"/></a:solidFill>`;
const letters = (punt: number, kleur: string, vet = false): string => `<a:defRPr sz="${punt * 100}" b="${vet ? 1 : 0}">${vulling(kleur)}<a:latin typeface="${LETTERTYPE}"/></a:defRPr>`;
const tekstvorm = (punt: number, kleur: string): string => `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(punt, kleur)}</a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>`;

function reeksXml(r: Grafiekreeks, nummer: number, grafiek: Grafiek): string {
  const categorieen = waarden(grafiek.categorieen);
  const getallen = categorieen.every((w) => typeof w === 'number');
  const soort = getallen ? 'num' : 'str';
  const formaat = attribuut(FORMATEN[grafiek.formaat]);
  const opmaak = r.vorm === 'lijn'
    ? `<c:spPr><a:ln w="28575" cap="rnd">${vulling(r.kleur ?? KLEUR.inkt)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${vulling(r.kleur ?? KLEUR.inkt)}</c:spPr></c:marker>`
    : `<c:spPr>${r.kleur ? vulling(r.kleur) : '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>`;
  const labels = r.waardenTonen
    ? `<c:dLbls><c:numFmt formatCode="${formaat}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${tekstvorm(8, KLEUR.inkt)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
    : '';
  return `<c:ser><c:idx val="${nummer}"/><c:order val="${nummer}"/><c:tx><c:strRef><c:f>${xml(celplek(r.naam))}</c:f><c:strCache>${punten([String(r.naam.waarde())])}</c:strCache></c:strRef></c:tx>${opmaak}${labels}`
    + `<c:cat><c:${soort}Ref><c:f>${xml(verwijzing(grafiek.categorieen))}</c:f><c:${soort}Cache>${getallen ? '<c:formatCode>General</c:formatCode>' : ''}${punten(categorieen)}</c:${soort}Cache></c:${soort}Ref></c:cat>`
    + `<c:val><c:numRef><c:f>${xml(verwijzing(r.waarden))}</c:f><c:numCache><c:formatCode>${formaat}</c:formatCode>${punten(waarden(r.waarden))}</c:numCache></c:numRef></c:val>`
    + (r.vorm === 'lijn' ? '<c:smooth val="0"/>' : '') + '</c:ser>';
}

/** The chart part. Columns stand behind lines. */
export function grafiekXml(grafiek: Grafiek): string {
  const genummerd = grafiek.reeksen.map((r, i) => ({ r, i }));
  const kolommen = genummerd.filter(({ r }) => r.vorm === 'kolom');
  const lijnen = genummerd.filter(({ r }) => r.vorm === 'lijn');
  const assen = '<c:axId val="111"/><c:axId val="222"/>';
  const onzichtbaar = genummerd.filter(({ r }) => r.kleur === undefined);
  return `${HOOFD}<c:chartSpace xmlns:c="${DIAGRAM}" xmlns:a="${TEKENING}" xmlns:r="${RELATIES}"><c:roundedCorners val="0"/><c:chart>`
    + `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(11, KLEUR.inkt, true)}</a:pPr><a:r><a:rPr lang="nl-NL" sz="1100" b="1">${vulling(KLEUR.inkt)}<a:latin typeface="${LETTERTYPE}"/></a:rPr><a:t>${attribuut(grafiek.titel)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`
    + (kolommen.length > 0 ? `<c:barChart><c:barDir val="col"/><c:grouping val="${grafiek.gestapeld ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${kolommen.map(({ r, i }) => reeksXml(r, i, grafiek)).join('')}<c:gapWidth val="60"/>${grafiek.gestapeld ? '<c:overlap val="100"/>' : ''}${assen}</c:barChart>` : '')
    + (lijnen.length > 0 ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lijnen.map(({ r, i }) => reeksXml(r, i, grafiek)).join('')}<c:marker val="1"/>${assen}</c:lineChart>` : '')
    + `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="12700">${vulling(KLEUR.inkt)}</a:ln></c:spPr>${tekstvorm(9, KLEUR.inkt)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
    + `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350">${vulling(KLEUR.haarlijn)}</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${attribuut(FORMATEN[grafiek.formaat])}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${tekstvorm(9, KLEUR.gedempt)}<c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
    + '<c:spPr><a:noFill/></c:spPr></c:plotArea>'
    + (grafiek.legenda ? `<c:legend><c:legendPos val="b"/>${onzichtbaar.map(({ i }) => `<c:legendEntry><c:idx val="${i}"/><c:delete val="1"/></c:legendEntry>`).join('')}<c:overlay val="0"/>${tekstvorm(9, KLEUR.inkt)}</c:legend>` : '')
    + `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${vulling('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`;
}

/** The drawing part of a sheet; its charts are rId1, rId2, …. */
export function tekeningXml(blad: Blad): string {
  const hoek = (soort: 'from' | 'to', kolom: number, rij: number): string => `<xdr:${soort}><xdr:col>${kolom}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${rij}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${soort}>`;
  // On paper the first years are what fits; further right a chart would be stretched.
  const totKolom = Math.min(blad.laatsteKolom, REEKSKOLOM + 5);
  return `${HOOFD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${TEKENING}">${blad.grafieken.map(({ grafiek, vanRij, totRij }, i) =>
    `<xdr:twoCellAnchor>${hoek('from', 0, vanRij - 1)}${hoek('to', totKolom, totRij - 1)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="Grafiek ${i + 1}" descr="${attribuut(`${grafiek.titel}. ${grafiek.omschrijving}`)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DIAGRAM}"><c:chart xmlns:c="${DIAGRAM}" xmlns:r="${RELATIES}" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`).join('')}</xdr:wsDr>`;
}
