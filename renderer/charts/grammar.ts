/**
 * How every chart is drawn: one grammar. Nulscenario grey, scenarios in a fixed order with their own dash and marker, plan outlined, effects as V/N bars
 * around a strong zero line, labels at the thing itself instead of a legend, at most three other lines, nothing that moves.
 */
import type { ChartConfiguration, ChartDataset, Plugin, ScriptableScaleContext } from 'chart.js';
import { directionOf, formatAmount, type AmountUnit } from '../format/amount.ts';
import { formatNumber } from '../format/number.ts';
import type { Colours } from './colours.ts';
import type { Series, Spec } from './spec.ts';

export interface Look { colours: Colours; unit: AmountUnit; /** Pixels of the smallest text: 12 on the page, 24 in a meeting. */ text: number }
type Value = number | [number, number] | { x: number; y: number } | null;
type Config = ChartConfiguration<'bar' | 'line', Value[], string | string[]>;
type Dataset = ChartDataset<'bar' | 'line', Value[]>;

const FAMILY = "'IBM Plex Sans', system-ui, sans-serif";
const DASHES = [[], [8, 3], [2, 3], [8, 3, 2, 3]] as const;
const MARKERS = ['circle', 'rect', 'triangle', 'rectRot'] as const;

const effectText = (value: number, unit: AmountUnit): string => {
  const direction = directionOf(value, unit);
  return direction === '' ? '0' : `${direction} ${formatAmount(Math.abs(value), unit)}`;
};
const effectColour = (value: number, { colours: c, unit }: Look): string => ({ V: c.v, N: c.n, '': c.muted })[directionOf(value, unit)];
const colourOf = ({ role }: Series, c: Colours): string => (role === 'nul' ? c.nul : (c.scenarios[role] ?? c.ink));

/** Zero strong, a few thin others, no frame. Where every value is written beside its bar only zero is needed. */
const lines = (look: Look, onlyZero: boolean) => ({
  color: (ctx: ScriptableScaleContext) => (ctx.tick?.value === 0 ? look.colours.ink : onlyZero ? 'transparent' : look.colours.hairline),
  lineWidth: (ctx: ScriptableScaleContext) => (ctx.tick?.value === 0 ? 1.5 : 1),
  drawTicks: false,
});
const font = (look: Look, bold = false) => ({ family: FAMILY, size: look.text, weight: bold ? (600 as const) : (400 as const) });

function valueScale(look: Look, format: (value: number) => string, hidden = false) {
  return {
    border: { display: false },
    grid: lines(look, hidden),
    ticks: { display: !hidden, maxTicksLimit: 5, padding: 6, color: look.colours.muted, font: font(look), callback: (value: string | number) => format(Number(value)) },
    grace: '8%',
  };
}
const nameScale = (look: Look) => ({ border: { display: false }, grid: { display: false }, ticks: { color: look.colours.ink, font: font(look), autoSkip: true, maxRotation: 0 } });

function base(look: Look, tooltip: (value: number) => string): NonNullable<Config['options']> {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    font: font(look),
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: look.colours.ink,
        titleColor: look.colours.surface,
        bodyColor: look.colours.surface,
        titleFont: font(look, true),
        bodyFont: font(look),
        cornerRadius: 3,
        padding: 8,
        boxPadding: 4,
        displayColors: false,
        callbacks: { label: (item) => `${item.dataset.label ? `${item.dataset.label}: ` : ''}${tooltip(Array.isArray(item.raw) ? (item.raw[1] as number) - (item.raw[0] as number) : Number(item.raw))}` },
      },
    },
  };
}

/** An effect in millions, for bars that stand close. */
const millions = (value: number): string => `${directionOf(value)} ${formatNumber(Math.abs(value) / 1e6, 1)} mln`.trim();

/** Pixels between a bar and what is written at its end. */
const OFF = 4;
/** Pixels that the marker of a line takes to each side of its point, and that a text keeps from a line. */
const MARKER = 6;
const APART = 3;

/**
 * How far beyond the end of a bar its text stands so that a line does not run through it: just beyond the line, where there is room; otherwise the line is
 * held off it where it passes.
 * @param points of the line: x, and how far they are beyond the end of the bar; @param half of the width of the text, which stands around point `i`; @param room for the text beyond the bar; all in pixels
 */
export function besideLine(points: readonly { x: number; out: number }[], i: number, half: number, height: number, room: number): number {
  const at = points[i];
  if (!at) return OFF;
  // Where the line is at the edges of the text, or ends before them.
  const edge = (next: { x: number; out: number } | undefined, x: number): number => (next ? at.out + ((next.out - at.out) * (x - at.x)) / (next.x - at.x) : at.out);
  const edges = [edge(points[i - 1], at.x - half), edge(points[i + 1], at.x + half)];
  const [low, high] = [Math.min(at.out - MARKER, ...edges), Math.max(at.out + MARKER, ...edges)];
  if (high < OFF - APART || low > OFF + height + APART) return OFF;
  const beyond = high + APART;
  return beyond > OFF + 3 * height || beyond + height > room ? OFF : Math.max(OFF, beyond);
}

/** Writes beside each bar or line end what it is. `texts` per dataset and point; undefined writes nothing. */
function labels(look: Look, horizontal: boolean, texts: (dataset: number, index: number) => { text: string; /** Written instead where bars stand too close for one of the texts. */ short?: string; colour: string; at: number } | undefined, /** The dataset of a line that the texts make room for. */ line?: number): Plugin<'bar' | 'line'> {
  return {
    id: 'labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 ${look.text}px ${FAMILY}`;
      ctx.strokeStyle = look.colours.surface;
      ctx.lineWidth = 6;
      ctx.lineJoin = 'round';
      for (const [d] of chart.data.datasets.entries()) {
        const meta = chart.getDatasetMeta(d);
        if (meta.type !== 'bar') continue;
        const scale = horizontal ? chart.scales['x'] : chart.scales['y'];
        const slot = horizontal ? Infinity : chart.chartArea.width / meta.data.length;
        const crowded = meta.data.some((_, i) => ctx.measureText(texts(d, i)?.text ?? '').width + 4 > slot);
        for (const [i, element] of meta.data.entries()) {
          const label = texts(d, i);
          if (!label || !scale) continue;
          const text = crowded ? (label.short ?? label.text) : label.text;
          const end = scale.getPixelForValue(label.at);
          const outward = label.at >= 0 ? 1 : -1;
          ctx.fillStyle = label.colour;
          ctx.textAlign = !horizontal ? 'center' : outward > 0 ? 'left' : 'right';
          ctx.textBaseline = horizontal ? 'middle' : outward > 0 ? 'bottom' : 'top';
          const off = line === undefined ? OFF : besideLine(chart.getDatasetMeta(line).data.map((p) => ({ x: p.x, out: (end - p.y) * outward })), i, ctx.measureText(text).width / 2, look.text, outward > 0 ? end : chart.chartArea.bottom - end);
          const [x, y] = horizontal ? [end + outward * 6, element.y] : [element.x, end - outward * off];
          // A line that runs through the text is held off it.
          ctx.strokeText(text, x, y);
          ctx.fillText(text, x, y);
        }
      }
      ctx.restore();
    },
  };
}

/** Writes name and last value at the end of each line, apart from each other. */
function lineEnds(look: Look, series: readonly Series[], format: (value: number) => string): Plugin<'bar' | 'line'> {
  return {
    id: 'lineEnds',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const height = look.text * 1.3;
      const ends = series.map((s, d) => ({ s, element: chart.getDatasetMeta(d).data.at(-1) })).filter((e) => e.element !== undefined)
        .map(({ s, element }) => ({ s, x: element!.x, y: element!.y })).sort((a, b) => a.y - b.y);
      for (let i = 1; i < ends.length; i++) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + height);
      const over = (ends.at(-1)?.y ?? 0) - (chartArea.bottom - 2);
      if (over > 0) for (let i = ends.length - 1, floor = chartArea.bottom - 2; i >= 0; i--, floor -= height) ends[i]!.y = Math.min(ends[i]!.y, floor);
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const { s, x, y } of ends) {
        ctx.fillStyle = s.role === 'nul' ? look.colours.muted : colourOf(s, look.colours);
        ctx.font = `600 ${look.text}px ${FAMILY}`;
        const value = format(s.values.at(-1) ?? 0);
        ctx.fillText(value, x + 8, y);
        const after = x + 8 + ctx.measureText(`${value} `).width;
        ctx.font = `400 ${look.text}px ${FAMILY}`;
        ctx.fillText(shortened(ctx, s.name, chart.width - after - 2), after, y);
      }
      ctx.restore();
    },
  };
}

/** Pixels that a text takes, about, and never less. */
const widthOf = (text: string, look: Look): number => text.length * look.text * 0.62;

/** Room beyond the outermost bars for what is written there, so that it does not run into the names. @param both ends of a bar have their text outside it */
const roomBeyond = (values: readonly number[], format: (value: number) => string, look: Look, both = false) => ({
  grace: 0,
  bounds: 'data' as const,
  afterBuildTicks(scale: { ticks: { value: number }[] }): void {
    scale.ticks = [{ value: 0 }];
  },
  afterDataLimits(scale: { min: number; max: number; chart: { width: number } }): void {
    const room = Math.max(0, ...values.map((v) => widthOf(format(v), look))) + 10;
    const [left, right] = [both || scale.min < 0 ? room : 0, both || scale.max > 0 ? room : 0];
    // The names take a fifth, about.
    const perPixel = (scale.max - scale.min) / Math.max(100, scale.chart.width * 0.8 - left - right);
    scale.min -= left * perPixel;
    scale.max += right * perPixel;
  },
});

/** Room at the right for what stands at the end of each line; no more than a third of the chart. */
const endsRoom = (series: readonly Series[], format: (value: number) => string, look: Look) => ({ chart }: { chart: { width: number } }) => ({
  top: look.text,
  right: Math.min(chart.width * 0.32, 12 + Math.max(...series.map((s) => widthOf(`${format(s.values.at(-1) ?? 0)} ${s.name}`, look)))),
});

function shortened(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && ctx.measureText(`${text.slice(0, end)}…`).width > room) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Thin lines from the end of each step to the beginning of the next. */
function connections(look: Look, levels: readonly number[]): Plugin<'bar' | 'line'> {
  return {
    id: 'connections',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const bars = chart.getDatasetMeta(0).data as unknown as { x: number; width: number }[];
      const y = chart.scales['y'];
      if (!y) return;
      ctx.save();
      ctx.strokeStyle = look.colours.muted;
      ctx.lineWidth = 1;
      for (let i = 0; i + 1 < bars.length; i++) {
        const level = Math.round(y.getPixelForValue(levels[i] as number)) + 0.5;
        ctx.beginPath();
        ctx.moveTo(bars[i]!.x + bars[i]!.width / 2, level);
        ctx.lineTo(bars[i + 1]!.x - bars[i + 1]!.width / 2, level);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

const lineDataset = (s: Series, look: Look, marked: boolean): Dataset => ({
  type: 'line',
  label: s.name,
  data: [...s.values],
  borderColor: colourOf(s, look.colours),
  backgroundColor: s.role === 'nul' ? look.colours.nul : look.colours.surface,
  borderWidth: s.role === 'nul' ? 3 : 2,
  borderDash: s.role === 'nul' ? [] : [...(DASHES[s.role] ?? [])],
  pointStyle: s.role === 'nul' ? 'circle' : (MARKERS[s.role] ?? 'circle'),
  pointRadius: marked ? 4 : 0,
  pointBorderWidth: 2,
  pointHoverRadius: 5,
  tension: 0,
});

/** @returns what Chart.js needs to draw it */
export function configOf(spec: Spec, look: Look): Config {
  const c = look.colours;
  const amount = (value: number): string => formatAmount(value, look.unit);
  const effect = (value: number): string => effectText(value, look.unit);
  switch (spec.kind) {
    case 'effect': {
      const bars: Dataset = {
        type: 'bar', label: 'Effect in het jaar', data: [...spec.effect], order: 2, barPercentage: 0.7, categoryPercentage: 0.7, maxBarThickness: look.text * 5,
        backgroundColor: spec.effect.map((e) => (e < 0 ? c.v : c.n)),
      };
      const cumulative: Dataset[] = spec.cumulative ? [{ ...lineDataset({ name: 'Opgeteld', values: spec.cumulative, role: 'nul' }, look, true), order: 1, borderColor: c.ink, backgroundColor: c.surface, borderWidth: 2 }] : [];
      return {
        type: 'bar',
        data: { labels: [...spec.labels], datasets: [bars, ...cumulative] },
        options: {
          ...base(look, effect),
          layout: { padding: { top: look.text * 1.4, bottom: look.text * 0.8, right: spec.cumulative ? widthOf(effect(spec.cumulative.at(-1) ?? 0), look) + 8 : 0 } },
          scales: { x: nameScale(look), y: valueScale(look, effect, true) },
        },
        plugins: [
          labels(look, false, (d, i) => (d === 0 ? { text: effect(spec.effect[i] as number), short: millions(spec.effect[i] as number), colour: effectColour(spec.effect[i] as number, look), at: spec.effect[i] as number } : undefined), spec.cumulative && 1),
          ...(spec.cumulative ? [cumulativeEnd(look, spec.cumulative)] : []),
        ],
      };
    }
    case 'lines':
      return {
        type: 'line',
        data: { labels: [...spec.labels], datasets: spec.series.map((s) => lineDataset(s, look, true)) },
        options: {
          ...base(look, amount),
          layout: { padding: endsRoom(spec.series, amount, look) },
          scales: { x: nameScale(look), y: { ...valueScale(look, amount), beginAtZero: spec.fromZero ?? false } },
        },
        plugins: [lineEnds(look, spec.series, amount)],
      };
    case 'runoff':
      return {
        type: 'line',
        data: { labels: [...spec.labels], datasets: spec.series.map((s) => lineDataset(s, look, false)) },
        options: {
          ...base(look, (value) => `${formatNumber(value * 100, 1)} %`),
          layout: { padding: endsRoom(spec.series, (value) => `${formatNumber(value * 100)} %`, look) },
          scales: {
            x: { ...nameScale(look), ticks: { ...nameScale(look).ticks, callback: (_v, i) => (i % 6 === 0 ? spec.labels[i] : undefined), autoSkip: false } },
            y: { ...valueScale(look, (value) => `${formatNumber(value * 100)} %`), min: 0, max: 1 },
          },
        },
        plugins: [lineEnds(look, spec.series, (value) => `${formatNumber(value * 100)} %`)],
      };
    case 'effects':
      return {
        type: 'bar',
        data: { labels: [...spec.labels], datasets: [{ type: 'bar', label: 'Effect', data: [...spec.values], backgroundColor: spec.values.map((e) => (e < 0 ? c.v : c.n)), barPercentage: 0.8, maxBarThickness: look.text * 1.5 }] },
        options: {
          ...base(look, effect),
          indexAxis: 'y',
          scales: { y: { ...nameScale(look), ticks: { ...nameScale(look).ticks, autoSkip: false } }, x: { ...valueScale(look, effect, true), ...roomBeyond(spec.values, effect, look) } },
        },
        plugins: [labels(look, true, (_d, i) => ({ text: effect(spec.values[i] as number), colour: effectColour(spec.values[i] as number, look), at: spec.values[i] as number }))],
      };
    case 'amounts':
      return {
        type: 'bar',
        data: { labels: [...spec.labels], datasets: [{ type: 'bar', label: 'Kosten', data: [...spec.values], backgroundColor: c.nul, barPercentage: 0.8, maxBarThickness: look.text * 1.5 }] },
        options: {
          ...base(look, amount),
          indexAxis: 'y',
          layout: { padding: { right: look.text * 7 } },
          scales: { y: { ...nameScale(look), ticks: { ...nameScale(look).ticks, autoSkip: false } }, x: { ...valueScale(look, amount, true), grace: 0, ...(spec.bound !== undefined && { suggestedMax: spec.bound }) } },
        },
        plugins: [...(spec.bound !== undefined ? [boundLine(look, spec.bound)] : []), labels(look, true, (_d, i) => ({ text: amount(spec.values[i] as number), colour: c.ink, at: spec.values[i] as number }))],
      };
    case 'against': return against(spec, look, effect);
    case 'bridge': return bridge(spec.steps, look, spec.effects ? effect : amount, effect);
    case 'ranges': return ranges(spec, look, effect);
    case 'certainty': return certainty(spec, look, effect);
  }
}

/** Value of the cumulative line at its end, beside it. */
function cumulativeEnd(look: Look, values: readonly number[]): Plugin<'bar' | 'line'> {
  return {
    id: 'cumulativeEnd',
    afterDatasetsDraw(chart) {
      const end = chart.getDatasetMeta(1).data.at(-1);
      if (!end) return;
      const { ctx } = chart;
      const value = values.at(-1) ?? 0;
      const beside = chart.chartArea.right + 6;
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = look.colours.ink;
      ctx.font = `600 ${look.text}px ${FAMILY}`;
      ctx.fillText(effectText(value, look.unit), beside, end.y - look.text * 0.65);
      ctx.font = `400 ${look.text}px ${FAMILY}`;
      ctx.fillStyle = look.colours.muted;
      ctx.fillText('opgeteld', beside, end.y + look.text * 0.65);
      ctx.restore();
    },
  };
}

function bridge(steps: Extract<Spec, { kind: 'bridge' }>['steps'], look: Look, amount: (v: number) => string, effect: (v: number) => string): Config {
  const c = look.colours;
  let level = 0;
  const levels: number[] = [];
  const bars = steps.map(({ value, total }): [number, number] => {
    const from = total ? 0 : level;
    level = total ? value : level + value;
    levels.push(level);
    return [from, level];
  });
  // A bridge is about its parts: where those are small beside the totals, the axis does not begin at zero and the totals say so by a break.
  const middle = bars.filter((_, i) => !steps[i]?.total).flat();
  const lowest = Math.min(...middle, ...levels);
  const span = Math.max(...middle, ...levels) - lowest;
  const cut = lowest > 0 && span > 0 && span < lowest * 0.5 ? Math.max(0, lowest - span * 0.6) : 0;
  // The first total is where it starts: grey.
  const first = steps.findIndex((s) => s.total);
  return {
    type: 'bar',
    data: {
      labels: steps.map((s) => wrapped(s.label)),
      datasets: [{
        type: 'bar', label: '', data: bars.map(([from, to], i) => (steps[i]?.total ? [cut, to] : [from, to])), barPercentage: 0.75, categoryPercentage: 0.85, maxBarThickness: look.text * 6,
        backgroundColor: steps.map((s, i) => (s.total ? (i === first ? c.nul : c.surface) : s.value < 0 ? c.v : c.n)),
        borderColor: steps.map((s, i) => (s.total && i !== first ? (c.scenarios[0] as string) : 'transparent')),
        borderWidth: steps.map((s, i) => (s.total && i !== first ? 2 : 0)),
      }],
    },
    options: {
      ...base(look, amount),
      layout: { padding: { top: look.text * 1.6, bottom: 4 } },
      scales: { x: { ...nameScale(look), ticks: { ...nameScale(look).ticks, autoSkip: false } }, y: { ...valueScale(look, amount, true), ...(lowest < 0 ? { grace: '12%' } : { min: cut, max: Math.max(...levels, ...middle) * 1.02, grace: 0 }) } },
      plugins: { ...base(look, amount).plugins, tooltip: { ...base(look, amount).plugins?.tooltip, callbacks: { title: ([item]) => steps[item?.dataIndex ?? 0]?.label ?? '', label: (item) => (steps[item.dataIndex]?.total ? amount(steps[item.dataIndex]?.value ?? 0) : effect(steps[item.dataIndex]?.value ?? 0)) } } },
    },
    plugins: [
      connections(look, levels),
      labels(look, false, (_d, i) => {
        const step = steps[i]!;
        const [low, top] = [Math.min(...bars[i]!), Math.max(...bars[i]!)];
        return { text: step.total ? amount(step.value) : effect(step.value), colour: step.total ? c.ink : step.value < 0 ? c.v : c.n, at: top <= 0 && low < 0 ? low : top };
      }),
      ...(cut > 0 ? [axisBreak(look, steps.map((s) => s.total === true))] : []),
    ],
  };
}

const LINE = 20;
const LINES = 3;

/** A name over at most three lines, so that neighbours keep apart. */
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`];
}

/** What the bars should stay below, as a dashed line through them. */
function boundLine(look: Look, value: number): Plugin<'bar' | 'line'> {
  return {
    id: 'boundLine',
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const x = Math.round(scales['x']?.getPixelForValue(value) ?? 0) + 0.5;
      ctx.save();
      ctx.strokeStyle = look.colours.ink;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** Lying effect bars, each with what else it could be as marks on its line. */
function against({ name, labels: names, values, marks }: Extract<Spec, { kind: 'against' }>, look: Look, effect: (v: number) => string): Config {
  const c = look.colours;
  // The first lies on top and is smallest, so that marks at the same place are all seen.
  const SHAPES = [{ pointStyle: 'circle', fill: c.ink, size: 0.4 }, { pointStyle: 'triangle', fill: c.surface, size: 0.7 }, { pointStyle: 'rect', fill: c.surface, size: 0.8 }] as const;
  const points = marks.map((mark, i): Dataset => {
    const { pointStyle, fill, size } = SHAPES[i % SHAPES.length]!;
    return {
      type: 'line', label: mark.name, data: [...mark.values], showLine: false, order: i, pointStyle, pointRadius: look.text * size, pointHoverRadius: look.text * size, pointBorderWidth: fill === c.ink ? 0 : 2, pointBorderColor: c.ink,
      pointBackgroundColor: fill, borderColor: c.ink, backgroundColor: fill,
    };
  });
  return {
    type: 'bar',
    data: {
      labels: [...names],
      datasets: [{ type: 'bar', label: name, data: [...values], order: marks.length, backgroundColor: values.map((e) => (e < 0 ? c.v : c.n)), barPercentage: 0.8, maxBarThickness: look.text * 1.5 }, ...points],
    },
    options: {
      ...base(look, effect),
      indexAxis: 'y',
      interaction: { mode: 'index', axis: 'y', intersect: false },
      layout: { padding: { right: look.text } },
      scales: { y: { ...nameScale(look), ticks: { ...nameScale(look).ticks, autoSkip: false } }, x: { ...valueScale(look, effect), grace: '4%', ticks: { ...valueScale(look, effect).ticks, maxTicksLimit: 8 } } },
    },
    // The list itself is what a later drawing replaces.
    plugins: [],
  };
}

/** Bars from the one effect to the other, V and N at their side of zero, with a stroke where the middle is. */
function ranges({ labels: names, ranges: list }: Extract<Spec, { kind: 'ranges' }>, look: Look, effect: (v: number) => string): Config {
  const c = look.colours;
  const ends = list.map(({ from, to }): [number, number] => [Math.min(from, to), Math.max(from, to)]);
  const bar = (colour: string, side: (v: number) => number): Dataset => ({
    type: 'bar', label: 'Effect', data: ends.map(([low, high]): [number, number] => [side(low), side(high)]), backgroundColor: colour, grouped: false, barPercentage: 0.8, maxBarThickness: look.text * 1.5,
  });
  return {
    type: 'bar',
    data: { labels: [...names], datasets: [bar(c.v, (v) => Math.min(v, 0)), bar(c.n, (v) => Math.max(v, 0))] },
    options: {
      ...base(look, effect),
      indexAxis: 'y',
      scales: { y: { ...nameScale(look), ticks: { ...nameScale(look).ticks, autoSkip: false } }, x: { ...valueScale(look, effect, true), ...roomBeyond(ends.flat(), effect, look, true) } },
      plugins: { ...base(look, effect).plugins, tooltip: { ...base(look, effect).plugins?.tooltip, callbacks: { label: (item) => `${effect(ends[item.dataIndex]![0])} tot ${effect(ends[item.dataIndex]![1])}` } } },
    },
    plugins: [rangeEnds(look, ends, list.map((r) => r.middle), effect)],
  };
}

/** Both ends of each range beside it, and its middle as a stroke. */
function rangeEnds(look: Look, ends: readonly [number, number][], middles: readonly number[], effect: (v: number) => string): Plugin<'bar' | 'line'> {
  return {
    id: 'rangeEnds',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const x = chart.scales['x'];
      if (!x) return;
      ctx.save();
      ctx.font = `600 ${look.text}px ${FAMILY}`;
      ctx.textBaseline = 'middle';
      for (const [i, element] of chart.getDatasetMeta(0).data.entries()) {
        const half = ((element as unknown as { height: number }).height / 2) + 3;
        for (const [k, value] of ends[i]!.entries()) {
          const at = x.getPixelForValue(value) + (k === 0 ? -6 : 6);
          ctx.fillStyle = effectColour(value, look);
          ctx.strokeStyle = look.colours.surface;
          ctx.lineWidth = 4;
          ctx.lineJoin = 'round';
          ctx.textAlign = k === 0 ? 'right' : 'left';
          ctx.strokeText(effect(value), at, element.y);
          ctx.fillText(effect(value), at, element.y);
        }
        const at = Math.round(x.getPixelForValue(middles[i] as number));
        ctx.strokeStyle = look.colours.surface;
        ctx.lineWidth = 4;
        ctx.beginPath();
        ctx.moveTo(at, element.y - half);
        ctx.lineTo(at, element.y + half);
        ctx.stroke();
        ctx.strokeStyle = look.colours.ink;
        ctx.lineWidth = 2;
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

/** How sure it is that the effect is no more than an amount: V at the one side of zero, N at the other. */
function certainty({ curve, marks }: Extract<Spec, { kind: 'certainty' }>, look: Look, effect: (v: number) => string): Config {
  const c = look.colours;
  return {
    type: 'line',
    data: {
      datasets: [{
        type: 'line', label: '', data: curve.map((x, p) => ({ x, y: p / 100 })), borderWidth: 2.5, pointRadius: 0, pointHoverRadius: 4, tension: 0,
        borderColor: c.n, backgroundColor: c.surface, segment: { borderColor: ({ p1 }) => ((p1.parsed.x ?? 0) <= 0 ? c.v : c.n) },
      }],
    },
    options: {
      ...base(look, effect),
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: { top: look.text, right: look.text * 1.5 } },
      scales: {
        x: { type: 'linear', border: { display: false }, grid: lines(look, false), ticks: { maxTicksLimit: 6, padding: 6, maxRotation: 0, color: c.muted, font: font(look), callback: (value) => effect(Number(value)) } },
        y: { ...valueScale(look, (value) => `${formatNumber(value * 100)} %`), min: 0, max: 1, grace: 0, ticks: { ...valueScale(look, (value) => `${formatNumber(value * 100)} %`).ticks, stepSize: 0.25 } },
      },
      plugins: { ...base(look, effect).plugins, tooltip: { ...base(look, effect).plugins?.tooltip, callbacks: { title: () => '', label: ({ parsed }) => `${formatNumber((parsed.y ?? 0) * 100)} % zeker: niet meer dan ${effect(parsed.x ?? 0)}` } } },
    },
    plugins: [certaintyMarks(look, marks, effect)],
  };
}

function certaintyMarks(look: Look, marks: readonly { share: number; effect: number }[], effect: (v: number) => string): Plugin<'bar' | 'line'> {
  return {
    id: 'certaintyMarks',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const { x, y } = chart.scales;
      if (!x || !y) return;
      ctx.save();
      ctx.font = `600 ${look.text}px ${FAMILY}`;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'middle';
      ctx.lineJoin = 'round';
      for (const mark of marks) {
        const [px, py] = [x.getPixelForValue(mark.effect), y.getPixelForValue(mark.share)];
        const text = `${formatNumber(mark.share * 100)} % zeker: ${effect(mark.effect)}`;
        ctx.fillStyle = look.colours.surface;
        ctx.strokeStyle = effectColour(mark.effect, look);
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.arc(px, py, 4, 0, 2 * Math.PI);
        ctx.fill();
        ctx.stroke();
        ctx.strokeStyle = look.colours.surface;
        ctx.lineWidth = 4;
        ctx.strokeText(text, px - 9, py);
        ctx.fillStyle = effectColour(mark.effect, look);
        ctx.fillText(text, px - 9, py);
      }
      ctx.restore();
    },
  };
}

/** Two short strokes through the foot of bars that do not begin at zero. */
function axisBreak(look: Look, broken: readonly boolean[]): Plugin<'bar' | 'line'> {
  return {
    id: 'axisBreak',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      for (const [i, element] of chart.getDatasetMeta(0).data.entries()) {
        if (!broken[i]) continue;
        const half = ((element as unknown as { width: number }).width / 2) + 4;
        const y = chartArea.bottom - 12;
        ctx.strokeStyle = look.colours.surface;
        ctx.lineWidth = 4;
        ctx.beginPath();
        ctx.moveTo(element.x - half, y + 4);
        ctx.lineTo(element.x + half, y - 4);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
