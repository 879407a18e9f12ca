import { Injectable } from '@nestjs/common';
import { Entries, type EntryRow, staffAuthor } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { can } from '../access.service.js';
import { TicketMentioned, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { Timeline } from '../timeline.service.js';
import { Watchers } from '../watchers.service.js';
import { WORKS_HERE } from './works-here.sql.js';

interface MentioningNote {
  conversationId: string;
  clientMessageId: string;
  body: string;
  attachmentIds?: string[];
  /** Staff ids. */
  mentions: readonly string[];
}

/** Colleagues who are addressed in a note: they see the case from then on, and are told. */
@Injectable()
export class Mentions {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly entries: Entries,
    private readonly watchers: Watchers,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Adds a note and returns after COMMIT. The same `clientMessageId` again returns the note that is there, and tells nobody twice.
   * Whoever sees a case may bring a colleague in; the timeline says that they did.
   * @throws DeskError `not_found` without a grant, `invalid_input` for who does not work here and for foreign attachments
   */
  async note(staff: StaffPrincipal, note: MentioningNote): Promise<EntryRow> {
    return await this.database.transaction(async (tx) => {
      const ticket = await this.lock(tx, staff, note.conversationId);
      const earlier = await this.entries.findSent(tx, note.conversationId, note.clientMessageId);
      if (earlier) return own(earlier, staff);
      const people = await this.insistOn(tx, note.mentions);
      await this.bringIn(tx, ticket, staff, people);
      return await this.write(tx, staff, note, people);
    });
  }

  private async lock(tx: Transaction, staff: StaffPrincipal, conversationId: string): Promise<TicketRecord> {
    const link = await tx.one<{ ticketId: string }>(
      'SELECT ticket_id AS "ticketId" FROM ticket_conversations WHERE conversation_id = $1',
      [conversationId],
    );
    if (!link) throw new DeskError('not_found');
    const ticket = await this.locks.lock(tx, link.ticketId);
    if (!can(staff, ticket, 'see')) throw new DeskError('not_found');
    // Merged or split at this very moment.
    if (!ticket.conversationIds.includes(conversationId)) throw new DeskError('conflict');
    return ticket;
  }

  private async insistOn(tx: Transaction, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    const people = await tx.query<{ id: string; name: string }>(
      `SELECT s.id, s.name FROM staff s WHERE s.id = ANY($1::uuid[]) AND ${WORKS_HERE} ORDER BY s.name, s.id`,
      [ids],
    );
    if (people.length < new Set(ids).size)
      throw new DeskError('invalid_input', {
        errors: [{ path: 'mentions', message: 'somebody who does not work here' }],
        detail: {
          'zh-CN': '提到的同事中有人已不在职，请改后再添加。',
          en: 'Somebody you mention does not work here any more; change it and add the note again.',
        },
      });
    return people;
  }

  /** Before the note, so that they hear of it. Who mentions themselves is told nothing. */
  private async bringIn(
    tx: Transaction,
    ticket: TicketRecord,
    { staffId }: StaffPrincipal,
    people: readonly { id: string; name: string }[],
  ): Promise<void> {
    const others = people.filter(({ id }) => id !== staffId);
    if (others.length === 0) return;
    const actor = { kind: 'staff' as const, id: staffId };
    const newcomers = others.filter(({ id }) => !ticket.watcherIds.includes(id));
    if (newcomers.length > 0) {
      await this.watchers.addAll(
        tx,
        ticket,
        newcomers.map(({ id }) => id),
        'mentioned',
      );
      const data = { names: newcomers.map(({ name }) => name) };
      await this.timeline.record(tx, ticket.id, { kind: 'mentioned', actor, data, customerVisible: false });
    }
    const staffIds = others.map(({ id }) => id);
    await this.outbox.add(tx, TicketMentioned(ticketKey(ticket.id), { ...factsOf(ticket), staffIds, actor }));
  }

  private async write(
    tx: Transaction,
    staff: StaffPrincipal,
    { conversationId, clientMessageId, body, attachmentIds }: MentioningNote,
    people: { id: string; name: string }[],
  ): Promise<EntryRow> {
    const { kind, id, name } = staffAuthor(staff);
    const entry = { conversationId, clientMessageId, body, attachmentIds, author: { kind, id, name } };
    try {
      const data = { type: 'mentions' as const, people };
      return await this.entries.add(tx, { ...entry, kind: 'note', channel: 'console', data });
    } catch (error) {
      // The conversation is there, and locked: only its files can be missing.
      if (!(error instanceof DeskError) || error.code !== 'not_found') throw error;
      throw new DeskError('invalid_input', { errors: [{ path: 'attachmentIds', message: 'unknown or already sent' }] });
    }
  }
}

/** @throws DeskError `conflict` for another's id */
function own(earlier: EntryRow, { staffId }: StaffPrincipal): EntryRow {
  if (earlier.kind !== 'note' || earlier.authorId !== staffId) throw new DeskError('conflict');
  return earlier;
}
