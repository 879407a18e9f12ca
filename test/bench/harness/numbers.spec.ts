import { median, medianOf, percentiles } from './numbers.js';

describe('percentiles', () => {
  it('are values that occurred, by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentiles(values)).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  });

  it('are unknown when nothing was measured', () => {
    expect(percentiles([])).toEqual({ p50: Number.NaN, p95: Number.NaN, p99: Number.NaN });
    expect(median([])).toBeNaN();
  });

  it('of several rounds are the middle one of each', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    const round = (p50: number, p99: number) => ({ p50, p95: p50, p99 });
    expect(medianOf([round(1, 900), round(2, 5), round(3, 6)])).toEqual({ p50: 2, p95: 2, p99: 6 });
  });
});
