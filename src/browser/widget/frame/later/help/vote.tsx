import { useState } from 'preact/hooks';
import type { ArticleReadingView } from '../../../../../contract/index.js';
import { RequestError } from '../../state/connection.js';
import { useDesk } from '../../state/context.js';
import { useHelpTexts } from './texts.js';

const REASON_LENGTH = 1_000;

/** 有帮助吗, and what was missing. The last word counts. */
export function Vote({ article: { slug, locale, helpful } }: { article: ArticleReadingView }) {
  const desk = useDesk();
  const text = useHelpTexts();
  const [said, setSaid] = useState(helpful);
  const [reason, setReason] = useState('');
  const [isNoted, setNoted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function say(value: boolean, words?: string): Promise<void> {
    setBusy(true);
    setFailed(false);
    try {
      const body = JSON.stringify({ locale, helpful: value, ...(words && { reason: words }) });
      await desk.http(`/widget/articles/${slug}/feedback`, {}, { method: 'POST', body });
      setSaid(value);
      setNoted(Boolean(words));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailed(true);
    }
    setBusy(false);
  }

  return (
    <section class="vote">
      <div class="row wrap">
        <h2>{text.helpful}</h2>
        {[true, false].map((value) => (
          <button
            key={String(value)}
            type="button"
            class={`pill ${said === value ? 'soft' : 'outline'}`}
            aria-pressed={said === value}
            disabled={isBusy}
            onClick={() => void say(value)}
          >
            {value ? text.yes : text.no}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {hasFailed ? text.notDone : said ? text.thanks : isNoted ? text.noted : ''}
      </p>
      {said === false && !isNoted && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void say(false, reason.trim());
          }}
        >
          <textarea
            rows={2}
            maxLength={REASON_LENGTH}
            aria-label={text.reason}
            placeholder={text.reason}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <button type="submit" class="pill outline" disabled={isBusy || !reason.trim()}>
            {text.sendReason}
          </button>
        </form>
      )}
    </section>
  );
}
