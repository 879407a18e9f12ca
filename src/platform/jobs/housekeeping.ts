import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database } from '../db/index.js';
import { defineJob, Runs } from './job.js';

const PruneJob = defineJob<Record<string, never>>('platform.prune', { everySeconds: 3_600 });
const SLICE = 5_000;

/** What nobody reads any more goes, in slices that hold no lock for long. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Runs(PruneJob)
  async prune(): Promise<void> {
    // A week is for those who look into what happened. While an event still waits for somebody, or for a person to replay it,
    // those who have handled it must be remembered, however long that takes.
    await this.inSlices(
      `DELETE FROM outbox_inbox WHERE (event_id, consumer) IN
         (SELECT event_id, consumer FROM outbox_inbox i WHERE handled_at < desk_now() - interval '7 days'
            AND NOT EXISTS (SELECT FROM outbox o WHERE o.id = i.event_id)
            AND NOT EXISTS (SELECT FROM dead_letters d WHERE d.event_id = i.event_id) LIMIT ${SLICE})`,
      [],
    );
    await this.inSlices(
      `DELETE FROM rate_limits WHERE key IN (SELECT key FROM rate_limits WHERE expire < $1 LIMIT ${SLICE})`,
      [this.clock.now().getTime()],
    );
  }

  private async inSlices(statement: string, values: unknown[]): Promise<void> {
    for (;;) {
      const { rowCount } = await this.database.pool.query(statement, values);
      if ((rowCount ?? 0) < SLICE) return;
    }
  }
}
