import type { CustomerEntryView } from '../../../../contract/index.js';

/** Entries by ascending `seq`, each once; of two with one number the later arrival stands (its data may have changed). */
export function mergeEntries(known: CustomerEntryView[], arrived: CustomerEntryView[]): CustomerEntryView[] {
  const bySeq = new Map(known.map((entry) => [entry.seq, entry]));
  for (const entry of arrived) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}

/** The last number up to which nothing is missing, counted from the first entry that is loaded; 0 for an empty thread. */
export function completeUntil(entries: CustomerEntryView[]): number {
  let expected = entries[0]?.seq ?? 1;
  for (const { seq } of entries) {
    if (seq !== expected) break;
    expected += 1;
  }
  return expected - 1;
}

/** Whether entries are missing: a hole between those that are loaded, or the server has numbered further. */
export function isBehind(entries: CustomerEntryView[], lastSeq: number): boolean {
  return completeUntil(entries) < Math.max(lastSeq, entries.at(-1)?.seq ?? 0);
}

/** Where to catch up from to load the page before what is loaded; undefined when the thread's beginning is there. */
export function olderPageStart(entries: CustomerEntryView[], page: number): number | undefined {
  const first = entries[0]?.seq ?? 1;
  return first > 1 ? Math.max(0, first - 1 - page) : undefined;
}
