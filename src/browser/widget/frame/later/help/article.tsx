import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ArticleReadingView, CATEGORIES } from '../../../../../contract/index.js';
import { articleSlug } from '../../logic/article-address.js';
import { Articles } from '../../parts/articles.js';
import { Icon } from '../../parts/icon.js';
import { useDesk } from '../../state/context.js';
import type { ReadingStop, State } from '../../state/store.js';
import { Failed } from './failed.js';
import { useHelpTexts } from './texts.js';
import { useAnswer } from './use-answer.js';
import { Vote } from './vote.js';

/** So many headings are worth a list of them. */
const MANY_SECTIONS = 3;
/** What is offered instead of an article that is gone. */
const OTHERS = 3;

/** An article to read, to judge, and to go on from: to others, or to a person who is told of it. */
export function Article({ stop, state }: { stop: ReadingStop; state: State }) {
  const desk = useDesk();
  const text = useHelpTexts();
  const box = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { locale, page } = state;
  const asked = {
    locale,
    place: stop.bot ? 'bot' : 'widget',
    ...(page && { page }),
    ...(stop.searchId && { searchId: stop.searchId }),
  };
  const { answer, failure, isLoading, retry } = useAnswer<ArticleReadingView>(
    state,
    `/widget/articles/${stop.slug}`,
    asked,
    { once: true },
  );
  const isMissing = failure?.code === 'not_found' || failure?.code === 'invalid_input';

  useLayoutEffect(() => {
    if (!answer || !box.current) return;
    box.current.scrollTop = stop.top ?? 0;
    title.current?.focus({ preventScroll: true });
  }, [answer, stop]);

  function contact(): void {
    const { question } = stop;
    const category = CATEGORIES.find((each) => each === answer?.category);
    desk.askPerson(answer ? text.readBefore(answer.title, question) : (question ?? ''), category);
  }

  return (
    <>
      <div
        ref={box}
        class="article"
        aria-busy={isLoading}
        onScroll={({ currentTarget }) => {
          if (answer) stop.top = currentTarget.scrollTop;
        }}
      >
        {!answer && !failure && [1, 2, 3, 4].map((each) => <div key={each} class="skeleton" />)}
        {isMissing && (
          <>
            <p role="alert">{text.missing}</p>
            <section>
              <h2>{text.popular}</h2>
              <Articles articles={state.site?.popularArticles[locale].slice(0, OTHERS) ?? []} />
            </section>
          </>
        )}
        {failure && !isMissing && <Failed text={text.failed} onRetry={retry} />}
        {answer && (
          <>
            <Head article={answer} state={state} titleRef={title} />
            <Prose html={answer.html} />
            <Vote key={answer.articleId} article={answer} />
            {answer.related.length > 0 && (
              <section>
                <h2>{text.related}</h2>
                <Articles articles={answer.related} />
              </section>
            )}
            {answer.url && (
              <a class="small" href={answer.url} data-away="1" target="_blank" rel="noopener noreferrer">
                {text.page}
              </a>
            )}
          </>
        )}
      </div>
      <footer class="unsolved row">
        <span>{text.unsolved}</span>
        <button type="button" class="pill primary" onClick={contact}>
          <Icon name="person" />
          {text.contact}
        </button>
      </footer>
    </>
  );
}

interface HeadProps {
  article: ArticleReadingView;
  state: State;
  titleRef: RefObject<HTMLHeadingElement | null>;
}

function Head({ article, state: { site, locale }, titleRef }: HeadProps) {
  const text = useHelpTexts();
  const { category, visibility, updatedAt, title, excerpt, behind, sections } = article;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(Date.parse(updatedAt));
  return (
    <header lang={article.locale}>
      <p class="small row wrap" lang={locale}>
        {site?.topics.find(({ key }) => key === category)?.label[locale] ?? text.service} · {text.updated(day)}
        {visibility === 'customers' && <span class="chip">{text.forCustomers}</span>}
      </p>
      <h1 ref={titleRef} tabIndex={-1}>
        {title}
      </h1>
      {excerpt && <p class="lead">{excerpt}</p>}
      {behind && (
        <p class="callout" lang={locale}>
          {text.behind}
        </p>
      )}
      {sections.length >= MANY_SECTIONS && (
        <details>
          <summary lang={locale}>{text.contents}</summary>
          <ul>
            {sections.map(({ id, title: name }) => (
              <li key={id}>
                <button
                  type="button"
                  class="link"
                  onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

/** The body. Links to other articles open here, foreign ones in a new tab. */
function Prose({ html }: { html: string }) {
  const text = useHelpTexts();
  const body = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!body.current) return;
    // Made by the server's Markdown, which lets no HTML through; the frame's policy runs no script in it either.
    body.current.innerHTML = html;
    for (const link of body.current.querySelectorAll('a')) {
      if (link.getAttribute('href')?.startsWith('#') || articleSlug(link.href, location.origin)) continue;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      const hint = document.createElement('span');
      hint.className = 'hidden';
      hint.textContent = text.opensNewTab;
      link.append(hint);
    }
  }, [html, text]);

  return <div ref={body} class="prose" />;
}
