import { definitionOf, NEW_CALENDAR } from '../calendars/calendar-draft.js';
import { firstImagined, questionOf, THIS_CALENDAR } from './question.js';

const calendar = definitionOf(NEW_CALENDAR);
const imagined = { ...firstImagined(Date.parse('2026-11-18T12:00:00Z')), openedAt: '2026-11-20T18:20' };

describe('question of the preview', () => {
  it.each(['2026-11-16T12:00:00Z', '2026-11-20T12:00:00Z'])('begins with the Friday of that week: %s', (now) =>
    expect(firstImagined(Date.parse(now)).openedAt).toBe('2026-11-20T18:20'),
  );

  it('asks of the calendar that is being edited, or of a team', () => {
    expect(imagined.teamId).toBe(THIS_CALENDAR);
    expect(questionOf(imagined, { calendar })).toEqual({
      tier: 'premium',
      priority: 'P1',
      mode: 'asynchronous',
      openedAt: new Date('2026-11-20T18:20').toISOString(),
      calendar,
    });
    expect(questionOf({ ...imagined, teamId: 'team' }, { calendar })).toMatchObject({ teamId: 'team' });
    expect(questionOf({ ...imagined, teamId: 'team' }, { calendar })).not.toHaveProperty('calendar');
  });

  it('asks by what is not saved yet', () => {
    expect(questionOf(imagined, { targets: {} })).toMatchObject({ targets: {} });
  });

  it('asks nothing while something is wrong or half typed', () => {
    expect(questionOf(imagined, { isWrong: true })).toBeUndefined();
    expect(questionOf({ ...imagined, openedAt: '' }, {})).toBeUndefined();
  });
});
