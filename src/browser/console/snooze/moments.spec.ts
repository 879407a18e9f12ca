import { snoozeMoments } from './moments.js';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

it.each([
  ['on a Thursday at noon', at(19, 12, 2), ['hour 19 13:05', 'evening 19 18:00', 'tomorrow 20 9:00', 'monday 23 9:00']],
  ['when the day is nearly over', at(19, 17), ['hour 19 18:00', 'tomorrow 20 9:00', 'monday 23 9:00']],
  ['on a Sunday, tomorrow is Monday', at(22, 10), ['hour 22 11:00', 'evening 22 18:00', 'tomorrow 23 9:00']],
  ['on a Monday, Monday is the next', at(23, 20), ['hour 23 21:00', 'tomorrow 24 9:00', 'monday 30 9:00']],
])('%s', (_, now, wanted) =>
  expect(
    snoozeMoments(now.getTime()).map(
      ({ name, at: moment }) =>
        `${name} ${moment.getDate()} ${moment.getHours()}:${String(moment.getMinutes()).padStart(2, '0')}`,
    ),
  ).toEqual(wanted),
);
