import type { OutboxItem } from '../logic/outbox-items.js';
import { useDesk, useTexts } from '../state/context.js';
import { Attachments } from './attachments.js';
import { RichText } from './rich-text.js';
import { useBot } from './use-later.js';

/** A message on its way, or one that the server refused: why, and what can be done. */
export function UnsentEntry({ item, isOnline }: { item: OutboxItem; isOnline: boolean }) {
  const desk = useDesk();
  const text = useTexts();
  const { failure } = item;
  const bot = useBot(Boolean(item.card));
  return (
    <div class={`entry own unsent ${failure ? 'failed' : ''}`}>
      <div class="entry-main">
        {item.body && (
          <p class="bubble">
            <RichText text={item.body} />
          </p>
        )}
        {item.attachments.length > 0 && <Attachments attachments={item.attachments} />}
        {item.card && bot && <bot.FactCard card={item.card} />}
        {failure ? (
          <div class="small" role="alert">
            {[text.notSent, failure.title, failure.detail].filter(Boolean).join(' · ')}
            <span class="row">
              <button type="button" class="link" onClick={() => desk.retry(item)}>
                {text.retry}
              </button>
              <button type="button" class="link" onClick={() => desk.discard(item)}>
                {text.discard}
              </button>
            </span>
          </div>
        ) : (
          <p class="small">{isOnline ? text.sending : text.waiting}</p>
        )}
      </div>
    </div>
  );
}
