import { EyeOutlined } from '@ant-design/icons';
import { Skeleton, Tooltip } from 'antd';
import { useCategories, useTeams, useTimeline } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { FailedPart } from './failed-part.js';
import { timelineText } from './timeline-text.js';

/** All that happened to the ticket, the latest first. */
export function Timeline({ number }: { number: string }) {
  const { t, locale, formats } = useLanguage();
  const query = useTimeline(number);
  const teams = useTeams().data?.items ?? [];
  const categories = useCategories().data?.items ?? [];
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  if (!query.data) return <FailedPart error={query.error} onRetry={() => void query.refetch()} />;
  const events = query.data.items.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (events.length === 0) return <p className="panel-hint">{t('timeline.empty')}</p>;
  return (
    <ol className="trail">
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.at} title={formats.full(event.at)} className="tabular">
            {formats.short(event.at)}
          </time>
          <div>
            <span>{timelineText({ t, locale, teams, categories, time: formats.short }, event)}</span>{' '}
            <span className="panel-hint">
              {event.actor.name || t(event.actor.kind === 'customer' ? 'customer.visitor' : 'timeline.system')}
            </span>
            {event.customerVisible && (
              <Tooltip title={t('timeline.visible')}>
                <EyeOutlined className="trail-visible" aria-label={t('timeline.visible')} />
              </Tooltip>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
