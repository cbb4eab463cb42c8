/** Where and why a text is not JSON. `JSON.parse` says it in another way in every engine, and not always with a place. */

const WIT = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- exactly what JSON forbids in a text
const TEKST = /"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*"/y;
const GETAL_OF_WOORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** @param tekst one that `JSON.parse` refuses; the first fault in it, as a Dutch clause with line and column */
export function jsonFout(tekst: string): string {
  let plaats = tekst.startsWith('\uFEFF') ? 1 : 0;
  const open: ('{' | '[')[] = [];
  let verwacht: 'waarde' | 'waarde of ]' | 'naam' | 'naam of }' | 'dubbele punt' | 'vervolg' = 'waarde';
  const lees = (patroon: RegExp): boolean => {
    patroon.lastIndex = plaats;
    const gelezen = patroon.exec(tekst)?.[0];
    plaats += gelezen?.length ?? 0;
    return gelezen !== undefined;
  };
  const fout = (wat: string): string => {
    const regels = tekst.slice(0, plaats).split('\n');
    return `op regel ${regels.length}, kolom ${(regels.at(-1) as string).replace('\uFEFF', '').length + 1} ${wat}`;
  };
  for (;;) {
    lees(WIT);
    const teken = tekst[plaats];
    if (verwacht === 'vervolg' && open.length === 0) return fout('staat er nog iets na het einde');
    if (teken === undefined) return fout(tekst.trim() === '' ? 'houdt het op: het bestand is leeg' : 'houdt de tekst te vroeg op');
    if (verwacht === 'vervolg') {
      const binnen = open.at(-1);
      if (teken === ',') verwacht = binnen === '{' ? 'naam' : 'waarde';
      else if (teken === (binnen === '{' ? '}' : ']')) open.pop();
      else return fout(`staat ${genoemd(teken)} waar een komma of ${binnen === '{' ? '}' : ']'} hoort`);
      plaats++;
    } else if (verwacht === 'dubbele punt') {
      if (teken !== ':') return fout(`staat ${genoemd(teken)} waar een dubbele punt hoort`);
      plaats++;
      verwacht = 'waarde';
    } else if (teken === (verwacht === 'naam of }' ? '}' : verwacht === 'waarde of ]' ? ']' : '')) {
      open.pop();
      plaats++;
      verwacht = 'vervolg';
    } else if (verwacht === 'naam' || verwacht === 'naam of }') {
      if (teken === '}') return fout('staat een komma te veel voor de }');
      if (verwacht === 'naam' && /\d/.test(teken)) return fout(`staat ${genoemd(teken)} na een komma; decimalen komen na een punt (0.6)`);
      if (!lees(TEKST)) return fout(teken === '"' ? 'begint een tekst die niet goed eindigt' : `staat ${genoemd(teken)} waar een naam tussen aanhalingstekens (") hoort`);
      verwacht = 'dubbele punt';
    } else if (teken === '{' || teken === '[') {
      open.push(teken);
      plaats++;
      verwacht = teken === '{' ? 'naam of }' : 'waarde of ]';
    } else if (lees(TEKST)) verwacht = 'vervolg';
    else if (lees(GETAL_OF_WOORD)) {
      if (/[\w.+-]/.test(tekst[plaats] ?? '')) return fout('eindigt een getal of woord niet goed');
      verwacht = 'vervolg';
    } else if (teken === '"') return fout('begint een tekst die niet goed eindigt');
    else if (teken === ']' && open.at(-1) === '[') return fout('staat een komma te veel voor de ]');
    else return fout(`staat ${genoemd(teken)} waar een waarde hoort`);
  }
}

const genoemd = (teken: string): string => (teken === '\uFFFD' ? 'een onleesbaar teken' : `'${teken}'`);
