import { Button, Empty } from 'antd';
import type { FlaggedAnswerView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { formatRoute } from '../routing/route.js';
import { Link } from '../shared/link.js';
import { QueryState } from '../shared/query-state.js';
import { Deeds } from './deeds.js';
import { useFlagged, useSettle } from './queries.js';
import { useBotLearningTexts } from './texts.js';

/** Answers of the bot's that colleagues call wrong. */
export function FlagList() {
  const texts = useBotLearningTexts();
  const query = useFlagged();
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? (
          <Empty description={texts('noFlags')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
            {texts('noFlagsDetail')}
          </Empty>
        ) : (
          <>
            <ul className="sheet learning-list bot-learning-list">
              {items.map((item) => (
                <li key={item.entryId}>
                  <Flagged item={item} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <p className="load-more">
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {texts('more')}
                </Button>
              </p>
            )}
          </>
        );
      }}
    </QueryState>
  );
}

function Flagged({ item }: { item: FlaggedAnswerView }) {
  const { formats } = useLanguage();
  const texts = useBotLearningTexts();
  const settle = useSettle();
  const { entryId, conversationId, reason, note, by, at, locale, question, answer, articles, generated, ticketNumber } =
    item;
  return (
    <>
      <div className="learning-what">
        <p>
          <span className="badge badge-warn">{texts(`reason.${reason}`)}</span>{' '}
          {generated && <span className="badge">{texts('generated')}</span>} {note}
        </p>
        <p className="learning-quiet">
          {texts('asked')}
          {formats.colon}
          <span lang={locale}>{question}</span>
        </p>
        <p className="learning-quiet">
          {texts('answered')}
          {formats.colon}
          {articles.length === 0 && <span lang={locale}>{answer}</span>}
          {articles.map(({ articleId, url, title }, index) => (
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
        <span className="learning-quiet">{texts('flaggedBy', { name: by.name, at: formats.short(at) })}</span>
        <span className="learning-quiet">
          {ticketNumber ? (
            <Link to={formatRoute({ number: ticketNumber, list: 'mine', panel: false })}>{ticketNumber}</Link>
          ) : (
            <Link to={`/console/bot/${conversationId}`} aria-label={`${texts('sample')}${formats.colon}${question}`}>
              {texts('sample')}
            </Link>
          )}
        </span>
      </p>
      <Deeds
        title={question || answer}
        {...(question && { words: { text: question, locale, articles } })}
        isPending={settle.isPending}
        onSettle={(deed, done) => settle.mutate({ of: 'flag', entryId, deed }, done)}
      />
    </>
  );
}
