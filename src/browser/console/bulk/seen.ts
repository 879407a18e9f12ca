import { useSyncExternalStore } from 'react';
import { safeStorage } from '../shared/stored-value.js';

const KEY = 'porchlight.console.bulk-seen';
const KEPT = 20;
const listeners = new Set<() => void>();
let ids: readonly string[] = safeStorage.get(KEY)?.split(',') ?? [];

/** Results that somebody has read and put away, in this browser. */
export const seenActions = {
  add(id: string): void {
    ids = [id, ...ids].slice(0, KEPT);
    safeStorage.set(KEY, ids.join(','));
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSeenActions = (): readonly string[] => useSyncExternalStore(subscribe, () => ids);
