import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { CustomerTicketView, TicketStatus } from '../contract/index.js';
import { firstName } from '../people/index.js';
import { Database } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { lookupCode, statusPath } from './customer-secrets.js';
import { type Rating, Ratings } from './ratings.service.js';
import { parseNumber } from './ticket-number.js';
import { ACTIVE_STATUSES } from './transitions.data.js';

interface Row {
  conversationId: string;
  number: string;
  status: TicketStatus;
  assigneeName: string | null;
  nextDueAt: Date | null;
  inWorkingHours: boolean;
  pausedAt: Date | null;
  promisedAt: Date | null;
  promiseBasis: string | null;
  score: number | null;
  solved: boolean | null;
  [column: string]: unknown;
}

const OF_CONVERSATIONS = `
  SELECT tc.conversation_id AS "conversationId", t.number, t.status, a.name AS "assigneeName", t.customer_due_at AS "nextDueAt",
         t.next_due_working IS NOT NULL AS "inWorkingHours", t.paused_at AS "pausedAt", t.promised_at AS "promisedAt",
         t.promise_basis AS "promiseBasis", t.rating_score AS score, t.rating_solved AS solved
  FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id LEFT JOIN staff a ON a.id = t.assignee_id
  WHERE tc.conversation_id = ANY($1::uuid[])`;

/** After a merge a customer has a ticket by their own conversation in it, though it may be under another's name. */
const OWN = `
  SELECT t.id, (SELECT tc.conversation_id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
                WHERE tc.ticket_id = t.id AND c.customer_id = $2 ORDER BY c.last_activity_at DESC LIMIT 1) AS "conversationId"
  FROM tickets t WHERE t.number = $1`;

/** The case as its customer sees it, and what they may say about it. */
@Injectable()
export class CustomerTickets {
  constructor(
    private readonly database: Database,
    private readonly ratings: Ratings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * By conversation id; a conversation without a ticket is left out. The caller answers for whose conversations they are.
   * Place and expected wait are routing's to add.
   */
  async customerTickets(conversationIds: string[]): Promise<Map<string, CustomerTicketView>> {
    if (conversationIds.length === 0) return new Map();
    const rows = await this.database.prepared<Row>('customer_tickets', OF_CONVERSATIONS, [conversationIds]);
    return new Map(rows.map((row) => [row.conversationId, this.present(row)]));
  }

  /**
   * Solved closes the case, not solved opens it again.
   * @throws DeskError `not_found` for another's number as for one that does not exist, `illegal_transition`
   */
  async confirm(customer: { customerId: string }, number: string, solved: boolean): Promise<CustomerTicketView> {
    const own = await this.own(customer, number);
    await this.database.transaction((tx) => this.ratings.confirm(tx, own.ticketId, solved));
    return await this.viewOf(own.conversationId);
  }

  /** @throws DeskError `not_found`, `illegal_transition` while the case is being worked on */
  async rate(customer: { customerId: string }, number: string, rating: Rating): Promise<CustomerTicketView> {
    const own = await this.own(customer, number);
    await this.database.transaction((tx) => this.ratings.rate(tx, own.ticketId, rating));
    return await this.viewOf(own.conversationId);
  }

  /** @returns the conversation of this customer's that the number belongs to. @throws DeskError `not_found` */
  async own(customer: { customerId: string }, number: string): Promise<{ ticketId: string; conversationId: string }> {
    const row = await this.database.one<{ id: string; conversationId: string | null }>(OWN, [
      parseNumber(number) ?? '',
      customer.customerId,
    ]);
    if (!row?.conversationId) throw new DeskError('not_found');
    return { ticketId: row.id, conversationId: row.conversationId };
  }

  /** What opens the public page of a number: a signed path on this server, and the code to type. */
  linksOf(number: string): { statusPath: string; lookupCode: string } {
    const { secretKey } = this.config;
    return { statusPath: statusPath(secretKey, number), lookupCode: lookupCode(secretKey, number) };
  }

  private async viewOf(conversationId: string): Promise<CustomerTicketView> {
    const view = (await this.customerTickets([conversationId])).get(conversationId);
    if (!view) throw new DeskError('not_found');
    return view;
  }

  private present(row: Row): CustomerTicketView {
    return {
      number: row.number,
      status: row.status,
      statusUrl: statusPath(this.config.secretKey, row.number),
      lookupCode: lookupCode(this.config.secretKey, row.number),
      ...(row.assigneeName && { agentName: firstName(row.assigneeName) }),
      ...dueOf(row),
      ...(row.promisedAt &&
        isActive(row.status) && {
          promisedAt: row.promisedAt.toISOString(),
          ...(row.promiseBasis && { promiseBasis: row.promiseBasis }),
        }),
      ...(row.score !== null && { rating: { score: row.score, solved: row.solved ?? false } }),
    };
  }
}

const isActive = (status: TicketStatus) => ACTIVE_STATUSES.some((active) => active === status);

/** While a clock stands still no time is named: it would be the wrong one. */
function dueOf({ nextDueAt, pausedAt, inWorkingHours }: Row): Partial<CustomerTicketView> {
  if (pausedAt) return { paused: true };
  if (!nextDueAt) return {};
  return { nextDueAt: nextDueAt.toISOString(), ...(inWorkingHours && { dueInWorkingHours: true }) };
}
