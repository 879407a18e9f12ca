import type { WorkingHours } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { barsOn } from './hours.js';
import { useCalendarTexts } from './texts.js';
import { useWeekWords } from './use-week-words.js';

const HOURS = [0, 6, 12, 18, 24];

/** A week as bars, a line a day; what is worked over midnight goes on in the next line. @param small without names and hours */
export function WeekPicture({ week, small = false }: { week: readonly (readonly WorkingHours[])[]; small?: boolean }) {
  const { formats } = useLanguage();
  const texts = useCalendarTexts();
  const { dayName, weekWords } = useWeekWords();
  return (
    <div
      className={small ? 'sla-week sla-week-small' : 'sla-week'}
      role="img"
      aria-label={`${texts('picture')}${formats.colon}${weekWords(week)}`}
    >
      {week.map((_, day) => (
        <div key={dayName(day)} className="sla-week-day" data-weekend={day > 4 || undefined}>
          {!small && <span>{dayName(day)}</span>}
          <div>
            {barsOn(week, day).map(({ left, width, night }) => (
              <i key={left} data-night={night || undefined} style={{ left: `${left}%`, width: `${width}%` }} />
            ))}
          </div>
        </div>
      ))}
      {!small && (
        <div className="sla-week-hours tabular">
          {HOURS.map((hour) => (
            <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
