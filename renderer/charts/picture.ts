/** A picture of a chart with its message, unit and source, on the surface it stands on. */

const MARGIN = 24;
const FAMILY = "'IBM Plex Sans', system-ui, sans-serif";

export async function picture(chart: HTMLCanvasElement, { title, subtitle, source }: { title: string; subtitle: string; source: string }): Promise<Blob> {
  const scale = chart.width / chart.clientWidth;
  const width = chart.clientWidth + 2 * MARGIN;
  const head = 56;
  const foot = 24;
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = (chart.clientHeight + head + foot + 2 * MARGIN) * scale;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('De browser kan van deze grafiek geen afbeelding maken.');
  const style = getComputedStyle(chart);
  const surface = getComputedStyle(document.body).backgroundColor;
  ctx.scale(scale, scale);
  ctx.fillStyle = surface;
  ctx.fillRect(0, 0, width, canvas.height);
  ctx.fillStyle = style.color;
  ctx.font = `600 16px ${FAMILY}`;
  ctx.fillText(title, MARGIN, MARGIN + 14, chart.clientWidth);
  ctx.globalAlpha = 0.75;
  ctx.font = `400 12px ${FAMILY}`;
  ctx.fillText(subtitle, MARGIN, MARGIN + 34, chart.clientWidth);
  ctx.fillText(source, MARGIN, chart.clientHeight + head + MARGIN + foot, chart.clientWidth);
  ctx.globalAlpha = 1;
  ctx.drawImage(chart, MARGIN, MARGIN + head - 8, chart.clientWidth, chart.clientHeight);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('De browser kan van deze grafiek geen afbeelding maken.'))), 'image/png'));
}
