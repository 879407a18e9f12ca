import { type PlacedSection, sectionBranch, sectionDepth, sectionFault, sectionHeight } from './section-tree.js';

const at = (id: string, parentId: string | null, category: PlacedSection['category'] = 'account'): PlacedSection => ({
  id,
  parentId,
  category,
});
/** a ─ b ─ c, d beside a; e of another category. */
const SECTIONS = [at('a', null), at('b', 'a'), at('c', 'b'), at('d', null), at('e', null, 'earnings')];

it('knows what stands below, and how deep', () => {
  expect([...sectionBranch(SECTIONS, 'a')].sort()).toEqual(['a', 'b', 'c']);
  expect([sectionDepth(SECTIONS, null), sectionDepth(SECTIONS, 'a'), sectionDepth(SECTIONS, 'c')]).toEqual([0, 1, 3]);
  expect([sectionHeight(SECTIONS, 'a'), sectionHeight(SECTIONS, 'c'), sectionHeight(SECTIONS, 'd')]).toEqual([3, 1, 1]);
});

it.each([
  ['a new one below the category', undefined, null, 'account', undefined],
  ['a new one on the third level', undefined, 'b', 'account', undefined],
  ['a new one on the fourth', undefined, 'c', 'account', 'too_deep'],
  ['what has sub-sections, one level lower', 'a', 'd', 'account', 'too_deep'],
  ['what has one level below it, below a section', 'b', 'd', 'account', undefined],
  ['below itself', 'a', 'a', 'account', 'cycle'],
  ['below its own sub-section', 'a', 'c', 'account', 'cycle'],
  ['below nothing that there is', 'd', 'x', 'account', 'no_parent'],
  ['below a section of another category', 'd', 'e', 'account', 'other_category'],
  ['into another category with its parent', 'd', 'e', 'earnings', undefined],
  ['up to another category itself', 'a', null, 'earnings', undefined],
] as const)('%s', (_, id, parentId, category, why) => {
  expect(sectionFault(SECTIONS, { parentId, category }, id)).toBe(why);
});
