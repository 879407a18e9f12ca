import { secondsLeft, type TicketListItemView, type Timestamp } from '../../../contract/index.js';

/** `resting`: nobody works now by the calendar, and so the clock stands still. */
export type SlaTone = 'calm' | 'warn' | 'overdue' | 'paused' | 'resting';

export type SlaClock = Pick<TicketListItemView, 'pausedAt' | 'nextDueWorking' | 'nextDueBeyond'> & {
  nextDueAt: Timestamp;
  /** When it began to run: what is left is compared with the whole. */
  startedAt: Timestamp;
};

export interface SlaState {
  tone: SlaTone;
  /** Of working time until due, rounded up; negative once overdue. */
  seconds: number;
}

/** Below this share of the whole time a chip warns. */
const WARN_SHARE = 0.25;

/** How one clock stands. A paused one stands still. @param now milliseconds since the epoch, on the server's clock */
export function slaState(clock: SlaClock, now: number): SlaState {
  const left = secondsLeft(clock, now);
  const seconds = left >= 0 ? Math.ceil(left) : Math.floor(left);
  if (clock.pausedAt) return { tone: 'paused', seconds };
  if (left <= 0) return { tone: 'overdue', seconds };
  if (rests(clock, now)) return { tone: 'resting', seconds };
  const whole = secondsLeft(clock, Date.parse(clock.startedAt));
  return { tone: left < whole * WARN_SHARE ? 'warn' : 'calm', seconds };
}

function rests({ nextDueWorking: spans, nextDueBeyond: beyond }: SlaClock, now: number): boolean {
  const last = spans?.at(-1);
  if (!spans || !last) return false;
  // What lies after the spans that were sent is not known.
  if (beyond && now >= Date.parse(last.to)) return false;
  return !spans.some(({ from, to }) => now >= Date.parse(from) && now < Date.parse(to));
}

/** Seconds as a clock one reads at a glance: `4:05`, `1:02:03`; from a day on, `3d 4h` in the given words. */
export function formatSeconds(seconds: number, words: { day: string; hour: string }): string {
  const whole = Math.abs(seconds);
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3_600);
  if (days > 0) return `${days}${words.day}${hours > 0 ? ` ${hours}${words.hour}` : ''}`;
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor((whole % 3_600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
