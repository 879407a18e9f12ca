import type { CustomerConversationView, CustomerEntryView, Problem } from '../../../../contract/index.js';
import {
  ABANDONED_AFTER_MS,
  addItem,
  changeItem,
  moveItems,
  nextItem,
  type OutboxItem,
  settleItems,
} from '../logic/outbox-items.js';
import { uuid } from '../logic/uuid.js';
import { type Connection, RequestError } from './connection.js';
import type { Keep } from './keep.js';
import type { LocalConversation, Store } from './store.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

export interface OutboxEvents {
  onStarted(view: CustomerConversationView): void;
  onAcknowledged(conversationId: string, entry: CustomerEntryView): void;
  /** A conversation goes on under another id: what the screen shows and what is kept for it move along. */
  onMoved(from: string, to: string): void;
}

/**
 * Unsent messages: kept in storage, sent in order, conversation by conversation, with the same id until they are
 * acknowledged. A conversation that is not on the server yet is started first, and one that is closed is followed up.
 */
export function createOutbox(store: Store, keep: Keep, connection: Connection, events: OutboxEvents) {
  const tab = uuid();
  const sending = new Set<string>();
  const starting = new Map<string, Promise<string>>();

  function change(apply: (items: OutboxItem[]) => OutboxItem[]): void {
    // From storage, not from memory: other tabs write there too.
    const items = apply(keep.get('outbox') ?? store.get().outbox);
    keep.set('outbox', items);
    store.set({ outbox: items });
  }

  function changeLocals(apply: (locals: LocalConversation[]) => LocalConversation[]): void {
    const locals = apply(keep.get('locals') ?? store.get().locals);
    keep.set('locals', locals);
    store.set({ locals });
  }

  function begin(local: Omit<LocalConversation, 'id'>): string {
    const id = uuid();
    changeLocals((locals) => [...locals, { ...local, id }]);
    return id;
  }

  /** Starts a conversation of this side on the server, once, and gives its id there. */
  function start(id: string): Promise<string> {
    const local = store.get().locals.find((each) => each.id === id);
    if (!local) return Promise.resolve(id);
    const { id: clientConversationId, ...topic } = local;
    const run =
      starting.get(id) ??
      connection
        .request('conversation.start', { clientConversationId, ...topic })
        .then(({ conversation }) => {
          events.onStarted(conversation);
          change((items) => moveItems(items, id, conversation.id));
          events.onMoved(id, conversation.id);
          changeLocals((locals) => locals.filter((each) => each.id !== id));
          return conversation.id;
        })
        .finally(() => starting.delete(id));
    starting.set(id, run);
    return run;
  }

  async function sendItem(item: OutboxItem, conversationId: string): Promise<void> {
    const { clientMessageId, body, card } = item;
    const attachmentIds = item.attachments.map(({ id }) => id);
    const { entry } = card
      ? await connection.request('card.send', { conversationId, clientMessageId, card })
      : await connection.request('message.send', {
          conversationId,
          clientMessageId,
          body,
          ...(attachmentIds.length && { attachmentIds }),
        });
    events.onAcknowledged(conversationId, entry);
    change((items) => settleItems(items, [clientMessageId]));
  }

  function followUp(closed: string): string {
    const category = store.get().conversations.find(({ id }) => id === closed)?.category;
    const next = begin({ followUpOf: closed, ...(category && { category }) });
    change((items) => moveItems(items, closed, next));
    events.onMoved(closed, next);
    return next;
  }

  function fail(item: OutboxItem, problem: Problem | undefined): void {
    const { code = 'internal_error', title = '', detail } = problem ?? {};
    change((items) => changeItem(items, item.clientMessageId, { failure: { code, title, detail } }));
  }

  /** Waits before the next attempt after a temporary refusal; false when there is no connection to try it on. */
  async function waitToRetry(error: RequestError, pause: number): Promise<boolean> {
    if (error.code === 'offline') return connection.isConnected;
    await new Promise((resolve) => setTimeout(resolve, (error.problem?.retryAfter ?? 0) * 1_000 || pause));
    return true;
  }

  /** Sends all that waits in one conversation. Comes to an end when nothing waits, or there is no connection. */
  async function drain(mine: string[]): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    const isMine = (id: string) => {
      if (mine.at(-1) === id) return true;
      if (sending.has(id)) return false;
      sending.add(id);
      mine.push(id);
      return true;
    };
    for (;;) {
      const from = mine.at(-1) ?? '';
      const item = nextItem(store.get().outbox, from, tab, Date.now());
      if (!item || !connection.isConnected || !store.get().resumed) return;
      try {
        const conversation = await start(from);
        if (!isMine(conversation)) return;
        await sendItem(item, conversation);
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        if (error.code === 'conversation_closed') {
          if (!isMine(followUp(mine.at(-1) ?? ''))) return;
        } else if (!error.isTemporary) fail(item, error.problem);
        else if (!(await waitToRetry(error, pause))) return;
        else pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  function flush(conversation: string): void {
    if (sending.has(conversation)) return;
    const mine = [conversation];
    sending.add(conversation);
    drain(mine)
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        for (const id of mine) sending.delete(id);
      });
  }

  function flushAll(): void {
    for (const conversation of new Set(store.get().outbox.map((item) => item.conversation))) flush(conversation);
  }

  // What a tab that is gone has left behind.
  setInterval(flushAll, ABANDONED_AFTER_MS);

  return {
    begin,
    start,
    followUp,
    flushAll,
    add(item: Pick<OutboxItem, 'conversation' | 'body'> & Partial<OutboxItem>): void {
      const whole = { clientMessageId: uuid(), attachments: [], createdAt: Date.now(), tab, ...item };
      change((items) => addItem(items, whole));
      flush(item.conversation);
    },
    retry(item: OutboxItem): void {
      change((items) => changeItem(items, item.clientMessageId, { failure: undefined, tab }));
      flush(item.conversation);
    },
    discard(item: OutboxItem): void {
      change((items) => settleItems(items, [item.clientMessageId]));
    },
    settle(clientMessageIds: string[]): void {
      const waiting = store.get().outbox;
      if (
        settleItems(keep.get('outbox') ?? waiting, clientMessageIds).length !== (keep.get('outbox') ?? waiting).length
      ) {
        change((items) => settleItems(items, clientMessageIds));
      }
    },
    /** Another tab has written: show what it waits for. */
    reload(): void {
      store.set({ outbox: keep.get('outbox') ?? [], locals: keep.get('locals') ?? [] });
    },
    /** Drops what does not belong to one of these conversations, or all. */
    forget(known: string[] = []): void {
      change((items) => items.filter((item) => known.includes(item.conversation)));
      changeLocals((locals) => locals.filter(({ id }) => known.includes(id)));
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
