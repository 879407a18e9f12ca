import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { useTicketsTexts } from './texts.js';
import type { useTickets } from './use-tickets.js';

/** Fetches the next page as one scrolls towards the end, and says when there is none. */
export function TableEnd({ query }: { query: ReturnType<typeof useTickets>['rows'] }) {
  const { t } = useLanguage();
  const texts = useTicketsTexts();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some((each) => each.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <div ref={end} className="list-end">
      {isFetchNextPageError ? (
        <Button size="small" onClick={() => void fetchNextPage()}>
          {t('common.retry')}
        </Button>
      ) : isFetchingNextPage ? (
        texts('loadingMore')
      ) : hasNextPage ? (
        ''
      ) : (
        texts('end')
      )}
    </div>
  );
}
