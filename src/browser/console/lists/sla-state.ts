import type { ClockKind, Timestamp } from '../../../contract/index.js';

export type SlaTone = 'calm' | 'warn' | 'overdue' | 'paused';

export interface SlaClock {
  dueAt: Timestamp;
  kind?: ClockKind;
  /** When it began to run: what is left is compared with the whole. */
  startedAt: Timestamp;
  pausedAt?: Timestamp;
}

export interface SlaState {
  tone: SlaTone;
  /** Seconds until due, rounded up; negative once overdue. */
  seconds: number;
}

/** Below this share of the whole time a chip warns. */
const WARN_SHARE = 0.25;

/** How one clock stands at `now` (milliseconds since the epoch). A paused one stands still. */
export function slaState(clock: SlaClock, now: number): SlaState {
  const due = Date.parse(clock.dueAt);
  const at = clock.pausedAt ? Date.parse(clock.pausedAt) : now;
  const left = due - at;
  const seconds = left >= 0 ? Math.ceil(left / 1_000) : Math.floor(left / 1_000);
  if (clock.pausedAt) return { tone: 'paused', seconds };
  if (left <= 0) return { tone: 'overdue', seconds };
  const whole = due - Date.parse(clock.startedAt);
  return { tone: left < whole * WARN_SHARE ? 'warn' : 'calm', seconds };
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
