import { Input, Skeleton } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketView } from '../../../../contract/index.js';
import { useArticleSuggestions } from '../../api/queries.js';
import { fetchedLater } from '../../shared/fetched-later.js';
import { useSettled } from '../../shared/use-settled.js';
import { FailedPart } from '../failed-part.js';
import { type ArticlePlace, placeOf } from './article-place.js';
import { SuggestedRow } from './suggested-row.js';
import { useArticleTexts } from './texts.js';
import './articles.css';

const ArticleDrawer = fetchedLater(() => import('./article-drawer.js'));

/** Articles that may answer, each a click away from the reply; those that this customer may not read stand apart. */
export function ArticleSuggestions({ ticket }: { ticket: TicketView }) {
  const texts = useArticleTexts();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<ArticlePlace>();
  const words = useSettled(typed.trim());
  const query = useArticleSuggestions(ticket.number, words, ticket.lastActivityAt);
  const { items = [], internal = [] } = query.data ?? {};
  const rows = (articles: typeof items) =>
    articles.map((article) => (
      <SuggestedRow
        key={article.articleId}
        article={article}
        ticket={ticket}
        onOpen={() => setOpen(placeOf(article.url))}
      />
    ));
  return (
    <>
      <Input.Search
        size="small"
        allowClear
        value={typed}
        maxLength={200}
        placeholder={texts('search')}
        aria-label={texts('search')}
        onChange={(event) => setTyped(event.target.value)}
      />
      {query.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {query.isError && <FailedPart error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <p className="panel-hint">{texts(words ? 'nothing' : 'none')}</p>}
      <ul className="articles" aria-busy={query.isFetching}>
        {rows(items)}
      </ul>
      {internal.length > 0 && (
        <section className="articles-internal" aria-label={texts('internal')}>
          <h4>{texts('internal')}</h4>
          <ul className="articles">{rows(internal)}</ul>
        </section>
      )}
      {open && (
        <Suspense>
          <ArticleDrawer key={open.slug} first={open} ticket={ticket} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
