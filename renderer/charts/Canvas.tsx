/** The drawing itself; loaded when the first chart is shown. A change of figures draws anew in the same place, without motion. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { useEffect, useRef, type RefObject } from 'react';
import { useIsDark } from '../app/theme.ts';
import type { AmountUnit } from '../format/amount.ts';
import { readColours, type Colours } from './colours.ts';
import { configOf } from './grammar.ts';
import type { Spec } from './spec.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** @param canvas is given the element, for who wants a picture of it */
export default function Canvas({ spec, unit, text, description, canvas }: { spec: Spec; unit: AmountUnit; text: number; description: string; canvas: RefObject<HTMLCanvasElement | null> }) {
  const dark = useIsDark();
  const chart = useRef<Chart>(undefined);
  const colours = useRef<{ dark: boolean; read: Colours }>(undefined);

  useEffect(() => {
    const element = canvas.current;
    if (!element?.parentElement) return;
    if (colours.current?.dark !== dark) colours.current = { dark, read: readColours(element.parentElement) };
    const config = configOf(spec, { colours: colours.current.read, unit, text });
    if (chart.current) {
      chart.current.data = config.data as Chart['data'];
      chart.current.options = config.options as Chart['options'];
      // The list itself is the chart's own: its contents are replaced.
      (chart.current.config as unknown as { plugins: unknown[] }).plugins.splice(0, Infinity, ...(config.plugins ?? []));
      chart.current.update('none');
    } else chart.current = new Chart(element, config) as unknown as Chart;
  }, [spec, unit, text, dark, canvas]);
  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = undefined;
    },
    [],
  );

  return <canvas ref={canvas} role="img" aria-label={description} />;
}
