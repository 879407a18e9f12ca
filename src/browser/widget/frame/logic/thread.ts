import type { CustomerEntryView } from '../../../../contract/index.js';

/** The loaded part of a conversation: entries with `seq > after`, ascending. */
export interface Thread {
  after: number;
  entries: CustomerEntryView[];
}

/** Takes entries in, each once, in order; of two with one number the later arrival stands (its data may have changed). */
export function mergeEntries(thread: Thread, arrived: CustomerEntryView[]): Thread {
  const bySeq = new Map(thread.entries.map((entry) => [entry.seq, entry]));
  for (const entry of arrived) bySeq.set(entry.seq, entry);
  return { ...thread, entries: [...bySeq.values()].sort((one, other) => one.seq - other.seq) };
}

/** The last number up to which nothing is missing of what should be loaded. */
export function completeUntil({ after, entries }: Thread): number {
  let until = after;
  for (const { seq } of entries) {
    if (seq > until + 1) break;
    until = Math.max(until, seq);
  }
  return until;
}

/** Whether entries are missing: a hole between those that are loaded, or the server has numbered further. */
export function isBehind(thread: Thread, lastSeq: number): boolean {
  return completeUntil(thread) < Math.max(lastSeq, thread.entries.at(-1)?.seq ?? 0);
}
