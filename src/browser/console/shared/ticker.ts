import { useCallback, useSyncExternalStore } from 'react';
import { serverTime } from './server-time.js';

const listeners = new Set<() => void>();
const jumpListeners = new Set<() => void>();
let timer: number | undefined;

function beat() {
  for (const listener of listeners) listener();
  if (serverTime.hasJumped()) for (const listener of jumpListeners) listener();
  timer = window.setTimeout(beat, untilNextSecond());
}

/** Aligned to the server's full second, so that all countdowns of all pages turn at once. */
function untilNextSecond(): number {
  return 1_000 - ((serverTime.now() ?? Date.now()) % 1_000);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) timer = window.setTimeout(beat, untilNextSecond());
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearTimeout(timer);
    timer = undefined;
  };
}

/** What is shown by the second is computed anew at once: the time is known better now, or the page is seen again. */
export function tickNow(): void {
  for (const listener of listeners) listener();
}

/** Told within a second when this machine's clock was set, or it has slept. Returns the undo. */
export function onClockJump(listener: () => void): () => void {
  jumpListeners.add(listener);
  return () => jumpListeners.delete(listener);
}

/**
 * A text that is computed every second; the component renders again only when it differs.
 * @param compute from the server's time in milliseconds; empty while that is not known
 */
export function useEverySecond(compute: (now: number) => string): string {
  const snapshot = useCallback(() => {
    const now = serverTime.now();
    return now === undefined ? '' : compute(now);
  }, [compute]);
  return useSyncExternalStore(subscribe, snapshot);
}
