import { setTimeout as rest } from 'node:timers/promises';

/**
 * Waits for a condition instead of a time.
 * @returns what the condition came to
 * @throws when it has not come true after `milliseconds`
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = 'the condition',
  milliseconds = 10_000,
): Promise<NonNullable<T>> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`${what} did not come true within ${milliseconds} ms`);
    await rest(10);
  }
}
