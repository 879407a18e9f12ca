import type { CustomerTicketView } from '../../../../contract/index.js';
import { waitParts } from '../logic/durations.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { CaseDetails } from './case-details.js';
import { Reach } from './reach.js';

/** What the customer gets with 转人工: the case, the place in the queue, and what if nobody is there. */
export function WaitingCard({ ticket, state }: { ticket: CustomerTicketView; state: State }) {
  const text = useTexts();
  const isWaiting = ticket.status === 'new' && !ticket.agentName;
  const wait = ticket.expectedWaitSeconds === undefined ? undefined : waitParts(ticket.expectedWaitSeconds);
  return (
    <section class="case-card card" aria-label={`${text.caseNumber} ${ticket.number}`}>
      {isWaiting && ticket.place !== undefined && (
        <dl class="queue" aria-live="polite">
          <div>
            <dt>{text.place}</dt>
            <dd>{text.placeValue(ticket.place)}</dd>
          </div>
          {wait && ticket.staffed !== false && (
            <div>
              <dt>{text.wait}</dt>
              <dd>{text[wait.unit](wait.count)}</dd>
            </div>
          )}
        </dl>
      )}
      {isWaiting && ticket.staffed === false && (
        <div class="nobody">
          <p>{text.nobody}</p>
          {state.site && <Reach site={state.site} locale={state.locale} />}
        </div>
      )}
      <CaseDetails ticket={ticket} state={state} />
    </section>
  );
}
