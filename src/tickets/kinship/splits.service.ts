import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { Branches, Entries, SYSTEM } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access } from '../access.service.js';
import { Notes } from '../notes.service.js';
import { Openings } from '../opening.service.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { Timeline } from '../timeline.service.js';
import { KIN_WORDS } from './kin-words.js';
import { originOf } from './own-case.sql.js';

export interface Split {
  conversationId: string;
  /** The customer's messages that are another matter. */
  entryIds: string[];
  /** Default: the team that has the case. */
  teamId?: string;
  /** For colleagues, in the new case. */
  note?: string;
}

/** A matter that was mixed into a case becomes a conversation and a case of its own. What was written stays where it was written. */
@Injectable()
export class Splits {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly branches: Branches,
    private readonly entries: Entries,
    private readonly openings: Openings,
    private readonly locks: TicketLocks,
    private readonly notes: Notes,
    private readonly timeline: Timeline,
  ) {}

  /**
   * @returns the number of the new case
   * @throws DeskError `not_found`, `forbidden`; `invalid_input` for entries that are not this customer's messages, `conflict`
   * when one of them has been split off meanwhile
   */
  async split(staff: StaffPrincipal, number: string, split: Split): Promise<string> {
    return await this.database.transaction(async (tx) => {
      const { conversationId } = split;
      const ticket = await this.access.lock(tx, staff, number, 'work');
      if (!ticket.conversationIds.includes(conversationId))
        throw new DeskError('invalid_input', { errors: [{ path: 'conversationId', message: 'not of this case' }] });
      await insistOnFirst(tx, ticket.id, split.entryIds);
      const known = await knownAs(tx, conversationId);
      const words = KIN_WORDS[known.locale];
      const branchId = await this.branches.branch(tx, split, {
        body: words.splitFrom(known.number),
        data: { type: 'split_from', number: known.number },
      });
      const actor = { kind: 'staff' as const, id: staff.staffId };
      const opened = await this.openings.openForConversation(tx, {
        conversationId: branchId,
        reason: 'split',
        teamId: split.teamId ?? ticket.teamId,
        actor,
        ...(ticket.category && { category: ticket.category }),
      });
      await tx.query(
        `INSERT INTO ticket_links (ticket_id, other_id, kind, created_by) VALUES ($1, $2, 'split_from', $3)`,
        [opened.ticketId, ticket.id, staff.staffId],
      );
      if (split.note) await this.notes.add(tx, await this.locks.lock(tx, opened.ticketId), actor, split.note);
      const data = { type: 'ticket_split' as const, number: opened.number };
      await this.entries.add(tx, {
        conversationId,
        kind: 'system',
        author: SYSTEM,
        body: words.split(opened.number),
        data,
      });
      const line = {
        kind: 'split',
        actor,
        data: { number: opened.number, entryIds: split.entryIds },
        customerVisible: false,
      };
      await this.timeline.record(tx, ticket.id, line);
      return opened.number;
    });
  }
}

/** Two people at the same message, or one whose request was sent twice: its customer gets one case of it. */
async function insistOnFirst(tx: Transaction, ticketId: string, entryIds: readonly string[]): Promise<void> {
  const before = await tx.one(
    `SELECT FROM ticket_events WHERE ticket_id = $1 AND kind = 'split' AND data->'entryIds' ?| $2::text[] LIMIT 1`,
    [ticketId, entryIds],
  );
  if (before) throw new DeskError('conflict');
}

/** The number that the customer of this conversation knows, and their language. */
async function knownAs(tx: Transaction, conversationId: string): Promise<{ number: string; locale: Locale }> {
  const row = await tx.one<{ number: string; locale: Locale }>(
    `SELECT o.number, c.locale FROM ticket_conversations tc JOIN tickets o ON o.id = ${originOf('tc')}
     JOIN conversations c ON c.id = tc.conversation_id WHERE tc.conversation_id = $1`,
    [conversationId],
  );
  if (!row) throw new DeskError('not_found');
  return row;
}
