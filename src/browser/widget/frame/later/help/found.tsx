import type { ArticleSearchView, TextPart } from '../../../../../contract/index.js';
import { safeHref } from '../../logic/linkify.js';
import { Icon } from '../../parts/icon.js';
import { useDesk } from '../../state/context.js';
import type { State } from '../../state/store.js';
import { Failed } from './failed.js';
import { useHelpTexts } from './texts.js';
import { useAnswer } from './use-answer.js';

const PAUSE_MS = 250;

/** Articles that fit a question, with what fits marked, and the way on when none does. */
export function Found({ query, state }: { query: string; state: State }) {
  const desk = useDesk();
  const text = useHelpTexts();
  const asked = { q: query, locale: state.locale, limit: '5' };
  const { answer, failure, isLoading, retry } = useAnswer<ArticleSearchView>(state, '/widget/article-search', asked, {
    pause: PAUSE_MS,
  });

  function ask(): void {
    const id = desk.startTopic(undefined, 'search');
    desk.keepDraft(id, query);
    desk.goTo(id);
  }

  return (
    <div class="found" aria-busy={isLoading}>
      <p class="hidden" role="status">
        {answer && !isLoading && (answer.items.length > 0 ? text.found(answer.items.length) : text.nothing)}
      </p>
      {!answer && !failure && <div class="skeleton" />}
      {failure && !isLoading && <Failed text={text.searchFailed} onRetry={retry} />}
      {answer?.items.length === 0 && <p class="small">{text.nothing}</p>}
      {answer && answer.items.length > 0 && (
        <ul class="list card">
          {answer.items.map(({ articleId, titleParts, snippetParts, url }) => (
            <li key={articleId}>
              <a class="row" href={safeHref(url)} data-search={answer.searchId} data-question={query}>
                <span class="item">
                  <strong>
                    <Marked parts={titleParts} />
                  </strong>
                  <span class="excerpt">
                    <Marked parts={snippetParts} />
                  </span>
                </span>
                <Icon name="next" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="pill soft" onClick={ask}>
        <Icon name="chat" /> {text.askThis}
        <span class="asked">{query}</span>
      </button>
    </div>
  );
}

function Marked({ parts }: { parts: TextPart[] }) {
  return (
    <>
      {parts.map(({ text, hit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
        hit ? <mark key={index}>{text}</mark> : text,
      )}
    </>
  );
}
