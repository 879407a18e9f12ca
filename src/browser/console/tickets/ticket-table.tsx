import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { type MouseEvent, memo, useCallback, useEffect, useRef } from 'react';
import type { TicketListItemView } from '../../../contract/index.js';
import { PageTick, Tick } from '../bulk/tick.js';
import type { Selection } from '../bulk/use-selection.js';
import { useLanguage } from '../i18n/i18n.js';
import { EscalatedMark } from '../lists/escalated-mark.js';
import { NudgeMark } from '../lists/nudge-mark.js';
import { SaidLine } from '../lists/said-line.js';
import { formatRoute } from '../routing/route.js';
import { goTo } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { isPlainClick } from '../shared/plain-click.js';
import { useStoredValue } from '../shared/stored-value.js';
import { Cell } from './cell.js';
import { type Column, SORTED_BY, storedDensity, useShownColumns } from './columns.js';
import { lastTable } from './last-table.js';
import { useTicketsTexts } from './texts.js';
import type { QuestionState } from './use-question.js';

export const ticketAddress = (number: string): string => formatRoute({ number, list: 'mine', panel: false });

/** The tickets as rows. A click anywhere opens one; the subject is a real link for tabs, windows and the keyboard. */
export function TicketTable({
  rows,
  news,
  state,
  selection,
}: {
  rows: readonly TicketListItemView[];
  news: ReadonlySet<string>;
  state: QuestionState;
  selection: Selection;
}) {
  const texts = useTicketsTexts();
  const columns = useShownColumns();
  const density = useStoredValue(storedDensity);
  const { id: me } = useStaff();
  // Rows stay as they are while others are ticked: each is told of its own tick alone.
  const latest = useRef(selection.toggle);
  useEffect(() => {
    latest.current = selection.toggle;
  });
  const toggle = useCallback((number: string, isRange: boolean) => latest.current(number, isRange), []);
  return (
    <table className={`tickets-table tickets-${density}`}>
      <caption className="sr-only">{texts('keys')}</caption>
      <thead>
        <tr>
          {selection.hasTickable && (
            <th scope="col" className="tickets-tick">
              <PageTick state={selection.page} onToggle={selection.togglePage} />
            </th>
          )}
          {columns.map((column) => (
            <HeaderCell key={column} column={column} state={state} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.number}
            row={row}
            columns={columns}
            isNews={news.has(row.number)}
            // Whoever only oversees a ticket has not read it, and that is no news.
            isUnread={row.unread > 0 && row.assigneeId === me}
            tick={
              selection.hasTickable
                ? selection.mayTick(row)
                  ? selection.isTicked(row.number)
                    ? 'on'
                    : 'off'
                  : 'shut'
                : undefined
            }
            onTick={toggle}
          />
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell({ column, state: { question, change } }: { column: Column; state: QuestionState }) {
  const texts = useTicketsTexts();
  const sort = SORTED_BY[column];
  if (!sort)
    return (
      <th scope="col" className={`tickets-${column}`}>
        {texts(column)}
      </th>
    );
  const current = question.sort === sort ? question.direction : undefined;
  // What is urgent or due comes first at the first click; of times, the latest.
  const first = sort === 'due' || sort === 'priority' ? 'asc' : 'desc';
  const next = current ? (current === 'asc' ? 'desc' : 'asc') : first;
  return (
    <th
      scope="col"
      className={`tickets-${column}`}
      aria-sort={current === 'asc' ? 'ascending' : current === 'desc' ? 'descending' : undefined}
    >
      <button type="button" className="tickets-sort" onClick={() => change({ sort, direction: next })}>
        {texts(column)}
        {current === 'asc' && <CaretUpOutlined aria-hidden />}
        {current === 'desc' && <CaretDownOutlined aria-hidden />}
      </button>
    </th>
  );
}

const Row = memo(function Row({
  row,
  columns,
  isNews,
  isUnread,
  tick,
  onTick,
}: {
  row: TicketListItemView;
  columns: readonly Column[];
  isNews: boolean;
  isUnread: boolean;
  /** `shut`: this one may not be chosen; undefined: none may. */
  tick: 'on' | 'off' | 'shut' | undefined;
  onTick: (number: string, isRange: boolean) => void;
}) {
  const { t } = useLanguage();
  const texts = useTicketsTexts();
  const address = ticketAddress(row.number);
  const open = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    // Who marks some words with the mouse wants to copy them.
    if (window.getSelection()?.type === 'Range') return;
    event.preventDefault();
    lastTable.opened = row.number;
    goTo(address);
  };
  return (
    <tr
      className={[isNews && 'tickets-news', tick === 'on' && 'tickets-ticked'].filter(Boolean).join(' ') || undefined}
      onClick={open}
    >
      {tick && (
        <td className="tickets-tick">
          <Tick number={row.number} isTicked={tick === 'on'} isOpen={tick !== 'shut'} onToggle={onTick} />
        </td>
      )}
      {columns.map((column) =>
        column === 'subject' ? (
          <th key={column} scope="row" className="tickets-subject">
            <a href={address} data-row={row.number} aria-label={`${row.number} ${row.subject}`}>
              <span className={isUnread ? 'tickets-title tickets-unread' : 'tickets-title'}>
                {row.escalated && <EscalatedMark />}
                <NudgeMark ticket={row} />
                <span className="ellipsis">{row.subject || t('lists.noSubject')}</span>
                {isNews && <span className="tickets-dot" title={texts('changed')} />}
              </span>
              <span className="tickets-number tabular">{row.number}</span>
            </a>
            {row.said && <SaidLine said={row.said} />}
          </th>
        ) : (
          <td key={column} className={`tickets-${column}`}>
            <Cell column={column} row={row} />
          </td>
        ),
      )}
    </tr>
  );
});
