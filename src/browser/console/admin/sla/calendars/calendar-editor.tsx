import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CalendarView, SpecialDay } from '../../../../../contract/index.js';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { adminAddress } from '../../../routing/place.js';
import { goTo } from '../../../routing/use-route.js';
import { useDraft } from '../../../shared/use-draft.js';
import { DraftForm } from '../../draft-form.js';
import { inBothLanguages } from '../../edit-conflict.js';
import { useAdminTexts } from '../../texts.js';
import { Editable, useMayEdit } from '../editable.js';
import type { Draft } from '../preview/draft.js';
import { outlookOfCalendar, useSaveCalendar } from '../queries.js';
import { refusedFields } from '../refused.js';
import { RetimeChoice } from '../retime-choice.js';
import { RetimeOutlook } from '../retime-outlook.js';
import { useSlaTexts } from '../texts.js';
import { CalendarArchive } from './calendar-archive.js';
import {
  type CalendarDraft,
  definitionOf,
  differingDays,
  draftOf,
  fieldsOf,
  hasNames,
  problemsOf,
} from './calendar-draft.js';
import { CalendarForm } from './calendar-form.js';
import { useCalendarTexts } from './texts.js';
import { useWeekWords } from './use-week-words.js';

/** One calendar: its hours, its special days, who works by it, and its end. */
export function CalendarEditor({
  calendar,
  preview,
}: {
  calendar: CalendarView;
  preview: (draft: Draft) => ReactNode;
}) {
  const { pick, formats } = useLanguage();
  const texts = useCalendarTexts();
  const slaTexts = useSlaTexts();
  const adminTexts = useAdminTexts();
  const { dayName, hoursWords } = useWeekWords();
  const mayEdit = useMayEdit();
  const teams = useTeams().data?.items ?? [];
  const form = useDraft<CalendarDraft>(draftOf(calendar));
  const [retime, setRetime] = useState(false);
  const saving = useSaveCalendar(calendar.id, () => setRetime(false));
  const problems = problemsOf(form.draft);
  const fields = fieldsOf(form.draft);

  const daysWords = (days: readonly SpecialDay[]) =>
    texts('days', { count: days.length, names: formats.list(days.map(({ date, name }) => `${date} ${name}`)) });
  const field = (key: keyof CalendarDraft, draft: CalendarDraft): { label: string; value: string } => {
    if (key === 'name') return { label: texts('name'), value: inBothLanguages(draft.name) };
    if (key === 'zone') return { label: texts('zone'), value: draft.zone };
    if (key === 'teamIds') {
      const named = teams.filter(({ id }) => draft.teamIds.includes(id));
      return { label: texts('teams'), value: formats.list(named.map(({ name }) => pick(name))) };
    }
    if (key === 'specialDays') {
      // Of two long lists only that in which they differ.
      const other = draft === form.draft ? form.theirs : form.draft;
      return { label: texts('special'), value: daysWords(differingDays(draft.specialDays, other.specialDays)) };
    }
    return { label: dayName(Number(key.slice(5))), value: hoursWords(draft[key]) };
  };
  return (
    <div className="sla-columns">
      <div className="sla-editor">
        <header className="sla-part-head">
          <div className="sla-calendar-name">
            <h3>{pick(calendar.name)}</h3>
            <span className="sla-quiet">{texts('clocks', { count: calendar.runningClocks })}</span>
          </div>
          <Button onClick={() => goTo(adminAddress('sla', 'calendars'))}>{adminTexts('back')}</Button>
        </header>
        {calendar.archived && <Alert type="info" showIcon title={texts('archivedNotice')} />}
        <DraftForm
          form={form}
          saving={saving}
          toSave={() => (hasNames(form.draft) && problems.length === 0 ? { ...fields, retime } : undefined)}
          draftOf={draftOf}
          field={field}
          label={pick(calendar.name)}
        >
          {({ tried }) => (
            <Editable>
              <CalendarForm
                draft={form.draft}
                problems={[...problems, ...refusedFields(saving.error, 'definition.')]}
                tried={tried}
                onChange={form.set}
              />
              {form.isDirty && (
                <section className="sheet sla-part" aria-label={slaTexts('beforeSaving')}>
                  <RetimeChoice
                    retime={retime}
                    running={calendar.runningClocks}
                    outlook={
                      problems.length === 0 ? (
                        <RetimeOutlook draft={fields} ask={() => outlookOfCalendar(calendar.id, fields)} />
                      ) : undefined
                    }
                    onChange={setRetime}
                  />
                </section>
              )}
            </Editable>
          )}
        </DraftForm>
        {mayEdit && <CalendarArchive calendar={calendar} />}
      </div>
      {preview({ calendar: definitionOf(form.draft), isWrong: problems.length > 0 })}
    </div>
  );
}
