import { useCallback } from 'react';
import type { Timestamp } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { formatSeconds } from '../lists/sla-state.js';
import { useEverySecond } from '../shared/ticker.js';
import { span } from './span.js';

/** How long it has been since then, in words; it goes on by itself. */
export function Lasting({ since, words = (time) => time }: { since: Timestamp; words?: (time: string) => string }) {
  const { locale, formats } = useLanguage();
  const compute = useCallback((now: number) => span((now - Date.parse(since)) / 1_000, locale), [since, locale]);
  const time = useEverySecond(compute);
  return (
    <time dateTime={since} title={formats.full(since)} className="tabular">
      {words(time)}
    </time>
  );
}

/** The same as a running clock, `12:34`, for figures that are read from afar. */
export function RunningClock({ since }: { since: Timestamp }) {
  const { t, formats } = useLanguage();
  const compute = useCallback(
    (now: number) =>
      formatSeconds(Math.max(0, Math.floor((now - Date.parse(since)) / 1_000)), {
        day: t('sla.day'),
        hour: t('sla.hour'),
      }),
    [since, t],
  );
  return (
    <time dateTime={since} title={formats.full(since)} className="tabular">
      {useEverySecond(compute)}
    </time>
  );
}
