import { waitParts } from './durations.js';

const minutes = (count: number) => ({ unit: 'minutes', count });
const hours = (count: number) => ({ unit: 'hours', count });

test.each([
  [0, 30, { to: minutes(1) }],
  [30, 90, { to: minutes(2) }],
  [90, 180, { from: minutes(1), to: minutes(3) }],
  [180, 480, { from: minutes(3), to: minutes(8) }],
  [2_700, 7_200, { from: minutes(45), to: hours(2) }],
  [5_400, 9_000, { from: minutes(90), to: hours(2.5) }],
  [9_000, 12_600, { from: hours(2.5), to: hours(3.5) }],
  [21_600, 43_200, { from: hours(6) }],
  [43_200, 43_200, { from: hours(12) }],
])('%i to %i seconds', (fromSeconds, toSeconds, parts) => {
  expect(waitParts({ fromSeconds, toSeconds })).toEqual(parts);
});
