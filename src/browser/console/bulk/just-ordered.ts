import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let latest: string | undefined;

/** The action that was ordered on this very page last: the keyboard goes to where it is undone. A push of it may come first. */
export const justOrdered = {
  set(id: string): void {
    latest = id;
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useJustOrdered = (): string | undefined => useSyncExternalStore(subscribe, () => latest);
