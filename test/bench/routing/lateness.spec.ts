import { lateness } from './lateness.js';

const order = ['a', 'b', 'c'];
const told = (conversationId: string, place: number, at: number) => ({ conversationId, place, at });

it('counts from the first change that was not told yet', () => {
  const pushes = [told('c', 2, 1_100), told('b', 1, 1_050), told('c', 1, 2_900)];
  expect(lateness(order, [1_000, 2_000], pushes)).toEqual({ late: [50, 100, 900], wrong: 0 });
});

it('counts one push for several changes from the oldest of them', () => {
  expect(lateness(order, [1_000, 1_500], [told('c', 1, 1_700)])).toEqual({ late: [700], wrong: 0 });
});

it('tells who was last told a place that is not theirs', () => {
  expect(lateness(order, [1_000], [told('b', 1, 1_100)]).wrong).toBe(1);
});
