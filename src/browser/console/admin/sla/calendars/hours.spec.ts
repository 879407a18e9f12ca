import { barsOn, clockOf, hoursOf, isWholeDay, minutesOf, runsOf, spanOf, withAnother } from './hours.js';

const NIGHT = [{ from: 1_320, to: 1_800 }];
const OFFICE = [{ from: 540, to: 1_080 }];

describe('hours of a day', () => {
  it.each([
    [0, '00:00'],
    [570, '09:30'],
    [1_440, '00:00'],
    [1_800, '06:00'],
  ])('%d minutes are %s', (minutes, clock) => expect(clockOf(minutes)).toBe(clock));

  it.each([
    ['09:30', 570],
    ['9:30', 570],
    ['0930', 570],
    ['9', 540],
    ['０９：３０', 570],
    ['24:00', 1_440],
    ['', undefined],
    ['9:', undefined],
    ['24:01', undefined],
    ['25', undefined],
    ['9:75', undefined],
  ])('reads %s', (clock, minutes) => expect(minutesOf(clock)).toBe(minutes));

  it.each([
    ['ends the same day', 540, 1_080, { from: 540, to: 1_080 }],
    ['ends the next day when it ends before it begins', 1_320, 360, { from: 1_320, to: 1_800 }],
    ['is a whole day when it ends as it begins', 0, 0, { from: 0, to: 1_440 }],
  ])('%s', (_, from, to, span) => expect(spanOf(from, to)).toEqual(span));

  it('goes on after what is there', () => {
    expect(withAnother([])).toEqual(OFFICE);
    expect(withAnother([{ from: 540, to: 720 }])).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 960 },
    ]);
  });

  it('knows a whole day', () => {
    expect(isWholeDay([{ from: 0, to: 1_440 }])).toBe(true);
    expect(isWholeDay(OFFICE)).toBe(false);
  });
});

describe('picture of a week', () => {
  const week = [NIGHT, [], OFFICE, OFFICE, OFFICE, [], []];

  it('carries a night shift over to the next day, and from Sunday to Monday', () => {
    expect(barsOn(week, 0)).toEqual([{ left: (1_320 / 1_440) * 100, width: (120 / 1_440) * 100, night: false }]);
    expect(barsOn(week, 1)).toEqual([{ left: 0, width: 25, night: true }]);
    expect(barsOn([[], [], [], [], [], [], NIGHT], 0)).toEqual([{ left: 0, width: 25, night: true }]);
  });

  it('puts days that are worked alike together', () => {
    expect(runsOf(week).map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [1, 1],
      [2, 4],
      [5, 6],
    ]);
    expect(hoursOf(week)).toBe(35);
  });
});
