/** One gemeente through the years and scenarios: what it costs now, what it would contribute, what changes. */
import { OWN, useOwnGemeente } from '../../app/own.ts';
import { go } from '../../app/route.ts';
import { useUnit } from '../../app/unit.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Effect, Figure } from '../../components/Figure.tsx';
import { formatAmount, formatEffectShort, unitLabel } from '../../format/amount.ts';
import { formatNumber } from '../../format/number.ts';
import { explain } from '../uitleg/explain.ts';
import { verschilGemeente, type Vergeleken } from './verschil.ts';

/** The answer for who has one minute: what it comes to for this gemeente. */
function summary(c: Vergeleken, code: string, naam: string): string {
  const { jaren } = c.d.evaluatie.kader;
  const verschil = verschilGemeente(c, code);
  const samen = verschil.reduce((a, b) => a + b, 0);
  const over = `Over ${jaren[0]}–${jaren.at(-1)} samen ${formatEffectShort(samen)} voor ${naam}, in ${jaren.at(-1)} ${formatEffectShort(verschil.at(-1) ?? 0)}, ten opzichte van ${c.referentienaam === 'nulscenario' ? 'het nulscenario' : `“${c.referentienaam}”`}.`;
  return code in c.d.uitkomst.bijdragen ? over : `${naam} doet niet mee en betaalt geen bijdrage. ${over}`;
}

export function GemeentePanel({ code, compared, onClose }: { code: string; compared: readonly Vergeleken[]; onClose: () => void }) {
  const [unit] = useUnit();
  const [own, setOwn] = useOwnGemeente();
  const { gegevens: g } = compared[0]!.d;
  const gemeente = g.gemeenten[g.gemeenteIndex.get(code)!]!;
  const years = compared[0]!.d.evaluatie.kader.jaren;
  return (
    <Dialog title={gemeente.naam} isOpen onClose={onClose} side actions={own?.code === code ? <Button onPress={() => go('vergelijken', 'gemeenten', OWN)}>Andere gemeente kiezen</Button> : <Button onPress={() => setOwn(code)}>Onthouden als mijn gemeente</Button>}>
      <div className="explain">
        <p className="muted">{code}{gemeente.inwoners !== undefined && ` · ${formatNumber(gemeente.inwoners)} inwoners`} · {unitLabel(unit)}</p>
        {compared.map((c) => (
          <section key={c.d.scenario.id}>
            <h3>{c.d.scenario.naam}</h3>
            <p>{summary(c, code, gemeente.naam)}</p>
            <table className="explain-parts">
              <thead><tr><th scope="col">Jaar</th><th scope="col" className="number">Nulscenario</th><th scope="col" className="number">Blijft individueel</th><th scope="col" className="number">Bijdrage</th><th scope="col" className="number">T.o.v. {c.referentienaam}</th></tr></thead>
              <tbody>
                {years.map((year, y) => (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td className="number"><Figure text={formatAmount(c.d.nul.perGemeente[code]?.[y] ?? 0, unit)} label={`Nulscenario ${year}`} onOpen={() => explain({ soort: 'nul', scenario: c.d.scenario.id, gemeente: code, jaar: y })} /></td>
                    <td className="number">{formatAmount(c.d.uitkomst.individueel[code]?.[y] ?? 0, unit)}</td>
                    <td className="number">{code in c.d.uitkomst.bijdragen ? <Figure text={formatAmount(c.d.uitkomst.bijdragenAfgerond[code]![y] ?? 0, unit)} label={`Bijdrage ${year}`} onOpen={() => explain({ soort: 'bijdrage', scenario: c.d.scenario.id, gemeente: code, jaar: y })} /> : '–'}</td>
                    <td className="number"><Effect value={verschilGemeente(c, code)[y] ?? 0} unit={unit} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
