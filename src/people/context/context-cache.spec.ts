import { ContextCache } from './context-cache.js';

it('forgets what was used longest ago', () => {
  const cache = new ContextCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});
