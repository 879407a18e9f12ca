import { type CustomerVerbs, LIMITS, type TicketStatus } from '../../contract/index.js';
import { isLegal } from '../transitions.data.js';

/** What decides over what a customer may do about the case that they know by one number. */
export interface VerbFacts {
  status: TicketStatus;
  nudgedAt: Date | null;
  /** Of what is due next to the customer: since when it runs, and until when. */
  dueStartedAt: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
  /** It was not merged into another, and nobody else's was into it. */
  alone: boolean;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const LONGEST_PAUSE = 4 * 60 * MINUTE;
const SHORTEST_PAUSE = 30 * MINUTE;

/** Statuses in which there is somebody to hurry: not while we wait for the customer themselves. */
const HURRIED: readonly TicketStatus[] = ['new', 'open', 'on_hold'];

/** Between two times that a customer hurries us: a third of what was promised, at least half an hour and at most four. */
export function nudgePause({ dueStartedAt, dueAt }: Pick<VerbFacts, 'dueStartedAt' | 'dueAt'>): number {
  if (!dueStartedAt || !dueAt) return LONGEST_PAUSE;
  const third = (dueAt.getTime() - dueStartedAt.getTime()) / 3;
  return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, third));
}

/** Of a case with several customers each says for themselves whether it is solved, and how it was; none ends it for the others. */
export function customerVerbs(facts: VerbFacts, now: Date): CustomerVerbs {
  const { status, nudgedAt, closedAt, alone } = facts;
  const again = nudgedAt && new Date(nudgedAt.getTime() + nudgePause(facts));
  const until = closedAt && new Date(closedAt.getTime() + LIMITS.ratingDays * DAY);
  const isOver = status === 'closed' && until !== null && until <= now;
  return {
    ...(HURRIED.includes(status) && { nudge: again && again > now ? { from: again.toISOString() } : {} }),
    ...(alone && isLegal(status, 'cancelled', 'customer') && { withdraw: true }),
    ...(status === 'resolved' && { confirm: true }),
    ...((status === 'resolved' || status === 'closed') &&
      !isOver && { rate: until ? { until: until.toISOString() } : {} }),
  };
}
