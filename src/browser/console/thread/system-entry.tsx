import type { StaffEntryView } from '../../../contract/index.js';
import { CardView } from '../case-panel/card-view.js';
import { useLanguage } from '../i18n/i18n.js';
import { BotReplies } from './bot/bot-question.js';
import { systemText } from './system-text.js';

/** What happened, in small print. */
export function SystemEntry({ entry }: { entry: StaffEntryView }) {
  const language = useLanguage();
  const { formats } = language;
  const text = systemText(language, entry);
  return (
    <div className="system">
      {text && (
        <p>
          {text}{' '}
          <time dateTime={entry.createdAt} title={formats.full(entry.createdAt)} className="tabular">
            {formats.time(entry.createdAt)}
          </time>
        </p>
      )}
      {entry.data?.type === 'card' && <CardView card={entry.data.card} />}
      {entry.data?.type === 'bot_greeting' && <BotReplies replies={entry.data.replies} />}
    </div>
  );
}
