/** Documents for print: which, making them, and where they go. */
import { PDFDELEN, type Pdfdeel, type Stuk } from '../../../models/contract/voorstel.ts';
import { appInfo } from '../../app/info.ts';
import { go } from '../../app/route.ts';
import { bewaar, bewaarAlle, roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Notice } from '../../components/Notice.tsx';
import { tell, tellFault } from '../../components/Toast.tsx';
import { count } from '../../format/number.ts';
import { Refusal } from '../../lezer/Refusal.tsx';
import { useOpen } from '../../stand/hooks.ts';
import type { Proposal } from './proposal.ts';

const PARTS: Record<Pdfdeel, [title: string, note: string]> = {
  besluit: ['Besluit', 'wat van wie wordt gevraagd'],
  gemeenten: ['Uw gemeente', 'een stuk voor elke deelnemer'],
  vergelijking: ['Vergelijking', 'met de scenario’s ernaast'],
  afspraken: ['Afspraken', 'de beheerafspraken met de bijdragen'],
  locaties: ['Locatiebladen', 'een bladzijde per school'],
};

/** @param ready the scenario can be calculated */
export function Documents({ proposal, ready }: { proposal: Proposal; ready: boolean }) {
  const { choice: { parts, lezer }, choose, asked, progress, documents: made, fault, makeDocuments } = proposal;
  const { dialogen, pdf } = appInfo().kan;
  const can = asked !== undefined && ready && parts.length > 0;
  return (
    <section className="make-part">
      <h2>Stukken</h2>
      <p className="note">Om te lezen en af te drukken, A4 liggend.</p>
      <fieldset className="make-beside">
        <legend className="visually-hidden">Welke stukken</legend>
        {PDFDELEN.map((part) => <Checkbox key={part} isSelected={parts.includes(part)} onChange={(on) => choose({ parts: PDFDELEN.filter((p) => (p === part ? on : parts.includes(p))) })}><span>{PARTS[part][0]} <span className="note">{PARTS[part][1]}</span></span></Checkbox>)}
      </fieldset>
      {!pdf && <Notice level="info">Om zelf een pdf te maken is Chromium, Google Chrome of Microsoft Edge nodig, en geen daarvan is op deze machine gevonden. De stukken komen daarom als webpagina: open ze in de browser en druk ze af als pdf.</Notice>}
      {fault?.of === 'documents' && <Refusal fault={fault.why} />}
      <div className="screen-actions">
        <Button kind="primary" isDisabled={!can || progress !== undefined} onPress={() => void makeDocuments()}>{pdf ? 'Pdf’s maken' : 'Stukken maken'}</Button>
        <Button isDisabled={!can} onPress={() => go('voorstel', 'voorbeeld')}>Eerst bekijken</Button>
        {asked && parts.length === 0 && <span className="note">Kies ten minste één stuk.</span>}
      </div>
      {made && (
        <div className="made">
          <h3>{count(made.stukken.length, 'stuk', 'stukken')} voor {lezer}</h3>
          {made.waarschuwingen.length > 0 && (
            <details open={made.waarschuwingen.length < 4}>
              <summary>{count(made.waarschuwingen.length, 'aandachtspunt', 'aandachtspunten')} voor wie dit deelt</summary>
              {made.waarschuwingen.map((w) => <Notice key={w}>{w}</Notice>)}
            </details>
          )}
          <ul className="documents">{made.stukken.map((s) => <li key={s.bestand.greep}><span className="document-name">{shortTitle(s.titel)}</span><Button kind="quiet" aria-label={`${s.bestand.naam} opslaan`} onPress={() => void save(s)}>Opslaan{dialogen ? '…' : ''}</Button></li>)}</ul>
          <SaveAll made={made.stukken} proposal={proposal} />
        </div>
      )}
    </section>
  );
}

/** Without the project, which all have. */
export const shortTitle = (titel: string): string => titel.split(' – ')[0] as string;

const show = (stuk: Stuk, hoe: 'openen' | 'map'): void => void roep('bestand.toon', { greep: stuk.bestand.greep, hoe }).catch(tellFault);

async function save(stuk: Stuk): Promise<void> {
  try {
    const naam = await bewaar(stuk.bestand);
    if (naam !== undefined) tell(`Opgeslagen als ${naam}.`, appInfo().kan.dialogen ? { label: 'Openen', onPress: () => show(stuk, 'openen') } : undefined);
  } catch (fault) {
    tellFault(fault);
  }
}

function SaveAll({ made, proposal: { choice: { lezer } } }: { made: readonly Stuk[]; proposal: Proposal }) {
  const { project } = useOpen();
  const { dialogen } = appInfo().kan;
  const saveAll = async (): Promise<void> => {
    const [first] = made;
    if (!first) return;
    try {
      const naam = await bewaarAlle(made.map(({ bestand }) => bestand), `Stukken voor ${lezer} – ${project.naam}`.slice(0, 100).trim());
      if (naam !== undefined) tell(dialogen ? `Opgeslagen in de map ${naam}.` : `Opgeslagen als ${naam}.`, dialogen ? { label: 'Map openen', onPress: () => show(first, 'map') } : undefined);
    } catch (fault) {
      tellFault(fault);
    }
  };
  return <div className="screen-actions"><Button kind="primary" icon="download" onPress={() => void saveAll()}>{dialogen ? 'Alle stukken opslaan…' : 'Alle stukken opslaan'}</Button></div>;
}
