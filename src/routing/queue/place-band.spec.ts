import { shownPlace } from './place-band.js';

it.each<[number, [number, number?]]>([
  [1, [1]],
  [50, [50]],
  [51, [51, 100]],
  [100, [51, 100]],
  [101, [101, 200]],
  [201, [201, 500]],
  [500, [201, 500]],
  [501, [501]],
  [5_000, [501]],
])('place %i is shown as %j', (place, [first, placeUpTo]) =>
  expect(shownPlace(place)).toEqual({ place: first, ...(placeUpTo && { placeUpTo }) }),
);
