import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: number | undefined;

function beat() {
  for (const listener of listeners) listener();
  // Aligned to the full second, so that all countdowns of the page turn at once.
  timer = window.setTimeout(beat, 1_000 - (Date.now() % 1_000));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) timer = window.setTimeout(beat, 1_000 - (Date.now() % 1_000));
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearTimeout(timer);
    timer = undefined;
  };
}

/** A text that is computed every second; the component renders again only when it differs. */
export function useEverySecond(compute: (now: number) => string): string {
  const snapshot = useCallback(() => compute(Date.now()), [compute]);
  return useSyncExternalStore(subscribe, snapshot);
}
