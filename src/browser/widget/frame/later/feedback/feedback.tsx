import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  FEEDBACK_KIND_WORDS,
  FEEDBACK_STATUS_WORDS,
  type OwnFeedbackView,
  type WidgetFeedbackView,
} from '../../../../../contract/index.js';
import { safeHref } from '../../logic/linkify.js';
import { useDesk } from '../../state/context.js';
import type { State } from '../../state/store.js';
import { FeedbackForm } from './form.js';
import { TEXTS } from './texts.js';

/** 意见反馈: what one has to say of the product, and what came of it. */
export function Feedback({ state }: { state: State }) {
  const desk = useDesk();
  const text = TEXTS[state.locale];
  const [view, setView] = useState<WidgetFeedbackView>();
  const [hasFailed, setFailed] = useState(false);
  const read = useCallback(() => {
    setFailed(false);
    desk.http<WidgetFeedbackView>('/widget/feedback', {}).then(setView, () => setFailed(true));
  }, [desk]);
  useEffect(read, [read]);

  if (hasFailed && !view)
    return (
      <button type="button" class="link" onClick={read}>
        {text.failed}
      </button>
    );
  if (!view) return <div class="skeleton" />;
  return (
    <div class="feedback card">
      <FeedbackForm state={state} areas={view.areas} onGiven={read} />
      {view.mine.length > 0 && (
        <>
          <h3>{text.mine}</h3>
          <ul>
            {view.mine.map((piece) => (
              <Piece key={piece.id} piece={piece} state={state} />
            ))}
          </ul>
        </>
      )}
      <a href={safeHref(view.pageUrl)} target="_blank" rel="noopener noreferrer">
        {text.others}
      </a>
    </div>
  );
}

function Piece({ piece, state }: { piece: OwnFeedbackView; state: State }) {
  const text = TEXTS[state.locale];
  const { kind, words, status, answer, caseNumber, caseUrl } = piece;
  return (
    <li>
      <p class="row">
        <span class={`chip ${status === 'received' ? '' : 'new'}`}>{FEEDBACK_STATUS_WORDS[status][state.locale]}</span>
        <span class="small">{FEEDBACK_KIND_WORDS[kind][state.locale]}</span>
      </p>
      <p>{words}</p>
      {answer && (
        <p class="small">
          {text.answer}
          {answer}
        </p>
      )}
      {caseNumber && caseUrl && (
        <p class="small">
          {text.case}
          <a href={safeHref(caseUrl)} target="_blank" rel="noopener noreferrer">
            {caseNumber}
          </a>
        </p>
      )}
    </li>
  );
}
