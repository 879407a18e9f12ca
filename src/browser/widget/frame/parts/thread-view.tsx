import { useRef } from 'preact/hooks';
import type { CustomerConversationView, CustomerEntryView } from '../../../../contract/index.js';
import { dayKey, dayName } from '../../../ui/relative-time.js';
import { useDesk, useNow, useTexts } from '../state/context.js';
import type { LocalConversation, State } from '../state/store.js';
import { Entry } from './entry.js';
import { Opening } from './opening.js';
import { UnsentEntry } from './unsent-entry.js';
import { useBot, useLater } from './use-later.js';
import { useThreadScroll } from './use-thread-scroll.js';

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
    // Each word of the bot's says whose it is.
    entry.author.kind !== 'bot' &&
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
  const lastMessage = entries.findLast(({ kind }) => kind === 'message');
  const withBot = (conversation?.handler ?? 'bot') === 'bot' && !conversation?.closed;
  const lastAnswer = entries.findLast(({ data }) => data?.type === 'bot_answer');
  // What went back to the queue has its place shown where that is said: below it, whoever comes back finds it at the end.
  const caseEntry = entries.findLast(
    ({ data }) =>
      data?.type === 'returned_to_queue' || (data?.type === 'ticket_opened' && data.number === ticket?.number),
  );
  // The bot's own greeting takes the place of ours.
  const isFromStart = (thread ? !thread.after : !conversation) && entries[0]?.data?.type !== 'bot_greeting';
  const settled = useRef(0);
  const bot = useBot(true);
  const isRead = lastOwn && (conversation?.staffReadSeq ?? 0) >= lastOwn.seq;

  const later = useLater(Boolean(ticket));
  const caseCard = ticket && later && (
    <later.WaitingCard
      key="case"
      conversationId={conversation?.id ?? id}
      ticket={ticket}
      isTurn={Boolean(ticket.agentName) && !entries.some(({ author }) => author.kind === 'staff')}
      state={state}
    />
  );

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
      <div class="thread" ref={box} tabIndex={-1} onScroll={onScroll}>
        <div class="thread-content" ref={content} role="log" aria-live="polite" aria-label={text.thread}>
          {thread?.after ? (
            <button type="button" class="link older" onClick={() => void loadOlder()}>
              {text.older}
            </button>
          ) : null}
          {conversation && !thread && <div class="skeleton" />}
          {isFromStart && (
            <>
              <p class="day small">{dayName(entries[0] ? Date.parse(entries[0].createdAt) : now, now, locale)}</p>
              <Opening
                isFollowUp={Boolean(local?.followUpOf)}
                isAwaited={connection === 'online' && !entries.length && !unsent.length}
              />
            </>
          )}
          {entries.map((entry, index) => {
            const at = Date.parse(entry.createdAt);
            const previous = entries[index - 1];
            const isNewDay = previous ? dayKey(Date.parse(previous.createdAt)) !== dayKey(at) : !isFromStart;
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
                isOpen={entry === lastAnswer && withBot}
                isLast={entry === lastMessage && withBot && !unsent.length}
                isSettled={entry.seq === settled.current || entry.data?.type === 'bot_greeting'}
                receipt={entry === lastOwn && !unsent.length ? (isRead ? text.read : text.sent) : undefined}
                bot={bot}
                state={state}
              />,
              entry === caseEntry && caseCard,
            ];
          })}
          {unsent.map((item) => (
            <UnsentEntry key={item.clientMessageId} item={item} isOnline={connection === 'online'} />
          ))}
          {ticket?.status === 'new' && thread && !caseEntry && caseCard}
          {later && conversation && ticket?.status === 'resolved' && (
            <later.ResolvedCard conversationId={conversation.id} number={ticket.number} />
          )}
          {later && conversation && ticket?.status === 'closed' && !ticket.rating && (
            <later.RatingCard conversationId={conversation.id} number={ticket.number} />
          )}
          {bot && withBot && connection === 'online' && (
            <bot.Writing
              conversationId={id}
              entries={entries}
              onShown={() => {
                settled.current = (entries.at(-1)?.seq ?? 0) + 1;
              }}
            />
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
