import { useRef } from 'preact/hooks';
import type { CustomerConversationView, CustomerEntryView } from '../../../../contract/index.js';
import { dayKey, dayName } from '../../../ui/relative-time.js';
import { useDesk, useNow, useTexts } from '../state/context.js';
import type { LocalConversation, State } from '../state/store.js';
import { Entry } from './entry.js';
import { Icon } from './icon.js';
import { RatingCard } from './rating-card.js';
import { ResolvedCard } from './resolved-card.js';
import { UnsentEntry } from './unsent-entry.js';
import { useThreadScroll } from './use-thread-scroll.js';
import { WaitingCard } from './waiting-card.js';

/** Entries of one author closer than this stand together. */
const TOGETHER_MS = 3 * 60_000;

interface Props {
  id: string;
  conversation?: CustomerConversationView;
  local?: LocalConversation;
  state: State;
}

function isContinued(entry: CustomerEntryView, previous: CustomerEntryView | undefined): boolean {
  return (
    previous?.kind === 'message' &&
    previous.author.kind === entry.author.kind &&
    previous.author.name === entry.author.name &&
    Date.parse(entry.createdAt) - Date.parse(previous.createdAt) < TOGETHER_MS
  );
}

/** The thread: what was said, what is on its way, and what the case asks of the customer now. */
export function ThreadView({ id, conversation, local, state }: Props) {
  const desk = useDesk();
  const text = useTexts();
  const now = useNow();
  const isLoadingOlder = useRef(false);
  const { locale, connection } = state;
  const thread = state.threads[id];
  const entries = thread?.entries ?? [];
  const unsent = state.outbox.filter((item) => item.conversation === id);
  const typing = state.typing[id];
  const ticket = conversation?.ticket;
  const lastOwn = entries.findLast(({ kind, author }) => kind === 'message' && author.kind === 'customer');
  const lastAnswer = entries.findLast(({ data }) => data?.type === 'bot_answer');
  const hasOpened = entries.some(({ data }) => data?.type === 'ticket_opened' && data.number === ticket?.number);
  // The bot's own greeting takes the place of ours.
  const isFromStart = (thread ? !thread.after : !conversation) && entries[0]?.data?.type !== 'bot_greeting';
  const isRead = lastOwn && (conversation?.staffReadSeq ?? 0) >= lastOwn.seq;

  async function loadOlder(): Promise<void> {
    if (!thread?.after || isLoadingOlder.current) return;
    isLoadingOlder.current = true;
    await desk.loadOlder(id);
    isLoadingOlder.current = false;
  }

  const { box, content, hasNews, onScroll, toEnd } = useThreadScroll({
    first: entries[0]?.seq ?? 0,
    last: (entries.at(-1)?.seq ?? 0) + (typing ? 0.5 : 0),
    own: unsent.length,
    onStart: () => void loadOlder(),
  });

  return (
    <div class="thread-frame">
      <div class="thread" ref={box} onScroll={onScroll}>
        <div class="thread-content" ref={content} role="log" aria-live="polite" aria-label={text.thread}>
          {thread?.after ? (
            <button type="button" class="link older" onClick={() => void loadOlder()}>
              {text.older}
            </button>
          ) : null}
          {conversation && !thread && <div class="skeleton" />}
          {isFromStart && <Opening isFollowUp={Boolean(local?.followUpOf)} />}
          {entries.map((entry, index) => {
            const at = Date.parse(entry.createdAt);
            const previous = entries[index - 1];
            const isNewDay = !previous || dayKey(Date.parse(previous.createdAt)) !== dayKey(at);
            return [
              isNewDay && (
                <p key={`day-${entry.seq}`} class="day small">
                  {dayName(at, now, locale)}
                </p>
              ),
              <Entry
                key={entry.seq}
                entry={entry}
                isContinued={!isNewDay && isContinued(entry, previous)}
                isOpen={entry === lastAnswer && conversation?.handler === 'bot' && !conversation.closed}
                receipt={entry === lastOwn && !unsent.length ? (isRead ? text.read : text.sent) : undefined}
                state={state}
              />,
              ticket && entry.data?.type === 'ticket_opened' && entry.data.number === ticket.number && (
                <WaitingCard key="case" ticket={ticket} state={state} />
              ),
            ];
          })}
          {unsent.map((item) => (
            <UnsentEntry key={item.clientMessageId} item={item} isOnline={connection === 'online'} />
          ))}
          {ticket?.status === 'new' && thread && !hasOpened && <WaitingCard ticket={ticket} state={state} />}
          {conversation && ticket?.status === 'resolved' && (
            <ResolvedCard conversationId={conversation.id} number={ticket.number} />
          )}
          {conversation && ticket?.status === 'closed' && !ticket.rating && (
            <RatingCard conversationId={conversation.id} number={ticket.number} />
          )}
          {typing && (
            <p class="typing row small">
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {text.writing(typing.name)}
            </p>
          )}
        </div>
      </div>
      {hasNews && (
        <button type="button" class="news pill primary" onClick={toEnd}>
          ↓ {text.newMessages}
        </button>
      )}
    </div>
  );
}

/** What an empty thread says before the first message. */
function Opening({ isFollowUp }: { isFollowUp: boolean }) {
  const text = useTexts();
  return (
    <div class="entry theirs">
      <span class="avatar bot" aria-hidden="true">
        <Icon name="lantern" />
      </span>
      <div class="entry-main">
        <p class="name small">{text.botName}</p>
        <p class="bubble">{isFollowUp ? text.followsUp : text.emptyThread}</p>
      </div>
    </div>
  );
}
