import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../state/context.js';
import { Icon } from './icon.js';

const COMMENT_LENGTH = 1_000;

/** One to five stars, solved or not, and a word more for who wants. */
export function RatingCard({ conversationId, number }: { conversationId: string; number: string }) {
  const desk = useDesk();
  const text = useTexts();
  const [score, setScore] = useState(0);
  const [solved, setSolved] = useState(true);
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const words = comment.trim();
    await desk.rate(conversationId, { number, score, solved, ...(words && { comment: words }) });
    setBusy(false);
  }

  return (
    <form class="ask-card card rating" onSubmit={(event) => void submit(event)}>
      <h2 id="rating-title">{text.rateTitle}</h2>
      <div class="stars" role="radiogroup" aria-labelledby="rating-title">
        {text.stars.map((name, index) => (
          <label key={name} class={index < score ? 'on' : ''}>
            <input
              class="hidden"
              type="radio"
              name="score"
              aria-label={`${index + 1} · ${name}`}
              checked={score === index + 1}
              onChange={() => setScore(index + 1)}
            />
            <Icon name="star" />
          </label>
        ))}
      </div>
      {score > 0 && (
        <>
          <p class="star-name" aria-live="polite">
            {text.stars[score - 1]}
          </p>
          <fieldset class="choices row">
            <legend class="hidden">{text.rateSolved}</legend>
            {[true, false].map((value) => (
              <label key={String(value)} class={`pill ${solved === value ? 'soft' : 'outline'}`}>
                <input
                  class="hidden"
                  type="radio"
                  name="solved"
                  checked={solved === value}
                  onChange={() => setSolved(value)}
                />
                {value ? text.solved : text.unsolved}
              </label>
            ))}
          </fieldset>
          <textarea
            rows={2}
            maxLength={COMMENT_LENGTH}
            aria-label={text.comment}
            placeholder={text.comment}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="pill primary" disabled={isBusy}>
            {text.submit}
          </button>
        </>
      )}
    </form>
  );
}
