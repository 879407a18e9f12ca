import { Empty } from 'antd';
import type { ReadingPlace, ReportDays, SearchGap, SearchGapView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { LOCALE_NAMES } from '../../i18n/locale-names.js';
import { QueryState } from '../../shared/query-state.js';
import { useSearchGaps } from './queries.js';
import { TaskButton } from './task-button.js';
import { useLearningTexts } from './texts.js';

/** What was searched for in vain, with what the search finds for it today. */
export function GapList({ gap, days, place }: { gap: SearchGap; days: ReportDays; place: ReadingPlace | undefined }) {
  const texts = useLearningTexts();
  const query = useSearchGaps(gap, days, place);
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty description={texts('noGaps')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
            {texts('noGapsDetail')}
          </Empty>
        ) : (
          <ul className="sheet learning-list">
            {items.map((item) => (
              <li key={`${item.place} ${item.locale} ${item.folded}`}>
                <Gap gap={item} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

function Gap({ gap: { query, locale, place, count, lastAskedAt, today, taskId } }: { gap: SearchGapView }) {
  const { formats } = useLanguage();
  const texts = useLearningTexts();
  return (
    <>
      <div className="learning-what">
        <p>
          <b lang={locale}>{query}</b> <span className="badge">{LOCALE_NAMES[locale]}</span>{' '}
          <span className="badge">{texts(`place.${place}`)}</span>
        </p>
        {today.length === 0 ? (
          <p className="learning-quiet">{texts('todayNone')}</p>
        ) : (
          <p className="learning-quiet">
            {texts('today')}
            {formats.colon}
            {today.map(({ articleId, url, title }, index) => (
              <span key={articleId}>
                {index > 0 && ' · '}
                <a href={url} target="_blank" rel="noopener">
                  {title}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
      <p className="learning-count">
        <b className="tabular">{texts('times', { count })}</b>
        <time className="learning-quiet" dateTime={lastAskedAt} title={formats.full(lastAskedAt)}>
          {texts('last', { at: formats.short(lastAskedAt) })}
        </time>
      </p>
      <TaskButton about={{ kind: 'search', locale, query }} title={query} taskId={taskId} />
    </>
  );
}
