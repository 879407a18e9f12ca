import { useCallback } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useEverySecond } from '../shared/ticker.js';
import { formatSeconds, type SlaTone, slaState } from './sla-state.js';

type Clocked = Pick<
  TicketView,
  'nextDueAt' | 'nextDueKind' | 'nextDueStartedAt' | 'openedAt' | 'lastActivityAt' | 'pausedAt' | 'status'
>;

/** What is due next on a ticket, counting down. Renders by itself every second; whoever holds it does not. */
export function SlaChip({ clock, withName = false }: { clock: Clocked; withName?: boolean }) {
  const { t, formats } = useLanguage();
  const { nextDueAt, nextDueKind, pausedAt } = clock;
  // Where the server does not say when a clock began: the first one with the ticket, the others with the last activity.
  const startedAt = clock.nextDueStartedAt ?? (nextDueKind === 'next_response' ? clock.lastActivityAt : clock.openedAt);
  const compute = useCallback(
    (now: number) => {
      if (!nextDueAt) return '';
      const { tone, seconds } = slaState({ dueAt: nextDueAt, startedAt, pausedAt }, now);
      return `${tone}|${formatSeconds(seconds, { day: t('sla.day'), hour: t('sla.hour') })}`;
    },
    [nextDueAt, startedAt, pausedAt, t],
  );
  const [tone, time] = useEverySecond(compute).split('|') as [SlaTone | '', string | undefined];
  if (!nextDueAt || !tone || !time) return null;
  const kind = t(nextDueKind ? `sla.${nextDueKind}` : 'sla.due');
  const at = formats.short(nextDueAt);
  const meaning = t(tone === 'overdue' ? 'sla.overdue' : tone === 'paused' ? 'sla.paused' : 'sla.left', { kind, at });
  return (
    <span className={`sla sla-${tone}`} title={meaning}>
      <span className="sr-only">{meaning}</span>
      <span aria-hidden="true" className="tabular">
        {withName && `${kind} `}
        {tone === 'overdue' ? t('sla.over', { time }) : tone === 'paused' ? t('sla.pausedShort') : time}
      </span>
    </span>
  );
}
