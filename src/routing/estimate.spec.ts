import fc from 'fast-check';
import { expectedWaitSeconds } from './estimate.js';

describe('the expected wait', () => {
  it.each([
    ['somebody has room', { place: 1, online: 2, room: 3, assigned: 0 }, 15],
    ['all are full, a busy hour (one a minute)', { place: 3, online: 2, room: 0, assigned: 60 }, 180],
    ['all are full, a slow hour says too little', { place: 1, online: 2, room: 0, assigned: 1 }, 180],
    ['nobody is online', { place: 2, online: 0, room: 0, assigned: 0 }, 720],
    ['a very long queue', { place: 500, online: 1, room: 0, assigned: 0 }, 14_400],
  ])('%s', (_, pace, seconds) => expect(expectedWaitSeconds(pace)).toBe(seconds));

  it('never shrinks with a later place', () => {
    const pace = fc.record({
      place: fc.integer({ min: 1, max: 300 }),
      online: fc.nat(50),
      room: fc.nat(50),
      assigned: fc.nat(500),
    });
    fc.assert(
      fc.property(pace, (now) => expectedWaitSeconds({ ...now, place: now.place + 1 }) >= expectedWaitSeconds(now)),
    );
  });
});
