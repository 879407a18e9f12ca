import type { ArticleSectionView } from '../../../../contract/index.js';
import { besides, dropped, nested } from './tree.js';

const section = (
  id: string,
  parentId: string | null,
  articles = 0,
  category: ArticleSectionView['category'] = 'account',
): ArticleSectionView => ({
  id,
  category,
  parentId,
  slug: id,
  names: { en: id },
  descriptions: {},
  version: 1,
  articles,
  published: articles,
});
const A = section('a', null, 1);
const B = section('b', null, 2);
const C = section('c', null);
const BELOW = section('below', 'b', 4);
const DEEP = section('deep', 'below', 8);
const OTHER = section('other', null, 0, 'earnings');
const ALL = [A, B, C, BELOW, DEEP, OTHER];

it('stands below each other, with what all of it holds', () => {
  const tree = nested(ALL, 'account');
  expect(tree.map(({ section: { id }, total }) => [id, total])).toEqual([
    ['a', 1],
    ['b', 14],
    ['c', 0],
  ]);
  expect(tree[1]?.children[0]?.children[0]?.section.id).toBe('deep');
});

it('goes up and down, and stays at an end', () => {
  const place = { category: 'account', parentId: null };
  expect(besides(ALL, A, 1)).toEqual({ ...place, before: 'c' });
  expect(besides(ALL, B, 1)).toEqual({ ...place, before: null });
  expect(besides(ALL, C, -1)).toEqual({ ...place, before: 'b' });
  expect([besides(ALL, A, -1), besides(ALL, C, 1)]).toEqual([undefined, undefined]);
});

it.each([
  ['before another one', 'c', { zone: 'before', section: A }, { category: 'account', parentId: null, before: 'a' }],
  ['after another one', 'a', { zone: 'after', section: B }, { category: 'account', parentId: null, before: 'c' }],
  ['after the last one', 'a', { zone: 'after', section: C }, { category: 'account', parentId: null, before: null }],
  ['into another one', 'c', { zone: 'inside', section: A }, { category: 'account', parentId: 'a', before: null }],
  [
    'into another category',
    'a',
    { zone: 'inside', category: 'earnings' },
    { category: 'earnings', parentId: null, before: null },
  ],
  ['into a section of another category', 'b', { zone: 'inside', section: OTHER }, undefined],
  ['where it is', 'a', { zone: 'before', section: B }, undefined],
  ['on itself', 'a', { zone: 'inside', section: A }, undefined],
  ['below itself', 'b', { zone: 'inside', section: DEEP }, undefined],
  ['too deep', 'c', { zone: 'inside', section: DEEP }, undefined],
] as const)('is dropped %s', (_, id, drop, move) => {
  expect(dropped(ALL, id, drop)).toEqual(move);
});
