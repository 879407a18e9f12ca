import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffEntryView } from '../../../contract/index.js';
import { keys } from '../api/queries.js';
import type { AgentQuestion, AnswerOf, PayloadOf } from '../realtime/agent-socket.js';
import { useRealtime } from '../realtime/realtime.js';
import { contiguousSeq, mergeEntries } from './merge-entries.js';

/** What is known of one conversation: its entries in order, and how far its customer has read (in their numbers). */
export interface ThreadState {
  entries: StaffEntryView[];
  customerReadSeq: number;
}

const EMPTY: ThreadState = { entries: [], customerReadSeq: 0 };

type Ask = <Q extends AgentQuestion>(question: Q, payload: PayloadOf<Q>) => Promise<AnswerOf<Q>>;

/** A conversation, caught up over the socket. Reading it again asks only for what is missing. */
export function useThread(conversationId: string | undefined) {
  const client = useQueryClient();
  const { connection, ask } = useRealtime();
  return useQuery({
    queryKey: keys.entries(conversationId ?? ''),
    queryFn: () => catchUp(client, ask, conversationId ?? ''),
    enabled: conversationId !== undefined && connection === 'online',
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function catchUp(client: QueryClient, ask: Ask, conversationId: string): Promise<ThreadState> {
  const key = keys.entries(conversationId);
  const known = () => client.getQueryData<ThreadState>(key) ?? EMPTY;
  let { entries, customerReadSeq } = known();
  for (;;) {
    const afterSeq = contiguousSeq(entries);
    const answer = await ask('conversation.catch_up', { conversationId, afterSeq });
    entries = mergeEntries(entries, answer.entries);
    customerReadSeq = Math.max(customerReadSeq, answer.customerReadSeq ?? 0);
    // `hasMore` with nothing new would go round for ever.
    if (!answer.hasMore || contiguousSeq(entries) === afterSeq) break;
  }
  // Pushes that came in while we were asking are in the cache by now.
  const meanwhile = known();
  return {
    entries: mergeEntries(meanwhile.entries, entries),
    customerReadSeq: Math.max(customerReadSeq, meanwhile.customerReadSeq),
  };
}

/** Puts an acknowledged entry into the cache, as its push would. */
export function addEntry(client: QueryClient, entry: StaffEntryView): void {
  client.setQueryData<ThreadState>(keys.entries(entry.conversationId), (thread) => ({
    ...(thread ?? EMPTY),
    entries: mergeEntries(thread?.entries ?? [], [entry]),
  }));
}
