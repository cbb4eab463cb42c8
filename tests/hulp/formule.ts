/**
 * A second, deliberately plain reading of key formulas (rekenmodel 6): text in, number out, one pass, nothing compiled.
 * It shares no code with `models/rekenen`, so that agreement between the two says something.
 *
 *     formule     = uitdrukking
 *     uitdrukking = som [ ("<" | "<=" | ">" | ">=" | "==") som "?" som ":" som ]
 *     som         = product { ("+" | "-") product }
 *     product     = factor { ("*" | "/") factor }
 *     factor      = ["-"] ( getal | variabele | "(" uitdrukking ")" )
 *                 | ("min" | "max") "(" uitdrukking { "," uitdrukking } ")"
 *                 | "round" "(" uitdrukking ")"
 */
export function rekenFormule(formule: string, waarden: Record<string, number>): number {
  const woorden = formule.match(/\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z]+|<=|>=|==|\S/g) ?? [];
  let plaats = 0;

  function volgende(): string {
    const woord = woorden[plaats];
    if (woord === undefined) throw new Error(`Formule houdt te vroeg op: ${formule}`);
    plaats += 1;
    return woord;
  }
  function verwacht(woord: string): void {
    const gezien = volgende();
    if (gezien !== woord) throw new Error(`Verwacht ${woord}, gezien ${gezien}: ${formule}`);
  }

  function uitdrukking(): number {
    const links = som();
    const teken = woorden[plaats];
    if (teken === undefined || !['<', '<=', '>', '>=', '=='].includes(teken)) return links;
    plaats += 1;
    const rechts = som();
    verwacht('?');
    const alsWaar = som();
    verwacht(':');
    const alsOnwaar = som();
    if (Number.isNaN(links) || Number.isNaN(rechts)) return Number.NaN;
    const waar =
      teken === '<' ? links < rechts
      : teken === '<=' ? links <= rechts
      : teken === '>' ? links > rechts
      : teken === '>=' ? links >= rechts
      : links === rechts;
    return waar ? alsWaar : alsOnwaar;
  }
  function som(): number {
    let uitkomst = product();
    for (;;) {
      if (woorden[plaats] === '+') { plaats += 1; uitkomst = eindig(uitkomst + product()); }
      else if (woorden[plaats] === '-') { plaats += 1; uitkomst = eindig(uitkomst - product()); }
      else return uitkomst;
    }
  }
  function product(): number {
    let uitkomst = factor();
    for (;;) {
      if (woorden[plaats] === '*') { plaats += 1; uitkomst = eindig(uitkomst * factor()); }
      else if (woorden[plaats] === '/') { plaats += 1; uitkomst = eindig(uitkomst / factor()); }
      else return uitkomst;
    }
  }
  function factor(): number {
    const woord = volgende();
    if (woord === '-') return -factorZonderTeken(volgende());
    if (woord === 'min' || woord === 'max' || woord === 'round') return functie(woord);
    return factorZonderTeken(woord);
  }
  function factorZonderTeken(woord: string): number {
    if (woord === '(') {
      const binnen = uitdrukking();
      verwacht(')');
      return binnen;
    }
    if (/^[\d.]/.test(woord)) return eindig(Number(woord));
    const waarde = waarden[woord];
    if (waarde === undefined) throw new Error(`Onbekend woord ${woord}: ${formule}`);
    return waarde;
  }
  function functie(naam: 'min' | 'max' | 'round'): number {
    verwacht('(');
    const argumenten = [uitdrukking()];
    while (woorden[plaats] === ',') {
      plaats += 1;
      argumenten.push(uitdrukking());
    }
    verwacht(')');
    if (naam === 'min') return Math.min(...argumenten);
    if (naam === 'max') return Math.max(...argumenten);
    const [getal, ...rest] = argumenten;
    if (getal === undefined || rest.length > 0) throw new Error(`round vraagt één getal: ${formule}`);
    // Half away from zero, as Excel does; Math.round sends −2.5 to −2.
    return Math.sign(getal) * Math.round(Math.abs(getal));
  }

  const uitkomst = uitdrukking();
  if (plaats < woorden.length) throw new Error(`Onverwacht ${woorden[plaats]}: ${formule}`);
  if (!Number.isFinite(uitkomst)) throw new Error(`Niet eindig: ${formule}`);
  return uitkomst;
}

/** Not finite spreads as NaN and is refused at the end, unless it stands in the branch that is not taken: as in Excel's IF. */
function eindig(getal: number): number {
  return Number.isFinite(getal) ? getal : Number.NaN;
}
