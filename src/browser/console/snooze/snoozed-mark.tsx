import { ClockCircleOutlined } from '@ant-design/icons';
import type { Timestamp } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useSnoozeTexts } from './texts.js';

/** Until when a case of a list is out of the way. */
export function SnoozedMark({ until }: { until: Timestamp | undefined }) {
  const { formats } = useLanguage();
  const texts = useSnoozeTexts();
  if (!until) return null;
  return (
    <span className="badge badge-info" title={texts('stands', { at: formats.full(until) })}>
      <ClockCircleOutlined aria-hidden /> {texts('mark', { at: formats.short(until) })}
    </span>
  );
}
