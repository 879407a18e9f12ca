import type { CustomerEntryView } from '../../../../../contract/index.js';
import { Answer } from './answer.js';
import { LookedUpCard } from './looked-up.js';
import { Question } from './question.js';
import { Replies } from './replies.js';

export interface BotExtrasProps {
  entry: CustomerEntryView;
  /** The bot still answers here, and this is its latest answer: it may be judged. */
  isOpen: boolean;
  /** Nothing has been said since: its replies may be tapped. */
  isLast: boolean;
}

/** What an entry of the bot carries beside its words. What is not known here adds nothing: the words stand. */
export function BotExtras({ entry, isOpen, isLast }: BotExtrasProps) {
  const { data } = entry;
  switch (data?.type) {
    case 'bot_answer':
      return <Answer entry={entry} data={data} isOpen={isOpen} />;
    case 'bot_greeting':
      return isLast ? <Replies id={entry.conversationId} replies={data.replies} /> : null;
    case 'bot_question':
      return <Question id={entry.conversationId} data={data} isLast={isLast} />;
    case 'bot_look_up':
      return <LookedUpCard data={data} isSilent={!entry.body} />;
    default:
      return null;
  }
}
