/** Three readers to choose from, none of them chosen beforehand. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { LEZERS, type Lezer } from '../../models/bescherming/instellingen.ts';
import { LEZERWOORDEN } from './lezers.ts';
import './ReaderChoice.css';

/** @param whyNot why only intern is possible */
export function ReaderChoice({ onChoose, whyNot, isDisabled = false }: { onChoose: (lezer: Lezer) => void; whyNot?: string | undefined; isDisabled?: boolean }) {
  return (
    <div className="reader-choice" role="group" aria-label="Voor wie?">
      {LEZERS.map((lezer) => {
        const closed = lezer !== 'intern' && whyNot !== undefined;
        return (
          <AriaButton key={lezer} className="reader-option" isDisabled={isDisabled || closed} onPress={() => onChoose(lezer)}>
            <b>{LEZERWOORDEN[lezer].label}</b>
            <span className="reader-note">{closed ? whyNot : LEZERWOORDEN[lezer].note}</span>
          </AriaButton>
        );
      })}
    </div>
  );
}
