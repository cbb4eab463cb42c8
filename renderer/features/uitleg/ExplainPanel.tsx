/** The panel that shows how a figure is built up; each part leads further, down to the rows of the project. */
import { useEffect, useState } from 'react';
import type { Rijenpagina } from '../../../models/contract/nulmeting.ts';
import { basisVan } from '../../../models/project/standaard.ts';
import { go, type Screen } from '../../app/route.ts';
import { useUnit } from '../../app/unit.ts';
import { roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Effect } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Segments } from '../../components/Select.tsx';
import { formatAmount, unitLabel, type AmountUnit } from '../../format/amount.ts';
import { formatDate, formatMonth } from '../../format/date.ts';
import { count, formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { useOpen, useNulmeting } from '../../stand/hooks.ts';
import { Small } from '../../components/Small.tsx';
import { uitslagOf } from '../../stand/doorrekening.ts';
import { sourceWord } from '../scenarios/SourceMark.tsx';
import { explainBack, explainFurther, explainNothing, useTrail } from './explain.ts';
import { uitlegVan, type Deel, type Maat, type Uitleg } from './uitleg.ts';
import './ExplainPanel.css';

function Value({ value, maat, unit }: { value: number; maat: Maat; unit: AmountUnit }) {
  switch (maat) {
    case 'effect': return <Effect value={value} unit={unit} />;
    case 'bedrag': return <>{formatAmount(value, unit)}</>;
    case 'aantal': return <Small n={value} of="leerlingen">{formatNumber(value)}</Small>;
    case 'aandeel': return <>{formatShare(value, 1)}</>;
    case 'factor': return <>{formatPlain(value)}</>;
  }
}

export function ExplainPanel() {
  const trail = useTrail();
  const open = useOpen();
  const nulmeting = useNulmeting();
  const vraag = trail.at(-1);
  const uitleg = vraag && nulmeting ? uitlegVan(vraag, {
    project: open.project,
    nulmeting,
    doorgerekend: (id) => {
      const uitslag = open.project.scenarios.some((s) => s.id === id) ? uitslagOf(open, id) : undefined;
      return uitslag?.ok ? uitslag.doorgerekend : undefined;
    },
  }) : undefined;
  return (
    <Dialog title={uitleg?.titel ?? 'Opbouw'} isOpen={vraag !== undefined} onClose={explainNothing} side>
      {trail.length > 1 && <Button kind="quiet" icon="left" onPress={explainBack}>Terug</Button>}
      {uitleg ? <Explanation key={JSON.stringify(vraag)} uitleg={uitleg} /> : <Notice>Van dit getal is nu geen opbouw te geven: het is er niet meer, of het scenario is niet te berekenen.</Notice>}
    </Dialog>
  );
}

function Explanation({ uitleg }: { uitleg: Uitleg }) {
  const [unit] = useUnit();
  const money = uitleg.maat === 'bedrag' || uitleg.maat === 'effect';
  return (
    <div className="explain">
      <p className="explain-value"><Value value={uitleg.waarde} maat={uitleg.maat} unit={unit} />{money && <span className="note">{unitLabel(unit)}</span>}</p>
      <p>{uitleg.woorden}</p>
      {uitleg.delen.length > 0 && (
        <table className="explain-parts">
          <caption className="visually-hidden">Delen</caption>
          <tbody>{uitleg.delen.map((deel, i) => <Part key={deel.label + i} deel={deel} operation={uitleg.bewerking} first={i === 0} unit={unit} />)}</tbody>
          <tfoot><tr><td>{null}</td><th scope="row">{uitleg.bewerking === 'som' ? 'Samen' : 'Uitkomst'}</th><td className="number"><Value value={uitleg.waarde} maat={uitleg.maat} unit={unit} /></td></tr></tfoot>
        </table>
      )}
      {uitleg.uitgangspunten.length > 0 && (
        <section>
          <h3>Uitgangspunten</h3>
          <table className="explain-parts">
            <tbody>
              {uitleg.uitgangspunten.map((u, i) => (
                <tr key={u.naam + i}>
                  <th scope="row">{u.naam}</th>
                  <td>{u.kinderen ? <Small {...u.kinderen}>{u.waarde}</Small> : u.waarde}</td>
                  <td className={u.bron?.status === 'voorbeeld' ? 'note example' : 'note'}>{u.bron ? `${sourceWord(u.bron)}${u.bron.bron ? ` · ${u.bron.bron}` : ''}${u.bron.datum ? ` · ${formatDate(u.bron.datum)}` : ''}` : ''}</td>
                  <td className="number">{u.plaats && <button type="button" className="source-mark" onClick={() => {
                    const [screen, ...parts] = u.plaats!;
                    explainNothing();
                    go(screen as Screen, ...parts);
                  }}>wijzigen</button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {uitleg.rijen && <Rows filter={uitleg.rijen} />}
    </div>
  );
}

function Part({ deel, operation, first, unit }: { deel: Deel; operation: Uitleg['bewerking']; first: boolean; unit: AmountUnit }) {
  return (
    <tr>
      <td className="explain-sign">{first ? '' : operation === 'som' ? '+' : '×'}</td>
      <th scope="row">
        {deel.verder ? <button type="button" className="explain-further" onClick={() => explainFurther(deel.verder!)}>{deel.label}<Icon name="right" tone="muted" /></button> : deel.label}
        {deel.hoe && <span className="note explain-how">{deel.hoe}</span>}
      </th>
      <td className="number"><Value value={deel.waarde} maat={deel.maat} unit={unit} /></td>
    </tr>
  );
}

const PAGE = 50;

/** The rows behind it: as they were delivered, under their pseudonym. */
function Rows({ filter }: { filter: NonNullable<Uitleg['rijen']> }) {
  const { project, stand } = useOpen();
  const { basis } = project.uitgangspunten;
  const fixed = filter.gemeente !== undefined ? basisVan(project.uitgangspunten, filter.gemeente) : typeof basis === 'object' ? undefined : (basis ?? 'indicaties');
  const [wanted, setWanted] = useState<'indicaties' | 'declaraties'>('indicaties');
  const lijst = fixed ?? wanted;
  const [pages, setPages] = useState<{ lijst: string; page: Rijenpagina }>();
  const [shown, setShown] = useState(false);
  const [fault, setFault] = useState<string>();
  const key = JSON.stringify(filter);

  useEffect(() => {
    if (!shown) return undefined;
    let current = true;
    roep('rijen.lees', { lijst, ...(JSON.parse(key) as typeof filter), teltMee: true, vanaf: 0, aantal: PAGE }).then(
      (page) => current && setPages({ lijst, page }),
      (f: unknown) => current && setFault(f instanceof Error ? f.message : String(f)),
    );
    return () => {
      current = false;
    };
  }, [shown, lijst, key, stand.revisie]);

  const more = async (): Promise<void> => {
    if (!pages) return;
    try {
      const next = await roep('rijen.lees', { lijst, ...filter, teltMee: true, vanaf: pages.page.rijen.length, aantal: PAGE });
      setPages({ lijst, page: { ...next, rijen: [...pages.page.rijen, ...next.rijen] } });
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  const naam = <T extends { naam: string }>(list: readonly T[], is: (x: T) => boolean, otherwise: string): string => list.find(is)?.naam ?? otherwise;
  const page = pages?.lijst === lijst ? pages.page : undefined;

  return (
    <section>
      <h3>Rijen</h3>
      {!shown ? <Button onPress={() => setShown(true)}>Rijen erachter tonen</Button> : (
        <>
          {fixed === undefined && <Segments label="Rijen" labelHidden value={wanted} options={[{ value: 'indicaties', label: 'Indicaties' }, { value: 'declaraties', label: 'Declaraties' }]} onChange={setWanted} />}
          {fault !== undefined && <Notice level="fault">{fault}</Notice>}
          {page && (
            <>
              <p className="note">{count(page.totaal, 'rij telt', 'rijen tellen')} mee, samen € {formatNumber(page.basis)} in de twaalf maanden. Vertrouwelijk: herleidbaar.</p>
              <div className="explain-rows" tabIndex={0} role="region" aria-label="Rijen achter het getal">
                <table className="explain-parts">
                  <thead><tr><th scope="col">Gemeente</th><th scope="col">School</th><th scope="col">Product</th><th scope="col">{lijst === 'indicaties' ? 'Looptijd' : 'Maand'}</th><th scope="col" className="number">Telt mee €</th></tr></thead>
                  <tbody>
                    {page.rijen.map((r, i) => (
                      <tr key={i}>
                        <td>{naam(project.gemeenten, (g) => g.code === r.gemeente, r.gemeente)}</td>
                        <td>{naam(project.scholen, (s) => s.id === r.school, r.school)}</td>
                        <td title={r.aanbieder}>{naam(project.producten, (p) => p.code === r.product, r.product)}</td>
                        <td className="nowrap">{'maand' in r ? formatMonth(r.maand) : `${formatDate(r.start)} – ${r.eind ? formatDate(r.eind) : 'open'}`}</td>
                        <td className="number">{formatNumber(r.basis)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <div className="screen-actions">
                {page.rijen.length < page.totaal && <Button kind="quiet" onPress={() => void more()}>Meer rijen</Button>}
                <Button
                  kind="quiet"
                  icon="table"
                  onPress={() => {
                    explainNothing();
                    go('gegevens', 'rijen', lijst, filter.school ?? '', filter.gemeente ?? '', filter.product ?? '');
                  }}
                >
                  Alle rijen in een tabel
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}
