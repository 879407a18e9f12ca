import type { StaffEntryView } from '../../../contract/index.js';

/**
 * Puts entries that arrived (by push or by catch-up, in any order, any number of times) among those already there.
 * What arrives later replaces the same entry. Returns `current` itself when nothing changed.
 */
export function mergeEntries(current: StaffEntryView[], incoming: StaffEntryView[]): StaffEntryView[] {
  if (incoming.length === 0) return current;
  const bySeq = new Map(current.map((entry) => [entry.seq, entry]));
  for (const entry of incoming) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The highest number up to which nothing is missing; 0 when the first entry is. Ask for what comes after it. */
export function contiguousSeq(entries: StaffEntryView[]): number {
  let seq = 0;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) break;
    seq = entry.seq;
  }
  return seq;
}

/** Whether a number is missing before the last entry: a push was lost. */
export function hasGap(entries: StaffEntryView[]): boolean {
  return contiguousSeq(entries) !== (entries.at(-1)?.seq ?? 0);
}

/**
 * The last entry that a customer has read, as its number for staff. The customer's own numbers are dense over all
 * entries but notes, so the n-th entry that is no note is the customer's number n. 0: none, or not loaded.
 */
export function customerReadUpTo(entries: StaffEntryView[], customerSeq: number): number {
  let counted = 0;
  let seq = 0;
  for (const entry of entries) {
    if (entry.kind === 'note') continue;
    if (counted === customerSeq) break;
    counted += 1;
    seq = entry.seq;
  }
  return seq;
}
