/** Cost lines of an arrangement or of the region, as a table of fields; what is seldom needed opens below its line, so that the outcome stays in sight. */
import { Fragment, useState, type ClipboardEvent } from 'react';
import type { Inzetregel } from '../../../models/project/types.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { useUnit } from '../../app/unit.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Figure } from '../../components/Figure.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { TextField } from '../../components/TextField.tsx';
import { formatAmount, formatEuro, unitLabel } from '../../format/amount.ts';
import { count, formatPlain, formatShare } from '../../format/number.ts';
import { REGELSOORT } from '../../help/words.ts';
import { withValue } from '../../stand/source.ts';
import { explain } from '../uitleg/explain.ts';
import { LineDetails } from './LineDetails.tsx';
import { useEditing } from './context.ts';
import { pastedBlock, place, tellRefused } from './paste.ts';
import { pasteLines, withKind } from './pastedLines.ts';

interface CostLinesProps {
  title: string;
  lines: readonly Inzetregel[];
  /** Those of the parent scenario, to show what differs. */
  parent: readonly Inzetregel[] | undefined;
  /** Undefined for the region. */
  school: string | undefined;
  readOnly: boolean;
  onChange: (lines: Inzetregel[], what: string, field?: string) => void;
}

const NEW_LINE: Record<Inzetregel['soort'], string> = { fte: 'Nieuwe functie', perLeerling: 'Nieuw bedrag per leerling', vast: 'Nieuw vast bedrag', eenmalig: 'Nieuw eenmalig bedrag' };
const KINDS = Object.entries(REGELSOORT).map(([value, label]) => ({ value: value as Inzetregel['soort'], label }));

export function CostLines({ title, lines, parent, school, readOnly, onChange }: CostLinesProps) {
  const { scenario, uitslag, frozen } = useEditing();
  const [unit] = useUnit();
  const [expanded, setExpanded] = useState<number>();
  const done = uitslag.ok ? uitslag.doorgerekend : undefined;
  const last = done ? done.evaluatie.kader.jaren.length - 1 : 0;
  const arrangement = done && school !== undefined ? done.evaluatie.effecten.findIndex((e) => e.arrangement.school === school) : undefined;
  const regels = done?.evaluatie.regels.map((r, index) => ({ r, index })).filter(({ r }) => r.arrangement === arrangement) ?? [];
  const year = done?.evaluatie.kader.jaren[last];

  const setLine = (i: number, values: Partial<Inzetregel>, what: string, field?: string): void => onChange(lines.map((l, j) => (j === i ? withValue(l, values) : l)), what, field && `regel ${i} ${field}`);
  const replaceLine = (i: number, line: Inzetregel, what: string, field?: string): void => onChange(lines.map((l, j) => (j === i ? line : l)), what, field && `regel ${i} ${field}`);
  const setKind = (i: number, soort: Inzetregel['soort']): void => replaceLine(i, withKind(lines[i]!, soort), `${lines[i]!.omschrijving} wordt ${REGELSOORT[soort].toLowerCase()}`);
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const block = readOnly ? undefined : pastedBlock(event);
    if (!block) return;
    const pasted = pasteLines(lines, block.row, block.column, block.cells);
    if (pasted.ok) onChange(pasted.lines, `${count(block.cells.length, 'regel', 'regels')} geplakt`);
    else tellRefused(pasted.refused);
  };
  const add = (soort: Inzetregel['soort']): void => {
    onChange([...lines, { omschrijving: NEW_LINE[soort], soort, bedrag: 0, ...(soort === 'fte' && { aantal: 1 }) }], `Regel toegevoegd (${REGELSOORT[soort].toLowerCase()})`);
    setExpanded(undefined);
  };
  const removeLine = (i: number): void => {
    setExpanded(undefined);
    onChange(lines.filter((_, j) => j !== i), `Regel verwijderd: ${lines[i]?.omschrijving ?? ''}`);
  };
  const differs = parent !== undefined && !gelijkeWaarde(parent, lines);
  const total = regels.reduce((sum, { r }) => sum + (r.perJaar[last] ?? 0), 0);

  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        {school === undefined ? <h2>{title}</h2> : <h3>{title}</h3>}
        {differs && !readOnly && <Button kind="quiet" icon="undo" onPress={() => onChange([...parent], 'Inzet teruggezet')}>Inzet van bovenliggend scenario</Button>}
      </div>
      {lines.length === 0 ? <p className="muted">{school === undefined ? 'Geen regionale inzet.' : 'Nog geen inzet: het arrangement kost niets.'}</p> : (
        <div className="lines-box">
          <table className="lines lines-fixed" aria-label={title} onPaste={onPaste}>
            <thead>
              <tr>
                <th scope="col" className="col-text">Omschrijving</th>
                <th scope="col" className="col-kind">Soort</th>
                <th scope="col" className="number col-count">Aantal</th>
                <th scope="col" className="number col-amount">Bedrag<br />€</th>
                <th scope="col" className="number col-share">Overhead<br />%</th>
                {!frozen && <th scope="col" className="number col-sum">In {year ?? 'laatste jaar'}<br />{unitLabel(unit)}</th>}
                <th scope="col" className="col-tools"><span className="visually-hidden">Meer</span></th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, i) => {
                const calculated = regels[i];
                const differing = parent !== undefined && !gelijkeWaarde(parent[i], line);
                return (
                  <Fragment key={i}>
                    <tr className={differing ? 'line-differs' : undefined}>
                      <td {...place(i, 0)}><TextField label={`Omschrijving regel ${i + 1}`} labelHidden tip="omschrijving" value={line.omschrijving} readOnly={readOnly} onChange={(omschrijving) => omschrijving.trim() !== '' && setLine(i, { omschrijving }, `Omschrijving ${omschrijving}`, 'omschrijving')} /></td>
                      <td {...place(i, 1)}><Select label={`Soort regel ${i + 1}`} labelHidden tip="regelsoort" value={line.soort} options={KINDS} isDisabled={readOnly} onChange={(soort) => setKind(i, soort)} /></td>
                      <td {...place(i, 2)}>{line.soort === 'perLeerling' ? null : <NumberField label={`Aantal regel ${i + 1}`} labelHidden tip="aantal" minimum={0} step={0.1} decimals={3} optional={line.soort !== 'fte'} placeholder="1" value={line.aantal} readOnly={readOnly} onChange={(aantal) => setLine(i, { aantal }, `Aantal ${line.omschrijving} ${aantal === undefined ? '1' : formatPlain(aantal)}`, 'aantal')} />}</td>
                      <td {...place(i, 3)}><NumberField label={`Bedrag regel ${i + 1}`} labelHidden tip="bedrag" {...(line.soort === 'fte' || line.soort === 'perLeerling' ? { minimum: 0 } : {})} step={500} decimals={2} value={line.bedrag} readOnly={readOnly} onChange={(bedrag) => bedrag !== undefined && setLine(i, { bedrag, opbouw: undefined }, `Bedrag ${line.omschrijving} ${formatEuro(bedrag)}`, 'bedrag')} /></td>
                      <td {...place(i, 4)}>{line.soort === 'fte' ? <NumberField label={`Overhead regel ${i + 1}`} labelHidden tip="overhead" scale={100} minimum={0} maximum={100} step={1} optional placeholder="0" value={line.overhead} readOnly={readOnly} onChange={(overhead) => setLine(i, { overhead }, `Overhead ${line.omschrijving} ${formatShare(overhead ?? 0)}`, 'overhead')} /> : null}</td>
                      {!frozen && <td className="number">{calculated && <Figure text={formatAmount(calculated.r.perJaar[last] ?? 0, unit)} label={`Kosten ${line.omschrijving}`} onOpen={() => explain({ soort: 'regel', scenario: scenario.id, regel: calculated.index, jaar: last })} />}</td>}
                      <td className="col-tools">
                        <IconButton icon={expanded === i ? 'up' : 'down'} label={expanded === i ? `Minder van ${line.omschrijving}` : `Meer van ${line.omschrijving}: opbouw, dekking, index, periode, sleutel, bron`} aria-expanded={expanded === i} onPress={() => setExpanded(expanded === i ? undefined : i)} />
                      </td>
                    </tr>
                    {expanded === i && <tr className="line-more"><td colSpan={frozen ? 6 : 7}><LineDetails line={line} regional={school === undefined} readOnly={readOnly} onSet={(values, what, field) => setLine(i, values, what, field)} onReplace={(l, what, field) => replaceLine(i, l, what, field)} onRemove={() => removeLine(i)} /></td></tr>}
                  </Fragment>
                );
              })}
            </tbody>
            {!frozen && <tfoot><tr><td colSpan={5}>Totaal, alle dragers</td><td className="number">{formatAmount(total, unit)}</td><td>{null}</td></tr></tfoot>}
          </table>
        </div>
      )}
      {!readOnly && (
        <div className="screen-actions">
          {KINDS.map(({ value, label }) => <Button key={value} kind="quiet" icon="plus" onPress={() => add(value)}>{label}</Button>)}
        </div>
      )}
    </section>
  );
}
