import { Counter } from 'prom-client';
import { DeskError } from '../../platform/errors/index.js';
import type { Logger } from '../../platform/logger/index.js';
import { metrics } from '../../platform/metrics/index.js';

const MILLISECONDS = 1_000;
/** So many wait in the memory of a process at most, of each kind. */
const MOST_WAITING = 10_000;

const dropped = new Counter({
  name: 'porchlight_help_statistics_dropped_total',
  help: 'Searches and reads of the help centre that were never written down, by what they are',
  labelNames: ['what'],
  registers: [metrics],
});

/** One that is not even kept waiting is counted as well. */
export const giveUp = (what: string): void => dropped.inc({ what });

/** Makes room for one more: the oldest are given up and counted. */
export function makeRoom(waiting: Map<string, unknown>, what: string): void {
  for (const key of waiting.keys()) {
    if (waiting.size < MOST_WAITING) return;
    waiting.delete(key);
    dropped.inc({ what });
  }
}

/**
 * Statistics on their way to the database: they wait in memory and are written together, at most once a second. Nobody waits
 * for them, and nothing fails for their sake.
 */
export class WriteBehind {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** @param write writes what is ready, all of it when `last`. @returns whether something is left */
  constructor(
    private readonly write: (last: boolean) => Promise<boolean>,
    private readonly logger: Logger,
  ) {}

  /** Something waits. */
  touched(): void {
    this.timer ??= setTimeout(() => void this.flush(), MILLISECONDS).unref();
  }

  /** Resolves when what is ready has been written, or has failed. */
  flush(last = false): Promise<void> {
    this.writing = this.writing.then(() => this.round(last));
    return this.writing;
  }

  private async round(last: boolean): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      if ((await this.write(last)) && !last) this.touched();
    } catch (error) {
      this.logger.warn({ err: error }, 'statistics of the help centre could not be written; they are tried again');
      if (!last) this.touched();
    }
  }
}

/**
 * Takes these out and writes them; what the database could not take just now comes back, to be tried again. What it will
 * never take is dropped, so that one bad row holds up nothing.
 * @param merge of one that came back and one that has come meanwhile
 */
export async function writeAll<Row>(
  waiting: Map<string, Row>,
  keys: readonly string[],
  what: string,
  write: (rows: Row[]) => Promise<void>,
  merge: (older: Row, newer: Row) => Row = (_, newer) => newer,
): Promise<void> {
  const taken = keys.flatMap((key) => {
    const row = waiting.get(key);
    waiting.delete(key);
    return row === undefined ? [] : [[key, row] as const];
  });
  if (taken.length === 0) return;
  try {
    await write(taken.map(([, row]) => row));
  } catch (error) {
    if (isRefused(error)) {
      dropped.inc({ what }, taken.length);
      throw error;
    }
    for (const [key, row] of taken) {
      makeRoom(waiting, what);
      const newer = waiting.get(key);
      waiting.set(key, newer === undefined ? row : merge(row, newer));
    }
    throw error;
  }
}

/** The statement itself was wrong (SQLSTATE 22…, 23…, 42…): trying again would not help. */
function isRefused(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return !(error instanceof DeskError) && typeof code === 'string' && /^(22|23|42)/.test(code);
}
