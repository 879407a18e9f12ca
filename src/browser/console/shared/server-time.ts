import type { Timestamp } from '../../../contract/index.js';

/** Two clocks of this machine, milliseconds: one that people and networks set, and one that only ever goes on. */
export interface MachineClocks {
  date: () => number;
  monotonic: () => number;
}

/** An answer this slow (milliseconds) leaves the time too vague: ask again. */
const SLOW = 800;
const TRIES = 3;
/** More than clocks drift from one second to the next: the machine has slept, or its clock was set. Milliseconds. */
const JUMP = 400;

/**
 * What time it is at the server, whatever this machine's clock says. An answer names the time at which it was given; it was
 * on the way for about half the round trip, so that the error is less than the other half.
 */
export class ServerTime {
  private offset: number | undefined;
  private gap: number;

  constructor(private readonly clocks: MachineClocks = { date: () => Date.now(), monotonic: () => performance.now() }) {
    this.gap = this.gapNow();
  }

  /** Milliseconds since the epoch; undefined while the server has not said. */
  now(): number | undefined {
    return this.offset === undefined ? undefined : this.clocks.date() + this.offset;
  }

  /** @param ask the server for its time; a failure leaves what is known */
  async measure(ask: () => Promise<Timestamp>): Promise<void> {
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES && best > SLOW; tries++) {
      const sentAt = this.clocks.monotonic();
      const at = Date.parse(await ask());
      const roundTrip = this.clocks.monotonic() - sentAt;
      if (roundTrip >= best) continue;
      best = roundTrip;
      this.offset = at + roundTrip / 2 - this.clocks.date();
    }
  }

  /** Nobody answers: then this machine's clock is the best there is. */
  makeDo(): void {
    this.offset ??= 0;
  }

  /** Whether this machine's clock has jumped since the last time this was asked: then measure again. */
  hasJumped(): boolean {
    const gap = this.gapNow();
    const jump = Math.abs(gap - this.gap);
    this.gap = gap;
    return jump > JUMP;
  }

  private gapNow(): number {
    return this.clocks.date() - this.clocks.monotonic();
  }
}

/** The one of this page; the socket keeps it right. */
export const serverTime = new ServerTime();

/** Whether a moment has not come yet at the server. */
export const isStillAhead = (at: Timestamp): boolean => Date.parse(at) > (serverTime.now() ?? Date.now());
