/** The five steps with their state; each says what is missing and leads there. */
import { Icon } from '../components/Icon.tsx';
import { useOpen } from '../stand/hooks.ts';
import { OWN, useOwnGemeente } from './own.ts';
import { addressOf, useRoute } from './route.ts';
import { STEP_NAMES, stepStates } from './steps.ts';

const ICON = { open: 'todo', good: 'check', attention: 'warning' } as const;
const WORD = { open: 'open', good: 'in orde', attention: 'vraagt aandacht' } as const;

export function Rail() {
  const { screen, parts } = useRoute();
  const [own] = useOwnGemeente();
  const ownPart = own?.code ?? OWN;
  const open = useOpen();
  return (
    <nav className="rail" aria-label="Stappen">
      <ol>
        {stepStates(open).map(({ step, state, text, part }, i) => (
          <li key={step}>
            <a className="rail-step" href={state === 'good' || part === undefined ? addressOf(step) : addressOf(step, part)} aria-current={screen === step ? 'page' : undefined}>
              <span className="rail-number" aria-hidden="true">{i + 1}</span>
              <span className="rail-name">{STEP_NAMES[step]}</span>
              <span className="rail-state">
                <Icon name={ICON[state]} tone={state === 'attention' ? 'warning' : state === 'good' ? 'v' : 'muted'} />
                <span className="visually-hidden">{WORD[state]}: </span>
                <span className="rail-text">{text}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <div className="rail-own">
        <a className="rail-link" href={addressOf('vergelijken', 'gemeenten', ownPart)} aria-current={screen === 'vergelijken' && parts[1] === ownPart ? 'page' : undefined}>
          <Icon name="people" tone="muted" /><span>Mijn gemeente{own && <> <span className="note">{own.naam}</span></>}</span>
        </a>
      </div>
      <div className="rail-rest">
        <a className="rail-link" href={addressOf('logboek')} aria-current={screen === 'logboek' ? 'page' : undefined}><Icon name="clock" tone="muted" /><span>Logboek</span></a>
      </div>
    </nav>
  );
}
