import { useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { Composer } from '../composer/composer.js';
import { useLanguage } from '../i18n/i18n.js';
import { Choice } from '../shared/choice.js';
import { Thread } from './thread.js';
import { ThreadHeader } from './thread-header.js';
import './thread.css';

/** The middle pane: what was said, and what to say next. */
export function ThreadPane({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  const { conversationIds } = ticket;
  const [chosen, setChosen] = useState<string>();
  const conversationId = conversationIds.find((id) => id === chosen) ?? conversationIds.at(-1);
  return (
    <main className="thread" id="thread" tabIndex={-1} aria-label={t('thread.label')}>
      <ThreadHeader ticket={ticket} />
      {conversationIds.length > 1 && conversationId && (
        <div className="thread-conversations">
          <Choice
            label={t('thread.conversations')}
            value={conversationId}
            options={conversationIds.map((id, index) => ({
              value: id,
              label: t('thread.conversation', { index: index + 1 }),
            }))}
            onChange={setChosen}
          />
        </div>
      )}
      {conversationId ? (
        <>
          <Thread key={conversationId} conversationId={conversationId} number={ticket.number} />
          <Composer key={`composer-${conversationId}`} ticket={ticket} conversationId={conversationId} />
        </>
      ) : (
        <div className="placeholder thread-empty">
          <strong>{t('thread.noConversation')}</strong>
          <p>{t('thread.noConversationHint')}</p>
        </div>
      )}
    </main>
  );
}
