import type { AuthorKind, CategoryKey, Nature, Priority, ShopTier, TicketStatus } from '../contract/index.js';
import { defineEvent } from '../platform/outbox/index.js';
import type { Principal } from '../platform/push/index.js';

/** Key of every event here; the events of one ticket keep their order. */
export const ticketKey = (ticketId: string) => `ticket:${ticketId}`;

export interface TicketActor {
  kind: AuthorKind;
  /** Staff or customer id; null for the bot and the desk itself. */
  id: string | null;
}

/** What every event of a ticket says, so that those who follow need not read it again. */
export interface TicketFacts {
  ticketId: string;
  number: string;
  siteId: string;
  customerId: string;
  tier: ShopTier;
  category: CategoryKey | null;
  subCategory: string | null;
  priority: Priority;
  status: TicketStatus;
  teamId: string;
  assigneeId: string | null;
  conversationIds: string[];
  /** ISO 8601: when the change was made, on the database's clock. */
  at: string;
}

/** Sla starts its clocks from `openedAt`, routing enqueues, the bot attaches its brief. */
export const TicketOpened = defineEvent<
  TicketFacts & { openedAt: string; reason: string; nature: Nature | null; conversationId: string }
>('ticket.opened');

/** To a person, or to a team (`assigneeId` null: routing enqueues). */
export const TicketAssigned = defineEvent<
  TicketFacts & {
    formerTeamId: string;
    formerAssigneeId: string | null;
    because: string;
    actor: TicketActor;
    /** Staff principals that no longer see it. */
    withdrawnFrom: Principal[];
  }
>('ticket.assigned');

/** Category, form, nature, priority or subject; `changed` names the columns. */
export const TicketEdited = defineEvent<TicketFacts & { changed: string[]; actor: TicketActor }>('ticket.edited');

export const TicketStatusChanged = defineEvent<
  TicketFacts & { from: TicketStatus; to: TicketStatus; because: string; actor: TicketActor }
>('ticket.status_changed');

/** The time by which the customer hears more has moved; see `Tickets.setDue`. */
export const TicketDueChanged = defineEvent<TicketFacts & { nextDueAt: string | null }>('ticket.due_changed');

/** A date was given to the customer; null: what was promised has been kept. */
export const TicketPromised = defineEvent<TicketFacts & { promisedAt: string | null; actor: TicketActor }>(
  'ticket.promised',
);

export const TicketRated = defineEvent<TicketFacts & { score: number; solved: boolean }>('ticket.rated');

/** From breach on, see `Tickets.escalate`. */
export const TicketEscalated = defineEvent<TicketFacts & { clockKind: string; rung: number }>('ticket.escalated');
