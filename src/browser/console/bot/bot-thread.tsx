import { Button, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { DaySeparator } from '../thread/day-separator.js';
import { EntryView } from '../thread/entry-view.js';
import { threadItems } from '../thread/thread-items.js';
import { useStickToEnd } from '../thread/use-stick-to-end.js';
import { useBotEntries } from './queries.js';
import { useBotTexts } from './texts.js';

/** What was said with the bot, the latest at the bottom; new entries come by themselves. */
export function BotThread({ id }: { id: string }) {
  const { t } = useLanguage();
  const texts = useBotTexts();
  const query = useBotEntries(id);
  const entries = query.data;
  const items = useMemo(() => threadItems(entries ?? [], (at) => new Date(at).toDateString()), [entries]);
  const stick = useStickToEnd(entries?.at(-1)?.seq ?? 0, 0, 0);
  if (!entries)
    return query.isError ? (
      <div className="placeholder thread-empty" role="alert">
        <strong>{texts('loadingFailed')}</strong>
        <p>{problemText(t, query.error).title}</p>
        <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
      </div>
    ) : (
      <div className="thread-scroll" role="status" aria-label={t('common.loading')}>
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    );
  return (
    <div className="thread-body">
      <div
        className="thread-scroll"
        ref={stick.ref}
        onScroll={stick.onScroll}
        role="log"
        aria-label={texts('thread')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {items.map((item) =>
          item.type === 'day' ? (
            <DaySeparator key={item.key} at={item.at} />
          ) : (
            <EntryView key={item.key} entry={item.entry} follows={item.follows} readHere={false} />
          ),
        )}
      </div>
      {!stick.isAtEnd && (
        <button type="button" className={`new-pill${stick.hasNews ? ' new-pill-news' : ''}`} onClick={stick.toEnd}>
          ↓ {t(stick.hasNews ? 'thread.newMessages' : 'thread.toLatest')}
        </button>
      )}
    </div>
  );
}
