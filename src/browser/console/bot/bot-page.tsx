import { BotNav } from '../bot-report/bot-nav.js';
import { ConversationList } from './conversation-list.js';
import { ConversationPane } from './conversation-pane.js';
import { useBotTexts } from './texts.js';
import '../thread/thread.css';
import '../case-panel/case-panel.css';
import './bot.css';

/** Conversations with the bot: which there are, one of them to read, and the way to step in. */
export default function BotPage({ id }: { id?: string }) {
  const texts = useBotTexts();
  return (
    <div className="bot-frame">
      <BotNav />
      <main className="bot-area" id="thread" tabIndex={-1} aria-label={texts('title')} data-open={id !== undefined}>
        <ConversationList open={id} />
        {id === undefined ? (
          <div className="thread placeholder bot-nothing">
            <strong>{texts('choose')}</strong>
            <p>{texts('chooseDetail')}</p>
          </div>
        ) : (
          <ConversationPane key={id} id={id} />
        )}
      </main>
    </div>
  );
}
