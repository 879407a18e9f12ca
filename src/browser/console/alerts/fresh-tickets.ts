import { useSyncExternalStore } from 'react';

const fresh = new Set<string>();
const listeners = new Set<() => void>();

function announce() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The tickets that were given to this person and not yet looked at. */
export const freshTickets = {
  add(number: string) {
    fresh.add(number);
    announce();
  },
  seen(number: string) {
    if (fresh.delete(number)) announce();
  },
};

export const useIsFresh = (number: string): boolean => useSyncExternalStore(subscribe, () => fresh.has(number));

export const useFreshCount = (): number => useSyncExternalStore(subscribe, () => fresh.size);
