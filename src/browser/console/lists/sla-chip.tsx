import { ClockCircleFilled, MoonFilled, PauseCircleFilled, WarningFilled } from '@ant-design/icons';
import { type ComponentType, useCallback } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import type { MessageKey } from '../i18n/zh-cn.js';
import { useEverySecond } from '../shared/ticker.js';
import { formatSeconds, type SlaTone, slaState } from './sla-state.js';

export type Clocked = Pick<
  TicketView,
  | 'nextDueAt'
  | 'nextDueKind'
  | 'nextDueStartedAt'
  | 'nextDueWorking'
  | 'nextDueBeyond'
  | 'openedAt'
  | 'lastActivityAt'
  | 'pausedAt'
>;

/** What one sees, and what it means; so that nothing hangs on the colour alone. */
const TONES: Record<SlaTone, { Icon?: ComponentType; short?: MessageKey; meaning: MessageKey }> = {
  calm: { meaning: 'sla.left' },
  warn: { Icon: ClockCircleFilled, meaning: 'sla.soon' },
  overdue: { Icon: WarningFilled, short: 'sla.over', meaning: 'sla.overdue' },
  paused: { Icon: PauseCircleFilled, short: 'sla.pausedShort', meaning: 'sla.paused' },
  resting: { Icon: MoonFilled, short: 'sla.restingShort', meaning: 'sla.resting' },
};

/** What is due next on a ticket, counting down in working time. Renders by itself every second; whoever holds it does not. */
export function SlaChip({ clock, withName = false }: { clock: Clocked; withName?: boolean }) {
  const { t, formats } = useLanguage();
  const { nextDueAt, nextDueKind, pausedAt, nextDueWorking, nextDueBeyond } = clock;
  // Where the server does not say when a clock began: the first one with the ticket, the others with the last activity.
  const startedAt = clock.nextDueStartedAt ?? (nextDueKind === 'next_response' ? clock.lastActivityAt : clock.openedAt);
  const compute = useCallback(
    (now: number) => {
      if (!nextDueAt) return '';
      const state = slaState({ nextDueAt, startedAt, pausedAt, nextDueWorking, nextDueBeyond }, now);
      const time = formatSeconds(state.seconds, { day: t('sla.day'), hour: t('sla.hour') });
      return `${state.tone}|${state.tone === 'paused' && state.seconds < 0 ? t('sla.over', { time }) : time}`;
    },
    [nextDueAt, startedAt, pausedAt, nextDueWorking, nextDueBeyond, t],
  );
  const [tone, time] = useEverySecond(compute).split('|') as [SlaTone | '', string | undefined];
  if (!nextDueAt || !tone || !time) return null;
  const { Icon, short, meaning } = TONES[tone];
  const kind = t(nextDueKind ? `sla.${nextDueKind}` : 'sla.due');
  const words = t(meaning, { kind, time, at: formats.short(nextDueAt) });
  return (
    <span className={`sla sla-${tone}`} title={words}>
      <span className="sr-only">{words}</span>
      <span aria-hidden="true" className="sla-face tabular">
        {Icon && <Icon />}
        {withName && <span className="sla-name">{kind}</span>}
        {short ? t(short, { time }) : time}
      </span>
    </span>
  );
}
