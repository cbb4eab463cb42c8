/** Around every chart: the message as its title, period and unit below it, the same figures as a table, and a copy to take along for one kind of reader. */
import { lazy, Suspense, useRef, useState } from 'react';
import { useUnit } from '../app/unit.ts';
import { download } from '../client/client.ts';
import { IconButton } from '../components/Button.tsx';
import { toClipboard } from '../components/grid/clipboard.ts';
import { tellFault } from '../components/Toast.tsx';
import { askReader, type For } from '../lezer/ask.ts';
import type { ChartHolds } from '../lezer/holds.ts';
import { VOORBEELD } from '../lezer/lezers.ts';
import { withMark } from '../lezer/line.ts';
import { useOpen } from '../stand/hooks.ts';
import type { ChartContents } from './contents.ts';
import './ChartFrame.css';

const Canvas = lazy(() => import('./Canvas.tsx'));

export interface ChartFrameProps extends ChartContents {
  /** What of it another reader than intern may see. */
  holds: ChartHolds;
  /** Pixels. */
  height: number;
  /** For a meeting: larger text, no tools. */
  large?: boolean;
}

/** What a chart is for a reader; a fault where all of it is hidden. */
function contentsFor(reader: For, holds: ChartHolds, own: ChartContents): ChartContents {
  if (!reader.published) return own;
  const contents = typeof holds === 'object' ? holds.published(reader.published) : undefined;
  if (!contents) throw new Error('Wat deze grafiek toont is voor deze lezer verborgen.');
  return contents;
}

export function ChartFrame({ holds, height, large, ...own }: ChartFrameProps) {
  const { title, subtitle, description, spec, table } = own;
  const [unit] = useUnit();
  const { stand } = useOpen();
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const example = stand.voorbeeld ? 'Voorbeeld. ' : '';
  const source = `${stand.project.naam} · stand ${stand.revisie}`;

  /** Asks for whom, unless it is the same for every reader. */
  const ask = (verb: 'Kopiëren' | 'Bewaren', deliver: (contents: ChartContents, lines: readonly string[]) => Promise<void>): void => {
    if (holds === 'aannames') {
      void deliver(own, stand.voorbeeld ? [VOORBEELD] : []).catch(tellFault);
      return;
    }
    askReader({ title, verb, scenarios: holds === 'intern' ? undefined : holds.scenarios, deliver: (reader) => deliver(contentsFor(reader, holds, own), reader.lines) });
  };
  const draw = async (contents: ChartContents, lines: readonly string[]): Promise<Blob> => {
    const beside = frame.current;
    if (!beside) throw new Error('De grafiek is niet meer in beeld.');
    const { picture } = await import('./picture.ts');
    return picture({ contents, lines: [source, ...lines], unit, width: beside.clientWidth, height, beside });
  };
  const copyPicture = (): void => ask('Kopiëren', async (contents, lines) => navigator.clipboard.write([new ClipboardItem({ 'image/png': await draw(contents, lines) })]));
  const savePicture = (): void => ask('Bewaren', async (contents, lines) => download(await draw(contents, lines), `${contents.title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80)}.png`));
  const copyTable = (): void => ask('Kopiëren', (contents, lines) => navigator.clipboard.writeText(withMark(toClipboard([contents.table.columns, ...contents.table.rows]), ...lines)));

  return (
    <figure ref={frame} className={large ? 'chart chart-large' : 'chart'}>
      <figcaption className="chart-head">
        <div>
          <p className="chart-title">{stand.voorbeeld && <em>Voorbeeld. </em>}{title}</p>
          <p className="chart-subtitle">{subtitle}</p>
        </div>
        {!large && (
          <div className="chart-tools screen-only">
            <IconButton icon={asTable ? 'chart' : 'table'} label={asTable ? 'Als grafiek' : 'Als tabel'} onPress={() => setAsTable(!asTable)} />
            <IconButton icon="copy" label={asTable ? 'Tabel kopiëren' : 'Grafiek kopiëren'} onPress={asTable ? copyTable : copyPicture} />
            {!asTable && <IconButton icon="download" label="Grafiek bewaren als PNG" onPress={savePicture} />}
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
            <Canvas spec={spec} unit={unit} text={large ? 20 : 12} description={example + description} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}
