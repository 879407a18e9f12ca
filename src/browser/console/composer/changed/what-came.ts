import type { StaffEntryView } from '../../../../contract/index.js';

const ENDED = ['resolved', 'closed', 'cancelled'];

/** What was said after `seenSeq` that a reply may have to answer to: by the customer, by colleagues, or that the case was ended. */
export function whatCame(entries: readonly StaffEntryView[], seenSeq: number, staffId: string): StaffEntryView[] {
  return entries.filter(({ seq, kind, author, data }) => {
    if (seq <= seenSeq) return false;
    if (kind === 'system') return data?.type === 'ticket_status' && ENDED.includes(data.status);
    if (kind !== 'message' && kind !== 'call') return false;
    return author.kind === 'customer' || (author.kind === 'staff' && author.id !== staffId);
  });
}
