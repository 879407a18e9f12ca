import { useState } from 'preact/hooks';
import { useDesk } from '../state/context.js';
import { useLaterTexts } from './texts.js';

/** Asks whether a case that staff call solved is solved. */
export function ResolvedCard({ conversationId, number }: { conversationId: string; number: string }) {
  const desk = useDesk();
  const text = useLaterTexts();
  const [isBusy, setBusy] = useState(false);

  async function answer(solved: boolean): Promise<void> {
    setBusy(true);
    await desk.tell(conversationId, 'ticket.confirm', { number, solved });
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
