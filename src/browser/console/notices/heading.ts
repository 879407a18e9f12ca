import type { NoticeView } from '../../../contract/index.js';
import type { NoticeTexts } from './texts.js';

/** How far the clock of a notice has come: 首次响应已超时. */
export function noticeHeading(texts: NoticeTexts, { clockKind, at }: Pick<NoticeView, 'clockKind' | 'at'>): string {
  const clock = texts(clockKind);
  if ('breach' in at) return texts('breach', { clock });
  if ('afterMinutes' in at) return texts('late', { clock, minutes: at.afterMinutes });
  return at.percent === 0 ? texts('begun', { clock }) : texts('percent', { clock, percent: at.percent });
}
