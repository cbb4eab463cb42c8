/** A picture of a chart with its message, unit, source and the mark of its reader, on the surface it stands on. Drawn anew, so that it holds what that reader may see. */
import type { AmountUnit } from '../format/amount.ts';
import { Chart } from './chart.ts';
import { readColours } from './colours.ts';
import type { ChartContents } from './contents.ts';
import { configOf } from './grammar.ts';

const MARGIN = 24;
const HEAD = 64;
const LINE = 16;
const FAMILY = "'IBM Plex Sans', system-ui, sans-serif";
/** Sharp in print too. */
const SCALE = 2;
const TEXT = 12;

export interface Picture {
  contents: Pick<ChartContents, 'title' | 'subtitle' | 'spec'>;
  /** At the bottom: source, the reader's mark, and what belongs beside the figures. */
  lines: readonly string[];
  unit: AmountUnit;
  /** Pixels of the chart itself. */
  width: number;
  height: number;
  /** The element whose surface and colours it has. */
  beside: HTMLElement;
}

/** Breaks a text at its spaces. */
function broken(ctx: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && ctx.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export async function picture({ contents, lines, unit, width, height, beside }: Picture): Promise<Blob> {
  const drawn = document.createElement('canvas');
  drawn.width = width;
  drawn.height = height;
  const colours = readColours(beside);
  const { options, ...config } = configOf(contents.spec, { colours, unit, text: TEXT });
  const chart = new Chart(drawn, { ...config, options: { ...options, responsive: false, devicePixelRatio: SCALE } } as ConstructorParameters<typeof Chart>[1]);

  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('De browser kan van deze grafiek geen afbeelding maken.');
  ctx.font = `400 ${TEXT}px ${FAMILY}`;
  const foot = lines.flatMap((line) => broken(ctx, line, width));
  const full = { width: width + 2 * MARGIN, height: height + HEAD + foot.length * LINE + 3 * MARGIN };
  canvas.width = full.width * SCALE;
  canvas.height = full.height * SCALE;
  ctx.scale(SCALE, SCALE);
  ctx.fillStyle = colours.surface;
  ctx.fillRect(0, 0, full.width, full.height);
  ctx.fillStyle = colours.ink;
  ctx.font = `600 16px ${FAMILY}`;
  ctx.fillText(contents.title, MARGIN, MARGIN + 14, width);
  ctx.fillStyle = colours.muted;
  ctx.font = `400 ${TEXT}px ${FAMILY}`;
  ctx.fillText(contents.subtitle, MARGIN, MARGIN + 36, width);
  ctx.drawImage(drawn, MARGIN, MARGIN + HEAD - 8, width, height);
  foot.forEach((line, i) => ctx.fillText(line, MARGIN, MARGIN + HEAD + height + MARGIN + i * LINE));
  chart.destroy();
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('De browser kan van deze grafiek geen afbeelding maken.'))), 'image/png'));
}
