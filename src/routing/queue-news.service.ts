import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Logger } from '../platform/logger/index.js';
import { Push } from '../platform/push/index.js';
import { Queue } from './queue.service.js';

const ONCE_PER_MILLISECONDS = 1_000;

/** Tells those who wait for a team where they stand: at once, then at most once a second, and only what is new to them. */
@Injectable()
export class QueueNews implements BeforeApplicationShutdown {
  private readonly resting = new Map<string, { timer: NodeJS.Timeout; again: boolean }>();
  /** What each conversation was last told, by team. */
  private readonly told = new Map<string, Map<string, string>>();
  private readonly telling = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly queue: Queue,
    private readonly push: Push,
    private readonly logger: Logger,
  ) {}

  changed(teamId: string): void {
    if (this.stopped) return;
    const rest = this.resting.get(teamId);
    if (rest) {
      rest.again = true;
      return;
    }
    this.resting.set(teamId, { timer: setTimeout(() => this.rested(teamId), ONCE_PER_MILLISECONDS), again: false });
    const telling = this.tell(teamId)
      .catch((error) => this.logger.warn({ err: error, teamId }, 'those who wait could not be told their place'))
      .finally(() => this.telling.delete(telling));
    this.telling.add(telling);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const { timer } of this.resting.values()) clearTimeout(timer);
    await Promise.all(this.telling);
  }

  private async tell(teamId: string): Promise<void> {
    const before = this.told.get(teamId);
    const now = new Map<string, string>();
    for (const { customerId, ...place } of await this.queue.places(teamId)) {
      const text = JSON.stringify(place);
      now.set(place.conversationId, text);
      if (before?.get(place.conversationId) !== text)
        this.push.toCustomers([`customer:${customerId}`], 'queue.changed', place);
    }
    if (now.size > 0) this.told.set(teamId, now);
    else this.told.delete(teamId);
  }

  private rested(teamId: string): void {
    const again = this.resting.get(teamId)?.again;
    this.resting.delete(teamId);
    if (again) this.changed(teamId);
  }
}
