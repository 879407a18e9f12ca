import { Button, Skeleton } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { TicketList } from '../../../contract/index.js';
import { useTicketList } from '../api/queries.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { Tick, tickFocused } from '../bulk/tick.js';
import { useSelection } from '../bulk/use-selection.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useRoute } from '../routing/use-route.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { rowsOf } from './list-pages.js';
import { TicketRow } from './ticket-row.js';

/** The rows of one list; more are fetched as one scrolls towards the end. */
export function TicketRows({ list }: { list: TicketList }) {
  const { t } = useLanguage();
  const { number } = useRoute();
  const query = useTicketList(list);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const selection = useSelection(list, rows, true);
  const pane = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useShortcuts({ x: () => tickFocused(pane.current) });

  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some((each) => each.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '400px' },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (query.isPending) return <RowsSkeleton />;
  if (query.isError && rows.length === 0) {
    const { title, detail } = problemText(t, query.error);
    return (
      <div className="placeholder" role="alert">
        <strong>{t('lists.failed')}</strong>
        <p>{title}</p>
        {detail && <p>{detail}</p>}
        <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
      </div>
    );
  }
  // What is being said to many stays, whatever becomes of the rows.
  const bar = <BulkBar selection={selection} isSmall />;
  if (rows.length === 0)
    return (
      <>
        {bar}
        <div className="placeholder">
          <strong>{t(`lists.empty.${list}`)}</strong>
          <p>{t(`lists.empty.${list}.hint`)}</p>
        </div>
      </>
    );
  return (
    <>
      {bar}
      <ul className={selection.hasTickable ? 'rows rows-ticks' : 'rows'} ref={pane}>
        {rows.map((row) => (
          <li key={row.number} data-ticked={selection.isTicked(row.number) || undefined}>
            {selection.mayTick(row) && (
              <Tick number={row.number} isTicked={selection.isTicked(row.number)} isOpen onToggle={selection.toggle} />
            )}
            <TicketRow row={row} list={list} isOpen={row.number === number} />
          </li>
        ))}
      </ul>
      <div ref={end} className="list-end">
        {isFetchingNextPage ? t('lists.more') : hasNextPage ? '' : t('lists.end', { count: rows.length })}
      </div>
    </>
  );
}

function RowsSkeleton() {
  return (
    <div className="rows-skeleton" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} active title={{ width: '55%' }} paragraph={{ rows: 2, width: ['80%', '65%'] }} />
      ))}
    </div>
  );
}
