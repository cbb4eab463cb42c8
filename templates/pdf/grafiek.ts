/** Charts as SVG: message in the title, figures beside the marks, and a sentence for who cannot see them. Amounts in euros come in, × € 1.000 is shown. */
import { html, ingekort, type Html } from './html.ts';
import { bedrag, effectgetal, richting } from './woorden.ts';

/** The tones of paper; meaning only. */
export const KLEUR = { inkt: '#1b1f24', gedempt: '#5b636e', haarlijn: '#dcd8d0', actie: '#154273', V: '#006d77', N: '#b3400f', '': '#8a8f98', nul: '#8a8f98', scenarios: ['#154273', '#b36b00', '#6a4c93', '#2a7f62'] } as const;
const STREPEN = ['', '7 3', '2 3', '9 3 2 3'] as const;

const plek = (x: number): string => x.toFixed(1);
const klein = (x: number): string => bedrag(x, 1000);
const kleinEffect = (x: number): string => effectgetal(x, 1000);

interface Tekstplek { x: number; y: number; anker?: 'start' | 'middle' | 'end'; kleur?: string; vet?: boolean }
const tekst = (inhoud: string, { x, y, anker = 'start', kleur = KLEUR.inkt, vet = false }: Tekstplek): Html => html`<text x="${plek(x)}" y="${plek(y)}" text-anchor="${anker}" fill="${kleur}" stroke="#ffffff" stroke-width="3" paint-order="stroke"${vet ? html` font-weight="600"` : undefined}>${inhoud}</text>`;
const lijn = (x1: number, y1: number, x2: number, y2: number, kleur: string, dikte = 1, streep = ''): Html => html`<line x1="${plek(x1)}" y1="${plek(y1)}" x2="${plek(x2)}" y2="${plek(y2)}" stroke="${kleur}" stroke-width="${dikte}" stroke-dasharray="${streep}"/>`;
const vlak = (x: number, y: number, breedte: number, hoogte: number, kleur: string): Html => html`<rect x="${plek(x)}" y="${plek(y)}" width="${plek(breedte)}" height="${plek(Math.max(0, hoogte))}" fill="${kleur}"/>`;

/** A chart with its title above it and its sentence as the alternative text. */
export function figuur(titel: string, eenheid: string, omschrijving: string, breedte: number, hoogte: number, inhoud: Html): Html {
  return html`<figure><figcaption>${titel} <span class="eenheid">${eenheid}</span></figcaption><svg role="img" aria-label="${omschrijving}" viewBox="0 0 ${breedte} ${hoogte}" width="${breedte}" height="${hoogte}">${inhoud}</svg></figure>`;
}

/** Maps an amount to a height, with zero always in sight. */
function schaal(waarden: readonly number[], boven: number, onder: number): (x: number) => number {
  const hoogste = Math.max(0, ...waarden);
  const laagste = Math.min(0, ...waarden);
  const bereik = hoogste - laagste || 1;
  return (x) => boven + ((hoogste - x) / bereik) * (onder - boven);
}

/** Effect per year as bars, dearer (N) upward and cheaper (V) downward, and what it adds up to as a line. */
export function effectgrafiek(jaren: readonly number[], perJaar: readonly number[], cumulatief: readonly number[], breedte = 490, hoogte = 220): Html {
  const [links, rechts] = [4, 80];
  const y = schaal([...perJaar, ...cumulatief], 32, hoogte - 46);
  const stap = (breedte - links - rechts) / jaren.length;
  const midden = (i: number): number => links + stap * (i + 0.5);
  const balk = Math.min(44, stap * 0.5);
  const laatste = jaren.length - 1;
  /** Height of the line of what it adds up to. */
  const lijnOp = (x: number): number => {
    const plaats = Math.min(laatste, Math.max(0, (x - links) / stap - 0.5));
    const van = Math.floor(plaats);
    const [a, b] = [cumulatief[van] ?? 0, cumulatief[Math.min(laatste, van + 1)] ?? 0];
    return y(a + (b - a) * (plaats - van));
  };
  const punten = cumulatief.map((x, i) => `${plek(midden(i))},${plek(y(x))}`).join(' ');
  return html`${perJaar.map((x, i) => [
    vlak(midden(i) - balk / 2, Math.min(y(0), y(x)), balk, Math.abs(y(x) - y(0)), KLEUR[richting(x, 1000)]),
  ])}${lijn(links, y(0), breedte - rechts + 8, y(0), KLEUR.inkt, 1.4)}
<polyline points="${punten}" fill="none" stroke="${KLEUR.inkt}" stroke-width="1.6" stroke-dasharray="5 3"/>${cumulatief.map((x, i) => html`<circle cx="${plek(midden(i))}" cy="${plek(y(x))}" r="2.6" fill="#ffffff" stroke="${KLEUR.inkt}" stroke-width="1.4"/>`)}
${perJaar.map((x, i) => {
    // Where columns are narrow, the letter stands above its figure.
    const label = kleinEffect(x);
    const regels = label.length * 6.4 > stap && richting(x, 1000) !== '' ? label.split('\u00a0') : [label];
    const onder = (vanaf: number): number => vanaf + 14;
    const boven = (vanaf: number): number => vanaf - 6 - 12 * (regels.length - 1);
    const isV = richting(x, 1000) === 'V';
    // At the end of its bar; where the line runs there, at the other side of zero, if it is free.
    const plaatsen = isV ? [onder(y(x)), boven(y(0))] : [boven(y(x)), onder(y(0))];
    const raakt = (basis: number): boolean => [-8, 0, 8].some((dx) => lijnOp(midden(i) + dx) > basis - (dx === 0 ? 13 : 9) && lijnOp(midden(i) + dx) < basis + 12 * (regels.length - 1) + (dx === 0 ? 4 : 0));
    const hoog = plaatsen.find((basis) => !raakt(basis)) ?? (plaatsen[0] as number);
    return regels.map((regel, n) => tekst(regel, { x: midden(i), y: hoog + 12 * n, anker: 'middle', kleur: KLEUR[richting(x, 1000)], vet: true }));
  })}
${tekst('opgeteld', { x: midden(laatste) + balk / 2 + 10, y: y(cumulatief[laatste] ?? 0) - 2, kleur: KLEUR.inkt })}${tekst(kleinEffect(cumulatief[laatste] ?? 0), { x: midden(laatste) + balk / 2 + 10, y: y(cumulatief[laatste] ?? 0) + 11, kleur: KLEUR[richting(cumulatief[laatste] ?? 0, 1000)], vet: true })}
${jaren.map((jaar, i) => tekst(String(jaar), { x: midden(i), y: hoogte - 6, anker: 'middle', kleur: KLEUR.gedempt }))}`;
}

/** One bar per name, longest amount over the whole width. */
export function staafgrafiek(posten: readonly { naam: string; bedrag: number }[], breedte = 490): { inhoud: Html; hoogte: number } {
  const rij = posten.length > 16 ? 15 : 22;
  const naamruimte = 150;
  const ruimte = breedte - naamruimte - 70;
  const grootste = Math.max(1, ...posten.map((p) => Math.abs(p.bedrag)));
  const hoogte = rij * posten.length + 8;
  return {
    hoogte,
    inhoud: html`${posten.map((p, i) => {
      const y = 4 + i * rij;
      const lang = (Math.abs(p.bedrag) / grootste) * ruimte;
      return [
        tekst(ingekort(p.naam, 25), { x: naamruimte - 8, y: y + rij / 2 + 4, anker: 'end' }), vlak(naamruimte, y + 3, lang, rij - 6, p.bedrag < 0 ? KLEUR.nul : KLEUR.actie),
        tekst(klein(p.bedrag), { x: naamruimte + lang + 6, y: y + rij / 2 + 4, vet: true }),
      ];
    })}${lijn(naamruimte, 2, naamruimte, hoogte - 2, KLEUR.inkt)}`,
  };
}

export interface Brugstap { naam: string; bedrag: number }
/** From the nulscenario, step by step, to the scenario: bars that hang on each other with connecting lines. */
export function bruggrafiek(begin: Brugstap, stappen: readonly Brugstap[], eindnaam: string, breedte = 1000, hoogte = 230): Html {
  const standen = [begin.bedrag];
  for (const s of stappen) standen.push((standen.at(-1) as number) + s.bedrag);
  const eind = standen.at(-1) as number;
  const y = schaal([...standen, 0], 22, hoogte - 34);
  const stap = breedte / (stappen.length + 2);
  const balk = Math.min(90, stap * 0.6);
  const midden = (i: number): number => stap * (i + 0.5);
  const laatste = stappen.length + 1;
  const naam = (i: number, wat: string): Html => tekst(ingekort(wat, Math.floor(stap / 6)), { x: midden(i), y: hoogte - 8, anker: 'middle', kleur: KLEUR.gedempt });
  return html`${[{ i: 0, stand: begin.bedrag, kleur: KLEUR.nul, wat: begin.naam }, { i: laatste, stand: eind, kleur: KLEUR.actie, wat: eindnaam }].map(({ i, stand, kleur, wat }) => [
    vlak(midden(i) - balk / 2, Math.min(y(0), y(stand)), balk, Math.abs(y(stand) - y(0)), kleur), tekst(klein(stand), { x: midden(i), y: Math.min(y(0), y(stand)) - 6, anker: 'middle', vet: true }), naam(i, wat),
  ])}${stappen.map((s, n) => {
    const [van, naar] = [standen[n] as number, standen[n + 1] as number];
    const kleur = KLEUR[richting(s.bedrag, 1000)];
    const top = Math.min(y(van), y(naar));
    return [vlak(midden(n + 1) - balk / 2, top, balk, Math.max(1, Math.abs(y(van) - y(naar))), kleur), tekst(kleinEffect(s.bedrag), { x: midden(n + 1), y: top - 6, anker: 'middle', kleur, vet: true }), naam(n + 1, s.naam)];
  })}${standen.map((stand, i) => lijn(midden(i) + balk / 2, y(stand), midden(i + 1) - balk / 2, y(stand), KLEUR.gedempt, 1, '2 2'))}${lijn(0, y(0), breedte, y(0), KLEUR.inkt, 1.4)}`;
}

/** A line per scenario, each with its own colour and dash, named at its end; zero is the nulscenario. */
export function lijngrafiek(jaren: readonly number[], reeksen: readonly { naam: string; waarden: readonly number[] }[], breedte = 1000, hoogte = 200): Html {
  const [links, rechts] = [8, 340];
  const y = schaal(reeksen.flatMap((r) => r.waarden), 16, hoogte - 30);
  const stap = jaren.length === 1 ? 0 : (breedte - links - rechts - 40) / (jaren.length - 1);
  const x = (i: number): number => links + 20 + stap * i;
  const laatste = jaren.length - 1;
  // Names at the end are pushed apart until each can be read.
  const labels = [...reeksen.map((r, i) => ({ naam: r.naam, i, y: y(r.waarden[laatste] ?? 0), waarde: r.waarden[laatste] ?? 0 })), { naam: 'Nulscenario', i: -1, y: y(0), waarde: 0 }].sort((a, b) => a.y - b.y);
  for (const [n, label] of labels.entries()) if (n > 0) label.y = Math.max(label.y, (labels[n - 1] as typeof label).y + 15);
  const te = Math.max(0, (labels.at(-1)?.y ?? 0) - (hoogte - 24));
  for (const label of labels) label.y -= te;
  return html`${lijn(links, y(0), x(laatste), y(0), KLEUR.nul, 2)}${reeksen.map((r, i) => {
    const kleur = KLEUR.scenarios[i % KLEUR.scenarios.length] as string;
    return [
      html`<polyline points="${r.waarden.map((w, n) => `${plek(x(n))},${plek(y(w))}`).join(' ')}" fill="none" stroke="${kleur}" stroke-width="2" stroke-dasharray="${STREPEN[i % STREPEN.length]}"/>`,
      r.waarden.map((w, n) => html`<circle cx="${plek(x(n))}" cy="${plek(y(w))}" r="3" fill="${kleur}"/>`),
    ];
  })}${labels.map(({ naam, i, y: hoog, waarde }) => [
    lijn(x(laatste) + 5, y(waarde), x(laatste) + 20, hoog, KLEUR.haarlijn),
    tekst(`${ingekort(naam, 44)}${i < 0 ? '' : `  ${kleinEffect(waarde)}`}`, { x: x(laatste) + 24, y: hoog + 4, kleur: i < 0 ? KLEUR.gedempt : (KLEUR.scenarios[i % KLEUR.scenarios.length] as string), vet: i >= 0 }),
  ])}${jaren.map((jaar, i) => tekst(String(jaar), { x: x(i), y: hoogte - 6, anker: 'middle', kleur: KLEUR.gedempt }))}`;
}
