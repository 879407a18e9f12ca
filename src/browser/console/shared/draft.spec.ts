import { rebase } from './draft.js';

const base = { name: 'a', list: [1], color: 'red' };

it('keeps what I typed, and follows what only they changed', () => {
  const { draft, conflicts } = rebase(base, { ...base, name: 'mine' }, { ...base, list: [1, 2] });
  expect(draft).toEqual({ name: 'mine', list: [1, 2], color: 'red' });
  expect(conflicts).toEqual([]);
});

it('tells what both changed, unless to the same', () => {
  const mine = { ...base, name: 'mine', list: [2], color: 'blue' };
  const { draft, conflicts } = rebase(base, mine, { name: 'theirs', list: [2], color: 'red' });
  expect(draft).toEqual(mine);
  expect(conflicts).toEqual(['name']);
});
