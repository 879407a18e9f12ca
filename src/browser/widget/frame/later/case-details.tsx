import { type CustomerTicketView, valueWords } from '../../../../contract/index.js';
import { dayAndTime } from '../logic/durations.js';
import { safeHref } from '../logic/linkify.js';
import { useNow, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { CaseDeeds } from './case-deeds.js';
import { CopyButton } from './copy-button.js';
import { useLaterTexts } from './texts.js';

/** Number, look-up code, the time by which the customer hears more, and the public page of the case. */
export function CaseDetails({ ticket, state }: { ticket: CustomerTicketView; state: State }) {
  const text = useTexts();
  const details = useLaterTexts();
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
          <small>{details.lookupCode}</small>
          <strong>{ticket.lookupCode}</strong>
        </span>
        <CopyButton value={ticket.lookupCode} name={details.lookupCode} />
      </p>
      {ticket.promisedAt && <p class="due">{text.promised(when(ticket.promisedAt), ticket.promiseBasis)}</p>}
      {ticket.nextDueAt && ticket.nextDueAt !== ticket.promisedAt && (
        <p class="due">{details.nextDue(when(ticket.nextDueAt), ticket.dueInWorkingHours)}</p>
      )}
      {ticket.paused && !ticket.promisedAt && ticket.status === 'on_hold' && <p class="due">{details.paused}</p>}
      {ticket.details && (
        <dl class="fields">
          {ticket.details.map((field) => (
            <div key={field.key}>
              <dt>{field.label[state.locale]}</dt>
              <dd>{valueWords(field, field.value, state.locale)}</dd>
            </div>
          ))}
        </dl>
      )}
      <CaseDeeds ticket={ticket} state={state} />
      <p class="small">
        {details.lookupHint}{' '}
        <a href={safeHref(ticket.statusUrl)} target="_blank" rel="noopener noreferrer">
          {details.statusPage}
        </a>
      </p>
    </div>
  );
}
