import { App, Button } from 'antd';
import { useAssignableStaff } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { QueryState } from '../../shared/query-state.js';
import { OnDutyNow } from './on-duty-now.js';
import { useCopyWeek, useShiftTable } from './queries.js';
import { ShiftTable } from './shift-table.js';
import { useShiftTexts } from './texts.js';
import { addDays, type Day, dayIn, mondayOf } from './week.js';

/** One week of one team: turning the pages, copying it on, and the table. */
export function ShiftWeek({ teamId, monday, onWeek }: { teamId: string; monday: Day; onWeek: (monday: Day) => void }) {
  const { t, locale } = useLanguage();
  const texts = useShiftTexts();
  const { message, modal } = App.useApp();
  const table = useShiftTable(teamId, monday);
  const members = useAssignableStaff(teamId);
  const copying = useCopyWeek(teamId);
  const next = addDays(monday, 7);
  const days = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
  const copy = () =>
    modal.confirm({
      title: texts('copyTitle'),
      content: texts('copyDetail'),
      okText: texts('copy'),
      onOk: () =>
        copying.mutateAsync({ from: monday, to: next }).then(
          ({ copied }) => {
            void message.success(copied > 0 ? texts('copied', { count: copied }) : texts('copiedNone'));
            onWeek(next);
          },
          (error) => void message.error(problemText(t, error).title),
        ),
    });
  return (
    <>
      <OnDutyNow teamId={teamId} />
      <div className="shifts-pager">
        <Button onClick={() => onWeek(addDays(monday, -7))}>{texts('previous')}</Button>
        <Button
          disabled={monday === mondayOf(dayIn(Date.now(), table.data?.timeZone))}
          onClick={() => onWeek(mondayOf(dayIn(Date.now(), table.data?.timeZone)))}
        >
          {texts('today')}
        </Button>
        <Button onClick={() => onWeek(next)}>{texts('next')}</Button>
        <strong className="tabular">{days.formatRange(new Date(monday), new Date(addDays(monday, 6)))}</strong>
        {table.data?.editable && (
          <Button
            className="shifts-copy"
            loading={copying.isPending}
            disabled={table.data.items.length === 0}
            onClick={copy}
          >
            {texts('copy')}
          </Button>
        )}
      </div>
      <QueryState query={table}>
        {(found) => (
          <QueryState query={members}>
            {({ items: people }) => (
              <>
                <ShiftTable teamId={teamId} monday={monday} table={found} people={people} />
                <p className="shifts-note">
                  {texts('zone', { zone: found.timeZone })}
                  {!found.editable && ` · ${texts('readOnly')}`}
                </p>
              </>
            )}
          </QueryState>
        )}
      </QueryState>
    </>
  );
}
