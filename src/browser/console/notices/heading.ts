import type { EscalationNoticeView, NoticeView, PresenceNoticeView } from '../../../contract/index.js';
import type { NoticeTexts } from './texts.js';

/** What a notice says, in a line: 首次响应已超时. */
export function noticeHeading(texts: NoticeTexts, notice: NoticeView): string {
  switch (notice.kind) {
    case 'escalation':
      return clockHeading(texts, notice);
    case 'returned':
      return texts(`returned.${notice.because}`);
    case 'taken_over':
    case 'whispered':
      return texts(notice.kind, { by: notice.by });
    case 'nudged':
      return texts('nudged', { count: notice.count });
    case 'task':
      return texts(`task.${notice.state}`, { by: notice.by });
    case 'mentioned':
      return texts('mentioned', { by: notice.by });
    case 'woken':
      return texts(`woken.${notice.because}`);
    case 'presence':
      return presenceHeading(texts, notice);
    case 'article':
      return texts(`article.${notice.state}`, { by: notice.by ?? '' });
  }
}

/** How far the clock has come. */
function clockHeading(texts: NoticeTexts, { clockKind, at }: EscalationNoticeView): string {
  const clock = texts(clockKind);
  if ('breach' in at) return texts('breach', { clock });
  if ('afterMinutes' in at) return texts('late', { clock, minutes: at.afterMinutes });
  return at.percent === 0 ? texts('begun', { clock }) : texts('percent', { clock, percent: at.percent });
}

function presenceHeading(texts: NoticeTexts, { presence, because, by = '', about }: PresenceNoticeView): string {
  if (because === 'supervisor') return texts('presenceSet', { by, presence: texts(presence) });
  return about ? texts('silentAbout', { about }) : texts('silent');
}
