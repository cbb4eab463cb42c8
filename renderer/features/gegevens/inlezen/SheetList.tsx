/** The tables that were found, each with what it is and how it stands; and the files that are not read, with why. */
import type { Importblad, Importstand } from '../../../../models/contract/import.ts';
import type { Bestandsrapport, Bladplan } from '../../../../models/invoer/types.ts';
import { Icon, type IconName } from '../../../components/Icon.tsx';
import { count, formatNumber } from '../../../format/number.ts';
import { SOORT } from '../../../help/words.ts';
import { sentence } from '../reason.ts';

export const sheetKey = (plan: Pick<Bladplan, 'bestand' | 'blad'>): string => `${plan.bestand}#${plan.blad ?? ''}`;
const isFault = ({ meldingen }: Bestandsrapport): boolean => meldingen.some((m) => m.niveau === 'fout');

function statusOf({ rapport }: Importblad, asked: boolean): { icon: IconName; tone: 'v' | 'warning' | 'fault' | 'muted'; text: string } {
  if (asked) return { icon: 'question', tone: 'warning', text: 'wacht op antwoord' };
  if (!rapport) return { icon: 'todo', tone: 'muted', text: 'wacht op antwoorden elders' };
  if (rapport.geaccepteerd === 0) return { icon: 'fault', tone: 'fault', text: 'niets in te lezen' };
  if (rapport.geweigerd > 0) return { icon: 'warning', tone: 'warning', text: `${count(rapport.geaccepteerd, 'rij', 'rijen')}, ${formatNumber(rapport.geweigerd)} geweigerd` };
  return { icon: 'check', tone: 'v', text: count(rapport.geaccepteerd, 'rij', 'rijen') };
}

export function SheetList({ state, shown, onShow }: { state: Importstand; shown: string | undefined; onShow: (key: string) => void }) {
  return (
    <>
      <ul>
        {state.bladen.map((b) => {
          const key = sheetKey(b.plan);
          const status = statusOf(b, state.vragen.some((v) => v.bestand === b.plan.bestand && v.blad === b.plan.blad));
          return (
            <li key={key}>
              <button type="button" className="sheet-item" aria-current={key === shown ? 'true' : undefined} onClick={() => onShow(key)}>
                <span className="sheet-file">{b.plan.bestand}{b.plan.blad && <span className="note nowrap"> · {b.plan.blad}</span>}</span>
                <span className="note">{b.plan.soort ? SOORT[b.plan.soort] : 'wat het is wordt gevraagd'}</span>
                <span className="sheet-status"><Icon name={status.icon} tone={status.tone} />{status.text}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {state.nietGelezen.length > 0 && (
        <>
          <h2 className="sheet-heading">Niet gelezen</h2>
          <ul>
            {state.nietGelezen.map((r) => {
              const key = sheetKey(r);
              const name = <span className="sheet-file">{r.bestand}{r.blad && <span className="note nowrap"> · {r.blad}</span>}</span>;
              const choice = state.aanwijsbaar.find((a) => sheetKey(a) === key);
              // What can still be said to be something says so where it is chosen; the list only how it stands.
              if (choice) return (
                <li key={key}>
                  <button type="button" className="sheet-item" aria-current={key === shown ? 'true' : undefined} onClick={() => onShow(key)}>
                    {name}
                    <span className="sheet-status">{choice.overslaan ? <><Icon name="minus" tone="muted" />overgeslagen</> : isFault(r) ? <><Icon name="question" tone="warning" />niet herkend; kies wat het is</> : <><Icon name="minus" tone="muted" />geen tabel in herkend</>}</span>
                  </button>
                </li>
              );
              return (
                <li key={key} className="sheet-item">
                  {name}
                  {r.meldingen.map((m) => <span key={m.code + m.tekst} className="sheet-status"><Icon name={m.niveau === 'fout' ? 'fault' : 'minus'} tone={m.niveau === 'fout' ? 'fault' : 'muted'} />{sentence(m)}</span>)}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
