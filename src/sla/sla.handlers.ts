import { Injectable } from '@nestjs/common';
import { EntryPosted, isTalk, ofOneSide } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Absorbs, Consumer, type DeliveredEvent, type EventOf, Handles } from '../platform/outbox/index.js';
import {
  TicketAssigned,
  TicketEdited,
  type TicketFacts,
  TicketImported,
  TicketMerged,
  TicketOpened,
  TicketPromised,
  TicketStatusChanged,
} from '../tickets/index.js';
import { Clocks } from './clocks/clocks.service.js';
import { CustomerLeft } from './sla.events.js';
import { Sweep } from './sweep/sweep.service.js';

const MATTERS = ['priority', 'tier'];

/** Somebody is to answer: other clocks do not care who says what. */
const AWAITED = `EXISTS (
  SELECT FROM clocks c WHERE c.ticket_id = tc.ticket_id AND c.state = 'running' AND c.kind IN ('first_response', 'next_response'))`;

/** Clocks follow the facts by event; should an event be late, the sweep reads the facts itself. */
@Injectable()
@Consumer({ name: 'sla', onPoison: 'skip' })
export class SlaHandlers {
  constructor(
    private readonly clocks: Clocks,
    private readonly sweep: Sweep,
  ) {}

  @Handles(TicketOpened)
  @Handles(TicketImported)
  async opened(tx: Transaction, { payload }: DeliveredEvent<TicketFacts>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(EntryPosted, { when: isTalk, covers: ofOneSide })
  async said(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    const ticket = await tx.one<{ id: string; runs: boolean }>(
      `SELECT tc.ticket_id AS id,
              ${AWAITED} AS runs
       FROM ticket_conversations tc WHERE tc.conversation_id = $1`,
      [payload.conversationId],
    );
    // Most messages change nothing: another one of the customer's while a clock runs, another answer while none does.
    if (ticket && ticket.runs === (payload.authorKind === 'staff')) await this.follow(tx, ticket.id);
  }

  /** No clock is asked for, and none is running that this ends. */
  @Absorbs(EntryPosted)
  async passOver(tx: Transaction, events: EventOf<typeof EntryPosted>[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT said.id FROM unnest($1::text[], $2::uuid[], $3::boolean[]) AS said(id, conversation, by_staff)
       WHERE NOT EXISTS (
         SELECT FROM ticket_conversations tc WHERE tc.conversation_id = said.conversation AND by_staff =
           ${AWAITED})`,
      [
        events.map(({ id }) => id),
        events.map(({ payload }) => payload.conversationId),
        events.map(({ payload }) => payload.authorKind === 'staff'),
      ],
    );
    return rows.map(({ id }) => id);
  }

  @Handles(TicketEdited, { when: ({ changed }) => changed.some((column) => MATTERS.includes(column)) })
  async edited(tx: Transaction, { payload }: EventOf<typeof TicketEdited>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(TicketStatusChanged)
  async moved(tx: Transaction, { payload }: EventOf<typeof TicketStatusChanged>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  /** Whoever is handed it owes a word; another team works at other hours. */
  @Handles(TicketAssigned, {
    when: ({ because, teamId, formerTeamId }) => because === 'handed_over' || teamId !== formerTeamId,
  })
  async handedOver(tx: Transaction, { payload }: EventOf<typeof TicketAssigned>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(TicketPromised)
  async promised(tx: Transaction, { payload }: EventOf<typeof TicketPromised>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  /** What was merged waits for nothing more; what it was merged into waits for whoever waited there too. */
  @Handles(TicketMerged)
  async merged(tx: Transaction, { payload }: EventOf<typeof TicketMerged>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(CustomerLeft)
  async left(tx: Transaction, { payload }: EventOf<typeof CustomerLeft>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  private async follow(tx: Transaction, ticketId: string): Promise<void> {
    const due = await this.clocks.follow(tx, ticketId);
    if (due) tx.afterCommit(() => this.sweep.hint(due));
  }
}
