import { Announcement } from '../parts/announcement.js';
import { CaseBar } from '../parts/case-bar.js';
import { Composer } from '../parts/composer.js';
import { ConversationHeader } from '../parts/conversation-header.js';
import { NoticeLine } from '../parts/notice-line.js';
import { ThreadView } from '../parts/thread-view.js';
import { isSlow, useLater } from '../parts/use-later.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';

/** One conversation: its thread, its case, and the composer. `id` may be one that the server does not know yet. */
export function Conversation({ id, state }: { id: string; state: State }) {
  const text = useTexts();
  const conversation = state.conversations.find((each) => each.id === id);
  const local = state.locals.find((each) => each.id === id);
  const ticket = conversation?.ticket;
  // Whose case waits already has its place, and choices of its own; when people are back concerns them too.
  const isWorthSaying = ticket ? state.desk?.state === 'closed' && !ticket.agentName : isSlow(state.desk);
  const later = useLater(isWorthSaying && !conversation?.closed);
  return (
    <main class="conversation">
      <ConversationHeader id={id} conversation={conversation} local={local} state={state} />
      {ticket && <CaseBar ticket={ticket} state={state} />}
      {!ticket?.agentName && <Announcement state={state} />}
      <ThreadView id={id} conversation={conversation} local={local} state={state} />
      {state.notice && <NoticeLine notice={state.notice} />}
      {later && state.desk && <later.DeskNote view={state.desk} state={state} id={id} isCase={Boolean(ticket)} />}
      {conversation?.closed && <p class="closed-hint small">{text.closedHint}</p>}
      {state.asksPerson === id && <p class="closed-hint small">{text.toPerson}</p>}
      {state.wantsPerson.includes(id) && state.connection !== 'online' && (
        <p class="closed-hint small" role="status">
          {text.personKept}
        </p>
      )}
      <Composer id={id} isStarted={Boolean(conversation)} state={state} />
    </main>
  );
}
