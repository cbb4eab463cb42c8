/** What only the program can tell because it needs rows: spread over aanbieders, lengths, renewals. Asked once per state of the project. */
import { useEffect, useState } from 'react';
import type { Nulmeting } from '../../../models/contract/nulmeting.ts';
import { useTask, type Progress } from '../../client/task.ts';
import { useOpen } from '../../stand/hooks.ts';
import { flush } from '../../stand/store.ts';

let kept: { revisie: number; bestand: string; figures: Nulmeting } | undefined;

export interface RowFigures { figures: Nulmeting | undefined; fault: string | undefined; progress: Progress | undefined }

export function useRowFigures(): RowFigures {
  const { stand } = useOpen();
  const { revisie, bestand } = stand;
  const { progress, run } = useTask();
  const [, setVersion] = useState(0);
  const [failed, setFailed] = useState<{ revisie: number; text: string }>();
  const current = kept?.revisie === revisie && kept.bestand === bestand ? kept.figures : undefined;

  useEffect(() => {
    if (current) return undefined;
    let wanted = true;
    flush().then(() => run('nulmeting.lees', {}, 'Nulmeting tellen…')).then(
      (figures) => {
        if (!wanted || !figures) return;
        kept = { revisie, bestand, figures };
        setVersion((v) => v + 1);
      },
      (f: unknown) => wanted && setFailed({ revisie, text: f instanceof Error ? f.message : String(f) }),
    );
    return () => {
      wanted = false;
    };
  }, [current, revisie, bestand, run]);
  return { figures: current, fault: failed?.revisie === revisie ? failed.text : undefined, progress };
}
