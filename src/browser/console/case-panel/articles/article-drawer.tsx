import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ArticleReadingView, TicketView } from '../../../../contract/index.js';
import { useArticleReading } from '../../api/queries.js';
import { QueryState } from '../../shared/query-state.js';
import { useIsNarrow } from '../../shared/use-is-narrow.js';
import { type ArticlePlace, addressOf, canBeSent, placeOf } from './article-place.js';
import { ArticleProse } from './article-prose.js';
import { useArticleTexts } from './texts.js';
import { useInsertLink } from './use-insert-link.js';
import { VisibilityTag } from './visibility-tag.js';
import './article-drawer.css';

/** As wide as the panel that it lies over (`shell.css`): the conversation stays whole. */
const AS_THE_PANEL = 'clamp(300px, 25vw, 380px)';

interface Props {
  first: ArticlePlace;
  ticket: TicketView;
  onClose: () => void;
}

/** An article beside the conversation, which one can go on writing in; links to others open here too. */
export default function ArticleDrawer({ first, ticket, onClose }: Props) {
  const texts = useArticleTexts();
  const isNarrow = useIsNarrow();
  const [trail, setTrail] = useState([first]);
  const place = trail.at(-1) ?? first;
  const query = useArticleReading(place.slug, place.locale);
  return (
    <Drawer
      open
      mask={isNarrow}
      size={isNarrow ? '100%' : AS_THE_PANEL}
      title={texts('reading')}
      onClose={onClose}
      extra={
        trail.length > 1 && (
          <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => setTrail(trail.slice(0, -1))}>
            {texts('before')}
          </Button>
        )
      }
      footer={query.data && <Footer article={query.data} ticket={ticket} />}
    >
      <QueryState query={query}>
        {(article) => <Article article={article} onOpen={(next) => setTrail([...trail, next])} />}
      </QueryState>
    </Drawer>
  );
}

function Article({ article, onOpen }: { article: ArticleReadingView; onOpen: (place: ArticlePlace) => void }) {
  const texts = useArticleTexts();
  const { title, excerpt, visibility, behind, related, updatedAt, locale } = article;
  return (
    <article className="article-reading">
      <h2 lang={locale}>{title}</h2>
      <p className="panel-hint">
        {texts('updated', { day: updatedAt.slice(0, 10) })} <VisibilityTag visibility={visibility} />
      </p>
      {excerpt && <p lang={locale}>{excerpt}</p>}
      {behind && <p className="callout">{texts('behind')}</p>}
      <ArticleProse html={article.html} locale={locale} onOpen={onOpen} />
      {related.length > 0 && (
        <>
          <h3>{texts('related')}</h3>
          <ul className="article-related" lang={locale}>
            {related.map((link) => {
              const next = placeOf(link.url);
              return (
                <li key={link.articleId}>
                  <Button type="link" size="small" onClick={() => next && onOpen(next)}>
                    {link.title}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </article>
  );
}

function Footer({ article, ticket }: { article: ArticleReadingView; ticket: TicketView }) {
  const texts = useArticleTexts();
  const insert = useInsertLink(ticket.number);
  const { title, visibility, url } = article;
  return (
    <div className="article-foot">
      {canBeSent(visibility, ticket) ? (
        <Button type="primary" onClick={() => insert(title, addressOf(article))}>
          {texts('insertLink')}
        </Button>
      ) : (
        <span className="panel-hint">{texts(visibility === 'staff' ? 'staffHint' : 'notSignedIn')}</span>
      )}
      {url && (
        <a href={url} target="_blank" rel="noopener">
          {texts('page')}
        </a>
      )}
    </div>
  );
}
