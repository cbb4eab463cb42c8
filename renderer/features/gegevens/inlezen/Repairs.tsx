/** What corrected rows do to the delivery that they were refused from: they come beside it and replace nothing of it. */
import type { Bestandsrapport } from '../../../../models/invoer/types.ts';
import { Icon } from '../../../components/Icon.tsx';
import { formatEuro } from '../../../format/amount.ts';
import { count, formatNumber } from '../../../format/number.ts';
import { SOORT } from '../../../help/words.ts';

export function Repairs({ list }: { list: readonly Bestandsrapport[] }) {
  return (
    <section className="accounting" aria-labelledby="herstel">
      <h2 id="herstel">Herstel van een eerdere levering</h2>
      {list.map(({ bestand, blad, herstel }) => {
        if (!herstel) return null;
        const { van, hersteld, bedrag, samen } = herstel;
        const money = samen.bedragGelezen !== 0;
        return (
          <div key={bestand + (blad ?? '')} className="difference">
            <h3>{SOORT[van.soort] ?? van.soort} uit {van.bestand}{van.blad && ` · ${van.blad}`}</h3>
            <p><Icon name={hersteld > 0 ? 'check' : 'minus'} tone={hersteld > 0 ? 'v' : 'muted'} /><span>{hersteld === 0 ? 'Geen rij hersteld.' : <><b>{count(hersteld, 'rij', 'rijen')} hersteld</b>{bedrag !== 0 && `, ${formatEuro(bedrag, 2)}`}. {hersteld === 1 ? 'Die komt' : 'Ze komen'} bij de levering; er wordt niets van vervangen.</>}</span></p>
            <p><Icon name={samen.geweigerd > 0 ? 'warning' : 'check'} tone={samen.geweigerd > 0 ? 'warning' : 'v'} /><span>{samen.geweigerd > 0 ? `${count(samen.geweigerd, 'rij blijft', 'rijen blijven')} geweigerd.` : 'Er blijft niets geweigerd.'}</span></p>
            <p><Icon name="check" tone="v" /><span>Samen {formatNumber(samen.geaccepteerd + samen.geweigerd)} rijen = <b>{formatNumber(samen.geaccepteerd)} aanvaard</b> + {formatNumber(samen.geweigerd)} geweigerd{money && <>; {formatEuro(samen.bedragGelezen, 2)} = <b>{formatEuro(samen.bedragGeaccepteerd, 2)} aanvaard</b> + {formatEuro(samen.bedragGeweigerd, 2)} geweigerd{samen.bedragOnleesbaar > 0 && ` (${count(samen.bedragOnleesbaar, 'rij', 'rijen')} zonder leesbaar bedrag)`}</>}</span></p>
          </div>
        );
      })}
    </section>
  );
}
