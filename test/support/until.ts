import { setTimeout as rest } from 'node:timers/promises';

/** Waits for a condition instead of a time. @throws when it has not come true after `milliseconds` */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what = 'the condition',
  milliseconds = 10_000,
): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what} did not come true within ${milliseconds} ms`);
    await rest(10);
  }
}
