import type { QueryClient } from '@tanstack/react-query';
import type { ServerToAgent, TicketListItemView } from '../../../contract/index.js';
import { keys } from '../api/queries.js';
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
  };

  const ticketWithdrawn = ({ number }: Push<'ticket.withdrawn'>) => {
    editLists((list) => dropRow(list, number));
    tableNews.add(number);
    listsChanged.call();
  };

  const conversationRead = ({ conversationId, customerSeq }: Push<'conversation.read'>) =>
    client.setQueryData<ThreadState>(
      keys.entries(conversationId),
      (thread) => thread && { ...thread, customerReadSeq: Math.max(thread.customerReadSeq, customerSeq) },
    );

  const presenceChanged = ({ staffId: whose, presence }: Push<'presence.changed'>) => {
    if (whose === staffId) client.setQueryData(keys.presence, { presence });
  };

  const noticesChanged = ({ unread }: Push<'notices.changed'>) => {
    client.setQueryData(keys.unreadNotices, { unread });
    void client.invalidateQueries({ queryKey: keys.noticeLists });
    // A rung has fired, or somebody has acknowledged one.
    void client.invalidateQueries({ queryKey: keys.escalations });
    clocksChanged.call();
  };

  socket.on('entry.added', entryAdded);
  socket.on('ticket.changed', ticketChanged);
  socket.on('ticket.assigned', ticketChanged);
  socket.on('ticket.withdrawn', ticketWithdrawn);
  socket.on('conversation.read', conversationRead);
  socket.on('presence.changed', presenceChanged);
  socket.on('notices.changed', noticesChanged);
  return () => {
    listsChanged.cancel();
    clocksChanged.cancel();
    socket.off('entry.added', entryAdded);
    socket.off('ticket.changed', ticketChanged);
    socket.off('ticket.assigned', ticketChanged);
    socket.off('ticket.withdrawn', ticketWithdrawn);
    socket.off('conversation.read', conversationRead);
    socket.off('presence.changed', presenceChanged);
    socket.off('notices.changed', noticesChanged);
  };
}
