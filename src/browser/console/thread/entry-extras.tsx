import type { EntryData } from '../../../contract/index.js';
import { CardView } from '../case-panel/card-view.js';
import { BotAnswer } from './bot/bot-answer.js';
import { BotLookUp, BotQuestion, BotReplies } from './bot/bot-question.js';

/** What a message carries beside its text: a card, or what the bot answered, asked and looked up. */
export function EntryExtras({ data }: { data: EntryData }) {
  switch (data.type) {
    case 'card':
      return <CardView card={data.card} />;
    case 'bot_answer':
      return <BotAnswer data={data} />;
    case 'bot_question':
      return <BotQuestion data={data} />;
    case 'bot_look_up':
      return <BotLookUp data={data} />;
    case 'bot_greeting':
      return <BotReplies replies={data.replies} />;
    default:
      return null;
  }
}
