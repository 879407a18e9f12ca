import { useSyncExternalStore } from 'react';
import type { TicketSort } from '../../../contract/index.js';
import { safeStorage, storedValue } from '../shared/stored-value.js';

/** The columns in their order; `subject` always stands, for it is what one opens. */
export const COLUMNS = [
  'subject',
  'status',
  'priority',
  'customer',
  'shop',
  'category',
  'nature',
  'team',
  'assignee',
  'due',
  'updated',
  'opened',
  'rating',
  'tag',
] as const;
export type Column = (typeof COLUMNS)[number];

export const SORTED_BY: Partial<Record<Column, TicketSort>> = {
  priority: 'priority',
  due: 'due',
  updated: 'updated',
  opened: 'opened',
};

const USUAL: readonly Column[] = [
  'subject',
  'status',
  'priority',
  'customer',
  'shop',
  'category',
  'team',
  'assignee',
  'due',
  'updated',
];
const KEY = 'porchlight.console.columns';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
export const storedDensity = storedValue<Density>('porchlight.console.density', DENSITIES, () => 'comfortable');

const listeners = new Set<() => void>();
let shown = read();

function read(): readonly Column[] {
  const kept = safeStorage.get(KEY)?.split(',');
  const known = COLUMNS.filter((column) => column === 'subject' || kept?.includes(column));
  return kept ? known : USUAL;
}

/** Which columns this browser shows. */
export const shownColumns = {
  set(columns: readonly Column[]): void {
    shown = COLUMNS.filter((column) => column === 'subject' || columns.includes(column));
    safeStorage.set(KEY, shown.join(','));
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useShownColumns = (): readonly Column[] => useSyncExternalStore(subscribe, () => shown);
