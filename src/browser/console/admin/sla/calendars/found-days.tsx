import type { ImportedDaysView, SpecialDay } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { useCalendarTexts } from './texts.js';
import { useWeekWords } from './use-week-words.js';

/** What an import found, compared with what is there. */
export function FoundDays({ found, days }: { found: ImportedDaysView; days: readonly SpecialDay[] }) {
  const { locale } = useLanguage();
  const texts = useCalendarTexts();
  const { hoursWords } = useWeekWords();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const stateOf = (day: SpecialDay) => {
    const known = days.find(({ date }) => date === day.date);
    if (!known) return 'isNew';
    return JSON.stringify(known) === JSON.stringify(day) ? 'isSame' : 'isChanged';
  };
  const states = found.days.map(stateOf);
  const count = (state: string) => states.filter((each) => each === state).length;
  return (
    <>
      <p className="sla-found">
        {count('isNew') + count('isChanged') === 0
          ? texts('importNothing')
          : texts('importFound', { count: found.days.length, new: count('isNew'), changed: count('isChanged') })}
        {found.leftOut > 0 && ` ${texts('importLeftOut', { count: found.leftOut })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <ul className="sla-found-days" tabIndex={0}>
        {found.days.map((day, place) => (
          <li key={day.date} className="sla-found-day">
            <time dateTime={day.date}>{format.format(new Date(day.date))}</time>
            <span className="ellipsis">{day.name}</span>
            <span>{day.hours.length === 0 ? texts('off') : hoursWords(day.hours)}</span>
            <span
              className={
                states[place] === 'isNew'
                  ? 'badge badge-ok'
                  : states[place] === 'isChanged'
                    ? 'badge badge-warn'
                    : 'badge'
              }
            >
              {texts(states[place] ?? 'isNew')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
