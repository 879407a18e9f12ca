import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { TicketListItemView } from '../../../contract/index.js';
import { keys } from '../api/queries.js';
import { type ListPages, replaceRow } from '../lists/list-pages.js';

const MOST = 99;
const listeners = new Set<() => void>();
let numbers: ReadonlySet<string> = new Set();

/** Tickets that changed since the table was read: rows stay where they are under the reader's hand, and say so. */
export const tableNews = {
  add(number: string): void {
    if (numbers.has(number) || numbers.size > MOST) return;
    numbers = new Set([...numbers, number]);
    announce();
  },
  clear(): void {
    if (numbers.size === 0) return;
    numbers = new Set();
    announce();
  },
};

function announce(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTableNews = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => numbers);

/** A row that is shown becomes its newer self, where it stands. */
export function tellTable(client: QueryClient, ticket: TicketListItemView): void {
  client.setQueriesData<ListPages>({ queryKey: keys.tables }, (list) => list && replaceRow(list, ticket));
  tableNews.add(ticket.number);
}
