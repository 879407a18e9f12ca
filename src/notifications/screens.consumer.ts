import { Injectable } from '@nestjs/common';
import type { TicketListItemView } from '../contract/index.js';
import { Grants } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Logger } from '../platform/logger/index.js';
import { Absorbs, Consumer, type DeliveredEvent, type EventOf, Handles } from '../platform/outbox/index.js';
import { type Principal, Push } from '../platform/push/index.js';
import { QueueWishChanged } from '../routing/index.js';
import {
  TicketAssigned,
  TicketDueChanged,
  TicketEdited,
  TicketEscalated,
  type TicketFacts,
  TicketImported,
  TicketLists,
  TicketMentioned,
  TicketMerged,
  TicketNudged,
  TicketOpened,
  TicketPromised,
  TicketRated,
  TicketSnoozed,
  TicketStatusChanged,
  TicketTaskOpened,
  TicketWoken,
} from '../tickets/index.js';
import { CustomerScreens } from './customer-screens.service.js';

type TicketEvent = DeliveredEvent<TicketFacts & Partial<Pick<Assigned, 'withdrawnFrom'>> & Partial<Merged>>;
type Assigned = EventOf<typeof TicketAssigned>['payload'];
type Merged = Pick<EventOf<typeof TicketMerged>['payload'], 'targetNumber'>;

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
  @Handles(TicketImported)
  @Handles(TicketEdited)
  @Handles(TicketStatusChanged)
  @Handles(TicketDueChanged)
  @Handles(TicketPromised)
  @Handles(TicketRated)
  @Handles(TicketNudged)
  @Handles(TicketEscalated)
  @Handles(TicketAssigned)
  @Handles(TicketMerged)
  @Handles(TicketTaskOpened)
  @Handles(TicketMentioned)
  @Handles(TicketSnoozed)
  @Handles(TicketWoken)
  @Handles(QueueWishChanged)
  async changed(tx: Transaction, event: TicketEvent): Promise<void> {
    await this.allChanged(tx, [event]);
  }

  /** A push is a hint, and shows what is true now: of all that happened to a case at once each screen hears once. */
  @Absorbs(TicketOpened, { each: true })
  @Absorbs(TicketImported, { each: true })
  @Absorbs(TicketEdited, { each: true })
  @Absorbs(TicketStatusChanged, { each: true })
  @Absorbs(TicketDueChanged, { each: true })
  @Absorbs(TicketPromised, { each: true })
  @Absorbs(TicketRated, { each: true })
  @Absorbs(TicketNudged, { each: true })
  @Absorbs(TicketEscalated, { each: true })
  @Absorbs(TicketAssigned, { each: true })
  @Absorbs(TicketMerged, { each: true })
  @Absorbs(TicketTaskOpened, { each: true })
  @Absorbs(TicketMentioned, { each: true })
  @Absorbs(TicketSnoozed, { each: true })
  @Absorbs(TicketWoken, { each: true })
  @Absorbs(QueueWishChanged, { each: true })
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
      for (const { type, payload } of events) {
        if (type === TicketAssigned.type) this.showAssigned(payload, rows.get(payload.ticketId));
        if (type === TicketMerged.type) this.showMerged(payload);
      }
    });
    return events.map(({ id }) => id);
  }

  private show(
    ticket: TicketListItemView,
    conversationIds: string[],
    audiences: ReadonlyMap<string, Principal[]>,
  ): void {
    const audience =
      conversationIds.length > 0
        ? [...new Set(conversationIds.flatMap((id) => audiences.get(id) ?? []))]
        : holdersOf(ticket);
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

  /** The one number leads to the other from here on; on the other's side, some may see less than before. */
  private showMerged({ number, targetNumber = number, withdrawnFrom = [] }: TicketEvent['payload']): void {
    if (withdrawnFrom.length === 0) return;
    if (number === targetNumber) this.push.toStaff(withdrawnFrom, 'ticket.withdrawn', { number });
    else this.push.toStaff(withdrawnFrom, 'ticket.merged', { number, into: targetNumber });
  }
}

/** A case without a thread has no grants: its team and whoever has it. */
function holdersOf({ teamId, assigneeId }: TicketListItemView): Principal[] {
  return [`team:${teamId}`, 'role:admin', ...(assigneeId ? ([`staff:${assigneeId}`] as const) : [])];
}
