import { Injectable } from '@nestjs/common';
import { fittingReasons, LIMITS, type RatingReason, type TicketStatus } from '../contract/index.js';
import { Entries, SYSTEM } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { originOf } from './kinship/own-case.sql.js';
import { StatusChanges } from './status-changes.service.js';
import { type TicketActor, TicketEdited, TicketRated, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline, type TimelineLine } from './timeline.service.js';

export interface Rating {
  /** 1 (worst) to 5. */
  score: number;
  solved: boolean;
  /** Those that do not go with the score are left out. */
  reasons?: RatingReason[];
  comment?: string;
}

const DAY = 86_400_000;
const RATEABLE: readonly TicketStatus[] = ['resolved', 'closed'];

/** The case with this number, and the one that has its conversations since a merge. */
const OWN_THREADS = `
  SELECT o.number, o.rating_score AS score, o.rating_solved AS "isSolved", o.rating_reasons AS reasons, o.rating_comment AS comment,
         o.customer_id AS "customerId", ARRAY(
           SELECT tc.conversation_id FROM ticket_conversations tc WHERE tc.ticket_id = $2 AND ${originOf('tc')} = o.id
           ORDER BY 1) AS "conversationIds"
  FROM tickets o WHERE o.id = $1`;

/** Another customer of the case has not said yet that it is solved. */
const ANOTHER_WAITS = `
  SELECT FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
  WHERE tc.ticket_id = $1 AND tc.confirmed_at IS NULL AND c.customer_id <> $2 LIMIT 1`;

/** What one customer has of a case, locked: the number they know, and their threads. */
interface OwnPart {
  ticket: TicketRecord;
  id: string;
  number: string;
  customerId: string;
  conversationIds: string[];
  /** Its rating as it stands. */
  score: number | null;
  isSolved: boolean | null;
  reasons: RatingReason[];
  comment: string | null;
}

/**
 * What the customer says at the end, by the number they know. After a merge each customer speaks for themselves: their rating
 * stands on their own number, so that none takes the place of another's, and counts for whoever has the case that was merged into.
 * Who calls has made sure that the number is this customer's.
 */
@Injectable()
export class Ratings {
  constructor(
    private readonly locks: TicketLocks,
    private readonly statuses: StatusChanges,
    private readonly entries: Entries,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Solved closes a resolved ticket, as soon as each of its customers says so; not solved opens it again. Saying the same twice
   * changes nothing.
   * @param ticketId of the number that was asked for, merged or not
   */
  async confirm(tx: Transaction, ticketId: string, solved: boolean): Promise<void> {
    const own = await this.lock(tx, ticketId);
    const { ticket } = own;
    const to = solved ? 'closed' : 'open';
    if (ticket.status === to) return;
    const actor = { kind: 'customer' as const, id: own.customerId };
    if (solved && ticket.status === 'resolved' && (await tx.one(ANOTHER_WAITS, [ticket.id, own.customerId])))
      return await this.note(tx, own, actor);
    const change = { ticketId: ticket.id, to, actor, because: solved ? 'confirmed' : 'not_solved' } as const;
    await this.statuses.transition(tx, change, ticket);
  }

  /**
   * A later rating replaces an earlier one, as long as the ticket is done and was closed not too long ago. The same again
   * changes nothing.
   * @param ticketId of the number that was asked for, merged or not
   * @throws DeskError `illegal_transition` while it is being worked on, and when its time is over
   */
  async rate(tx: Transaction, ticketId: string, rating: Rating): Promise<void> {
    const own = await this.lock(tx, ticketId);
    if (!RATEABLE.includes(own.ticket.status) || isOver(own.ticket)) throw new DeskError('illegal_transition');
    const { score, solved, comment } = rating;
    const reasons = fittingReasons(score, rating.reasons ?? []);
    if (isSaid(own, { ...rating, reasons })) return;
    await tx.query(
      `UPDATE tickets SET rating_score = $2, rating_solved = $3, rating_reasons = $4, rating_comment = $5,
         rated_at = desk_now() WHERE id = $1`,
      [own.id, score, solved, reasons, comment ?? null],
    );
    await this.tell(tx, own, { ...rating, reasons });
  }

  private async lock(tx: Transaction, ownId: string): Promise<OwnPart> {
    const at = await tx.one<{ id: string }>('SELECT coalesce(merged_into, id) AS id FROM tickets WHERE id = $1', [
      ownId,
    ]);
    if (!at) throw new DeskError('not_found');
    const ticket = await this.locks.lock(tx, at.id);
    if (ticket.mergedInto) throw new DeskError('conflict');
    const own = await tx.one<Omit<OwnPart, 'ticket' | 'id'> & { [column: string]: unknown }>(OWN_THREADS, [
      ownId,
      at.id,
    ]);
    if (!own) throw new DeskError('not_found');
    return { ...own, id: ownId, ticket };
  }

  /** Theirs is done; the case waits for the others. */
  private async note(tx: Transaction, own: OwnPart, actor: TicketActor): Promise<void> {
    const noted = await tx.query(
      `UPDATE ticket_conversations SET confirmed_at = desk_now()
       WHERE conversation_id = ANY($1::uuid[]) AND confirmed_at IS NULL RETURNING conversation_id`,
      [own.conversationIds],
    );
    if (noted.length === 0) return;
    await this.timeline.recordAll(tx, linesOf(own, { kind: 'confirmed', actor, data: {}, customerVisible: true }));
    await this.outbox.add(
      tx,
      TicketEdited(ticketKey(own.ticket.id), { ...factsOf(own.ticket), changed: ['confirmed'], actor }),
    );
  }

  private async tell(tx: Transaction, own: OwnPart, { score, solved, reasons = [], comment }: Rating): Promise<void> {
    const conversationId = own.conversationIds.at(-1);
    if (conversationId)
      await this.entries.add(tx, {
        conversationId,
        kind: 'system',
        author: SYSTEM,
        body: '',
        data: { type: 'rated', score, solved },
      });
    const line = {
      kind: 'rated',
      actor: { kind: 'customer' as const, id: own.customerId },
      data: { score, solved, ...(reasons.length > 0 && { reasons }), ...(comment && { comment }) },
      customerVisible: true,
    };
    await this.timeline.recordAll(tx, linesOf(own, line));
    await this.outbox.add(tx, TicketRated(ticketKey(own.ticket.id), { ...factsOf(own.ticket), score, solved }));
  }
}

/** On the customer's own number; colleagues read it on the case that was merged into as well. */
export function linesOf(
  { id, number, ticket }: Pick<OwnPart, 'id' | 'number'> & { ticket: Pick<TicketRecord, 'id'> },
  line: TimelineLine,
): (TimelineLine & { ticketId: string })[] {
  const own = { ...line, ticketId: id };
  if (id === ticket.id) return [own];
  return [own, { ...line, ticketId: ticket.id, data: { ...line.data, of: number }, customerVisible: false }];
}

const isOver = ({ status, closedAt, now }: TicketRecord): boolean =>
  status === 'closed' && closedAt !== null && now.getTime() - closedAt.getTime() >= LIMITS.ratingDays * DAY;

const isSaid = (own: OwnPart, { score, solved, reasons = [], comment }: Rating): boolean =>
  own.score === score &&
  own.isSolved === solved &&
  own.comment === (comment ?? null) &&
  own.reasons.join() === reasons.join();
