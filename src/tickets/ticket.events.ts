import type {
  AuthorKind,
  CategoryKey,
  Nature,
  Priority,
  ShopTier,
  TicketStatus,
  WakeReason,
} from '../contract/index.js';
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
  /** A task among colleagues: nobody who speaks to customers follows it. */
  internal: boolean;
  conversationIds: string[];
  /** ISO 8601: when the change was made, on the database's clock. */
  at: string;
}

/** Sla starts its clocks from `openedAt`, routing enqueues, the bot attaches its brief. */
export const TicketOpened = defineEvent<
  TicketFacts & { openedAt: string; reason: string; nature: Nature | null; conversationId: string }
>('ticket.opened');

/**
 * A task of a case, for colleagues: nobody follows it who speaks to customers or counts what they ask. Its later events are those of
 * any ticket, with `internal`.
 */
export const TicketTaskOpened = defineEvent<
  TicketFacts & { parentId: string; parentNumber: string; actor: TicketActor }
>('ticket.task_opened');

/**
 * A case that was open elsewhere waits here from now on: clocks start and it queues. Nobody follows it who speaks to customers or
 * counts what they ask, as it was asked long ago. One that is over is told of by nothing.
 */
export const TicketImported = defineEvent<TicketFacts>('ticket.imported');

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

/** Category, form, nature, priority, subject or tags; `changed` names the columns, or `checks` for the checklist. */
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

/** A supervisor has said something to whoever has the case; the note says what. */
export const TicketWhispered = defineEvent<TicketFacts & { to: string; actor: TicketActor }>('ticket.whispered');

/** Colleagues were addressed in a note; they watch it by now. */
export const TicketMentioned = defineEvent<TicketFacts & { staffIds: string[]; actor: TicketActor }>(
  'ticket.mentioned',
);

/** Put off until a time (ISO 8601) by whoever has it. */
export const TicketSnoozed = defineEvent<TicketFacts & { until: string; actor: TicketActor }>('ticket.snoozed');

/** What had been put off is back. */
export const TicketWoken = defineEvent<TicketFacts & { because: WakeReason; snoozedBy: string; actor: TicketActor }>(
  'ticket.woken',
);

/**
 * The conversations of one case went to another. Said of both, each under its own key and with its own facts, as they are
 * after it; `ticketId` tells which.
 */
export const TicketMerged = defineEvent<
  TicketFacts & {
    sourceId: string;
    sourceNumber: string;
    targetId: string;
    targetNumber: string;
    /** Staff principals that saw the source; on the target's side those that see the conversations no more. */
    withdrawnFrom: Principal[];
    actor: TicketActor;
  }
>('ticket.merged');

export const TicketRated = defineEvent<TicketFacts & { score: number; solved: boolean }>('ticket.rated');

/** Its customer asks us to hurry; `nudges` counts how often they have. */
export const TicketNudged = defineEvent<TicketFacts & { nudges: number }>('ticket.nudged');

/** From breach on, see `Tickets.escalate`. */
export const TicketEscalated = defineEvent<TicketFacts & { clockKind: string; rung: number }>('ticket.escalated');
