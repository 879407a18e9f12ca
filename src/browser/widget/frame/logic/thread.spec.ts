import type { CustomerEntryView } from '../../../../contract/index.js';
import { completeUntil, isBehind, mergeEntries, type Thread } from './thread.js';

function entries(...seqs: number[]): CustomerEntryView[] {
  return seqs.map((seq) => ({
    id: `entry-${seq}`,
    conversationId: 'conversation',
    kind: 'message',
    author: { kind: 'customer', name: '' },
    body: `body ${seq}`,
    attachments: [],
    createdAt: '2026-11-20T03:00:00.000Z',
    seq,
  }));
}

function thread(after: number, ...seqs: number[]): Thread {
  return { after, entries: entries(...seqs) };
}

test('merges in order, each entry once, in whatever order they arrive', () => {
  const merged = mergeEntries(thread(3, 4, 5), entries(7, 5, 6));
  expect(merged.entries.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
});

test('a later arrival replaces the entry with the same number', () => {
  const [changed] = entries(2);
  const merged = mergeEntries(thread(0, 1, 2), changed ? [{ ...changed, body: 'changed' }] : []);
  expect(merged.entries[1]?.body).toBe('changed');
});

test.each([
  [thread(0), 0, 0, false],
  [thread(0), 3, 0, true],
  [thread(0, 1, 2, 3), 3, 3, false],
  [thread(0, 1, 2, 3), 5, 3, true],
  [thread(0, 1, 2, 4), 4, 2, true],
  [thread(0, 2), 2, 0, true],
  [thread(40, 41, 42, 43), 43, 43, false],
  [thread(40, 41, 43), 40, 41, true],
])('%j with the server at %i is complete until %i, behind: %s', (loaded, lastSeq, until, behind) => {
  expect(completeUntil(loaded)).toBe(until);
  expect(isBehind(loaded, lastSeq)).toBe(behind);
});
