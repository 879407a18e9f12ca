import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { CaseDetailView, CustomerTicketView, RatingReason, TicketStatus } from '../contract/index.js';
import { firstName } from '../people/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { caseDetails } from './categories/case-details.sql.js';
import { lookupCode, statusPath } from './customer-secrets.js';
import { KNOWS_TARGET, OWN_BASIS, originOf, ownStatus } from './kinship/own-case.sql.js';
import type { Rating } from './ratings.service.js';
import { CUSTOMER_FACTS } from './status/customer-case.sql.js';
import { CustomerDeeds, type Withdrawal } from './status/customer-deeds.service.js';
import { customerVerbs, type VerbFacts } from './status/customer-verbs.js';
import { parseNumber } from './ticket-number.js';
import { ACTIVE_STATUSES } from './transitions.data.js';

interface Row extends VerbFacts {
  conversationId: string;
  number: string;
  assigneeName: string | null;
  inWorkingHours: boolean;
  pausedAt: Date | null;
  promisedAt: Date | null;
  promiseBasis: string | null;
  details: CaseDetailView[] | null;
  score: number | null;
  solved: boolean | null;
  reasons: RatingReason[];
  comment: string | null;
  merged: boolean;
  mergedInto: string | null;
  now: Date;
  [column: string]: unknown;
}

/** A row of ticket_conversations `tc`, its case `t`, the one it was opened as `o`: all that {@link CustomerTickets} presents. */
const VIEW = `
  tc.conversation_id AS "conversationId", ${CUSTOMER_FACTS}, ${ownStatus('tc.confirmed_at IS NOT NULL')} AS status,
  a.name AS "assigneeName", t.next_due_working IS NOT NULL AS "inWorkingHours",
  t.paused_at AS "pausedAt", t.promised_at AS "promisedAt", ${OWN_BASIS} AS "promiseBasis",
  ${caseDetails('o')} AS details, tc.origin_id IS NOT NULL AS merged,
  CASE WHEN tc.origin_id IS NOT NULL AND ${KNOWS_TARGET} THEN t.number END AS "mergedInto"`;

const CASES = `tickets t ON t.id = tc.ticket_id JOIN tickets o ON o.id = ${originOf('tc')} LEFT JOIN staff a ON a.id = t.assignee_id`;

const OF_CONVERSATIONS = `
  SELECT ${VIEW} FROM ticket_conversations tc JOIN ${CASES} WHERE tc.conversation_id = ANY($1::uuid[])`;

/** By the number that this customer's own conversation was opened as: after a merge the case may be under another's. */
const OWN = `
  SELECT (SELECT tc.conversation_id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
          WHERE tc.ticket_id = coalesce(o.merged_into, o.id) AND ${originOf('tc')} = o.id AND c.customer_id = $2
          ORDER BY c.last_activity_at DESC LIMIT 1) AS "conversationId"
  FROM tickets o WHERE o.number = $1`;

/**
 * Of one customer ($1), what is under way first; after a merge the case is still theirs, under their number, but its subject may
 * be in the words of another. Their own first words say what it is about. What they have had merged themselves counts once.
 */
const LATEST = `
  SELECT * FROM (
    SELECT DISTINCT ON (t.id) ${VIEW}, o.opened_at AS "openedAt", t.last_activity_at AS "lastActivityAt",
           (SELECT left(e.body, 80) FROM entries e
            WHERE e.conversation_id = c.id AND e.author_kind = 'customer' AND e.kind = 'message' AND e.body <> ''
            ORDER BY e.seq LIMIT 1) AS about
    FROM conversations c JOIN ticket_conversations tc ON tc.conversation_id = c.id JOIN ${CASES}
    WHERE c.customer_id = $1 AND ($2::text IS NULL OR o.number = $2)
    ORDER BY t.id, tc.origin_id IS NOT NULL, c.last_activity_at DESC
  ) own ORDER BY status = ANY($3) DESC, "lastActivityAt" DESC LIMIT $4`;

/** One of a customer's cases, and the conversation by which it is theirs. */
export interface OwnCase {
  conversationId: string;
  /** The customer's first words in it, cut; null when they said none. */
  about: string | null;
  openedAt: Date;
  ticket: CustomerTicketView;
}

/** The case as its customer sees it, and what they may say about it. */
@Injectable()
export class CustomerTickets {
  constructor(
    private readonly database: Database,
    private readonly deeds: CustomerDeeds,
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
   * What is under way first, the latest first in each. Another customer's number finds what one finds that does not exist: nothing.
   * @param number as it is stored; see `parseNumber`
   */
  async ofCustomer(
    { customerId }: { customerId: string },
    { limit, number }: { limit: number; number?: string },
    on: Pick<Transaction, 'query'> = this.database,
  ): Promise<OwnCase[]> {
    const rows = await on.query<Row & Pick<OwnCase, 'about' | 'openedAt'>>(LATEST, [
      customerId,
      number ?? null,
      ACTIVE_STATUSES,
      limit,
    ]);
    return rows.map((row) => {
      const { conversationId, about, openedAt } = row;
      return { conversationId, about, openedAt, ticket: this.present(row) };
    });
  }

  /**
   * Solved closes the case, not solved opens it again.
   * @throws DeskError `not_found` for another's number as for one that does not exist, `illegal_transition`
   */
  confirm(customer: { customerId: string }, number: string, solved: boolean): Promise<CustomerTicketView> {
    return this.does(customer, number, (own) => this.deeds.confirm(own, solved));
  }

  /** @throws DeskError `not_found`, `illegal_transition` while the case is being worked on, and when it ended too long ago */
  rate(customer: { customerId: string }, number: string, rating: Rating): Promise<CustomerTicketView> {
    return this.does(customer, number, (own) => this.deeds.rate(own, rating));
  }

  /** 催单. @throws DeskError `not_found`, `illegal_transition`, `too_many_requests` */
  nudge(customer: { customerId: string }, number: string): Promise<CustomerTicketView> {
    return this.does(customer, number, (own) => this.deeds.nudge(own));
  }

  /** 撤单. @throws DeskError `not_found`, `illegal_transition` */
  withdraw(customer: { customerId: string }, number: string, withdrawal: Withdrawal): Promise<CustomerTicketView> {
    return this.does(customer, number, (own) => this.deeds.withdraw(own, withdrawal));
  }

  /** @returns the conversation of this customer's that the number belongs to. @throws DeskError `not_found` */
  async own(customer: { customerId: string }, typed: string): Promise<{ number: string; conversationId: string }> {
    const number = parseNumber(typed) ?? '';
    const row = await this.database.one<{ conversationId: string | null }>(OWN, [number, customer.customerId]);
    if (!row?.conversationId) throw new DeskError('not_found');
    return { number, conversationId: row.conversationId };
  }

  /** What opens the public page of a number: a signed path on this server, and the code to type. */
  linksOf(number: string): { statusPath: string; lookupCode: string } {
    const { secretKey } = this.config;
    return { statusPath: statusPath(secretKey, number), lookupCode: lookupCode(secretKey, number) };
  }

  private async does(
    customer: { customerId: string },
    typed: string,
    deed: (number: string) => Promise<void>,
  ): Promise<CustomerTicketView> {
    const { number, conversationId } = await this.own(customer, typed);
    await deed(number);
    return await this.viewOf(conversationId);
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
      ...(row.details && { details: row.details }),
      ...(row.score !== null && { rating: ratingOf(row, row.score) }),
      ...(row.merged && { merged: true as const }),
      ...(row.mergedInto && { mergedInto: row.mergedInto }),
      may: customerVerbs(row, row.now),
    };
  }
}

const isActive = (status: TicketStatus) => ACTIVE_STATUSES.some((active) => active === status);

/** While a clock stands still no time is named: it would be the wrong one. */
function dueOf({ dueAt, pausedAt, inWorkingHours }: Row): Partial<CustomerTicketView> {
  if (pausedAt) return { paused: true };
  if (!dueAt) return {};
  return { nextDueAt: dueAt.toISOString(), ...(inWorkingHours && { dueInWorkingHours: true }) };
}

function ratingOf({ solved, reasons, comment }: Row, score: number): NonNullable<CustomerTicketView['rating']> {
  return { score, solved: solved ?? false, ...(reasons.length > 0 && { reasons }), ...(comment && { comment }) };
}
