import { fromField, likelyMoments, toField } from './moments.js';

/** 16 to 22 November 2026 are a Monday to a Sunday. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const shown = (now: number) => likelyMoments(now).map(({ name, at: moment }) => `${name} ${toField(moment).slice(8)}`);

describe('dates one often gives', () => {
  it.each([
    ['a Tuesday morning', at(17, 9, 2), ['hour 17T10:05', 'today 17T18:00', 'tomorrow 18T12:00', 'friday 20T18:00']],
    ['a Tuesday at a quarter to six', at(17, 17, 45), ['hour 17T18:45', 'tomorrow 18T12:00', 'friday 20T18:00']],
    ['a Thursday', at(19, 9), ['hour 19T10:00', 'today 19T18:00', 'tomorrow 20T12:00', 'monday 23T12:00']],
    ['a Friday', at(20, 19), ['hour 20T20:00', 'tomorrow 21T12:00', 'monday 23T12:00']],
    ['a Sunday', at(22, 10), ['hour 22T11:00', 'today 22T18:00', 'tomorrow 23T12:00', 'friday 27T18:00']],
  ])('on %s', (_, now, names) => expect(shown(now)).toEqual(names));

  it.each(['', 'tomorrow', '2026-11-20', '2026-13-45T99:00'])('a field with %p holds none', (text) =>
    expect(fromField(text)).toBeUndefined(),
  );

  it('a field gives back what was put in, to the minute', () => {
    const moment = new Date(at(20, 18, 5));
    expect(fromField(toField(moment))).toEqual(moment);
  });
});
