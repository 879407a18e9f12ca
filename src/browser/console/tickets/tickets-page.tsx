import { Button, Skeleton } from 'antd';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { BulkBar } from '../bulk/bulk-bar.js';
import { tickFocused } from '../bulk/tick.js';
import { useSelection } from '../bulk/use-selection.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { rowsOf } from '../lists/list-pages.js';
import { moveFocus } from '../lists/move-focus.js';
import { useIsNarrow } from '../shared/use-is-narrow.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { FilterBar } from './filter-bar.js';
import { lastTable } from './last-table.js';
import { filterParameters, isNarrowed } from './question.js';
import { TableEnd } from './table-end.js';
import { TableHead } from './table-head.js';
import { tableNews, useTableNews } from './table-news.js';
import { useTicketsTexts } from './texts.js';
import { TicketCards } from './ticket-cards.js';
import { TicketTable } from './ticket-table.js';
import { type QuestionState, tableAddress, useQuestion } from './use-question.js';
import { useTickets } from './use-tickets.js';
import '../lists/lists.css';
import './tickets.css';

/** All tickets that one may see, as a table; on a phone as cards. */
export default function TicketsPage() {
  const texts = useTicketsTexts();
  const state = useQuestion();
  const { key, filters, rows: query, count } = useTickets(state.question);
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const selection = useSelection(filters, rows);
  const news = useTableNews();
  const isNarrow = useIsNarrow();
  const scroll = useRef<HTMLElement>(null);
  const address = tableAddress(key);
  const isThere = rows.length > 0;

  useEffect(() => {
    lastTable.address = address;
  }, [address]);
  useLayoutEffect(() => {
    const pane = scroll.current;
    if (!pane || !isThere) return;
    pane.scrollTop = lastTable.scrolled.get(address) ?? 0;
    if (lastTable.opened)
      pane.querySelector<HTMLElement>(`[data-row="${CSS.escape(lastTable.opened)}"]`)?.focus({ preventScroll: true });
    lastTable.opened = undefined;
  }, [address, isThere]);
  useShortcuts({
    j: () => moveFocus(scroll.current, 1),
    k: () => moveFocus(scroll.current, -1),
    x: () => tickFocused(scroll.current),
  });

  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveFocus(scroll.current, event.key === 'ArrowDown' ? 1 : -1);
  };
  const refresh = () => {
    tableNews.clear();
    if (scroll.current) scroll.current.scrollTop = 0;
    void query.refetch();
  };
  return (
    <div className="tickets">
      <TableHead state={state} count={count} />
      <FilterBar state={state} />
      <BulkBar
        selection={selection}
        all={{ count: count ?? undefined, filter: () => filterParameters(state.question, new Date()) }}
      />
      {news.size > 0 && (
        <div className="tickets-refresh" role="status">
          <span>{texts('news', { count: news.size })}</span>
          <Button size="small" type="link" onClick={refresh}>
            {texts('refresh')}
          </Button>
        </div>
      )}
      <main
        className="tickets-scroll"
        id="thread"
        tabIndex={-1}
        ref={scroll}
        aria-label={texts('title')}
        aria-busy={query.isFetching}
        onKeyDown={arrows}
        onScroll={(event) => lastTable.scrolled.set(address, event.currentTarget.scrollTop)}
      >
        {query.isPending && <Skeleton active paragraph={{ rows: 12 }} className="tickets-waiting" />}
        {query.isError && !isThere && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && !isThere && <Nothing state={state} />}
        {isThere &&
          (isNarrow ? (
            <TicketCards rows={rows} selection={selection} />
          ) : (
            <TicketTable rows={rows} news={news} state={state} selection={selection} />
          ))}
        {isThere && <TableEnd query={query} />}
      </main>
    </div>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLanguage();
  const texts = useTicketsTexts();
  const { title, detail } = problemText(t, error);
  return (
    <div className="placeholder" role="alert">
      <strong>{texts('failed')}</strong>
      <p>{title}</p>
      {detail && <p>{detail}</p>}
      <Button onClick={onRetry}>{t('common.retry')}</Button>
    </div>
  );
}

function Nothing({ state: { question, clear } }: { state: QuestionState }) {
  const texts = useTicketsTexts();
  if (!isNarrowed(question))
    return (
      <div className="placeholder">
        <strong>{texts('nothingYet')}</strong>
        <p>{texts('nothingYetDetail')}</p>
      </div>
    );
  return (
    <div className="placeholder">
      <strong>{texts('nothing')}</strong>
      <p>{texts('nothingDetail')}</p>
      <Button onClick={clear}>{texts('clear')}</Button>
    </div>
  );
}
