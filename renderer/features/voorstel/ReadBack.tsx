/** A workbook that others changed comes back: what differs becomes a new scenario, what was changed elsewhere is reported and not read. */
import { useState } from 'react';
import type { TerugGelezen } from '../../../models/contract/voorstel.ts';
import type { Bestandsgreep } from '../../../models/contract/bestand.ts';
import { appInfo } from '../../app/info.ts';
import { choose } from '../../app/chosen.ts';
import { go } from '../../app/route.ts';
import { neemBestanden } from '../../client/client.ts';
import { kiesBestanden } from '../../client/files.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { freshId, freshName } from '../../stand/scenario.ts';
import { useOpen } from '../../stand/hooks.ts';
import { flush, wijzig } from '../../stand/store.ts';
import { inputText } from './inputText.ts';

export function ReadBack() {
  const { project, stand } = useOpen();
  const { progress, run } = useTask();
  const [read, setRead] = useState<TerugGelezen & { bestand: string }>();
  const [fault, setFault] = useState<string>();
  const take = async (grepen: Promise<Bestandsgreep[]>): Promise<void> => {
    setFault(undefined);
    setRead(undefined);
    try {
      const [bestand] = await grepen;
      if (!bestand) return;
      await flush();
      const result = await run('voorstel.lees', { greep: bestand.greep }, `${bestand.naam} lezen…`);
      if (result) setRead({ ...result, bestand: bestand.naam });
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  const keep = (): void => {
    if (!read) return;
    const naam = freshName(project, read.scenario.naam ?? read.bestand.replace(/\.xlsx$/i, ''));
    const id = freshId(project, naam);
    wijzig([{ soort: 'scenario', scenario: { ...read.scenario, id, naam } }], `Teruggelezen uit ${read.bestand}`);
    choose(id);
    go('scenarios', id);
  };
  return (
    <FileDrop label="Werkmap hier loslaten" onDrop={(files) => void take(neemBestanden(files.slice(0, 1)))}>
      <div className="form">
        <p className="muted">Kwam een werkmap gewijzigd terug, lees haar dan hier. Gewijzigde invoercellen worden een nieuw scenario; uw eigen scenario blijft zoals het is.</p>
        <div className="screen-actions"><Button icon="upload" onPress={() => void take(kiesBestanden('werkmap', appInfo().kan.dialogen))}>Werkmap kiezen…</Button></div>
        {progress && <TaskProgress progress={progress} />}
        {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
        {read && (
          <section className="section">
            <h2>{read.bestand}</h2>
            {read.verschillen.length === 0 ? <Notice level="info">Er is geen enkele invoercel gewijzigd.</Notice> : (
              <table className="lines">
                <thead><tr><th scope="col">Waar</th><th scope="col">Was</th><th scope="col">Is in de werkmap</th></tr></thead>
                <tbody>{read.verschillen.map((v) => <tr key={v.plaats}><td>{v.plaats}</td><td>{inputText(v.van, v.eenheid)}</td><td>{inputText(v.naar, v.eenheid)}</td></tr>)}</tbody>
              </table>
            )}
            {read.buitenInvoer.length > 0 && <Notice>Gewijzigd buiten de invoercellen, en daarom niet gelezen: {read.buitenInvoer.slice(0, 12).map((zin) => zin.replace(/\.$/, '')).join('; ')}{read.buitenInvoer.length > 12 && ` en ${read.buitenInvoer.length - 12} andere`}.</Notice>}
            {read.verschillen.length > 0 && !stand.alleenLezen && <div className="screen-actions"><Button kind="primary" onPress={keep}>Als nieuw scenario opnemen</Button></div>}
          </section>
        )}
      </div>
    </FileDrop>
  );
}
