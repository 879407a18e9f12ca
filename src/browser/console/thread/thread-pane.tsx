import { useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { Composer } from '../composer/composer.js';
import { useLanguage } from '../i18n/i18n.js';
import { SeveralThreads } from '../kinship/several-threads.js';
import { SplittingProvider } from '../kinship/splitting.js';
import { TaskPane } from '../kinship/task-pane.js';
import { SnoozeBar } from '../snooze/snooze-bar.js';
import { OnlookersLine } from './onlookers/onlookers-line.js';
import { Thread } from './thread.js';
import { ThreadHeader } from './thread-header.js';
import './thread.css';

/** The middle pane: what was said, and what to say next. */
export function ThreadPane({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  return (
    <main className="thread" id="thread" tabIndex={-1} aria-label={t('thread.label')}>
      <ThreadHeader ticket={ticket} />
      <SnoozeBar ticket={ticket} />
      <OnlookersLine conversationId={ticket.conversationIds[0]} />
      <SplittingProvider ticket={ticket}>
        <Threads key={ticket.number} ticket={ticket} />
      </SplittingProvider>
    </main>
  );
}

function Threads({ ticket }: { ticket: TicketView }) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [only] = ticket.threads;
  if (ticket.threads.length > 1) return <SeveralThreads ticket={ticket} chosen={chosen} onChoose={setChosen} />;
  if (!only && ticket.internal) return <TaskPane ticket={ticket} />;
  if (!only)
    return (
      <div className="placeholder thread-empty">
        <strong>{t('thread.noConversation')}</strong>
        <p>{t('thread.noConversationHint')}</p>
      </div>
    );
  const { conversationId, number } = only;
  return (
    <>
      <Thread key={conversationId} conversationId={conversationId} number={ticket.number} />
      <Composer key={`composer-${conversationId}`} ticket={ticket} conversationId={conversationId} draftOf={number} />
    </>
  );
}
