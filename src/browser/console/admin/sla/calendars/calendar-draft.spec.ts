import {
  definitionOf,
  differingDays,
  draftOf,
  fieldsOf,
  mergeDays,
  NEW_CALENDAR,
  problemsOf,
  yearsOf,
} from './calendar-draft.js';

const day = (date: string, name = date) => ({ date, name, hours: [] });

describe('calendar draft', () => {
  it('comes back as it went', () => {
    const definition = { ...definitionOf(NEW_CALENDAR), specialDays: [day('2026-10-01')] };
    const view = {
      id: 'c',
      name: { 'zh-CN': '白班 ', en: 'Day' },
      definition,
      version: 3,
      archived: false,
      teamIds: ['b', 'a'],
      runningClocks: 0,
    };
    const { version, draft } = draftOf(view);
    expect(version).toBe(3);
    expect(fieldsOf(draft)).toEqual({ name: { 'zh-CN': '白班', en: 'Day' }, definition, teamIds: ['a', 'b'] });
  });

  it('takes days in by date, in order; those of the same date make way', () => {
    const merged = mergeDays(
      [day('2026-10-01', 'old'), day('2026-01-01')],
      [day('2026-10-01', 'new'), day('2026-05-01')],
    );
    expect(merged.map(({ name }) => name)).toEqual(['2026-01-01', '2026-05-01', 'new']);
  });

  it('wants every special day to be named', () => {
    const paths = (name: string) =>
      problemsOf({ ...NEW_CALENDAR, specialDays: [day('2026-01-01', name)] }).map(({ path }) => path);
    expect(paths('元旦')).toEqual([]);
    expect(paths(' ')).toEqual(['specialDays.0.name']);
  });

  it('names the days in which two lists differ', () => {
    expect(differingDays([day('2026-01-01'), day('2026-05-01')], [day('2026-01-01')])).toEqual([day('2026-05-01')]);
  });

  it('lists the years of the days, and this one', () => {
    expect(yearsOf([day('2027-01-01'), day('2025-10-01')], '2026')).toEqual(['2025', '2026', '2027']);
  });
});
