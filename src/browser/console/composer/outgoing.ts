import type { AttachmentView, Problem, Timestamp } from '../../../contract/index.js';
import type { ComposerMode } from './drafts.js';

/** A message or note on its way. The same `clientMessageId` goes with every attempt, so it is stored once. */
export interface Outgoing {
  clientMessageId: string;
  conversationId: string;
  mode: ComposerMode;
  body: string;
  attachments: AttachmentView[];
  createdAt: Timestamp;
  /** Of a reply: the last entry that its writer had on screen. */
  seenSeq?: number;
  /** Of a note: ids of the colleagues whom it addresses. */
  mentions?: string[];
  /** `waiting`: for the connection, or for its turn; `failed`: refused, the writer decides. */
  state: 'waiting' | 'sending' | 'failed';
  problem?: Problem;
}

export type OutgoingEvent =
  | { type: 'written'; message: Outgoing }
  | { type: 'sending'; id: string }
  | { type: 'no_answer'; id: string }
  | { type: 'refused'; id: string; problem: Problem }
  | { type: 'retried'; id: string; seenSeq?: number }
  | { type: 'done'; id: string };

/** What is on its way after an event. */
export function reduceOutgoing(queue: Outgoing[], event: OutgoingEvent): Outgoing[] {
  const change = (id: string, next: Partial<Outgoing>) =>
    queue.map((message) => (message.clientMessageId === id ? { ...message, ...next } : message));
  switch (event.type) {
    case 'written':
      return [...queue, event.message];
    case 'sending':
      return change(event.id, { state: 'sending', problem: undefined });
    case 'no_answer':
      return change(event.id, { state: 'waiting', problem: undefined });
    case 'retried':
      return change(event.id, {
        state: 'waiting',
        problem: undefined,
        ...('seenSeq' in event && { seenSeq: event.seenSeq }),
      });
    case 'refused':
      return change(event.id, { state: 'failed', problem: event.problem });
    case 'done':
      return queue.filter((message) => message.clientMessageId !== event.id);
  }
}

/**
 * What to send next: the first waiting message of every conversation that has none under way. One at a time keeps
 * the order of the writer; a failed one does not hold up what was written after it.
 */
export function nextToSend(queue: Outgoing[]): Outgoing[] {
  const busy = new Set(queue.filter(({ state }) => state === 'sending').map(({ conversationId }) => conversationId));
  const next: Outgoing[] = [];
  for (const message of queue) {
    if (message.state !== 'waiting' || busy.has(message.conversationId)) continue;
    busy.add(message.conversationId);
    next.push(message);
  }
  return next;
}

/** Whether its writer is to say if it goes all the same: something was said before it was sent. */
export const isAsked = ({ state, problem }: Outgoing): boolean =>
  state === 'failed' && problem?.code === 'case_changed';
