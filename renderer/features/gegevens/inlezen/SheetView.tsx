/** One sheet: what it is, or the choice of it; of a table how it is read, with its first rows beside the columns, what was checked, and the sum that must fit. */
import { useState, type ReactNode } from 'react';
import type { Importblad } from '../../../../models/contract/import.ts';
import { DATUMNOTATIES, GETALNOTATIES, SOORTEN, type Aanwijsblad, type Bestandsrapport, type Bronprofiel, type Importmelding, type Kolomkeuze, type Kolomplan, type Profiel, type Soort, type Weglaatreden } from '../../../../models/invoer/types.ts';
import { VELDEN, type Veldtype } from '../../../../models/invoer/velden.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon, type IconName } from '../../../components/Icon.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { Segments, Select } from '../../../components/Select.tsx';
import { formatEuro } from '../../../format/amount.ts';
import { count, formatNumber, formatPlain } from '../../../format/number.ts';
import { SOORT } from '../../../help/words.ts';
import { sentence } from '../reason.ts';
import { FirstRows } from './FirstRows.tsx';

const REASON: Record<Weglaatreden, string> = { identiteit: 'blijft weg: persoonsgegeven', onbekend: 'komt niet in het project', keuze: 'weggelaten', dubbel: 'staat ook in een andere kolom' };
const DATE_LABEL: Record<(typeof DATUMNOTATIES)[number], string> = { 'dag-maand': 'dag-maand-jaar', 'maand-dag': 'maand-dag-jaar', excel: 'dagnummer van Excel' };
const isNumeric = (type: Veldtype | undefined): boolean => type === 'getal' || type === 'aantal' || type === 'aandeel';
const isDate = (type: Veldtype | undefined): boolean => type === 'datum' || type === 'einddatum' || type === 'maand';
const SAMPLES = 3;

export interface Sheet {
  bestand: string;
  blad: string | null;
  /** It is read as this table. */
  table?: Importblad | undefined;
  /** It is not read; the user may say what it is. */
  unread?: Aanwijsblad | undefined;
  /** Why it is not read. */
  findings: readonly Importmelding[];
  /** Loaded before as it is. */
  known: boolean;
}

const SKIP = 'overslaan';

export function SheetView({ sheet: { bestand, blad, table, unread, findings, known }, profiel, onProfile }: { sheet: Sheet; profiel: Profiel; onProfile: (profiel: Profiel) => void }) {
  const source = blad === null ? bestand : `${bestand}#${blad}`;
  const own = profiel.bronnen?.[source] ?? {};
  const keep = (choices: Bronprofiel): void => onProfile({ ...profiel, bronnen: { ...profiel.bronnen, [source]: choices } });
  const set = (values: Partial<Bronprofiel>): void => keep({ ...own, ...values });
  const choose = (what: Soort | typeof SKIP): void => {
    if (what === SKIP) return set({ overslaan: true });
    // What was said of its columns was said of what it was taken for.
    const { kolommen: _k, vast: _v, indeling: _i, splitsingen: _s, ...kept } = own;
    keep({ ...kept, soort: what, ...(unread?.overslaan && { overslaan: false }) });
  };
  const plan = table?.plan;
  const repairs = plan?.herstel?.van;
  return (
    <article className="sheet">
      <header className="sheet-head">
        <h2>{bestand}{blad && ` · ${blad}`}</h2>
        {known && <Notice level="info">Dit bestand is eerder ingelezen en telt al mee; opnieuw inlezen verandert niets.</Notice>}
        {findings.map((m) => <Notice key={m.code + m.tekst} level={unread?.overslaan ? 'info' : 'warning'}>{sentence(m)} <span className="note">{m.code}</span></Notice>)}
        {repairs ? <p className="note">Gelezen zoals {repairs.bestand}{repairs.blad !== null && ` · ${repairs.blad}`}.</p> : <div className="sheet-settings">
          <Select<Soort | typeof SKIP>
            label="Dit zijn"
            value={unread?.overslaan ? SKIP : (plan?.soort ?? own.soort)}
            placeholder={unread ? 'Kies wat het is' : 'niet herkend'}
            options={[...SOORTEN.map((s) => ({ value: s, label: SOORT[s] ?? s })), { value: SKIP, label: 'Overslaan', note: 'niet inlezen' }]}
            onChange={choose}
          />
          {unread?.overslaan !== true && <HeadingRow value={plan?.koprij ?? unread?.koprij ?? undefined} onChange={(koprij) => set({ koprij })} />}
          {plan?.soort === 'leerlingen' && <Segments label="Indeling" value={plan.indeling} options={[{ value: 'rijen', label: 'Rijen' }, { value: 'matrix', label: 'Matrix' }]} onChange={(indeling) => set({ indeling })} />}
          {plan && <p className="note sheet-facts">
            {[
              plan.scheidingsteken !== undefined && `gescheiden door ${plan.scheidingsteken === '\t' ? 'tab' : plan.scheidingsteken}`,
              plan.tekenset !== undefined && `tekens ${plan.tekenset}`,
              ...Object.entries(plan.vast).map(([veld, waarde]) => `${(plan.soort ? VELDEN[plan.soort] : []).find((f) => f.naam === veld)?.titel ?? veld} overal ${waarde}`),
            ].filter((x) => x !== false).join(' · ')}
          </p>}
        </div>}
      </header>
      {table && <Table sheet={table} own={own} onSet={set} />}
      {unread && <FirstRows unread={unread} />}
    </article>
  );
}

/** Takes effect when the user is done with it: every change reads the files again. */
function HeadingRow({ value, onChange }: { value: number | undefined; onChange: (row: number) => void }) {
  const [typed, setTyped] = useState<number>();
  const commit = (): void => {
    setTyped(undefined);
    if (typed !== undefined && typed !== value) onChange(typed);
  };
  return <NumberField label="Koppen op rij" whole ungrouped optional={value === undefined} minimum={1} maximum={1000} value={typed ?? value} onChange={setTyped} onCommit={commit} />;
}

function Table({ sheet: { plan, voorbeeldrijen, rapport }, own, onSet }: { sheet: Importblad; own: Bronprofiel; onSet: (values: Partial<Bronprofiel>) => void }) {
  const setColumn = (k: Kolomplan, choice: Kolomkeuze | null): void => {
    const key = k.kop.startsWith('(kolom ') || plan.kolommen.filter((x) => x.kop === k.kop).length > 1 ? `#${k.nummer}` : k.kop;
    const before = own.kolommen?.[key];
    onSet({ kolommen: { ...own.kolommen, [key]: choice === null ? null : { ...before, ...choice } } });
  };
  const fields = plan.soort ? VELDEN[plan.soort] : [];
  const typeOf = (k: Kolomplan): Veldtype | undefined => (k.gemeente !== undefined || k.totaal ? 'aantal' : fields.find((f) => f.naam === k.veld)?.type);

  return (
    <>
      {rapport && <Accounting r={rapport} />}
      {rapport && <Findings r={rapport} />}

      <section aria-label="Kolommen">
        <h3>Kolommen</h3>
        <div className="lines-box" tabIndex={0} role="region" aria-label="Kolommen en eerste rijen">
          <table className="lines columns-table">
            <thead>
              <tr>
                <th scope="col">Kop in het bestand</th>
                <th scope="col">Wordt</th>
                <th scope="col">Gelezen als</th>
                {voorbeeldrijen.slice(0, SAMPLES).map((r) => <th key={r.rij} scope="col">rij {r.rij}</th>)}
              </tr>
            </thead>
            <tbody>
              {plan.kolommen.map((k, i) => {
                const type = typeOf(k);
                return (
                  <tr key={k.nummer} className={k.veld === null && k.gemeente === undefined && !k.totaal ? 'column-out' : undefined}>
                    <td>{k.kop}</td>
                    <td>
                      {k.weggelaten === 'identiteit' ? <span className="note"><Icon name="lock" /> {REASON.identiteit}</span>
                        : k.gemeente !== undefined ? <>leerlingen van {k.gemeente}</>
                          : k.totaal ? 'controletotaal'
                            : (
                              <Select
                                label={`${k.kop} wordt`}
                                labelHidden
                                value={k.veld ?? ''}
                                options={[{ value: '', label: k.weggelaten ? REASON[k.weggelaten] : 'komt niet in het project' }, ...fields.map((f) => ({ value: f.naam, label: f.titel, ...(f.verplicht && { note: 'verplicht' }) }))]}
                                onChange={(veld) => setColumn(k, veld === '' ? null : { veld })}
                              />
                            )}
                    </td>
                    <td>
                      {isNumeric(type) ? <Select label={`Getalnotatie ${k.kop}`} labelHidden value={k.getalnotatie} placeholder="getal" options={GETALNOTATIES.map((n) => ({ value: n, label: n }))} onChange={(getalnotatie) => setColumn(k, { getalnotatie })} />
                        : isDate(type) ? <Select label={`Datumnotatie ${k.kop}`} labelHidden value={k.datumnotatie} placeholder="datum" options={DATUMNOTATIES.map((n) => ({ value: n, label: DATE_LABEL[n] }))} onChange={(datumnotatie) => setColumn(k, { datumnotatie })} />
                          : <span className="note">{type ?? ''}</span>}
                      {k.schaal !== undefined && k.schaal !== 1 && <span className="note"> × {formatPlain(k.schaal)}</span>}
                    </td>
                    {voorbeeldrijen.slice(0, SAMPLES).map((r) => <td key={r.rij} className="sample" title={r.waarden[i]}>{r.waarden[i] ?? ''}</td>)}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

/** Rows in file = headings and blank + totals + accepted + refused; and the same in euros. */
function Accounting({ r }: { r: Bestandsrapport }) {
  const rowsFit = r.gelezen === r.koppen + r.leeg + r.totalen + r.geaccepteerd + r.geweigerd;
  const money = r.bedragGelezen !== 0 || r.bedragGeaccepteerd !== 0;
  const moneyFits = Math.abs(r.bedragGelezen - r.bedragGeaccepteerd - r.bedragGeweigerd) <= 0.005 + 1e-9 * Math.abs(r.bedragGelezen);
  const lines: { icon: IconName; tone: 'v' | 'fault' | 'warning'; content: ReactNode }[] = [{
    icon: rowsFit ? 'check' : 'fault', tone: rowsFit ? 'v' : 'fault',
    content: <><b>{formatNumber(r.gelezen)}</b> rijen in het bestand = {count(r.koppen, 'kop', 'koppen')} + {formatNumber(r.leeg)} leeg + {count(r.totalen, 'totaal', 'totalen')} + <b>{formatNumber(r.geaccepteerd)} aanvaard</b> + {formatNumber(r.geweigerd)} geweigerd</>,
  }];
  if (money) {
    lines.push({
      icon: moneyFits ? 'check' : 'fault', tone: moneyFits ? 'v' : 'fault',
      content: <><b>{formatEuro(r.bedragGelezen, 2)}</b> in het bestand = <b>{formatEuro(r.bedragGeaccepteerd, 2)} aanvaard</b> + {formatEuro(r.bedragGeweigerd, 2)} geweigerd{r.bedragOnleesbaar > 0 && ` (${count(r.bedragOnleesbaar, 'rij', 'rijen')} zonder leesbaar bedrag)`}</>,
    });
  }
  const figure = (x: number): string => (money ? formatEuro(x, 2) : formatPlain(x, 2));
  const right = r.controletotalen.filter((t) => t.klopt);
  // Many that fit are one line; each that does not stands by itself.
  const together = right.length > 3;
  if (together) lines.push({ icon: 'check', tone: 'v', content: `${formatNumber(right.length)} totalen in het bestand kloppen met de rijen` });
  for (const t of together ? r.controletotalen.filter(({ klopt }) => !klopt) : r.controletotalen) {
    lines.push({ icon: t.klopt ? 'check' : 'warning', tone: t.klopt ? 'v' : 'warning', content: `${t.omschrijving}, kolom “${t.kolom}”: bestand ${figure(t.bestand)}, geteld ${figure(t.berekend)}${t.klopt ? '' : ` (verschil ${figure(t.berekend - t.bestand)})`}` });
  }
  return (
    <section className="accounting" aria-label="Verantwoording">
      {lines.map(({ icon, tone, content }, i) => <p key={i}><Icon name={icon} tone={tone} /><span>{content}</span></p>)}
      {r.weggelaten.length > 0 && <p className="note">Niet in het project: {r.weggelaten.join(', ')}.</p>}
    </section>
  );
}

const FIRST = 6;
// A row of another file (one that is repaired) says that file itself.
const place = ({ bestand, rij, tekst }: Importmelding): string => (rij === null || !tekst.startsWith(bestand) ? '' : `Rij ${rij}: `);

/** What was found, faults first; counted in full, the sentences as far as the report has them. */
function Findings({ r }: { r: Bestandsrapport }) {
  const [all, setAll] = useState(false);
  const total = Object.values(r.meldingentelling).reduce((a, b) => a + b, 0);
  if (total === 0) return <Notice level="good">Alle controles zijn in orde.</Notice>;
  const sorted = [...r.meldingen].sort((a, b) => (a.niveau === b.niveau ? (a.rij ?? 0) - (b.rij ?? 0) : a.niveau === 'fout' ? -1 : 1));
  return (
    <section aria-label="Controles">
      <h3>{count(total, 'bevinding', 'bevindingen')}</h3>
      <ul>
        {sorted.slice(0, all ? sorted.length : FIRST).map((m, i) => (
          <li key={m.code + String(m.rij) + i}><Notice level={m.niveau === 'fout' ? 'fault' : 'warning'}><span className="finding-text">{place(m)}{sentence(m, { withColumn: true })}</span> <span className="note">{m.code}</span></Notice></li>
        ))}
      </ul>
      {!all && sorted.length > FIRST && <Button kind="quiet" onPress={() => setAll(true)}>Alle {formatNumber(sorted.length)} tonen</Button>}
      {all && total > sorted.length && <p className="note">Getoond zijn de eerste per soort: {Object.entries(r.meldingentelling).map(([code, n]) => `${code} ${formatNumber(n)}×`).join(', ')}.</p>}
    </section>
  );
}
