import { Button, Skeleton } from 'antd';
import { type UIEvent, useEffect, useMemo, useState } from 'react';
import { useOutgoing } from '../composer/outgoing-queue.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useRealtime } from '../realtime/realtime.js';
import { DaySeparator } from './day-separator.js';
import { EntryView } from './entry-view.js';
import { contiguousSeq, customerReadUpTo } from './merge-entries.js';
import { OutgoingBubble } from './outgoing-bubble.js';
import { seenMarks } from './seen-marks.js';
import { threadItems } from './thread-items.js';
import { useThread } from './thread-state.js';
import { TypingLine } from './typing-line.js';
import { useReadMark } from './use-read-mark.js';
import { useStickToEnd } from './use-stick-to-end.js';

/** Only this many of the last entries are drawn at first; earlier ones as one scrolls up. */
const WINDOW = 100;
/** Pixels from the top at which they are drawn by themselves. */
const NEAR_TOP = 40;

/** What was said in one conversation, the latest at the bottom. */
export function Thread({ conversationId, number }: { conversationId: string; number: string }) {
  const { t } = useLanguage();
  const { connection } = useRealtime();
  const query = useThread(conversationId);
  const outgoing = useOutgoing(conversationId);
  const [drawn, setDrawn] = useState(WINDOW);
  const entries = query.data?.entries;
  const shown = useMemo(() => entries?.slice(-drawn) ?? [], [entries, drawn]);
  const items = useMemo(() => threadItems(shown, (at) => new Date(at).toDateString()), [shown]);
  // An entry that has come back is no longer on its way, even if its ack was lost.
  const pending = useMemo(() => {
    const arrived = new Set(entries?.slice(-WINDOW).map((entry) => entry.clientMessageId));
    return outgoing.filter((message) => !arrived.has(message.clientMessageId));
  }, [entries, outgoing]);
  const lastSeq = entries?.at(-1)?.seq ?? 0;
  const stick = useStickToEnd(lastSeq, pending.length, drawn);
  useReadMark(conversationId, number, lastSeq, stick.isAtEnd);
  useEffect(() => {
    if (entries && stick.isAtEnd) seenMarks.shown(conversationId, contiguousSeq(entries));
  }, [conversationId, entries, stick.isAtEnd]);
  const readUpTo = customerReadUpTo(entries ?? [], query.data?.customerReadSeq ?? 0);
  const lastReadByCustomer = entries?.findLast(
    (entry) => entry.kind === 'message' && entry.author.kind === 'staff' && entry.seq <= readUpTo,
  )?.id;

  if (!entries) {
    if (query.isError && connection === 'online')
      return (
        <div className="placeholder thread-empty" role="alert">
          <strong>{t('thread.loadingFailed')}</strong>
          <p>{problemText(t, query.error).title}</p>
          <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
        </div>
      );
    return (
      <div className="thread-scroll">
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    );
  }
  const hasOlder = entries.length > shown.length;
  const scrolled = (event: UIEvent<HTMLElement>) => {
    stick.onScroll();
    if (hasOlder && event.currentTarget.scrollTop < NEAR_TOP) setDrawn(drawn + WINDOW);
  };
  return (
    <div className="thread-body">
      <div
        className="thread-scroll"
        ref={stick.ref}
        onScroll={scrolled}
        role="log"
        aria-label={t('thread.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {hasOlder && (
          <button type="button" className="quiet-button thread-older" onClick={() => setDrawn(drawn + WINDOW)}>
            {t('thread.older')}
          </button>
        )}
        {items.map((item) =>
          item.type === 'day' ? (
            <DaySeparator key={item.key} at={item.at} />
          ) : (
            <EntryView
              key={item.key}
              entry={item.entry}
              follows={item.follows}
              readHere={item.entry.id === lastReadByCustomer}
            />
          ),
        )}
        {pending.map((message) => (
          <OutgoingBubble key={message.clientMessageId} message={message} />
        ))}
        <TypingLine conversationId={conversationId} lastSeq={lastSeq} />
      </div>
      {!stick.isAtEnd && (
        <button type="button" className={`new-pill${stick.hasNews ? ' new-pill-news' : ''}`} onClick={stick.toEnd}>
          ↓ {t(stick.hasNews ? 'thread.newMessages' : 'thread.toLatest')}
        </button>
      )}
    </div>
  );
}
