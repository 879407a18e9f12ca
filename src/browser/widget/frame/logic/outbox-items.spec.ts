import {
  ABANDONED_AFTER_MS,
  addItem,
  changeItem,
  moveItems,
  nextItem,
  type OutboxItem,
  settleItems,
} from './outbox-items.js';

function item(clientMessageId: string, change: Partial<OutboxItem> = {}): OutboxItem {
  return { clientMessageId, conversation: 'c1', body: '', attachments: [], createdAt: 1_000, tab: 't1', ...change };
}

const ids = (items: OutboxItem[]) => items.map(({ clientMessageId }) => clientMessageId);

test('an item is queued once, whoever adds it again', () => {
  expect(ids(addItem(addItem([], item('a')), item('a')))).toEqual(['a']);
});

test('sends in the order of writing, one conversation at a time', () => {
  const items = [item('b', { createdAt: 2 }), item('a', { createdAt: 1 }), item('x', { conversation: 'c2' })];
  expect(nextItem(items, 'c1', 't1', 0)?.clientMessageId).toBe('a');
  expect(nextItem(settleItems(items, ['a']), 'c1', 't1', 0)?.clientMessageId).toBe('b');
  expect(nextItem(settleItems(items, ['a', 'b']), 'c1', 't1', 0)).toBeUndefined();
});

test('what was refused waits for the customer and does not hold up what follows', () => {
  const failure = { code: 'invalid_input', title: '' } as const;
  const items = changeItem([item('a', { createdAt: 1 }), item('b', { createdAt: 2 })], 'a', { failure });
  expect(nextItem(items, 'c1', 't1', 0)?.clientMessageId).toBe('b');
  expect(nextItem(changeItem(items, 'a', { failure: undefined }), 'c1', 't1', 0)?.clientMessageId).toBe('a');
});

test('another tab’s item is left to it until that tab must be gone', () => {
  const items = [item('a', { tab: 't2', createdAt: 0 })];
  expect(nextItem(items, 'c1', 't1', ABANDONED_AFTER_MS)).toBeUndefined();
  expect(nextItem(items, 'c1', 't1', ABANDONED_AFTER_MS + 1)?.clientMessageId).toBe('a');
});

test('moves a whole conversation and nothing else', () => {
  const moved = moveItems([item('a'), item('x', { conversation: 'c2' })], 'c1', 'c3');
  expect(moved.map(({ conversation }) => conversation)).toEqual(['c3', 'c2']);
});

test('settling what is not there changes nothing', () => {
  const items = [item('a')];
  expect(settleItems(items, [undefined, 'z'])).toBe(items);
});
