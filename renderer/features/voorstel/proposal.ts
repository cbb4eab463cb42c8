/** What is asked of a proposal (for whom, on what ground, beside what, which documents), and what was made of it. */
import { useState } from 'react';
import { PDFDELEN, type Lezer, type Pdfdeel, type Stukken, type Voorstel as Workbook } from '../../../models/contract/voorstel.ts';
import type { VolledigScenario } from '../../../models/project/types.ts';
import { appInfo } from '../../app/info.ts';
import { useTask, type Progress } from '../../client/task.ts';
import { useOpen } from '../../stand/hooks.ts';
import { flush } from '../../stand/store.ts';

/** Beside the proposal itself. */
export const BESIDE = 3;

export interface Choice {
  /** Never assumed. */
  lezer: Lezer | undefined;
  grondslag: string;
  datum: string | undefined;
  /** Scenarios beside it. */
  beside: readonly string[];
  parts: readonly Pdfdeel[];
}
/** The choice as the program takes it. */
export interface Asked { scenarios: string[]; lezer: Lezer; datum: string; grondslag?: string }

export interface Proposal {
  scenario: VolledigScenario;
  choice: Choice;
  /** Another choice lets go of what was made of the one before. */
  choose: (change: Partial<Choice>) => void;
  /** What is still to be chosen, in words. */
  missing: string[];
  asked: Asked | undefined;
  progress: Progress | undefined;
  workbook: Workbook | undefined;
  documents: Stukken | undefined;
  /** What went wrong with which of both. */
  fault: { of: 'workbook' | 'documents'; why: unknown } | undefined;
  makeWorkbook: () => Promise<void>;
  makeDocuments: () => Promise<void>;
}

const today = (): string => {
  const d = new Date();
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`;
};

export function useProposal(scenario: VolledigScenario): Proposal {
  const { project } = useOpen();
  const { progress, run } = useTask();
  const [choice, setChoice] = useState<Choice>(() => ({ lezer: undefined, grondslag: '', datum: today(), beside: [], parts: PDFDELEN }));
  const [workbook, setWorkbook] = useState<Workbook>();
  const [documents, setDocuments] = useState<Stukken>();
  const [fault, setFault] = useState<Proposal['fault']>();
  const { lezer, datum } = choice;
  const grondslag = choice.grondslag.trim();
  const missing = [!lezer && 'de lezer', lezer === 'intern' && grondslag === '' && 'de grondslag', !datum && 'de datum'].filter((x): x is string => typeof x === 'string');
  // A scenario that was removed meanwhile is not asked for.
  const beside = choice.beside.filter((id) => id !== scenario.id && project.scenarios.some((s) => s.id === id));
  const asked: Asked | undefined = lezer && datum && missing.length === 0 ? { scenarios: [scenario.id, ...beside], lezer, datum, ...(lezer === 'intern' && { grondslag }) } : undefined;

  const attempt = async (of: 'workbook' | 'documents', work: (asked: Asked) => Promise<void>): Promise<void> => {
    if (!asked) return;
    setFault(undefined);
    try {
      await flush();
      await work(asked);
    } catch (why) {
      setFault({ of, why });
    }
  };
  return {
    scenario, choice, missing, asked, progress, workbook, documents, fault,
    choose(change) {
      setChoice({ ...choice, ...change });
      setDocuments(undefined);
      // Which documents there are is nothing to the workbook.
      if (Object.keys(change).some((key) => key !== 'parts')) setWorkbook(undefined);
      setFault(undefined);
    },
    makeWorkbook: () => attempt('workbook', async (a) => {
      setWorkbook(undefined);
      setWorkbook(await run('voorstel.maak', a, 'Werkmap maken en narekenen…'));
    }),
    makeDocuments: () => attempt('documents', async (a) => {
      setDocuments(undefined);
      setDocuments(await run('voorstel.stukken', { ...a, delen: [...choice.parts], als: appInfo().kan.pdf ? 'pdf' : 'html' }, 'Stukken maken…'));
    }),
  };
}
