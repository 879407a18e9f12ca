import { Button, Dropdown } from 'antd';
import { useId } from 'react';
import type { SlaProblem } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { useMayEdit } from '../editable.js';
import { type CalendarDraft, WEEK, WEEK_PRESETS, type WeekPreset, weekOf, withWeek } from './calendar-draft.js';
import { HoursEditor } from './hours-editor.js';
import { useCalendarTexts } from './texts.js';
import { useWeekWords } from './use-week-words.js';
import { WeekPicture } from './week-picture.js';

const PRESETS = Object.keys(WEEK_PRESETS) as WeekPreset[];

/** The hours of each day of the week, beside a picture of them. */
export function WeekEditor({
  draft,
  problems,
  onChange,
}: {
  draft: CalendarDraft;
  problems: readonly SlaProblem[];
  onChange: (change: Partial<CalendarDraft>) => void;
}) {
  const { pick } = useLanguage();
  const texts = useCalendarTexts();
  const { dayName } = useWeekWords();
  const mayEdit = useMayEdit();
  const id = useId();
  const empty = problems.find(({ path }) => path === 'week');
  const copyTo = (from: number, to: (day: number) => boolean) =>
    onChange(
      Object.fromEntries(
        WEEK.filter((day) => to(day)).map((day) => [`week.${day}`, draft[`week.${from as 0}`]]),
      ) as Partial<CalendarDraft>,
    );
  const copies = [
    { key: 'workdays', label: texts('copyWorkdays'), to: (day: number) => day < 5 },
    { key: 'weekend', label: texts('copyWeekend'), to: (day: number) => day > 4 },
    { key: 'all', label: texts('copyAll'), to: () => true },
  ];
  return (
    <section className="sheet sla-part" aria-labelledby={id}>
      <header className="sla-part-head">
        <h3 id={id}>{texts('week')}</h3>
        <div className="sla-presets">
          <span className="sla-quiet">{texts('presets')}</span>
          {PRESETS.map((preset) => (
            <Button key={preset} size="small" onClick={() => onChange(withWeek(WEEK_PRESETS[preset]))}>
              {texts(preset)}
            </Button>
          ))}
        </div>
      </header>
      <p className="field-hint">{texts('weekHint')}</p>
      {empty && (
        <p role="alert" className="field-error">
          {pick(empty.fix)}
        </p>
      )}
      <div className="sla-week-columns">
        <ul className="sla-days">
          {WEEK.map((day) => (
            <li key={day} className="sla-day">
              <span className="sla-day-name">{dayName(day)}</span>
              <HoursEditor
                day={dayName(day)}
                hours={draft[`week.${day}`]}
                path={`week.${day}`}
                problems={problems}
                onChange={(hours) => onChange({ [`week.${day}`]: hours })}
              />
              {mayEdit && (
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      ...copies.map(({ key, label }) => ({ key, label })),
                      { type: 'divider' },
                      ...WEEK.filter((other) => other !== day).map((other) => ({
                        key: String(other),
                        label: dayName(other),
                      })),
                    ],
                    onClick: ({ key }) =>
                      copyTo(day, copies.find((copy) => copy.key === key)?.to ?? ((other) => String(other) === key)),
                  }}
                >
                  <Button size="small" type="text" aria-label={texts('copyFrom', { day: dayName(day) })}>
                    {texts('copyDay')}
                  </Button>
                </Dropdown>
              )}
            </li>
          ))}
        </ul>
        <WeekPicture week={weekOf(draft)} />
      </div>
    </section>
  );
}
