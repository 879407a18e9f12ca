import { setTimeout as rest } from 'node:timers/promises';

const TICK_MILLISECONDS = 5;

export interface Pace {
  /** A second. */
  rate: number;
  seconds: number;
}

/** Each number once, in its time. */
export async function atPace(
  { rate, seconds }: Pace,
  deed: (from: number, to: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  for (let done = 0; done < rate * seconds; await rest(TICK_MILLISECONDS)) {
    const upTo = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1_000) * rate));
    for (; done < upTo; done += 1) await deed(done, done + 1);
  }
}

const PATIENCE_SECONDS = 60;

export async function settled(done: () => Promise<boolean>, what: string): Promise<void> {
  const began = performance.now();
  while (!(await done())) {
    if (performance.now() - began > PATIENCE_SECONDS * 1_000)
      throw new Error(`after ${PATIENCE_SECONDS} s not yet: ${what}`);
    await rest(50);
  }
}
