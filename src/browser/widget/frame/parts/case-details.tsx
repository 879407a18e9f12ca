import type { CustomerTicketView } from '../../../../contract/index.js';
import { dayAndTime } from '../logic/durations.js';
import { safeHref } from '../logic/linkify.js';
import { useNow, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { CopyButton } from './copy-button.js';

/** Number, look-up code, the time by which the customer hears more, and the public page of the case. */
export function CaseDetails({ ticket, state }: { ticket: CustomerTicketView; state: State }) {
  const text = useTexts();
  const now = useNow();
  const when = (at: string) => dayAndTime(Date.parse(at), now, state.locale);
  return (
    <div class="case-details">
      <p class="number row">
        <span>
          <small>{text.caseNumber}</small>
          <strong>{ticket.number}</strong>
        </span>
        <CopyButton value={ticket.number} name={text.caseNumber} />
      </p>
      <p class="number row code">
        <span>
          <small>{text.lookupCode}</small>
          <strong>{ticket.lookupCode}</strong>
        </span>
        <CopyButton value={ticket.lookupCode} name={text.lookupCode} />
      </p>
      {ticket.promisedAt && <p class="due">{text.promised(when(ticket.promisedAt), ticket.promiseBasis)}</p>}
      {ticket.nextDueAt && ticket.nextDueAt !== ticket.promisedAt && (
        <p class="due">{text.nextDue(when(ticket.nextDueAt), ticket.dueInWorkingHours)}</p>
      )}
      {ticket.paused && !ticket.promisedAt && ticket.status === 'on_hold' && <p class="due">{text.paused}</p>}
      <p class="small">
        {text.lookupHint}{' '}
        <a href={safeHref(ticket.statusUrl)} target="_blank" rel="noopener noreferrer">
          {text.statusPage}
        </a>
      </p>
    </div>
  );
}
