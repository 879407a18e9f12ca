import { Injectable } from '@nestjs/common';
import type { TicketListItemView } from '../contract/index.js';
import { Grants } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Logger } from '../platform/logger/index.js';
import { Absorbs, Consumer, type DeliveredEvent, type EventOf, Handles } from '../platform/outbox/index.js';
import { type Principal, Push } from '../platform/push/index.js';
import {
  TicketAssigned,
  TicketDueChanged,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketLists,
  TicketOpened,
  TicketPromised,
  TicketRated,
  TicketStatusChanged,
} from '../tickets/index.js';
import { CustomerScreens } from './customer-screens.service.js';

type TicketEvent = DeliveredEvent<TicketFacts & Partial<Pick<Assigned, 'withdrawnFrom'>>>;
type Assigned = EventOf<typeof TicketAssigned>['payload'];

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
  @Handles(TicketEdited)
  @Handles(TicketStatusChanged)
  @Handles(TicketDueChanged)
  @Handles(TicketPromised)
  @Handles(TicketRated)
  @Handles(TicketEscalated)
  @Handles(TicketAssigned)
  async changed(tx: Transaction, event: TicketEvent): Promise<void> {
    await this.allChanged(tx, [event]);
  }

  /** A push is a hint, and shows what is true now: of all that happened to a case at once each screen hears once. */
  @Absorbs(TicketOpened, { each: true })
  @Absorbs(TicketEdited, { each: true })
  @Absorbs(TicketStatusChanged, { each: true })
  @Absorbs(TicketDueChanged, { each: true })
  @Absorbs(TicketPromised, { each: true })
  @Absorbs(TicketRated, { each: true })
  @Absorbs(TicketEscalated, { each: true })
  @Absorbs(TicketAssigned, { each: true })
  async allChanged(tx: Transaction, events: TicketEvent[]): Promise<string[]> {
    const rows = await this.lists.rows([...new Set(events.map(({ payload }) => payload.ticketId))], tx);
    const audiences = await this.grants.staff(
      events.flatMap(({ payload }) => payload.conversationIds),
      tx,
    );
    tx.afterCommit(() => {
      // The last event of a case knows all its conversations.
      for (const { ticketId, conversationIds } of new Map(
        events.map(({ payload }) => [payload.ticketId, payload]),
      ).values()) {
        const ticket = rows.get(ticketId);
        if (ticket) this.show(ticket, conversationIds, audiences);
      }
      for (const { type, payload } of events)
        if (type === TicketAssigned.type) this.showAssigned(payload, rows.get(payload.ticketId));
    });
    return events.map(({ id }) => id);
  }

  private show(
    ticket: TicketListItemView,
    conversationIds: string[],
    audiences: ReadonlyMap<string, Principal[]>,
  ): void {
    const audience = [...new Set(conversationIds.flatMap((id) => audiences.get(id) ?? []))];
    if (audience.length > 0) this.push.toStaff(audience, 'ticket.changed', { ticket });
    for (const conversationId of conversationIds)
      this.customers
        .refresh(conversationId)
        .catch((err) => this.logger.warn({ err }, 'a customer’s screen was not refreshed; it catches up by itself'));
  }

  private showAssigned(
    { number, assigneeId, withdrawnFrom = [] }: TicketEvent['payload'],
    ticket: TicketListItemView | undefined,
  ): void {
    if (withdrawnFrom.length > 0) this.push.toStaff(withdrawnFrom, 'ticket.withdrawn', { number });
    if (ticket && assigneeId && ticket.assigneeId === assigneeId)
      this.push.toStaff([`staff:${assigneeId}`], 'ticket.assigned', { ticket });
  }
}
