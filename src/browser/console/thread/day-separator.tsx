import type { Timestamp } from '../../../contract/index.js';
import { isSameDay } from '../i18n/formats.js';
import { useLanguage } from '../i18n/i18n.js';

const ONE_DAY = 86_400_000;

export function DaySeparator({ at }: { at: Timestamp }) {
  const { t, formats } = useLanguage();
  const moment = Date.parse(at);
  const now = Date.now();
  const name = isSameDay(moment, now)
    ? t('thread.today')
    : isSameDay(moment, now - ONE_DAY)
      ? t('thread.yesterday')
      : formats.day(at);
  return <div className="day-separator">{name}</div>;
}
