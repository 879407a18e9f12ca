import { useState } from 'preact/hooks';
import type { CustomerTicketView } from '../../../../contract/index.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { CaseDetails } from './case-details.js';
import { Icon } from './icon.js';

/** One line below the header that names the case and where it stands; opens into its details. */
export function CaseBar({ ticket, state }: { ticket: CustomerTicketView; state: State }) {
  const text = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class={`case-bar ${isOpen ? 'open' : ''}`}>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="hidden">{text.caseNumber}</span>
        <strong>{ticket.number}</strong>
        <span class={`chip ${ticket.status}`}>{text.status[ticket.status]}</span>
        <Icon name="next" />
      </button>
      {isOpen && <CaseDetails ticket={ticket} state={state} />}
    </div>
  );
}
