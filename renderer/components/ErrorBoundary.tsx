/** A fault of the program in one part of the page stays there: the rest goes on, and nothing that was stored is lost. */
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Failure } from './Notice.tsx';

export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: Error | undefined }> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error): { fault: Error } {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <Failure
        title="Dit scherm kan niet worden getoond"
        text={`Er zit een fout in het programma (${fault.message}). Wat u invoerde is opgeslagen. Probeer het opnieuw of ga naar een andere stap.`}
        retry={<Button onPress={() => this.setState({ fault: undefined })}>Opnieuw proberen</Button>}
      />
    );
  }
}
