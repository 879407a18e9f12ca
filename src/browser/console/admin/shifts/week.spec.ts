import { addDays, clockSpan, dayIn, gapsOn, mondayOf, plannedSpan, weekFrom } from './week.js';

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-20', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

test('a week has seven days, also when the clocks change in it', () => {
  expect(weekFrom('2026-03-23')).toEqual([
    '2026-03-23',
    '2026-03-24',
    '2026-03-25',
    '2026-03-26',
    '2026-03-27',
    '2026-03-28',
    '2026-03-29',
  ]);
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
});

test('the day of a moment depends on the zone', () => {
  const moment = Date.parse('2026-11-20T17:00:00Z');
  expect(dayIn(moment, 'Asia/Shanghai')).toBe('2026-11-21');
  expect(dayIn(moment, 'UTC')).toBe('2026-11-20');
});

test('what ends before it begins ends the next day', () => {
  expect(plannedSpan('2026-11-20', '09:00', '17:00')).toEqual({ starts: '2026-11-20T09:00', ends: '2026-11-20T17:00' });
  expect(plannedSpan('2026-11-30', '22:00', '06:00')).toEqual({ starts: '2026-11-30T22:00', ends: '2026-12-01T06:00' });
  expect(plannedSpan('2026-11-20', '00:00', '00:00')).toEqual({ starts: '2026-11-20T00:00', ends: '2026-11-21T00:00' });
  expect(clockSpan({ starts: '2026-11-30T22:00', ends: '2026-12-01T06:00' })).toBe('22:00–06:00');
});

const shift = (starts: string, ends: string) => ({ starts, ends });
const DAY = '2026-11-20';
test.each([
  ['nobody', [], ['00:00–24:00']],
  ['a whole day', [shift('2026-11-20T00:00', '2026-11-21T00:00')], []],
  ['a day shift', [shift('2026-11-20T09:00', '2026-11-20T17:00')], ['00:00–09:00', '17:00–24:00']],
  [
    'a night that ends in the morning, and one that begins in the evening',
    [shift('2026-11-19T22:00', '2026-11-20T06:00'), shift('2026-11-20T22:00', '2026-11-21T06:00')],
    ['06:00–22:00'],
  ],
  [
    'shifts that overlap, in any order',
    [
      shift('2026-11-20T12:00', '2026-11-20T20:00'),
      shift('2026-11-20T08:00', '2026-11-20T13:00'),
      shift('2026-11-20T09:00', '2026-11-20T10:00'),
    ],
    ['00:00–08:00', '20:00–24:00'],
  ],
  ['another day', [shift('2026-11-21T00:00', '2026-11-21T08:00')], ['00:00–24:00']],
])('is left open by %s', (_, shifts, gaps) => expect(gapsOn(DAY, shifts)).toEqual(gaps));
