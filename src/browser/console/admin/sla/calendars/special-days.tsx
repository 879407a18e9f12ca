import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { SlaProblem, SpecialDay } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Choice } from '../../../shared/choice.js';
import { useMayEdit } from '../editable.js';
import { WORKED } from '../queries.js';
import { AddSpecialDay } from './add-special-day.js';
import { mergeDays, yearsOf } from './calendar-draft.js';
import { HoursEditor } from './hours-editor.js';
import { ImportDays } from './import-days.js';
import { useCalendarTexts } from './texts.js';

const NAME_LENGTH = 60;

/** Holidays and worked days, a year at a time. */
export function SpecialDays({
  days,
  problems,
  onChange,
}: {
  days: readonly SpecialDay[];
  problems: readonly SlaProblem[];
  onChange: (days: SpecialDay[]) => void;
}) {
  const { locale, pick } = useLanguage();
  const texts = useCalendarTexts();
  const mayEdit = useMayEdit();
  const id = useId();
  const thisYear = String(new Date(Date.now()).getFullYear());
  const [year, setYear] = useState(thisYear);
  const years = yearsOf(days, thisYear);
  const shown = days.flatMap((day, place) => (day.date.startsWith(year) ? [{ day, place }] : []));
  const off = shown.filter(({ day }) => day.hours.length === 0).length;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
  const whole = problems.find(({ path }) => path === 'specialDays');
  const set = (date: string, change: Partial<SpecialDay>) =>
    onChange(days.map((day) => (day.date === date ? { ...day, ...change } : day)));
  const take = (taken: readonly SpecialDay[]) => {
    onChange(mergeDays(days, taken));
    if (taken[0]) setYear(taken[0].date.slice(0, 4));
  };
  return (
    <section className="sheet sla-part" aria-labelledby={id}>
      <header className="sla-part-head">
        <h3 id={id}>{texts('special')}</h3>
        {mayEdit && <ImportDays days={days} onTake={take} />}
      </header>
      <p className="field-hint">{texts('specialHint')}</p>
      {whole && (
        <p role="alert" className="field-error">
          {pick(whole.fix)}
        </p>
      )}
      <div className="sla-years">
        <Choice
          label={texts('year')}
          value={year}
          options={years.map((value) => ({ value, label: value }))}
          onChange={setYear}
        />
        <span className="sla-quiet">
          {shown.length > 0
            ? texts('specialCount', { off, worked: shown.length - off })
            : texts('specialNone', { year })}
        </span>
        {mayEdit && shown.length > 0 && (
          <Button
            size="small"
            type="text"
            className="sla-remove-year"
            onClick={() => onChange(days.filter(({ date }) => !date.startsWith(year)))}
          >
            {texts('removeAllOf', { year })}
          </Button>
        )}
      </div>
      <ul className="sla-special">
        {shown.map(({ day, place }) => {
          const date = format.format(new Date(day.date));
          const isOff = day.hours.length === 0;
          const wrong = problems.filter(
            ({ path }) => path === `specialDays.${place}.date` || path === `specialDays.${place}.name`,
          );
          const twice = wrong.some(({ path }) => path.endsWith('.date'));
          return (
            <li key={`${day.date} ${twice ? place : ''}`} className="sla-special-day">
              <time className="sla-special-date" dateTime={day.date}>
                {date}
              </time>
              <Input
                aria-label={texts('nameOf', { date })}
                value={day.name}
                maxLength={NAME_LENGTH}
                status={wrong.length > 0 ? 'error' : undefined}
                onChange={({ target }) => set(day.date, { name: target.value })}
              />
              <Choice<'off' | 'worked'>
                label={texts('kindOf', { date })}
                value={isOff ? 'off' : 'worked'}
                options={[
                  { value: 'off', label: texts('off') },
                  { value: 'worked', label: texts('worked') },
                ]}
                onChange={(kind) => set(day.date, { hours: kind === 'off' ? [] : WORKED })}
              />
              <button
                type="button"
                className="quiet-button"
                aria-label={texts('removeDate', { date })}
                onClick={() => onChange(days.filter((_, at) => at !== place))}
              >
                ✕
              </button>
              {!isOff && (
                <HoursEditor
                  day={date}
                  hours={day.hours}
                  path={`specialDays.${place}.hours`}
                  problems={problems}
                  onChange={(hours) => set(day.date, { hours })}
                />
              )}
              {wrong.map(({ path, fix }) => (
                <p key={path} role="alert" className="field-error">
                  {pick(fix)}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
      {mayEdit && <AddSpecialDay days={days} onAdd={(day) => take([day])} />}
    </section>
  );
}
