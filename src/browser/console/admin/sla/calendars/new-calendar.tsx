import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { adminAddress } from '../../../routing/place.js';
import { goTo } from '../../../routing/use-route.js';
import { SaveBar } from '../../save-bar.js';
import { useAdminTexts } from '../../texts.js';
import { Editable } from '../editable.js';
import type { Draft } from '../preview/draft.js';
import { useCreateCalendar } from '../queries.js';
import { refusedFields } from '../refused.js';
import { definitionOf, fieldsOf, hasNames, NEW_CALENDAR, problemsOf } from './calendar-draft.js';
import { CalendarForm } from './calendar-form.js';
import { useCalendarTexts } from './texts.js';

/** A new calendar. */
export function NewCalendar({ preview }: { preview: (draft: Draft) => ReactNode }) {
  const texts = useCalendarTexts();
  const adminTexts = useAdminTexts();
  const [draft, setDraft] = useState(NEW_CALENDAR);
  const [tried, setTried] = useState(false);
  const creating = useCreateCalendar();
  const problems = problemsOf(draft);
  const toList = () => goTo(adminAddress('sla', 'calendars'));
  function submit() {
    setTried(true);
    if (!hasNames(draft) || problems.length > 0) return;
    creating.mutate(fieldsOf(draft), {
      onSuccess: ({ id }) => goTo(adminAddress('sla', 'calendars', id), 'replace'),
    });
  }
  return (
    <div className="sla-columns">
      <form
        className="sla-editor"
        aria-label={texts('create')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <header className="sla-part-head">
          <h3>{texts('create')}</h3>
          <Button onClick={toList}>{adminTexts('back')}</Button>
        </header>
        <Editable>
          <CalendarForm
            draft={draft}
            problems={[...problems, ...refusedFields(creating.error, 'definition.')]}
            tried={tried}
            onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
          />
        </Editable>
        <SaveBar
          isDirty={draft !== NEW_CALENDAR}
          isSaving={creating.isPending}
          error={creating.error}
          saveLabel={texts('create')}
          onDiscard={toList}
        />
      </form>
      {preview({ calendar: definitionOf(draft), isWrong: problems.length > 0 })}
    </div>
  );
}
