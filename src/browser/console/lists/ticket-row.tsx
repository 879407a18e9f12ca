import { type MouseEvent, memo } from 'react';
import type { TicketList, TicketListItemView } from '../../../contract/index.js';
import { useIsFresh } from '../alerts/fresh-tickets.js';
import { useLanguage } from '../i18n/i18n.js';
import { formatRoute } from '../routing/route.js';
import { navigate } from '../routing/use-route.js';
import { SnoozedMark } from '../snooze/snoozed-mark.js';
import { EscalatedMark } from './escalated-mark.js';
import { NudgeMark } from './nudge-mark.js';
import { PriorityMark } from './priority-mark.js';
import { SlaChip } from './sla-chip.js';
import { TagMarks } from './tag-marks.js';
import { TierBadge } from './tier-badge.js';

interface Props {
  row: TicketListItemView;
  list: TicketList;
  isOpen: boolean;
}

/** One ticket of a list: a real link, so that it opens in a new tab as links do. */
export const TicketRow = memo(function TicketRow({ row, list, isOpen }: Props) {
  const { t, formats } = useLanguage();
  const isFresh = useIsFresh(row.number);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate({ number: row.number });
  };
  return (
    <a
      className={`row${row.unread > 0 ? ' row-unread' : ''}${isFresh ? ' row-fresh' : ''}`}
      href={formatRoute({ number: row.number, list, panel: false })}
      onClick={open}
      data-row={row.number}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className="row-line">
        <PriorityMark priority={row.priority} />
        <span className="row-customer ellipsis">{row.customerName || t('customer.visitor')}</span>
        <TierBadge tier={row.tier} />
        {row.escalated && <EscalatedMark />}
        <NudgeMark ticket={row} />
        {isFresh && <span className="badge badge-info">{t('lists.new')}</span>}
        <SlaChip clock={row} />
      </span>
      <span className="row-line">
        <span className="row-subject ellipsis">{row.subject || t('lists.noSubject')}</span>
        {row.unread > 0 && (
          <span className="row-unread-count tabular" title={t('lists.unread', { count: row.unread })}>
            <span aria-hidden="true">{row.unread > 99 ? '99+' : row.unread}</span>
            <span className="sr-only">{t('lists.unread', { count: row.unread })}</span>
          </span>
        )}
      </span>
      <span className="row-line row-small">
        <span className={`row-status status-${row.status}`}>{t(`status.${row.status}`)}</span>
        <SnoozedMark until={row.snoozedUntil} />
        {row.tags.length > 0 && <TagMarks tags={row.tags} most={2} />}
        <span className="ellipsis row-preview">{[row.shopName, row.preview].filter(Boolean).join(' · ')}</span>
        <time dateTime={row.lastActivityAt} className="tabular">
          {formats.short(row.lastActivityAt)}
        </time>
      </span>
    </a>
  );
});
