import type { TicketListItemView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';

const DONE = ['resolved', 'closed', 'cancelled'];

/** Its customer asks to hurry; how often. Of a case that is done it says nothing. */
export function NudgeMark({ ticket }: { ticket: Pick<TicketListItemView, 'nudges' | 'nudgedAt' | 'status'> }) {
  const { t, formats } = useLanguage();
  const { nudges, nudgedAt, status } = ticket;
  if (!nudges || !nudgedAt || DONE.includes(status)) return null;
  return (
    <span className="badge badge-warn" title={t('lists.nudgedAt', { at: formats.short(nudgedAt) })}>
      {t('lists.nudged', { count: nudges })}
    </span>
  );
}
