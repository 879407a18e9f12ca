import { useSyncExternalStore } from 'react';

/** Fields of a case that somebody was told to fill in before it can be called solved. */
interface Wanted {
  number: string;
  keys: readonly string[];
}

const NONE: readonly string[] = [];
const listeners = new Set<() => void>();
let wanted: Wanted | undefined;

/** The case's form opens at these fields. None: nobody waits for any. */
export function wantFields(number: string, keys: readonly string[]): void {
  wanted = keys.length > 0 ? { number, keys } : undefined;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useWantedFields = (number: string): readonly string[] =>
  useSyncExternalStore(subscribe, () => (wanted?.number === number ? wanted.keys : NONE));
