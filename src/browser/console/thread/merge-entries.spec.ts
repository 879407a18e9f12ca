import type { EntryKind, StaffEntryView } from '../../../contract/index.js';
import { contiguousSeq, customerReadUpTo, hasGap, mergeEntries } from './merge-entries.js';

const entry = (seq: number, kind: EntryKind = 'message', body = `text ${seq}`): StaffEntryView => ({
  id: `entry-${seq}`,
  conversationId: 'conversation',
  seq,
  kind,
  channel: 'widget',
  author: { kind: 'customer', name: '李梅' },
  body,
  attachments: [],
  createdAt: '2026-11-20T03:00:00.000Z',
});
const seqs = (entries: StaffEntryView[]) => entries.map(({ seq }) => seq);

describe('mergeEntries', () => {
  it.each([
    ['in order', [1, 2], [3], [1, 2, 3]],
    ['late', [1, 3], [2], [1, 2, 3]],
    ['twice', [1, 2], [2, 1], [1, 2]],
    ['all at once', [], [3, 1, 2], [1, 2, 3]],
  ])('takes what arrives %s', (_, current, incoming, expected) => {
    const merged = mergeEntries(
      current.map((seq) => entry(seq)),
      incoming.map((seq) => entry(seq)),
    );
    expect(seqs(merged)).toEqual(expected);
  });

  it('prefers what arrived later', () => {
    const merged = mergeEntries([entry(1)], [entry(1, 'message', 'rated')]);
    expect(merged[0]?.body).toBe('rated');
  });

  it('keeps the same array when nothing arrived', () => {
    const current = [entry(1)];
    expect(mergeEntries(current, [])).toBe(current);
  });
});

describe('gaps', () => {
  it.each([
    [[], 0, false],
    [[1, 2, 3], 3, false],
    [[1, 2, 4], 2, true],
    [[2, 3], 0, true],
  ])('of %j: nothing missing up to %i, gap %s', (numbers, upTo, gap) => {
    const entries = numbers.map((seq) => entry(seq));
    expect(contiguousSeq(entries)).toBe(upTo);
    expect(hasGap(entries)).toBe(gap);
  });
});

describe('customerReadUpTo', () => {
  const entries = [entry(1), entry(2, 'note'), entry(3), entry(4, 'system'), entry(5, 'note'), entry(6)];
  it.each([
    [0, 0],
    [1, 1],
    [2, 3],
    [3, 4],
    [4, 6],
    [9, 6],
  ])('customer number %i is staff number %i', (customerSeq, seq) => {
    expect(customerReadUpTo(entries, customerSeq)).toBe(seq);
  });
});
