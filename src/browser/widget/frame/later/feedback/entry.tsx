import { useState } from 'preact/hooks';
import type { State } from '../../state/store.js';
import { Feedback } from './feedback.js';

/** The way to 意见反馈. */
export function FeedbackEntry({ state }: { state: State }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="section">
      <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {state.locale === 'en' ? 'Feedback' : '意见反馈'}
      </button>
      {isOpen && <Feedback state={state} />}
    </section>
  );
}
