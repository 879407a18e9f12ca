import type { SlaProblem, WorkingHours } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { ClockInput } from './clock-input.js';
import { DAY, isWholeDay, spanOf, withAnother } from './hours.js';
import { useCalendarTexts } from './texts.js';

/** The stretches of one day. @param path where `problems` name it, e.g. `week.0` */
export function HoursEditor({
  day,
  hours,
  path,
  problems,
  onChange,
}: {
  /** As a reader knows it. */
  day: string;
  hours: readonly WorkingHours[];
  path: string;
  problems: readonly SlaProblem[];
  onChange: (hours: WorkingHours[]) => void;
}) {
  const { pick } = useLanguage();
  const texts = useCalendarTexts();
  const wrong = problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  const set = (place: number, from: number, to: number) =>
    onChange(hours.map((span, at) => (at === place ? spanOf(from, to) : span)));
  return (
    <div className="sla-hours">
      {hours.length === 0 && <span className="sla-quiet">{texts('closed')}</span>}
      {hours.map(({ from, to }, place) => {
        const problem = wrong.some((each) => each.path.startsWith(`${path}.${place}.`));
        const names = { day, place: place + 1 };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place; its times change while one types
          <div key={place} className="sla-span">
            <ClockInput
              label={texts('from', names)}
              minutes={from}
              isWrong={problem}
              onChange={(minutes) => set(place, minutes, to)}
            />
            <span aria-hidden>–</span>
            <ClockInput
              label={texts('to', names)}
              minutes={to}
              isWrong={problem}
              onChange={(minutes) => set(place, from, minutes)}
            />
            {isWholeDay(hours) ? (
              <small>{texts('wholeDay')}</small>
            ) : (
              to > DAY && <small className="sla-night">{texts('nextDay')}</small>
            )}
            <button
              type="button"
              className="quiet-button"
              aria-label={texts('removeHours', names)}
              onClick={() => onChange(hours.filter((_, at) => at !== place))}
            >
              ✕
            </button>
          </div>
        );
      })}
      {!isWholeDay(hours) && (
        <button
          type="button"
          className="quiet-button sla-add-hours"
          aria-label={texts('addHoursTo', { day })}
          title={texts('addHours')}
          onClick={() => onChange(withAnother(hours))}
        >
          {hours.length > 0 ? '+' : `+ ${texts('addHours')}`}
        </button>
      )}
      {[...new Set(wrong.map(({ fix }) => pick(fix)))].map((fix) => (
        <p key={fix} role="alert" className="field-error">
          {fix}
        </p>
      ))}
    </div>
  );
}
