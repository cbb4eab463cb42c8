/** Around every chart: the message as its title, period and unit below it, the same figures as a table, and a picture to take along. */
import { lazy, Suspense, useRef, useState } from 'react';
import { useUnit } from '../app/unit.ts';
import { download } from '../client/client.ts';
import { IconButton } from '../components/Button.tsx';
import { tell, tellFault } from '../components/Toast.tsx';
import { useOpen } from '../stand/hooks.ts';
import { picture } from './picture.ts';
import type { Spec } from './spec.ts';
import './ChartFrame.css';

const Canvas = lazy(() => import('./Canvas.tsx'));

export interface ChartTable { columns: readonly string[]; rows: readonly (readonly string[])[] }

export interface ChartFrameProps {
  /** The message: "Vanaf 2029 V € 0,3 mln per jaar". */
  title: string;
  /** Period and unit. */
  subtitle: string;
  /** One sentence for who cannot see it. */
  description: string;
  spec: Spec;
  table: ChartTable;
  /** Pixels. */
  height: number;
  /** For a meeting: larger text, no tools. */
  large?: boolean;
}

export function ChartFrame({ title, subtitle, description, spec, table, height, large }: ChartFrameProps) {
  const [unit] = useUnit();
  const { stand } = useOpen();
  const [asTable, setAsTable] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const example = stand.voorbeeld ? 'Voorbeeld. ' : '';
  const source = `${stand.project.naam} · stand ${stand.revisie}`;

  const take = async (how: 'copy' | 'save'): Promise<void> => {
    if (!canvas.current) return;
    try {
      const blob = await picture(canvas.current, { title: example + title, subtitle, source });
      if (how === 'save') return download(blob, `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80)}.png`);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      tell('Grafiek gekopieerd.');
    } catch (fault) {
      tellFault(fault);
    }
  };

  return (
    <figure className={large ? 'chart chart-large' : 'chart'}>
      <figcaption className="chart-head">
        <div>
          <p className="chart-title">{stand.voorbeeld && <em>Voorbeeld. </em>}{title}</p>
          <p className="chart-subtitle">{subtitle}</p>
        </div>
        {!large && (
          <div className="chart-tools screen-only">
            <IconButton icon={asTable ? 'chart' : 'table'} label={asTable ? 'Als grafiek' : 'Als tabel'} onPress={() => setAsTable(!asTable)} />
            {!asTable && <IconButton icon="copy" label="Grafiek kopiëren" onPress={() => void take('copy')} />}
            {!asTable && <IconButton icon="download" label="Grafiek bewaren als PNG" onPress={() => void take('save')} />}
          </div>
        )}
      </figcaption>
      {asTable ? (
        <div className="chart-table-box" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={`Tabel: ${title}`}>
          <table className="chart-table">
            <thead><tr>{table.columns.map((c, i) => <th key={c} scope="col" className={i > 0 ? 'number' : undefined}>{c}</th>)}</tr></thead>
            <tbody>{table.rows.map((row) => <tr key={row[0]}>{row.map((cell, i) => (i === 0 ? <th key={table.columns[i]} scope="row">{cell}</th> : <td key={table.columns[i]} className="number">{cell}</td>))}</tr>)}</tbody>
          </table>
        </div>
      ) : (
        <div className="chart-canvas" style={{ height }}>
          <Suspense fallback={null}>
            <Canvas spec={spec} unit={unit} text={large ? 20 : 12} description={example + description} canvas={canvas} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}
