import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../state/context.js';

/** Asks whether a case that staff call solved is solved. */
export function ResolvedCard({ conversationId, number }: { conversationId: string; number: string }) {
  const desk = useDesk();
  const text = useTexts();
  const [isBusy, setBusy] = useState(false);

  async function answer(solved: boolean): Promise<void> {
    setBusy(true);
    await desk.confirm(conversationId, number, solved);
    setBusy(false);
  }

  return (
    <section class="ask-card card">
      <h2>{text.resolvedTitle}</h2>
      <p>{text.resolvedText}</p>
      <div class="choices row">
        <button type="button" class="pill primary" disabled={isBusy} onClick={() => void answer(true)}>
          {text.confirmSolved}
        </button>
        <button type="button" class="pill outline" disabled={isBusy} onClick={() => void answer(false)}>
          {text.stillOpen}
        </button>
      </div>
    </section>
  );
}
