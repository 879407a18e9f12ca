import { READING, seenMarks } from './seen-marks.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('what was seen', () => {
  it('is what was shown, and never less', () => {
    expect(seenMarks.of('calm')).toBeUndefined();
    seenMarks.shown('calm', 3);
    seenMarks.shown('calm', 2);
    expect(seenMarks.of('calm')).toBe(3);
  });

  it('is not yet what turned up a moment ago beneath the hands of who writes', () => {
    seenMarks.isWriting('busy', true);
    seenMarks.shown('busy', 3);
    seenMarks.shown('busy', 4);
    expect(seenMarks.of('busy')).toBe(3);
    jest.advanceTimersByTime(READING);
    expect(seenMarks.of('busy')).toBe(4);
    seenMarks.isWriting('busy', false);
    seenMarks.shown('busy', 5);
    expect(seenMarks.of('busy')).toBe(5);
  });
});
