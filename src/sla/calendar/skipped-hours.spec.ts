import type { CalendarDefinition } from '../../contract/index.js';
import { skippedHours } from './skipped-hours.js';

const calendar = (specialDays: CalendarDefinition['specialDays']): CalendarDefinition => ({
  zone: 'America/New_York',
  week: [[{ from: 540, to: 1_080 }], [], [], [], [], [], []],
  specialDays,
});

describe('hours that the clocks skip', () => {
  it('are those that lie wholly in the hour which is not there', () => {
    const hours = [
      { from: 120, to: 180 },
      { from: 125, to: 126 },
      { from: 120, to: 181 },
      { from: 1_430, to: 1_500 },
    ];
    const days = ['2026-03-08', '2026-03-09'].map((date) => ({ date, name: 'x', hours }));
    expect(skippedHours(calendar(days)).map(({ path }) => path)).toEqual([
      'specialDays.0.hours.0',
      'specialDays.0.hours.1',
    ]);
  });

  it('are found by looking at those days alone, however many', () => {
    const hours = Array.from({ length: 12 }, (_, place) => ({ from: 120 + place, to: 121 + place }));
    const days = Array.from({ length: 400 }, (_, place) => {
      const first = new Date(Date.UTC(2027 + place, 2, 1));
      const sunday = 8 + ((7 - first.getUTCDay()) % 7);
      return { date: `${2027 + place}-03-${String(sunday).padStart(2, '0')}`, name: 'x', hours };
    });
    expect(skippedHours(calendar(days))).toHaveLength(4_800);
  });
});
