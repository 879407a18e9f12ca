import { briefOf } from '../../../bot/index.js';
import type { CategoryView } from '../../../contract/index.js';
import { BOT } from '../../../conversations/index.js';
import { topicOf } from './bot-answer.js';
import type { EntryRow, Thread } from './thread.js';

type Talk = Parameters<typeof briefOf>[0]['talk'];

/** What the bot tells the person to whom its customer goes. */
export function leaveBrief(thread: Thread, at: Date, categories: readonly CategoryView[]): void {
  const { category, locale } = thread.story;
  const { category: key, categoryConfidence: confidence } = topicOf(thread.story);
  const brief = briefOf({
    because: 'person_requested',
    locale,
    talk: thread.entries.filter(isTalk).map(talkOf),
    ...(key && { category: { key, confidence, chosen: category !== null } }),
    form: {},
    categories,
    versions: new Map(),
  });
  thread.note(at, BOT, brief.summary, { data: { type: 'bot_brief', brief } });
}

const isTalk = ({ kind, author_kind }: EntryRow) => kind === 'message' && author_kind !== 'staff';

const talkOf = ({ id, author_kind, body, data, attachments, created_at }: EntryRow): Talk[number] => ({
  id,
  authorKind: author_kind === 'bot' ? 'bot' : 'customer',
  body,
  data,
  attachments: attachments as { name: string }[],
  createdAt: created_at,
});
