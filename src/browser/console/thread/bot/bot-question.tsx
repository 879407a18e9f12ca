import { type EntryData, OWN_LOOK_UPS, type QuickReply } from '../../../../contract/index.js';
import { CardView } from '../../case-panel/card-view.js';
import { useBotEntryTexts } from './texts.js';

type Data<Type extends EntryData['type']> = Extract<EntryData, { type: Type }>;

/** What the bot asked, and what the customer could tap. */
export function BotQuestion({ data: { asks, field, replies } }: { data: Data<'bot_question'> }) {
  const texts = useBotEntryTexts();
  return (
    <div className="bot-answer">
      <div className="bot-facts">
        <span className="badge">{texts(`asks.${asks}`, { field: field?.label ?? '' })}</span>
        {field?.required && <span className="badge">{texts('required')}</span>}
      </div>
      <BotReplies replies={replies} />
    </div>
  );
}

/** Seen as they were offered, but not to be tapped: they are the customer's. */
export function BotReplies({ replies }: { replies: readonly QuickReply[] }) {
  const texts = useBotEntryTexts();
  if (replies.length === 0) return null;
  return (
    <ul className="bot-replies" aria-label={texts('replies')}>
      {replies.map(({ value, label }) => (
        <li key={value}>{label}</li>
      ))}
    </ul>
  );
}

/** What the bot looked up, and what came of it. */
export function BotLookUp({ data: { lookUp, outcome, card } }: { data: Data<'bot_look_up'> }) {
  const texts = useBotEntryTexts();
  const own = OWN_LOOK_UPS.find((key) => key === lookUp);
  return (
    <div className="bot-answer">
      {card && <CardView card={card} />}
      <div className="bot-facts">
        <span className="badge">
          {texts('lookUp', { name: own ? texts(`lookUp.${own}`) : lookUp.replaceAll('_', ' ') })}
        </span>
        <span className={`badge ${outcome === 'found' ? 'badge-ok' : 'badge-warn'}`}>{texts(outcome)}</span>
      </div>
    </div>
  );
}
