/** The Excel workbook: recalculated and compared before it is handed over. */
import { appInfo } from '../../app/info.ts';
import { bewaar, roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { tell, tellFault } from '../../components/Toast.tsx';
import { count } from '../../format/number.ts';
import { Refusal } from '../../lezer/Refusal.tsx';
import type { Proposal } from './proposal.ts';

/** @param ready the scenario can be calculated */
export function Workbook({ proposal: { asked, progress, workbook: made, fault, makeWorkbook }, ready }: { proposal: Proposal; ready: boolean }) {
  const save = async (): Promise<void> => {
    if (!made) return;
    try {
      const naam = await bewaar(made.bestand);
      if (naam !== undefined) tell(`Opgeslagen als ${naam}.`, appInfo().kan.dialogen ? { label: 'Openen', onPress: () => void roep('bestand.toon', { greep: made.bestand.greep, hoe: 'openen' }).catch(tellFault) } : undefined);
    } catch (f) {
      tellFault(f);
    }
  };
  return (
    <section className="make-part">
      <h2>Werkmap</h2>
      <p className="note">Excel, met formules die meerekenen: om na te rekenen en om de eigen regels uit over te nemen.</p>
      {fault?.of === 'workbook' && <Refusal fault={fault.why} />}
      <div className="screen-actions"><Button kind="primary" isDisabled={!asked || !ready || progress !== undefined} onPress={() => void makeWorkbook()}>Werkmap maken</Button></div>
      {made && (
        <div className="made">
          <h3>{made.bestand.naam}</h3>
          {made.controles.map((c) => <Notice key={c.naam} level={c.goed ? 'good' : 'fault'}><b>{c.naam}.</b> {c.tekst}</Notice>)}
          {made.waarschuwingen.length > 0 && (
            <details>
              <summary>{count(made.waarschuwingen.length, 'waarschuwing', 'waarschuwingen')} in de verantwoording</summary>
              {made.waarschuwingen.map((w) => <Notice key={w}>{w}</Notice>)}
            </details>
          )}
          <div className="screen-actions"><Button kind="primary" icon="download" onPress={() => void save()}>Voorstel opslaan…</Button></div>
        </div>
      )}
    </section>
  );
}
