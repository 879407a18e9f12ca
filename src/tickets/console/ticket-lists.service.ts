import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Page, PRIORITIES, type TicketList, type TicketListItemView } from '../../contract/index.js';
import { Directory, type StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { cursorOf, cursorTime, id } from '../../platform/http/index.js';
import { type ListRow, listItem } from './ticket.presenter.js';
import { COUNTS, listSql, ROWS_BY_ID } from './ticket-list.sql.js';

const cursorsOf = (list: TicketList) =>
  cursorOf(z.strictObject({ list: z.literal(list), priority: z.enum(PRIORITIES), at: cursorTime, id }));

type Row = ListRow & { cursorAt: string; [column: string]: unknown };

export type TicketCounts = Record<TicketList, number>;

/** The lists of the console's left pane. */
@Injectable()
export class TicketLists {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** @param cursor of the page before */
  async page(
    staff: StaffPrincipal,
    list: TicketList,
    limit: number,
    cursor?: string,
  ): Promise<Page<TicketListItemView>> {
    const after = cursor === undefined ? undefined : cursorsOf(list).decode(cursor);
    const rows = await this.database.prepared<Row>(`ticket_list_${list}`, listSql(list), [
      ...(await this.scope(staff)),
      after?.priority ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(listItem),
      ...(rows.length > limit &&
        last && {
          nextCursor: cursorsOf(list).encode({ list, priority: last.priority, at: last.cursorAt, id: last.id }),
        }),
    };
  }

  /** Each up to `LIMITS.countedTickets`: beyond that nobody reads the figure. */
  async counts(staff: StaffPrincipal): Promise<TicketCounts> {
    const [counts] = await this.database.prepared<TicketCounts>('ticket_counts', COUNTS, await this.scope(staff));
    return counts as TicketCounts;
  }

  /** List rows for pushes, by ticket id; unread as whoever has the ticket counts it. */
  async rows(
    ticketIds: string[],
    on: Database | Transaction = this.database,
  ): Promise<Map<string, TicketListItemView>> {
    const rows = await on.query<ListRow & { [column: string]: unknown }>(ROWS_BY_ID, [ticketIds]);
    return new Map(rows.map((row) => [row.id, listItem(row)]));
  }

  /** Supervisors oversee their teams, admins all. */
  private async scope(staff: StaffPrincipal): Promise<[string, string[], string[]]> {
    const teams = staff.role === 'admin' ? (await this.directory.teams()).map((team) => team.id) : staff.teamIds;
    return [staff.staffId, teams, staff.role === 'agent' ? [] : teams];
  }
}
