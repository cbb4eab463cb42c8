/** Work under way: what is happening, how far it is, and how to stop it. */
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Progress } from '../client/task.ts';
import { Button } from './Button.tsx';
import './Progress.css';

export function TaskProgress({ progress }: { progress: Progress }) {
  return (
    <div className="task" role="status">
      <ProgressBar className="task-bar" aria-label={progress.text} {...(progress.fraction === null ? { isIndeterminate: true } : { value: progress.fraction * 100 })}>
        {({ percentage }) => <div className={percentage === undefined ? 'task-fill task-unknown' : 'task-fill'} style={percentage === undefined ? {} : { width: `${percentage}%` }} />}
      </ProgressBar>
      <span className="task-text">{progress.text}</span>
      <Button kind="quiet" onPress={progress.cancel}>Annuleren</Button>
    </div>
  );
}
