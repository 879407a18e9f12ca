import type { CustomerEntryView } from '../../../../contract/index.js';
import { completeUntil, isBehind, mergeEntries, olderPageStart } from './thread.js';

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

const seqs = (list: CustomerEntryView[]) => list.map(({ seq }) => seq);

test('merges in order, each entry once, in whatever order they arrive', () => {
  expect(seqs(mergeEntries(entries(4, 5), entries(7, 3, 5, 6)))).toEqual([3, 4, 5, 6, 7]);
});

test('a later arrival replaces the entry with the same number', () => {
  const [changed] = entries(2);
  const merged = mergeEntries(entries(1, 2), changed ? [{ ...changed, body: 'changed' }] : []);
  expect(merged[1]?.body).toBe('changed');
});

test.each([
  [[], 0, 0, false],
  [[], 3, 0, true],
  [[1, 2, 3], 3, 3, false],
  [[1, 2, 3], 5, 3, true],
  [[1, 2, 4], 4, 2, true],
  [[41, 42, 43], 43, 43, false],
  [[41, 43], 40, 41, true],
])('entries %j with the server at %i are complete until %i, behind: %s', (list, lastSeq, until, behind) => {
  expect(completeUntil(entries(...list))).toBe(until);
  expect(isBehind(entries(...list), lastSeq)).toBe(behind);
});

test('the page before the first entry is asked for exactly, down to the beginning', () => {
  expect(olderPageStart(entries(301, 302), 200)).toBe(100);
  expect(olderPageStart(entries(61), 200)).toBe(0);
  expect(olderPageStart(entries(1, 2), 200)).toBeUndefined();
});
