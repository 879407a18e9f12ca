import { CaseBar } from '../parts/case-bar.js';
import { Composer } from '../parts/composer.js';
import { ConversationHeader } from '../parts/conversation-header.js';
import { NoticeLine } from '../parts/notice-line.js';
import { ThreadView } from '../parts/thread-view.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';

/** One conversation: its thread, its case, and the composer. `id` may be one that the server does not know yet. */
export function Conversation({ id, state }: { id: string; state: State }) {
  const text = useTexts();
  const conversation = state.conversations.find((each) => each.id === id);
  const local = state.locals.find((each) => each.id === id);
  return (
    <main class="conversation">
      <ConversationHeader id={id} conversation={conversation} local={local} state={state} />
      {conversation?.ticket && <CaseBar ticket={conversation.ticket} state={state} />}
      <ThreadView id={id} conversation={conversation} local={local} state={state} />
      {state.notice && <NoticeLine notice={state.notice} />}
      {conversation?.closed && <p class="closed-hint small">{text.closedHint}</p>}
      <Composer id={id} isStarted={Boolean(conversation)} state={state} />
    </main>
  );
}
