import { useEffect, useState } from 'preact/hooks';
import type { ArticleLink } from '../../../../contract/index.js';
import { useDesk, useTexts } from '../state/context.js';
import { Articles } from './articles.js';
import { Icon } from './icon.js';

const PAUSE_MS = 250;

/** The help centre's search box with its answers below it. `onAsk` takes the question on into a conversation. */
export function Search({ onAsk }: { onAsk: (question: string) => void }) {
  const desk = useDesk();
  const text = useTexts();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<ArticleLink[] | 'failed'>();

  useEffect(() => {
    setFound(undefined);
    const asked = query.trim();
    if (!asked) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      desk
        .searchArticles(asked, abort.signal)
        .then(setFound)
        .catch(() => abort.signal.aborted || setFound('failed'));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [desk, query]);

  return (
    <search class="search card">
      <label class="search-box row">
        <Icon name="search" />
        <span class="hidden">{text.search}</span>
        <input
          type="search"
          maxLength={200}
          placeholder={text.search}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {query.trim() && (
        <div class="found" aria-live="polite">
          {found === undefined && <div class="skeleton" />}
          {found && found !== 'failed' && found.length > 0 && <Articles articles={found} />}
          {found?.length === 0 && <p class="small">{text.searchNothing}</p>}
          {found === 'failed' && <p class="small">{text.searchFailed}</p>}
          <button type="button" class="pill soft" onClick={() => onAsk(query.trim())}>
            <Icon name="chat" /> {text.askThis}
            <span class="asked">{query.trim()}</span>
          </button>
        </div>
      )}
    </search>
  );
}
