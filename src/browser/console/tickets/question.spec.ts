import { countFilters, filterParameters, type Question, readQuestion, writeQuestion } from './question.js';

const NOW = new Date(2026, 10, 20, 15, 30);
const at = (month: number, day: number) => new Date(2026, month - 1, day).toISOString();

describe('what the table is asked', () => {
  const TEAM = '01a1f90c-984f-707c-aeda-26e5c95a6073';
  it.each<Question>([
    { sort: 'updated', direction: 'desc' },
    { sort: 'due', direction: 'asc', q: '货款 & 林记=1', status: ['new', 'open'], waiting: 'reply' },
    { sort: 'updated', direction: 'asc', team: [TEAM], assignee: ['me', 'none'], opened: '7d', due: '2026-11-01..' },
  ])('is read from the address that it was written to: %j', (question) => {
    expect(readQuestion(new URLSearchParams(writeQuestion(question)))).toEqual(question);
  });

  it('is nothing where the address makes no sense', () => {
    const nonsense =
      'status=lost&team=x&assignee=nobody&rating=9&opened=soon&due=2026-99-01..&sort=name&waiting=1&list=mine&q=%20';
    expect(readQuestion(new URLSearchParams(nonsense))).toEqual({ sort: 'updated', direction: 'desc' });
  });

  it('keeps what makes sense beside what does not', () => {
    const question = readQuestion(new URLSearchParams('status=open,lost,open&sla=overdue'));
    expect(question).toMatchObject({ status: ['open'], sla: ['overdue'] });
    expect(countFilters(question)).toBe(2);
  });

  it.each([
    ['today', { openedFrom: at(11, 20), openedTo: at(11, 21) }],
    ['week', { openedFrom: at(11, 16) }],
    ['7d', { openedFrom: at(11, 14) }],
    ['30d', { openedFrom: at(10, 22) }],
    ['2026-11-01..2026-11-05', { openedFrom: at(11, 1), openedTo: at(11, 6) }],
    ['..2026-10-31', { openedTo: at(11, 1) }],
  ])('counts the reader’s own days: %s', (opened, parameters) => {
    expect(filterParameters({ sort: 'updated', direction: 'desc', opened }, NOW)).toEqual(parameters);
  });

  it('knows Monday for the first day of the week, also on a Sunday', () => {
    const sunday = new Date(2026, 10, 22, 12);
    expect(filterParameters({ sort: 'updated', direction: 'desc', reopened: 'week' }, sunday)).toEqual({
      reopenedFrom: at(11, 16),
    });
  });
});
