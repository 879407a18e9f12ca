import { isPeriod, lastDays, readChosen } from './period.js';

const NOW = Date.parse('2026-11-20T16:30:00Z');

describe('the period of the report', () => {
  it('ends today where the desk is', () => expect(lastDays(7, NOW)).toEqual({ from: '2026-11-15', to: '2026-11-21' }));

  it('is what the address says, as far as it says anything', () => {
    expect(readChosen(new URLSearchParams('from=2026-11-01&to=2026-11-03&by=day'), NOW)).toEqual({
      from: '2026-11-01',
      to: '2026-11-03',
      by: 'day',
    });
    expect(readChosen(new URLSearchParams('from=yesterday&by=moon'), NOW)).toEqual({
      ...lastDays(30, NOW),
      by: 'category',
    });
  });

  it.each([
    ['2026-11-03', '2026-11-03', true],
    ['2026-11-03', '2026-11-02', false],
    ['2025-01-01', '2026-11-02', false],
    ['2026-13-45', '2026-11-02', false],
  ])('from %s to %s can be asked for: %s', (from, to, can) => expect(isPeriod({ from, to })).toBe(can));
});
