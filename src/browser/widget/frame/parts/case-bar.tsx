import { useState } from 'preact/hooks';
import type { CustomerTicketView } from '../../../../contract/index.js';
import { standing } from '../logic/standing.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Icon } from './icon.js';
import { useLater } from './use-later.js';

/** One line below the header that names the case and where it stands; opens into its details. */
export function CaseBar({ ticket, state }: { ticket: CustomerTicketView; state: State }) {
  const text = useTexts();
  const [isOpen, setOpen] = useState(false);
  const later = useLater(isOpen);
  const status = standing(ticket);
  return (
    <div class={`case-bar ${isOpen ? 'open' : ''}`}>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="hidden">{text.caseNumber}</span>
        <strong>{ticket.number}</strong>
        <span class={`chip ${status}`}>{text.status[status]}</span>
        <Icon name="next" />
      </button>
      {later && <later.CaseDetails ticket={ticket} state={state} />}
    </div>
  );
}
