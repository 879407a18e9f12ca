import type { QueryClient } from '@tanstack/react-query';
import type { OwnPresenceView, ServerToAgent, TicketListItemView } from '../../../contract/index.js';
import { keys } from '../api/queries.js';
import { putAction } from '../bulk/queries.js';
import { dropRow, type ListPages, replaceRow } from '../lists/list-pages.js';
import { hasGap, mergeEntries } from '../thread/merge-entries.js';
import type { ThreadState } from '../thread/thread-state.js';
import { tableNews, tellTable } from '../tickets/table-news.js';
import type { AgentSocket } from './agent-socket.js';
import { createThrottle } from './throttle.js';

/** A busy desk changes many tickets a second; lists are read again this often at most. Milliseconds. */
const LIST_REFRESH = 1_500;

type Push<E extends keyof ServerToAgent> = Parameters<ServerToAgent[E]>[0];

/** Carries what the server pushes into the query cache. Returns the undo. */
export function listenToPushes(socket: AgentSocket, client: QueryClient, staffId: string): () => void {
  const listsChanged = createThrottle(LIST_REFRESH, () => {
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.counts });
    void client.invalidateQueries({ queryKey: keys.due });
    void client.invalidateQueries({ queryKey: keys.escalations });
  });
  const clocksChanged = createThrottle(LIST_REFRESH, () => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [part, , what] }) => part === 'ticket' && what === 'clocks',
    });
  });
  /** What belongs to the case that is open shows how others stand: tasks, parts, what it is linked with. */
  const kinChanged = createThrottle(LIST_REFRESH, () => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [part, , what] }) => part === 'ticket' && what === 'kinship',
    });
  });
  const editLists = (edit: (list: ListPages) => ListPages) =>
    client.setQueriesData<ListPages>({ queryKey: keys.lists }, (list) => list && edit(list));

  const entryAdded = ({ conversationId, entry }: Push<'entry.added'>) => {
    const key = keys.entries(conversationId);
    const thread = client.getQueryData<ThreadState>(key);
    if (thread) {
      const entries = mergeEntries(thread.entries, [entry]);
      client.setQueryData<ThreadState>(key, { ...thread, entries });
      if (hasGap(entries)) void client.invalidateQueries({ queryKey: key });
    }
    // Previews and unread counts of the lists follow from it at once; the case's time, its order, when the case has heard.
    listsChanged.callTwice();
  };

  const ticketChanged = ({ ticket }: { ticket: TicketListItemView }) => {
    editLists((list) => replaceRow(list, ticket));
    tellTable(client, ticket);
    listsChanged.call();
    // The case itself, its timeline and its context are read again if they are open, or when they next are.
    void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) });
    // Clocks follow what has happened by its event: a moment later.
    clocksChanged.callTwice();
    kinChanged.call();
  };

  const ticketWithdrawn = ({ number }: Push<'ticket.withdrawn'>) => {
    editLists((list) => dropRow(list, number));
    tableNews.add(number);
    listsChanged.call();
  };

  /** Whoever has it open reads it again, and is led to the case that has its conversations. */
  const ticketMerged = ({ number, into }: Push<'ticket.merged'>) => {
    ticketWithdrawn({ number });
    void client.invalidateQueries({ queryKey: keys.ticket(number) });
    void client.invalidateQueries({ queryKey: keys.ticket(into) });
  };

  const conversationRead = ({ conversationId, customerSeq }: Push<'conversation.read'>) =>
    client.setQueryData<ThreadState>(
      keys.entries(conversationId),
      (thread) => thread && { ...thread, customerReadSeq: Math.max(thread.customerReadSeq, customerSeq) },
    );

  const presenceChanged = ({ staffId: whose, ...presence }: Push<'presence.changed'>) => {
    if (whose !== staffId) return;
    client.setQueryData<OwnPresenceView>(keys.presence, (own) => own && { ...presence, holding: own.holding });
    void client.invalidateQueries({ queryKey: keys.presence });
  };

  const noticesChanged = ({ unread }: Push<'notices.changed'>) => {
    client.setQueryData(keys.unreadNotices, { unread });
    void client.invalidateQueries({ queryKey: keys.noticeLists });
    // A rung has fired, or somebody has acknowledged one.
    void client.invalidateQueries({ queryKey: keys.escalations });
    clocksChanged.call();
  };

  /** An answer that is under way may be older than the push, and the one after it comes within seconds in any case. */
  const boardChanged = () => void client.invalidateQueries({ queryKey: keys.wallBoard }, { cancelRefetch: false });

  const surgesChanged = () => void client.invalidateQueries({ queryKey: keys.surges });

  const bulkChanged = ({ action }: Push<'bulk_action.changed'>) => putAction(client, action);

  const botListsChanged = createThrottle(LIST_REFRESH, () => {
    void client.invalidateQueries({ queryKey: keys.botLists });
    void client.invalidateQueries({ queryKey: keys.botCounts });
  });
  const botChanged = ({ conversationIds }: Push<'bot_conversations.changed'>) => {
    for (const id of conversationIds) {
      void client.invalidateQueries({ queryKey: keys.botEntries(id) });
      void client.invalidateQueries({ queryKey: keys.botConversation(id) });
    }
    botListsChanged.call();
  };

  socket.on('bulk_action.changed', bulkChanged);
  socket.on('bot_conversations.changed', botChanged);
  socket.on('surges.changed', surgesChanged);
  socket.on('wall_board.changed', boardChanged);
  socket.on('entry.added', entryAdded);
  socket.on('ticket.changed', ticketChanged);
  socket.on('ticket.assigned', ticketChanged);
  socket.on('ticket.withdrawn', ticketWithdrawn);
  socket.on('ticket.merged', ticketMerged);
  socket.on('conversation.read', conversationRead);
  socket.on('presence.changed', presenceChanged);
  socket.on('notices.changed', noticesChanged);
  return () => {
    listsChanged.cancel();
    clocksChanged.cancel();
    kinChanged.cancel();
    botListsChanged.cancel();
    socket.off('bulk_action.changed', bulkChanged);
    socket.off('bot_conversations.changed', botChanged);
    socket.off('surges.changed', surgesChanged);
    socket.off('wall_board.changed', boardChanged);
    socket.off('entry.added', entryAdded);
    socket.off('ticket.changed', ticketChanged);
    socket.off('ticket.assigned', ticketChanged);
    socket.off('ticket.withdrawn', ticketWithdrawn);
    socket.off('ticket.merged', ticketMerged);
    socket.off('conversation.read', conversationRead);
    socket.off('presence.changed', presenceChanged);
    socket.off('notices.changed', noticesChanged);
  };
}
