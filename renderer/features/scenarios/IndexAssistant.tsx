/**
 * The rate at which contracts rise, as VNG advises it: from published figures, each with its source, to a rate of one year with that source written beside it.
 * Nothing is filled in of a year that the program has no figures of.
 */
import { useState } from 'react';
import type { Bronvermelding, IndexNaam } from '../../../models/project/types.ts';
import { INDEXCIJFERS, type Indexcijfers, type Indexopgave } from '../../../models/project/indexcijfers.ts';
import { indexadvies } from '../../../models/rekenen/indexassistent.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { formatPlain, formatShare } from '../../format/number.ts';
import './IndexAssistant.css';

/** The figures, each with its own source. Weights and rates are fractions. */
const FIGURES = ['ova', 'ppc', 'vorigeOva', 'vorigePpc', 'definitieveOva', 'definitievePpc', 'gewicht'] as const;
type FigureName = (typeof FIGURES)[number];
type Figures = Partial<Record<FigureName, { waarde?: number; bron?: string; datum?: string | undefined }>>;

/** Which indexes it is about: labour cost and prices, not numbers of children. */
const KINDS = [{ value: 'loon', label: 'Loon' }, { value: 'prijs', label: 'Prijs' }] as const satisfies readonly { value: IndexNaam; label: string }[];
const OWN = 'eigen';

/** @param jaar undefined while it is not known of which year the figures are */
function nameOf(figure: FigureName, jaar: number | undefined): string {
  const [dit, vorig] = jaar === undefined ? ['van het jaar zelf', 'van het jaar ervoor'] : [jaar, jaar - 1];
  return {
    ova: `OVA ${dit}, voorlopig`, ppc: `PPC ${dit}, voorlopig`, vorigeOva: `OVA ${vorig}, voorlopig`, vorigePpc: `PPC ${vorig}, voorlopig`,
    definitieveOva: `OVA ${vorig}, definitief`, definitievePpc: `PPC ${vorig}, definitief`, gewicht: 'Gewicht van OVA; de rest is PPC',
  }[figure];
}

function published({ gewichten, voorlopig, vorigJaar, bron, datum }: Indexcijfers): Figures {
  const waarden: Record<FigureName, number> = {
    ova: voorlopig.ova, ppc: voorlopig.ppc, vorigeOva: vorigJaar.voorlopig.ova, vorigePpc: vorigJaar.voorlopig.ppc,
    definitieveOva: vorigJaar.definitief.ova, definitievePpc: vorigJaar.definitief.ppc, gewicht: gewichten.ova,
  };
  return Object.fromEntries(FIGURES.map((f) => [f, { waarde: waarden[f], bron, datum }]));
}

/** What the calculation needs; undefined while a figure is missing. */
function opgave(figures: Figures): Indexopgave | undefined {
  const w = Object.fromEntries(FIGURES.map((f) => [f, figures[f]?.waarde])) as Record<FigureName, number | undefined>;
  if (FIGURES.some((f) => w[f] === undefined)) return undefined;
  const zeker = w as Record<FigureName, number>;
  return {
    gewichten: { ova: zeker.gewicht, ppc: Number((1 - zeker.gewicht).toPrecision(12)) },
    voorlopig: { ova: zeker.ova, ppc: zeker.ppc },
    vorigJaar: { voorlopig: { ova: zeker.vorigeOva, ppc: zeker.vorigePpc }, definitief: { ova: zeker.definitieveOva, ppc: zeker.definitievePpc } },
  };
}

/** A rate with as many decimals as the calculation has. */
const rate = (share: number): string => `${formatPlain(share * 100, 4)}\u00a0%`;
const weighed = (w: Indexopgave['gewichten'], d: Indexopgave['voorlopig']): string => `${formatPlain(w.ova)} × ${rate(d.ova)} + ${formatPlain(w.ppc)} × ${rate(d.ppc)}`;
const product = (w: Indexopgave['gewichten'], d: Indexopgave['voorlopig']): number => w.ova * d.ova + w.ppc * d.ppc;

interface IndexAssistantProps {
  isOpen: boolean;
  onClose: () => void;
  /** The years whose rates the calculation uses. */
  years: readonly number[];
  /** The rate that is there now. */
  rateOf: (name: IndexNaam, year: number) => number;
  onTake: (name: IndexNaam, year: number, rate: number, source: Required<Pick<Bronvermelding, 'bron' | 'status'>> & Bronvermelding) => void;
}

export function IndexAssistant({ isOpen, onClose, ...rest }: IndexAssistantProps) {
  return isOpen ? <Assistant onClose={onClose} {...rest} /> : null;
}

function Assistant({ onClose, years, rateOf, onTake }: Omit<IndexAssistantProps, 'isOpen'>) {
  const newest = INDEXCIJFERS.at(-1);
  const [from, setFrom] = useState(newest ? String(newest.jaar) : OWN);
  const [figures, setFigures] = useState<Figures>(newest ? published(newest) : {});
  const [ownYear, setOwnYear] = useState<number>();
  const [checked, setChecked] = useState(false);
  const [kind, setKind] = useState<IndexNaam>();
  const known = INDEXCIJFERS.find((c) => String(c.jaar) === from);
  const jaar = known?.jaar ?? ownYear;
  const [forYear, setForYear] = useState(years.includes(known?.jaar ?? Number.NaN) ? known?.jaar : undefined);

  const choose = (value: string): void => {
    setFrom(value);
    const set = INDEXCIJFERS.find((c) => String(c.jaar) === value);
    setFigures(set ? published(set) : {});
    setChecked(false);
  };
  const change = (figure: FigureName, values: Partial<NonNullable<Figures[FigureName]>>): void => {
    setFigures({ ...figures, [figure]: { ...figures[figure], ...values } });
    setChecked(false);
  };
  const complete = opgave(figures);
  const advice = complete && indexadvies(complete);
  const unsourced = FIGURES.filter((f) => figures[f]?.waarde !== undefined && !figures[f]?.bron?.trim());
  const dated = FIGURES.every((f) => figures[f]?.datum !== undefined);
  const missing = [
    ...(jaar === undefined ? ['het jaar van de cijfers'] : []), ...(complete ? [] : ['alle cijfers']), ...(complete && unsourced.length > 0 ? ['de bron van elk cijfer'] : []),
    ...(kind === undefined ? ['welke index'] : []), ...(forYear === undefined ? ['voor welk jaar'] : []),
  ];

  const take = (): void => {
    if (!advice || !complete || jaar === undefined || kind === undefined || forYear === undefined || missing.length > 0) return;
    const sources = [...new Set(FIGURES.map((f) => figures[f]?.bron?.trim() ?? ''))];
    const dates = FIGURES.flatMap((f) => figures[f]?.datum ?? []).sort();
    const latest = dates.at(-1);
    onTake(kind, forYear, advice.afgerond, {
      bron: `indexassistent ${jaar}: ${weighed(complete.gewichten, complete.voorlopig)} + correctie ${jaar - 1} ${rate(advice.correctie)} = ${rate(advice.index)}; ${sources.join('; ')}`,
      // Figures of one year used for another stay an assumption, however well they were looked up.
      status: checked && jaar === forYear ? 'vastgesteld' : 'aanname',
      ...(latest !== undefined && { datum: latest }),
    });
    onClose();
  };

  return (
    <Dialog
      title="Indexassistent"
      width="wide"
      isOpen
      onClose={onClose}
      actions={<><span className="note">{missing.length > 0 ? `Nog nodig: ${missing.join(', ')}.` : ''}</span><Button onPress={onClose}>Annuleren</Button><Button kind="primary" isDisabled={missing.length > 0} onPress={take}>Overnemen</Button></>}
    >
      <p className="muted">Index van een jaar = gewogen voorlopige OVA (lonen in de zorg) en PPC (prijzen) van dat jaar, plus wat het jaar ervoor definitief meer of minder werd dan waarmee toen is geïndexeerd.</p>
      <div className="index-from">
        <Select label="Cijfers van" value={from} options={[...INDEXCIJFERS.toReversed().map((c) => ({ value: String(c.jaar), label: String(c.jaar) })), { value: OWN, label: 'Zelf invullen' }]} onChange={choose} />
        {!known && <NumberField label="Jaar van de cijfers" whole ungrouped minimum={2000} maximum={2100} value={ownYear} onChange={setOwnYear} />}
        <p className="note">{known ? `Bekend in het programma: ${known.bron}. Status: ${known.status}.` : 'Van dit jaar heeft het programma geen cijfers: vul ze in met hun bron.'}</p>
      </div>
      <div className="lines-box">
        <table className="lines index-figures">
          <thead><tr><th scope="col" className="col-figure">Cijfer</th><th scope="col" className="number col-amount">%</th><th scope="col">Bron</th><th scope="col" className="col-date">Datum</th></tr></thead>
          <tbody>
            {FIGURES.map((f) => {
              const name = nameOf(f, jaar);
              return (
                <tr key={f}>
                  <td>{name}</td>
                  <td><NumberField label={name} labelHidden tip={f === 'gewicht' ? 'gewichtOva' : 'indexcijfer'} scale={100} minimum={f === 'gewicht' ? 0 : -20} maximum={f === 'gewicht' ? 100 : 50} step={f === 'gewicht' ? 5 : 0.1} value={figures[f]?.waarde} onChange={(waarde) => waarde !== undefined && change(f, { waarde })} /></td>
                  <td><TextField label={`Bron van ${name}`} labelHidden value={figures[f]?.bron ?? ''} onChange={(bron) => change(f, { bron })} placeholder="bijvoorbeeld brief van het ministerie" /></td>
                  <td><DateField label={`Datum van de bron van ${name}`} labelHidden optional value={figures[f]?.datum} onChange={(datum) => change(f, { datum })} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {advice && complete && jaar !== undefined ? (
        <dl className="index-sum" aria-live="polite">
          <dt>Voorlopig {jaar}</dt><dd>{weighed(complete.gewichten, complete.voorlopig)} = {rate(advice.voorlopig)}</dd>
          <dt>Correctie over {jaar - 1}: definitief min voorlopig</dt>
          <dd>({weighed(complete.gewichten, complete.vorigJaar.definitief)} = {rate(product(complete.gewichten, complete.vorigJaar.definitief))}) − ({weighed(complete.gewichten, complete.vorigJaar.voorlopig)} = {rate(product(complete.gewichten, complete.vorigJaar.voorlopig))}) = {rate(advice.correctie)}</dd>
          <dt>Index {jaar}, afgerond op honderdsten van een procent</dt><dd><span className="index-outcome">{formatShare(advice.afgerond)}</span> = {rate(advice.voorlopig)} + {rate(advice.correctie)} = {rate(advice.index)}</dd>
        </dl>
      ) : <p className="muted index-sum">De uitkomst verschijnt zodra alle cijfers er zijn.</p>}
      <Checkbox isSelected={checked} isDisabled={!dated} onChange={setChecked}>Deze cijfers zijn nagezocht in de bron</Checkbox>
      {!checked && <p className="note">Zolang dat niet zo is, krijgt de index de status aanname: niet geverifieerd.{!dated && ' Noem daarvoor ook de datum van elke bron.'}</p>}
      <div className="index-take">
        <Select label="Overnemen als index" value={kind} options={KINDS} onChange={setKind} />
        <Select label="Voor jaar" value={forYear === undefined ? undefined : String(forYear)} options={years.map((y) => ({ value: String(y), label: String(y) }))} onChange={(y) => setForYear(Number(y))} />
        <p className="note">{kind !== undefined && forYear !== undefined ? `Nu ${formatShare(rateOf(kind, forYear))}.` : ''}</p>
      </div>
      {forYear !== undefined && jaar !== undefined && forYear !== jaar && <Notice>De cijfers zijn van {jaar} en worden gebruikt voor {forYear}. Dat blijft een aanname; in de bron komt het te staan.</Notice>}
    </Dialog>
  );
}
