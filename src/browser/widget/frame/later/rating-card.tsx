import { useState } from 'preact/hooks';
import {
  fittingReasons,
  type LocalizedText,
  RATING_REASONS,
  type RatingReason,
  ratingSide,
} from '../../../../contract/index.js';
import { Icon } from '../parts/icon.js';
import { useDesk } from '../state/context.js';
import { useLaterTexts } from './texts.js';

const COMMENT_LENGTH = 1_000;

/** One to five stars, solved or not, and a word more for who wants. */
export function RatingCard({ conversationId, number }: { conversationId: string; number: string }) {
  const desk = useDesk();
  const text = useLaterTexts();
  const { locale } = desk.store.get();
  const [score, setScore] = useState(0);
  const [solved, setSolved] = useState(true);
  const [reasons, setReasons] = useState<RatingReason[]>([]);
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const words = comment.trim();
    const fitting = fittingReasons(score, reasons);
    await desk.tell(conversationId, 'ticket.rate', {
      number,
      score,
      solved,
      ...(fitting.length > 0 && { reasons: fitting }),
      ...(words && { comment: words }),
    });
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
          <div class="reasons">
            {(Object.entries(RATING_REASONS[ratingSide(score)]) as [RatingReason, LocalizedText][]).map(
              ([key, name]) => (
                <label key={key} class={`chip ${reasons.includes(key) ? 'on' : ''}`}>
                  <input
                    class="hidden"
                    type="checkbox"
                    checked={reasons.includes(key)}
                    onChange={() =>
                      setReasons(reasons.includes(key) ? reasons.filter((other) => other !== key) : [...reasons, key])
                    }
                  />
                  {name[locale]}
                </label>
              ),
            )}
          </div>
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
