import { useState } from 'preact/hooks';
import type { CustomerTicketView } from '../../../../contract/index.js';
import { dayAndTime } from '../logic/durations.js';
import { safeHref } from '../logic/linkify.js';
import { useDesk, useNow } from '../state/context.js';
import type { State } from '../state/store.js';
import { useLaterTexts } from './texts.js';

/** 催单 here; 撤单 on the page that asks once more. */
export function CaseDeeds({ ticket, state }: { ticket: CustomerTicketView; state: State }) {
  const desk = useDesk();
  const text = useLaterTexts();
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const { number, may, statusUrl } = ticket;
  const { route, locale } = state;
  const from = Date.parse(may.nudge?.from ?? '');
  if (route.screen === 'home' || (!may.nudge && !may.withdraw)) return null;
  const { id } = route;

  async function nudge(): Promise<void> {
    setBusy(true);
    await desk.tell(id, 'ticket.nudge', { number });
    setBusy(false);
  }

  return (
    <div class="row deeds">
      {may.nudge &&
        (from > now ? (
          <span class="small">{text.nudged(dayAndTime(from, now, locale))}</span>
        ) : (
          <button type="button" class="pill outline" disabled={isBusy} onClick={() => void nudge()}>
            {text.nudge}
          </button>
        ))}
      {may.withdraw && (
        <a
          class="small"
          href={safeHref(statusUrl.replace('?', '/withdrawal?'))}
          target="_blank"
          rel="noopener noreferrer"
        >
          {text.withdraw}
        </a>
      )}
    </div>
  );
}
