import { bandOf } from './bands.js';

const now = new Date(2026, 10, 20, 17, 0, 0).getTime();
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

describe('bandOf', () => {
  it.each([
    [-600, 'overdue'],
    [0, 'overdue'],
    [1, 'quarter'],
    [15, 'quarter'],
    [16, 'hour'],
    [60, 'hour'],
    [61, 'today'],
    [419, 'today'],
    [420, 'later'],
  ])('what is due in %i minutes, at five in the afternoon, is %s', (minutes, band) => {
    expect(bandOf(inMinutes(minutes), now)).toBe(band);
  });

  it('knows what is due in an hour, past midnight, as near', () => {
    const late = new Date(2026, 10, 20, 23, 30, 0).getTime();
    expect(bandOf(new Date(late + 59 * 60_000).toISOString(), late)).toBe('hour');
  });
});
