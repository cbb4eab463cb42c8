/** The sheet of one school. */
import type { ReactNode } from 'react';
import type { School } from '../../../models/project/types.ts';
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { useSmall } from '../../app/small.ts';
import { useUnit } from '../../app/unit.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { CellMark } from '../../components/grid/column.ts';
import { Small } from '../../components/Small.tsx';
import { formatAmount, formatEuroShort, unitLabel } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { count, formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { SCHOOLSOORT } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { explain } from '../uitleg/explain.ts';
import type { LocatieRow } from './Locaties.tsx';
import { matrixOf } from './figures.ts';

export function LocatiePanel({ row: { l }, school, nulmeting: { gegevens: g }, onClose }: { row: LocatieRow; school: School; nulmeting: Nulmeting; onClose: () => void }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const small = useSmall();
  const s = g.schoolIndex.get(school.id) ?? 0;
  const G = g.gemeenten.length;
  const m = matrixOf(g);
  const perProduct = new Map<number, number>();
  for (let c = g.celVan[s] as number; c < (g.celVan[s + 1] as number); c++) perProduct.set(g.celProduct[c] as number, (perProduct.get(g.celProduct[c] as number) ?? 0) + (g.celBasis[c] as number));
  const products = [...perProduct].sort((a, b) => b[1] - a[1]);
  const gemeenten = g.gemeenten.map((gem, k) => ({ gem, leerlingen: m.leerlingen[s * G + k] as number, jeugdigen: m.jeugdigen[s * G + k] as number, kosten: m.kosten[s * G + k] as number })).filter((x) => x.leerlingen > 0 || x.kosten !== 0);
  const existing = (project.bestaandeArrangementen ?? []).filter((b) => b.school === school.id);
  const facts = [
    l.aanbieders === undefined || l.aanbieders === 0 ? undefined : `Zij komt van ${count(l.aanbieders, 'aanbieder', 'aanbieders')}${l.effectieveAanbieders == null ? '' : `, naar omvang zo veel als ${formatPlain(l.effectieveAanbieders, 1)} even grote`}, en wordt betaald door ${count(l.gemeenten ?? 0, 'gemeente', 'gemeenten')}.`,
    l.aanbiedersPerJeugdige == null ? undefined : `Een jeugdige heeft gemiddeld ${formatPlain(l.aanbiedersPerJeugdige, 2)} aanbieders.`,
    l.gemiddeldeLooptijd == null ? undefined : `Een indicatie duurt gemiddeld ${formatPlain(l.gemiddeldeLooptijd, 1)} maanden${l.aandeelVerlengd == null ? '' : `; ${formatShare(l.aandeelVerlengd, 0)} volgt op een eerdere`}.`,
    l.kosten > 0 ? `Van ${formatEuroShort(l.kosten)} per jaar zou een collectief arrangement ${formatEuroShort(l.vervangbaar)} kunnen vervangen.` : undefined,
  ].filter((x) => x !== undefined);
  return (
    <Dialog title={school.naam} isOpen onClose={onClose} side>
      <div className="explain">
        <p className="muted">{[SCHOOLSOORT[school.soort], project.gemeenten.find((x) => x.code === school.gemeente)?.naam, school.samenwerkingsverband, school.bestuur, school.vestigingscode].filter((x) => x).join(' · ')}</p>
        <p>
          <Small n={l.jeugdigen} of="jeugdigen">{l.leerlingen > 0 ? formatNumber(l.jeugdigen) : count(l.jeugdigen, 'jeugdige', 'jeugdigen')}</Small>
          {l.leerlingen > 0 ? <> van de <Small n={l.leerlingen} of="leerlingen">{formatNumber(l.leerlingen)}</Small> leerlingen ({formatShare(l.jeugdigen / l.leerlingen, 0)}) hebben jeugdhulp die gemeenten betalen.</> : <> met jeugdhulp; het aantal leerlingen ontbreekt.</>}
        </p>
        {facts.map((f) => <p key={f}>{f}</p>)}
        {existing.map((b, i) => <Notice key={i} level="info">Er loopt een arrangement van {formatEuroShort(b.jaarbedrag)} per jaar{b.start ? ` vanaf ${formatMonth(b.start)}` : ''}{b.eind ? ` tot en met ${formatMonth(b.eind)}` : ''}.</Notice>)}
        <section>
          <h3>Producten, {unitLabel(unit)} per jaar</h3>
          <table className="explain-parts"><tbody>{products.map(([p, bedrag]) => <tr key={p}><th scope="row">{g.producten[p]!.naam}</th><td className="number"><Figure text={formatAmount(bedrag, unit)} label={g.producten[p]!.naam} onOpen={() => explain({ soort: 'basis', school: school.id, product: g.producten[p]!.code })} /></td></tr>)}</tbody></table>
        </section>
        <section>
          <h3>Gemeenten</h3>
          <table className="explain-parts">
            <thead><tr><th scope="col">Gemeente</th><th scope="col" className="number">Leerlingen</th><th scope="col" className="number">Jeugdigen</th><th scope="col" className="number">Kosten {unitLabel(unit)}</th></tr></thead>
            <tbody>
              {gemeenten.map(({ gem, leerlingen, jeugdigen, kosten }) => (
                <tr key={gem.code}>
                  <th scope="row">{gem.naam}</th>
                  <Cell mark={small(leerlingen, 'leerlingen')}>{formatNumber(leerlingen)}</Cell>
                  <Cell mark={small(jeugdigen, 'jeugdigen')}>{formatNumber(jeugdigen)}</Cell>
                  <Cell mark={kosten === 0 ? undefined : small(jeugdigen, 'jeugdigen')}><Figure text={formatAmount(kosten, unit)} label={`Kosten ${gem.naam}`} onOpen={() => explain({ soort: 'basis', vanGemeenten: true, school: school.id, gemeente: gem.code })} /></Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Dialog>
  );
}

function Cell({ mark, children }: { mark: CellMark | undefined; children: ReactNode }) {
  return <td className={mark ? `number mark-${mark.kind}` : 'number'} title={mark?.text}>{children}{mark && <span className="visually-hidden"> (klein aantal)</span>}</td>;
}
