import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { type MouseEvent, memo } from 'react';
import type { TicketListItemView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { EscalatedMark } from '../lists/escalated-mark.js';
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
}: {
  rows: readonly TicketListItemView[];
  news: ReadonlySet<string>;
  state: QuestionState;
}) {
  const texts = useTicketsTexts();
  const columns = useShownColumns();
  const density = useStoredValue(storedDensity);
  const { id: me } = useStaff();
  return (
    <table className={`tickets-table tickets-${density}`}>
      <caption className="sr-only">{texts('keys')}</caption>
      <thead>
        <tr>
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
}: {
  row: TicketListItemView;
  columns: readonly Column[];
  isNews: boolean;
  isUnread: boolean;
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
    <tr className={isNews ? 'tickets-news' : undefined} onClick={open}>
      {columns.map((column) =>
        column === 'subject' ? (
          <th key={column} scope="row" className="tickets-subject">
            <a href={address} data-row={row.number} aria-label={`${row.number} ${row.subject}`}>
              <span className={isUnread ? 'tickets-title tickets-unread' : 'tickets-title'}>
                {row.escalated && <EscalatedMark />}
                <span className="ellipsis">{row.subject || t('lists.noSubject')}</span>
                {isNews && <span className="tickets-dot" title={texts('changed')} />}
              </span>
              <span className="tickets-number tabular">{row.number}</span>
            </a>
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
