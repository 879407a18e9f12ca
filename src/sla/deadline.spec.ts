import fc from 'fast-check';
import { type Calendar, dueAt, duesAt } from './deadline.js';

const MINUTE = 60_000;
const day = (text: string) => new Date(`2026-11-${text}Z`);

/** Monday to Friday from nine to five, in UTC. */
const OFFICE: Calendar = function* (from) {
  const midnight = new Date(from);
  midnight.setUTCHours(0, 0, 0, 0);
  for (let time = midnight.getTime(); ; time += 86_400_000)
    if (![0, 6].includes(new Date(time).getUTCDay()))
      yield { from: new Date(time + 9 * 60 * MINUTE), to: new Date(time + 17 * 60 * MINUTE) };
};

describe('a deadline', () => {
  it.each([
    ['around the clock it is plain addition', '20T23:50:00', 1_200, undefined, '21T00:10:00'],
    ['a working day goes on in the morning', '19T16:30:00', 3_600, OFFICE, '20T09:30:00'],
    ['the last second of a day is part of it', '19T16:30:00', 1_800, OFFICE, '19T17:00:00'],
    ['a weekend counts for nothing', '20T16:30:00', 3_600, OFFICE, '23T09:30:00'],
    ['what begins at night begins in the morning', '18T22:00:00', 60, OFFICE, '19T09:01:00'],
  ])('%s', (_, start, seconds, calendar, due) => {
    expect(dueAt(day(start), seconds, calendar)).toEqual(day(due));
  });

  it('is never, and says so, when the calendar has too little time', () => {
    expect(() => dueAt(day('18T00:00:00'), 120, (from) => [{ from, to: new Date(from.getTime() + MINUTE) }])).toThrow(
      RangeError,
    );
  });

  it('of many targets at once is that of each, in whatever order they are asked for', () => {
    const minutes = [30, 600, 5, 480, 90, 30, 2_000];
    const start = day('19T16:30:00');
    expect(
      duesAt(
        start,
        minutes.map((each) => each * 60),
        OFFICE,
      ),
    ).toEqual(minutes.map((each) => dueAt(start, each * 60, OFFICE)));
  });

  it('is where one comes to by walking minute after minute', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 71 }), { minLength: 3 });
    const property = fc.property(
      hours,
      fc.integer({ min: 0, max: 4_000 }),
      fc.integer({ min: 1, max: 170 }),
      (open, offset, minutes) => {
        const works = (minute: number) => open.includes(Math.floor(minute / 60) % 72);
        const calendar: Calendar = function* (from) {
          const base = Math.floor(from.getTime() / (72 * 60 * MINUTE)) * 72;
          for (let hour = base; ; hour += 1)
            if (open.includes(hour % 72))
              yield { from: new Date(hour * 60 * MINUTE), to: new Date((hour + 1) * 60 * MINUTE) };
        };
        let walked = offset;
        for (let left = minutes; left > 0; walked += 1) if (works(walked)) left -= 1;
        expect(dueAt(new Date(offset * MINUTE), minutes * 60, calendar)).toEqual(new Date(walked * MINUTE));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
