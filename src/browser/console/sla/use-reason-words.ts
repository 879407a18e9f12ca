import type { DueReason, Timestamp } from '../../../contract/index.js';
import { isSameDay } from '../i18n/formats.js';
import { useLanguage } from '../i18n/i18n.js';
import { writeDuration } from './duration.js';
import { useReasonTexts } from './reason-texts.js';

/** Why something is due when it is due, a step at a time in words. Times are in the reader's zone. */
export function useReasonWords() {
  const { t, pick, locale, formats } = useLanguage();
  const texts = useReasonTexts();
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  /** 11月20日周五 18:20 */
  const at = (time: Timestamp): string => format.format(Date.parse(time));
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  /** From moment to moment; the day once when it is the same. */
  const between = (from: Timestamp, to: Timestamp) => ({
    from: at(from),
    to: isSameDay(Date.parse(from), Date.parse(to)) ? clock.format(Date.parse(to)) : at(to),
  });
  const duration = (seconds: number) => writeDuration(Math.round(seconds), locale);
  const named = (days: readonly { name: string }[]) => formats.list([...new Set(days.map(({ name }) => name))]);

  function reasonWords(reason: DueReason): string {
    switch (reason.step) {
      case 'target': {
        const { kind, seconds, tier, priority, mode, policyVersion, uncovered } = reason;
        const said = texts('target', {
          kind: t(`sla.${kind}`),
          duration: duration(seconds),
          tier: t(`tier.${tier}`),
          priority,
          mode: texts(mode),
        });
        if (uncovered) return said + texts('byDefault');
        return said + (policyVersion ? texts('byPolicy', { version: policyVersion }) : texts('byDraft'));
      }
      case 'promise':
        return reason.basis
          ? texts('promiseBasis', { at: at(reason.at), basis: reason.basis })
          : texts('promise', { at: at(reason.at) });
      case 'around_the_clock':
        return texts(`around_${reason.because}`);
      case 'calendar':
        return reason.name
          ? texts('calendar', { name: pick(reason.name), zone: reason.zone })
          : texts('calendarDraft', { zone: reason.zone });
      case 'start':
        return texts(reason.working ? 'start' : 'startClosed', { at: at(reason.at) });
      case 'closed': {
        const span = between(reason.from, reason.to);
        return reason.days.length > 0
          ? texts('closedDays', { ...span, days: named(reason.days) })
          : texts('closed', span);
      }
      case 'worked': {
        const span = { ...between(reason.from, reason.to), duration: duration(reason.seconds) };
        return reason.days.length > 0
          ? texts('workedDays', { ...span, days: named(reason.days) })
          : texts('worked', span);
      }
      case 'pause':
        return reason.to
          ? texts('pause', { ...between(reason.from, reason.to), because: texts(reason.because) })
          : texts('paused', { from: at(reason.from), because: texts(reason.because) });
      case 'more':
        return texts('more', { count: reason.count, duration: duration(reason.seconds) });
      case 'due':
        return texts('due', { at: at(reason.at) });
    }
  }
  return { at, reasonWords };
}
