/** The sheet of one school. */
import type { School } from '../../../models/project/types.ts';
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { useUnit } from '../../app/unit.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Notice } from '../../components/Notice.tsx';
import { formatAmount, formatEuroShort, unitLabel } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { count, formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { SCHOOLSOORT } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { explain } from '../uitleg/explain.ts';
import { useThreshold } from './HeatMap.tsx';
import type { LocatieRow } from './Locaties.tsx';
import { matrixOf } from './figures.ts';

export function LocatiePanel({ row: { l }, school, nulmeting: { gegevens: g }, onClose }: { row: LocatieRow; school: School; nulmeting: Nulmeting; onClose: () => void }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const [threshold] = useThreshold();
  const s = g.schoolIndex.get(school.id) ?? 0;
  const G = g.gemeenten.length;
  const m = matrixOf(g);
  const perProduct = new Map<number, number>();
  for (let c = g.celVan[s] as number; c < (g.celVan[s + 1] as number); c++) perProduct.set(g.celProduct[c] as number, (perProduct.get(g.celProduct[c] as number) ?? 0) + (g.celBasis[c] as number));
  const products = [...perProduct].sort((a, b) => b[1] - a[1]);
  const gemeenten = g.gemeenten.map((gem, k) => ({ gem, leerlingen: m.leerlingen[s * G + k] as number, jeugdigen: m.jeugdigen[s * G + k] as number, kosten: m.kosten[s * G + k] as number })).filter((x) => x.leerlingen > 0 || x.kosten !== 0);
  const existing = (project.bestaandeArrangementen ?? []).filter((b) => b.school === school.id);
  const facts = [
    l.leerlingen > 0 ? `${formatNumber(l.jeugdigen)} van de ${formatNumber(l.leerlingen)} leerlingen (${formatShare(l.jeugdigen / l.leerlingen, 0)}) hebben jeugdhulp die gemeenten betalen.` : `${count(l.jeugdigen, 'jeugdige heeft', 'jeugdigen hebben')} jeugdhulp; het aantal leerlingen ontbreekt.`,
    l.aanbieders === undefined || l.aanbieders === 0 ? undefined : `Zij komt van ${count(l.aanbieders, 'aanbieder', 'aanbieders')}${l.effectieveAanbieders == null ? '' : `, naar omvang zo veel als ${formatPlain(l.effectieveAanbieders, 1)} even grote`}, en wordt betaald door ${count(l.gemeenten ?? 0, 'gemeente', 'gemeenten')}.`,
    l.aanbiedersPerJeugdige == null ? undefined : `Een jeugdige heeft gemiddeld ${formatPlain(l.aanbiedersPerJeugdige, 2)} aanbieders.`,
    l.gemiddeldeLooptijd == null ? undefined : `Een indicatie duurt gemiddeld ${formatPlain(l.gemiddeldeLooptijd, 1)} maanden${l.aandeelVerlengd == null ? '' : `; ${formatShare(l.aandeelVerlengd, 0)} volgt op een eerdere`}.`,
    l.kosten > 0 ? `Van ${formatEuroShort(l.kosten)} per jaar zou een collectief arrangement ${formatEuroShort(l.vervangbaar)} kunnen vervangen.` : undefined,
  ].filter((x) => x !== undefined);
  return (
    <Dialog title={school.naam} isOpen onClose={onClose} side>
      <div className="explain">
        <p className="muted">{[SCHOOLSOORT[school.soort], project.gemeenten.find((x) => x.code === school.gemeente)?.naam, school.samenwerkingsverband, school.bestuur, school.vestigingscode].filter((x) => x).join(' · ')}</p>
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
                  <td className="number">{formatNumber(leerlingen)}</td>
                  <td className={jeugdigen < threshold ? 'number mark-small' : 'number'} title={jeugdigen < threshold ? 'Klein aantal, niet naar buiten' : undefined}>{formatNumber(jeugdigen)}</td>
                  <td className="number"><Figure text={formatAmount(kosten, unit)} label={`Kosten ${gem.naam}`} onOpen={() => explain({ soort: 'basis', vanGemeenten: true, school: school.id, gemeente: gem.code })} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Dialog>
  );
}
