import { Injectable } from '@nestjs/common';
import { Grants } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Logger } from '../platform/logger/index.js';
import { Consumer, type DeliveredEvent, type EventOf, Handles } from '../platform/outbox/index.js';
import { Push } from '../platform/push/index.js';
import {
  TicketAssigned,
  TicketDueChanged,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketLists,
  TicketOpened,
  TicketRated,
  TicketStatusChanged,
} from '../tickets/index.js';
import { CustomerScreens } from './customer-screens.service.js';

type TicketEvent = DeliveredEvent<TicketFacts>;

/** Whatever happens to a case, the screens that show it hear of it: consoles their row, the widget the whole view. */
@Injectable()
@Consumer({ name: 'notifications.screens', onPoison: 'skip' })
export class ScreensConsumer {
  constructor(
    private readonly grants: Grants,
    private readonly lists: TicketLists,
    private readonly customers: CustomerScreens,
    private readonly push: Push,
    private readonly logger: Logger,
  ) {}

  @Handles(TicketOpened)
  opened(tx: Transaction, { payload }: TicketEvent): Promise<void> {
    return this.show(tx, payload);
  }

  @Handles(TicketEdited)
  edited(tx: Transaction, { payload }: TicketEvent): Promise<void> {
    return this.show(tx, payload);
  }

  @Handles(TicketStatusChanged)
  statusChanged(tx: Transaction, { payload }: TicketEvent): Promise<void> {
    return this.show(tx, payload);
  }

  @Handles(TicketDueChanged)
  dueChanged(tx: Transaction, { payload }: TicketEvent): Promise<void> {
    return this.show(tx, payload);
  }

  @Handles(TicketRated)
  rated(tx: Transaction, { payload }: TicketEvent): Promise<void> {
    return this.show(tx, payload);
  }

  @Handles(TicketEscalated)
  escalated(tx: Transaction, { payload }: TicketEvent): Promise<void> {
    return this.show(tx, payload);
  }

  @Handles(TicketAssigned)
  async assigned(tx: Transaction, { payload }: EventOf<typeof TicketAssigned>): Promise<void> {
    await this.show(tx, payload);
    const { number, assigneeId, withdrawnFrom } = payload;
    const row = (await this.lists.rows([payload.ticketId], tx)).get(payload.ticketId);
    tx.afterCommit(() => {
      if (withdrawnFrom.length > 0) this.push.toStaff(withdrawnFrom, 'ticket.withdrawn', { number });
      if (row && assigneeId && row.assigneeId === assigneeId)
        this.push.toStaff([`staff:${assigneeId}`], 'ticket.assigned', { ticket: row });
    });
  }

  private async show(tx: Transaction, { ticketId, conversationIds }: TicketFacts): Promise<void> {
    const ticket = (await this.lists.rows([ticketId], tx)).get(ticketId);
    if (!ticket) return;
    const audience = await this.grants.staff(conversationIds, tx);
    tx.afterCommit(() => {
      if (audience.length > 0) this.push.toStaff(audience, 'ticket.changed', { ticket });
      for (const conversationId of conversationIds)
        this.customers
          .refresh(conversationId)
          .catch((err) => this.logger.warn({ err }, 'a customer’s screen was not refreshed; it catches up by itself'));
    });
  }
}
