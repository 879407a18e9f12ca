import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { isProblem } from '../api/client.js';
import { keys } from '../api/queries.js';
import { useRealtime } from '../realtime/realtime.js';
import { useStaff } from '../session/session.js';
import { addEntry } from '../thread/thread-state.js';
import { nextToSend, type Outgoing, reduceOutgoing } from './outgoing.js';
import { restoreOutgoing, storeOutgoing } from './outgoing-store.js';

/** Pause before the next attempt when an attempt found no answer. Milliseconds. */
const PAUSE = 2_000;

type Written = Pick<Outgoing, 'conversationId' | 'mode' | 'body' | 'attachments' | 'seenSeq' | 'mentions'>;

interface OutgoingActions {
  /** @param sent once the server has it; not after a reload */
  send: (message: Written, sent?: () => void) => void;
  /** @param seenSeq what its writer has seen by now */
  retry: (clientMessageId: string, seenSeq?: number) => void;
  discard: (clientMessageId: string) => void;
}

const QueueContext = createContext<Outgoing[]>([]);
const ActionsContext = createContext<OutgoingActions | null>(null);

/** Carries what was written to the server, through lost connections and reloads, each message once. */
export function OutgoingProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const staff = useStaff();
  const { ask, connection } = useRealtime();
  const [queue, dispatch] = useReducer(reduceOutgoing, staff.id, restoreOutgoing);
  const underWay = useRef(new Set<string>());
  const whenSent = useRef(new Map<string, () => void>());

  useEffect(() => storeOutgoing(staff.id, queue), [staff.id, queue]);

  const attempt = useCallback(
    async (message: Outgoing) => {
      const { clientMessageId: id, conversationId, body, attachments, seenSeq, mentions } = message;
      const payload = { conversationId, clientMessageId: id, body, attachmentIds: attachments.map((each) => each.id) };
      try {
        const { entry } =
          message.mode === 'note'
            ? await ask('note.add', { ...payload, mentions })
            : await ask('message.send', { ...payload, seenSeq });
        addEntry(client, entry);
        dispatch({ type: 'done', id });
        whenSent.current.get(id)?.();
        whenSent.current.delete(id);
      } catch (error) {
        const wait = isProblem(error) ? (error.problem.retryAfter ?? 0) * 1_000 : 0;
        if (isProblem(error) && (error.problem.code === 'unavailable' || wait > 0))
          window.setTimeout(() => dispatch({ type: 'no_answer', id }), Math.max(wait, PAUSE));
        // A server of the version before does not know the question, and refuses what asks it.
        else if (isProblem(error, 'invalid_input') && seenSeq !== undefined)
          dispatch({ type: 'retried', id, seenSeq: undefined });
        else if (isProblem(error)) {
          if (isProblem(error, 'case_changed'))
            void client.invalidateQueries({ queryKey: keys.entries(conversationId) });
          dispatch({ type: 'refused', id, problem: error.problem });
        } else throw error;
      } finally {
        underWay.current.delete(id);
      }
    },
    [ask, client],
  );

  useEffect(() => {
    if (connection !== 'online') return;
    for (const message of nextToSend(queue)) {
      const id = message.clientMessageId;
      if (underWay.current.has(id)) continue;
      underWay.current.add(id);
      dispatch({ type: 'sending', id });
      void attempt(message);
    }
  }, [connection, queue, attempt]);

  const actions = useMemo<OutgoingActions>(
    () => ({
      send(message, sent) {
        const clientMessageId = newId();
        if (sent) whenSent.current.set(clientMessageId, sent);
        const createdAt = new Date().toISOString();
        dispatch({ type: 'written', message: { ...message, clientMessageId, createdAt, state: 'waiting' } });
      },
      retry: (id, seenSeq) => dispatch({ type: 'retried', id, ...(seenSeq !== undefined && { seenSeq }) }),
      discard(id) {
        whenSent.current.delete(id);
        dispatch({ type: 'done', id });
      },
    }),
    [],
  );
  return (
    <ActionsContext value={actions}>
      <QueueContext value={queue}>{children}</QueueContext>
    </ActionsContext>
  );
}

/** A random UUID. `randomUUID` is missing where the page came by plain http from another machine. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is on its way in one conversation. */
export function useOutgoing(conversationId: string): Outgoing[] {
  const queue = use(QueueContext);
  return useMemo(() => queue.filter((message) => message.conversationId === conversationId), [queue, conversationId]);
}

export function useOutgoingActions(): OutgoingActions {
  const actions = use(ActionsContext);
  if (!actions) throw new Error('useOutgoingActions needs an OutgoingProvider above it');
  return actions;
}
