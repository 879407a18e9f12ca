import { Empty } from 'antd';
import { ARTICLE_TASK_LIMITS, type ArticleInWaitingView, type ReportDays } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { formatRoute } from '../routing/route.js';
import { Link } from '../shared/link.js';
import { QueryState } from '../shared/query-state.js';
import { useTopicNames } from '../shared/use-topic-names.js';
import { Deeds } from './deeds.js';
import { useReplies, useSettle } from './queries.js';
import { useBotLearningTexts } from './texts.js';

/** Replies of colleagues that solved what the bot could not, and look like an article. */
export function ReplyList({ days }: { days: ReportDays }) {
  const texts = useBotLearningTexts();
  return (
    <QueryState query={useReplies(days)}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty description={texts('noReplies')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
            {texts('noRepliesDetail')}
          </Empty>
        ) : (
          <ul className="sheet learning-list bot-learning-list">
            {items.map((item) => (
              <li key={item.members[0]}>
                <Reply item={item} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

function Reply({ item }: { item: ArticleInWaitingView }) {
  const { formats } = useLanguage();
  const texts = useBotLearningTexts();
  const topics = useTopicNames();
  const settle = useSettle();
  const { reply, locale, category, marks, cases, lastSaidAt, ticketNumbers, members } = item;
  const [ticketNumber = ''] = ticketNumbers;
  const title = reply.split('\n')[0]?.slice(0, ARTICLE_TASK_LIMITS.title) ?? reply;
  return (
    <>
      <div className="learning-what">
        <p className="learning-quote" lang={locale}>
          {reply}
        </p>
        <p>
          {marks.map((mark) => (
            <span key={mark} className="badge badge-info">
              {texts(`mark.${mark}`)}
            </span>
          ))}{' '}
          {category && <span className="badge">{topics(category)}</span>}
        </p>
      </div>
      <p className="learning-count">
        <b className="tabular">{texts('cases', { count: cases })}</b>
        <time className="learning-quiet" dateTime={lastSaidAt} title={formats.full(lastSaidAt)}>
          {texts('last', { at: formats.short(lastSaidAt) })}
        </time>
        <span className="learning-quiet">
          {ticketNumbers.map((number, index) => (
            <span key={number}>
              {index > 0 && ' · '}
              <Link to={formatRoute({ number, list: 'mine', panel: false })}>{number}</Link>
            </span>
          ))}
        </span>
      </p>
      <Deeds
        title={title}
        isPending={settle.isPending}
        onSettle={(deed, done) => {
          if (deed.by !== 'synonym')
            settle.mutate({ of: 'reply', body: { members, until: lastSaidAt, ticketNumber, title, deed } }, done);
        }}
      />
    </>
  );
}
