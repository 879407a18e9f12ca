import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../platform/outbox/index.js';
import { TicketAssigned, TicketEdited, type TicketFacts, TicketOpened, TicketStatusChanged } from '../tickets/index.js';
import { Dispatch } from './dispatch.service.js';
import { Queue } from './queue.service.js';

/** The queue follows the tickets; whenever work or room may have come free, the team is woken. */
@Injectable()
@Consumer({ name: 'routing.queue', onPoison: 'halt' })
export class QueueConsumer {
  constructor(
    private readonly queue: Queue,
    private readonly dispatch: Dispatch,
  ) {}

  @Handles(TicketOpened)
  async opened(tx: Transaction, { payload }: EventOf<typeof TicketOpened>): Promise<void> {
    await this.follow(tx, payload, payload.teamId);
  }

  @Handles(TicketAssigned)
  async assigned(tx: Transaction, { payload }: EventOf<typeof TicketAssigned>): Promise<void> {
    await this.follow(tx, payload, payload.teamId, payload.formerTeamId);
    this.freed(tx, payload.formerAssigneeId);
  }

  @Handles(TicketStatusChanged)
  async statusChanged(tx: Transaction, { payload }: EventOf<typeof TicketStatusChanged>): Promise<void> {
    await this.follow(tx, payload, payload.teamId);
    this.freed(tx, payload.assigneeId);
  }

  @Handles(TicketEdited)
  async edited(tx: Transaction, { payload }: EventOf<typeof TicketEdited>): Promise<void> {
    await this.follow(tx, payload, payload.teamId);
  }

  private async follow(tx: Transaction, { ticketId }: TicketFacts, ...teams: string[]): Promise<void> {
    await this.queue.sync(tx, ticketId);
    for (const team of new Set(teams)) tx.afterCommit(() => void this.dispatch.wake(team));
  }

  private freed(tx: Transaction, staffId: string | null): void {
    if (staffId) tx.afterCommit(() => void this.dispatch.wakeTeamsOf(staffId));
  }
}
