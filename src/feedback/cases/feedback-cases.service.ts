import { Injectable } from '@nestjs/common';
import {
  type CaseFeedbackView,
  type CategoryKey,
  type FeedbackKind,
  type FeedbackStatus,
  LIMITS,
  type Locale,
} from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, CaseOpenings } from '../../tickets/index.js';
import { Giving } from '../giving/giving.service.js';
import { insistMay } from '../permissions.js';
import { FeedbackHistory } from '../topics/history.service.js';

const LOCK = `
  SELECT f.id, f.topic_id AS "topicId", f.site_id AS "siteId", f.words, f.locale, f.ticket_id AS "ticketId",
         f.from_ticket_id AS "fromTicketId", c.id AS "customerId", c.name
  FROM feedback f JOIN customers c ON c.id = f.customer_id WHERE f.id = $1 FOR UPDATE OF f`;

const OF_CASE = `
  SELECT f.id, f.topic_id AS "topicId", f.kind, t.status,
         CASE WHEN f.from_ticket_id = $1 THEN 'from_case' ELSE 'became_case' END AS way
  FROM feedback f JOIN feedback_topics t ON t.id = f.topic_id
  WHERE f.from_ticket_id = $1 OR f.ticket_id = $1 ORDER BY f.created_at`;

/** What they said first, in the conversation of the case that is theirs. */
const SAID = `
  SELECT e.body FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
  JOIN entries e ON e.conversation_id = c.id
  WHERE tc.ticket_id = $1 AND c.customer_id = $2 AND e.kind = 'message' AND e.author_kind = 'customer' AND e.body <> ''
  ORDER BY e.created_at, e.id LIMIT 1`;

interface LockedPiece {
  id: string;
  topicId: string;
  siteId: string;
  words: string;
  locale: Locale;
  ticketId: string | null;
  fromTicketId: string | null;
  customerId: string;
  name: string;
  [column: string]: unknown;
}

/** Feedback that is really a case, and a case that is really feedback. */
@Injectable()
export class FeedbackCases {
  constructor(
    private readonly database: Database,
    private readonly openings: CaseOpenings,
    private readonly access: Access,
    private readonly giving: Giving,
    private readonly history: FeedbackHistory,
  ) {}

  /**
   * Opens the case of one piece of feedback, with its words as its customer's; asked again it opens none. The customer gets
   * its number in their conversation and by mail, like that of any other.
   * @returns the topic @throws DeskError `forbidden`, `not_found`, `conflict` for what came from a case
   */
  async open(by: StaffPrincipal, id: string, category: CategoryKey): Promise<{ topicId: string }> {
    insistMay(by, 'case');
    return await this.database.transaction(async (tx) => {
      const piece = await tx.one<LockedPiece>(LOCK, [id]);
      if (!piece) throw new DeskError('not_found');
      if (piece.ticketId) return piece;
      if (piece.fromTicketId) throw new DeskError('conflict');
      const { customerId, name, siteId, words, locale } = piece;
      const opened = await this.openings.open(tx, {
        siteId,
        customer: { id: customerId, name },
        channel: 'form',
        category,
        form: {},
        message: words.slice(0, LIMITS.messageLength),
        locale,
        actor: { kind: 'staff', id: by.staffId },
      });
      await tx.query('UPDATE feedback SET ticket_id = $2 WHERE id = $1', [id, opened.ticketId]);
      await this.history.record(tx, piece.topicId, 'case', by.staffId, { caseNumber: opened.number });
      return piece;
    });
  }

  /** @throws DeskError `not_found`, `forbidden` */
  async ofCase(by: StaffPrincipal, number: string): Promise<CaseFeedbackView[]> {
    const ticket = await this.access.find(by, number, 'see');
    return await this.database.query<CaseFeedbackView & { status: FeedbackStatus; [column: string]: unknown }>(
      OF_CASE,
      [ticket.id],
    );
  }

  /**
   * Takes what the customer of a case said as feedback, once; the case goes on as it is.
   * @param words as its customer will read them again; default: their first message
   * @throws DeskError `forbidden`, `not_found`, `conflict`, `invalid_input`
   */
  async take(
    by: StaffPrincipal,
    number: string,
    { kind, area, words }: { kind: FeedbackKind; area?: string; words?: string },
  ): Promise<CaseFeedbackView[]> {
    insistMay(by, 'case');
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, by, number, 'reply');
      if (ticket.internal) throw new DeskError('illegal_transition');
      const said = words ?? (await tx.one<{ body: string }>(SAID, [ticket.id, ticket.customerId]))?.body;
      if (!said) throw new DeskError('invalid_input', { errors: [{ path: 'words', message: 'nothing was said' }] });
      const became = await tx.one('SELECT 1 AS became FROM feedback WHERE ticket_id = $1', [ticket.id]);
      if (became) throw new DeskError('conflict');
      await this.giving.give(tx, {
        siteId: ticket.siteId,
        customerId: ticket.customerId,
        kind,
        ...(area && { area }),
        words: said,
        locale: ticket.locale,
        way: 'case',
        once: `case:${ticket.id}`,
        fromTicketId: ticket.id,
        staffId: by.staffId,
      });
    });
    return await this.ofCase(by, number);
  }
}
