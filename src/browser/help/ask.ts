import type { ArticleSearchView } from '../../contract/index.js';

/** After the last key; long enough that a word is one question. */
const PAUSE_MILLISECONDS = 160;
/** What is searched for of a longer text. */
const QUERY_LENGTH = 200;

/**
 * Asks the search while somebody types: after a pause, the last question alone, and nothing while an input method composes, for
 * what stands in the field then is not yet what they mean.
 * @param address with its query, to which `q` is added
 * @param show undefined: there is nothing to answer any more
 */
export function askWhileTyping(
  field: HTMLInputElement | HTMLTextAreaElement,
  address: string,
  show: (found: ArticleSearchView | undefined) => void,
): { stop(): void } {
  let timer: number | undefined;
  let asking: AbortController | undefined;
  let asked = '';
  let composing = false;

  function stop(): void {
    clearTimeout(timer);
    asking?.abort();
    asked = '';
  }

  async function ask(query: string): Promise<void> {
    asking = new AbortController();
    try {
      const answer = await fetch(`${address}&${new URLSearchParams({ q: query })}`, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // Given up for a newer question, or the line is gone: the form itself still works.
    }
  }

  function typed(): void {
    if (composing) return;
    const query = field.value.replace(/\s+/g, ' ').trim().slice(0, QUERY_LENGTH);
    if (query === asked) return;
    stop();
    asked = query;
    if (query) timer = window.setTimeout(() => void ask(query), PAUSE_MILLISECONDS);
    else show(undefined);
  }

  field.addEventListener('input', typed);
  field.addEventListener('compositionstart', () => {
    composing = true;
    stop();
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  return { stop };
}
