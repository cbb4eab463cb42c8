/** A dialog over the page, and the panel at the right that explains or edits one thing. Escape closes; focus returns to where it was. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button, IconButton } from './Button.tsx';
import './Dialog.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** At the bottom, right. */
  actions?: ReactNode;
  width?: 'narrow' | 'wide' | 'full';
  /** At the right edge, the full height of the window. */
  side?: boolean;
  isAlert?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, actions, width = 'narrow', side, isAlert }: DialogProps) {
  return (
    <ModalOverlay className={side ? 'overlay overlay-side' : 'overlay'} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={!isAlert}>
      <Modal className={side ? 'modal modal-side' : `modal modal-${width}`}>
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>{title}</Heading>
            <IconButton icon="close" label="Sluiten" keys="Esc" onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that takes effort to bring back. @param action what the button says it does */
export function Confirm({ title, isOpen, onClose, action, onConfirm, danger, children }: Omit<DialogProps, 'actions'> & { action: string; onConfirm: () => void; danger?: boolean }) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      isAlert
      actions={
        <>
          <Button onPress={onClose}>Annuleren</Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
