/** Sentences with an icon: warnings, faults, remarks. Never a coloured slab. And the states of a screen without content. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './Notice.css';

type Level = 'warning' | 'fault' | 'info' | 'good';
const ICON: Record<Level, IconName> = { warning: 'warning', fault: 'fault', info: 'info', good: 'check' };
const WORD: Record<Level, string> = { warning: 'Let op: ', fault: 'Fout: ', info: '', good: '' };

export function Notice({ level = 'warning', children, action }: { level?: Level; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice">
      <Icon name={ICON[level]} tone={level === 'warning' ? 'warning' : level === 'fault' ? 'fault' : level === 'good' ? 'v' : 'muted'} />
      <div className="notice-text"><span className="visually-hidden">{WORD[level]}</span>{children}</div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}

/** Nothing here yet: what belongs here and how it comes. */
export function EmptyState({ title, children, actions, inside }: { title: string; children?: ReactNode; actions?: ReactNode; /** Within a screen that has its own heading. */ inside?: boolean }) {
  return (
    <div className="state">
      {inside ? <h2>{title}</h2> : <h1>{title}</h1>}
      {children && <div className="state-text">{children}</div>}
      {actions && <div className="state-actions">{actions}</div>}
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return <div className="state" role="status"><div className="loading-line" /><p className="muted">{what}</p></div>;
}

export function Failure({ title, text, retry }: { title: string; text: string; retry?: ReactNode }) {
  return (
    <div className="state" role="alert">
      <h1><Icon name="fault" tone="fault" /> {title}</h1>
      <div className="state-text">{text}</div>
      {retry && <div className="state-actions">{retry}</div>}
    </div>
  );
}
