import { Injectable } from '@nestjs/common';
import { EntryPosted, isTalk, ofOneSide } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../platform/outbox/index.js';
import { TicketAssigned, TicketEdited, TicketOpened, TicketStatusChanged } from '../tickets/index.js';
import { Clocks } from './clocks.service.js';
import { Sweep } from './sweep.service.js';

const MATTERS = ['priority', 'tier'];

/** Clocks follow the facts by event; should an event be late, the sweep reads the facts itself. */
@Injectable()
@Consumer({ name: 'sla', onPoison: 'skip' })
export class SlaHandlers {
  constructor(
    private readonly clocks: Clocks,
    private readonly sweep: Sweep,
  ) {}

  @Handles(TicketOpened)
  async opened(tx: Transaction, { payload }: EventOf<typeof TicketOpened>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(EntryPosted, { when: isTalk, covers: ofOneSide })
  async said(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    const ticket = await tx.one<{ id: string; runs: boolean }>(
      `SELECT tc.ticket_id AS id,
              EXISTS (SELECT FROM clocks c WHERE c.ticket_id = tc.ticket_id AND c.state = 'running') AS runs
       FROM ticket_conversations tc WHERE tc.conversation_id = $1`,
      [payload.conversationId],
    );
    // Most messages change nothing: another one of the customer's while a clock runs, another answer while none does.
    if (ticket && ticket.runs === (payload.authorKind === 'staff')) await this.follow(tx, ticket.id);
  }

  @Handles(TicketEdited, { when: ({ changed }) => changed.some((column) => MATTERS.includes(column)) })
  async edited(tx: Transaction, { payload }: EventOf<typeof TicketEdited>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(TicketStatusChanged)
  async moved(tx: Transaction, { payload }: EventOf<typeof TicketStatusChanged>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  @Handles(TicketAssigned, { when: ({ because }) => because === 'handed_over' })
  async handedOver(tx: Transaction, { payload }: EventOf<typeof TicketAssigned>): Promise<void> {
    await this.follow(tx, payload.ticketId);
  }

  private async follow(tx: Transaction, ticketId: string): Promise<void> {
    const due = await this.clocks.follow(tx, ticketId);
    if (due) tx.afterCommit(() => this.sweep.hint(due));
  }
}
