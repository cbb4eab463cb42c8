/** Keys side by side: who gains and who loses by another division, always with profijt (kosten) as one of them. */
import { useMemo, useState } from 'react';
import { SLEUTELVARIABELEN, type Sleutel, type Sleutelvariabele } from '../../../models/project/types.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { verdelingVan } from '../../../models/project/standaard.ts';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Segments, Select } from '../../components/Select.tsx';
import { Switch } from '../../components/Checkbox.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { directionOf, formatAmount, unitLabel } from '../../format/amount.ts';
import { formatSigned } from '../../format/number.ts';
import { sleutelWoorden, VARIABELEN } from '../../help/words.ts';
import { variantOf, type Doorgerekend } from '../../stand/doorrekening.ts';
import { useOpen } from '../../stand/hooks.ts';
import type { Vergeleken } from './verschil.ts';

type Show = 'effect' | 'bijdrage' | 'procent' | 'inwoner';
const SHOW: { value: Show; label: string }[] = [{ value: 'effect', label: 'Effect' }, { value: 'bijdrage', label: 'Bijdrage' }, { value: 'procent', label: '% van nul' }, { value: 'inwoner', label: '€ per inwoner' }];

interface Variant { key: string; label: string; own: boolean; d: Doorgerekend }
interface Row { code: string; naam: string; values: readonly { effect: number; bijdrage: number; nul: number }[]; inwoners: number | undefined }

export function Keys({ compared }: { compared: readonly Vergeleken[] }) {
  const open = useOpen();
  const [unit] = useUnit();
  const [chosen, setChosen] = useState<string>();
  const [chosenYear, setYear] = useState<string>();
  const [show, setShow] = useState<Show>('effect');
  const [ingroei, setIngroei] = useState(true);
  const c = compared.find((x) => x.d.scenario.id === chosen) ?? compared[0]!;
  const { scenario, gegevens: g, evaluatie } = c.d;
  const own = verdelingVan(scenario);
  const years = evaluatie.kader.jaren;
  const y = Math.max(0, years.indexOf(Number(chosenYear ?? years.at(-1))));

  const { variants, missing } = useMemo(() => {
    const deelnemers = evaluatie.deelnemers.map((k) => g.gemeenten[k]!);
    const possible = (v: Sleutelvariabele): boolean => (v !== 'inwoners' && v !== 'inwonersJeugd') || deelnemers.every((x) => x[v] !== undefined);
    const keys: { label: string; sleutel: Sleutel; own: boolean }[] = SLEUTELVARIABELEN.filter(possible).map((v) => ({ label: VARIABELEN[v], sleutel: { [v]: 1 }, own: gelijkeWaarde({ [v]: 1 }, own.sleutel) }));
    if (!keys.some((k) => k.own)) keys.unshift({ label: `Gekozen: ${sleutelWoorden(own.sleutel)}`, sleutel: own.sleutel, own: true });
    const list = keys.flatMap(({ label, sleutel, own: isOwn }): Variant[] => {
      const { ingroei: path, ...rest } = own;
      const uitslag = variantOf(open, { ...scenario, verdeling: { ...rest, sleutel, ...(ingroei && path && { ingroei: path }) } });
      return uitslag.ok ? [{ key: label, label: isOwn && !label.startsWith('Gekozen') ? `${label} (gekozen)` : label, own: isOwn, d: uitslag.doorgerekend }] : [];
    });
    return { variants: list, missing: SLEUTELVARIABELEN.filter((v) => !possible(v)) };
  }, [open, scenario, evaluatie, g, own, ingroei]);

  const rowOf = (code: string, naam: string, inwoners: number | undefined, codes: readonly string[]): Row => ({
    code, naam, inwoners,
    values: variants.map(({ d }) => ({
      effect: codes.reduce((s, x) => s + (d.uitkomst.effect.perGemeente[x]?.[y] ?? 0), 0),
      bijdrage: codes.reduce((s, x) => s + (d.uitkomst.bijdragenAfgerond[x]?.[y] ?? 0), 0),
      nul: codes.reduce((s, x) => s + (d.nul.perGemeente[x]?.[y] ?? 0), 0),
    })),
  });
  const codes = evaluatie.deelnemers.map((k) => g.gemeenten[k]!.code);
  const rows = codes.map((code) => rowOf(code, g.gemeenten[g.gemeenteIndex.get(code)!]!.naam, g.gemeenten[g.gemeenteIndex.get(code)!]!.inwoners, [code]));
  const footer = rowOf('', 'Samen', undefined, codes);
  const counts = variants.map((_, i) => rows.filter((r) => directionOf(r.values[i]!.effect) === 'V').length);
  const text = (r: Row, i: number): string => {
    const v = r.values[i]!;
    switch (show) {
      case 'effect': return effectText(v.effect, unit);
      case 'bijdrage': return formatAmount(v.bijdrage, unit);
      case 'procent': return v.nul === 0 ? '' : `${formatSigned((v.effect / v.nul) * 100, 1)} % ${directionOf(v.effect)}`;
      case 'inwoner': return r.inwoners ? `${formatSigned(v.effect / r.inwoners, 2)} ${directionOf(v.effect)}` : '';
    }
  };
  const unitText = show === 'effect' || show === 'bijdrage' ? unitLabel(unit) : show === 'procent' ? '%' : '€';
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Gemeente', width: 170, text: (r) => r.naam, sort: (r) => r.naam },
    ...variants.map((v, i): Column<Row> => ({
      id: v.key, title: v.label, unit: `${unitText} · ${counts[i]} V`, explanation: v.own ? 'De sleutel van het scenario' : `Als alles naar ${v.label} werd verdeeld`, width: 148, align: 'right',
      text: (r) => text(r, i), sort: (r) => r.values[i]!.effect,
      render: (r) => (show === 'effect' ? <Effect value={r.values[i]!.effect} unit={unit} /> : show === 'bijdrage' ? text(r, i) : <span className={`effect effect-${directionOf(r.values[i]!.effect).toLowerCase()}`}>{text(r, i)}</span>),
    })),
  ];
  return (
    <>
      <div className="toolbar">
        {compared.length > 1 && <div className="compare-scenario"><Select label="Scenario" labelHidden value={scenario.id} options={compared.map((x) => ({ value: x.d.scenario.id, label: x.d.scenario.naam }))} onChange={setChosen} /></div>}
        <div className="compare-year"><Select label="Jaar" labelHidden value={String(years[y])} options={years.map((v) => ({ value: String(v), label: String(v) }))} onChange={setYear} /></div>
        <Segments label="Toon" labelHidden value={show} options={SHOW} onChange={setShow} />
        {own.ingroei && <Switch isSelected={ingroei} onChange={setIngroei}>Met ingroei</Switch>}
      </div>
      <p className="muted compare-note">Zelfde scenario, andere sleutel. “{VARIABELEN.kosten}” verdeelt naar wat nu vervangbaar is en is de referentie. V is voordelig ten opzichte van het eigen nulscenario.</p>
      <DataGrid label="Sleutels naast elkaar" name="sleutels" columns={columns} rows={rows} rowKey={(r) => r.code} footer={[footer]} />
      {missing.length > 0 && <Notice level="info">{missing.map((v) => VARIABELEN[v]).join(' en ')} ontbreken bij een deelnemer; die sleutels zijn niet te berekenen.</Notice>}
    </>
  );
}
