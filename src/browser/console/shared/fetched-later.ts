import { type ComponentType, lazy } from 'react';

const PAUSES_MILLISECONDS = [300, 1_000, 3_000];

/**
 * A part of the console that is fetched when it is first shown. A server that goes in that moment cuts its script off; another
 * one has it, so it is asked for again before the page gives up.
 */
export const fetchedLater = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(() => withRetries(load));

async function withRetries<T>(load: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MILLISECONDS) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return await load();
}
