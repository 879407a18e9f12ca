import type { TicketStatus } from '../contract/index.js';

/** `customer`: by a message, a confirmation or a refusal of it, or by taking the case back. `system`: the desk itself, by routing or by the passing of time. */
export type TransitionActor = 'staff' | 'customer' | 'system';

export interface Transition {
  from: TicketStatus;
  to: TicketStatus;
  by: readonly TransitionActor[];
  /** Why it exists; shown in CONTRIBUTING.md. */
  when: string;
}

/**
 * Every legal move, and who may make it. What is not listed is refused with `illegal_transition`.
 * A move out of `closed` or `cancelled` is further limited to {@link LIMITS.reopenDays} days; later a new ticket follows up.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'new', to: 'open', by: ['staff', 'system'], when: 'somebody takes it, or it is given to somebody' },
  { from: 'new', to: 'cancelled', by: ['staff', 'customer'], when: 'opened by mistake' },
  { from: 'open', to: 'pending', by: ['staff'], when: 'the customer was asked something' },
  { from: 'open', to: 'on_hold', by: ['staff'], when: 'it waits for somebody outside the desk' },
  { from: 'open', to: 'resolved', by: ['staff'], when: 'answered; the customer is asked to confirm' },
  { from: 'open', to: 'cancelled', by: ['staff', 'customer'], when: 'withdrawn, or a double' },
  { from: 'pending', to: 'open', by: ['staff', 'customer'], when: 'the customer wrote' },
  { from: 'pending', to: 'on_hold', by: ['staff'], when: 'it waits for somebody outside the desk after all' },
  { from: 'pending', to: 'resolved', by: ['staff'], when: 'answered; the customer is asked to confirm' },
  { from: 'pending', to: 'cancelled', by: ['staff', 'customer'], when: 'withdrawn, or a double' },
  { from: 'on_hold', to: 'open', by: ['staff'], when: 'what it waited for has come' },
  { from: 'on_hold', to: 'pending', by: ['staff'], when: 'the customer was asked something' },
  { from: 'on_hold', to: 'resolved', by: ['staff'], when: 'answered; the customer is asked to confirm' },
  { from: 'on_hold', to: 'cancelled', by: ['staff', 'customer'], when: 'withdrawn, or a double' },
  { from: 'resolved', to: 'open', by: ['staff', 'customer'], when: 'not solved: the customer wrote or said so' },
  {
    from: 'resolved',
    to: 'closed',
    by: ['staff', 'customer', 'system'],
    when: 'confirmed, or nobody objected in time',
  },
  { from: 'closed', to: 'open', by: ['staff', 'customer'], when: 'it came back within seven days' },
  { from: 'cancelled', to: 'open', by: ['customer'], when: 'they wrote again within seven days: no message is lost' },
];

export function isLegal(from: TicketStatus, to: TicketStatus, by: TransitionActor): boolean {
  return TRANSITIONS.some((move) => move.from === from && move.to === to && move.by.includes(by));
}

/** Where this actor may take a ticket from here, in the order of the table. */
export function movesFrom(from: TicketStatus, by: TransitionActor): TicketStatus[] {
  return TRANSITIONS.filter((move) => move.from === from && move.by.includes(by)).map((move) => move.to);
}

/** Statuses in which somebody still has work to do. */
export const ACTIVE_STATUSES = ['new', 'open', 'pending', 'on_hold'] as const satisfies TicketStatus[];
