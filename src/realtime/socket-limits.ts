import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DeskError } from '../platform/errors/index.js';

/**
 * What one session may ask by socket, per process: far above what hands can do, far below what hurts.
 * A refused message is not lost: its sender keeps it and tries again after the wait it is told.
 */
export class SocketLimits {
  private readonly events: RateLimiterMemory;

  /** @param eventsPerTenSeconds of one session */
  constructor(eventsPerTenSeconds: number) {
    this.events = new RateLimiterMemory({ points: eventsPerTenSeconds, duration: 10 });
  }

  /** @throws DeskError `too_many_requests` with the seconds to wait */
  async consume(session: string): Promise<void> {
    try {
      await this.events.consume(session);
    } catch (refusal) {
      const wait = refusal instanceof RateLimiterRes ? Math.ceil(refusal.msBeforeNext / 1_000) : 1;
      throw new DeskError('too_many_requests', { retryAfter: Math.max(1, wait) });
    }
  }
}
