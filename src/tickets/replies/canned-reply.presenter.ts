import type { CannedReplySettings, CannedReplyView, CategoryKey } from '../../contract/index.js';
import { spellingOf } from './spelling.js';

/** A row of `CANNED_REPLIES`. */
export type CannedReplyRow = Omit<CannedReplyView, 'category' | 'teamId'> & {
  category: CategoryKey | null;
  teamId: string | null;
  [column: string]: unknown;
};

export function presentReply({ category, teamId, ...row }: CannedReplyRow): CannedReplyView {
  return { ...row, ...(category && { category }), ...(teamId && { teamId }) };
}

export const replySettings = ({ title, body, category, teamId }: CannedReplySettings): CannedReplySettings => ({
  title,
  body,
  ...(category && { category }),
  ...(teamId && { teamId }),
});

/** From the title on, in the order of the table. */
export function columnsOf({ title, body, category, teamId }: CannedReplySettings): unknown[] {
  const { pinyin, initials } = spellingOf(title['zh-CN']);
  return [title, body, category ?? null, teamId ?? null, pinyin, initials];
}
