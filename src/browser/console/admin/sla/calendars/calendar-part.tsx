import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../i18n/i18n.js';
import { adminAddress } from '../../../routing/place.js';
import { goTo } from '../../../routing/use-route.js';
import { QueryState } from '../../../shared/query-state.js';
import type { Draft } from '../preview/draft.js';
import { useCalendars } from '../queries.js';
import { CalendarEditor } from './calendar-editor.js';
import { CalendarList } from './calendar-list.js';
import { NewCalendar } from './new-calendar.js';
import { useCalendarTexts } from './texts.js';

/** Calendars: the list, a new one, or one of them. */
export function CalendarPart({ which, preview }: { which?: string; preview: (draft: Draft) => ReactNode }) {
  const { t } = useLanguage();
  const texts = useCalendarTexts();
  const query = useCalendars();
  if (which === 'new') return <NewCalendar preview={preview} />;
  return (
    <QueryState query={query}>
      {({ items }) => {
        if (!which)
          return (
            <div className="sla-columns">
              <div className="sla-editor">
                <CalendarList calendars={items} />
              </div>
              {preview({})}
            </div>
          );
        const calendar = items.find(({ id }) => id === which);
        if (calendar) return <CalendarEditor key={calendar.id} calendar={calendar} preview={preview} />;
        return (
          <div className="placeholder">
            <strong>{texts('gone')}</strong>
            <Button onClick={() => goTo(adminAddress('sla', 'calendars'))}>{t('common.back')}</Button>
          </div>
        );
      }}
    </QueryState>
  );
}
