/** The drawing itself; loaded when the first chart is shown. A change of figures draws anew in the same place, without motion. */
import { useEffect, useRef } from 'react';
import { useIsDark } from '../app/theme.ts';
import type { AmountUnit } from '../format/amount.ts';
import { Chart } from './chart.ts';
import { readColours, type Colours } from './colours.ts';
import { configOf } from './grammar.ts';
import type { Spec } from './spec.ts';

export default function Canvas({ spec, unit, text, description }: { spec: Spec; unit: AmountUnit; text: number; description: string }) {
  const dark = useIsDark();
  const canvas = useRef<HTMLCanvasElement>(null);
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
  }, [spec, unit, text, dark]);
  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = undefined;
    },
    [],
  );

  return <canvas ref={canvas} role="img" aria-label={description} />;
}
