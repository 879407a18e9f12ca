import { Alert, App, Button } from 'antd';
import type { CalendarView } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { problemText } from '../../../i18n/problem-text.js';
import { useArchiveCalendar } from '../queries.js';
import { useCalendarTexts } from './texts.js';

/** The end of a calendar, and its return. */
export function CalendarArchive({ calendar }: { calendar: CalendarView }) {
  const { t, pick } = useLanguage();
  const texts = useCalendarTexts();
  const { message, modal } = App.useApp();
  const archiving = useArchiveCalendar(calendar.id);
  const problem = archiving.error && problemText(t, archiving.error);
  const set = (archived: boolean) =>
    archiving.mutateAsync({ archived, version: calendar.version }).then(
      () => void message.success(texts(archived ? 'archiveDone' : 'restored')),
      () => undefined,
    );
  const archive = () =>
    modal.confirm({
      title: texts('archiveTitle', { name: pick(calendar.name) }),
      content: texts('endDetail'),
      okText: texts('archive'),
      okButtonProps: { danger: true },
      onOk: () => set(true),
    });
  return (
    <section className="sheet sla-part" aria-label={texts('end')}>
      <h3>{texts('end')}</h3>
      <p className="sla-quiet">{texts(calendar.archived ? 'archivedNotice' : 'endDetail')}</p>
      {problem && <Alert type="warning" role="alert" showIcon title={problem.title} description={problem.detail} />}
      <div>
        {calendar.archived ? (
          <Button loading={archiving.isPending} onClick={() => void set(false)}>
            {texts('restore')}
          </Button>
        ) : (
          <Button danger loading={archiving.isPending} onClick={archive}>
            {texts('archive')}
          </Button>
        )}
      </div>
    </section>
  );
}
