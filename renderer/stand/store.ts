/**
 * The open project in the page. What the program confirmed lies below, changes of this page that are on their way lie over it, so that every keystroke
 * shows at once. Changes of one field that follow each other closely become one transaction, one log entry, one undo.
 */
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import type { Wijziging } from '../../models/contract/methoden.ts';
import type { Projectstand, ProjectZonderRijen, Stand } from '../../models/contract/stand.ts';
import type { Voorbereiding } from '../../models/rekenen/types.ts';
import { Dienstfout, roep } from '../client/client.ts';
import { applied, targetOf } from './overlay.ts';

export interface OpenProject {
  /** Which opening of a project this is: what was found about another one does not hold for it. */
  opening: number;
  /** As the program last said. */
  stand: Projectstand;
  voorbereiding: Voorbereiding | undefined;
  /** The project of `stand` with the changes that are on their way. */
  project: ProjectZonderRijen;
  /** A change is on its way or waits to be sent. */
  saving: boolean;
}

/** Milliseconds without a keystroke after which a change is sent. */
const REST = 700;

interface Batch { field: string; omschrijving: string; wijzigingen: Map<string, Wijziging> }

let current: OpenProject | undefined;
let openings = 0;
let waiting: Batch | undefined;
let sending: Batch | undefined;
/** Calls are made one after the other, so that each knows the revision before it. */
let queue: Promise<unknown> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
let onFault: (fault: unknown) => void = () => undefined;

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const getOpen = (): OpenProject | undefined => current;
/** What is told of a change that was refused or a call that failed. */
export const setFaultHandler = (handler: (fault: unknown) => void): void => {
  onFault = handler;
};

const changesOf = (batch: Batch | undefined): Wijziging[] => (batch ? [...batch.wijzigingen.values()] : []);

function show(stand: Projectstand, voorbereiding: Voorbereiding | undefined): void {
  const onTheWay = [...changesOf(sending), ...changesOf(waiting)];
  current = { opening: openings, stand, voorbereiding, project: onTheWay.reduce(applied, stand.project), saving: onTheWay.length > 0 };
  for (const listener of listeners) listener();
}

/** Takes an answer of the program. Without a new preparation the known one still holds. */
export function take({ stand, voorbereiding }: Stand): void {
  show(stand, voorbereiding ?? (stand.voorbereiding === null ? undefined : current?.voorbereiding));
}

/** Opens what a method gave, in place of what was open. */
export function open(stand: Stand): void {
  waiting = sending = undefined;
  current = undefined;
  openings++;
  take(stand);
}

function forget(): void {
  clearTimeout(timer);
  waiting = sending = current = undefined;
  for (const listener of listeners) listener();
}

/**
 * Changes the project. Shows at once; is sent when typing rests, when another field is changed, or by `flush`.
 * @param omschrijving for the log and for undo
 * @param field what is being edited; changes of the same field that follow closely are one. Without it the change is sent at once.
 */
export function wijzig(wijzigingen: readonly Wijziging[], omschrijving: string, field?: string): void {
  if (!current || current.stand.alleenLezen) return;
  if (waiting && waiting.field !== field) send();
  waiting ??= { field: field ?? '', omschrijving, wijzigingen: new Map() };
  waiting.omschrijving = omschrijving;
  for (const w of wijzigingen) waiting.wijzigingen.set(targetOf(w), w);
  show(current.stand, current.voorbereiding);
  clearTimeout(timer);
  if (field === undefined) send();
  else timer = setTimeout(send, REST);
}

/** Puts what waits in the queue. */
function send(): void {
  clearTimeout(timer);
  const batch = waiting;
  if (!batch || !current) return;
  queue = queue.then(() => attempt(batch));
  if (!sending) sending = batch;
  else {
    // A second batch waits for the first: together they lie over what is confirmed, in their order.
    sending = { ...batch, wijzigingen: new Map([...sending.wijzigingen, ...batch.wijzigingen]) };
  }
  waiting = undefined;
}

async function attempt(batch: Batch): Promise<void> {
  if (!current) return;
  try {
    const answer = await roep('project.wijzig', { wijzigingen: changesOf(batch), omschrijving: batch.omschrijving, revisie: current.stand.revisie });
    settle(batch);
    take(answer);
  } catch (fault) {
    settle(batch);
    onFault(fault);
    // What is on the way lies over a stand that may be another meanwhile: ask.
    if (fault instanceof Dienstfout && fault.code === 'conflict') await refreshNow();
    else if (current) show(current.stand, current.voorbereiding);
  }
}

/** Takes what was answered out of what is on its way; what was changed again since stays. */
function settle(batch: Batch): void {
  if (!sending) return;
  for (const [target, change] of batch.wijzigingen) if (sending.wijzigingen.get(target) === change) sending.wijzigingen.delete(target);
  if (sending.wijzigingen.size === 0) sending = undefined;
}

// A window that closes or goes out of sight takes nothing along that was only typed.
addEventListener('pagehide', () => send());
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && send());

/** Sends what waits, and is ready when everything is stored or refused. */
export async function flush(): Promise<void> {
  send();
  await queue;
}

/** Calls a method that changes the project, after everything that is on its way. Faults are told and give undefined. */
export async function change(call: () => Promise<Stand>): Promise<Stand | undefined> {
  send();
  const done = queue.then(async () => {
    try {
      const answer = await call();
      take(answer);
      return answer;
    } catch (fault) {
      onFault(fault);
      return undefined;
    }
  });
  queue = done;
  return done;
}

export const ongedaan = (): Promise<Stand | undefined> => change(() => roep('project.ongedaan', {}));
export const opnieuw = (): Promise<Stand | undefined> => change(() => roep('project.opnieuw', {}));

async function refreshNow(): Promise<void> {
  try {
    take(await roep('project.stand', {}));
  } catch (fault) {
    onFault(fault);
  }
}

/** The open project, asked anew: after a reload of the page, or when another window changed it. */
export async function refresh(): Promise<void> {
  queue = queue.then(refreshNow);
  await queue;
}

export async function sluit(): Promise<void> {
  await flush();
  await roep('project.sluit', {});
  forget();
}

/** @returns the reason why the project cannot be used any more, for `verloren` */
export function onEvent(g: Gebeurtenis): string | undefined {
  if (g.soort === 'gewijzigd' && current && g.revisie !== current.stand.revisie) void refresh();
  if (g.soort !== 'verloren') return undefined;
  forget();
  return g.tekst;
}
