import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config.js';
import type { CategoryKey, CustomerCaseQuery, CustomerCaseView, Page, TicketStatus } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { cursorColumn, cursorOf, cursorTime, id } from '../../platform/http/index.js';
import { statusPath } from '../customer-secrets.js';
import { originOf, ownStatus } from '../kinship/own-case.sql.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';

const LISTED = 20;
const cursor = cursorOf(z.strictObject({ at: cursorTime, id }));

/** SQL: the latest conversation of the case that was opened as `o`, and of whom. */
const THREAD = (condition: string) => `
  SELECT c.id, c.customer_id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
  WHERE tc.ticket_id = t.id AND ${originOf('tc')} = o.id ${condition} ORDER BY c.last_activity_at DESC LIMIT 1`;

const CONFIRMED = `EXISTS (
  SELECT FROM ticket_conversations tc WHERE tc.ticket_id = t.id AND ${originOf('tc')} = o.id AND tc.confirmed_at IS NOT NULL)`;

const CASES = 'tickets o JOIN tickets t ON t.id = coalesce(o.merged_into, o.id) AND NOT o.internal';

/** By whom they are found; $1 the customer. Every number that they were given stands for itself, merged or not. */
const FOUND = {
  own: `(SELECT DISTINCT ${originOf('own')} AS id FROM conversations c JOIN ticket_conversations own ON own.conversation_id = c.id
         WHERE c.customer_id = $1) found JOIN ${CASES} ON o.id = found.id
        CROSS JOIN LATERAL (${THREAD('AND c.customer_id = $1')}) thread`,
  shop: `customers reader JOIN ${CASES} ON o.shop_id = reader.shop_id AND reader.id = $1 AND reader.shop_cases
         CROSS JOIN LATERAL (${THREAD('')}) thread`,
};

/** Newest first. $2 the statuses of the list, $3 and $4 where the page before ended, $5 how many. */
const pageSql = (of: CustomerCaseQuery['of']) => `
  SELECT o.id, o.number, ${ownStatus(CONFIRMED)} AS status, o.category, o.opened_at AS "openedAt",
         ${cursorColumn('o.opened_at')} AS "cursorAt", coalesce(about.body, '') AS about,
         CASE WHEN thread.customer_id = $1 THEN thread.id END AS "conversationId",
         CASE WHEN thread.customer_id <> $1 THEN u.name END AS "customerName"
  FROM ${FOUND[of]} JOIN customers u ON u.id = thread.customer_id
  LEFT JOIN LATERAL (
    SELECT left(e.body, 80) AS body FROM entries e
    WHERE e.conversation_id = thread.id AND e.author_kind = 'customer' AND e.kind = 'message' AND e.body <> ''
    ORDER BY e.seq LIMIT 1) about ON true
  WHERE (${ownStatus(CONFIRMED)}) = ANY($2)
    AND ($3::timestamptz IS NULL OR (o.opened_at, o.id) < ($3::timestamptz, $4::uuid))
  ORDER BY o.opened_at DESC, o.id DESC LIMIT $5`;

const STATUSES: Record<CustomerCaseQuery['state'], readonly TicketStatus[]> = {
  // Of what was solved one may still be asked whether it is.
  active: [...ACTIVE_STATUSES, 'resolved'],
  done: ['closed', 'cancelled'],
};

interface Row {
  id: string;
  number: string;
  status: TicketStatus;
  category: CategoryKey | null;
  openedAt: Date;
  cursorAt: string;
  about: string;
  conversationId: string | null;
  customerName: string | null;
  [column: string]: unknown;
}

/** All cases of a customer, and those of their shop where the host site says that they may follow them. */
@Injectable()
export class CustomerCaseLists {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DeskError `invalid_input` for a cursor of none of its lists */
  async page(
    { customerId }: { customerId: string },
    { of, state, cursor: before }: CustomerCaseQuery,
  ): Promise<Page<CustomerCaseView>> {
    const after = before === undefined ? undefined : cursor.decode(before);
    const rows = await this.database.query<Row>(pageSql(of), [
      customerId,
      STATUSES[state],
      after?.at ?? null,
      after?.id ?? null,
      LISTED + 1,
    ]);
    const shown = rows.slice(0, LISTED);
    const last = rows.length > LISTED ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => this.present(row)),
      ...(last && { nextCursor: cursor.encode({ at: last.cursorAt, id: last.id }) }),
    };
  }

  private present({ number, status, about, category, openedAt, conversationId, customerName }: Row): CustomerCaseView {
    return {
      number,
      status,
      about,
      openedAt: openedAt.toISOString(),
      statusUrl: statusPath(this.config.secretKey, number),
      ...(category && { category }),
      ...(conversationId && { conversationId }),
      ...(customerName && { customerName }),
    };
  }
}
