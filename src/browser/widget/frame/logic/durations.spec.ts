import { waitParts } from './durations.js';

test.each([
  [0, 'minutes', 1],
  [61, 'minutes', 2],
  [3_600, 'minutes', 60],
  [7_200, 'hours', 2],
  [9_000, 'hours', 3],
])('%i seconds are %s: %i', (seconds, unit, count) => {
  expect(waitParts(seconds)).toEqual({ unit, count });
});
