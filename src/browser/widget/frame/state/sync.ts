import {
  type CustomerConversationView,
  type CustomerEntryView,
  type CustomerTicketView,
  LIMITS,
} from '../../../../contract/index.js';
import { completeUntil, isBehind, mergeEntries, type Thread } from '../logic/thread.js';
import type { Connection } from './connection.js';
import type { Store } from './store.js';

/** How much of a long thread is loaded at first. */
const FIRST_PAGE = 60;
const TYPING_LASTS_MS = 6_000;
/** Pushes may overtake one another by a little; only what stays missing is asked for. */
const GAP_PATIENCE_MS = 250;

/** Keeps conversations and threads equal to the server's: pushes as they come, and catching up where something is missing. */
export function createSync(store: Store, connection: Connection, settle: (clientMessageIds: string[]) => void) {
  const running = new Map<string, Promise<void>>();

  function conversation(id: string): CustomerConversationView | undefined {
    return store.get().conversations.find((each) => each.id === id);
  }

  /** Takes a conversation's new view; numbers never go back, for views may overtake one another. */
  function takeConversation(view: CustomerConversationView): void {
    const known = conversation(view.id);
    const merged = {
      ...view,
      lastSeq: Math.max(view.lastSeq, known?.lastSeq ?? 0),
      readSeq: Math.max(view.readSeq, known?.readSeq ?? 0),
    };
    const others = store.get().conversations.filter(({ id }) => id !== view.id);
    store.set({ conversations: [merged, ...others].sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt)) });
  }

  function takeEntries(id: string, thread: Thread, arrived: CustomerEntryView[]): void {
    const { threads, typing } = store.get();
    store.set({
      threads: { ...threads, [id]: mergeEntries(thread, arrived) },
      typing: arrived.some(({ author }) => author.kind !== 'customer') ? { ...typing, [id]: undefined } : typing,
    });
    settle(arrived.flatMap((entry) => entry.clientMessageId ?? []));
  }

  /** Loads what is missing of a thread, the latest page of one that is not loaded. One run at a time for each. */
  function catchUp(id: string): Promise<void> {
    const run = running.get(id) ?? load(id).finally(() => running.delete(id));
    running.set(id, run);
    return run;
  }

  async function load(id: string): Promise<void> {
    let more = true;
    while (more) {
      const thread = store.get().threads[id];
      const afterSeq = thread ? completeUntil(thread) : Math.max(0, (conversation(id)?.lastSeq ?? 0) - FIRST_PAGE);
      const answer = await connection.request('conversation.catch_up', { conversationId: id, afterSeq });
      takeConversation(answer.conversation);
      takeEntries(id, store.get().threads[id] ?? { after: afterSeq, entries: [] }, answer.entries);
      more = answer.hasMore && answer.entries.length > 0;
    }
  }

  function catchUpQuietly(id: string): void {
    // Without an answer nothing is lost: the next connection catches up again.
    catchUp(id).catch(() => undefined);
  }

  async function loadOlder(id: string): Promise<void> {
    const before = store.get().threads[id]?.after;
    if (!before) return;
    const afterSeq = Math.max(0, before - LIMITS.catchUpPage);
    const answer = await connection.request('conversation.catch_up', { conversationId: id, afterSeq });
    const thread = store.get().threads[id];
    if (thread) takeEntries(id, { ...thread, after: afterSeq }, answer.entries);
  }

  function catchUpIfBehind(id: string): void {
    setTimeout(() => {
      const thread = store.get().threads[id];
      if (thread && isBehind(thread, conversation(id)?.lastSeq ?? 0)) catchUpQuietly(id);
    }, GAP_PATIENCE_MS);
  }

  /** An entry that was pushed or acknowledged. */
  function takeEntry(id: string, entry: CustomerEntryView): void {
    const known = conversation(id);
    if (!known) {
      catchUpQuietly(id);
      return;
    }
    takeConversation({
      ...known,
      unspoken: entry.author.kind === 'customer' ? undefined : known.unspoken,
      lastSeq: Math.max(known.lastSeq, entry.seq),
      lastActivityAt: entry.createdAt > known.lastActivityAt ? entry.createdAt : known.lastActivityAt,
      preview: entry.body || known.preview,
    });
    const thread = store.get().threads[id];
    if (!thread) return;
    takeEntries(id, thread, [entry]);
    catchUpIfBehind(id);
  }

  connection.on('entry.added', ({ conversationId, entry }) => takeEntry(conversationId, entry));

  connection.on('conversation.changed', ({ conversation: view }) => {
    takeConversation(view);
    catchUpIfBehind(view.id);
  });

  connection.on('conversation.read', ({ conversationId, staffReadSeq }) => {
    const known = conversation(conversationId);
    if (known) takeConversation({ ...known, staffReadSeq });
  });

  connection.on('queue.changed', ({ conversationId, ...queue }) => {
    const known = conversation(conversationId);
    if (known?.ticket)
      takeConversation({
        ...known,
        ticket: { ...known.ticket, placeUpTo: undefined, expectedWait: undefined, ...queue },
      });
  });

  connection.on('typing', ({ conversationId, name, isTyping }) => {
    const until = Date.now() + TYPING_LASTS_MS;
    store.set({ typing: { ...store.get().typing, [conversationId]: isTyping ? { name, until } : undefined } });
    setTimeout(() => {
      const { typing } = store.get();
      if ((typing[conversationId]?.until ?? Number.POSITIVE_INFINITY) <= Date.now()) {
        store.set({ typing: { ...typing, [conversationId]: undefined } });
      }
    }, TYPING_LASTS_MS + 50);
  });

  return {
    takeConversation,
    takeEntry,
    /** A conversation that has just been started here: its thread is known from the first entry on. */
    takeStarted(view: CustomerConversationView): void {
      const { threads } = store.get();
      takeConversation(view);
      store.set({ threads: { [view.id]: { after: 0, entries: [] }, ...threads } });
      catchUpIfBehind(view.id);
    },
    takeTicket(id: string, ticket: CustomerTicketView): void {
      const known = conversation(id);
      if (known) takeConversation({ ...known, ticket });
    },
    takeRead(id: string, seq: number): void {
      const known = conversation(id);
      if (known) takeConversation({ ...known, readSeq: seq });
    },
    takeBotOutcome(id: string, entryId: string, helped: boolean): void {
      const thread = store.get().threads[id];
      const entry = thread?.entries.find((each) => each.id === entryId);
      if (!thread || entry?.data?.type !== 'bot_answer') return;
      takeEntries(id, thread, [{ ...entry, data: { ...entry.data, outcome: helped ? 'helped' : 'not_helped' } }]);
    },
    catchUp: catchUpQuietly,
    loadOlder,
    /** After each connect: every thread that is loaded, and the one on screen. */
    catchUpAll(): void {
      const { threads, route, conversations } = store.get();
      const ids = new Set(Object.keys(threads));
      if (route.screen === 'conversation') ids.add(route.id);
      for (const { id } of conversations) if (ids.has(id)) catchUpQuietly(id);
    },
  };
}

export type Sync = ReturnType<typeof createSync>;
