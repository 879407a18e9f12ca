import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  LIMITS,
  type Page,
  PRIORITIES,
  type SortDirection,
  type TicketListItemView,
  type TicketSort,
} from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { cursorOf, cursorTime, id } from '../../platform/http/index.js';
import { type ListRow, listItem } from '../console/ticket.presenter.js';
import { Conditions } from './conditions.js';
import { Passages } from './said/passages.service.js';
import type { TicketFilter } from './search.inputs.js';
import { TextMatches } from './text-matches.service.js';
import { countSql, type SearchCursor, searchSql } from './ticket-search.sql.js';

type Row = ListRow & { cursorAt: string | null; [column: string]: unknown };

/** A cursor belongs to one order: a page of another one would have gaps. */
const cursorsOf = (sort: TicketSort, direction: SortDirection) =>
  cursorOf(
    z.strictObject({
      sort: z.literal(sort),
      direction: z.literal(direction),
      priority: z.enum(PRIORITIES),
      at: sort === 'due' ? cursorTime.nullable() : cursorTime,
      id,
    }),
  );

/** All tickets that somebody may see, filtered and sorted. */
@Injectable()
export class TicketSearch {
  constructor(
    private readonly database: Database,
    private readonly texts: TextMatches,
    private readonly passages: Passages,
  ) {}

  /** @param page.cursor of the page before, in the same order */
  async page(
    staff: StaffPrincipal,
    filter: TicketFilter,
    page: { sort: TicketSort; direction: SortDirection; limit: number; cursor?: string | undefined },
  ): Promise<Page<TicketListItemView>> {
    const { sort, direction, limit } = page;
    const cursors = cursorsOf(sort, direction);
    const after = page.cursor === undefined ? undefined : cursors.decode(page.cursor);
    const conditions = await this.conditions(staff, filter);
    const read = async (part: 'clocked' | 'unclocked' | 'all', wanted: number, from?: SearchCursor) => {
      const { text, values } = searchSql(conditions(), { sort, direction, part }, staff.staffId, from, wanted);
      return this.database.query<Row>(text, values);
    };
    const rows: Row[] = [];
    if (sort !== 'due') rows.push(...(await read('all', limit + 1, after)));
    else {
      if (after?.at !== null) rows.push(...(await read('clocked', limit + 1, after)));
      const room = limit + 1 - rows.length;
      if (room > 0 && !conditions().needsClock)
        rows.push(...(await read('unclocked', room, after?.at === null ? after : undefined)));
    }
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const shown = rows.slice(0, limit);
    return {
      items: filter.q === undefined ? shown.map(listItem) : await this.withPassages(shown, filter.q),
      ...(last && {
        nextCursor: cursors.encode({ sort, direction, priority: last.priority, at: last.cursorAt, id: last.id }),
      }),
    };
  }

  private async withPassages(rows: readonly Row[], question: string): Promise<TicketListItemView[]> {
    const passages = await this.passages.of(
      rows.map(({ id }) => id),
      question,
    );
    return rows.map((row) => {
      const said = passages.get(row.id);
      return { ...listItem(row), ...(said && { said }) };
    });
  }

  /** Up to `LIMITS.countedTickets`, and one more when there are more. */
  async count(staff: StaffPrincipal, filter: TicketFilter): Promise<{ count: number }> {
    const conditions = await this.conditions(staff, filter);
    const { text, values } = countSql(conditions(), LIMITS.countedTickets + 1);
    const [counted] = await this.database.query<{ count: number }>(text, values);
    return { count: counted?.count ?? 0 };
  }

  /** The filter, within what somebody may see; made anew for each statement, which numbers its values by itself. */
  async conditions(staff: StaffPrincipal, filter: TicketFilter): Promise<() => Conditions> {
    const match = filter.q === undefined ? undefined : await this.texts.of(filter.q);
    return () => new Conditions(staff, filter, match);
  }
}
