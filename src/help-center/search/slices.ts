import { setImmediate as turn } from 'node:timers/promises';

/** So long one piece of work may keep everything else in this process waiting. */
const SLICE_MILLISECONDS = 10;

/** Does many small things one after another, and lets others have their turn in between. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => unknown): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < SLICE_MILLISECONDS) continue;
    await turn();
    began = performance.now();
  }
}
