import type { ClockPauseReason, TicketStatus } from '../../contract/index.js';

/** A line of the timeline that says where the ticket went. */
export interface StatusLine {
  at: Date;
  to: TicketStatus;
}

/** A stretch in which nothing is to be done for the customer's matter; `to` null: it still lasts. */
export interface Still {
  from: Date;
  to: Date | null;
  because: ClockPauseReason;
}

const STILL: Partial<Record<TicketStatus, ClockPauseReason>> = {
  pending: 'pending',
  on_hold: 'on_hold',
  resolved: 'ended',
  closed: 'ended',
  cancelled: 'ended',
};

/** The stretches in which a resolution does not run, in order; neighbours of one kind are one. @param lines oldest first */
export function stillsOf(lines: readonly StatusLine[]): Still[] {
  const stills: Still[] = [];
  for (const { at, to } of lines) {
    const because = STILL[to];
    const last = stills.at(-1);
    const lasting = last?.to === null ? last : undefined;
    if (lasting?.because === because) continue;
    if (lasting) lasting.to = at;
    if (because) stills.push({ from: at, to: null, because });
  }
  return stills;
}
