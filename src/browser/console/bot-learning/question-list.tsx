import { Empty } from 'antd';
import type { ReportDays, UnansweredQuestionView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { LOCALE_NAMES } from '../i18n/locale-names.js';
import { Link } from '../shared/link.js';
import { QueryState } from '../shared/query-state.js';
import { useTopicNames } from '../shared/use-topic-names.js';
import { Deeds } from './deeds.js';
import { useQuestions, useSettle } from './queries.js';
import { useBotLearningTexts } from './texts.js';

/** What the bot could not answer, together what asks the same. */
export function QuestionList({ days }: { days: ReportDays }) {
  const texts = useBotLearningTexts();
  return (
    <QueryState query={useQuestions(days)}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty description={texts('noQuestions')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
            {texts('noQuestionsDetail')}
          </Empty>
        ) : (
          <ul className="sheet learning-list bot-learning-list">
            {items.map((item) => (
              <li key={item.members[0]}>
                <Question item={item} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

function Question({ item }: { item: UnansweredQuestionView }) {
  const { formats } = useLanguage();
  const texts = useBotLearningTexts();
  const topics = useTopicNames();
  const settle = useSettle();
  const { question, locale, category, alike, count, nothingFound, lastAskedAt, conversationIds, today, members } = item;
  return (
    <>
      <div className="learning-what">
        <p>
          <b lang={locale}>{question}</b> <span className="badge">{LOCALE_NAMES[locale]}</span>{' '}
          {category && <span className="badge">{topics(category)}</span>}
        </p>
        {alike.length > 0 && (
          <p className="learning-quiet" lang={locale}>
            {texts('alike')}
            {formats.colon}
            {alike.join(' · ')}
          </p>
        )}
        <p className="learning-quiet">
          {today.length === 0 ? texts('todayNone') : `${texts('today')}${formats.colon}`}
          {today.map(({ articleId, url, title }, index) => (
            <span key={articleId}>
              {index > 0 && ' · '}
              <a href={url} target="_blank" rel="noopener">
                {title}
              </a>
            </span>
          ))}
        </p>
      </div>
      <p className="learning-count">
        <b className="tabular">{texts('times', { count })}</b>
        {nothingFound > 0 && <span className="learning-quiet">{texts('ofNothing', { count: nothingFound })}</span>}
        <span className="learning-quiet">
          <time dateTime={lastAskedAt} title={formats.full(lastAskedAt)}>
            {texts('last', { at: formats.short(lastAskedAt) })}
          </time>
          {conversationIds[0] && (
            <>
              {' · '}
              <Link
                to={`/console/bot/${conversationIds[0]}`}
                aria-label={`${texts('sample')}${formats.colon}${question}`}
              >
                {texts('sample')}
              </Link>
            </>
          )}
        </span>
      </p>
      <Deeds
        title={question}
        words={{ text: question, locale, articles: today }}
        isPending={settle.isPending}
        onSettle={(deed, done) =>
          settle.mutate({ of: 'question', body: { question, locale, members, until: lastAskedAt, deed } }, done)
        }
      />
    </>
  );
}
