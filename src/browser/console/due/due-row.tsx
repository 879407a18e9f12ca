import { Button } from 'antd';
import { memo } from 'react';
import type { EscalationView } from '../../../contract/index.js';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { EscalatedMark } from '../lists/escalated-mark.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { SlaChip } from '../lists/sla-chip.js';
import { TierBadge } from '../lists/tier-badge.js';
import { Link } from '../shared/link.js';
import { isStillAhead } from '../shared/server-time.js';
import { useAcknowledge } from '../sla/use-acknowledge.js';
import { ticketAddress } from '../tickets/ticket-table.js';
import type { DueTicket } from './use-due.js';

/** One ticket of the board. The subject is the link, and the whole row leads there. */
export const DueRow = memo(function DueRow({ ticket, escalation }: { ticket: DueTicket; escalation?: EscalationView }) {
  const { t, pick, formats } = useLanguage();
  const team = useTeams().data?.items.find(({ id }) => id === ticket.teamId);
  return (
    <li className="due-row">
      <div className="due-time">
        <SlaChip clock={ticket} />
        <span className="due-small">
          {t(ticket.nextDueKind ? `sla.${ticket.nextDueKind}` : 'sla.due')}
          <time className="due-at tabular" dateTime={ticket.nextDueAt} title={formats.full(ticket.nextDueAt)}>
            {` · ${formats.short(ticket.nextDueAt)}`}
          </time>
        </span>
      </div>
      <div className="due-case">
        <span className="due-title">
          <PriorityMark priority={ticket.priority} />
          <Link to={ticketAddress(ticket.number)} data-row={ticket.number} className="ellipsis">
            {ticket.subject || t('lists.noSubject')}
          </Link>
          {ticket.escalated && (
            <span className="badge due-escalated">
              <EscalatedMark /> {t('lists.escalated')}
            </span>
          )}
        </span>
        <span className="due-small">
          <span className="tabular">{ticket.number}</span>
          <span className="ellipsis">
            {[ticket.customerName || t('customer.visitor'), ticket.shopName].filter(Boolean).join(' · ')}
          </span>
          <TierBadge tier={ticket.tier} />
        </span>
      </div>
      <div className="due-people">
        <span className={`ellipsis${ticket.assigneeName ? '' : ' due-nobody'}`}>
          {ticket.assigneeName ?? t('common.unassigned')}
        </span>
        <span className="due-small ellipsis">{team && pick(team.name)}</span>
      </div>
      {escalation && <Acknowledge escalation={escalation} />}
    </li>
  );
});

/** A rung has fired, and waits for somebody to say that they have seen it. */
function Acknowledge({ escalation: { id, number, acknowledgeBy } }: { escalation: EscalationView }) {
  const { t, formats } = useLanguage();
  const acknowledge = useAcknowledge(number);
  const isAhead = acknowledgeBy !== undefined && isStillAhead(acknowledgeBy);
  return (
    <div className="due-seen">
      <Button size="small" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(id)}>
        {t('sla.acknowledge')}
      </Button>
      {isAhead && <small>{t('sla.acknowledgeBy', { at: formats.short(acknowledgeBy) })}</small>}
    </div>
  );
}
