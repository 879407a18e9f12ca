import type { Presence } from '../../contract/index.js';

/** A click on 离线 can be taken back for so long; whoever flaps keeps what they have. */
export const GONE_AFTER_SECONDS = 5;

/** A case in somebody's hands, as its rows say under its lock. */
export interface Held {
  /** The customer is not being waited for. */
  open: boolean;
  since: Date;
  answerBy: Date | null;
  /** Since when its customer waits for an answer; null: nobody waits. */
  awaitingSince: Date | null;
  /** Somebody of the staff has answered since it was given to them. */
  answered: boolean;
  /** Of its team; null: nobody is watched. */
  answerWithinSeconds: number | null;
  /** Of who holds it; null: they have never said. */
  presence: Presence | null;
  presenceSince: Date | null;
}

export type Verdict =
  | { kind: 'gone'; seconds: number }
  | { kind: 'silent'; seconds: number }
  /** It need not be looked at again for silence. */
  | { kind: 'settled' }
  /** To be looked at again then. */
  | { kind: 'later'; answerBy: Date }
  | { kind: 'stays' };

/**
 * What becomes of it now. Whoever is not there loses what somebody waits for; whoever is there loses what they have left
 * without a first answer for the time of the team, counted from when both had begun: theirs to answer, and the customer to wait.
 */
export function verdict(held: Held, now: Date): Verdict {
  const { open, since, answerBy, awaitingSince, answered, answerWithinSeconds, presence, presenceSince } = held;
  const goneFor = presence === 'offline' && presenceSince ? secondsBetween(presenceSince, now) : 0;
  if (open && awaitingSince && goneFor >= GONE_AFTER_SECONDS) return { kind: 'gone', seconds: Math.floor(goneFor) };
  if (!answerBy || answerBy > now) return { kind: 'stays' };
  if (!open || !awaitingSince || answered || answerWithinSeconds === null) return { kind: 'settled' };
  const begun = awaitingSince > since ? awaitingSince : since;
  const due = new Date(begun.getTime() + answerWithinSeconds * 1_000);
  return due > now ? { kind: 'later', answerBy: due } : { kind: 'silent', seconds: answerWithinSeconds };
}

const secondsBetween = (from: Date, until: Date): number => (until.getTime() - from.getTime()) / 1_000;
