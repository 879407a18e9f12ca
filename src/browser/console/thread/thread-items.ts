import type { StaffEntryView, Timestamp } from '../../../contract/index.js';

/** What the thread shows, from top to bottom. */
export type ThreadItem =
  | { type: 'day'; key: string; at: Timestamp }
  /** `follows`: the same author goes on; name and time need not be said again. */
  | { type: 'entry'; key: string; entry: StaffEntryView; follows: boolean };

const SAME_BREATH = 5 * 60_000;

/** Entries with a line before each new day. `dayOf` names the day of a moment in the reader's zone. */
export function threadItems(entries: StaffEntryView[], dayOf: (at: number) => string): ThreadItem[] {
  const items: ThreadItem[] = [];
  let before: StaffEntryView | undefined;
  let day = '';
  for (const entry of entries) {
    const today = dayOf(Date.parse(entry.createdAt));
    if (today !== day) {
      items.push({ type: 'day', key: `day-${today}`, at: entry.createdAt });
      before = undefined;
      day = today;
    }
    items.push({ type: 'entry', key: entry.id, entry, follows: before !== undefined && goesOn(before, entry) });
    before = entry;
  }
  return items;
}

function goesOn(before: StaffEntryView, entry: StaffEntryView): boolean {
  return (
    entry.kind === 'message' &&
    before.kind === 'message' &&
    before.author.kind === entry.author.kind &&
    before.author.name === entry.author.name &&
    before.author.id === entry.author.id &&
    Date.parse(entry.createdAt) - Date.parse(before.createdAt) < SAME_BREATH
  );
}
