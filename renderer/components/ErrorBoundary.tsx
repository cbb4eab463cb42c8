/** A fault of the program in one part of the page stays there: the rest goes on, and nothing that was stored is lost. */
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Failure } from './Notice.tsx';

/** Browsers say it each in their own words: a part of the program that is loaded when needed did not come. */
const isNotLoaded = (fault: Error): boolean => /dynamically imported module|module script|preload/i.test(fault.message);

export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: Error | undefined }> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error): { fault: Error } {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    if (isNotLoaded(fault)) {
      return (
        <Failure
          title="Dit scherm is niet geladen"
          text="Het programma is intussen vernieuwd of niet bereikbaar. Wat u invoerde is opgeslagen. Laad het programma opnieuw; lukt dat niet, start het dan opnieuw."
          retry={<Button onPress={() => location.reload()}>Opnieuw laden</Button>}
        />
      );
    }
    return (
      <Failure
        title="Dit scherm kan niet worden getoond"
        text={`Er zit een fout in het programma (${fault.message}). Wat u invoerde is opgeslagen. Probeer het opnieuw of ga naar een andere stap.`}
        retry={<Button onPress={() => this.setState({ fault: undefined })}>Opnieuw proberen</Button>}
      />
    );
  }
}
