import type { SortDirection, TicketSort } from '../../contract/index.js';
import { cursorColumn } from '../../platform/http/index.js';
import { row } from '../console/ticket-list.sql.js';
import type { Conditions } from './conditions.js';

/** Where the page before ended; `at` is null among tickets without a clock, when sorted by what is due. */
export interface SearchCursor {
  priority: string;
  at: string | null;
  id: string;
}

/**
 * `clocked`, `unclocked`: sorted by what is due, an index gives the tickets with a clock in either direction; those without one
 * stand at the end of both, newest first, and are only looked for when the others do not fill the page.
 */
export interface Order {
  sort: TicketSort;
  direction: SortDirection;
  part: 'all' | 'clocked' | 'unclocked';
}

/** The time that stands in the sort key, and the whole key; an index holds each in this order. */
const ORDERS: Record<TicketSort, { time: string; key: readonly string[] }> = {
  updated: { time: 't.last_activity_at', key: ['t.last_activity_at', 't.id'] },
  opened: { time: 't.opened_at', key: ['t.opened_at', 't.id'] },
  due: { time: 't.next_due_at', key: ['t.next_due_at', 't.id'] },
  priority: { time: 't.opened_at', key: ['t.priority', 't.opened_at', 't.id'] },
};

/** All that stands in any of them. */
const KEYS = 't.id, t.priority, t.opened_at, t.last_activity_at, t.next_due_at';

const PARTS = { all: 'true', clocked: 't.next_due_at IS NOT NULL', unclocked: 't.next_due_at IS NULL' };

/**
 * A page of the table. The ids are picked first, along an index that gives the order or by one that finds few; only they are
 * made into rows. Planned anew for each question, because which of the two is right depends on the values.
 */
export function searchSql(
  conditions: Conditions,
  { sort, direction, part }: Order,
  reader: string,
  after: SearchCursor | undefined,
  limit: number,
): { text: string; values: unknown[] } {
  const { value } = conditions;
  const { time, key } = part === 'unclocked' ? { time: ORDERS.due.time, key: ['t.id'] } : ORDERS[sort];
  const way = part === 'unclocked' ? 'desc' : direction;
  const by = key.map((column) => `${column} ${way}`).join(', ');
  const reached = (column: string, { priority, at, id }: SearchCursor) => {
    if (column === 't.id') return `${value(id)}::uuid`;
    return column === time ? `${value(at)}::timestamptz` : `${value(priority)}::text`;
  };
  const beyond = after
    ? `AND (${key.join(', ')}) ${way === 'asc' ? '>' : '<'} (${key.map((column) => reached(column, after)).join(', ')})`
    : '';
  const asked = [KEYS, `ORDER BY ${by} LIMIT ${value(limit)}`, `AND ${PARTS[part]} ${beyond}`] as const;
  const text = `
    WITH found AS MATERIALIZED (
      SELECT t.id FROM (${sort === 'updated' ? conditions.latest(...asked) : conditions.inOne(...asked)}) t)
    SELECT ${cursorColumn(time)} AS "cursorAt", ${row(`${value(reader)}::uuid`)}
    WHERE t.id IN (SELECT id FROM found) ORDER BY ${by}`;
  return { text, values: conditions.values };
}

/** How many there are, up to `limit`; in the order in which the first page is found, so that it costs no more than some pages. */
export function countSql(conditions: Conditions, limit: number): { text: string; values: unknown[] } {
  const text = `SELECT count(*)::int AS count FROM (
    ${conditions.latest('t.last_activity_at', `ORDER BY t.last_activity_at DESC LIMIT ${conditions.value(limit)}`)}) counted`;
  return { text, values: conditions.values };
}
